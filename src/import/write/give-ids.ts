import { makeIds } from '../../model/make-ids.ts'
import type { FoundItem, FoundSection } from '../found-report.ts'
import { oneLine } from '../../edit/yaml-value.ts'

export type FoundIds = {
  of: (found: FoundItem | FoundSection) => string
  /** Items of a tracker whose id another has before them. */
  doubles: ReadonlySet<FoundItem>
}

/** The ids that the places would give, written out so that they stay when items move; a tracker's own stay. */
export function giveIds(sections: readonly FoundSection[]): FoundIds {
  const taken = new Set<string>()
  const doubles = new Set<FoundItem>()
  const at = new Map<FoundItem | FoundSection, (string | number)[]>()
  const ownId = (item: FoundItem): { id?: string } => {
    const id = item.answers?.id === undefined ? '' : oneLine(item.answers.id)
    if (id === '') return {}
    if (taken.has(id)) {
      doubles.add(item)
      return {}
    }
    taken.add(id)
    return { id }
  }
  const itemOf = (item: FoundItem, path: (string | number)[]): object => {
    at.set(item, path)
    return {
      [item.kind]: '',
      ...ownId(item),
      recommendations: item.recommendations.map((one, index) =>
        itemOf(one, [...path, 'recommendations', index]),
      ),
    }
  }
  const sectionOf = (section: FoundSection, path: (string | number)[]): object => {
    at.set(section, path)
    const { title, question, items, sections: inner } = section
    return {
      ...(title !== undefined && { title }),
      ...(question !== undefined && { question }),
      items: items.map((item, index) => itemOf(item, [...path, 'items', index])),
      sections: inner.map((one, index) => sectionOf(one, [...path, 'sections', index])),
    }
  }
  const inputs = sections.map((section, index) => sectionOf(section, ['sections', index]))
  const ids = makeIds(inputs)
  return { of: found => ids.of(at.get(found) ?? []), doubles }
}
