import { describe, expect, test } from 'vitest'
import { RESPONSE, read, say } from '../makers.ts'

const START = 'office: northshire\nreport:\n  title: An inspection\n'
const problemsOf = async (yaml: string | Uint8Array) => say(await read({ [RESPONSE]: yaml }))
const bytes = (...parts: (string | number)[]): Uint8Array =>
  new Uint8Array(
    parts.flatMap(part =>
      typeof part === 'number' ? [part] : [...new TextEncoder().encode(part)],
    ),
  )

describe('a file whose marks are broken says where, and in plain words what to type', () => {
  test.each([
    ['a tab', START + 'letter:\n\tdate: 2019-11-21\n', '5:1 yaml: Unexpected tab, expected spaces'],
    [
      'a quotation that is not closed',
      START + 'letter:\n  subject: "An inspection\n  date: 2019-11-21\n',
      '5:12 yaml: Unexpected " without its partner, expected a closing one',
    ],
    [
      'a colon in a title',
      'office: northshire\nreport:\n  title: PEEL: an inspection\n',
      '3:14 yaml: Unexpected colon in a value on one line, expected the value in quotes',
    ],
    [
      'a line indented too far',
      START + 'letter:\n  date: 2019-11-21\n   subject: Visits\n',
      '6:4 yaml: Unexpected indentation, expected this line to begin where the others of its list or map begin',
    ],
    [
      'tabs throughout',
      START + 'letter:\n\tdate: 2019-11-21\n\tour_ref: x\n\tsubject: y\n',
      '5:1 yaml: Unexpected tab here and on 2 more lines, expected spaces',
    ],
    [
      'a tab before a line of a text',
      START + 'comments: |\n  I welcome it.\n\tI do.\n',
      '6:1 yaml: Unexpected tab, expected spaces',
    ],
    [
      'a colon between curly quotes',
      'office: northshire\nreport:\n  title: “PEEL: an inspection”\n',
      '3:10 yaml: Unexpected curly quotes around a value, expected straight ones',
    ],
    [
      'spaces alone above a text',
      'office: northshire\ncomments: |\n\n      \n  I welcome it.\n',
      '4:1 yaml: Unexpected spaces alone on a line above a text, expected an empty line',
    ],
    [
      'a colon before words in curly quotes',
      'office: northshire\nreport:\n  title: PEEL: “good”\n',
      '3:14 yaml: Unexpected colon in a value on one line, expected the value in quotes',
    ],
    [
      'a quotation that Word has closed',
      'office: northshire\nreport:\n  title: "An inspection”\n',
      '3:24 yaml: Unexpected curly ” at the end of a quotation, expected a straight "',
    ],
    [
      'curly quotes around a date',
      START + 'letter:\n  date: “2019-11-21”\n',
      '5:9 date: Unexpected date "“2019-11-21”", expected 2019-11-21',
    ],
    [
      'a dash of Word before an entry',
      START + 'sections:\n  – title: One\n    grade: good\n',
      '5:3 yaml: Unexpected – before an entry of a list, expected a hyphen: `- title:`',
    ],
    [
      'a no-break space before a key',
      START + ' \u00a0kind: peel\n  url: x\n',
      '4:2 yaml: Unexpected no-break space before a key, expected ordinary spaces',
    ],
    [
      'an entry one space too far to the left',
      START + 'sections:\n  - title: One\n - title: Two\n   grade: good\n',
      '6:2 yaml: Unexpected indentation, expected this line to begin where the others of its list or map begin',
    ],
    [
      'a line of a text one space too far to the left',
      START + 'comments: |\n  I welcome it.\n\n I do.\n',
      '7:2 yaml: Unexpected indentation, expected the lines of a text to begin below each other',
    ],
    [
      'a text whose first line is indented further than the others',
      START + 'comments: |\n    I welcome it.\n\n  I do.\n',
      '7:3 yaml: Unexpected indentation, expected the lines of a text to begin below each other',
    ],
    [
      'a second document',
      START + '---\noffice: northshire\n',
      '4:1 yaml: Unexpected second document, expected one in a file',
    ],
    [
      'an empty file',
      '',
      '1:1 yaml: Missing content, expected `key: value` lines; the file is empty',
    ],
    [
      'a value that begins with an asterisk',
      START + 'comments: *Important* words\n',
      '4:11 yaml: Unexpected * at the start of a value, expected words',
    ],
    [
      'a value that begins with a sign',
      START + 'comments: @office\n',
      '4:11 yaml: Unexpected @ at the start of a value, expected words',
    ],
    [
      'a template in a value',
      START + 'comments: {{name}} welcomes it\n',
      '4:12 yaml: Unexpected brackets where a key stands, expected one word and a colon',
    ],
    [
      'a bracket that is not closed',
      START + 'letter:\n  to: [home-secretary\n  date: 2019-11-21\n',
      '5:7 yaml: Unexpected [ without its partner or a comma, expected `[one, two]`',
    ],
    [
      'a backslash in double quotes',
      START + 'letter:\n  subject: "C:\\dir"\n',
      '5:15 yaml: Unexpected backslash in double quotes, expected the value in single quotes',
    ],
    [
      'a text that is not indented',
      START + 'comments: |\nI welcome it\n',
      '5:1 yaml: Unexpected words, expected a key and a colon: `key: value`',
    ],
    [
      'a colon without a space',
      START + 'letter:\n  date:2019-11-21\n  our_ref: x\n',
      '5:3 yaml: Unexpected colon without a space behind it, expected `date: ` and the value',
    ],
    [
      'a control character',
      START + 'comments: |\n  One\u0007two\n',
      '5:6 text: Unexpected control character U+0007, expected none',
    ],
    [
      'a control character made in quotes',
      START + 'comments: "One\\x07two"\n',
      '4:11 text: Unexpected backslash that makes a control character, expected none',
    ],
    [
      'depth beyond any response',
      'a: ' + '['.repeat(100_000),
      '1:1 yaml: Unexpected depth, expected at most 60 levels of lists and keys in each other',
    ],
  ])('%s', async (_name, yaml, problem) => {
    expect(await problemsOf(yaml)).toEqual([problem])
  })
})

test('an entry that does not stand with its keys is pointed at as well', async () => {
  const yaml = START + 'sections:\n   - title: One\n    grade: good\n'
  const { problems } = await read({ [RESPONSE]: START + yaml.slice(START.length) })
  expect(problems).toMatchObject([
    {
      place: { start: { line: 6, column: 5 } },
      related: [
        { place: { start: { line: 5, column: 6 } }, label: 'begins 1 space further right' },
      ],
    },
  ])
})

test('a key that is indented like the text above it is warned of', async () => {
  const items = 'sections:\n  - title: One\n    items:\n      - recommendation: Two\n'
  const answer = '        update: |\n          Done.\n          comment: |\n            I agree.\n'
  expect(await problemsOf(START + items + answer)).toEqual([
    '10:11 yaml: Unexpected comment: inside a text, expected the key further to the left',
  ])
})

test('a key written twice is told with both places', async () => {
  const reading = await read({ [RESPONSE]: START + 'report:\n  title: Another\n' })
  expect(say(reading)).toEqual(['4:1 yaml: Unexpected second report, expected each key once'])
  expect(reading.problems[0]!.related![0]!.place.start).toEqual({ line: 2, column: 1 })
})

test('values that repeat each other without end are refused', async () => {
  const lines = ['a: &a [x, x, x, x, x, x, x, x, x, x]']
  for (const [one, before] of ['ba', 'cb', 'dc', 'ed', 'fe', 'gf'].map(pair => [...pair])) {
    lines.push(`${one}: &${one} [${Array(10).fill(`*${before}`).join(', ')}]`)
  }
  const [problem, ...others] = await problemsOf(lines.join('\n'))
  expect(problem).toMatch(/expected no more than 10000 repeated values in a file$/)
  expect(others).toEqual([])
})

test('a value may be repeated by its name', async () => {
  const yaml = START + 'comments: &same Welcome\nreply: *same\n'
  const { responses, problems } = await read({ [RESPONSE]: yaml })
  expect(problems).toEqual([])
  expect(responses[0]!.reply!.blocks[0]).toMatchObject({ text: { value: 'Welcome' } })
})

test('a file of Windows-1252 is refused with its line', async () => {
  const yaml = bytes(START, 'comments: |\n  It', 0x92, 's fine\n')
  const { problems } = await read({ [RESPONSE]: yaml })
  expect(problems).toMatchObject([
    {
      message: 'Unexpected character that is not UTF-8, expected a file saved as UTF-8',
      place: { start: { line: 5 } },
    },
  ])
})

test('a byte order mark and Windows line endings are nobody’s fault', async () => {
  const yaml = bytes(
    0xef,
    0xbb,
    0xbf,
    (START + 'comments: |\n  One\n\n  Two\n').replace(/\n/g, '\r\n'),
  )
  const { problems, responses } = await read({ [RESPONSE]: yaml })
  expect(problems).toEqual([])
  expect(responses[0]!.comments!.blocks[0]).toMatchObject({ text: { value: 'One\n\nTwo\n' } })
})

test('a file of more than ten megabytes is refused unread', async () => {
  const yaml = new Uint8Array(10 * 1024 * 1024 + 1).fill(0x23)
  expect(await problemsOf(yaml)).toEqual([
    '1:1 yaml: Unexpected file of 11 MB, expected at most 10 MB',
  ])
})

test('a broken response does not hide what is wrong with its office', async () => {
  const reading = await read({
    [RESPONSE]: START + 'comments: "open\n',
    'templates/northshire/office.yaml':
      'office: An office\nbody: { titel: Mayor }\nforce: Northshire Police\n',
  })
  expect(say(reading).map(line => line.replace(/ [A-Z].*/, ''))).toEqual([
    '4:11 yaml:',
    'templates/northshire/office.yaml:2:9 unknown-key:',
  ])
})

test('a colour without quotes is a remark, which is told', async () => {
  expect(await problemsOf(START + 'letter: #1f2a5c\n')).toEqual([
    '4:9 yaml: Unexpected #1f2a5c without quotes, expected "#1f2a5c"',
  ])
})

test('a first line that is indented is shown beside the line that is not', async () => {
  const { problems } = await read({ [RESPONSE]: ' office: northshire\nstatus: final\n' })
  const [problem] = problems
  expect(problem).toMatchObject({
    message: expect.stringContaining('Unexpected indentation') as string,
    place: { start: { line: 2, column: 1 } },
    related: [{ place: { start: { line: 1, column: 2 } }, label: 'begins 1 space further right' }],
  })
})
