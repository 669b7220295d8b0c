import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { rules } from '../../src/check/rules/index.ts'
import { checkReading } from '../../src/check/run.ts'
import { readInspectionResponse } from '../../src/model/read-workspace.ts'
import type { Reading } from '../../src/model/reading.ts'
import { charactersWithoutFont, fontFilesFor } from '../../src/render/fonts.ts'
import { text } from '../../src/reporters/text.ts'
import { filesInMemory } from './files-in-memory.ts'

// A case is a response, `<case>.yaml`, beside what is told of it, `<case>.out`. The other problems of
// so short a response are left out. An office.yaml or section55.yaml in the rule's folder holds for its
// cases. UPDATE_CASES=1 writes what is told now; read the diff.
const HERE = dirname(fileURLToPath(import.meta.url))
const NAME = 'northshire-2024'
const TODAY = '2024-02-01'
const MARGINS = { top: 25, bottom: 25, left: 34, right: 34 }
const OF_WORKSPACE = ['office.yaml', 'section55.yaml']

const names = readdirSync(HERE, { withFileTypes: true })
  .filter(entry => entry.isDirectory())
  .map(({ name }) => name)

for (const rule of names)
  describe(rule, () => {
    const folder = join(HERE, rule)
    const files = readdirSync(folder)
    const cases = files.filter(file => file.endsWith('.yaml') && !OF_WORKSPACE.includes(file))
    for (const file of cases)
      test(file.replace('.yaml', '').replaceAll('-', ' '), async () => {
        const told = await tell(rule, await read(folder, file))
        const golden = join(folder, file.replace(/yaml$/, 'out'))
        if (process.env['UPDATE_CASES']) writeFileSync(golden, told)
        expect(told).toBe(readFileSync(golden, 'utf8').replaceAll('\r\n', '\n'))
      })

    test('has a case that is reported and one that is not', () => {
      const told = cases.map(file =>
        readFileSync(join(folder, file.replace(/yaml$/, 'out')), 'utf8'),
      )
      expect(told.some(words => words.includes(` ${rule}\n`))).toBe(true)
      expect(told).toContain('')
    })
  })

test('every rule has its cases', () => {
  expect(rules.map(({ id }) => id).filter(id => !names.includes(id))).toEqual([])
})

function read(folder: string, file: string): Promise<Reading> {
  const own = (name: string, otherwise: string) =>
    existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : otherwise
  const standard = readFileSync(join(HERE, 'office.yaml'), 'utf8')
  const files = filesInMemory({
    'section55.yaml': own('section55.yaml', '{}\n'),
    'templates/northshire/office.yaml': own('office.yaml', standard),
    'responses/northshire-national/response.yaml': '{}\n',
    [`responses/${NAME}/response.yaml`]: readFileSync(join(folder, file), 'utf8'),
  })
  return readInspectionResponse(files, NAME, { today: TODAY, environment: {} })
}

async function tell(rule: string, reading: Reading): Promise<string> {
  const fonts = fontFilesFor({ font: 'Arial', colour: '#000000', margins: MARGINS }, () => undefined)
  const findMissingCharacters = (text: string) => charactersWithoutFont(text, fonts.files!)
  const { all, structure } = checkReading(reading, { today: TODAY, findMissingCharacters })
  // What cannot be read is shown too, so that no case is silent because it is broken.
  const isOfCase = (problem: (typeof all)[number]) =>
    problem.rule === rule || structure.includes(problem)
  const report = {
    problems: all.filter(isOfCase),
    sources: reading.sources,
    isPrivate: (file: string, line: number) => reading.isPrivate(file, line),
    showPath: (file: string) => file,
    summary: { name: reading.name, answered: 0, due: 0, errors: 0, warnings: 0, notes: 0 },
  }
  let told = ''
  const options = { columns: 80, hasColours: false, isQuiet: true }
  for await (const words of text([report], options)) told += words
  return told
}
