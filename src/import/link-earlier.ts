import { itemsOf, type InspectionResponse } from '../model/response.ts'
import type { FoundReport } from './found-report.ts'
import { foundItems } from './found-report.ts'
import { bagOf, likeness } from '../model/likeness.ts'
import { printedWords } from './printed-words.ts'

/** A letter says its items once more, with a word here or there that is another. */
const ALIKE = 0.85

/** Says of each item of a revisit in which response of the office it was answered, where one has its words. */
export function linkEarlier(report: FoundReport, responses: readonly InspectionResponse[]): void {
  const known = responses.flatMap(response =>
    [...itemsOf(response.sections)].map(item => ({
      response: response.name,
      item,
      bag: bagOf(item.words.value),
    })),
  )
  for (const found of foundItems(report.sections)) {
    const bag = bagOf(printedWords(found.words))
    const [best] = known
      .filter(({ item }) => item.kind === found.kind)
      .map(one => ({ ...one, like: likeness(bag, one.bag) }))
      .filter(({ like }) => like >= ALIKE)
      .sort((one, other) => other.like - one.like)
    if (best) found.earlier = { response: best.response, id: best.item.id }
  }
}
