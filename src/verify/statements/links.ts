import { isVague } from '../../model/link-words.ts'
import type { Link, Opened } from '../opened.ts'
import { brokenOf, keptOf, quote, sayCounts, sayFormats, within } from '../statement.ts'
import type { Statement } from '../statement.ts'

/** WCAG 2.2, 2.4.4 */
export function sayLinks(opened: readonly Opened[]): Statement[] {
  const found = opened.flatMap(({ format, links }) =>
    links.flatMap(link => {
      const fault = faultOf(link)
      return fault ? [{ format, fault }] : []
    }),
  )
  // Several links may have the same words, and lead to the same place, in one format or in all.
  const faults = [...new Set(found.map(({ fault }) => fault('')[0]))].flatMap(key => {
    const same = found.filter(({ fault }) => fault('')[0] === key)
    const formats = [...new Set(same.map(({ format }) => format))]
    const { fault } = same[0]!
    if (formats.length > 1 && formats.length === opened.length)
      return [brokenOf('links', undefined, ...fault(`in ${sayFormats(opened)}`))]
    return formats.map(format => brokenOf('links', format, ...fault(within[format])))
  })
  if (faults.length > 0 || opened.length === 0) return faults
  if (opened.every(({ links }) => links.length === 0))
    return [keptOf('links', 'There are no links.')]
  const counts = sayCounts(opened, ({ links }) => links.length)
  const says = `Every link has words that say where it leads, and leads to an address or a place that is there: ${counts}.`
  return [keptOf('links', says)]
}

/** What is wrong with a link, and what helps, once it is known where it stands. */
type Fault = (where: string) => [says: string, hint: string]

function faultOf({ words, url, isThere }: Link): Fault | undefined {
  if (words === '')
    return where => [
      `Missing words of the link to ${quote(url)} ${where}, expected some that say where it leads`,
      'A screen reader has nothing to read out',
    ]
  if (isVague(words))
    return where => [
      `Unexpected link ${quote(words)} ${where}, expected words that say where it leads`,
      'Name the page or paper: [our accountability papers](https://…)',
    ]
  if (!isThere)
    return where => [
      `Unexpected link ${quote(words)} to ${quote(url)} ${where}, expected a place that is there, or an address of the web, email or telephone`,
      'Who follows it gets nowhere',
    ]
  return undefined
}
