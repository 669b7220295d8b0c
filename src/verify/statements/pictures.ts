import type { Opened, Picture } from '../opened.ts'
import { brokenOf, countOf, keptOf, quote, sayCounts, within } from '../statement.ts'
import type { Statement } from '../statement.ts'

/** WCAG 2.2, 1.1.1; ISO 14289-1, 7.3. `hasOwn`: stationery, which brings pictures in place of the letter's. */
export function sayPictures(
  opened: readonly Opened[],
  hasOwn: (of: Opened) => boolean,
): Statement[] {
  const faults = opened.flatMap(each => [
    ...silentFaults(each),
    ...(hasOwn(each) ? [] : lostFaults(each, opened, hasOwn)),
  ])
  if (faults.length > 0) return faults
  const spoken = [...new Set(opened.flatMap(each => wordsOf(each)))]
  const decorations = Math.max(0, ...opened.map(each => each.pictures.filter(only).length))
  if (spoken.length === 0) {
    const says = decorations === 0 ? 'There are no pictures.' : `${sayDecorations(decorations)}.`
    return [keptOf('pictures', says)]
  }
  const rest = decorations === 0 ? '' : ` ${sayDecorations(decorations, ' more')}.`
  const counts = sayCounts(opened, each => wordsOf(each).length)
  const says = `Every picture has words for who cannot see it: ${counts} (${spoken.map(words => `“${words}”`).join(', ')}).${rest}`
  return [keptOf('pictures', says)]
}

const sayDecorations = (count: number, more = ''): string =>
  count === 1
    ? `One${more || ' picture'} only decorates, and nothing is read out for it`
    : `${count}${more || ' pictures'} only decorate, and nothing is read out for them`

const only = ({ isDecoration }: Picture): boolean => isDecoration
const wordsOf = ({ pictures }: Opened): string[] =>
  pictures.filter(picture => !only(picture) && picture.alt !== '').map(({ alt }) => alt)

function silentFaults({ format, pictures }: Opened): Statement[] {
  const silent = pictures.filter(({ alt, isDecoration }) => !isDecoration && alt === '').length
  if (silent === 0) return []
  const says = `Missing words for who cannot see it on ${silent} of ${countOf(pictures.length, 'picture')} ${within[format]}, expected them on each`
  const hint =
    format === 'docx'
      ? 'A picture of the stationery gets them in Word: right-click it, then View Alt Text'
      : "The logo's are logo_alt in office.yaml"
  return [brokenOf('pictures', format, says, hint)]
}

/** What a picture says in one format, it says in the others. */
function lostFaults(
  { format, ...each }: Opened,
  opened: readonly Opened[],
  hasOwn: (of: Opened) => boolean,
): Statement[] {
  const here = wordsOf({ format, ...each })
  const others = opened.filter(other => other.format !== format && !hasOwn(other))
  const lost = others.flatMap(other => wordsOf(other)).find(words => !here.includes(words))
  if (lost === undefined || here.length < each.pictures.filter(one => !only(one)).length) return []
  const says = `Missing picture ${quote(lost)} ${within[format]}, expected it as elsewhere`
  return [brokenOf('pictures', format, says)]
}
