import type { Item, ItemKind } from '../../model/response.ts'
import { entriesOf } from '../../model/response.ts'
import { inSection, nameItem } from '../names.ts'
import type { Rule } from '../rule.ts'

/** Items with a number, for one without it to be an oversight. */
const NUMBERED = 2

export const reportNumber: Rule = {
  id: 'report-number',
  severity: 'warning',
  title: "The report's numbers stand once each, and on all items of a kind",
  source: 'The report: national reports number their recommendations, and others cite them so',
  *check({ sections }) {
    const kinds = new Map<ItemKind, { numbered: Map<string, Item>; bare: Item[] }>()
    for (const { item, section } of entriesOf(sections)) {
      const kind = kinds.get(item.kind) ?? { numbered: new Map<string, Item>(), bare: [] }
      kinds.set(item.kind, kind)
      if (item.number === undefined) {
        kind.bare.push(item)
        continue
      }
      const first = kind.numbered.get(item.number)
      if (!first) kind.numbered.set(item.number, item)
      else
        yield {
          at: [...item.at, 'number'],
          item: item.id,
          message: `Unexpected second ${nameItem(item)}${inSection(section)}, expected each number of the report once`,
          related: [{ at: [...first.at, 'number'], label: 'the first one' }],
        }
    }
    for (const { numbered, bare } of kinds.values()) {
      if (numbered.size < NUMBERED || numbered.size < bare.length) continue
      for (const item of bare)
        yield {
          at: [...item.at, item.kind],
          part: 'key',
          item: item.id,
          message: `Missing number of ${nameItem(item)}, expected the report's in \`number\` as on the others`,
        }
    }
  },
}
