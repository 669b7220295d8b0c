import { SourceFile } from '../source-file.ts'
import { LIST_MARK, type CopyLine } from './copy-line.ts'

/** The lines of a report saved as text, without the empty ones. */
export function readTextLines(path: string, text: string): CopyLine[] {
  const file = new SourceFile(path, text)
  const lines: CopyLine[] = []
  let isFirst = true
  for (const [index, start] of file.lineStarts.entries()) {
    const words = file.line(index + 1)
    if (words.trim() === '') {
      isFirst = true
      continue
    }
    const place = file.place(start, start + words.length)
    lines.push({ words, place, isFirst: isFirst || LIST_MARK.test(words) })
    isFirst = false
  }
  return lines
}
