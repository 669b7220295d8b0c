import type { SourceFile } from './source-file.ts'

export type Explanation = {
  start: number
  end: number
  message: string
  hint: string
  /** What an earlier mistake brings with it as well: told only where there was none. */
  follows?: true
  related?: { start: number; end: number; label: string }
}
export const INDENTATION =
  'Unexpected indentation, expected this line to begin where the others of its list or map begin'

export const lineAt = (file: SourceFile, offset: number) => {
  const start = file.text.lastIndexOf('\n', offset - 1) + 1
  const newline = file.text.indexOf('\n', offset)
  const end = newline === -1 ? file.text.length : newline
  return { start, end, words: file.text.slice(start, end).replace(/\r$/, '') }
}

/** The words of the error's line, without the white space around them. */
export const wordsAt = (file: SourceFile, offset: number) => {
  const { start, words } = lineAt(file, Math.min(offset, Math.max(0, file.text.length - 1)))
  const indent = words.length - words.trimStart().length
  return { start: start + indent, end: start + Math.max(indent, words.trimEnd().length) }
}

/** Nobody sees an empty line: what is meant is the next with words in it. */
export const filledLine = (file: SourceFile, offset: number): number => {
  const { start, end, words } = lineAt(file, Math.min(offset, Math.max(0, file.text.length - 1)))
  if (words.trim() !== '') return offset
  const next = /\S/.exec(file.text.slice(end))
  return next ? end + next.index : start
}

export const wrongIndentation = (
  file: SourceFile,
  words: { start: number; end: number },
): Explanation => {
  const typed = file.text.slice(words.start, words.end)
  if (!/^(?:- |[\w ]+:(?:\s|$))/.test(typed)) return { ...words, ...UNEVEN_TEXT }
  const related = keyBeside(file, words.start)
  return { ...words, ...WRONG_INDENTATION, ...(related && { related }) }
}

/** The key above that begins a little to the left or right, if it is plain which one is meant. */
const keyBeside = (file: SourceFile, offset: number): Explanation['related'] => {
  const own = lineAt(file, offset)
  const column = offset - own.start
  let found: { start: number; end: number; by: number } | undefined
  for (let end = own.start - 1, looked = 0; end > 0 && looked < 50; looked++) {
    const line = lineAt(file, end - 1)
    end = line.start - 1
    const key = /^(\s*(?:- +)*)([a-z_]+):(?=\s|$)/.exec(line.words)
    const by = key ? key[1]!.length - column : 0
    if (!key || by === 0) continue
    // Above its parent, keys say nothing of it.
    if (Math.abs(by) > 3 && by < 0) break
    if (Math.abs(by) > 3) continue
    if (found && Math.sign(found.by) !== Math.sign(by)) return undefined
    const start = line.start + key[1]!.length
    found ??= { start, end: start + key[2]!.length, by }
  }
  if (!found) return undefined
  const { start, end, by } = found
  const spaces = Math.abs(by) === 1 ? '1 space' : `${Math.abs(by)} spaces`
  return { start, end, label: `begins ${spaces} further ${by < 0 ? 'left' : 'right'}` }
}

const WRONG_INDENTATION = {
  message: INDENTATION,
  hint: 'Give the line as many spaces as the lines it belongs with; a text under `|` is indented by two more than its key',
}

const UNEVEN_TEXT = {
  message: 'Unexpected indentation, expected the lines of a text to begin below each other',
  hint: 'Give each line of the text two more spaces than its key has',
}
