import { array, describe, enum as oneOf, optional, strictObject } from 'zod/mini'
import { day, notes, plain, requiredLines, words } from './fields.ts'

export const addresseeSchema = strictObject({
  lines: requiredLines('Name and address, a line each'),
  email: plain('The email address that the letter is sent to'),
  salutation: words('How a letter to them begins'),
  receives: optional(
    array(oneOf(['inspectorate', 'secretary of state'])).check(
      describe('Which of the two copies of section 55(6) goes to them'),
    ),
  ),
  from: day('The first day of this entry'),
  to: day('The last day of this entry'),
  notes,
})
