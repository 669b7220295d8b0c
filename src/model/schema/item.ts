import { array, describe, optional, strictObject, string, union } from 'zod/mini'
import {
  choice,
  day,
  letterText,
  lines,
  markdown,
  notes,
  plain,
  plainList,
  requiredMarkdown,
  requiredWords,
  waive,
  words,
} from './fields.ts'

export const POSITIONS = [
  'accepted',
  'partly accepted',
  'not accepted',
  'not applicable',
  'already met',
] as const

/** Those of the inspectorate's register. */
export const INSPECTORATE_STATUSES = [
  'awaiting review',
  'being progressed',
  'complete',
  'superseded',
] as const

const historySchema = array(
  strictObject({
    date: day('The day of the entry'),
    status: plain('Where the item then stood'),
    text: markdown('What happened.'),
    source: choice(['force', 'body', 'inspectorate'], 'Whose entry it is'),
    notes,
  }),
)

const deadlineSchema = union([
  requiredWords('The words of the report'),
  strictObject({
    words: requiredWords('The words of the report'),
    from: day('The day the period counts from, where not the publication'),
    of: choice(['plan'], 'What is due by then, where not the action itself'),
    notes,
  }),
])

const answerKeys = {
  id: plain('A name that stays, unique in the response'),
  title: words('The headline'),
  update: markdown("The chief officer's comments on the item."),
  comment: markdown("The body's own comments on the item."),
  notes,
  waive,
}

const itemKeys = {
  ...answerKeys,
  number: plain("The report's own number, as printed there"),
  deadline: optional(deadlineSchema.check(describe('By when, in the words of the report'))),
  for: lines('Who it is addressed to, where not the force alone'),
  position: choice(POSITIONS, 'Where the force stands; all but "accepted" need a reason'),
  reason: words('The reason for a position other than "accepted"'),
  status: plain("The force's own status"),
  inspectorate_status: choice(
    INSPECTORATE_STATUSES,
    "The status in the inspectorate's register",
  ),
  inspectorate_ref: plain("The number in the inspectorate's register"),
  raised_before: plainList(
    'The items of earlier responses that it raises again, each by the response and a reference: [2017-peel A1]',
  ),
  owner: words('Who leads the work'),
  target: day("The force's own date"),
  evidence: lines('Links or references to evidence'),
  history: optional(historySchema.check(describe('Dated entries, for life after the letter'))),
  withheld: optional(
    strictObject({
      reason: words('Why it is withheld; never printed'),
      public: words('What the public reads in place of the answer'),
      notes,
    }).check(describe('Keeps the answer out of everything that is published')),
  ),
}

const ownLead = words("The words that open the report's list that it is an entry of, where it has its own")

export const recommendationSchema = strictObject({
  recommendation: requiredMarkdown("The report's recommendation."),
  lead: ownLead,
  ...itemKeys,
})
export const areaForImprovementSchema = strictObject({
  area_for_improvement: requiredMarkdown("The report's area for improvement."),
  lead: ownLead,
  ...itemKeys,
})
export const observationSchema = strictObject({
  observation: requiredMarkdown('A shortcoming that the report puts in prose.'),
  ...itemKeys,
})
export const practiceSchema = strictObject({
  practice: requiredMarkdown('Promising or innovative practice; it needs no answer.'),
  ...itemKeys,
})
export const causeOfConcernSchema = strictObject({
  cause_of_concern: requiredMarkdown("The report's cause of concern."),
  lead: words('The words that open its recommendations, without a closing colon'),
  recommendations: optional(
    array(recommendationSchema).check(describe('Its recommendations, items of their own')),
  ),
  ...itemKeys,
})
export const jointAnswerSchema = strictObject({
  answers: union([string(), array(string())]).check(
    describe('"all" for the items above it in its list, or references: [R10, A2]'),
  ),
  ...answerKeys,
})

export const ITEM_SCHEMAS = {
  cause_of_concern: causeOfConcernSchema,
  recommendation: recommendationSchema,
  area_for_improvement: areaForImprovementSchema,
  observation: observationSchema,
  practice: practiceSchema,
  answers: jointAnswerSchema,
}
/** The keys that tell the kinds of item apart. */
export const KIND_KEYS = Object.keys(ITEM_SCHEMAS) as (keyof typeof ITEM_SCHEMAS)[]

/** Each is tried in turn: the commonest come first. */
export const itemSchema = union([
  areaForImprovementSchema,
  recommendationSchema,
  causeOfConcernSchema,
  observationSchema,
  practiceSchema,
  jointAnswerSchema,
])

export const actionSchema = strictObject({
  text: requiredMarkdown('What the body itself will do.'),
  owner: words('Who leads it'),
  by: day('By when'),
  answers: plainList('The recommendations it answers, by reference'),
  notes,
})

export const chiefOfficerSchema = strictObject({
  invited: day('The day the chief officer was asked for comments'),
  due: day('The day before which they were asked for'),
  received: day('The day they came'),
  introduction: letterText("The chief officer's words before the items"),
  conclusion: letterText("The chief officer's words after the items"),
  notes,
})
