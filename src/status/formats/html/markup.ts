import { longDate } from '../../../calendar.ts'
import { escapeMarkup } from '../../../document/escape-markup.ts'
import type { Day } from '../../../model/response.ts'
import { storable } from '../../../reporters/printable.ts'

/** What others typed, as words of the page: none of it is markup, and none turns the writing round. */
export const show = (value: string): string =>
  escapeMarkup(storable(value.replace(/\s+/g, ' ').trim()))

/** At most so many characters of a text, to the end of a word. */
export function showStart(value: string, most: number): string {
  const line = value.replace(/\s+/g, ' ').trim()
  if (line.length <= most) return show(line)
  return `${show(line.slice(0, most).replace(/\s+\S*$/, ''))}…`
}

export const showDay = (day: Day): string => `<time datetime="${show(day)}">${longDate(day)}</time>`

/** 2,562 */
export const figure = (value: number): string => String(value).replace(/\B(?=(?:\d{3})+$)/g, ',')

/** "1 item", "2,562 items" */
export const count = (value: number, one: string, many = `${one}s`): string =>
  `${figure(value)} ${value === 1 ? one : many}`

/** For an address in coordinates and lengths: no more digits than a screen can show. */
export const round = (value: number): string => String(Math.round(value * 100) / 100)

export const capitalise = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/** A link that only ever leads to a website; what is no such address is shown as its words alone. */
export function showLink(url: string, label: string, of: string): string {
  const words = `${label}<span class="unseen">: ${show(of)}</span>`
  if (!/^https?:\/\/[^\s\u0000-\u001f]+$/i.test(url)) return ''
  return `<a href="${show(url)}" rel="noopener noreferrer">${words}</a>`
}

/** A shape of the page's own set. The word beside it says the same. */
export const shape = (name: string, className = ''): string =>
  `<svg class="shape${className && ` ${className}`}" aria-hidden="true"><use href="#${name}"/></svg>`

/** Words in the second rank. */
export const quiet = (html: string): string => (html === '' ? '' : `<p class="quiet">${html}</p>`)

/** Words that only who does not see the picture needs. */
export const unseen = (html: string): string => `<span class="unseen">${html}</span>`

/** Of a picture's width. */
export const percentOf = (part: number, whole: number): string =>
  `${round(whole === 0 ? 0 : (part / whole) * 100)}%`
