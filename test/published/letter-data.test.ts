import Ajv from 'ajv'
import { existsSync, readdirSync } from 'node:fs'
import { describe, expect, test, vi } from 'vitest'
import { workspaceFiles } from '../../src/cli/workspace-files.ts'
import { letterDataSchema } from '../../src/published/letter-data-schema.ts'
import type { LetterData } from '../../src/published/letter-data-schema.ts'
import { makeLetterSchema } from '../../src/schema/make-letter-schema.ts'
import { parseText } from '../../src/model/text.ts'
import type { WorkspaceFiles } from '../../src/model/reading.ts'
import { aCauseOfConcern, aRecommendation, aResponse, aWorkspace, RESPONSE } from '../makers.ts'
import { randomResponse } from '../random-response.ts'
import { files as twoLanguages, welsh } from '../two-languages.ts'
import { composeAll, jsonOf } from './published.ts'

vi.setConfig({ testTimeout: 60_000 })
const CASES = '../shared/cases'
const NAME = 'northshire-2019'
const isValid = new Ajv({ allErrors: true }).compile(makeLetterSchema())

/** The data of a response's letters, each of which the published schema knows. */
async function dataOf(files: WorkspaceFiles, name = NAME): Promise<LetterData[]> {
  return (await composeAll(files, name)).map(letter => {
    const data = JSON.parse(jsonOf(letter)) as LetterData
    isValid(data)
    expect(isValid.errors ?? []).toEqual([])
    // Its keys stand in the schema's order.
    expect(JSON.stringify(letterDataSchema.parse(data))).toBe(JSON.stringify(data))
    return data
  })
}
const dataWith = async (keys: object, files = {}): Promise<LetterData> =>
  (await dataOf(aWorkspace({ [RESPONSE]: aResponse({ ...keys }), ...files })))[0]!

const namesIn = (root: string): string[] =>
  existsSync(root) ? readdirSync(`${root}/responses`) : []
const without = existsSync(CASES) ? '' : ` (without the real letters: no ${CASES} here)`

describe(`letter.json is as its schema has it${without}`, () => {
  test.each([
    ...namesIn('.').map(name => ['.', name]),
    ...namesIn(CASES).map(name => [CASES, name]),
  ])('%s/responses/%s', async (root, name) => {
    const [data] = await dataOf(workspaceFiles(root), name)
    expect(data!.sections.length).toBeGreaterThan(0)
  })
  test('in two languages', async () => {
    const [cymraeg, english] = await dataOf(aWorkspace(twoLanguages(welsh)))
    expect(cymraeg).toMatchObject({
      language: 'cy-GB',
      comments: 'Croesawaf yr adroddiad, ŵ ac ŷ.',
      sections: [{ title: 'Effeithiolrwydd', grade: 'da', items: [{ label: 'Argymhelliad' }] }],
    })
    expect(english).toMatchObject({
      language: 'en-GB',
      sections: [{ title: 'Effectiveness', grade: 'good', items: [{ label: 'Recommendation' }] }],
    })
    expect(JSON.stringify(english)).not.toMatch(/Croesawaf|Effeithiolrwydd/)
  })
  test('whatever the response holds, and every word that the letter prints stands in it', async () => {
    for (let seed = 1; seed <= 20; seed++) {
      const { keys, printed } = randomResponse(seed)
      const text = JSON.stringify(await dataWith(keys))
      expect(
        printed.filter(word => !text.includes(word)),
        `seed ${seed}`,
      ).toEqual([])
    }
  })
})

test('what the schema does not know is refused', () => {
  expect(isValid({ $schema: 'urn:section55:letter' })).toBe(false)
})

test('the example is as reviewed', async () => {
  const [letter] = await composeAll(workspaceFiles('.'), 'northshire-custody-2026')
  await expect(jsonOf(letter!)).toMatchFileSnapshot('specimen.letter.json')
})

test('it is text that ends in a line end, the same each time', async () => {
  const files = aWorkspace()
  const [one, other] = [await composeAll(files, NAME), await composeAll(files, NAME)]
  expect(jsonOf(one[0]!)).toBe(jsonOf(other[0]!))
  expect(jsonOf(one[0]!)).toMatch(/^\{\n {2}"\$schema": "urn:section55:letter",\n[^\r]*\}\n$/)
})

test('what is computed is there in words', async () => {
  const blocks = [
    { text: 'See:\n' },
    { grades: 'current' },
    { grades: 'previous' },
    { counts: true },
  ]
  const graded = { title: 'Calls *1*', grade: 'good', previous: 'inadequate' }
  const { comments, sections } = await dataWith({
    comments: blocks,
    sections: [{ ...graded, items: [aRecommendation()] }],
  })
  expect(comments).toMatch(
    /^See:\n\n- Calls \\\*1\\\* – good\n\n- Calls \\\*1\\\* – inadequate\n\n.*one recommendation/,
  )
  expect(parseText(comments!).refusals).toEqual([])
  expect(sections[0]).toMatchObject({ grade: 'good', previous: 'inadequate' })
})

test('items are named as the letter names them, and say where they are answered', async () => {
  const items = [
    aCauseOfConcern({
      recommendations: [aRecommendation(), aRecommendation({ number: '12', update: undefined })],
    }),
    { answers: ['12'], id: 'together', title: 'Together', comment: 'One answer.\n' },
  ]
  const { sections } = await dataWith({ sections: [{ title: 'Calls', items }] })
  const [cause, joint] = sections[0]!.items
  expect(cause).toMatchObject({
    kind: 'cause_of_concern',
    label: 'Cause of concern',
    lead: 'Within six months Northshire Police should',
    deadline: { words: 'within six months', day: '2020-03-27' },
    recommendations: [
      { label: 'Recommendation 1 of 2', update: 'Each visit is now recorded.' },
      { label: 'Recommendation 12', number: '12', answered_under: ['together'] },
    ],
  })
  expect(joint).toEqual({
    id: 'together',
    kind: 'answers',
    title: 'Together',
    answers: [(cause as { recommendations: { id: string }[] }).recommendations[1]!.id],
    comment: 'One answer.',
  })
})

test('a draft has no gaps in it', async () => {
  const sections = [{ title: 'Calls', items: [aRecommendation({ update: undefined })] }]
  const data = await dataWith({
    status: 'draft',
    comments: undefined,
    letter: { to: undefined, date: undefined },
    sections,
  })
  expect(JSON.stringify(data)).not.toContain('Awaiting')
  expect(data.comments).toBeUndefined()
  expect(data.letter.date).toBeUndefined()
  expect(data.title).toMatch(/^Draft: /)
})

/** Every text of the data. */
function* textsOf(data: unknown): Generator<string> {
  if (typeof data === 'string') yield data
  else if (typeof data === 'object' && data !== null)
    for (const value of Object.values(data)) yield* textsOf(value)
}

test('its texts say what was typed, a paragraph a line', async () => {
  const shapes = [
    'One\ntwo  \n  three.\n\nFour\\\nfive.\n',
    '- a\n  b\n  - c\nd\n\n  e\n  f\n- g\n\n1. h\n   i\n2. j\n',
    '> a\n> b\nc\n\nd\n> e\n',
    'a | b\n- | -\n1 | 2\n3\n\nx\n',
    '-\n  a\n- \nb\n\n2019.\n12) x\n100. y\n',
    'a *b\nc* [d\ne](https://x.example) **f**\n+ g\n_h_\n',
    'x\n\n\n\n    y\n\tz\n',
  ]
  for (const shape of shapes) {
    const { comments } = await dataWith({ comments: shape })
    expect(parseText(comments!).blocks, shape).toEqual(parseText(shape).blocks)
  }
  for (const root of ['.', CASES])
    for (const name of namesIn(root))
      for (const letter of await composeAll(workspaceFiles(root), name)) {
        const shown = new Set(textsOf(JSON.parse(jsonOf(letter))))
        const said = new Set([...shown].map(text => JSON.stringify(parseText(text).blocks)))
        const texts = itemsIn(letter.response.sections)
        expect(texts.length).toBeGreaterThan(2)
        for (const text of texts) expect(said).toContain(JSON.stringify(parseText(text).blocks))
      }
})

type Sections = Awaited<ReturnType<typeof composeAll>>[number]['response']['sections']
const itemsIn = (sections: Sections): string[] =>
  sections.flatMap(({ items, sections: inner }) => [
    ...items
      .flatMap(entry =>
        entry.kind === 'answers'
          ? [entry.update?.value, entry.comment?.value]
          : [entry, ...entry.recommendations].flatMap(item => [
              item.words.value,
              item.update?.value,
              item.comment?.value,
            ]),
      )
      .filter(text => text !== undefined),
    ...itemsIn(inner),
  ])
