import { expect, test } from 'vitest'
import { RESPONSE, read } from '../makers.ts'

const shownLines = async (yaml: string): Promise<string[]> => {
  const { isPrivate } = await read({ [RESPONSE]: yaml })
  return yaml.split('\n').filter((_, index) => !isPrivate(RESPONSE, index + 1))
}
const START = 'office: northshire\nreport:\n  title: An inspection\n'
const ITEM = `sections:
  - title: One
    items:
      - recommendation: Record each visit.
        update: |
          SECRET

          SECRET
        position: not accepted # SECRET
        reason: SECRET
        owner: SECRET
        evidence:
          - SECRET
        history: [{ text: SECRET }]
        withheld:
          reason: SECRET
          public: Answered in private.
`

test('notes may not be quoted, at any level', async () => {
  const yaml =
    START +
    '  notes: |\n    SECRET\n\n    SECRET\nnotes: SECRET\nletter:\n  notes: [SECRET,\n    SECRET]\n'
  expect((await shownLines(yaml)).join('\n')).not.toContain('SECRET')
  expect(await shownLines(yaml)).toContain('  title: An inspection')
})

test('what a withheld item holds back may not be quoted, its public sentence may', async () => {
  const shown = (await shownLines(START + ITEM)).join('\n')
  expect(shown).not.toContain('SECRET')
  expect(shown).toContain('Record each visit.')
  expect(shown).toContain('Answered in private.')
})

test.each([
  [
    'a mistyped key',
    (yaml: string) => yaml.replace('withheld', 'witheld').replace('update', 'updat'),
  ],
  ['broken marks', (yaml: string) => yaml + 'comments: "open\n'],
  ['a tab', (yaml: string) => yaml + '\tcomments: x\n'],
  ['a second update', (yaml: string) => yaml + '        update: SECRET\n'],
])('%s does not make them public', async (_name, spoil) => {
  expect((await shownLines(spoil(START + ITEM))).join('\n')).not.toContain('SECRET')
})

test('no message quotes them', async () => {
  const yaml =
    START + ITEM.replace('not accepted', 'SECRET').replace('text: SECRET', 'date: SECRET')
  const { problems } = await read({ [RESPONSE]: yaml })
  expect(problems.map(({ rule }) => rule)).toEqual(['unexpected-value', 'date'])
  expect(JSON.stringify(problems)).not.toContain('SECRET')
})

test('notes whose key is mistyped are still not quoted', async () => {
  for (const key of ['noets', 'ntoes', 'note', 'Notes', 'no_tes'])
    expect((await shownLines(`${START}${key}: SECRET\n`)).join('\n'), key).not.toContain('SECRET')
})

test('no message tells what a private line holds, not even by what it should have been', async () => {
  const yaml = ITEM.replace('position: not accepted', 'position: Not acceptd')
    .replace('[{ text: SECRET }]', '[{ date: 27/09/2019 }]')
    .replace('reason: SECRET\n          public', 'resaons SECRET: SECRET\n          public')
  const { problems } = await read({ [RESPONSE]: START + yaml })
  const words = problems.map(({ message, hint }) => `${message} ${hint}`).join('\n')
  expect(problems.map(({ rule }) => rule)).toEqual(['unexpected-value', 'date', 'unknown-key'])
  expect(words).not.toMatch(/acceptd|mean not accepted|2019-09-27(?! unde)|27\/09|SECRET/)
})

test('a line of a note that has lost its indentation is not quoted either', async () => {
  const yaml = `${START}notes: |\n  SECRET\nSECRET\nSecret: SECRET\n- SECRET\n\nletter: {\n`
  const reading = await read({ [RESPONSE]: yaml })
  expect(reading.problems).not.toEqual([])
  expect((await shownLines(yaml)).join('\n')).not.toContain('SECRET')
  expect(await shownLines(yaml)).toContain('letter: {')
})
