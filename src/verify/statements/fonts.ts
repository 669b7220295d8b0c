import type { Look } from '../../document/look.ts'
import { twinOf } from '../../render/fonts/packaged.ts'
import type { Opened, OpenedPage, OpenedPdf, OpenedWord } from '../opened.ts'
import { brokenOf, keptOf, quote, sayFormats, within } from '../statement.ts'
import type { Statement } from '../statement.ts'

/** ISO 14289-1, 7.21.4; ISO 19005-2, 6.2.11.4 */
export function sayEmbedded({ fonts }: OpenedPdf): Statement[] {
  const outside = fonts.filter(({ isEmbedded }) => !isEmbedded)
  if (outside.length > 0) {
    const hint = 'Stationery in PDF must be saved again with its fonts embedded'
    return outside.map(({ name }) =>
      brokenOf('fonts', 'pdf', `Missing font ${name} in the PDF itself, expected its file`, hint),
    )
  }
  const names = fonts.map(({ name }) => name).join(', ')
  return [keptOf('fonts', `Every font of the PDF is in the file itself: ${names}.`, 'pdf')]
}

/** Word and browsers bring their fonts, or put another in their place where they have not. */
export function sayAskedFor(opened: readonly (OpenedWord | OpenedPage)[], look: Look): Statement[] {
  const { font, fontFiles, stationery } = look
  const isChosen = ({ format }: OpenedWord | OpenedPage) => !(format === 'docx' && stationery.docx)
  const asked = opened.filter(isChosen)
  const faults = asked
    .filter(each => each.font !== font)
    .map(({ format, font: other }) =>
      brokenOf(
        'fonts',
        format,
        other === ''
          ? `Missing name of a font ${within[format]}, expected ${font}`
          : `Unexpected font ${quote(other)} ${within[format]}, expected ${font}`,
      ),
    )
  if (faults.length > 0 || opened.length === 0) return faults
  const twin = twinOf(font)
  const drawn =
    twin === fontFiles.family
      ? `the PDF is drawn with ${twin}, whose letters are as wide, so that lines break alike`
      : `the PDF is drawn with ${fontFiles.family}; who has no ${font} is shown another font`
  const own = opened.find(each => !isChosen(each))
  const says = [
    ...(own ? [`Word asks for ${own.font}, as your stationery does.`] : []),
    ...(asked.length > 0 ? [`${sayAsking(asked)} for ${font}; ${drawn}.`] : []),
  ]
  return [keptOf('fonts', says.join(' '))]
}

const sayAsking = (asked: readonly Opened[]): string => {
  if (asked.length > 1) return `${sayFormats(asked)} ask`
  return asked[0]?.format === 'html' ? 'The page asks' : 'Word asks'
}
