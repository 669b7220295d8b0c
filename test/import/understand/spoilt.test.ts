import { describe, expect, test } from 'vitest'
import { walk } from '../../../src/document/words.ts'
import { foundItems, type FoundReport } from '../../../src/import/found-report.ts'
import { understandReport } from '../../../src/import/understand/understand-report.ts'
import { readHtmlLines } from '../../../src/source/report-copy/html.ts'
import { readTextLines } from '../../../src/source/report-copy/text.ts'
import { readSpecimens } from '../specimen.ts'

/** A row of numbers that looks like chance and is the same each time. */
function chance(seed: number): (below: number) => number {
  let state = seed
  return below => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const NOISE = [
  'Page 12',
  'Home',
  '•',
  '12',
  'Good',
  'Annex A',
  '1.',
  ';',
  '(((',
  '\u0000\uffff',
  'a)',
]

/** The words of a report with lines that were lost, doubled or moved, and others put among them. */
function spoil(words: readonly string[], pick: (below: number) => number): string[] {
  const spoilt = [...words]
  const place = () => pick(spoilt.length)
  for (let count = 0; count < 6; count++) {
    const how = pick(4)
    if (how === 0) spoilt.splice(place(), 1)
    else if (how === 1) spoilt.splice(place(), 0, spoilt[place()]!)
    else if (how === 2) spoilt.splice(place(), 0, ...spoilt.splice(place(), 1))
    else spoilt.splice(place(), 0, NOISE[pick(NOISE.length)]!)
  }
  return spoilt
}

const flat = (words: string): string =>
  words
    .normalize('NFKC')
    .replace(/\[\d{1,2}\]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

const sentences = ({ sections }: FoundReport): string[] =>
  [...foundItems(sections)].flatMap(({ words }) =>
    [...walk(words)].flatMap(node => (node.type === 'text' ? flat(node.value) : [])),
  )

describe.each(readSpecimens())('$name', ({ pages }) => {
  const lines = pages.flatMap(page => readHtmlLines('report.html', page, 10_000))
  const words = lines.map(line => `${line.kind === 'list item' ? '• ' : ''}${line.words}`)

  test('however its lines are lost, doubled or moved: no item says what its text does not', () => {
    for (let seed = 1; seed <= 12; seed++) {
      const text = spoil(words, chance(seed)).join('\n\n')
      const copy = { path: 'report.txt', lines: readTextLines('report.txt', text, 10_000) }
      const source = ` ${flat(text)} `
      for (const one of sentences(understandReport([copy]))) expect(source).toContain(` ${one} `)
    }
  })
})

test('of what is no text at all, nothing is found', () => {
  const pick = chance(7)
  for (let seed = 1; seed <= 20; seed++) {
    const text = Array.from({ length: 4000 }, () => String.fromCharCode(pick(0x180))).join('')
    const copy = { path: 'report.txt', lines: readTextLines('report.txt', text, 10_000) }
    expect([...foundItems(understandReport([copy]).sections)]).toEqual([])
  }
})

const each = (words: (index: number) => string) =>
  Array.from({ length: 130_000 }, (_, index) => words(index)).join('\n')

test.each([
  ['grades', each(() => 'Good')],
  ['loose entries', each(index => `• The force should keep record ${index} of its checks.`)],
  [
    'items',
    `Areas for improvement\n\n${each(index => `• The force should keep record ${index}.`)}`,
  ],
])('more lines of %s than any report has are no fault', { timeout: 60_000 }, (_, text) => {
  const lines = readTextLines('report.txt', text, 200_000)
  expect(() => understandReport([{ path: 'report.txt', lines }])).not.toThrow()
})

test('a list that stands in thousands of others is one that stands in some', () => {
  const page = `<main><h1>Northshire Police: an inspection</h1><h2>Area for improvement</h2><p>The force should:</p>${'<ul><li>keep it'.repeat(9000)}</main>`
  const lines = readHtmlLines('report.html', page, 200_000)
  const { sections } = understandReport([{ path: 'report.html', lines }])
  expect([...foundItems(sections)]).toHaveLength(1)
})
