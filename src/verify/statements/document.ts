import type { Opened, OpenedPage, OpenedPdf } from '../opened.ts'
import { brokenOf, keptOf, nameOf, quote, sayFormats, within } from '../statement.ts'
import type { Statement } from '../statement.ts'

/** WCAG 2.2, 2.4.2; ISO 14289-1, 7.1 */
export function sayTitle(opened: readonly Opened[], title: string): Statement[] {
  const faults = opened
    .filter(each => each.title !== title)
    .map(({ format, title: other }) =>
      brokenOf(
        'document',
        format,
        other === ''
          ? `Missing title ${within[format]}, expected ${quote(title)}`
          : `Unexpected title ${quote(other)} ${within[format]}, expected ${quote(title)}`,
        'It is what a window, and a list of search results, is named by',
      ),
    )
  if (faults.length > 0 || opened.length === 0) return faults
  return [keptOf('document', `${sayFormats(opened)} have the title “${title}”.`)]
}

/** ISO 14289-1, 5; ISO 19005-2, 6.6.4, or its part 3 where files are attached. */
export function sayDeclarations(pdf: OpenedPdf): Statement[] {
  const { declares, isTagged, isTitleShown, attachments } = pdf
  const isAttached = attachments > 0
  const archive = isAttached ? 'PDF/A-3a' : 'PDF/A-2a'
  const faults: string[] = []
  const lacks = (what: string, effect: string) =>
    faults.push(`Missing ${what} in the PDF, expected it: ${effect}`)
  if (!isTagged) lacks('marks of what is what', 'nothing can be read aloud in its order')
  if (declares.ua !== '1')
    lacks('the declaration of PDF/UA-1', 'nobody is told that it can be read aloud')
  if (declares.part !== (isAttached ? '3' : '2') || declares.conformance !== 'A')
    lacks(`the declaration of ${archive}`, 'an archive may refuse it')
  if (!isTitleShown) lacks('the order to show its title', "windows show the file's name")
  if (faults.length > 0) return faults.map(says => brokenOf('document', 'pdf', says, FAULT_OF_OURS))
  const says = `The PDF declares that it can be read aloud (PDF/UA-1) and kept in archives (${archive}).`
  return [keptOf('document', says, 'pdf')]
}

/** WCAG 2.2, 2.4.1 */
export function sayLandmarks({ mains, hasSkipLink }: OpenedPage): Statement[] {
  const faults: string[] = []
  if (mains !== 1) faults.push(`Unexpected ${mains} main parts on the page, expected one`)
  else if (!hasSkipLink)
    faults.push('Missing link past the head of the page, expected it before everything else')
  if (faults.length > 0)
    return faults.map(says => brokenOf('document', 'html', says, FAULT_OF_OURS))
  const says = 'The page has one main part, and its first link leads a keyboard there.'
  return [keptOf('document', says, 'html')]
}

/** Nothing that an officer types has to do with it. */
export const FAULT_OF_OURS =
  'This is a fault of s55, not of yours: please report it with these words'

const names: Record<string, string> = { en: 'English', cy: 'Welsh' }
const sayLanguage = (language: string): string => {
  const name = names[language.slice(0, 2)]
  return name === undefined ? language : `${name} (${language})`
}

/** WCAG 2.2, 3.1.1 */
export function sayLanguages(opened: readonly Opened[], language: string): Statement[] {
  const faults = opened
    .filter(each => each.language !== language)
    .map(({ format, language: other }) =>
      brokenOf(
        'language',
        format,
        other === ''
          ? `Missing language ${within[format]}, expected ${sayLanguage(language)}`
          : `Unexpected language ${sayLanguage(other)} ${within[format]}, expected ${sayLanguage(language)}`,
        `A screen reader would read ${nameOf[format]} with the wrong voice`,
      ),
    )
  if (faults.length > 0 || opened.length === 0) return faults
  return [
    keptOf('language', `${sayFormats(opened)} say that they are in ${sayLanguage(language)}.`),
  ]
}
