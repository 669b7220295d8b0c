import { describe, expect, test } from 'vitest'
import { parseText } from '../../src/model/text.ts'
import { flatten } from './compare-with-truth.ts'
import { asText } from './print.ts'
import { placeItems, readSpecimens, type TrueItem, type TrueSection } from './specimen.ts'

const specimens = readSpecimens()

test('each form of report has its specimens', () => {
  const forms = ['peel-2014', 'peel-2021', 'thematic', 'accelerated', 'revisit', 'custody']
  for (const form of [...forms, 'child-protection'])
    expect(specimens.map(({ name }) => name.startsWith(form))).toContain(true)
})

describe.each(specimens)('the truth about $name', ({ pages, truth }) => {
  const text = readable(pages.map(asText).join('\n'))
  const items = [...placeItems<TrueItem>(truth.sections)].map(({ item }) => item)

  test('has the words of its pages', () => {
    const words = items.flatMap(({ words, title, lead, suggested_by }) => [
      ...[title, lead, suggested_by].filter(one => one !== undefined),
      ...words.split(/\n+/).map(flatten),
    ])
    const others = [...truth.other_days, ...[...truth.counts, ...truth.passed].map(one => one.words)]
    for (const one of [...words, ...others, ...headingsOf(truth.sections)])
      expect(text).toContain(readable(one))
  })

  test('is written in the small Markdown', () => {
    for (const { words } of items) expect(parseText(words).refusals).toEqual([])
  })

  test('says by which sentence a shortcoming in prose is one', () => {
    for (const { kind, suggested_by } of items)
      expect(suggested_by !== undefined).toBe(kind === 'observation')
  })

  test('lists no words twice', () => {
    const words = items.map(({ words }) => words)
    expect(words).toEqual([...new Set(words)])
  })
})

/** As a reader takes in words: without the marks of lists, and the numbers of footnotes. */
function readable(text: string): string {
  return text
    .split('\n')
    .map(line => line.replace(/^ *(?:[•◦▪]|\d+\.) /u, ''))
    .join(' ')
    .replace(/\s+/g, ' ')
}

const headingsOf = (sections: readonly TrueSection[]): string[] =>
  sections.flatMap(({ title, question, sections: inner }) => [
    ...[title, question].filter(one => one !== undefined),
    ...headingsOf(inner),
  ])
