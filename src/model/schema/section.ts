import { array, describe, optional, strictObject } from 'zod/mini'
import type { ZodMiniArray, ZodMiniOptional } from 'zod/mini'
import { letterText, notes, plain, words } from './fields.ts'
import { itemSchema } from './item.ts'

export const sectionSchema = strictObject({
  id: plain('A name that stays, unique in the response'),
  title: words('The title of the pillar, question or area'),
  question: words("The inspection's question; it may stand in for the title"),
  grade: words('The grade, a word of the scale, or "ungraded"'),
  previous: words('The grade at the inspection before'),
  introduction: letterText('Prose before the items'),
  items: optional(array(itemSchema).check(describe('What the report raises here'))),
  get sections(): ZodMiniOptional<ZodMiniArray<typeof sectionSchema>> {
    return optional(array(sectionSchema).check(describe('The sections within this one')))
  },
  notes,
})
