import { expect, test } from 'vitest'
import { json } from '../../src/reporters/json.ts'
import type { Report } from '../../src/reporters/reporter.ts'
import type { Problem } from '../../src/problem.ts'

const place = { file: 'response.yaml', start: { line: 3, column: 5 }, end: { line: 3, column: 9 } }
const bare: Problem = {
  rule: 'placeholder',
  severity: 'error',
  message: 'Unexpected "TODO"',
  place,
}

test('every problem has every key, null where there is nothing', async () => {
  expect(JSON.parse(await tell([aReport([bare])]))).toEqual([
    {
      file: '../response.yaml',
      line: 3,
      column: 5,
      endLine: 3,
      endColumn: 9,
      rule: 'placeholder',
      severity: 'error',
      message: 'Unexpected "TODO"',
      hint: null,
      item: null,
      law: null,
      related: [],
    },
  ])
})

test('what is known of a problem is told', async () => {
  const full = { ...bare, hint: 'h', item: 'i', law: 'l', related: [{ place, label: 'here' }] }
  expect(JSON.parse(await tell([aReport([full])]))).toMatchObject([
    {
      hint: 'h',
      item: 'i',
      law: 'l',
      related: [
        { file: '../response.yaml', line: 3, column: 5, endLine: 3, endColumn: 9, label: 'here' },
      ],
    },
  ])
})

test('several responses make one array', async () => {
  expect(
    JSON.parse(await tell([aReport([bare]), aReport([]), aReport([bare, bare])])),
  ).toHaveLength(3)
})

test('no problems are an empty array', async () => {
  expect(await tell([aReport([])])).toBe('[]\n')
  expect(await tell([])).toBe('[]\n')
})

test('what is excused is no problem, and is left to the formats that can say so', async () => {
  const waived = [{ problem: bare, reason: 'Asked for.', until: '2024-01-01' }]
  expect(await tell([{ ...aReport([]), waived }])).toBe('[]\n')
})

function aReport(problems: Problem[]): Report {
  return {
    problems,
    sources: new Map(),
    isPrivate: () => false,
    waived: [],
    showPath: file => `../${file}`,
    summary: { name: 'x', answered: 0, due: 0, errors: 0, warnings: 0, notes: 0, excused: 0 },
  }
}

async function tell(reports: Report[]): Promise<string> {
  let told = ''
  const options = { columns: 80, hasColours: false, isQuiet: false }
  for await (const words of json(reports, options)) told += words
  return told
}
