import { describe, expect, test } from 'vitest'
import type { Block } from '../../src/document/tree.ts'
import { lineOf } from '../../src/document/words.ts'
import { parseText } from '../../src/model/text.ts'
import { isOneSentence, shorten, shortenLine, withSign } from '../../src/wording/panel/shorten.ts'

const short = (text: string, limit: number) => {
  const { blocks, isCut } = shorten(parseText(text).blocks, limit)
  return { says: blocks.map(block => lineOf([block])), isCut }
}

describe('a text in short', () => {
  test('that is short is whole', () => {
    expect(short('One. Two.', 20)).toEqual({ says: ['One. Two.'], isCut: false })
  })

  test('ends where its last whole sentence does', () => {
    expect(short('One is done. Two is begun. Three waits.', 30)).toEqual({
      says: ['One is done. Two is begun.'],
      isCut: true,
    })
  })

  test('goes on into the next paragraph as far as there is room', () => {
    expect(short('One is done.\n\nTwo is begun. Three waits for two.', 30).says).toEqual([
      'One is done.',
      'Two is begun.',
    ])
  })

  test.each([
    'It was seen by Mr. Holt on the day. More.',
    'It took 2.5 hours to do and more. More.',
    'Plans, e.g. Rotas for nights, are made. More.',
    'It was led by R. Marsh of the force. More.',
  ])('does not end at a full stop that ends no sentence: %s', text => {
    const [says = ''] = short(text, text.length - 1).says
    expect(says).toBe(text.slice(0, -' More.'.length))
  })

  test('ends behind the quotation mark that ends a sentence', () => {
    expect(short('She said: “It is done.” Then she went away.', 30).says).toEqual([
      'She said: “It is done.”',
    ])
  })

  test('is cut behind a word where its first sentence is too long', () => {
    const text = `${'word '.repeat(40)}end. More.`
    const [says = ''] = short(text, 52).says
    expect(says.length).toBeLessThanOrEqual(52)
    expect(says).toMatch(/word$/)
  })

  test('keeps a first sentence that is a little longer than there is room for', () => {
    expect(short('The force has done nearly all of it. More follows here.', 30).says).toEqual([
      'The force has done nearly all of it.',
    ])
  })

  test('leaves out the sentence that announces a list which is not shown', () => {
    expect(short('It is done. We have made:\n\n- many plans for the nights\n', 30).says).toEqual([
      'It is done.',
    ])
  })

  test('takes the entries of a list that there is room for, at least one', () => {
    const list = '- one plan for the nights\n- one rota\n- one register\n'
    expect(short(list, 36).says).toEqual(['one plan for the nights one rota'])
    expect(short(list, 10).says).toEqual(['one plan for the nights'])
  })

  test('keeps the marks around its words', () => {
    const { blocks } = shorten(parseText('**One is done. Two** is begun.').blocks, 20)
    expect(blocks).toMatchObject([
      { children: [{ type: 'strong', children: [{ value: 'One is done.' }] }] },
    ])
  })

  test('carries its sign behind the last words', () => {
    const sign = [{ type: 'text' as const, value: '[…]' }]
    const says = (text: string) =>
      withSign(parseText(text).blocks, sign).map((block: Block) => lineOf([block]))
    expect(says('One.')).toEqual(['One.\u00a0[…]'])
    expect(says('- One.\n- Two.\n')).toEqual(['One. Two.\u00a0[…]'])
    expect(says('| a |\n| - |\n| b |\n')).toEqual(['a b', '[…]'])
  })
})

test('words on a line are cut in the same way', () => {
  expect(shortenLine('One is done. Two is begun.', 15)).toEqual({
    words: 'One is done.',
    isCut: true,
  })
  expect(shortenLine('One is done.', 15)).toEqual({ words: 'One is done.', isCut: false })
})

test('one sentence is told from several', () => {
  expect(isOneSentence('A need for plans.')).toBe(true)
  expect(isOneSentence('A need for plans, e.g. of nights')).toBe(true)
  expect(isOneSentence('It has plans. They are good.')).toBe(false)
})
