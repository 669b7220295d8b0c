import { array, describe, optional, record, strictObject, string, union } from 'zod/mini'
import { choice, day, lines, link, notes, plain, requiredMarkdown, words } from './fields.ts'
import { addresseeSchema } from './addressee.ts'

export const letterSchema = strictObject({
  date: day("The letter's date; needed when the response is final"),
  our_ref: plain('Our reference'),
  your_ref: plain('Their reference'),
  to: optional(
    union([string(), array(union([string(), addresseeSchema]))]).check(
      describe('To whom: keys of the address book, or addressees written out'),
    ),
  ),
  copies: lines('Who else is sent the letter: printed after "cc:"'),
  subject: words('The subject line'),
  salutation: words("How the letter begins, in place of the first addressee's salutation"),
  sign_off: words('How the letter ends, in place of "Yours sincerely" or "Yours faithfully"'),
  signed_by: plain('Who signs, where not the holder at the date: the name of a deputy or holder'),
  layout: choice(['letter', 'appendix'], 'Everything in the letter, or the items in an appendix'),
  wording: optional(
    record(
      string(),
      requiredMarkdown('A text in place of the fixed sentence of that name, or false for none.'),
    ).check(describe('Fixed sentences replaced or left out in this letter alone')),
  ),
  notes,
})

export const publicationSchema = strictObject({
  published: day('The day the response went on the website'),
  url: link('Where it stands on the web'),
  sent: day('The day the copies went out'),
  notes,
})
