import { lineAt } from './indentation.ts'
import type { SourceFile } from './source-file.ts'

/** A value on one line that a colon breaks, and the words that it is in quotes. */
export type OneLineValue = {
  key: string
  start: number
  end: number
  words: string
  /** Word's quotation marks stood around it, where straight ones were typed. */
  isCurly: boolean
}

/** A key of ours, perhaps in a list; or an entry of a list that begins with a capital, as no key of ours does. */
const KEY = /^([ \t]*(?:-[ \t]+)*)(?:([a-z_]+(?:-[a-z]+)*):[ \t]+(?=\S)|(?<=-[ \t]+)(?=\p{Lu}))/u

/** Signs that begin something else than words. */
const NO_WORDS = /^["'[\]{}|>&*!%@`#,?-]/

/** What a line breaks on for its colon, if there is one reading: the whole value, in quotes. */
export function readOneLine(file: SourceFile, offset: number): OneLineValue | undefined {
  const line = lineAt(file, offset)
  const found = KEY.exec(line.words)
  const value = found && withoutRemark(line.words.slice(found[0].length))
  if (!found || !value || !/:(?:\s|$)/.test(value) || goesOn(file, line)) return undefined
  const start = line.start + found[0].length
  const span = { key: found[2] ?? '', start, end: start + value.length }
  const inner = betweenCurly(value)
  if (inner !== undefined) return { ...span, words: inner, isCurly: true }
  if (NO_WORDS.test(value) || isOpenCurly(value)) return undefined
  return { ...span, words: value, isCurly: false }
}

/** Nothing where a # may belong to the words. */
function withoutRemark(typed: string): string | undefined {
  const remark = typed.search(/[ \t]#/)
  if (remark === -1) return trimEnd(typed)
  return /^[ \t]#(?:[ \t]|$)/.test(typed.slice(remark))
    ? trimEnd(typed.slice(0, remark))
    : undefined
}

/** `replace(/[ \t]+$/, '')` tries every run of spaces in the line to its end. */
function trimEnd(words: string): string {
  let end = words.length
  while (end > 0 && ' \t'.includes(words[end - 1]!)) end -= 1
  return words.slice(0, end)
}

/** The words between one pair of Word's quotation marks, if that is all there is. */
export const betweenCurly = (value: string): string | undefined =>
  /^“([^“”]*)”$/.exec(value)?.[1] ?? /^‘([^‘’]*)’$/.exec(value)?.[1]

const isOpenCurly = (value: string): boolean =>
  (value.startsWith('“') && !value.includes('”')) || (value.startsWith('‘') && !value.includes('’'))

/** Whether the value goes on below: the next line that is not empty stands further to the right than the key. */
function goesOn({ text }: SourceFile, { start, end }: { start: number; end: number }): boolean {
  const own = /^[ \t]*(?:-[ \t]+)*/.exec(text.slice(start, end))![0].length
  const next = /^[ \t]*(?=\S)/m.exec(text.slice(end + 1))
  return next !== null && next[0].length > own
}

/**
 * `"An inspection”`: of a quotation that is never closed, the sign at the end of its line that Word has
 * made of the second quotation mark.
 */
export function findCurlyEnd(file: SourceFile, quote: number): number | undefined {
  const { start, words } = lineAt(file, quote)
  const typed = trimEnd(words.slice(quote + 1 - start))
  const [open, close, last] =
    file.text[quote] === '"' ? [/“/g, /”/g, '”'] : [/‘/g, /’(?!\p{L})/gu, '’']
  // Others stand in pairs: of this one the first is the straight mark.
  const isOwn = countOf(typed, close) === countOf(typed, open) + 1
  return isOwn && typed.endsWith(last) ? quote + typed.length : undefined
}

const countOf = (words: string, sign: RegExp): number => words.match(sign)?.length ?? 0
