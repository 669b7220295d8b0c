import type { Overview, Standing } from '../../standing.ts'
import { count, figure, quiet, show, showDay, showLink } from './markup.ts'

/** The place of each response in the page: other parts lead to it. */
export const anchorOf = (index: number): string => `r${index}`

/** Its title; the folder's name that the commands know it by; whose it is, where the page is of several offices. */
export function nameResponse(standing: Standing, areOfSeveralForces: boolean): string {
  const { title, name, office, published, url, response_url } = standing
  const links = [
    ...(url === undefined ? [] : [showLink(url, 'Report', title)]),
    ...(response_url === undefined ? [] : [showLink(response_url, 'Response', title)]),
  ].filter(link => link !== '')
  const known = [
    ...(name === title ? [] : [`<code>${show(name)}</code>`]),
    ...(published === undefined ? [] : [`report of ${showDay(published)}`]),
  ]
  return [
    `<span class="title">${show(title)}</span>`,
    ...(areOfSeveralForces && office.force !== '' ? [quiet(show(office.force))] : []),
    ...(known.length > 0 ? [quiet(known.join(', '))] : []),
    ...(links.length > 0 ? [`<p class="links">${links.join(' ')}</p>`] : []),
  ].join('')
}

/** The offices by name, as they come. */
export const officesOf = ({ responses }: Overview): string[] =>
  [...new Set(responses.map(({ office }) => office.name))].filter(name => name !== '')

/** "4 days left", "last day", "2,562 days late". */
export function tellDaysLeft({ clock }: Standing): string {
  if (clock?.days_left === undefined) return ''
  const { state, days_left: days } = clock
  if (state === 'late') return `${count(-days, 'day')} late`
  if (state === 'missed') return `published ${count(-days, 'day')} late`
  if (state === 'met')
    return days === 0 ? 'published on it' : `published ${count(days, 'day')} before it`
  return days === 0 ? 'today' : `${count(days, 'day')} left`
}

/** "13 of 15", of all kinds. */
export function sumAnswered({ answered }: Standing): { answered: number; due: number } {
  return {
    answered: answered.reduce((sum, of) => sum + of.answered, 0),
    due: answered.reduce((sum, of) => sum + of.due, 0),
  }
}

export const tellAnswered = (answered: number, due: number): string =>
  `${figure(answered)} of ${figure(due)}`
