import { expect, test } from 'vitest'
import { checkReading } from '../../src/check/run.ts'
import {
  OFFICE,
  RESPONSE,
  TODAY,
  aCauseOfConcern,
  aResponse,
  aSection,
  anOffice,
  read,
} from '../makers.ts'

type Files = Parameters<typeof read>[0]
/** What these short letters lack in any case, each by one finding. */
const LACKING = ['missing-copy', 'not-explained-by-the-body', 'missing-signature']
const told = async (files: Files, today = TODAY) =>
  checkReading(await read(files), { today })
    .all.filter(({ rule }) => !LACKING.includes(rule))
    .map(({ rule, place }) => `${place.start.line} ${rule}`)
const with_ = (keys: object, today?: string) =>
  told({ [RESPONSE]: aResponse(keys as Record<string, unknown>) }, today)
const rulesOf = (lines: string[]) => lines.map(line => line.split(' ')[1])

test('a day that the calendar lacks is not missing as well', async () => {
  const keys = { report: { published: '2019-02-30' } }
  expect(rulesOf(await with_(keys))).toEqual(['date'])
})

test('an addressee that is mistyped is not missing as well', async () => {
  expect(rulesOf(await with_({ letter: { to: ['home-secratary'] } }))).toEqual(['reference'])
})

test('items that cannot be read are not miscounted as well, nor the answers in them missed', async () => {
  const keys = {
    report: { expects: { recommendations: 3 } },
    chief_officer: undefined,
    sections: [{ title: 'Vetting', items: { recommendation: 'Record each visit.' } }],
  }
  expect(rulesOf(await with_(keys))).toEqual(['unexpected-value'])
})

test('a joint answer whose reference is mistyped is not one without items as well', async () => {
  const items = [
    { recommendation: 'A', update: 'B', number: '1' },
    { answers: ['R9'], update: 'C' },
  ]
  expect(rulesOf(await with_({ sections: [aSection({ items })] }))).toEqual(['reference'])
})

test('a joint answer whose "all" is mistyped leaves nothing unanswered as well', async () => {
  const items = [{ recommendation: 'A' }, { answers: 'allq', update: 'C' }]
  expect(rulesOf(await with_({ sections: [aSection({ items })] }))).toEqual(['reference'])
})

test('a joint answer without its key leaves nothing unanswered as well', async () => {
  for (const answer of [{ update: 'C' }, { answers: '', update: 'C' }]) {
    const sections = [aSection({ items: [{ recommendation: 'A' }, answer] })]
    expect(rulesOf(await with_({ sections }))).toEqual(['missing-key'])
  }
})

test('a text in the place of references is one mistake, however many words it has', async () => {
  const items = [
    { recommendation: 'A' },
    { answers: 'We answer all of these together, below.', update: 'C' },
  ]
  expect(rulesOf(await with_({ sections: [aSection({ items })] }))).toEqual(['reference'])
})

test('an item that is meant by a mistyped reference is answered all the same', async () => {
  const items = [
    { recommendation: 'A', id: 'record-visits' },
    { answers: ['recrod-visits'], update: 'C' },
  ]
  expect(rulesOf(await with_({ sections: [aSection({ items })] }))).toEqual(['reference'])
})

test('a mistyped "file" is one mistake, and the part is read', async () => {
  const yaml = aResponse({ sections: [{ flie: 'sections/one.yaml' }] })
  const part = { title: 'Vetting', items: [{ recommendation: 'A' }] }
  const files = { [RESPONSE]: yaml, 'responses/northshire-2019/sections/one.yaml': part }
  expect(rulesOf(await told(files))).toEqual(['unknown-key', 'unanswered-recommendation'])
})

test('an entry that was left out does not hide what is wrong with the next one', async () => {
  const items = [{ recommendation: 'A', position: 'no' }, { remark: 'x' }, { recommendation: 'C' }]
  expect(rulesOf(await with_({ sections: [aSection({ items })] }))).toContain(
    'unanswered-recommendation',
  )
})

test('a signature that cannot be used is not missing as well', async () => {
  const office = anOffice({ holders: [{ name: 'Avery Holt', signature: '../../../x.png' }] })
  const reading = await read({ [OFFICE]: office })
  const { all } = checkReading(reading, { today: TODAY })
  expect(all.map(({ rule }) => rule)).toEqual([...LACKING.slice(0, -1), 'missing-file'])
})

test('a missing signature points at the person who signs', async () => {
  const holders = [
    { name: 'Robin Vale', from: '2010-01-01', to: '2016-05-11' },
    { name: 'Avery Holt', from: '2016-05-12' },
  ]
  const office = anOffice({ holders })
  const { all } = checkReading(await read({ [OFFICE]: office }), { today: TODAY })
  expect(all.map(({ rule }) => rule)).toEqual(LACKING)
  expect(office.split('\n')[all.at(-1)!.place.start.line - 1]).toContain('name: Avery Holt')
})

test('a tag and its end are one mistake of a text', async () => {
  expect(rulesOf(await with_({ comments: 'We <b>agree</b>.\n' }))).toEqual(['text'])
})

test('"Recommendation 1" is asked about as a reference by its letter and number', async () => {
  const items = [
    { recommendation: 'A', update: 'B', number: '1' },
    { answers: 'Recommendation 1, Recommendation 2', update: 'C' },
  ]
  const yaml = aResponse({ sections: [aSection({ items })] })
  const { problems } = await read({ [RESPONSE]: yaml })
  expect(problems.map(({ message }) => /reference ([^,]+),/.exec(message)?.[1])).toEqual([
    'Recommendation 1',
    'Recommendation 2',
  ])
  expect(problems[0]!.hint).toBe('Did you mean R1?')
})

const waive = (rule: string) => [{ rule, reason: 'Agreed with the force.', until: '2019-12-01' }]

test('a joint answer may be excused as an item may', async () => {
  const joint = { answers: 'all', waive: waive('unanswered-recommendation') }
  const items = (answer: object) => [{ recommendation: 'A' }, answer]
  const sections = (answer: object) => [aSection({ items: items(answer) })]
  expect(rulesOf(await with_({ sections: sections({ answers: 'all' }) }))).toEqual([
    'unanswered-recommendation',
  ])
  expect(await with_({ sections: sections(joint) })).toEqual([])
  expect(rulesOf(await with_({ sections: sections(joint) }, '2019-12-02'))).toEqual([
    'publish-within-56-days',
    'unanswered-recommendation',
    'unused-waiver',
  ])
})

test('a section has no findings of its own to excuse', async () => {
  const sections = [aSection({ waive: waive('placeholder'), items: [aCauseOfConcern()] })]
  const { problems } = await read({ [RESPONSE]: aResponse({ sections }) })
  expect(problems.map(({ message }) => message)).toEqual([
    expect.stringContaining('Unexpected key waive in a section, expected it in'),
  ])
})
