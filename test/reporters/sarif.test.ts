import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import Ajv from 'ajv'
import { expect, test } from 'vitest'
import type { Report } from '../../src/reporters/reporter.ts'
import { aPlace, aReport, FILE, HOSTILE, late, tell, todo } from './make.ts'

/** A file of a package. */
const load = (path: string) =>
  JSON.parse(readFileSync(createRequire(import.meta.url).resolve(path), 'utf8')) as object
// The schema of the standard, as Microsoft's package carries it: of the draft before its last, which has
// the same keys.
const validate = new Ajv({ allErrors: true, schemaId: 'id', logger: false })
  .addMetaSchema(load('ajv/lib/refs/json-schema-draft-04.json'))
  .compile(load('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json'))

type Location = {
  id?: number
  message?: { text: string }
  physicalLocation: {
    artifactLocation: { uri: string; uriBaseId?: string }
    region: Record<string, number>
    contextRegion?: { snippet: { text: string } }
  }
}
type Result = {
  ruleId: string
  ruleIndex: number
  level: string
  message: { text: string }
  locations: [Location]
  relatedLocations?: Location[]
  partialFingerprints: { primaryLocationLineHash: string }
  suppressions?: { kind: string; status: string; justification: string }[]
}
type Rule = { id: string; help: { text: string }; defaultConfiguration: { level: string } }
type Log = { runs: [{ tool: { driver: { rules: Rule[] } }; results: Result[] }] }

/** The run, once the schema has nothing against it. */
async function sarif(reports: Report[]) {
  const log = JSON.parse(await tell('sarif', reports)) as Log
  validate(log)
  expect(validate.errors ?? []).toEqual([])
  const [{ results, tool }] = log.runs
  return { results, rules: tool.driver.rules }
}

test('a finding has its rule, level, words and place', async () => {
  const { results, rules } = await sarif([aReport({ problems: [late] })])
  const [result] = results
  expect(result).toMatchObject({
    ruleId: late.rule,
    level: 'warning',
    message: { text: `${late.message}\nHint: ${late.hint}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: FILE, uriBaseId: '%SRCROOT%' },
          region: { startLine: 14, startColumn: 9, endLine: 14, endColumn: 19 },
          contextRegion: { startLine: 14, endLine: 14, snippet: { text: '  date: 2019-12-10' } },
        },
      },
    ],
    relatedLocations: [{ id: 1, message: { text: 'the 56 days begin with this day' } }],
  })
  expect(rules[result!.ruleIndex]?.id).toBe(late.rule)
})

test('every rule comes with its page of the manual', async () => {
  const { rules } = await sarif([])
  const rule = rules.find(({ id }) => id === late.rule)
  expect(rule?.defaultConfiguration.level).toBe('warning')
  expect(rule?.help.text).toContain('## Why')
  expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length)
  expect(rules.every(({ help }) => help.text.startsWith('# '))).toBe(true)
})

test('a path is a URI, from the folder in which the check was run', async () => {
  const uriOf = async (file: string) => {
    const { results } = await sarif([
      aReport({ problems: [{ ...todo, place: aPlace(1, 1, 1, file) }] }),
    ])
    return results[0]?.locations[0].physicalLocation.artifactLocation
  }
  expect(await uriOf('a b/100%/é#?.yaml')).toEqual({
    uri: 'a%20b/100%25/%C3%A9%23%3F.yaml',
    uriBaseId: '%SRCROOT%',
  })
  expect(await uriOf('../office.yaml')).toEqual({ uri: '../office.yaml' })
  expect(await uriOf('D:/letters/office.yaml')).toEqual({ uri: 'file:///D:/letters/office.yaml' })
})

test('a finding that moved is known again', async () => {
  const printOf = async (...problems: Report['problems']) =>
    (await sarif([aReport({ problems })])).results.map(
      ({ partialFingerprints }) => partialFingerprints.primaryLocationLineHash,
    )
  const [print] = await printOf(todo)
  const moved = { ...todo, place: aPlace(9, 1, 4) }
  expect(await printOf(moved)).toEqual([print])
  expect(await printOf({ ...todo, item: 'r2' })).not.toEqual([print])
  expect(new Set(await printOf(todo, moved)).size).toBe(2)
  // Those of the clock change by the day.
  const [today, tomorrow] = ['day 41 of 56', 'day 42 of 56'].map(message => ({ ...late, message }))
  expect(await printOf(today!)).toEqual(await printOf(tomorrow!))
})

test('what is excused is told as suppressed, with who and why', async () => {
  const waived = [{ problem: late, reason: 'Asked for.', by: 'A. Clerk', until: '2019-12-31' }]
  const { results } = await sarif([aReport({ problems: [todo], waived })])
  expect(results.map(({ suppressions }) => suppressions)).toEqual([
    undefined,
    [
      {
        kind: 'external',
        status: 'accepted',
        justification: 'Excused by A. Clerk until 31 December 2019: Asked for.',
      },
    ],
  ])
})

test('a private line is not shown', async () => {
  const { results } = await sarif([aReport({ problems: [todo], isPrivate: () => true })])
  expect(results[0]?.locations[0].physicalLocation.contextRegion?.snippet.text).toBe('[private]')
})

test('a place of several lines, an empty one and a line of pages are places', async () => {
  const several = { ...todo, place: { ...todo.place, end: { line: 5, column: 2 } } }
  const empty = { ...todo, place: aPlace(1, 1, 0) }
  const long = { ...todo, place: aPlace(2, 1, 5) }
  const sources = new Map([[FILE, `x\n${'word '.repeat(900)}`]])
  const { results } = await sarif([aReport({ problems: [several, empty, long], sources })])
  const [one, two, three] = results.map(({ locations }) => locations[0].physicalLocation)
  expect(one?.region).toMatchObject({ startLine: 3, endLine: 5, endColumn: 2 })
  expect(two?.region).toMatchObject({ startColumn: 1, endColumn: 1 })
  expect(three).not.toHaveProperty('contextRegion')
})

test('a file of tabs and Windows line ends is shown line by line', async () => {
  const sources = new Map([[FILE, 'a: b\r\n\tupdate:\tTODO\r\n']])
  const problems = [{ ...todo, place: aPlace(2, 10, 4) }]
  const { results } = await sarif([aReport({ problems, sources })])
  const { region, contextRegion } = results[0]!.locations[0].physicalLocation
  const { text } = contextRegion!.snippet
  expect(text).toBe(' update: TODO')
  expect(text.slice(region.startColumn! - 1, region.endColumn! - 1)).toBe('TODO')
})

test('hostile words are words, and make no link', async () => {
  const problem = { ...todo, message: HOSTILE, place: aPlace(1, 1, 3, HOSTILE) }
  const sources = new Map([[HOSTILE, HOSTILE.replace(/[\r\n]/g, '')]])
  const { results } = await sarif([aReport({ problems: [problem], sources })])
  expect(results[0]?.message.text).toContain('\\[words](javascript:1) !\\[x](y) \\[1](1)')
  const all = JSON.stringify(results)
  expect(all).not.toMatch(/[\u202e\u200f]|\\u001b|\\u0007|\\ud83d"/)
  expect(all).toContain('😀 漢字 é')
})

test('several responses are one run', async () => {
  const { results } = await sarif([
    aReport({ problems: [todo, late] }),
    aReport(),
    aReport({ problems: [todo] }),
  ])
  expect(results).toHaveLength(3)
})
