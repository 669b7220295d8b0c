import { existsSync } from 'node:fs'
import { describe, expect, test, vi } from 'vitest'
import { checkReading } from '../../src/check/run.ts'
import { workspaceFiles } from '../../src/cli/workspace-files.ts'
import { readInspectionResponse } from '../../src/model/read-workspace.ts'
import { isError } from '../../src/problem.ts'
import { aWorkspace, aResponse, anOffice, aRecommendation, OFFICE, RESPONSE } from '../makers.ts'
import { randomResponse } from '../random-response.ts'
import { files as twoLanguages, welsh } from '../two-languages.ts'
import { renderers, wordsIn } from '../words.ts'
import { drawLetter } from '../../src/cli/build-letter.ts'
import { composeAll, withResponse, wordsAlone, yamlOf } from './published.ts'

vi.setConfig({ testTimeout: 60_000 })
const CASES = '../shared/cases'
const letters = [
  ['.', 'northshire-peel-2025'],
  ['.', 'northshire-custody-2026'],
  [CASES, 'warwickshire-2019'],
  [CASES, 'warwickshire-2017-efficiency'],
  [CASES, 'west-mercia-2019'],
] as const
const NAME = 'northshire-2019'

/** The rules that keep a response from going out. */
async function errorsOf(files: ReturnType<typeof aWorkspace>, name: string): Promise<string[]> {
  const reading = await readInspectionResponse(files, name, { today: '2019-11-21' })
  const { all } = checkReading(reading, { today: '2019-11-21', findMissingCharacters: () => [] })
  return all.filter(isError).map(({ rule }) => rule)
}

/** What was published of a response builds the letter that it was published with. */
async function expectSameLetter(files: ReturnType<typeof aWorkspace>, name: string) {
  for (const letter of await composeAll(files, name)) {
    const yaml = yamlOf(letter)
    const [again, ...others] = await composeAll(withResponse(files, name, yaml), name)
    expect(others).toEqual([])
    expect(wordsAlone(again!)).toEqual(wordsAlone(letter))
    // What may go out may go out again.
    const before = await errorsOf(files, name)
    const after = await errorsOf(withResponse(files, name, yaml), name)
    expect(after.filter(rule => !before.includes(rule))).toEqual([])
    // And it is itself what is published of it.
    expect(yamlOf(again!)).toBe(yaml)
  }
}

describe.each(letters)('%s/responses/%s', (root, name) => {
  const only = existsSync(root) ? test : test.skip
  const why = existsSync(root) ? '' : ` (skipped: no ${root} here)`

  only(`is built from its published source word by word${why}`, async () => {
    const files = workspaceFiles(root)
    await expectSameLetter(files, name)
    const [letter] = await composeAll(files, name)
    const source = withResponse(files, name, yamlOf(letter!))
    const [again] = await composeAll(source, name)
    const [before, after] = await Promise.all(
      [letter!, again!].map(async one => {
        const built = await drawLetter(one, renderers)
        return Promise.all(built.filter(({ format }) => format !== 'docx').map(wordsIn))
      }),
    )
    expect(after).toEqual(before)
    expect(before!.map(words => words.length > 300)).toEqual([true, true])
  })
})

test('so is each language of a response of two', async () => {
  await expectSameLetter(aWorkspace(twoLanguages(welsh)), NAME)
})

test('so is whatever a response holds', async () => {
  for (let seed = 1; seed <= 40; seed++) {
    const files = aWorkspace({ [RESPONSE]: aResponse(randomResponse(seed).keys) })
    await expectSameLetter(files, NAME).catch((error: Error) => {
      error.message = `seed ${seed}: ${error.message}`
      throw error
    })
  }
})

test.each<[string, Record<string, unknown>]>([
  [
    'a deadline that counts from another day',
    { deadline: { words: 'within a month', from: '2019-10-01', of: 'plan' } },
  ],
  [
    'what is withheld',
    { withheld: { reason: 'x', public: 'The force < 5 *answers* in private.' } },
  ],
  [
    'a text with marks of every kind',
    { update: ' - a: b # c\n\n  "q" & *x* \\\n  y\n\n| a | b |\n| - | - |\n| 1 |\n' },
  ],
  [
    'values that look like something else',
    { number: '007', owner: 'NO', status: '1.10', evidence: ['~', 'null', '- x', '#1: y'] },
  ],
])('%s is there again', async (_, keys) => {
  for (const status of ['draft', 'final']) {
    const sections = [{ title: 'A: b # c', items: [aRecommendation(keys)] }]
    const files = aWorkspace({ [RESPONSE]: aResponse({ status, sections }) })
    await expectSameLetter(files, NAME)
  }
})

test('a deputy signs again, and a holder who is no longer in the post', async () => {
  const office = anOffice({
    holders: [
      { name: 'Avery Holt', title: 'Commissioner', from: '2012-01-01', to: '2016-01-01' },
      { name: 'Bo Lind', title: 'Commissioner', from: '2016-01-02' },
    ],
    deputies: [
      { name: 'Kit Moor', title: 'Deputy', from: '2016-01-01' },
      { name: 'Bo Lind', title: 'Deputy', from: '2012-01-01', to: '2016-01-01' },
    ],
  })
  for (const signed_by of ['Kit Moor', 'Avery Holt', undefined]) {
    const letter = {
      signed_by,
      sign_off: 'Regards',
      wording: { publication: 'false', opening: '*Our* own.\n' },
    }
    const files = aWorkspace({ [OFFICE]: office, [RESPONSE]: aResponse({ letter }) })
    await expectSameLetter(files, NAME)
  }
})
