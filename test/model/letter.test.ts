import { expect, test } from 'vitest'
import { aResponse, read, readValid, RESPONSE, say } from '../makers.ts'

const wording = async (keys: Record<string, unknown>) =>
  say(await read({ [RESPONSE]: aResponse({ letter: { wording: keys } }) }))

test('a letter may replace a fixed sentence by its name, or leave some out', async () => {
  const { letter } = await readValid({
    letter: { wording: { opening: 'I write.\n', publication: 'false' } },
  })
  expect(letter.wording['opening']).toMatchObject({ value: 'I write.\n' })
  expect(letter.wording['publication']).toBe(false)
})

test('a sentence that is not there is named, with the one that may be meant', async () => {
  expect(await wording({ openning: 'I write.\n' })).toEqual([
    expect.stringMatching(/unknown-key: Unexpected openning, expected title, header, opening,/),
  ])
})

test('a heading is not left out: its text would belong to another', async () => {
  expect(await wording({ 'reply-heading': 'false' })).toEqual([
    expect.stringMatching(/unexpected-value: Unexpected false, expected a text for reply-heading$/),
  ])
})
