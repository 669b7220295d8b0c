import {
  array,
  describe,
  enum as oneOf,
  optional,
  record,
  strictObject,
  string,
  union,
} from 'zod/mini'
import type { infer as Infer } from 'zod/mini'
import { addresseeSchema } from './addressee.ts'
import {
  choice,
  colour,
  day,
  LANGUAGES,
  lines,
  link,
  millimetres,
  notes,
  path,
  plain,
  requiredWords,
  words,
} from './fields.ts'

const postHolderSchema = strictObject({
  name: requiredWords('The name, as printed under the signature'),
  title: lines('The title, as printed under the name; a list prints on lines of its own'),
  from: day('The first day in the post'),
  to: day('The last day in the post'),
  signature: path('The picture of the signature, or a variable that names it: ${S55_SIGNATURE}'),
  notes,
})

const bodySchema = strictObject({
  title: requiredWords('The local policing body: Police and Crime Commissioner, Mayor, …'),
  short: words('Its short form: PCC'),
  area: words('The police area'),
  voice: choice(['I', 'we', 'the Board'], 'The person that the fixed sentences speak in'),
  notes,
})

const letterheadSchema = strictObject({
  logo: path('The logo: svg, png or jpeg, from the folder of the office'),
  logo_alt: words('What the logo shows, for who cannot see it'),
  wordmark: lines("The office's name as its letterhead sets it, a line each"),
  colour: colour('The colour of headings and rules: "#1f2a5c"'),
  font: plain('Arial, Calibri or Times New Roman; another needs font_files'),
  font_files: optional(
    strictObject({
      regular: string().check(describe('The regular face')),
      bold: string().check(describe('The bold face')),
      italic: string().check(describe('The italic face')),
      bold_italic: string().check(describe('The bold italic face')),
      notes,
    }).check(describe("The font's files, from the folder of the office")),
  ),
  margins: optional(
    strictObject({
      top: millimetres('25mm'),
      first_top: millimetres('Of the first page, on stationery as a PDF; else it is as top'),
      bottom: millimetres('24mm'),
      left: millimetres('34mm'),
      right: millimetres('34mm'),
      notes,
    }).check(describe('The margins of the page')),
  ),
  docx: path("The office's own Word stationery"),
  pdf: path("The office's own stationery as a PDF"),
  notes,
})

/** templates/<office>/office.yaml */
export const officeFileSchema = strictObject({
  office: requiredWords("The office's name"),
  short: words('Its short form'),
  body: bodySchema.check(describe('The local policing body')),
  holders: optional(array(postHolderSchema).check(describe('Who held the post when'))),
  deputies: optional(array(postHolderSchema).check(describe('Who may sign instead'))),
  force: requiredWords("The force's name"),
  chief_officers: optional(array(postHolderSchema).check(describe('Who led the force when'))),
  panel: words('The Police and Crime Panel, where there is one'),
  address: lines('The postal address, a line each'),
  telephone: plain('The telephone number'),
  email: plain('The email address'),
  website: link('The website'),
  languages: optional(
    array(oneOf(LANGUAGES)).check(describe('The languages the office publishes in')),
  ),
  letterhead: optional(letterheadSchema.check(describe('The looks of its letters'))),
  addressees: optional(
    record(string(), union([addresseeSchema, array(addresseeSchema)])).check(
      describe('An address book over the built-in one'),
    ),
  ),
  notes,
})
export type OfficeFile = Infer<typeof officeFileSchema>
