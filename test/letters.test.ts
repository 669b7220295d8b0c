import { existsSync } from 'node:fs'
import { parse, type DefaultTreeAdapterTypes as P5 } from 'parse5'
import { describe, expect, test } from 'vitest'
import { composeLetters, drawLetter } from '../src/cli/build-letter.ts'
import type { Composed } from '../src/cli/build-letter.ts'
import { workspaceFiles } from '../src/cli/workspace-files.ts'
import type { Block, Inline, Node } from '../src/document/tree.ts'
import { textsIn } from '../src/document/words.ts'
import { readInspectionResponse } from '../src/model/read-workspace.ts'
import { sectionsOf } from '../src/model/response.ts'
import type { InspectionResponse, Item, LetterText, Text } from '../src/model/response.ts'
import { renderDocx } from '../src/render/docx.ts'
import { renderHtml } from '../src/render/html.ts'
import { renderPdf } from '../src/render/pdf.ts'
import { first, readDocx, wordsOf as wordsOfXml } from './render/docx/read-docx.ts'
import { readPdf } from './render/pdf/read-pdf.ts'

const CASES = '../shared/cases'
const letters = [
  ['.', 'northshire-peel-2025'],
  ['.', 'northshire-custody-2026'],
  [CASES, 'warwickshire-2019'],
  [CASES, 'west-mercia-2019'],
] as const

const renderers = { docx: renderDocx, pdf: renderPdf, html: renderHtml }

async function compose(
  root: string,
  name: string,
): Promise<{ response: InspectionResponse; letter: Composed }> {
  const files = workspaceFiles(root)
  const reading = await readInspectionResponse(files, name, { today: '2026-11-20' })
  expect(reading.problems).toEqual([])
  const { letters, problems } = await composeLetters(reading, files)
  expect(problems).toEqual([])
  return { response: reading.responses[0]!, letter: letters[0]! }
}

/** A line of the PDF may end behind a hyphen: what stands on the next is still the same word. */
const words = (text: string): string[] =>
  text
    .replaceAll('\u200b', '')
    .replace(/(?<=\S[-–—\/])\s+/g, '')
    .split(/[\s\u00a0]+/)
    .filter(Boolean)

const INLINE: Node['type'][] = ['text', 'strong', 'emphasis', 'link', 'gap']
function wordsOfTree(node: Node): string {
  if (node.type === 'text') return node.value
  const inner = 'children' in node ? node.children.map(wordsOfTree).join('') : ''
  return INLINE.includes(node.type) ? inner : ` ${inner} `
}

const INLINE_TAGS = ['a', 'strong', 'em', 'mark']
function wordsOfHtml(node: P5.Node): string {
  if ('value' in node) return node.value
  if (!('childNodes' in node)) return ''
  const inner = node.childNodes.map(wordsOfHtml).join('')
  return 'tagName' in node && INLINE_TAGS.includes(node.tagName) ? inner : ` ${inner} `
}

function mainOf(html: string): P5.Element {
  const find = (node: P5.Node): P5.Element | undefined => {
    if ('tagName' in node && node.tagName === 'main') return node
    if (!('childNodes' in node)) return undefined
    return node.childNodes.map(find).find(Boolean)
  }
  return find(parse(html))!
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
      const built = await drawLetter(letter, renderers)
      const [docx, pdf, html] = built.map(({ bytes }) => bytes)
      const body = first(readDocx(docx!).xml('word/document.xml'), 'w:body')!
      expect(words(wordsOfXml(body as never))).toEqual(expected)
      expect(words((await readPdf(pdf!)).words)).toEqual(expected)
      expect(words(wordsOfHtml(mainOf(new TextDecoder().decode(html))))).toEqual(expected)
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
