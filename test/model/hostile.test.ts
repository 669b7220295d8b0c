import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { workspaceFiles } from '../../src/cli/workspace-files.ts'
import { readInspectionResponse } from '../../src/model/read-workspace.ts'
import {
  aCauseOfConcern,
  anAreaForImprovement,
  aRecommendation,
  aResponse,
  aSection,
  RESPONSE,
  read,
  TODAY,
} from '../makers.ts'

/** Numbers that only look random: the same on every run. */
const generator = (seed: number) => () => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0
  return seed / 2 ** 32
}

/** The text with one line deleted, doubled, mistyped, indented otherwise or cut short. */
const spoil = (text: string, random: () => number): string => {
  const lines = text.split('\n')
  const at = Math.floor(random() * lines.length)
  const line = lines[at]!
  const middle = Math.floor(random() * line.length)
  const ways = [
    () => lines.splice(at, 1),
    () => lines.splice(at, 0, line),
    () => (lines[at] = `  ${line}`),
    () => (lines[at] = line.replace(/^ {2}/, '')),
    () => (lines[at] = line.slice(0, middle)),
    () => (lines[at] = line.slice(0, middle) + line.slice(middle + 1)),
    () =>
      (lines[at] =
        line.slice(0, middle) + ':"\'[{*&!|>#-\t'[Math.floor(random() * 13)] + line.slice(middle)),
    () => (lines[at] = line.replace(/:.*/, ':')),
    () => lines.splice(at),
  ]
  ways[Math.floor(random() * ways.length)]!()
  return lines.join('\n')
}

const spoiled = (text: string, count: number): string[] => {
  const random = generator(55)
  return Array.from({ length: count }, () => {
    let one = text
    for (let times = Math.ceil(random() * 3); times > 0; times--) one = spoil(one, random)
    return one
  })
}

const WHOLE = aResponse({
  sections: [
    aSection({
      grade: 'good',
      introduction: [{ text: 'Words' }, { grades: 'current' }],
      items: [
        aCauseOfConcern(),
        anAreaForImprovement({ update: undefined, number: '3', deadline: 'by March 2023' }),
        { answers: 'all', update: '- One\n- Two\n' },
        { answers: ['A3'], comment: 'Assured.' },
      ],
      sections: [aSection({ items: [aRecommendation({ withheld: { public: 'Held back.' } })] })],
    }),
  ],
  actions: [{ text: 'Ask again.', by: '2020-03-31', answers: ['A3'] }],
})

test('a spoiled response is read or refused, never a fault of ours', async () => {
  let refused = 0
  for (const yaml of spoiled(WHOLE, 300)) {
    const { responses, problems, place } = await read({ [RESPONSE]: yaml })
    expect(responses.length > 0 || problems.length > 0).toBe(true)
    for (const problem of problems)
      expect(problem.message).toMatch(/^(?:Unexpected|Missing) .*expected /)
    expect(place(['sections', 0, 'items', 99]).file).toBe(RESPONSE)
    if (problems.length > 0) refused += 1
  }
  expect(refused).toBeGreaterThan(100)
})

describe('nothing to read', () => {
  test('no file is told with its path', async () => {
    const { problems } = await read({ [RESPONSE]: undefined })
    expect(problems.map(({ message }) => message)).toEqual([
      `Missing file ${RESPONSE}, expected it in the workspace`,
    ])
  })

  test('no office is told with the offices there are', async () => {
    const { problems } = await read({ [RESPONSE]: aResponse({ office: 'northshre' }) })
    expect(problems).toMatchObject([
      {
        message:
          'Missing file templates/northshre/office.yaml, expected an office that is there: northshire',
        hint: 'Did you mean northshire?',
      },
    ])
  })

  test('an office outside the workspace is refused', async () => {
    const { problems } = await read({ [RESPONSE]: aResponse({ office: '../../elsewhere' }) })
    expect(problems.map(({ rule }) => rule)).toEqual(['part'])
  })
})

const cases = new URL('../../../shared/cases/', import.meta.url)
const hasCases = existsSync(cases)
describe(hasCases ? 'the real letters' : 'the real letters, which are not in this copy', () => {
  test.skipIf(!hasCases).each([
    ['warwickshire-2019', 30],
    ['west-mercia-2019', 31],
  ])('%s is read without a problem', async (name, items) => {
    const files = workspaceFiles(fileURLToPath(cases))
    const reading = await readInspectionResponse(files, name, { today: TODAY, pictures: 'checked' })
    expect([reading.problems, reading.gaps]).toEqual([[], []])
    expect(reading.responses[0]!.report.expects.reduce((sum, { count }) => sum + count, 0)).toBe(
      name === 'warwickshire-2019' ? items - 1 : items, // the report counts no observations
    )
  })

  test.skipIf(!hasCases).each(['warwickshire-2019', 'west-mercia-2019'])(
    '%s, spoiled, is never a fault of ours',
    async name => {
      const root = fileURLToPath(cases)
      const files = workspaceFiles(root)
      const path = `responses/${name}/response.yaml`
      const text = await readFile(new URL(path, cases), 'utf8')
      for (const yaml of spoiled(text, 30)) {
        const bytes = new TextEncoder().encode(yaml)
        const reading = await readInspectionResponse(
          { ...files, read: async one => (one === path ? { bytes } : files.read(one)) },
          name,
          { today: TODAY, pictures: 'checked' },
        )
        expect(reading.responses.length > 0 || reading.problems.length > 0).toBe(true)
      }
    },
  )
})
