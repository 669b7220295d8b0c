import { describe, expect, test } from 'vitest'
import { workspaceFiles } from '../../src/cli/workspace-files.ts'
import type { Heading } from '../../src/document/tree.ts'
import { readInspectionResponse } from '../../src/model/read-workspace.ts'
import { composed, composeOurs } from '../compose.ts'
import {
  OFFICE,
  anAreaForImprovement,
  anOffice,
  aCauseOfConcern,
  aRecommendation,
} from '../makers.ts'
import { outlineOf } from '../outline.ts'

/** What stands under the letter's first area, as an outline. */
async function areaOf(items: unknown[], keys: Record<string, unknown> = {}): Promise<string> {
  const tree = await composed({ sections: [{ title: 'Area', items }], ...keys })
  const outline = outlineOf(tree)
  const start = outline.indexOf('## Area\n') + '## Area\n'.length
  const end = /\n(?:# |  This response|This response)/.exec(outline.slice(start))?.index ?? 0
  return outline.slice(start, start + end).trim()
}

const unanswered = (words: string) => ({ recommendation: `${words}\n` })

describe('the examples, as reviewed', () => {
  test.each(['northshire-peel-2025', 'northshire-custody-2026'])('%s', async name => {
    const reading = await readInspectionResponse(workspaceFiles('.'), name, { today: '2026-11-20' })
    expect(reading.problems).toEqual([])
    const tree = await composeOurs(reading.responses[0]!)
    await expect(outlineOf(tree)).toMatchFileSnapshot(`${name}.outline.txt`)
  })
})

describe('the order of the parts', () => {
  const keys = {
    comments: 'Comments.\n',
    reply: 'Reply.\n',
    actions: [{ text: 'Action.\n' }],
    chief_officer: { introduction: 'Introduction.\n', conclusion: 'Conclusion.\n' },
  }
  const order = (outline: string): string[] =>
    outline.match(
      /Comments\.|Action\.|Introduction\.|Record each visit\.|Conclusion\.|Reply\.|This response is published|Yours sincerely,|^# Appendix/gm,
    ) ?? []

  test('a letter holds everything, in the order of section 55(5)', async () => {
    expect(order(outlineOf(await composed(keys)))).toEqual([
      'Comments.',
      'Action.',
      'Introduction.',
      'Record each visit.',
      'Conclusion.',
      'Reply.',
      'This response is published',
      'Yours sincerely,',
    ])
  })

  test('with an appendix the body speaks first and signs, the items follow', async () => {
    const tree = await composed({ ...keys, letter: { layout: 'appendix' } })
    expect(order(outlineOf(tree))).toEqual([
      'Comments.',
      'Reply.',
      'Action.',
      'This response is published',
      'Yours sincerely,',
      '# Appendix',
      'Introduction.',
      'Record each visit.',
      'Conclusion.',
    ])
  })
})

describe('headings', () => {
  const depths = async (sections: unknown): Promise<string[]> =>
    (await composed({ sections })).children
      .filter((block): block is Heading => block.type === 'heading')
      .map(
        ({ depth, children }) =>
          `${depth} ${children.map(node => ('value' in node ? node.value : '')).join('')}`,
      )

  test('a pillar is 2, an area 3, the kind of item 4, an item 5', async () => {
    const items = [aRecommendation(), aRecommendation()]
    const sections = [{ title: 'Pillar', grade: 'good', sections: [{ title: 'Area', items }] }]
    expect(await depths(sections)).toEqual([
      '1 Comments of the Police and Crime Commissioner',
      '1 Comments of the Chief Constable',
      '2 Pillar – good',
      '3 Area',
      '4 Recommendations',
      '5 Recommendation 1 of 2',
      '5 Recommendation 2 of 2',
    ])
  })

  test('items directly under a pillar do not skip a depth', async () => {
    expect(await depths([{ title: 'Pillar', items: [aRecommendation()] }])).toContain(
      '3 Recommendation',
    )
  })

  test('sections that nest deeper stay at 3, so that none is deeper than 5', async () => {
    const deep = [
      {
        title: 'A',
        sections: [
          {
            title: 'B',
            sections: [
              {
                title: 'C',
                sections: [{ title: 'D', items: [aRecommendation(), aRecommendation()] }],
              },
            ],
          },
        ],
      },
    ]
    expect((await depths(deep)).slice(2)).toEqual([
      '2 A',
      '3 B',
      '3 C',
      '3 D',
      '4 Recommendations',
      '5 Recommendation 1 of 2',
      '5 Recommendation 2 of 2',
    ])
  })
})

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

  test('fragments answered jointly are one list under the lead, the answer under a heading that says so', async () => {
    const recommendations = [unanswered('Do a;'), unanswered('do b.')]
    const joint = { answers: 'all', update: 'Both are done.\n' }
    expect(await areaOf([aCauseOfConcern({ recommendations }), joint])).toBe(
      [
        '### Cause of concern',
        'report> The force does not answer its calls in time.',
        '',
        '### Recommendations',
        'report> We recommend that within six months the force should: ↓',
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
    expect(outline).toContain("#### Visits\n**Chief Constable's response:** Done.")
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

describe('what is withheld or private is not in the tree', () => {
  test('a withheld item shows its words and the public sentence alone', async () => {
    const item = aRecommendation({
      update: 'SECRET-1\n',
      comment: 'SECRET-2\n',
      owner: 'SECRET-3',
      evidence: ['SECRET-4'],
      withheld: {
        reason: 'SECRET-5',
        public: 'The answer is withheld for the safety of officers.',
      },
      notes: 'SECRET-6',
    })
    const tree = await composed({ sections: [{ title: 'Area', items: [item] }], notes: 'SECRET-7' })
    expect(JSON.stringify(tree)).not.toContain('SECRET')
    expect(outlineOf(tree)).toContain(
      'report> Record each visit.\nThe answer is withheld for the safety of officers.',
    )
  })
})

describe('a draft', () => {
  const draft = { status: 'draft' }

  test('says so in its title, its first line and its header', async () => {
    const tree = await composed(draft)
    expect(tree.title).toMatch(/^Draft: Response under section 55/)
    expect(outlineOf(tree)).toMatch(/^draft: \*\*This is a draft/)
    expect(tree.header).toMatch(/^DRAFT – /)
    expect(tree.watermark).toBe('DRAFT')
  })

  test('a final letter says nothing of the kind', async () => {
    const tree = await composed()
    expect(JSON.stringify(tree)).not.toMatch(/draft/i)
    expect(tree.watermark).toBeUndefined()
  })

  test('shows what it still lacks', async () => {
    const tree = await composed({
      ...draft,
      comments: undefined,
      letter: { date: undefined },
      report: { published: 'TODO' },
      sections: [
        { title: 'Area', items: [unanswered('A.'), { ...unanswered('B.'), update: 'TODO ask' }] },
      ],
    })
    const outline = outlineOf(tree)
    expect(outline).toContain(
      "⟨[Awaiting the Police and Crime Commissioner's comments on the report]⟩",
    )
    expect(outline).toContain('date: ⟨[Date of the letter]⟩')
    expect(outline).toContain('published on ⟨[day of publication]⟩')
    expect(outline).toContain(
      "report> A.\n**Chief Constable's response:** ⟨[Awaiting the Chief Constable's update]⟩",
    )
    expect(outline).toContain(
      "**Chief Constable's response:** ⟨[Awaiting the Chief Constable's update]⟩\nTODO ask",
    )
  })
})

describe('the Act is cited rightly', () => {
  test('the 56 days are named where they are kept, and only there', async () => {
    const kept = outlineOf(await composed({ letter: { date: '2019-11-21' } }))
    expect(kept).toContain('within the 56 days that section 55(5A) of the Police Act 1996 allows.')
    const late = outlineOf(await composed({ letter: { date: '2019-11-22' } }))
    expect(late).not.toContain('56')
    expect(late).toContain('This response is published on the website')
  })

  test('the day of publication counts before the date of the letter', async () => {
    const tree = await composed({
      letter: { date: '2019-11-21' },
      publication: { published: '2019-11-25' },
    })
    expect(outlineOf(tree)).not.toContain('56 days')
  })

  test('a report on another basis cites nothing', async () => {
    const tree = await composed({ report: { basis: 'Police Reform Act 2002, section 29A' } })
    expect(outlineOf(tree)).not.toMatch(/section 55|Police Act/)
    expect(tree.title).not.toContain('section 55')
  })

  test.each([
    ['I', 'I publish with this letter my response'],
    ['we', 'we publish with this letter our response'],
    ['the Board', 'The Police Authority Board publishes with this letter its response'],
  ])('the body speaks as "%s"', async (voice, words) => {
    const title = voice === 'the Board' ? 'Police Authority Board' : 'Police and Crime Commissioner'
    const tree = await composed({}, { [OFFICE]: anOffice({ body: { voice, title } }) })
    expect(outlineOf(tree)).toContain(words)
  })
})

describe('the head and the foot', () => {
  test('a deputy signs for the holder', async () => {
    const office = anOffice({
      deputies: [
        { name: 'Sam Field', title: 'Deputy Police and Crime Commissioner', from: '2016-06-01' },
      ],
    })
    const tree = await composed({ letter: { signed_by: 'Sam Field' } }, { [OFFICE]: office })
    expect(outlineOf(tree)).toContain(
      '**Sam Field** ⏎ Deputy Police and Crime Commissioner ⏎ for and on behalf of Avery Holt',
    )
  })

  test('typed colons and commas are not doubled', async () => {
    const tree = await composed({
      letter: { salutation: 'Dear Minister,', sign_off: 'Yours faithfully,' },
    })
    expect(outlineOf(tree)).toContain('salutation: Dear Minister,\n')
    expect(outlineOf(tree)).toContain('sign-off: Yours faithfully,\n')
  })

  test('copies stand one to a line', async () => {
    const tree = await composed({
      letter: { copies: ['HMICFRS', 'The Panel', 'The Chief Constable'] },
    })
    expect(outlineOf(tree)).toContain('copies: cc: HMICFRS ⏎ The Panel ⏎ The Chief Constable')
  })

  test('without a signature picture the name follows the sign-off, with room for a pen between them', async () => {
    expect(outlineOf(await composed())).toContain(
      'sign-off: Yours sincerely,\n  signatory: **Avery Holt**',
    )
  })
})

describe('what is computed', () => {
  const graded = [
    { title: 'Effectiveness', grade: 'good', previous: 'inadequate', items: [aRecommendation()] },
    { title: 'Efficiency', grade: 'ungraded', items: [aCauseOfConcern()] },
  ]

  test('grades list the top sections that have one', async () => {
    const comments = [
      { text: 'Now:\n' },
      { grades: 'current' },
      { text: 'Before:\n' },
      { grades: 'previous' },
    ]
    expect(outlineOf(await composed({ comments, sections: graded }))).toContain(
      'Now:\n- Effectiveness – good\nBefore:\n- Effectiveness – inadequate',
    )
  })

  test('counts are one sentence by kind, zeros left out', async () => {
    const tree = await composed({ comments: [{ counts: true }], sections: graded })
    expect(outlineOf(tree)).toContain(
      'The report contains one cause of concern and two recommendations.',
    )
  })
})

describe("the letter's own wording", () => {
  test('a text replaces a sentence, false leaves it out', async () => {
    const wording = { opening: 'I write in **reply** {{body.title}}.\n', publication: 'false' }
    const outline = outlineOf(await composed({ letter: { wording } }))
    expect(outline).toContain('I write in **reply** {{body.title}}.')
    expect(outline).not.toContain('is published on the website')
  })
})
