import { array, describe, optional, strictObject } from 'zod/mini'
import type { infer as Infer } from 'zod/mini'
import { choice, languages, letterText, notes, requiredPlain, waive } from './fields.ts'
import { actionSchema, chiefOfficerSchema } from './item.ts'
import { letterSchema, publicationSchema } from './letter.ts'
import { reportSchema } from './report.ts'
import { sectionSchema } from './section.ts'

/** responses/<name>/response.yaml */
export const responseFileSchema = strictObject({
  office: requiredPlain('The folder of templates/ that holds the office'),
  status: choice(['draft', 'final'], 'draft: gaps are shown; final: no error may remain'),
  language: languages('en-GB, cy-GB, or a list of both'),
  report: reportSchema.check(describe('The inspection report that is answered')),
  publication: optional(
    publicationSchema.check(describe('When the response was published; it closes the clock')),
  ),
  letter: optional(letterSchema.check(describe('The letter that carries the response'))),
  comments: letterText("The body's comments on the report, section 55(5)"),
  chief_officer: optional(chiefOfficerSchema.check(describe("The chief officer's comments"))),
  reply: letterText("The body's response to the chief officer's comments, section 55(5)"),
  actions: optional(array(actionSchema).check(describe('What the body itself will do'))),
  sections: optional(array(sectionSchema).check(describe('The pillars, questions or areas'))),
  waive,
  notes,
})
export type ResponseFile = Infer<typeof responseFileSchema>
