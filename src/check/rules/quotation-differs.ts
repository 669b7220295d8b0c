import { inSection, nameItem } from '../names.ts'
import { differencesOf, type Difference } from '../quotations/differences.ts'
import { readQuotations, type Quotation } from '../quotations/quotations.ts'
import type { Finding, Rule } from '../rule.ts'

/** As many are shown word by word; an officer who sees these looks at the report. */
const TOLD = 3

/** The report's words are the inspectorate's: a letter that quotes them otherwise answers something else. */
export const quotationDiffers: Rule = {
  id: 'quotation-differs',
  severity: 'warning',
  title: "The report's words are quoted as the report has them",
  source: 'Practice: readers hold the response beside the report',
  *check(context) {
    const read = readQuotations(context)
    if (!read) return
    const begun = new Set(read.quotations.flatMap(({ passage }) => passage?.from ?? []))
    for (const quotation of read.quotations) {
      const differences = differencesOf(quotation, read.copy, begun)
      const [first] = differences
      if (first) yield tell(quotation, first, differences)
    }
  },
}

function tell(quotation: Quotation, first: Difference, all: readonly Difference[]): Finding {
  const { item, at } = quotation
  const { within, place } = first
  return {
    at,
    item: item.id,
    message: all.length === 1 ? sayOne(first, quotation) : saySeveral(first, all, quotation),
    ...(within ? { within } : { part: 'key' }),
    ...(place && { related: [{ at: { place }, label: "the report's words" }] }),
  }
}

function sayOne(difference: Difference, quotation: Quotation): string {
  const { typed, found } = difference
  const where = nameQuotation(quotation)
  const source = `as ${nameReport(difference)} has it`
  if (typed === '')
    return `Missing "${found}" in ${where}, expected it ${sayWhere(difference)} ${source}`
  if (found === '')
    return `Unexpected "${typed}" in ${where}, expected the words without it, ${source}`
  return `Unexpected "${typed}" in ${where}, expected "${found}" ${source}`
}

function saySeveral(first: Difference, all: readonly Difference[], quotation: Quotation): string {
  const told = all.slice(0, TOLD).map(sayPart)
  const more = all.length - TOLD
  const list = more > 0 ? [...told, `${more} more`] : told
  const words = `${list.slice(0, -1).join(', ')} and ${list.at(-1)}`
  return `Unexpected words in ${nameQuotation(quotation)}, expected ${words}, as ${nameReport(first)} has them`
}

function sayPart(difference: Difference): string {
  const { typed, found } = difference
  if (typed === '') return `"${found}" ${sayWhere(difference)}`
  return found === '' ? `no "${typed}"` : `"${found}" for "${typed}"`
}

const sayWhere = ({ after }: Difference): string =>
  after === undefined ? 'at the beginning' : `after "${after}"`

function nameQuotation({ item, section, part }: Quotation): string {
  return `${part === 'words' ? '' : `the ${part} of `}${nameItem(item)}${inSection(section)}`
}

function nameReport({ page }: Difference): string {
  return page === undefined ? 'the report' : `page ${page} of the report`
}
