import type { Block } from '../../document/tree.ts'
import { walk } from '../../document/words.ts'
import type { Finding, Rule } from '../rule.ts'
import { ownTextsOf } from '../own-words.ts'

/** A line that goes on in small letters, or with a number, behind a sign that begins a list. */
const GOES_ON = /\n[ \t]{0,20}(?:[-*>]|1[.)])[ \t]{1,9}[\p{Ll}\p{N}]/u
const SIGN = /^[ \t]{0,20}([-*>]|\d{1,2}[.)])[ \t]/
const GOES_ON_HERE = /^([ \t]{0,20})([-*>]|1[.)])[ \t]{1,9}[\p{Ll}\p{N}]/u
/** With what a paragraph ends before a list that is meant. */
const ENDED = /[.:;!?…][)\]"'”’*_]{0,4}$/

export const accidentalList: Rule = {
  id: 'accidental-list',
  severity: 'warning',
  title: 'A line that only goes on does not begin with the sign of a list',
  source: 'Practice: a dash or sign that the wrapping of lines puts first begins a list',
  *check(context) {
    for (const { text, item } of ownTextsOf(context)) {
      if (!GOES_ON.test(text.value) || !holdsOne(text.blocks)) continue
      for (const { sign, offset } of accidentsIn(text.value))
        yield {
          at: text.at,
          within: { offset, length: sign.length },
          ...(item && { item: item.id }),
          ...say(sign),
        }
    }
  },
}

function say(sign: string): Pick<Finding, 'message' | 'hint'> {
  const made = sign === '>' ? 'a quotation' : 'a list'
  const escaped = sign.length === 1 ? `\\${sign}` : `${sign.slice(0, -1)}\\${sign.slice(-1)}`
  return {
    message: `Unexpected "${sign}" at the start of a line, which makes the rest of the sentence ${made}, expected it within the line`,
    hint: `Join it with the line before, or type "${escaped}". If ${made} is meant, leave an empty line before it.`,
  }
}

const holdsOne = (blocks: readonly Block[]): boolean => {
  for (const node of walk(blocks))
    if (node.type === 'blockquote' || (node.type === 'list' && node.children.length === 1))
      return true
  return false
}

function* accidentsIn(value: string): Generator<{ sign: string; offset: number }> {
  const lines = value.split('\n')
  let offset = 0
  // An entry may go on in lines of its own, and the next one follows them.
  let isInList = false
  for (const [index, line] of lines.entries()) {
    const [, indent = '', sign] = GOES_ON_HERE.exec(line) ?? []
    const before = lines[index - 1] ?? ''
    const isAccident: boolean =
      !isInList &&
      sign !== undefined &&
      isOpen(before) &&
      indentOf(before) <= indent.length &&
      isAlone(lines, index)
    if (sign !== undefined && isAccident) yield { sign, offset: offset + indent.length }
    isInList = line.trim() !== '' && (isInList || (SIGN.test(line) && !isAccident))
    offset += line.length + 1
  }
}

const indentOf = (line: string): number => line.length - line.trimStart().length

/** A line of prose in the midst of a sentence. */
const isOpen = (line: string): boolean => {
  const words = line.trim()
  return words !== '' && !words.startsWith('|') && !SIGN.test(line) && !ENDED.test(words.slice(-8))
}

/** No other sign follows before the paragraphs go on. */
function isAlone(lines: readonly string[], index: number): boolean {
  for (let next = index + 1; next < lines.length; next++) {
    const line = lines[next]!
    if (SIGN.test(line)) return false
    if (line.trim() === '') {
      const after = lines[next + 1] ?? ''
      if (!/^[ \t]/.test(after) && !SIGN.test(after)) return true
    }
  }
  return true
}
