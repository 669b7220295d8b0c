import { expect, test } from 'vitest'
import { composeReading } from './compose.ts'
import { drawLetter } from '../src/cli/build-letter.ts'
import { aRecommendation, aResponse, aWorkspace, read, RESPONSE } from './makers.ts'
import { renderers, words, wordsIn } from './words.ts'

/** What officers type and paste, each with a word around it so that it stands in its place. */
const typed = [
  '$5 and $x$',
  '<1% < 2',
  '2*3*4 and 5 * 6',
  'C# #1',
  '@home',
  'a\\\\b',
  '{{x}} {{{y}}} {{#if}}',
  ']]>',
  '&amp; &lt; &#65;',
  '‘single’ “double” ‚low„',
  'en–dash em—dash',
  'ŵ ŷ Ŵ Ŷ',
  '£ €',
  '• bullet ▪ ■ ●',
  '→ ← ⇒',
  '✓ ✔ ✗ ☑ ☐',
  '½ ² °',
  'a\u00a0b',
  '…',
  '_x_ __y__',
  '~z~',
  '`code`',
  'www.a.example',
  '[^1] [1]: x',
  '| bar',
  '+ 3%',
  'é ü ñ Łódź',
  '−5 × 3 ÷ 2',
  '#let x = 1',
  '#read("/etc/passwd")',
  '%PDF',
  "it's",
]

async function build(update: string) {
  const item = aRecommendation({ update })
  const files = {
    [RESPONSE]: aResponse({ sections: [{ title: 'Area $5 {{x}} <b>', items: [item] }] }),
  }
  const reading = await read(files)
  expect(reading.problems).toEqual([])
  const { letters, problems } = await composeReading(reading, aWorkspace(files))
  expect(problems).toEqual([])
  return drawLetter(letters[0]!, renderers)
}

test('every character comes out as it was typed, in all formats', async () => {
  const update = typed.map((text, n) => `begin${n} ${text} end${n}`).join('\n\n') + '\n'
  for (const built of await build(update)) {
    const said = (await wordsIn(built)).join(' ')
    for (const [n, text] of typed.entries()) {
      const expected = words(text.replace('a\\\\b', 'a\\b')).join(' ')
      expect(said, `${built.format}: ${text}`).toContain(`begin${n} ${expected} end${n}`)
    }
    expect(said).toContain('Area $5 {{x}} <b>')
  }
})

test('a paragraph of 10,000 characters comes out whole', async () => {
  const update = Array.from({ length: 2000 }, (_, n) => `w${n}`).join(' ')
  expect(update.length).toBeGreaterThan(10_000)
  for (const built of await build(`${update}\n`))
    expect((await wordsIn(built)).join(' '), built.format).toContain(update)
})

test('a word of 1,000 characters comes out whole', async () => {
  const update = 'abcdefghij'.repeat(100)
  for (const built of await build(`${update}\n`))
    expect((await wordsIn(built)).join(''), built.format).toContain(update)
})
