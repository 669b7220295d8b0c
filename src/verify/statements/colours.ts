import { contrastBetween, LEAST_CONTRAST } from '../../document/contrast.ts'
import { contrastOnWhite, darkenForText } from '../../render/colour.ts'
import type { Opened } from '../opened.ts'
import { brokenOf, keptOf, quote, sayFormats, within } from '../statement.ts'
import type { Statement } from '../statement.ts'

/** Never rounded up to what it does not reach. */
const sayRatio = (ratio: number): string => (Math.floor(ratio * 10) / 10).toFixed(1)

/** WCAG 2.2, 1.4.3 */
export function sayOfficeColour(colour: string): Statement[] {
  const ratio = contrastOnWhite(colour)
  const facts = `Your colour ${colour} is ${sayRatio(ratio)} to 1 on white`
  if (ratio >= LEAST_CONTRAST)
    return [
      keptOf(
        'colours',
        `${facts}, and words need ${LEAST_CONTRAST} to 1: headings and links are printed in it.`,
      ),
    ]
  const ink = darkenForText(colour)
  const shade = `${ink}, ${sayRatio(contrastOnWhite(ink))} to 1`
  const says = `${facts}, too pale for words: headings and links are printed in ${shade}.`
  return [keptOf('colours', says)]
}

/** Of every word in the files, whatever the office's colour. */
export function sayInks(opened: readonly Opened[]): Statement[] {
  const inks = opened.flatMap(({ format, inks }) =>
    inks.map(ink => ({ ...ink, format, ratio: contrastBetween(ink.colour, ink.paper) })),
  )
  const pale = inks.filter(({ ratio }) => ratio < LEAST_CONTRAST)
  if (pale.length > 0)
    return pale.map(({ format, colour, paper, words, ratio }) => {
      const on = paper === '#ffffff' ? 'white' : paper
      const says = `Unexpected words in ${colour} ${within[format]}, ${sayRatio(ratio)} to 1 on ${on}, expected ${LEAST_CONTRAST} to 1 or more: ${quote(words)}`
      return brokenOf('colours', format, says, 'Choose a darker colour')
    })
  if (inks.length === 0) return []
  const least = Math.min(...inks.map(({ ratio }) => ratio))
  const says = `The palest words in ${sayFormats(opened)} are ${sayRatio(least)} to 1.`
  return [keptOf('colours', says)]
}
