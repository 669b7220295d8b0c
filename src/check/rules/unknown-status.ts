import { entriesOf } from '../../model/response.ts'
import { INSPECTORATE_STATUSES } from '../../model/schema/item.ts'
import { didYouMean, listWords } from '../../model/validate/did-you-mean.ts'
import { inSection, nameItem } from '../names.ts'
import type { Rule } from '../rule.ts'

export const unknownStatus: Rule = {
  id: 'unknown-status',
  severity: 'error',
  title: 'A status is a word of the scale',
  source: 'The office: `statuses` in section55.yaml, else not started, in progress and complete',
  *check({ settings, sections }) {
    const scale = settings.statuses.map(({ word }) => word)
    for (const { item, section } of entriesOf(sections)) {
      const { at, status, history } = item
      const entries = history.map(({ at, status, source }) => ({
        at,
        status,
        // The register has words of its own, whoever copied them here.
        known: source === undefined || source === 'inspectorate' ? [...scale, ...REGISTER] : scale,
      }))
      for (const entry of [{ at, status, known: scale }, ...entries]) {
        if (entry.status === undefined || entry.known.includes(entry.status)) continue
        const meant = didYouMean(entry.status, entry.known)
        yield {
          at: [...entry.at, 'status'],
          item: item.id,
          message: `Unexpected status "${entry.status}" of ${nameItem(item)}${inSection(section)}, expected ${listWords(entry.known)}`,
          hint:
            meant === undefined
              ? 'Words of your own stand in section55.yaml, under `statuses`.'
              : `Did you mean ${meant}?`,
        }
      }
    }
  },
}

const REGISTER: readonly string[] = INSPECTORATE_STATUSES
