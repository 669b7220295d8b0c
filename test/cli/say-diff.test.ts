import { expect, test } from 'vitest'
import { sayDiff } from '../../src/cli/say-diff.ts'

const say = (before: string, after: string) =>
  sayDiff({ path: 'a.yaml', before, after }, { columns: 80, hasColours: false })
    .split('\n')
    .slice(2, -1)

test('a line is private where it is so before or after, however it is indented and quoted', () => {
  // Before, nobody can say to what the line belongs.
  const before = "a:\n    notes: |\n\t\tsecret: 'x'\nb: [\n"
  const after = 'a:\n    notes: |\n      secret: "x"\nb: []\n'
  const hidden = [' a:', ' [private]', '-[private]', '-b: [', '+[private]', '+b: []']
  expect(say(before, after)).toEqual(['@@ -1,4 +1,4 @@', ...hidden])
  expect(say(after, before).filter(line => line.includes('secret'))).toEqual([])
  // It may be written in another way, and in more lines.
  const reworded = 'a:\n    notes: |\n      secret: y\nb: []\n'
  expect(say(before, reworded)).toEqual(['@@ -1,4 +1,4 @@', ...hidden])
  const longer = 'a:\n    notes: |\n      secret: "x"\nid: a\nb: []\n'
  expect(say(before, longer)).toEqual([
    '@@ -1,4 +1,5 @@',
    ...[' a:', ' [private]', '-[private]', '-b: [', '+[private]', '+id: a', '+b: []'],
  ])
})

test('a line that goes alone is private by itself', () => {
  const notes = 'notes:\n  x: y\na: b\n'
  expect(say(notes, 'a: b\n')).toEqual([
    '@@ -1,3 +1,1 @@',
    ...['-[private]', '-[private]', ' a: b'],
  ])
  expect(say('a: b\n', notes)).toEqual([
    '@@ -1,1 +1,3 @@',
    ...['+[private]', '+[private]', ' a: b'],
  ])
})

test('a key that is private in one item is shown in another', () => {
  const items = (day: string) => `- withheld: {}
  update: |
    Secret.
- target: ${day}
  update: |
    Told.
`
  expect(say(items('1/2/2024'), items('2024-02-01'))).toEqual([
    '@@ -2,5 +2,5 @@',
    ' [private]',
    ' [private]',
    '-- target: 1/2/2024',
    '+- target: 2024-02-01',
    '   update: |',
    '     Told.',
  ])
})

test('what stands about a change is shown as far as there is room, wide letters too', () => {
  const long = '漢'.repeat(60)
  const lines = say(`a: ${long}\nb: 1 \n`, `a: ${long}\nb: 1\n`)
  expect(lines).toEqual(['@@ -1,2 +1,2 @@', ` a: ${'漢'.repeat(37)}…`, '-b: 1·', '+b: 1'])
})

test('a file without a line end, or with those of Windows, is shown as others are', () => {
  expect(say('a: 1 ', 'a: 1')).toEqual(['@@ -1,1 +1,1 @@', '-a: 1·', '+a: 1'])
  expect(say('a: 1\t\r\n', 'a: 1\r\n')).toEqual(['@@ -1,1 +1,1 @@', '-a: 1→', '+a: 1'])
})

test('nothing in a file gives orders to a terminal or to GitHub', () => {
  const lines = say('a: 1 \n::error::x\u001b[2J\n', 'a: 1\n::error::x\u001b[2J\n')
  expect(lines.at(-1)).toBe(' \u200b::error::x\ufffd[2J')
})
