import { describe, expect, test } from 'vitest'
import { aCauseOfConcern, anAreaForImprovement, aRecommendation } from '../makers.ts'
import { areaOf, unanswered } from './area.ts'

describe('items and their answers', () => {
  test('an item alone: its kind, the report in a quotation, the answer behind a label', async () => {
    expect(await areaOf([aRecommendation()])).toBe(
      [
        '### Recommendation',
        'report> Record each visit.',
        "**Chief Constable's response:** Each visit is now recorded.",
      ].join('\n'),
    )
  })

  test('several are counted, and each has its label', async () => {
    expect(
      await areaOf([anAreaForImprovement(), anAreaForImprovement({ comment: 'I agree.\n' })]),
    ).toBe(
      [
        '### Areas for improvement',
        'Two areas for improvement were identified in this area: ↓',
        '',
        '#### Area for improvement 1 of 2',
        'report> The force should train its call handlers.',
        "**Chief Constable's response:** All call handlers are trained.",
        '',
        '#### Area for improvement 2 of 2',
        'report> The force should train its call handlers.',
        "**Chief Constable's response:** All call handlers are trained.",
        "**PCC's comment:** I agree.",
      ].join('\n'),
    )
  })

  test("the report's own number stands in its label", async () => {
    expect(await areaOf([aRecommendation({ number: '12' })])).toContain('### Recommendation 12\n')
  })

  test('before a list the label has a line of its own', async () => {
    expect(await areaOf([aRecommendation({ update: '- one\n- two\n' })])).toContain(
      "label: **Chief Constable's response:** ↓\n- one\n- two",
    )
  })

  test('a cause of concern, its lead with the colon of the template, its fragments', async () => {
    const recommendations = [aRecommendation(), aRecommendation()]
    const cause = aCauseOfConcern({
      update: 'We accept it.\n',
      lead: 'The force should: -',
      recommendations,
    })
    expect(await areaOf([cause])).toBe(
      [
        '### Cause of concern',
        'report> The force does not answer its calls in time.',
        "**Chief Constable's response:** We accept it.",
        '',
        '### Recommendations',
        'report> The force should:',
        '',
        '#### Recommendation 1 of 2',
        'report> Record each visit.',
        "**Chief Constable's response:** Each visit is now recorded.",
        '',
        '#### Recommendation 2 of 2',
        'report> Record each visit.',
        "**Chief Constable's response:** Each visit is now recorded.",
      ].join('\n'),
    )
  })

  test('of a second list with a deadline of its own, each shows the words that open it', async () => {
    const cause = aCauseOfConcern({
      lead: 'The force should immediately:',
      recommendations: [
        aRecommendation({ recommendation: 'answer its calls; and', update: 'Done.' }),
        aRecommendation({
          recommendation: 'train its staff.',
          lead: 'By 30 September 2026, the force should:',
          update: 'Begun.',
        }),
      ],
    })
    expect(await areaOf([cause])).toContain(
      [
        '#### Recommendation 2 of 2',
        'report> By 30 September 2026, the force should: ↓',
        'report> train its staff.',
        "**Chief Constable's response:** Begun.",
      ].join('\n'),
    )
  })

  test('fragments answered jointly are one list under the lead, the answer under a heading that says so', async () => {
    const recommendations = [unanswered('Do a;'), unanswered('do b.')]
    const joint = { answers: 'all', update: 'Both are done.\n' }
    expect(await areaOf([aCauseOfConcern({ recommendations }), joint])).toBe(
      [
        '### Cause of concern',
        'report> The force does not answer its calls in time.',
        '',
        '### Recommendations',
        'report> Within six months Northshire Police should: ↓',
        'report> - Do a;',
        'report> - do b.',
        '',
        "#### Chief Constable's response to these two recommendations",
        'Both are done.',
      ].join('\n'),
    )
  })

  test("the body's joint answer has its own heading", async () => {
    const joint = { answers: 'all', comment: 'Both are mine.\n' }
    expect(await areaOf([unanswered('A.'), unanswered('B.'), joint])).toContain(
      "#### PCC's comment on these two recommendations\nBoth are mine.",
    )
  })

  test('an update and a comment in one joint answer: the comment keeps its label', async () => {
    const joint = { answers: 'all', update: 'Done.\n', comment: 'Seen.\n' }
    expect(await areaOf([unanswered('A.'), unanswered('B.'), joint])).toContain(
      "#### Chief Constable's response to these two recommendations\nDone.\n**PCC's comment:** Seen.",
    )
  })

  test('a joint answer to one item is as good as its own', async () => {
    expect(await areaOf([unanswered('A.'), { answers: 'all', update: 'Done.\n' }])).toBe(
      ['### Recommendation', 'report> A.', "**Chief Constable's response:** Done."].join('\n'),
    )
  })

  test('an item answered elsewhere says where, linked', async () => {
    const items = [
      unanswered('A.'),
      aRecommendation(),
      { answers: ['area.r1'], title: 'Visits', update: 'Done.\n' },
    ]
    const outline = await areaOf(items)
    expect(outline).toContain('report> A.\nAnswered under [Visits](#')
    expect(outline).toContain(
      "#### Visits\ndetail: In answer to Recommendation 1 of 2 (Area).\n**Chief Constable's response:** Done.",
    )
  })

  test('items of several kinds answered by one text are counted as items', async () => {
    const items = [
      unanswered('A.'),
      unanswered('B.'),
      { area_for_improvement: 'C.\n' },
      { area_for_improvement: 'D.\n' },
      { answers: 'all', update: 'Done.\n' },
    ]
    const outline = await areaOf(items)
    expect(outline).toContain("Chief Constable's response to these four items")
    expect(outline.match(/Answered under/g)).toHaveLength(2)
  })

  test('a position comes with its reason', async () => {
    const item = { recommendation: 'A.\n', position: 'not accepted', reason: 'It is out of date.' }
    expect(await areaOf([item])).toContain('**Position:** not accepted. It is out of date.')
  })

  test('the headline of an area for improvement opens the quotation', async () => {
    expect(await areaOf([anAreaForImprovement({ title: 'Calls' })])).toContain(
      'report> **Calls**\nreport> The force should train its call handlers.',
    )
  })

  test("a deadline is printed where the report's words do not say it", async () => {
    const said = aRecommendation({
      recommendation: 'Within six months, do a.\n',
      deadline: 'within six months',
    })
    expect(await areaOf([said])).not.toContain('Deadline')
    const unsaid = aRecommendation({
      deadline: 'within six months',
      status: 'in progress',
      owner: 'Head of Custody',
    })
    expect(await areaOf([unsaid])).toContain(
      'detail: Deadline: within six months (27~March~2020). Status: in progress. Lead: Head of Custody.',
    )
  })

  test('promising practice needs no answer', async () => {
    expect(await areaOf([{ practice: 'Well done.\n' }, aRecommendation()])).toMatch(
      /^### Promising or innovative practice\nreport> Well done\.\n\n### Recommendation/,
    )
  })

  test('to whom an item is addressed', async () => {
    const item = aRecommendation({ for: ['chief constables', 'the College of Policing'] })
    expect(await areaOf([item])).toContain(
      'detail: Addressed to: chief constables and the College of Policing',
    )
  })
})

describe('a cause of concern', () => {
  const fragment = { recommendation: 'record each call.\n', update: 'Done.\n' }

  test('its lead and its only recommendation are one quotation', async () => {
    expect(await areaOf([aCauseOfConcern({ update: 'Yes.\n', recommendations: [fragment] })])).toBe(
      [
        '### Cause of concern',
        'report> The force does not answer its calls in time.',
        "**Chief Constable's response:** Yes.",
        '',
        '### Recommendation',
        'report> Within six months Northshire Police should: ↓',
        'report> record each call.',
        "**Chief Constable's response:** Done.",
      ].join('\n'),
    )
  })

  test('without a lead its recommendations need no counting sentence', async () => {
    const cause = aCauseOfConcern({ lead: undefined, recommendations: [fragment, fragment] })
    expect(await areaOf([cause])).toContain(
      '### Recommendations\n\n#### Recommendation 1 of 2\nreport> record each call.',
    )
  })

  test('a lead without recommendations is not lost', async () => {
    const cause = aCauseOfConcern({ update: 'Yes.\n', recommendations: undefined })
    expect(await areaOf([cause])).toContain(
      'report> The force does not answer its calls in time.\nreport> Within six months Northshire Police should:\n',
    )
  })

  test("the report's own numbers stand in the list of its fragments", async () => {
    const recommendations = [
      { ...unanswered('A;'), number: '4' },
      { ...unanswered('b.'), number: '6' },
    ]
    const joint = { answers: 'all', update: 'Done.\n' }
    expect(await areaOf([aCauseOfConcern({ recommendations }), joint])).toContain(
      'report> - **Recommendation 4**\nreport>   A;\nreport> - **Recommendation 6**\nreport>   b.',
    )
  })

  test('answered jointly, and not through its recommendations, says where', async () => {
    const causes = [
      aCauseOfConcern({ id: 'c1', recommendations: [fragment] }),
      aCauseOfConcern({ id: 'c2', recommendations: [fragment] }),
    ]
    const joint = { answers: ['c1', 'c2'], comment: 'Both worry me.\n' }
    expect(await areaOf([...causes, joint])).toContain(
      "### PCC's comment on Cause of concern 1 of 2 (Area) and Cause of concern 2 of 2 (Area)\nBoth worry me.",
    )
  })
})

describe('a sentence counts only what it introduces', () => {
  test('items of a kind that others part are not counted', async () => {
    const items = [aRecommendation(), aRecommendation(), anAreaForImprovement(), aRecommendation()]
    const outline = await areaOf(items)
    expect(outline).not.toContain('were identified')
    expect(outline).toContain('#### Recommendation 2 of 3')
  })

  test("nor are those beside a cause of concern's", async () => {
    expect(await areaOf([aCauseOfConcern(), aRecommendation(), aRecommendation()])).not.toContain(
      'were identified',
    )
  })
})

describe('to whom an item is addressed', () => {
  test('others only: nothing is awaited, and the letter says why', async () => {
    const item = { ...unanswered('A.'), for: ['the Home Office'] }
    expect(await areaOf([item], { status: 'draft' })).toBe(
      '### Recommendation\nreport> A.\ndetail: Addressed to: the Home Office, and so not answered here',
    )
  })

  test('the body: its comment is awaited', async () => {
    const item = { ...unanswered('A.'), for: ['PCCs'] }
    expect(await areaOf([item], { status: 'draft' })).toBe(
      "### Recommendation\nreport> A.\ndetail: Addressed to: PCCs\n**PCC's comment:** ⟨[Awaiting the PCC's comment]⟩",
    )
  })
})

describe('a position', () => {
  test('without its reason awaits it in a draft', async () => {
    const item = { ...unanswered('A.'), position: 'not accepted' }
    expect(await areaOf([item], { status: 'draft' })).toBe(
      '### Recommendation\nreport> A.\n**Position:** not accepted. ⟨[Awaiting the reason]⟩',
    )
  })

  test('of acceptance is no answer', async () => {
    const item = { ...unanswered('A.'), position: 'accepted' }
    expect(await areaOf([item], { status: 'draft' })).toContain(
      "**Position:** accepted.\n**Chief Constable's response:** ⟨[Awaiting",
    )
  })
})

test('a deadline that binds the plan says so', async () => {
  const deadline = { words: 'within six weeks', of: 'plan' }
  expect(await areaOf([aRecommendation({ deadline })])).toContain(
    'detail: Deadline of the plan: within six weeks (8~November~2019).',
  )
})

test('the full stop of a line about an item is not doubled', async () => {
  const item = aRecommendation({ owner: 'Head of Custody.', evidence: ['The plan.'] })
  expect(await areaOf([item])).toContain('detail: Lead: Head of Custody. Evidence: The plan.')
})
