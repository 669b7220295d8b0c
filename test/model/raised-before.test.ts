import { describe, expect, test } from 'vitest'
import { itemsOf } from '../../src/model/response.ts'
import {
  aCauseOfConcern,
  anAreaForImprovement,
  aRecommendation,
  aResponse,
  aSection,
  read,
  readValid,
  RESPONSE,
  type Keys,
} from '../makers.ts'

const EARLIER = 'responses/2017-peel/response.yaml'
const earlier = aResponse({
  sections: [
    aSection({
      items: [
        anAreaForImprovement({ number: '1' }),
        aCauseOfConcern({ recommendations: [aRecommendation({ number: '2' })] }),
        { answers: 'all', update: 'Done.' },
      ],
      sections: [aSection({ title: 'Calls', items: [aRecommendation({ id: 'calls' })] })],
    }),
  ],
})
const withEarlier = (raised_before: unknown): Keys => ({
  sections: [aSection({ items: [aRecommendation({ raised_before })] })],
})
const readIt = (raised_before: unknown, files: Record<string, string> = { [EARLIER]: earlier }) =>
  read({ [RESPONSE]: aResponse(withEarlier(raised_before)), ...files })

const typed = async (raised_before: unknown) => {
  const response = await readValid(withEarlier(raised_before), { [EARLIER]: earlier })
  const [item] = itemsOf(response.sections)
  return item!.raised_before.map(({ response, reference }) => [response, reference])
}

describe('an item of an earlier response', () => {
  test.each([['A1'], ['1'], ['a1'], ['R2'], ['calls'], ['effectiveness.c1']])(
    'is named as answers names it: %s',
    async reference => {
      expect(await typed([`2017-peel ${reference}`])).toEqual([['2017-peel', reference]])
    },
  )

  test('may be one of several, or stand without brackets', async () => {
    expect(await typed(['2017-peel A1', '2017-peel   calls'])).toEqual([
      ['2017-peel', 'A1'],
      ['2017-peel', 'calls'],
    ])
    expect(await typed('2017-peel R2')).toEqual([['2017-peel', 'R2']])
  })

  test('may be of a response whose folder has spaces in its name', async () => {
    const files = { 'responses/PEEL of 2017/response.yaml': earlier }
    const response = await readValid(withEarlier(['PEEL of 2017 A1']), files)
    expect([...itemsOf(response.sections)][0]!.raised_before).toMatchObject([
      { response: 'PEEL of 2017', reference: 'A1' },
    ])
  })
})

describe('an error names the place and what was meant, where the key says', () => {
  test.each([
    [
      '2017-pel A1',
      'Unexpected response 2017-pel, expected the name of one in responses/',
      '2017-peel A1',
    ],
    ['2017-peel A2', 'Unexpected reference A2, expected an item of 2017-peel', '2017-peel A1'],
    [
      '2017-peel call',
      'Unexpected reference call, expected an item of 2017-peel',
      '2017-peel calls',
    ],
    [
      '2017-peel nowhere',
      'Unexpected reference nowhere, expected an item of 2017-peel',
      's55 status',
    ],
    [
      '2017-peel',
      'Unexpected 2017-peel, expected the name of a response and an item of it',
      's55 carry',
    ],
    ['northshire-2019 R1', 'Unexpected response northshire-2019, which is this one', undefined],
    ['../other A1', 'Unexpected response ../other, expected the name of one in', undefined],
  ])('%s', async (raised, message, hint) => {
    const { problems, responses } = await readIt([`2017-peel A1`, raised])
    expect(problems).toHaveLength(1)
    expect(problems[0]).toMatchObject({ rule: 'reference', severity: 'error' })
    expect(problems[0]!.message).toContain(message)
    expect(problems[0]!.hint ?? '').toContain(hint ?? '')
    const line = aResponse(withEarlier([`2017-peel A1`, raised])).split('\n')
    expect(line[problems[0]!.place.start.line - 1]).toContain(raised)
    expect(responses).toHaveLength(1)
  })

  test('a number that two items have', async () => {
    const two = aResponse({
      sections: [
        aSection({
          items: [anAreaForImprovement({ number: '1' }), aRecommendation({ number: '1' })],
        }),
      ],
    })
    const { problems } = await readIt(['2017-peel 1'], { [EARLIER]: two })
    expect(problems.map(({ message }) => message)).toEqual([
      'Unexpected reference 1, which is both effectiveness.a1 and effectiveness.r1, expected one that is unique',
    ])
  })

  test('a response whose report is the later one', async () => {
    const later = earlier.replace('2019-09-27', '2019-09-28')
    const { problems } = await readIt(['2017-peel A1'], { [EARLIER]: later })
    expect(problems.map(({ message }) => message)).toEqual([
      'Unexpected response 2017-peel, whose report is of 2019-09-28, expected an earlier one',
    ])
  })

  test('a list of something else', async () => {
    const { problems } = await readIt([{ response: '2017-peel', item: 'A1' }])
    expect(problems).toHaveLength(1)
    expect(problems[0]!.place.start.line).toBeGreaterThan(1)
  })

  test('each once, in a response of two languages', async () => {
    const text = aResponse({
      ...withEarlier(['2017-peel A9', '2017-peel']),
      language: ['cy-GB', 'en-GB'],
    })
    const { problems } = await read({ [RESPONSE]: text, [EARLIER]: earlier })
    expect(problems.map(({ rule }) => rule)).toEqual(['reference', 'reference'])
  })
})

test('an earlier response that cannot be read is told of where it is checked itself', async () => {
  expect((await readIt(['2017-peel A1'], { [EARLIER]: 'sections: [' })).problems).toEqual([])
})
