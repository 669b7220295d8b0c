import { telling } from '../../src/cli/telling.ts'
import type { Place, Problem } from '../../src/problem.ts'
import { reporters, type Format } from '../../src/reporters/index.ts'
import type { Report, ReporterOptions, Telling } from '../../src/reporters/reporter.ts'

export const FILE = 'responses/northshire-2019/response.yaml'
export const OPTIONS: ReporterOptions & Telling = {
  columns: 80,
  hasColours: false,
  isQuiet: false,
  ...telling({ today: '2019-11-21' }),
}

export const late: Problem = {
  rule: 'publish-within-56-days',
  severity: 'warning',
  message: 'Unexpected letter of 10 December 2019, expected 21 November 2019 or earlier',
  place: aPlace(14, 9, 10),
  hint: 'Publish it today.',
  related: [{ place: aPlace(6, 14, 10), label: 'the 56 days begin with this day' }],
}
export const todo: Problem = {
  rule: 'placeholder',
  severity: 'error',
  message: 'Unexpected "TODO", expected an answer',
  place: aPlace(3, 11, 4),
  item: 'r1',
}
/** The same words in a name, a message and a line: what each format would take for its own marks. */
export const HOSTILE = [
  ...['::error::x', '%0A::warning::y', 'a,b:c=d', ']]>', '<script>alert(1)</script>', '<!-- -->'],
  ...['&amp; &', '"quoted" \'', '| cell | `c*de` \\| \\', '@officer #12 GH-7 https://x.test/1'],
  ...['www.x.test a@b.test', '[words](javascript:1) ![x](y) [1](1)', '*b* _i_ ~~s~~ $x$ {{y}}'],
  ...[
    'tab\there',
    'line\r\nbreak',
    '😀 漢字 é',
    '\u202edecoded\u200f',
    '\u0007\u001b[31m',
    '\ud83d',
  ],
].join(' ')

export function aPlace(line: number, column: number, length: number, file = FILE): Place {
  return { file, start: { line, column }, end: { line, column: column + length } }
}

/** The lines that the problems above are about. */
export const SOURCE = Array.from(
  { length: 20 },
  (_, index) =>
    ({ 3: '  update: TODO', 6: '  published: 2019-09-27', 14: '  date: 2019-12-10' })[index + 1] ??
    '',
).join('\n')

export function aReport(parts: Partial<Report> & { name?: string } = {}): Report {
  const { problems = [], waived = [], name = 'northshire-2019', ...others } = parts
  const count = (severity: Problem['severity']) =>
    problems.filter(problem => problem.severity === severity).length
  const clock = { published: '2019-09-27', day: '2019-11-21', day_is_of: 'publication' } as const
  return {
    problems,
    waived,
    sources: new Map([[FILE, SOURCE]]),
    isPrivate: () => false,
    showPath: file => file,
    summary: {
      ...{ name, clock, answered: 28, due: 29 },
      ...{ errors: count('error'), warnings: count('warning'), notes: count('note') },
      excused: waived.length,
    },
    ...others,
  }
}

export async function tell(
  format: Format,
  reports: Report[],
  options: Partial<ReporterOptions & Telling> = {},
): Promise<string> {
  let told = ''
  for await (const words of reporters[format](reports, { ...OPTIONS, ...options })) told += words
  return told
}
