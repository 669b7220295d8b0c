import { addDays, addMonths, daysIn, isDay, monthOf, toDay } from './day.ts'
import type { Deadline } from './deadline.ts'
import type { Day } from './response.ts'

const NUMBERS = [
  'zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven',
  'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen',
] // prettier-ignore

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?'
const AMOUNT = `(?:\\d{1,3}|an?|${NUMBERS.slice(1).join('|')})`
const PERIOD = `(?:within|in)\\s+(?:the\\s+next\\s+)?${AMOUNT}\\s+(?:calendar\\s+)?(?:day|week|month|year)s?`
const DATE = `(?:by|before|no later than)\\s+(?:the\\s+)?(?:end\\s+of\\s+)?(?:\\d{1,2}(?:st|nd|rd|th)?\\s+)?(?:${MONTH},?\\s+)?\\d{4}`
const AT_ONCE =
  'immediately|with immediate effect|promptly|without delay|as soon as possible|urgently'
const PHRASE = `(?:${PERIOD}|${DATE}|${AT_ONCE})`

const anywhere = new RegExp(`\\b${PHRASE}\\b`, 'i')
const opening = new RegExp(`^\\s*${PHRASE}(?=,|\\s)`, 'i')
const period = new RegExp(
  `\\b(?:within|in)\\s+(?:the\\s+next\\s+)?(${AMOUNT})\\s+(?:calendar\\s+)?(day|week|month|year)s?\\b`,
  'i',
)
const date = new RegExp(`\\b(?:(\\d{1,2})(?:st|nd|rd|th)?\\s+)?(${MONTH}),?\\s+(\\d{4})\\b`, 'i')

/** What the words say of a day. Periods count from `from`, the report's publication where nothing else is said. */
export function readDeadline(words: string, from: Day | undefined): Deadline {
  const day = dayOf(words, from)
  return { words: words.replace(/\s+/g, ' ').trim(), ...(day !== undefined && { day }) }
}

/** The deadline in the words that open a cause of concern's recommendations. */
export const deadlineInLead = (lead: string, from: Day | undefined): Deadline | undefined =>
  found(anywhere.exec(lead), from)

/** The deadline that opens an item: later in it, a day may be something else. */
export const deadlineOpening = (words: string, from: Day | undefined): Deadline | undefined =>
  found(opening.exec(words), from)

// What binds at once, all the time, or on a condition names no day, and none is missed.
const dayless =
  /\b(?:immediate(?:ly)?|prompt(?:ly)?|(?:without|no) (?:undue |further )?delay|as soon as|urgent(?:ly)?|forthwith|straight ?away|at once|earliest opportunity|if|where|when|once|until|unless|after|following|ongoing|continu\w*|at all times|always|not (?:given|set|stated|specified)|none|no (?:date|day|deadline|time)|ar unwaith|yn ddi-oed)\b/i

/** Whether the words give a day, were the report's own known, or are known to give none. */
export const isReadableDeadline = (words: string): boolean =>
  dayless.test(words) || dayOf(words, '2000-01-01') !== undefined

const found = (match: RegExpExecArray | null, from: Day | undefined): Deadline | undefined => {
  if (!match) return undefined
  const words = match[0].trim()
  return readDeadline(words[0]!.toLowerCase() + words.slice(1), from)
}

const dayOf = (words: string, from: Day | undefined): Day | undefined => {
  const iso = /\b\d{4}-\d{2}-\d{2}\b/.exec(words)?.[0]
  if (iso !== undefined && isDay(iso)) return iso
  const named = date.exec(words)
  if (named) {
    const [year, month] = [Number(named[3]), monthOf(named[2]!)!]
    const day = toDay(year, month, named[1] ? Number(named[1]) : daysIn(year, month))
    return isDay(day) ? day : undefined
  }
  const year = /\bend of (\d{4})\b/i.exec(words)?.[1]
  if (year) return toDay(Number(year), 12, 31)
  const span = period.exec(words)
  if (!span || from === undefined) return undefined
  const amount = span[1]!.toLowerCase()
  const count = /^\d/.test(amount)
    ? Number(amount)
    : /^an?$/.test(amount)
      ? 1
      : NUMBERS.indexOf(amount)
  switch (span[2]!.toLowerCase()) {
    case 'day':
      return addDays(from, count)
    case 'week':
      return addDays(from, 7 * count)
    case 'month':
      return addMonths(from, count)
    default:
      return addMonths(from, 12 * count)
  }
}
