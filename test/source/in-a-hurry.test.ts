import { describe, expect, test } from 'vitest'
import { RESPONSE, read, say } from '../makers.ts'

const LINES = `office: northshire
report:
  title: An inspection
  kind: peel
  scale: peel-2021
  published: 2019-09-27
sections:
  - title: Vetting
    items:
      - recommendation: Record each visit.
        number: 1
        position: accepted
        update: |
          Each visit is recorded.
`
const told = async (yaml: string | Uint8Array) => say(await read({ [RESPONSE]: yaml }))
const typed = (from: string, to: string): string => {
  expect(LINES).toContain(from)
  return LINES.replace(from, to)
}

describe('one mistake is told once, with what to type', () => {
  test.each([
    ['a key one space to the left', '  kind', ' kind', '4:2 yaml: Unexpected indentation'],
    ['a key indented by a tab', '  kind', '\tkind', '4:1 yaml: Unexpected tab'],
    [
      "an item's key one space to the left",
      '        number',
      '       number',
      '11:8 yaml: Unexpected indentation',
    ],
    [
      'a text that is not indented',
      '          Each visit',
      'Each visit',
      '14:1 yaml: Unexpected words, expected a key',
    ],
    [
      'a dash without its space',
      '- recommendation',
      '-recommendation',
      '10:7 yaml: Unexpected dash without a space behind it, expected `- recommendation:`',
    ],
    [
      'an apostrophe in single quotes',
      'An inspection',
      "'The force's inspection'",
      '3:10 yaml: Unexpected words behind a closing quotation mark',
    ],
    [
      'a value that begins with a quotation',
      'An inspection',
      '"Good" work',
      '3:10 yaml: Unexpected words behind a closing quotation mark',
    ],
    [
      'a value that begins with brackets',
      'An inspection',
      '[Draft] report',
      '3:10 yaml: Unexpected words behind a closing bracket',
    ],
    [
      'a value that begins with a dash',
      'An inspection',
      '- an inspection',
      '3:10 yaml: Unexpected dash behind a colon',
    ],
    [
      'a text on the line of its bar',
      '|\n          Each visit is recorded.',
      '| Each visit is recorded.',
      '13:17 yaml: Unexpected words behind | or >',
    ],
    [
      'the marks of a merge conflict',
      'office: northshire',
      '<<<<<<< HEAD\noffice: northshire\n=======\noffice: other\n>>>>>>> theirs',
      '1:1 yaml: Unexpected marks of a merge conflict',
    ],
  ])('%s', async (_, from, to, expected) => {
    const problems = await told(typed(from, to))
    expect(problems).toEqual([expect.stringContaining(expected)])
  })
})

describe('words are never left out in silence', () => {
  test('an ampersand that begins a value', async () => {
    expect(await told(typed('An inspection', '&c. of it'))).toEqual([
      expect.stringContaining('3:10 yaml: Unexpected & at the start of a value'),
    ])
  })

  test('a word behind a # that nobody meant as a remark', async () => {
    const expected = expect.stringContaining('yaml: Unexpected # behind a space') as string
    expect(await told(typed('An inspection', 'Operation #Sceptre'))).toEqual([expected])
    expect(await told(typed('An inspection', 'An inspection # of 2019'))).toEqual([])
    expect(await told(typed('update: |\n          Each visit is recorded.', 'update: #1'))).toEqual(
      [expected],
    )
  })
})

describe('a file that is no text in UTF-8 is told once', () => {
  test('UTF-16, with its mark and without', async () => {
    const plain = Buffer.from(LINES, 'utf16le')
    const expected = ['1:1 yaml: Unexpected UTF-16 file, expected UTF-8']
    expect(await told(plain)).toEqual(expected)
    expect(await told(Buffer.concat([Buffer.from([0xff, 0xfe]), plain]))).toEqual(expected)
  })

  test('a Word document under the name of a response', async () => {
    expect(await told(Buffer.from('PK\u0003\u0004\u0014'))).toEqual([
      '1:1 yaml: Unexpected data that is no text, expected a text file saved as UTF-8',
    ])
  })

  test('Windows-1252: the line can be shown', async () => {
    const bytes = Buffer.from(LINES.replace('Record', '\u0093Record'), 'latin1')
    const reading = await read({ [RESPONSE]: bytes })
    expect(say(reading)).toEqual([expect.stringContaining('10:25 yaml: Unexpected character')])
    expect(reading.sources.get(RESPONSE)).toContain('Record each visit')
  })
})

test('Windows line ends change nothing', async () => {
  expect(await told(LINES.replaceAll('\n', '\r\n'))).toEqual([])
})

test('dates with the dashes and spaces of Word are read, and told', async () => {
  expect(await told(typed('2019-09-27', '2019–09–27'))).toEqual([
    '6:14 date: Unexpected date "2019–09–27", expected 2019-09-27',
  ])
})

describe('a file with more mistakes than anybody reads', () => {
  test('keys without end are told of a hundred times, unknown ones five hundred', async () => {
    expect(await told(`${LINES}${'notes: x\n'.repeat(300)}`)).toHaveLength(100)
    const unknown = Array.from({ length: 700 }, (_, n) => `nobody_knows_${n}: x\n`)
    expect(await told(`${LINES}${unknown.join('')}`)).toHaveLength(500)
  })

  test('a web page pasted as a text is told of twenty times', async () => {
    const page = '          a <b> c\n'.repeat(100)
    expect(await told(typed('          Each visit is recorded.\n', page))).toHaveLength(20)
  })
})
