import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { rules } from '../../src/check/rules/index.ts'
import { text } from '../../src/reporters/text.ts'
import { readCase } from './read-case.ts'

// A case is a response, `<case>.yaml`, beside what is told of it, `<case>.out`. The other problems of
// so short a response are left out. Every other file of the rule's folder holds for its cases: an
// office.yaml, a section55.yaml, a saved report, or others of the workspace below templates/. `# today: 2024-03-01` in a case sets the day.
// UPDATE_CASES=1 writes what is told now; read the diff.
const HERE = dirname(fileURLToPath(import.meta.url))
const SHARED = ['office.yaml', 'section55.yaml']

const names = readdirSync(HERE, { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(({ name }) => name)

for (const rule of names)
  describe(rule, () => {
    const folder = join(HERE, rule)
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(file => statSync(join(folder, file)).isFile())
      .map(file => file.replaceAll('\\', '/'))
    const cases = files.filter(file => /^[^/]+\.yaml$/.test(file) && !SHARED.includes(file))
    const others = files.filter(file => !cases.includes(file) && !file.endsWith('.out'))
    const read = (file: string) => readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n')
    for (const file of cases)
      test(file.replace('.yaml', '').replaceAll('-', ' '), async () => {
        const beside = Object.fromEntries(others.map(other => [other, read(other)]))
        const told = await tell(rule, { ...beside, 'response.yaml': read(file) })
        const golden = file.replace(/yaml$/, 'out')
        if (process.env['UPDATE_CASES']) writeFileSync(join(folder, golden), told)
        expect(told).toBe(read(golden))
      })

    test('has a case that is reported and one that is not', () => {
      const told = cases.map(file => read(file.replace(/yaml$/, 'out')))
      expect(told.some(words => words.includes(` ${rule}\n`))).toBe(true)
      expect(told).toContain('')
    })
  })

test('every rule has its cases', () => {
  expect(rules.filter(rule => !rule.needsPages).map(({ id }) => id).filter(id => !names.includes(id))).toEqual([])
})

async function tell(rule: string, files: Record<string, string>): Promise<string> {
  const { reading, all, structure } = await readCase(files)
  // What cannot be read is shown too, so that no case is silent because it is broken.
  const isOfCase = (problem: (typeof all)[number]) =>
    problem.rule === rule || structure.includes(problem)
  const report = {
    problems: all.filter(isOfCase),
    waived: [],
    sources: reading.sources,
    isPrivate: (file: string, line: number) => reading.isPrivate(file, line),
    showPath: (file: string) => file,
    summary: { name: reading.name, answered: 0, due: 0, errors: 0, warnings: 0, notes: 0, excused: 0 },
  }
  let told = ''
  const options = { columns: 80, hasColours: false, isQuiet: true }
  for await (const words of text([report], options)) told += words
  return told
}
