import { array, describe, enum as oneOf, optional, strictObject } from 'zod/mini'
import type { infer as Infer } from 'zod/mini'
import { PAPER_KINDS } from '../paper-kinds.ts'
import {
  choice,
  day,
  flag,
  LANGUAGES,
  markdown,
  notes,
  path,
  plain,
  plainList,
  requiredPlain,
  requiredWords,
  words,
} from './fields.ts'

/** How much of a response a paper shows. */
export const DETAILS = ['grades', 'summary', 'full'] as const

const sectionSchema = strictObject({
  title: words("The section's heading; of a drawn one, in place of the report's title"),
  text: markdown("The office's own words."),
  response: plain('The name of a response that the section is drawn from'),
  detail: choice(
    DETAILS,
    "grades: grades, counts and dates; summary: items too, the force's updates in short; full: updates whole",
  ),
  before: markdown("The body's words before what is drawn."),
  after: markdown("The body's words after what is drawn."),
  draft: flag("Shows the force's updates of a response that is not final, marked as a draft"),
  restricted: flag('Left out of the public copy, in which its number alone stands'),
  notes,
})

const appendixSchema = strictObject({
  title: requiredWords('What the appendix is, as the list of appendices prints it'),
  id: plain('What texts refer to it by: {appendix id}'),
  restricted: flag('Not for publication: never attached to a public copy'),
  file: path('The appendix itself, relative to this file: it goes out with the paper'),
  notes,
})

/** panel/<name>.yaml */
export const panelFileSchema = strictObject({
  office: requiredPlain('The folder of templates/ that holds the office'),
  kind: choice(
    PAPER_KINDS,
    "report (as it is), or progress: where all the office's open items stand",
  ),
  language: optional(
    oneOf(LANGUAGES).check(describe("en-GB or cy-GB; else the office's first language")),
  ),
  item: words('The number of the item on the agenda: Item 4'),
  title: requiredWords('The title of the paper'),
  meeting: day('The day of the meeting'),
  since: day('Of a progress paper: the day of the meeting before, after which items were closed'),
  responses: plainList("Of a progress paper: the responses that it is about; else all the office's"),
  sections: optional(array(sectionSchema).check(describe('The sections, numbered in this order'))),
  appendices: optional(
    array(appendixSchema).check(describe('The appendices, lettered in this order')),
  ),
  notes,
})
export type PanelFile = Infer<typeof panelFileSchema>
