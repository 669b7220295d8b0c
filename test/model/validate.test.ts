import { expect, test } from 'vitest'
import { didYouMean } from '../../src/model/validate/did-you-mean.ts'
import { anOffice, OFFICE, RESPONSE, read, say } from '../makers.ts'

const START = 'office: northshire\nreport:\n  title: An inspection\n'
const problemsOf = async (yaml: string) => say(await read({ [RESPONSE]: yaml }))
const anItem = (...lines: string[]) =>
  START + 'sections:\n  - title: One\n    items:\n' + lines.map(line => `      ${line}\n`).join('')

test('a mistyped required key is one problem, and the response is read all the same', async () => {
  const reading = await read({ [RESPONSE]: 'ofice: northshire\nreport:\n  titel: An inspection\n' })
  expect(say(reading)).toEqual([
    '1:1 unknown-key: Unexpected key ofice, expected office',
    '3:3 unknown-key: Unexpected key titel, expected title',
  ])
  expect(reading.problems[0]!.hint).toBe('Did you mean office?')
  expect(reading.responses[0]!.report.title).toBe('An inspection')
})

test('of two words that are as near, the one that begins the same is meant', async () => {
  expect(didYouMean('scetions', ['actions', 'sections'])).toBe('sections')
  expect(didYouMean('gardes', ['grades', 'cards'])).toBe('grades')
  expect(await problemsOf(`${START}scetions:\n  - title: One\n`)).toEqual([
    '4:1 unknown-key: Unexpected key scetions, expected sections',
  ])
})

test('a mistyped key is told while nothing stands there yet', async () => {
  const item = anItem('- recommendation: Two.', '  udpate:', '  owner:')
  expect(await problemsOf(item)).toEqual([
    '8:9 unknown-key: Unexpected key udpate, expected update',
  ])
  expect(await problemsOf(`${START}  titel:\n  publishd:\nremarks:\n`)).toEqual([
    expect.stringMatching(/^4:3 unknown-key: Unexpected key titel in report, expected/),
    '5:3 unknown-key: Unexpected key publishd, expected published',
    expect.stringMatching(/^6:1 unknown-key: Unexpected key remarks at the top of the file/),
  ])
})

test('an empty value under a name of one’s own is no mistyped key', async () => {
  const office = anOffice({ addressees: { minister: { lines: ['The Minister'], email: '' } } })
  const yaml = `${START}letter:\n  to: [minister]\n  wording: { opening: }\n`
  expect(say(await read({ [RESPONSE]: yaml, [OFFICE]: office }))).toEqual([])
})

test('a key at the wrong level is told where it belongs', async () => {
  expect(await problemsOf(START + 'our_ref: 12\nletter:\n  published: 2019-11-21\n')).toEqual([
    '4:1 unknown-key: Unexpected key our_ref at the top of the file, expected it in letter',
    '6:3 unknown-key: Unexpected key published in letter, expected it in report or publication',
  ])
})

test.each([
  ['grade in report', START + '  grade: good\n', '4:3', 'key grade in report', 'in a section'],
  [
    'update at the top',
    START + 'update: x\n',
    '4:1',
    'key update at the top of the file',
    'in an item',
  ],
  [
    'comments in letter',
    START + 'letter:\n  comments: x\n',
    '5:3',
    'key comments in letter',
    'at the top of the file',
  ],
  [
    'the title of the report at the top',
    'office: northshire\ntitle: An inspection\nreport:\n  kind: peel\n',
    '2:1',
    'key title at the top of the file',
    'in report, a section or an item',
  ],
  [
    'an item in place of a list',
    START + 'sections:\n  - title: One\n    recommendation: Two\n    update: Done\n    number: 3\n',
    '6:5',
    'recommendation in a section',
    'in a list under `items:`',
  ],
])('%s is one finding that says where it belongs', async (_name, yaml, spot, found, where) => {
  expect(await problemsOf(yaml)).toEqual([
    `${spot} unknown-key: Unexpected ${found}, expected it ${where}`,
  ])
})

test('a colon in an entry of a list of names is no key', async () => {
  expect(await problemsOf(START + 'letter:\n  copies:\n    - Chair: Police Panel\n')).toEqual([
    '6:7 unexpected-value: Unexpected colon in words on one line, expected the words in quotes',
  ])
})

test('what stands at the wrong level within a withheld item is not moved into the letter', async () => {
  const yaml = anItem('- recommendation: Two.', '  withheld:', '    comments: SECRET')
  expect((await read({ [RESPONSE]: yaml })).responses[0]).not.toHaveProperty('comments')
})

test('a key that every object has is unknown like any other', async () => {
  const [proto, made] = await problemsOf(START + '__proto__:\n  x: 1\nconstructor: y\n')
  expect(proto).toMatch(
    /^4:1 unknown-key: Unexpected key __proto__ at the top of the file, expected office/,
  )
  expect(made).toMatch(/^6:1 unknown-key: Unexpected key constructor/)
})

test('a missing key is told at what lacks it', async () => {
  expect(await problemsOf('office: northshire\nreport:\n  kind: peel\n')).toEqual([
    "2:1 missing-key: Missing title in report, expected the report's title, as printed on it",
  ])
})

test('an empty value counts as none', async () => {
  const yaml =
    anItem('- recommendation: Record it.', '  update:', '  reason: ""') + 'letter:\ncomments: |\n'
  const { problems, responses } = await read({ [RESPONSE]: yaml })
  expect(problems).toEqual([])
  expect(responses[0]).not.toHaveProperty('comments')
  expect(responses[0]!.sections[0]!.items[0]).toMatchObject({ answered: false })
})

test('values are read as typed', async () => {
  const yaml = START + 'letter:\n  our_ref: 1.10\n  your_ref: NO\n  subject: 0x1F\n'
  const { responses } = await read({ [RESPONSE]: yaml })
  expect(responses[0]!.letter).toMatchObject({ our_ref: '1.10', your_ref: 'NO', subject: '0x1F' })
})

test('an item of two kinds is two items', async () => {
  const reading = await read({
    [RESPONSE]: anItem('- recommendation: Record it.', '  area_for_improvement: Train them.'),
  })
  expect(say(reading)).toEqual([
    '8:9 unexpected-value: Unexpected area_for_improvement beside recommendation, expected one kind in an item',
  ])
  expect(reading.problems[0]!.related![0]!.place.start.line).toBe(7)
})

test('an item without a kind is told the kinds', async () => {
  expect(await problemsOf(anItem('- update: Done.'))).toEqual([
    '7:9 missing-key: Missing kind of this item, expected cause_of_concern, recommendation, area_for_improvement, observation, practice or answers',
  ])
})

test('an item whose report words are missing is told so', async () => {
  expect(await problemsOf(anItem('- recommendation:', '  update: Done.'))).toEqual([
    "7:9 missing-key: Missing words of this recommendation, expected the report's text",
  ])
})

test('a mistyped kind is one problem', async () => {
  expect(await problemsOf(anItem('- recomendation: Record it.', '  update: Done.'))).toEqual([
    '7:9 unknown-key: Unexpected key recomendation, expected recommendation',
  ])
})

test('a key of a cause of concern is no key of a practice', async () => {
  expect(await problemsOf(anItem('- practice: Visits.', '  lead: We recommend'))).toEqual([
    '8:9 unknown-key: Unexpected key lead in an item, expected it in a cause_of_concern',
  ])
})

test('an area for improvement is no recommendation of a cause of concern', async () => {
  const yaml = anItem(
    '- cause_of_concern: Calls.',
    '  recommendations:',
    '    - area_for_improvement: Train.',
  )
  expect(await problemsOf(yaml)).toEqual([
    '9:13 unknown-key: Unexpected area_for_improvement among recommendations, expected recommendation',
  ])
})

test('a word outside its list is told the list', async () => {
  const reading = await read({ [RESPONSE]: START + 'status: finl\n' })
  expect(say(reading)).toEqual([
    '4:9 unexpected-value: Unexpected status "finl", expected draft or final',
  ])
  expect(reading.problems[0]!.hint).toBe('Did you mean final?')
})

test.each([
  ['27/09/2019', '"27/09/2019", expected 2019-09-27'],
  ['27th September 2019', '"27th September 2019", expected 2019-09-27'],
  ['2019-9-27', '"2019-9-27", expected 2019-09-27'],
  ['2019-02-30', '"2019-02-30", expected a day that the calendar has'],
  ['“2019-09-27”', '"“2019-09-27”", expected 2019-09-27'],
  ['2019-09-27T10:00:00Z', '"2019-09-27T10:00:00Z", expected 2019-09-27'],
  ['31/02/2019', '"31/02/2019", expected a day that the calendar has'],
  ['09/27/2019', '"09/27/2019", expected a day that the calendar has'],
  ['27/09/19', '"27/09/19", expected a day such as 2019-09-27'],
  ['soon', '"soon", expected a day such as 2019-09-27'],
])('the date %s is refused with the right one', async (typed, message) => {
  expect(await problemsOf(START + `  published: ${typed}\n`)).toEqual([
    `4:14 date: Unexpected date ${message}`,
  ])
})

test.each([
  ['27/09/2019', '`s55 fix` mends it'],
  ['27/09/19', 'Write the year with all four digits'],
  ['27 Sept 19', 'Write the year with all four digits'],
  ['09/27/2019', 'The day is read first, then the month: 27/09/2019 is 2019-09-27'],
  ['soon', 'Write TODO until the day is known'],
])('the date %s comes with what to type', async (typed, hint) => {
  const { problems } = await read({ [RESPONSE]: START + `  published: ${typed}\n` })
  expect(problems.map(problem => problem.hint)).toEqual([hint])
})

test('a date that is not yet known is no fault of structure', async () => {
  const reading = await read({ [RESPONSE]: START + '  published: TODO\n' })
  expect(reading.problems).toEqual([])
  expect(reading.unknownDates).toEqual([{ at: ['report', 'published'], words: 'TODO' }])
  expect(reading.responses[0]!.report).not.toHaveProperty('published')
})

test('a list where words stand is refused, and words where a list stands', async () => {
  expect(await problemsOf(START + 'letter:\n  subject: [a]\nsections: x\n')).toEqual([
    '5:3 unexpected-value: Unexpected list, expected words or keys and their values',
    '6:11 unexpected-value: Unexpected words, expected a list (`- ` before each entry)',
  ])
})

test('what a text may not hold is told where it stands', async () => {
  const [heading, html] = await problemsOf(START + 'comments: |\n  # Heading\n\n  One <b>two</b>\n')
  expect(heading).toMatch(/^5:3 text: Unexpected heading/)
  expect(html).toMatch(/^7:7 text: Unexpected HTML/)
})

test('the problems of all files come in one run, in the order of their places', async () => {
  const reading = await read({
    [RESPONSE]: START + 'letter:\n  layuot: letter\nstatus: finl\n',
    [OFFICE]: anOffice({ letterhead: { colour: 'navy', margins: { left: '3cm' } } }),
    'section55.yaml': 'rules: { missing-comment: fatal }\n',
  })
  expect(say(reading).map(line => line.replace(/, expected.*/, ''))).toEqual([
    'section55.yaml:1:27 unexpected-value: Unexpected missing-comment "fatal"',
    '5:3 unknown-key: Unexpected key layuot',
    '6:9 unexpected-value: Unexpected status "finl"',
    `${OFFICE}:26:11 unexpected-value: Unexpected colour "navy"`,
    `${OFFICE}:28:11 unexpected-value: Unexpected margin "3cm"`,
  ])
})
