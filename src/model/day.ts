import type { Day } from './response.ts'

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/
export const MONTHS = [
  'january', 'february', 'march', 'april', 'may', 'june',
  'july', 'august', 'september', 'october', 'november', 'december',
] // prettier-ignore

/** YYYY-MM-DD, and a day that the calendar has. */
export function isDay(value: string): boolean {
  const match = DAY.exec(value)
  if (!match) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return year >= 1800 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month)
}

/** Months from 1. */
export const daysIn = (year: number, month: number): number =>
  new Date(Date.UTC(year, month, 0)).getUTCDate()

export const toDay = (year: number, month: number, day: number): Day =>
  `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`

export function addDays(day: Day, days: number): Day {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

/** The same day of a later month, or that month's last. */
export function addMonths(day: Day, months: number): Day {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const total = year * 12 + (month - 1) + months
  const [toYear, toMonth] = [Math.floor(total / 12), (total % 12) + 1]
  return toDay(toYear, toMonth, Math.min(date, daysIn(toYear, toMonth)))
}

/** 1 to 12 for "Sept", "september", "9". */
export function monthOf(word: string): number | undefined {
  const letters = word.toLowerCase().replace(/\.$/, '')
  if (letters.length < 3) return undefined
  const index = MONTHS.findIndex(month => month.startsWith(letters.slice(0, 9)))
  return index === -1 ? undefined : index + 1
}

/** The day that another writing of a date means: 27/09/2019, 27 September 2019, 2019-9-27. */
export function readDay(value: string): Day | undefined {
  // As Word sets them: no-break spaces, dashes for hyphens, curly quotes.
  const words = value
    .replace(/\s+/g, ' ')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[“”‘’]/g, '')
    .trim()
  const [, year, month, day] =
    /^(\d{4})[-./](\d{1,2})[-./](\d{1,2})(?:[T ]\d{1,2}:\d{2}[\d:.]*(?: ?Z| ?[-+]\d{2}:?\d{2})?)?$/.exec(
      words,
    ) ??
    reordered(/^(\d{1,2})[-./ ](\d{1,2})[-./ ](\d{4})$/.exec(words)) ??
    named(
      /^(\d{1,2})(?:st|nd|rd|th)?[-. ]+(?:of +)?([a-z]{3,9}\.?),?[-. ]+(\d{4})$/i.exec(
        words.replace(WEEKDAY, ''),
      ),
    ) ??
    []
  if (!year || !month || !day) return undefined
  const read = toDay(Number(year), Number(month), Number(day))
  return isDay(read) && isOnWeekday(read, WEEKDAY.exec(words)?.[1]) ? read : undefined
}

const WEEKDAY = /^(mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6}\.?,? +/i

/** Of a day and another day of the week, only who typed it knows which is meant. */
const isOnWeekday = (day: Day, typed: string | undefined): boolean =>
  typed === undefined ||
  typed.toLowerCase() ===
    ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'][new Date(`${day}T00:00:00Z`).getUTCDay()]

/** As people here write them: day, month, year. */
const reordered = (match: RegExpExecArray | null) => match && ['', match[3], match[2], match[1]]

const named = (match: RegExpExecArray | null) => {
  const month = match && monthOf(match[2]!)
  return month ? ['', match[3], String(month), match[1]] : null
}
