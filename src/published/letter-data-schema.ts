import {
  array,
  describe,
  enum as oneOf,
  literal,
  meta,
  optional,
  regex,
  strictObject,
  string,
  union,
} from 'zod/mini'
import type { infer as Infer, ZodMiniArray } from 'zod/mini'
import { LANGUAGES } from '../model/schema/fields.ts'
import { REPORT_KINDS } from '../model/schema/report.ts'

const words = (text: string) => string().check(describe(text))
const maybe = (text: string) => optional(words(text))
const markdown = (text: string) => words(`${text} ${MARKDOWN}`)
const maybeMarkdown = (text: string) => optional(markdown(text))
const list = (text: string) => array(string()).check(describe(text))
const day = (text: string) =>
  optional(string().check(regex(/^\d{4}-\d{2}-\d{2}$/), describe(`${text} YYYY-MM-DD.`)))

const MARKDOWN =
  'In a small Markdown: paragraphs, lists, emphasis, links, quotations, tables; a paragraph is one line.'

/** What the address of the published schema is: it stands in every file. */
export const LETTER_SCHEMA = 'urn:section55:letter'

const deadlineSchema = strictObject({
  words: words("In the report's words"),
  day: day('The day that these words mean, where they mean one.'),
})

const answerSchema = strictObject({
  id: words('Of this answer: what it answers refers to it in `answered_under`'),
  kind: literal('answers').check(describe('A text that answers several items')),
  title: maybe('Its own heading, where it has one'),
  answers: list('The ids of the items that it answers'),
  update: maybeMarkdown("The chief officer's comments on them."),
  comment: maybeMarkdown("The body's own comments on them."),
}).check(meta({ id: 'joint_answer' }))

const itemKeys = {
  id: words('A name that is unique in the letter'),
  label: words('As the letter calls it: "Recommendation 3 of 7"'),
  number: maybe("The report's own number, as printed there"),
  title: maybe('The headline'),
  words: markdown("The report's words."),
  for: optional(list('Who it is addressed to, where not the force alone')),
  withheld: optional(
    strictObject({ public: maybe('What the public reads in place of the answer') }).check(
      describe('The answer is not published'),
    ),
  ),
  deadline: optional(deadlineSchema.check(describe('By when the report wants it done'))),
  position: maybe('Where the force stands: accepted, partly accepted, not accepted, …'),
  reason: maybe('The reason for that'),
  update: maybeMarkdown("The chief officer's comments on it."),
  comment: maybeMarkdown("The body's own comments on it."),
  status: maybe("The force's own status"),
  owner: maybe('Who leads the work'),
  target: day("The force's own date."),
  evidence: optional(list('Links or references to evidence')),
  answered_under: optional(list('The ids of the answers that it shares with other items')),
}
/** In the order in which they are written. */
const { id, label, ...rest } = itemKeys

const itemSchema = strictObject({
  id,
  kind: oneOf(['recommendation', 'area_for_improvement', 'observation', 'practice']).check(
    describe('What it is'),
  ),
  label,
  lead: maybe('The words that open the list that it is an entry of'),
  ...rest,
}).check(meta({ id: 'item' }))

const causeSchema = strictObject({
  id,
  kind: literal('cause_of_concern').check(describe('What it is')),
  label,
  ...rest,
  lead: maybe('The words that open its recommendations'),
  recommendations: array(itemSchema).check(describe('Its recommendations')),
}).check(meta({ id: 'cause_of_concern' }))

const sectionSchema = strictObject({
  id: words('A name that is unique in the letter'),
  title: words('The title of the pillar, question or area'),
  question: maybe("The inspection's question"),
  grade: maybe('The grade'),
  previous: maybe('The grade at the inspection before, where the letter lists it'),
  introduction: maybeMarkdown('What stands before the items.'),
  items: array(union([itemSchema, causeSchema, answerSchema])).check(
    describe('What the report raises here, and answers to several of these'),
  ),
  get sections(): ZodMiniArray<typeof sectionSchema> {
    return array(sectionSchema).check(describe('The sections within this one'))
  },
})

/** letter.json: the letter as data, made from what the letter prints. */
export const letterDataSchema = strictObject({
  $schema: literal(LETTER_SCHEMA).check(describe('The address of this schema')),
  title: words('The title of the letter'),
  language: oneOf(LANGUAGES).check(describe('The language of all its words')),
  status: oneOf(['draft', 'final']).check(describe('draft: not yet published, with gaps')),
  body: strictObject({
    title: words('Police and Crime Commissioner, Mayor, …'),
    short: maybe('Its short form: PCC'),
    area: maybe('The police area'),
  }).check(describe('The local policing body that answers')),
  force: words('The police force that was inspected'),
  office: strictObject({
    name: words("The body's office"),
    address: list('The postal address, a line each'),
    telephone: maybe('The telephone number'),
    email: maybe('The email address'),
    website: maybe('The website'),
  }).check(describe('Whom to ask')),
  report: strictObject({
    title: words('Its title'),
    inspectorates: list('Who published it'),
    kind: oneOf(REPORT_KINDS).check(describe('What kind of report it is')),
    published: day('The day it was published, day 1 of the 56.'),
    url: maybe('Where it stands on the web'),
    basis: words('The legal basis of the response'),
    scale: list('The scale of its grades, best first'),
  }).check(describe('The inspection report that is answered')),
  letter: strictObject({
    date: day("The letter's date."),
    our_ref: maybe('Our reference'),
    your_ref: maybe('Their reference'),
    to: array(
      strictObject({
        lines: list('Name and address, a line each'),
        email: maybe('The email address'),
      }),
    ).check(describe('To whom')),
    copies: list('Who else is sent the letter'),
    subject: maybe('The subject line'),
    salutation: maybe('How the letter begins'),
    sign_off: words('How the letter ends'),
    signed_by: optional(
      strictObject({
        name: words('The name'),
        titles: list('The title, a line each'),
        on_behalf_of: maybe('In whose stead'),
      }).check(describe('Who signs')),
    ),
  }).check(describe('The head and foot of the letter')),
  publication: optional(
    strictObject({
      published: day('The day the response went on the website.'),
      url: maybe('Where it stands on the web'),
      sent: day('The day the copies went out.'),
    }).check(describe('When the response was published')),
  ),
  comments: maybeMarkdown(
    "The body's comments on the report, section 55(5) of the Police Act 1996.",
  ),
  reply: maybeMarkdown("The body's response to the chief officer's comments."),
  chief_officer: strictObject({
    title: words('Chief Constable, or Commissioner'),
    introduction: maybeMarkdown("The chief officer's words before the items."),
    conclusion: maybeMarkdown("The chief officer's words after the items."),
  }).check(describe("The chief officer's comments, beside those on single items")),
  actions: array(
    strictObject({
      text: markdown('What the body itself will do.'),
      owner: maybe('Who leads it'),
      by: day('By when.'),
      answers: list('The ids of the items that it answers'),
    }),
  ).check(describe('What the body itself will do')),
  sections: array(sectionSchema).check(describe('The pillars, questions or areas of the report')),
})

export type LetterData = Infer<typeof letterDataSchema>
export type SectionData = Infer<typeof sectionSchema>
export type EntryData = SectionData['items'][number]
