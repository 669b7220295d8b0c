import type { YAMLError } from 'yaml'
import { lineAt } from '../source/indentation.ts'
import { parseMarks } from '../source/parse-yaml.ts'
import { SourceFile } from '../source/source-file.ts'
import type { SourceNode } from '../source/source-node.ts'
import { applyEdits, type BrokenFile, type BrokenMend, type Edit, type Kind } from './mend.ts'

export const TRAILING_SPACES: Kind = {
  id: 'trailing-space',
  one: 'line with trailing spaces',
  many: 'lines with trailing spaces',
}

/**
 * Spaces at the ends of lines. They print nothing, but for two: behind a backslash, which would then
 * break the line, and alone on a line of a folded text, where they make a paragraph.
 */
export function trailingSpaces({ text }: SourceFile, root: SourceNode | undefined): Edit[] {
  const edits = [...spacesAtEnds(text)]
  if (edits.length === 0) return []
  const folded = linesOfFolded(text, root)
  return edits.filter(({ start }) => text[start - 1] !== '\\' && !folded.has(start))
}

/** White space alone on the lines above a break, where that is why the text below it cannot be read. */
export const blankLines: BrokenMend = {
  ...TRAILING_SPACES,
  edits(broken) {
    const { edits, breaks } = blankAboveBreaks(broken)
    if (edits.length === 0) return []
    const { path, text } = broken.file
    const file = new SourceFile(path, applyEdits(text, edits))
    const document = parseMarks(file)
    const still = new Set(document?.errors.map(error => spotOf(file, error)))
    // Another may come to light in its place.
    return document && breaks.some(spot => !still.has(spot)) ? edits : []
  },
}

const spotOf = (file: SourceFile, { code, pos }: YAMLError): string =>
  `${code} ${file.point(pos[0]).line}`

/** The breaks with such lines above them, and the lines. */
function blankAboveBreaks({ file, document }: BrokenFile): { edits: Edit[]; breaks: string[] } {
  const edits = new Map<number, Edit>()
  const breaks: string[] = []
  for (const error of document.errors) {
    let line = lineAt(file, error.pos[0])
    if (line.words.trim() !== '') line = lineAt(file, Math.max(0, line.start - 1))
    const known = edits.size
    for (
      ;
      line.words.trim() === '' && !edits.has(line.start);
      line = lineAt(file, line.start - 1)
    ) {
      const { start, words } = line
      if (words !== '') edits.set(start, { start, end: start + words.length, text: '' })
      if (start === 0) break
    }
    if (edits.size > known) breaks.push(spotOf(file, error))
  }
  return { edits: [...edits.values()], breaks }
}

function* spacesAtEnds(text: string): Generator<Edit> {
  for (let start = 0; start < text.length;) {
    const newline = text.indexOf('\n', start)
    const end = newline === -1 ? text.length : newline
    const last = text[end - 1] === '\r' ? end - 1 : end
    let from = last
    while (from > start && (text[from - 1] === ' ' || text[from - 1] === '\t')) from -= 1
    if (from < last) yield { start: from, end: last, text: '' }
    start = end + 1
  }
}

/** Where the lines of folded texts begin. */
function linesOfFolded(text: string, root: SourceNode | undefined): Set<number> {
  const starts = new Set<number>()
  const seen = new Set<SourceNode>()
  const visit = (node: SourceNode): void => {
    if (seen.has(node)) return
    seen.add(node)
    if (node.kind === 'map') for (const { value } of node.entries.values()) visit(value)
    else if (node.kind === 'list') node.items.forEach(visit)
    else if (node.style === 'folded')
      for (let at = text.indexOf('\n', node.start); at !== -1 && at < node.end;) {
        starts.add(at + 1)
        at = text.indexOf('\n', at + 1)
      }
  }
  if (root) visit(root)
  return starts
}
