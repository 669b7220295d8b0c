import { closest, distance } from 'fastest-levenshtein'
import { FIELDS } from '../../document/tree.ts'
import type { Field } from '../../document/tree.ts'
import type { Paragraph } from './paragraphs.ts'

export type Placeholder = {
  paragraph: Paragraph
  /** As typed, with its braces. */
  typed: string
  /** From and to the characters of the paragraph's text. */
  start: number
  end: number
} & (
  | { name: Field | 'body'; meant?: never }
  /** Not one we know; `meant`: the one it is nearest to. */
  | { name: undefined; meant: Field | 'body' | undefined }
)

const known: readonly (Field | 'body')[] = ['body', ...FIELDS]
const whole = /\{\{([^{}\n\ufffc]{0,80})\}\}/g
/** Braces that were begun and not ended, or once instead of twice. */
const broken = /\{{1,2}([^{}\n\ufffc]{1,80})\}{1,2}|\{\{[^\n{}]{0,30}|[^\n{}]{0,30}\}\}/g

/** What is asked for by name, however Word has split it over runs. */
export function findPlaceholders(paragraph: Paragraph): Placeholder[] {
  const { text } = paragraph
  if (!/[{}]/.test(text)) return []
  const found: Placeholder[] = []
  const rest = text.replace(whole, (typed, inner: string, start: number) => {
    found.push(read(paragraph, typed, inner, start))
    return ' '.repeat(typed.length)
  })
  for (const match of rest.matchAll(broken)) {
    const [typed, inner = typed] = match
    const { name, meant } = read(paragraph, typed, inner, match.index)
    // A single pair of braces around words of the office's own is nobody's placeholder.
    if (name === undefined && !/\{\{|\}\}/.test(typed)) continue
    const place = { paragraph, typed, start: match.index, end: match.index + typed.length }
    found.push({ ...place, name: undefined, meant: name ?? meant })
  }
  return found.sort((a, b) => a.start - b.start)
}

function read(paragraph: Paragraph, typed: string, inner: string, start: number): Placeholder {
  const place = { paragraph, typed, start, end: start + typed.length }
  const word = inner
    .replace(/[{}]/g, '')
    .trim()
    .toLowerCase()
    .replace(/[\s\-\u00a0\u2011]+/g, '_')
  const name = known.find(field => field === word)
  if (name) return { ...place, name }
  const nearest = word === '' ? undefined : (closest(word, known) as Field | 'body')
  const isNear = nearest !== undefined && distance(word, nearest) <= Math.max(2, nearest.length / 3)
  return { ...place, name: undefined, meant: isNear ? nearest : undefined }
}
