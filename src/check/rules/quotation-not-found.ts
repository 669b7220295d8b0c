import { inSection, nameItem } from '../names.ts'
import { readQuotations } from '../quotations/quotations.ts'
import type { Rule } from '../rule.ts'

/** Fewer words are a heading or a remark, and say nothing sure. */
const WORDS_NEEDED = 6

/** The saved report may be a part of the whole: only where other items of a section stand in it is one missed. */
export const quotationNotFound: Rule = {
  id: 'quotation-not-found',
  severity: 'warning',
  title: "The words of every item stand in the report's saved copy",
  source: 'Practice: readers hold the response beside the report',
  *check(context) {
    const read = readQuotations(context)
    if (!read) return
    const { quotations, found, copy } = read
    const covered = new Set(
      quotations.filter(({ item }) => found.has(item)).map(({ section }) => section),
    )
    const files = copy.copies.map(({ file }) => file.slice(file.lastIndexOf('/') + 1))
    for (const { item, section, part, at, words } of quotations) {
      if (part !== 'words' || found.has(item)) continue
      if (!covered.has(section) || words.length < WORDS_NEEDED) continue
      yield {
        at,
        part: 'key',
        item: item.id,
        message: `Unexpected words in ${nameItem(item)}${inSection(section)}, expected words that stand in ${files.join(' or ')}`,
        hint: 'Copy them from the report: what else is quoted in this section stands there.',
      }
    }
  },
}
