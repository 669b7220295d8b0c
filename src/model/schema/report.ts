import { array, describe, enum as oneOf, optional, strictObject, union } from 'zod/mini'
import {
  choice,
  count,
  day,
  lines,
  link,
  notes,
  paths,
  plain,
  requiredWords,
  words,
} from './fields.ts'

export const REPORT_KINDS = [
  'peel',
  'thematic',
  'custody',
  'child-protection',
  'revisit',
  'accelerated',
  'other',
] as const

export const reportSchema = strictObject({
  title: requiredWords("The report's title, as printed on it"),
  inspectorate: lines('Who published it: HMICFRS, or a list of all its authors'),
  kind: choice(REPORT_KINDS, 'What kind of report it is'),
  published: day('The exact day it was published: day 1 of the 56. TODO until it is known'),
  url: link('Where it stands on the web'),
  basis: words('The legal basis; one other than section 55 switches the statutory rules off'),
  scale: optional(
    union([oneOf(['peel-2014', 'peel-2021']), array(requiredWords('A grade'))]).check(
      describe('The scale of its grades: peel-2014, peel-2021, or a list, best first'),
    ),
  ),
  copy: paths(
    'The saved report (a web page, a PDF, a Word document or text), from the folder of the response: quotations are checked against it',
  ),
  expects: optional(
    strictObject({
      recommendations: count('How many recommendations the report counts'),
      'areas for improvement': count('How many areas for improvement the report counts'),
      'causes of concern': count('How many causes of concern the report counts'),
      observations: count('How many shortcomings in prose are answered'),
      practices: count('How many practices are named'),
      notes,
    }).check(describe("The report's own counts")),
  ),
  covered_by: plain('The name of another response that answers the same findings'),
  notes,
})
