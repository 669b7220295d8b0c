import { countItems } from '../names.ts'
import { findPassage } from '../quotations/find-passage.ts'
import { lineKey, readQuotations, type Quotations } from '../quotations/quotations.ts'
import { itemsOfReport, type ReportItem } from '../quotations/report-items.ts'
import { wordsIn } from '../quotations/words.ts'
import type { Finding, Rule } from '../rule.ts'

/** Told one by one; with more the response is at its beginning. */
const TOLD = 10
const WORDS_NEEDED = 5
const WORDS_QUOTED = 12
/** Of an item's words, as many stand in the response: it is there, however it is cut. */
const THERE = 0.5

/** What the report asks and the response leaves out is answered by nobody. */
export const itemOfReportMissing: Rule = {
  id: 'item-of-report-missing',
  severity: 'warning',
  title: "Every item of the report's saved copy is one of the response",
  source: 'Practice: what the report asks is answered, item by item',
  *check(context) {
    if (context.report.covered_by) return
    const read = readQuotations(context)
    // Where no item stands in it, it is another report, or a part that the items are not of.
    if (!read || (read.quotations.length > 0 && read.found.size === 0)) return
    const missing = [...findMissing(read)]
    yield* missing.slice(0, TOLD)
    const more = missing.length - TOLD
    if (more > 0)
      yield {
        at: ['report', 'copy'],
        from: [['sections']],
        message: `Missing ${more} more ${more === 1 ? 'item' : 'items'} of the report, expected them among the items`,
      }
  },
}

function* findMissing({ copy, quoted, lines: known }: Quotations): Generator<Finding> {
  const told = new Set<string>()
  for (const [number, { at, lines }] of copy.copies.entries())
    for (const item of itemsOfReport(lines)) {
      const words = wordsIn(item.words)
      // The summary of a report says its items once more.
      const key = words.map(({ key }) => key).join(' ')
      if (words.length < WORDS_NEEDED || told.has(key)) continue
      told.add(key)
      if (known.has(lineKey(number, lines.indexOf(item.line)))) continue
      if ((findPassage(quoted, words)?.likeness ?? 0) >= THERE) continue
      yield tell(item, at)
    }
}

function tell({ kind, words, line }: ReportItem, at: Finding['at']): Finding {
  const all = words.split(/\s+/)
  const shown = all.slice(0, WORDS_QUOTED).join(' ') + (all.length > WORDS_QUOTED ? ' …' : '')
  const name = countItems(1, kind).replace(/^one /, '')
  const page = line.page === undefined ? 'of the report' : `on page ${line.page} of the report`
  return {
    at,
    // What could not be read may be it.
    from: [['sections']],
    message: `Missing ${name} "${shown}" ${page}, expected it among the items`,
    related: [{ at: { place: line.place }, label: 'the report has it here' }],
  }
}
