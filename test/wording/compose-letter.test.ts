import { describe, expect, test } from 'vitest'
import { workspaceFiles } from '../../src/cli/workspace-files.ts'
import type { Heading } from '../../src/document/tree.ts'
import { readInspectionResponse } from '../../src/model/read-workspace.ts'
import { composed, composeOurs } from '../compose.ts'
import { OFFICE, anOffice, aCauseOfConcern, aRecommendation } from '../makers.ts'
import { outlineOf } from '../outline.ts'
import { unanswered } from './area.ts'

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

describe('a final letter claims nothing that it does not hold', () => {
  test('without the chief officer neither the opening nor a heading speaks of their comments', async () => {
    const outline = outlineOf(
      await composed({
        chief_officer: { introduction: undefined },
        sections: [{ title: 'Area', items: [{ ...unanswered('A.'), comment: 'Mine.\n' }] }],
      }),
    )
    expect(outline).toContain('requires, it sets out my comments on the report.\n')
    expect(outline).toContain('# The findings of the report\n')
    expect(outline).not.toContain('Chief Constable')
  })

  test('without comments of the body it has no heading for them', async () => {
    const outline = outlineOf(await composed({ comments: undefined }))
    expect(outline).not.toMatch(/sets out|# Comments of the Police and Crime Commissioner/)
  })

  test('what an excuse leaves out is not awaited', async () => {
    const items = [unanswered('A.'), { ...unanswered('B.'), position: 'not accepted' }]
    const outline = outlineOf(
      await composed({
        letter: { date: undefined, to: undefined },
        sections: [{ title: 'A', items }],
      }),
    )
    expect(outline).not.toMatch(/\[(Awaiting|Date|day)/)
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
    [
      'the Board',
      'The Police Authority Board for Northshire publishes with this letter its response',
    ],
  ])('the body speaks as "%s"', async (voice, words) => {
    const title = voice === 'the Board' ? 'Police Authority Board' : 'Police and Crime Commissioner'
    const tree = await composed({}, { [OFFICE]: anOffice({ body: { voice, title } }) })
    expect(outlineOf(tree)).toContain(words)
  })
})

describe('the opening', () => {
  const openingOf = async (keys: Record<string, unknown>, office = {}): Promise<string> =>
    /^(?:As|The) .*$/m.exec(outlineOf(await composed(keys, { [OFFICE]: anOffice(office) })))![0]
  const statutory = async (keys: Record<string, unknown>): Promise<string> =>
    (await openingOf(keys)).replace(/^.*Police Act 1996 requires, /, '')
  const appendix = { letter: { layout: 'appendix' } }
  const reply = { reply: 'Reply.\n' }

  test.each([
    [{}, 'my comments on the report and the comments of the Chief Constable.'],
    [
      reply,
      'my comments on the report, the comments of the Chief Constable and my response to them.',
    ],
    [
      appendix,
      'my comments on the report and, in the appendix, the comments of the Chief Constable.',
    ],
    [
      { ...appendix, ...reply },
      'my comments on the report, my response to the comments of the Chief Constable and, in the appendix, those comments.',
    ],
  ])('says what the letter sets out: %j', async (keys, words) => {
    expect(await statutory(keys)).toBe(`it sets out ${words}`)
  })

  test.each([
    [{ title: 'Mayor of Northshire' }, 'As Mayor of Northshire, I publish'],
    [
      { title: 'Office for Policing', voice: 'we' },
      'As the Office for Policing for Northshire, we publish',
    ],
    [
      { title: 'Police Authority', voice: 'the Board' },
      'The Police Authority for Northshire publishes',
    ],
  ])('names who writes: %j', async (body, words) => {
    expect(await openingOf({}, { body })).toContain(words)
  })
})

test('the possessive of a title that ends in s is an apostrophe', async () => {
  const title = 'Commissioner of Police of the Isles'
  const chief_officers = [{ name: 'Robin Marsh', title, from: '2015-01-01' }]
  const tree = await composed({}, { [OFFICE]: anOffice({ chief_officers }) })
  expect(outlineOf(tree)).toContain("**Commissioner of Police of the Isles' response:** Each visit")
})

test("in an appendix the chief officer's first words are headed as theirs", async () => {
  expect(outlineOf(await composed({ letter: { layout: 'appendix' } }))).toContain(
    "# Appendix: response to each finding (new page)\n\n## The Chief Constable's introductory comments\nThe force accepts the report.",
  )
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
