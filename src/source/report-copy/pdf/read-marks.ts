import { LIST_MARK } from '../copy-line.ts'
import type { PrintedLine } from './printed-line.ts'

/** Signs of fonts that hold no letters, as word processors use them for bullets, and arrows and ticks. */
const SIGN = /^[\ue000-\uf8ff○□▢❑❒❖◆◇➢➤►▶▸▹✓✔✗➔➜→⇒»❍⦿◉⚫⬤]\s*/u
/** Any character of a font of symbols that stands alone. */
const SYMBOL = /^\S\s+/u
/** The second depth of Word's lists. */
const ROUND_LETTER = /^o\s+/

/** With "•" in place of a sign that stands for it. */
export function withBullet(line: PrintedLine): PrintedLine {
  const { words, parts } = line
  const isSymbol = parts[0]?.isSymbols === true && parts[0].words.trim().length === 1
  const isLetter = ROUND_LETTER.test(words) && gapOf(line) > 0.5
  const sign =
    SIGN.exec(words)?.[0] ??
    (isSymbol ? SYMBOL.exec(words)?.[0] : undefined) ??
    (isLetter ? ROUND_LETTER.exec(words)?.[0] : undefined)
  if (sign === undefined || words.length === sign.length) return line
  return {
    ...line,
    words: `• ${words.slice(sign.length)}`,
    parts: withoutStart(parts, sign.length),
  }
}

/** How far its first word stands from the second, in sizes. */
const gapOf = ({ firstEnd, second, size }: PrintedLine): number =>
  second === undefined ? 0 : (second - firstEnd) / size

function withoutStart(parts: PrintedLine['parts'], count: number): PrintedLine['parts'] {
  let left = count
  return parts.flatMap(part => {
    const words = part.words.slice(left)
    left = Math.max(0, left - part.words.length)
    return words === '' ? [] : [{ ...part, words }]
  })
}

export const BULLET = /^[•●▪■◦‣⁃∙]/
const ENDED = /[.!?:;]["'”’)\]]*$/

/** Whether it opens an entry of a list. A dash or number at a line's start may also be of its sentence. */
export function opensEntry(line: PrintedLine, before: PrintedLine | undefined): boolean {
  const { words, left, size } = line
  if (!LIST_MARK.test(words)) return false
  if (BULLET.test(words) || gapOf(line) > 0.5) return true
  if (!before || ENDED.test(before.words) || before.flow !== line.flow) return true
  return Math.abs(left - before.left) > 0.5 * size || line.base - before.base > 1.6 * size
}
