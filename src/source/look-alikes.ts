import type { SourceFile } from './source-file.ts'

type LookAlike = { start: number; end: number; message: string; hint: string }

/**
 * What other programs leave in a file, each of which breaks lines far from where it stands: a merge of
 * Git, and Word's dashes and no-break spaces where a hyphen and spaces are meant.
 */
export function findLookAlike({ text }: SourceFile): LookAlike | undefined {
  return mergeConflict(text) ?? wordDash(text) ?? wordSpace(text)
}

/** What Git leaves where two people changed the same lines. At the left edge no text can hold it. */
const mergeConflict = (text: string): LookAlike | undefined => {
  const mark = /^<{7} .*$/m.exec(text)
  if (!mark) return undefined
  return {
    start: mark.index,
    end: mark.index + mark[0].trimEnd().length,
    message: 'Unexpected marks of a merge conflict, expected one of the two versions',
    hint: 'Keep the lines above or below the =======, and delete the three lines of <<<, === and >>>',
  }
}

const wordDash = (text: string): LookAlike | undefined => {
  const found = /^([ \t]*)([–—•·])[ \t\u00a0]*([a-z_]+):(?=\s)/m.exec(text)
  if (!found) return undefined
  const [, indent = '', dash, key] = found
  const start = found.index + indent.length
  return {
    start,
    end: start + 1,
    message: `Unexpected ${dash} before an entry of a list, expected a hyphen: \`- ${key}:\``,
    hint: 'Type a hyphen and a space: Word makes other signs of them',
  }
}

const wordSpace = (text: string): LookAlike | undefined => {
  const found =
    /^[ \t]*(?:- )?[ \t]*([\u00a0\u2000-\u200a\u202f\u3000]+)[ \t]*(?:- )?[a-z_]+:(?=\s)/m.exec(
      text,
    )
  if (!found) return undefined
  const start = text.indexOf(found[1]!, found.index)
  return {
    start,
    end: start + found[1]!.length,
    message: 'Unexpected no-break space before a key, expected ordinary spaces',
    hint: 'It came with words from Word or a web page: delete what stands before the key, and type the spaces again',
  }
}
