import { describe, expect, test } from 'vitest'
import { composed } from '../compose.ts'
import {
  OFFICE,
  aCauseOfConcern,
  aRecommendation,
  anAreaForImprovement,
  anOffice,
} from '../makers.ts'
import { outlineOf } from '../outline.ts'

/** The letter of a response whose plain values all hold one value. */
async function outlineWith(value: string, status: string): Promise<string> {
  const answered = {
    title: value,
    for: [value, 'chief constables'],
    owner: value,
    evidence: [value],
    deadline: value,
    position: 'not accepted',
    reason: value,
  }
  const items = [
    aRecommendation(answered),
    aRecommendation({ number: value }),
    aRecommendation({ withheld: { reason: 'x', public: value } }),
    aCauseOfConcern({ lead: value, recommendations: [aRecommendation(), aRecommendation()] }),
    { area_for_improvement: 'A.\n', title: value },
    { area_for_improvement: 'B.\n' },
    { answers: 'all', title: value, update: 'C.\n' },
  ]
  const tree = await composed(
    {
      status,
      report: { title: value, inspectorate: [value, value] },
      letter: {
        our_ref: value,
        your_ref: value,
        to: [{ lines: [value, value], salutation: value }],
        copies: [value, value],
        sign_off: value,
      },
      actions: [{ text: 'D.\n', owner: value, answers: ['first'] }],
      sections: [
        { title: value, question: value, grade: 'good', items },
        { title: value, items: [anAreaForImprovement({ id: 'first' })] },
      ],
    },
    {
      [OFFICE]: anOffice({
        office: value,
        body: { title: value, short: value, area: 'Northshire' },
        force: value,
        chief_officers: [{ name: value, title: value, from: '2015-01-01' }],
        holders: [{ name: value, title: [value, value], from: '2016-05-12' }],
        address: [value, value],
        telephone: value,
        letterhead: { wordmark: [value, value] },
      }),
    },
  )
  return outlineOf(tree).replaceAll(value, 'Plain')
}

describe('a value stays the words that were typed, wherever it stands', () => {
  test.each([
    '{{x}} {{{y}}} {{#if z}} {{> w}}',
    '*a* **b** _c_ `d`',
    '# a',
    '- a',
    '1. a',
    '> a',
    '| a | b |',
    '\ue0000\ue001 \ue0011\ue000 \ue002',
    '<b>a</b> <!-- b --> &amp; ]]>',
    '[a](https://a.example) ![b](c)',
    'a\\',
    '\\*a\\*',
    '$a$ #read("b") @c',
    'constructor',
    'x'.repeat(10_000),
  ])('%s', async value => {
    for (const status of ['draft', 'final'])
      expect(await outlineWith(value, status)).toBe(await outlineWith('Plain', status))
  })

  test('lines typed for one value are one line', async () => {
    const outline = await outlineWith('one\ntwo', 'final')
    expect(outline).not.toMatch(/one$|^two/m)
    expect(outline).toContain('one two')
  })
})
