import { sizes } from './sizes.ts'
import { widthOfLine } from './text-width.ts'
import { toPoints } from './units.ts'

/** The running header on one line: of a long title its beginning. */
export function oneLineHeader(header: string, millimetres: number): string {
  const fits = (words: string) => widthOfLine(words, sizes.running.size) <= toPoints(millimetres)
  if (fits(header)) return header
  let words = header
  while (words.includes(' ') && !fits(`${words} …`)) words = words.slice(0, words.lastIndexOf(' '))
  // Nor does it end with a word or two of what stands behind a dash.
  return `${words.replace(/ [–-] \S+( \S+)?$/, '').replace(/[\s,:–-]+$/, '')} …`
}
