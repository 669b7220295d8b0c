import { describe, expect, test } from 'vitest'
import { aCauseOfConcern, anAreaForImprovement, aRecommendation } from '../makers.ts'
import { areaOf, sectionsOf, unanswered } from './area.ts'

const joint = (keys: Record<string, unknown>) => ({ answers: 'all', update: 'Done.\n', ...keys })

describe('the heading of a joint answer says what it answers', () => {
  test('one item elsewhere is named with its section', async () => {
    const outline = await sectionsOf([
      { title: 'Calls', items: [{ ...unanswered('A.'), id: 'a' }, aRecommendation()] },
      { title: 'Crime', items: [joint({ answers: ['a'] })] },
    ])
    expect(outline).toContain(
      "### Chief Constable's response to Recommendation 1 of 2 (Calls)\nDone.",
    )
    expect(outline).toContain(
      "report> A.\nAnswered under [Chief Constable's response to Recommendation 1 of 2 (Calls)](#crime.j1).",
    )
  })

  test("the report's number stands without a section", async () => {
    const outline = await sectionsOf([
      { title: 'Calls', items: [{ ...unanswered('A.'), number: '10' }] },
      {
        title: 'Crime',
        items: [{ ...unanswered('B.'), number: '22' }, joint({ answers: ['R10', 'R22'] })],
      },
    ])
    expect(outline).toContain(
      "Chief Constable's response to Recommendation 10 and Recommendation 22\nDone.",
    )
  })

  test('a number that two items share is told apart by their sections', async () => {
    const outline = await sectionsOf([
      { title: 'Calls', items: [{ ...unanswered('A.'), number: '1', id: 'a' }] },
      { title: 'Crime', items: [aRecommendation({ number: '1' }), joint({ answers: ['a'] })] },
    ])
    expect(outline).toContain('response to Recommendation 1 (Calls)\n')
  })

  test('the recommendations of two causes are told apart by their causes', async () => {
    const causes = ['A.', 'B.'].map((words, n) =>
      aCauseOfConcern({ recommendations: [{ ...unanswered(words), id: `r${n}` }] }),
    )
    const outline = await sectionsOf([
      { title: 'Calls', items: causes },
      { title: 'Crime', items: [joint({ answers: ['r0', 'r1'] })] },
    ])
    expect(outline).toContain(
      'response to Recommendation (Calls, Cause of concern 1 of 2) and Recommendation (Calls, Cause of concern 2 of 2)\n',
    )
  })

  test('sections of one name are told apart by what they stand in', async () => {
    const within = (title: string, id: string) => ({
      title,
      sections: [{ title: 'Safety', items: [{ ...unanswered('A.'), id }] }],
    })
    const outline = await sectionsOf([
      within('Custody', 'a'),
      within('Detention', 'b'),
      { title: 'Plans', items: [joint({ answers: ['a', 'b'] })] },
    ])
    expect(outline).toContain(
      'response to Recommendation (Custody: Safety) and Recommendation (Detention: Safety)\n',
    )
  })

  test('many items are counted in the heading and named below it', async () => {
    const items = ['a', 'b', 'c', 'd'].map(id => ({ ...unanswered(`${id}.`), id }))
    const outline = await sectionsOf([
      { title: 'Calls', items },
      { title: 'Crime', items: [joint({ answers: ['a', 'b', 'c', 'd'] })] },
    ])
    expect(outline).toContain(
      "### Chief Constable's response to these four recommendations\ndetail: In answer to Recommendation 1 of 4 (Calls), Recommendation 2 of 4 (Calls), Recommendation 3 of 4 (Calls) and Recommendation 4 of 4 (Calls).\nDone.",
    )
  })

  test("the body's own title needs no such line right below the items", async () => {
    const items = [
      unanswered('A.'),
      unanswered('B.'),
      joint({ title: 'Calls', comment: 'Seen.\n' }),
    ]
    expect(await areaOf(items)).toContain(
      "report> - B.\n\n#### Calls\n**Chief Constable's response:** Done.\n**PCC's comment:** Seen.",
    )
  })
})

describe('where a joint answer stands', () => {
  test('between items of a kind it does not part them', async () => {
    const items = [unanswered('A.'), joint({ title: 'Calls' }), aRecommendation()]
    expect(await areaOf(items)).toBe(
      [
        '### Recommendations',
        'Two recommendations were identified in this area: ↓',
        '',
        '#### Recommendation 1 of 2',
        'report> A.',
        '',
        '#### Calls',
        "**Chief Constable's response:** Done.",
        '',
        '#### Recommendation 2 of 2',
        'report> Record each visit.',
        "**Chief Constable's response:** Each visit is now recorded.",
      ].join('\n'),
    )
  })

  test('an answer to one item stands before the line about it', async () => {
    const items = [{ ...unanswered('A.'), status: 'complete' }, joint({})]
    expect(await areaOf(items)).toBe(
      [
        '### Recommendation',
        'report> A.',
        "**Chief Constable's response:** Done.",
        'detail: Status: complete.',
      ].join('\n'),
    )
  })

  test('several to one item: its own first, the others linked', async () => {
    const items = [
      aRecommendation({ id: 'a' }),
      anAreaForImprovement(),
      joint({ answers: ['a'], title: 'One' }),
      joint({ answers: ['a'], title: 'Two' }),
    ]
    expect(await areaOf(items)).toContain(
      'Each visit is now recorded.\nAlso answered under [One](#area.j1) and [Two](#area.j2).',
    )
  })
})

describe('a joint answer of a draft that has no text yet', () => {
  const draft = { status: 'draft' }
  const [A, B] = [unanswered('A.'), unanswered('B.')]

  test('shows its gap once, under its heading', async () => {
    expect(await areaOf([A, B, { answers: 'all' }], draft)).toContain(
      "#### Chief Constable's response to these two recommendations\n⟨[Awaiting the Chief Constable's update]⟩",
    )
  })

  test('to one item shows its gap as an answer of its own', async () => {
    expect(await areaOf([A, { answers: 'all' }], draft)).toBe(
      "### Recommendation\nreport> A.\n**Chief Constable's response:** ⟨[Awaiting the Chief Constable's update]⟩",
    )
  })

  test('awaits the body where the items are addressed to it', async () => {
    const items = [A, B].map((item, n) => ({ ...item, id: `i${n}`, for: ['PCCs'] }))
    expect(await areaOf([...items, { answers: ['i0', 'i1'], title: 'Ours' }], draft)).toContain(
      "**PCC's comment:** ⟨[Awaiting the PCC's comment]⟩",
    )
  })

  test('a placeholder is shown behind its gap, and nowhere else', async () => {
    const outline = await areaOf([A, B, { answers: 'all', update: 'TODO ask.\n' }], draft)
    expect(outline).toContain(
      "recommendations\n⟨[Awaiting the Chief Constable's update]⟩\nTODO ask.",
    )
    expect(outline.match(/Awaiting/g)).toHaveLength(1)
  })
})
