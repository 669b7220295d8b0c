import type { Rule } from './rule.ts'
import { RULE_SETTING, UNUSED_WAIVER } from './settings-problems.ts'

/** What a problem may carry as its rule and no rule of `rules/` finds: the reader meets it, or the runner. */
export type RuleOfReading = Pick<Rule, 'id' | 'severity' | 'title' | 'source'>

const FORMAT = 'The format of the files'

export const rulesOfReading: readonly RuleOfReading[] = [
  { id: 'yaml', severity: 'error', title: 'The file is YAML as officers write it', source: FORMAT },
  { id: 'unknown-key', severity: 'error', title: 'Every key is one of the format', source: FORMAT },
  { id: 'missing-key', severity: 'error', title: 'Keys that are needed are there', source: FORMAT },
  {
    id: 'unexpected-value',
    severity: 'error',
    title: 'A value is of the kind that its key asks',
    source: FORMAT,
  },
  { id: 'date', severity: 'error', title: 'Dates are written 2019-09-27', source: FORMAT },
  {
    id: 'text',
    severity: 'error',
    title: 'Texts are paragraphs, lists, links, quotations and tables',
    source: FORMAT,
  },
  {
    id: 'missing-file',
    severity: 'error',
    title: 'Every file that is named is there',
    source: FORMAT,
  },
  {
    id: 'report-copy',
    severity: 'warning',
    title: "The report's saved copy can be read",
    source: FORMAT,
  },
  {
    id: 'part',
    severity: 'error',
    title: 'A part is a section, an item or a list of them',
    source: FORMAT,
  },
  {
    id: 'reference',
    severity: 'error',
    title: 'A reference names one thing that is there',
    source: FORMAT,
  },
  { id: 'double-id', severity: 'error', title: 'Each id stands once', source: FORMAT },
  {
    id: 'picture',
    severity: 'error',
    title: 'Logos and signatures are pictures that can be drawn',
    source: FORMAT,
  },
  {
    id: 'font',
    severity: 'error',
    title: 'The font of the letters is built in, or its files are given',
    source: FORMAT,
  },
  {
    id: 'wording',
    severity: 'error',
    title: "The office's own sentences can be filled",
    source: FORMAT,
  },
  {
    id: 'two-languages',
    severity: 'error',
    title: 'A response in two languages is complete in both',
    source: 'Welsh Language (Wales) Measure 2011: neither language is treated less favourably',
  },
  {
    id: 'stationery',
    severity: 'error',
    title: "The office's own stationery can carry the letter",
    source: FORMAT,
  },
  {
    ...UNUSED_WAIVER,
    title: 'Every waiver excuses something, says why and has an end',
    source: 'Practice: an excuse that nobody needs any more hides the next mistake',
  },
  {
    ...RULE_SETTING,
    title: 'Settings name rules that there are, and lower none of the Act',
    source: FORMAT,
  },
]
