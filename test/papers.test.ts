import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { drawLetter } from '../src/cli/build-letter.ts'
import { composeCopies, papersIn } from './paper.ts'
import { renderers, words, wordsIn, wordsOfTree } from './words.ts'

const CASES = '../shared/cases'
const WARWICKSHIRE = 'warwickshire-2017-11-30'
describe.each([...papersIn('.').map(name => ['.', name] as const), [CASES, WARWICKSHIRE] as const])(
  '%s/panel/%s',
  (root, name) => {
    const isThere = existsSync(`${root}/panel`)
    const why = isThere ? '' : ` (skipped: no ${root} here)`
    const only = isThere ? test : test.skip

    only(
      `the same words stand in all formats, in the same order${why}`,
      async () => {
        for (const paper of await composeCopies(root, name, true)) {
          const expected = words(paper.tree.children.map(wordsOfTree).join(''))
          expect(expected.length).toBeGreaterThan(300)
          for (const built of await drawLetter(paper, renderers))
            expect(await wordsIn(built), built.format).toEqual(expected)
        }
      },
      60_000,
    )
  },
)

const isThere = existsSync(CASES)
const why = isThere ? '' : ` (skipped: no ${CASES} here)`
const real = isThere ? test : test.skip

type Typed = { [key: string]: unknown }
const readYaml = (path: string) => parse(readFileSync(path, 'utf8')) as Typed

/** The words alone: no marks, quotation marks or dashes, which shapes may be told in several ways. */
const loose = (text: string): string =>
  (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(' ')

function* textsOf(node: unknown, keys: readonly string[]): Generator<string> {
  if (Array.isArray(node)) for (const one of node) yield* textsOf(one, keys)
  else if (typeof node === 'object' && node !== null)
    for (const [key, value] of Object.entries(node))
      if (keys.includes(key) && typeof value === 'string') yield value
      else yield* textsOf(value, keys)
}

describe('the real paper reads like its source', () => {
  const inAllFormats = async (): Promise<[format: string, words: string][]> => {
    const [paper] = await composeCopies(CASES, WARWICKSHIRE)
    const built = await drawLetter(paper!, renderers)
    return Promise.all(
      built.map(async one => [one.format, ` ${loose((await wordsIn(one)).join(' '))} `] as const),
    )
  }
  const paper = () => readYaml(`${CASES}/panel/${WARWICKSHIRE}.yaml`)
  const response = () => readYaml(`${CASES}/responses/warwickshire-2017-efficiency/response.yaml`)

  real(
    `with every sentence of its file${why}`,
    async () => {
      const sentences = [...textsOf(paper(), ['title', 'text', 'before', 'after', 'item'])]
        // Numbers of a list are drawn, and no words of it.
        .flatMap(text => text.split(/(?<=[.!?:])\s+|\n/))
        .map(sentence => loose(sentence.replace(/^\s*(?:-|\d+[.)])\s+/, '')))
        .filter(Boolean)
      expect(sentences.length).toBeGreaterThan(80)
      for (const [format, words] of await inAllFormats())
        for (const sentence of sentences)
          expect(words.includes(` ${sentence} `), `${format}: ${sentence}`).toBe(true)
    },
    60_000,
  )

  real(
    `with the grades, the findings and the Commissioner's words in their order${why}`,
    async () => {
      const [section] = response()['sections'] as Typed[]
      const drawn = (paper()['sections'] as Typed[]).find(({ response }) => response)!
      const [first, second, third] = section!['items'] as Record<string, string>[]
      const questions = section!['sections'] as Record<string, string>[]
      const passages = [
        drawn['before'],
        `Overview ${String(section!['question'])} Grade ${String(section!['grade'])}`,
        ...questions.map(({ question, grade }) => `${question} Grade ${grade}`),
        section!['introduction'],
        first!['area_for_improvement'],
        second!['area_for_improvement'],
        third!['observation'],
        third!['comment'],
        drawn['after'],
      ].map(passage => loose(String(passage)))
      for (const [format, words] of await inAllFormats()) {
        let end = 0
        for (const passage of passages) {
          const at = words.indexOf(` ${passage} `, end)
          expect(at, `${format}: ${passage}`).toBeGreaterThanOrEqual(0)
          end = at + passage.length
        }
      }
    },
    60_000,
  )

  real(
    `with what templates make of it${why}`,
    async () => {
      const known = { ...paper(), response: response() }
      const fixed = readFileSync(`${CASES}/panel/${WARWICKSHIRE}.fixed.txt`, 'utf8')
        .split('\n')
        .filter(line => line.trim() !== '' && !line.startsWith('#'))
        .map(line =>
          line.replace(/\{([\w.-]+)\}/g, (_, path: string) =>
            String(path.split('.').reduce<unknown>((node, step) => (node as Typed)[step], known)),
          ),
        )
      expect(fixed.length).toBeGreaterThan(8)
      for (const [format, words] of await inAllFormats())
        for (const line of fixed)
          expect(words.includes(` ${loose(line)} `), `${format}: ${line}`).toBe(true)
    },
    60_000,
  )
})
