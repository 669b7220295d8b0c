import type { Heading, Opened, OpenedPdf } from '../opened.ts'
import { brokenOf, countOf, keptOf, quote, sayFormats, within } from '../statement.ts'
import type { Statement } from '../statement.ts'

/** `hasOwn`: stationery, which may bring headings beside the letter's. */
export function sayHeadings(
  opened: readonly Opened[],
  hasOwn: (of: Opened) => boolean,
): Statement[] {
  const model = modelOf(opened, hasOwn)
  if (!model) return []
  const faults = opened.flatMap(each => [
    ...titleFaults(each),
    ...levelFaults(each),
    ...orderFaults(each, model, hasOwn(each)),
  ])
  if (faults.length > 0) return faults
  const count = partsOf(model).length
  const formats = sayFormats(opened)
  if (count === 0) return [keptOf('headings', `One title and no headings in ${formats}.`)]
  const says = `${countOf(count, 'heading')} under one title, the same in ${formats}, and no level is left out.`
  return [keptOf('headings', says)]
}

/** Two that agree show where a third goes astray. */
function modelOf(opened: readonly Opened[], hasOwn: (of: Opened) => boolean): Opened | undefined {
  const [first, ...rest] = [...opened].sort(
    (one, other) => Number(hasOwn(one)) - Number(hasOwn(other)),
  )
  if (!first) return undefined
  const candidates = [first, ...rest].filter(each => hasOwn(each) === hasOwn(first))
  const agrees = (one: Opened) =>
    candidates.some(other => other !== one && orderFaults(other, one, false).length === 0)
  return candidates.find(agrees) ?? first
}

const partsOf = ({ headings }: Opened): Heading[] => headings.filter(({ depth }) => depth > 0)

/** The PDF's title is its first paragraph, and a property: PDF 1.7 has no tag for it. */
function titleFaults({ format, headings }: Opened): Statement[] {
  const count = headings.filter(({ depth }) => depth === 0).length
  if (format === 'pdf' ? count <= 1 : count === 1) return []
  const expected = `${within[format]}, expected one above the letter`
  const says = count === 0 ? `Missing title ${expected}` : `Unexpected ${count} titles ${expected}`
  return [brokenOf('headings', format, says)]
}

/** ISO 14289-1, 7.4.2; WCAG 2.2, 1.3.1 */
function levelFaults({ format, headings }: Opened): Statement[] {
  const faults: Statement[] = []
  let before = 0
  for (const { depth, words } of headings) {
    if (words === '')
      faults.push(
        brokenOf('headings', format, `Unexpected heading without words ${within[format]}`),
      )
    if (depth > before + 1) {
      const says = `Unexpected heading ${quote(words)} of level ${depth} ${within[format]}, expected ${before + 1}${before === 0 ? '' : ' or less'}`
      const hint = 'Who jumps from heading to heading would look for the one between'
      faults.push(brokenOf('headings', format, says, hint))
    }
    before = depth
  }
  return faults
}

/** The first that stands in one and not in the other: from there on, everything would differ. */
function orderFaults(each: Opened, model: Opened, mayHaveMore: boolean): Statement[] {
  if (each === model) return []
  const [expected, found] = [partsOf(model), partsOf(each)]
  let at = 0
  for (const heading of expected) {
    while (mayHaveMore && at < found.length && !isSame(found[at], heading)) at++
    if (!isSame(found[at], heading)) {
      const { depth, words } = heading
      const says = `Missing heading ${quote(words)} of level ${depth} ${within[each.format]}, expected it there as ${within[model.format]}`
      return [brokenOf('headings', each.format, says)]
    }
    at++
  }
  const more = found[at]
  if (mayHaveMore || !more) return []
  const says = `Unexpected heading ${quote(more.words)} ${within[each.format]}, expected none there as ${within[model.format]}`
  return [brokenOf('headings', each.format, says)]
}

/** A line of the PDF may end where no space is, and its letters may be drawn joined. */
const squeeze = (words: string): string => words.normalize('NFKC').replace(/\s+/g, '')

const isSame = (one: Heading | undefined, other: Heading): boolean =>
  one !== undefined && one.depth === other.depth && squeeze(one.words) === squeeze(other.words)

export function sayBookmarks(pdf: OpenedPdf): Statement[] {
  const headings = partsOf(pdf)
  const bookmarks = pdf.bookmarks.map(squeeze)
  const lost = headings.find(({ words }) => !bookmarks.includes(squeeze(words)))
  if (lost) {
    const says = `Missing bookmark of ${quote(lost.words)} in the PDF, expected one for each heading`
    return [brokenOf('headings', 'pdf', says)]
  }
  if (headings.length === 0) return []
  const says = `The PDF has a bookmark for each heading: ${headings.length} of ${headings.length}.`
  return [keptOf('headings', says, 'pdf')]
}
