import { describe, expect, test } from 'vitest'
import { checkReading } from '../../src/check/run.ts'
import type { Rule } from '../../src/check/rule.ts'
import { reportOn } from '../../src/cli/report-on.ts'
import { itemsOf } from '../../src/model/response.ts'
import { FORMATS } from '../../src/reporters/index.ts'
import type { Problem } from '../../src/problem.ts'
import { aRecommendation, aResponse, aSection, read, RESPONSE } from '../makers.ts'
import { tell } from './make.ts'

const withheld = {
  reason: 'SECRET',
  public: 'Answered in private.',
}
const yaml = aResponse({
  notes: 'SECRET\nSECRET\n',
  sections: [
    aSection({
      notes: 'SECRET',
      items: [
        aRecommendation({
          update: 'SECRET\n\nSECRET\n',
          ...{ position: 'not accepted', reason: 'SECRET', owner: 'SECRET', evidence: ['SECRET'] },
          history: [{ date: '2019-10-01', status: 'SECRET', text: 'SECRET' }],
          withheld,
          waive: [{ rule: 'on-items', reason: 'SECRET', by: 'A. Clerk', until: '2030-01-01' }],
        }),
        aRecommendation({
          waive: [{ rule: 'on-items', reason: 'It is being mended.', until: '2030-01-01' }],
        }),
      ],
    }),
  ],
})

/** Reports each item, so that there is something to excuse. */
const onItems: Rule = {
  ...{ id: 'on-items', severity: 'error', title: 'There are no items', source: 'none' },
  *check({ sections }) {
    for (const { at, id } of itemsOf(sections)) yield { at, item: id, message: 'Unexpected item' }
  },
}

async function aReportOnEveryLine() {
  const reading = await read({ [RESPONSE]: yaml })
  const { waived } = checkReading(reading, { today: '2019-11-01', rules: [onItems] })
  expect(waived).toHaveLength(2)
  const problems = yaml.split('\n').map((line, index): Problem => {
    const start = { line: index + 1, column: 1 }
    const place = { file: RESPONSE, start, end: { line: index + 1, column: line.length + 1 } }
    const related = [{ place, label: 'here' }]
    return { rule: 'placeholder', severity: 'error', message: 'Unexpected line', place, related }
  })
  const io = { today: '2019-11-01', cwd: '/' }
  return reportOn(
    { root: '/', folder: 'responses/northshire-2019', name: 'northshire-2019' },
    reading,
    { all: problems, waived },
    io,
  )
}

describe.each(FORMATS)('%s', format => {
  test('shows no note, and nothing that a withheld item holds back', async () => {
    const lines = yaml.split('\n')
    expect(lines.filter(line => line.includes('SECRET')).length).toBeGreaterThan(8)
    const report = await aReportOnEveryLine()
    // A frame may show the waiver that somebody typed; its line is not one that is held back.
    const problems = report.problems.filter(
      ({ place }) =>
        !lines[place.start.line - 1]!.includes('reason: SECRET') ||
        report.isPrivate(RESPONSE, place.start.line),
    )
    const told = await tell(format, [{ ...report, problems }])
    expect(told).toContain('Unexpected line')
    expect(told).not.toContain('SECRET')
  })
})

test('why a finding is excused is told, but for that of a withheld item', async () => {
  const report = await aReportOnEveryLine()
  const told = await tell('text', [{ ...report, problems: [] }])
  expect(told.match(/excused: .*(\n {4}.*)*/g)).toEqual([
    `excused: on-items (${RESPONSE}:23) by A. Clerk\n    until 1 January 2030`,
    `excused: on-items (${RESPONSE}:46) until 1\n    January 2030: It is being mended.`,
  ])
})
