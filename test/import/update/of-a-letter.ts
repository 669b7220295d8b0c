import type { InspectionResponse, Item, Section } from '../../../src/model/response.ts'
import type { FoundItem, FoundReport, FoundSection } from '../../../src/import/found-report.ts'
import { atLine } from '../found.ts'

/** The report that a letter answers, as the letter has it. */
export const foundOf = ({ report, sections }: InspectionResponse): FoundReport => ({
  title: report.title,
  inspectorates: report.inspectorates,
  otherDays: [],
  sections: sections.map(sectionOf),
  counts: [],
  passed: [],
  doubts: [],
})

const { place } = atLine(1)

const sectionOf = ({
  title,
  question,
  grade,
  previous,
  items,
  sections,
}: Section): FoundSection => ({
  title: title.value,
  ...(question && { question: question.value }),
  ...(grade !== undefined && { grade }),
  ...(previous !== undefined && { previous }),
  place,
  items: items.flatMap(item => (item.kind === 'answers' ? [] : itemOf(item))),
  sections: sections.map(sectionOf),
})

const itemOf = (item: Item): FoundItem => ({
  kind: item.kind,
  words: item.words.blocks,
  ...(item.title && { title: item.title.value }),
  ...(item.number !== undefined && { number: item.number }),
  ...(item.lead && { lead: item.lead.value }),
  ...(item.for && { for: item.for }),
  recommendations: item.recommendations.map(itemOf),
  place,
  again: [],
})
