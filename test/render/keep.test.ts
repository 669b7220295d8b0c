import { describe, expect, test } from 'vitest'
import type { Block, Inline, List, Paragraph, ParagraphRole } from '../../src/document/tree.ts'
import { keepLeads, needsCompany, staysWhole } from '../../src/render/keep.ts'

const text = (value: string): Inline => ({ type: 'text', value })
const says = (words: string, role?: ParagraphRole): Paragraph => ({
  type: 'paragraph',
  ...(role && { role }),
  children: [text(words)],
})
const bold = (words: string): Paragraph => ({
  type: 'paragraph',
  children: [{ type: 'strong', children: [text(words)] }],
})
const list = (...items: Block[][]): List => ({
  type: 'list',
  ordered: false,
  start: 1,
  children: items.map(children => ({ type: 'listItem', children })),
})
const isKept = (...blocks: Block[]): boolean => {
  const [first] = keepLeads(blocks)
  return first?.type === 'paragraph' && first.keepWithNext === true
}

describe('what keeps with the next block', () => {
  test.each(['label', 'question'] as const)('a %s', role => {
    expect(isKept(says('Response:', role), says('words'))).toBe(true)
  })
  test.each(['These are:', 'These are: -', 'These are :–'])('“%s” before a list', words => {
    expect(isKept(says(words), list([says('a')]))).toBe(true)
  })
  test('no colon before prose, and no prose before a list', () => {
    expect(isKept(says('These are:'), says('words'))).toBe(false)
    expect(isKept(says('These are.'), list([says('a')]))).toBe(false)
  })
  test('no long paragraph, which would leave the page half empty', () => {
    expect(isKept(says(`${'word '.repeat(80)}:`), list([says('a')]))).toBe(false)
  })
  test('a headline of the report, but none at the end', () => {
    const quotation = (...children: Block[]): Block => ({ type: 'blockquote', children })
    const [made] = keepLeads([quotation(bold('The force should act'), says('It has not.'))])
    expect(made).toMatchObject({ children: [{ keepWithNext: true }, {}] })
    expect(isKept(bold('Bold to the end'))).toBe(false)
  })
  test('the words of an item before the list within it', () => {
    const [made] = keepLeads([list([says('a record that states'), list([says('b')])])])
    expect(made).toMatchObject({ children: [{ children: [{ keepWithNext: true }, {}] }] })
  })
})

test('a list of few words stays whole, one of many does not', () => {
  expect(staysWhole(list([says('a')], [says('b')]))).toBe(true)
  expect(staysWhole(list([says('word '.repeat(60))]))).toBe(false)
})
test('a closing needs company unless it opens with the publication sentence', () => {
  const signOff = says('Yours sincerely,', 'sign-off')
  expect(needsCompany({ type: 'closing', children: [signOff] })).toBe(true)
  expect(needsCompany({ type: 'closing', children: [says('It is published.'), signOff] })).toBe(
    false,
  )
  expect(needsCompany(says('words'))).toBe(false)
})
