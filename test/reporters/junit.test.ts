import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { XmlDocument, XsdValidator } from 'libxml2-wasm'
import { expect, test } from 'vitest'
import type { Report } from '../../src/reporters/reporter.ts'
import { aPlace, aReport, FILE, HOSTILE, late, tell, todo } from './make.ts'

const xsd = XsdValidator.fromDoc(
  XmlDocument.fromBuffer(readFileSync(join(import.meta.dirname, 'jenkins-junit.xsd'))),
)

/** The report, once Jenkins' schema has nothing against it. */
async function junit(reports: Report[]): Promise<XmlDocument> {
  const document = XmlDocument.fromString(await tell('junit', reports))
  xsd.validate(document)
  return document
}
const valuesOf = (document: XmlDocument, path: string): string[] =>
  document.find(path).map(node => node.content)

test('an error is a test that failed, with its place, message and hint', async () => {
  const document = await junit([aReport({ problems: [{ ...todo, hint: 'Write it.' }] })])
  expect(valuesOf(document, '//testcase/@name')).toEqual([todo.message])
  expect(valuesOf(document, '//testcase/@classname')).toEqual(['northshire-2019.placeholder'])
  expect(valuesOf(document, '//failure/@type | //failure/@message')).toEqual([
    'placeholder',
    todo.message,
  ])
  expect(valuesOf(document, '//failure')).toEqual([
    `${FILE}:3:11 error placeholder\n${todo.message}\nHint: Write it.`,
  ])
  expect(valuesOf(document, '//testsuite/@failures')).toEqual(['1'])
})

test('a warning is a test that passed, and the suite’s output says it', async () => {
  const document = await junit([aReport({ problems: [late] })])
  expect(valuesOf(document, '//testcase/@name')).toEqual([`warning: ${late.message}`])
  expect(valuesOf(document, '//testsuite/@failures')).toEqual(['0'])
  expect(valuesOf(document, '//failure')).toEqual([])
  expect(valuesOf(document, '//system-out')[0]).toContain(late.message)
})

test('a response in which nothing is wrong is one test that passed', async () => {
  const document = await junit([aReport()])
  expect(valuesOf(document, '//testcase/@name')).toEqual(['nothing to report'])
  expect(valuesOf(document, '//testsuite/@tests')).toEqual(['1'])
})

test('each response is a suite that says how it stands', async () => {
  const document = await junit([aReport({ name: 'one' }), aReport({ name: 'two' })])
  expect(valuesOf(document, '//testsuite/@name')).toEqual(['one', 'two'])
  expect(valuesOf(document, '//testsuite/@id')).toEqual(['0', '1'])
  expect(valuesOf(document, '//property/@value')[0]).toBe(
    'one: day 56 of 56 (published 21 November 2019), 28 of 29 answered, 0 errors, 0 warnings',
  )
})

test('no two tests of a suite have one name', async () => {
  const document = await junit([aReport({ problems: [todo, { ...todo, place: aPlace(9, 1, 4) }] })])
  expect(valuesOf(document, '//testcase/@name')).toEqual([todo.message, `${todo.message} (2)`])
})

test('what is excused is told in the output', async () => {
  const waived = [{ problem: late, reason: 'Asked for.', by: 'A. Clerk', until: '2019-12-31' }]
  const document = await junit([aReport({ waived })])
  expect(valuesOf(document, '//system-out')).toEqual([
    `excused: publish-within-56-days (${FILE}:14) by A. Clerk until 31 December 2019: Asked for.`,
  ])
})

test('no responses are a report without suites', async () => {
  expect(valuesOf(await junit([]), '//testsuite')).toEqual([])
})

test('hostile words are words', async () => {
  const problem = { ...todo, message: HOSTILE, hint: HOSTILE, place: aPlace(1, 1, 1, HOSTILE) }
  const waived = [
    { problem: { ...late, place: problem.place }, reason: HOSTILE, until: '2020-01-01' },
  ]
  const problems = [problem, { ...problem, severity: 'note' as const }]
  const document = await junit([aReport({ name: HOSTILE, problems, waived })])
  const [message = ''] = valuesOf(document, '//failure/@message')
  for (const words of ['::error::x', ']]>', '<script>alert(1)</script>', '&amp; &', '😀 漢字 é'])
    expect(message).toContain(words)
  expect(document.find('//testcase/* | //system-out/* | //script')).toHaveLength(1)
  expect(message).not.toMatch(/[\u0000-\u001f\u202e\u200f]/)
})
