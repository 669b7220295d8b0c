import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { format, resolveConfig } from 'prettier'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import type { Rule } from '../src/check/rule.ts'
import { ruleGroups, rules } from '../src/check/rules/index.ts'
import { rulesOfReading } from '../src/check/rules-of-reading.ts'
import { readCase } from './rules/read-case.ts'

// The table stands between two marks; UPDATE_CASES=1 writes it from the rules.
const FILE = join(import.meta.dirname, '../manual/README.md')
const START =
  '<!-- rules: written by UPDATE_CASES=1 npx vitest run test/manual-readme.test.ts -->\n'
const END = '<!-- end of rules -->'
const read = () => readFileSync(FILE, 'utf8').replaceAll('\r\n', '\n')

type Listed = Pick<Rule, 'id' | 'severity' | 'title' | 'statutory'>
const groups: [name: string, rules: readonly Listed[]][] = [
  ...Object.entries(ruleGroups).filter(([, rules]) => rules.length > 0),
  ['Reading the files', rulesOfReading],
]

test('the table lists every rule with its severity and title, no more and no less', async () => {
  const before = read().split(START)
  expect(before).toHaveLength(2)
  const [, after] = before[1]!.split(END)
  const text = `${before[0]}${START}\n${groups.map(tableOf).join('\n')}\n${END}${after}`
  const page = await format(text, { ...(await resolveConfig(FILE)), parser: 'markdown' })
  if (process.env['UPDATE_CASES']) writeFileSync(FILE, page)
  expect(read()).toBe(page)
})

test('the message that it explains is one that is told', () => {
  const told = readFileSync(
    join(import.meta.dirname, 'rules/publish-within-56-days/day-57.out'),
    'utf8',
  )
  expect(read()).toContain(`\n${told.trim()}\n`)
})

test('its settings and its waiver do what it says', async () => {
  const [settings, waiver] = [...read().matchAll(/```yaml\n([\s\S]+?)```/g)].map(
    ([, yaml]) => yaml!,
  )
  const ids = Object.keys((parse(settings!) as { rules: object }).rules)
  expect(rules.map(({ id }) => id)).toEqual(expect.arrayContaining(ids))
  const late = `office: northshire
status: final
report: { title: An inspection, kind: peel, published: 2024-01-10 }
letter: { date: 2024-03-06, to: [home-secretary] }
`
  const files = { 'section55.yaml': settings!, 'response.yaml': late + waiver! }
  const { all, structure, waived } = await readCase(files)
  expect(structure).toEqual([])
  expect(waived.map(({ problem, by }) => [problem.rule, by])).toEqual([
    ['publish-within-56-days', 'J. Ashe'],
  ])
  const told = all.map(({ rule }) => rule)
  for (const id of [...ids, 'publish-within-56-days', 'unused-waiver', 'rule-setting'])
    if (id !== 'unanswered-area-for-improvement') expect(told).not.toContain(id)
})

function tableOf([name, rules]: [string, readonly Listed[]]): string {
  const rows = rules.map(
    ({ id, severity, title, statutory }) =>
      `| [${id}](${id}.md) | ${severity} | ${title}${statutory ? ' (the Act)' : ''} |\n`,
  )
  return `### ${name}\n\n| rule | severity | what holds |\n| --- | --- | --- |\n${rows.join('')}`
}
