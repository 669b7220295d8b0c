import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { composeReading } from './compose.ts'
import { drawLetter } from '../src/cli/build-letter.ts'
import type { Composed } from '../src/cli/build-letter.ts'
import { workspaceFiles } from '../src/cli/workspace-files.ts'
import type { Block, Inline } from '../src/document/tree.ts'
import { textsIn } from '../src/document/words.ts'
import { readInspectionResponse } from '../src/model/read-workspace.ts'
import { sectionsOf } from '../src/model/response.ts'
import type { InspectionResponse, Item, LetterText, Text } from '../src/model/response.ts'
import { renderers, words, wordsIn, wordsOfTree } from './words.ts'

const CASES = '../shared/cases'
const letters = [
  ['.', 'northshire-peel-2025'],
  ['.', 'northshire-custody-2026'],
  [CASES, 'warwickshire-2019'],
  [CASES, 'west-mercia-2019'],
] as const

async function compose(
  root: string,
  name: string,
): Promise<{ response: InspectionResponse; letter: Composed }> {
  const files = workspaceFiles(root)
  const reading = await readInspectionResponse(files, name, { today: '2026-11-20' })
  expect(reading.problems).toEqual([])
  const { letters, problems } = await composeReading(reading, files)
  expect(problems).toEqual([])
  return { response: reading.responses[0]!, letter: letters[0]! }
}

/** Every text of the response, as its letter prints it. */
function* textsOf(response: InspectionResponse): Generator<Text> {
  const { comments, chief_officer, reply, actions, sections } = response
  for (const text of [comments, chief_officer.introduction, chief_officer.conclusion, reply])
    yield* textsOfLetter(text)
  for (const { text } of actions) yield text
  for (const section of sectionsOf(sections)) {
    yield* textsOfLetter(section.introduction)
    for (const entry of section.items)
      if (entry.kind === 'answers')
        yield* [entry.update, entry.comment].filter(text => text !== undefined)
      else yield* textsOfItem(entry)
  }
}

function* textsOfLetter(text: LetterText | undefined): Generator<Text> {
  for (const block of text?.blocks ?? []) if (block.type === 'text') yield block.text
}

function* textsOfItem(item: Item): Generator<Text> {
  yield item.words
  if (item.update) yield item.update
  if (item.comment) yield item.comment
  for (const recommendation of item.recommendations) yield* textsOfItem(recommendation)
}

const show = (blocks: readonly (Block | Inline)[]): string =>
  words(blocks.map(wordsOfTree).join(' ')).join(' ')

describe.each(letters)('%s/responses/%s', (root, name) => {
  const isThere = existsSync(`${root}/responses/${name}`)
  const only = isThere ? test : test.skip
  const why = isThere ? '' : ` (skipped: no ${root} here)`

  only(
    `the same words stand in all formats, in the same order${why}`,
    async () => {
      const { letter } = await compose(root, name)
      const expected = words(letter.tree.children.map(wordsOfTree).join(''))
      expect(expected.length).toBeGreaterThan(1500)
      for (const built of await drawLetter(letter, renderers))
        expect(await wordsIn(built), built.format).toEqual(expected)
    },
    30_000,
  )

  only(`each text of the response stands in the letter once${why}`, async () => {
    const { response, letter } = await compose(root, name)
    const found = new Map<string, string[]>()
    let before = ''
    for (const { at, value } of textsIn(letter.tree.children)) {
      const key = at?.join('.') ?? ''
      if (key === '') {
        // A label may stand before a text; a heading or other text parts it.
        continue
      }
      const runs = found.get(key) ?? []
      if (key === before) runs[runs.length - 1] += ` ${value}`
      else runs.push(value)
      found.set(key, runs)
      before = key
    }
    const texts = [...textsOf(response)]
    expect(texts.length).toBeGreaterThan(25)
    for (const text of texts) {
      const runs = found.get(text.at.join('.'))
      expect(runs, text.at.join('.')).toHaveLength(1)
      expect(words(runs![0]!).join('')).toBe(show(text.blocks).replaceAll(' ', ''))
    }
  })
})
