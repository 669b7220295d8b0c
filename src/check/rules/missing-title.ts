import { entriesOf, type Entry } from '../../model/response.ts'
import { inSection, nameItem } from '../names.ts'
import type { Rule } from '../rule.ts'

/** Areas with a headline, for one without to be an oversight. */
const TITLED = 2

export const missingTitle: Rule = {
  id: 'missing-title',
  severity: 'warning',
  title: 'Among areas for improvement with headlines, each has its own',
  source: 'HMICFRS: since 2021 its reports give every area for improvement a headline',
  *check({ sections }) {
    const areas = [...entriesOf(sections)].filter(
      ({ item }) => item.kind === 'area_for_improvement',
    )
    const titled = areas.filter(({ item }) => item.title)
    if (titled.length < Math.max(TITLED, areas.length / 2)) return
    for (const area of areas) if (!area.item.title) yield tell(area, titled[0]!)
  },
}

const tell = ({ item, section }: Entry, { item: other }: Entry) => ({
  at: [...item.at, item.kind],
  part: 'key' as const,
  item: item.id,
  message: `Missing headline of ${nameItem(item)}${inSection(section)}, expected it in \`title\` as on the others`,
  related: [{ at: [...other.at, 'title'], part: 'key' as const, label: 'one that has it' }],
})
