import { describe, expect, test } from 'vitest'
import type { Inline } from '../../src/document/tree.ts'
import { lineOf, walk } from '../../src/document/words.ts'
import {
  anAreaForImprovement,
  anOffice,
  aRecommendation,
  aResponse,
  aCauseOfConcern,
  aSection,
  OFFICE,
  type Keys,
} from '../makers.ts'
import {
  aDrawnSection,
  aTypedSection,
  composedPaper,
  drawnFrom,
  linksIn,
  outlineOf,
  wordsOfPaper,
} from '../paper.ts'

const DRAFT = { status: 'draft' }
/** What stands below the heading of the one section. */
const below = async (...made: Parameters<typeof drawnFrom>) =>
  outlineOf(await drawnFrom(...made)).slice(1)
/** The same without the lines about the report and where it stands. */
const itemsOf = async (items: Keys[], section: Keys = {}, response: Keys = {}) =>
  (await below({ sections: [aSection({ items })], ...response }, section)).slice(2)

describe('the head of a paper', () => {
  test('has the item, what it is, its title and the day of the meeting', async () => {
    const { children, title, date, header, fields } = await composedPaper({})
    expect(children.map(node => node.type).slice(0, 4)).toEqual([
      ...['letterhead', 'paragraph', 'title', 'paragraph'],
    ])
    expect(children.slice(1, 4).map(node => lineOf([node]))).toEqual([
      'Item 4 Report to the Police and Crime Panel',
      'Report of the Commissioner',
      'Meeting of 5\u00a0December\u00a02019',
    ])
    expect({ title, date, header }).toEqual({
      title: 'Report of the Commissioner',
      date: '2019-12-05',
      header: 'Item 4: Report of the Commissioner',
    })
    expect(fields).toMatchObject({
      date: ['5\u00a0December\u00a02019'],
      subject: [title],
      our_ref: [],
    })
  })

  test('does without an item that is not known yet', async () => {
    const { children, header } = await composedPaper({ item: undefined })
    expect(lineOf([children[1]!])).toBe('Report to the Police and Crime Panel')
    expect(header).toBe('Report of the Commissioner')
  })
})

describe('sections', () => {
  test('are numbered in their order, in words of their headings', async () => {
    const sections = [
      aTypedSection(),
      aDrawnSection({ title: 'The inspection' }),
      aTypedSection({ title: 'Decisions' }),
    ]
    const headings = outlineOf(await composedPaper({ sections })).filter(line => /^# /.test(line))
    expect(headings).toEqual(['# 1 Purpose', '# 2 The inspection', '# 3 Decisions'])
  })

  test('do not double a colon that was typed', async () => {
    const tree = await composedPaper({ sections: [aTypedSection({ title: 'Purpose:' })] })
    expect(outlineOf(tree)[0]).toBe('# 1 Purpose')
  })

  test('that are restricted leave their number alone in the public copy, and stand in that of the members', async () => {
    const secret = { title: 'Sergeant Dunn', text: 'He slept.\n', restricted: true }
    const paper = { sections: [secret, aTypedSection()] }
    const shown = await composedPaper(paper)
    expect(outlineOf(shown).slice(0, 2)).toEqual([
      '# 1 Restricted: not for publication',
      '# 2 Purpose',
    ])
    expect(JSON.stringify(shown)).not.toMatch(/Dunn|slept/)
    const members = await composedPaper(paper, { isForMembers: true })
    expect(lineOf([members.children[0]!])).toMatch(/^RESTRICTED/)
    expect(members.header).toMatch(/^RESTRICTED – /)
    expect(members.unlisted).toBe(true)
    expect(outlineOf(members)).toContain('# 1 Sergeant Dunn (restricted)')
    expect(wordsOfPaper(members)).toContain('He slept.')
  })

  test('print what was typed as typed', async () => {
    const text =
      'It cost $5, <1% of C# {{budget}} & `more`: #1, 2*3*4, =HYPERLINK("x") and {draft}.\n'
    const tree = await composedPaper({ sections: [aTypedSection({ text })] })
    expect(wordsOfPaper(tree)).toContain(text.trim())
  })
})

describe('references to appendices', () => {
  const paper = (order: string[]): Keys => ({
    sections: [
      aTypedSection({
        title: 'The letter at {appendix letter}',
        text: 'See {appendix letter}, **{appendix\n  answer}** and [the site of {appendix answer}](https://a.example).\n',
      }),
    ],
    appendices: order.map(id => ({ title: `The ${id}`, id })),
  })

  test('become letters, right after a change of order', async () => {
    const first = outlineOf(await composedPaper(paper(['letter', 'answer'])))
    expect(first).toEqual([
      '# 1 The letter at Appendix\u00a0A',
      'See Appendix\u00a0A, Appendix\u00a0B and the site of Appendix\u00a0B.',
      '# Appendices',
      'Appendix A – The letter',
      'Appendix B – The answer',
    ])
    const second = outlineOf(await composedPaper(paper(['other', 'answer', 'letter'])))
    expect(second[1]).toBe('See Appendix\u00a0C, Appendix\u00a0B and the site of Appendix\u00a0B.')
  })

  test('lead to the list; in a heading and in a link they are words', async () => {
    const tree = await composedPaper(paper(['letter', 'answer']))
    expect(linksIn(tree).filter(url => !url.startsWith('mailto:'))).toEqual([
      ...['#appendix-a', '#appendix-b', 'https://a.example'],
    ])
    const ids = tree.children.flatMap(node => ('id' in node && node.id ? [node.id] : []))
    expect(ids).toEqual(expect.arrayContaining(['appendix-a', 'appendix-b', 'section-1']))
  })

  test('restricted ones are marked in the list, which stays whole', async () => {
    const appendices = [{ title: 'The letter' }, { title: 'The notes', restricted: true }]
    const lines = outlineOf(await composedPaper({ appendices }))
    expect(lines.slice(-3)).toEqual([
      '# Appendices',
      'Appendix A – The letter',
      'Appendix B – RESTRICTED – The notes',
    ])
  })

  test('files that go out are named with the copy that they go out with', async () => {
    const files = { 'panel/a.csv': 'Calls,1\n', 'panel/b.txt': 'Notes.\n' }
    const appendices = [
      { title: 'The figures', file: 'a.csv' },
      { title: 'The notes', file: 'b.txt', restricted: true },
    ]
    const shown = await composedPaper({ appendices }, { files })
    expect(linksIn(shown).filter(url => url.startsWith('./'))).toEqual(['./appendix-a.csv'])
    expect(wordsOfPaper(shown)).toContain('Published with this report: appendix-a.csv (CSV, 1 kB)')
    expect(wordsOfPaper(shown)).not.toContain('appendix-b')
    const members = await composedPaper({ appendices }, { files, isForMembers: true })
    expect(linksIn(members).filter(url => url.startsWith('./'))).toHaveLength(2)
    expect(wordsOfPaper(members)).toContain('With this copy: appendix-b.txt (text, 1 kB)')
  })
})

describe('a drawn section', () => {
  test('stands between the body’s own words, the report named below its heading', async () => {
    const lines = outlineOf(
      await drawnFrom({}, { title: 'The inspection', before: 'Before.\n', after: 'After.\n' }),
    )
    expect(lines[0]).toBe('# 1 The inspection')
    expect(lines[1]).toBe(
      'Northshire Police: an inspection, by HMICFRS, published on 27\u00a0September\u00a02019.',
    )
    expect(lines[2]).toBe('Before.')
    expect(lines.at(-1)).toBe('After.')
  })

  test('has the report’s title, where it has none of its own, and does not name it again', async () => {
    const [heading, line] = outlineOf(await drawnFrom({ report: { published: 'TODO' } }))
    expect(heading).toBe('# 1 Northshire Police: an inspection')
    expect(line).toBe('By HMICFRS. The day of its publication is not known yet.')
  })

  describe('gives grades', () => {
    const question = (title: string, grade: string, more: Keys = {}) =>
      aSection({ title, question: `How well does the force ${title}?`, grade, ...more })

    test('the overview question first, then its questions', async () => {
      const above = question('work', 'good', {
        sections: [question('plan', 'good'), question('listen', 'requires improvement')],
      })
      expect((await below({ sections: [above] })).slice(1, 4)).toEqual([
        'Overview – How well does the force work? Grade: Good',
        '- How well does the force plan? Grade: Good',
        '- How well does the force listen? Grade: Requires improvement',
      ])
    })

    test('by title where no question is known', async () => {
      const sections = [
        aSection({ title: 'Custody', grade: 'ungraded' }),
        aSection({ title: 'Calls', grade: 'good' }),
      ]
      expect((await below({ sections })).slice(1, 3)).toEqual([
        '- Custody – Ungraded',
        '- Calls – Good',
      ])
    })

    test('beside those of the inspection before, of which one on another scale says so', async () => {
      const sections = [
        question('plan', 'good', { previous: 'requires improvement' }),
        question('listen', 'good', { previous: 'adequate' }),
        question('lead', 'good'),
      ]
      expect((await below({ sections })).slice(1, 5)).toEqual([
        '| Area | Grade | At the inspection before |',
        '| How well does the force plan? | Good | Requires improvement |',
        '| How well does the force listen? | Good | Adequate (on another scale) |',
        '| How well does the force lead? | Good | – |',
      ])
    })
  })

  describe('says where the response stands', () => {
    const standing = async (response: Keys, options = {}) =>
      (await below(response, { detail: 'grades' }, options))[1]!.replaceAll('\u00a0', ' ')

    test('published within the 56 days', async () => {
      const publication = {
        published: '2019-11-21',
        sent: '2019-11-20',
        url: 'https://a.example/r',
      }
      expect(await standing({ publication })).toBe(
        'The report contains one recommendation. It has been answered. My response was sent on 20 November 2019 and published on 21 November 2019, within the 56 days that section 55(5A) of the Police Act 1996 allows. It can be read at https://a.example/r.',
      )
    })

    test('published late, by so many days', async () => {
      const publication = { published: '2019-11-24', sent: '2019-11-24' }
      expect(await standing({ publication })).toContain(
        'My response was sent and published on 24 November 2019, three days after the last day that section 55(5A) of the Police Act 1996 allows.',
      )
    })

    test('still to come, with its last day', async () => {
      expect(await standing({}, { today: '2019-11-21' })).toContain(
        'My response is still to be published: 21 November 2019 is the last day that section 55(5A) of the Police Act 1996 allows.',
      )
    })

    test('overdue, by so many days', async () => {
      expect(await standing({}, { today: '2019-11-22' })).toContain(
        'was due by 21 November 2019, the last day that section 55(5A) of the Police Act 1996 allows, and has not been published: on 22 November 2019 it is one day late.',
      )
    })

    test('of a report whose day is not known', async () => {
      expect(await standing({ ...DRAFT, report: { published: 'TODO' } })).toContain(
        "My response is due within 56 days of the report's publication, as section 55(5A)",
      )
    })

    test('of two answered items as English does', async () => {
      const said = await standing({
        report: { basis: 'The Prisons Act 1952' },
        sections: [aSection({ items: [aRecommendation(), aRecommendation()] })],
      })
      expect(said).toBe('The report contains two recommendations. Both have been answered.')
    })

    test('not at all where the duty does not bind', async () => {
      const said = await standing({ report: { basis: 'The Prisons Act 1952' } })
      expect(said).toBe('The report contains one recommendation. It has been answered.')
    })

    test('with another report, where that covers the findings', async () => {
      const other = 'responses/northshire-2020/response.yaml'
      const response = { report: { covered_by: 'northshire-2020' } }
      expect(await standing(response, { files: { [other]: aResponse() } })).toContain(
        'The findings are answered with those of another report.',
      )
    })

    test('and its items, where they are not all simply open', async () => {
      const items = [
        aRecommendation({ status: 'complete' }),
        aRecommendation({ position: 'not accepted', reason: 'It is done already.' }),
        aRecommendation({ inspectorate_status: 'complete', inspectorate_ref: '17' }),
        aRecommendation({ target: '2019-10-31' }),
        aRecommendation({ target: '2019-12-31', update: 'TODO' }),
      ]
      expect(await standing({ ...DRAFT, sections: [aSection({ items })] })).toContain(
        "Four of the five that need an answer have one. As at 1 November 2019, two are open, one is done by the force's account, one is to be left as it is for the reasons given and one is closed by the inspectorate. Of the open ones, one is past the date set.",
      )
    })
  })

  describe('names items', () => {
    const fragments = (count: number) =>
      ['A need for plans.', 'A skills audit.', 'A better rota.', 'A register.']
        .slice(0, count)
        .map(words => ({ area_for_improvement: `${words}\n` }))

    test.each([
      [1, ['The area for improvement highlighted was “A need for plans”.']],
      [
        2,
        ['Areas for improvement highlighted were “A need for plans”, as well as “A skills audit”.'],
      ],
      [
        3,
        [
          'Areas for improvement highlighted were “A need for plans”, “A skills audit”, as well as “A better rota”.',
        ],
      ],
      [
        4,
        [
          'Areas for improvement highlighted were:',
          ...['A need for plans.', 'A skills audit.', 'A better rota.', 'A register.'].map(
            words => `> - ${words}`,
          ),
        ],
      ],
    ])('of which nothing else is known in one sentence: %i', async (count, lines) => {
      expect(await itemsOf(fragments(count), {}, DRAFT)).toEqual(lines)
    })

    test('by their headline alone, unless all is asked for', async () => {
      const items = [anAreaForImprovement({ title: 'Train them', status: 'in progress' })]
      expect((await itemsOf(items)).slice(1, 3)).toEqual(['> Train them', 'Status: in progress.'])
      expect(await itemsOf(items, { detail: 'full' })).toEqual(
        expect.arrayContaining(['> Train them', '> The force should train its call handlers.']),
      )
    })

    test('one by one where there is more to tell', async () => {
      const items = [
        anAreaForImprovement({
          title: 'Train them',
          status: 'in progress',
          deadline: 'within one month',
          target: '2019-10-20',
        }),
      ]
      expect(await itemsOf(items)).toEqual([
        '## Area for improvement',
        '> Train them',
        "Status: in progress. Deadline: within one month (27\u00a0October\u00a02019). The force's own date: 20\u00a0October\u00a02019. Overdue by five days.",
        "Chief Constable's response: All call handlers are trained.",
      ])
    })

    test('in prose, where the report does, with the body’s words going on', async () => {
      const items = [{ observation: 'The inspectors worry.\n', comment: 'So do I.\n' }]
      expect(await itemsOf(items, {}, DRAFT)).toEqual(['The inspectors worry.', 'So do I.'])
    })

    test('closed with what closed them', async () => {
      const history = [
        {
          date: '2019-10-02',
          status: 'complete',
          text: 'Seen on a visit.',
          source: 'inspectorate',
        },
      ]
      const items = [aRecommendation({ history, inspectorate_ref: '2019/17' })]
      expect((await itemsOf(items))[2]).toBe(
        'Closed by the inspectorate on 2\u00a0October\u00a02019 (2019/17): Seen on a visit.',
      )
    })

    test('of a cause with its lead, and the recommendations under it', async () => {
      const lines = await itemsOf([aCauseOfConcern()])
      expect(lines.filter(line => /^[#>]/.test(line))).toEqual([
        '## Cause of concern',
        '> The force does not answer its calls in time.',
        '> Within six months Northshire Police should:',
        '### Recommendation',
        '> Record each visit.',
      ])
    })

    test('under the headings of their areas, where there are several', async () => {
      const sections = ['Calls', 'Custody'].map(title =>
        aSection({ title, grade: 'good', items: [aRecommendation()] }),
      )
      const headings = (await below({ sections })).filter(line => line.startsWith('#'))
      expect(headings).toEqual([
        ...['## Calls – good', '### Recommendation', '## Custody – good', '### Recommendation'],
      ])
    })
  })

  describe('shows a joint answer', () => {
    const items = [
      anAreaForImprovement({ title: 'One', update: undefined }),
      anAreaForImprovement({ title: 'Two', update: undefined }),
      { answers: 'all', update: 'We deal with both as one.\n' },
    ]

    test('once, under the items that it answers', async () => {
      const lines = await itemsOf(items)
      expect(lines.filter(line => line.includes('both as one'))).toHaveLength(1)
      expect(lines.filter(line => line.startsWith('Answered under'))).toHaveLength(2)
      expect(lines.at(-1)).toBe("Chief Constable's response: We deal with both as one.")
    })

    test('and links to it, whatever else has the same id', async () => {
      const sections = [aDrawnSection(), aDrawnSection({ title: 'Again' })]
      const files = {
        'responses/northshire-2019/response.yaml': aResponse({ sections: [aSection({ items })] }),
      }
      const tree = await composedPaper({ sections }, { files })
      const ids = [...walk(tree.children)].flatMap(node =>
        'id' in node && node.id ? [node.id] : [],
      )
      expect(new Set(ids).size).toBe(ids.length)
      for (const url of linksIn(tree).filter(url => url.startsWith('#')))
        expect(ids).toContain(url.slice(1))
    })

    test('not at all, where it is a draft’s', async () => {
      expect((await itemsOf(items, {}, DRAFT)).join()).not.toMatch(/as one|Answered under/)
    })
  })

  describe('tells the force’s updates', () => {
    const long = `${'The force has trained its call handlers and their supervisors. '.repeat(12)}It is done.\n`
    const items = [anAreaForImprovement({ update: long, comment: 'I am glad.\n' })]

    test('in short, cut at the end of a sentence, and says so', async () => {
      const lines = await itemsOf(items)
      const update = lines.find(line => line.startsWith("Chief Constable's response:"))!
      expect(update).toMatch(/supervisors\.\u00a0\[…\]$/)
      expect(update.length).toBeLessThan(420)
      expect(lines.at(-1)).toBe('[…] marks an answer that is given in short.')
    })

    test('in full where that is asked for', async () => {
      const lines = await itemsOf(items, { detail: 'full' })
      expect(lines).toContain(`Chief Constable's response: ${long.trim()}`)
      expect(lines.join()).not.toContain('[…]')
    })

    test('and its words around the items in full only', async () => {
      const shown = wordsOfPaper(await drawnFrom({}, { detail: 'full' }))
      expect(shown).toContain("Chief Constable's response: The force accepts the report.")
      expect(wordsOfPaper(await drawnFrom({}))).not.toContain('accepts the report')
    })

    test('neither they nor items where grades alone are asked for', async () => {
      expect(await below({}, { detail: 'grades' })).toHaveLength(2)
    })

    test.each(['summary', 'full'])('not of a draft, whose comments stay: %s', async detail => {
      const response = {
        ...DRAFT,
        sections: [
          aSection({
            items: [
              ...items,
              aRecommendation({ position: 'not accepted', reason: 'It is too dear.' }),
              aRecommendation({
                history: [{ date: '2019-10-01', status: 'in progress', text: 'It slipped.' }],
              }),
            ],
          }),
        ],
      }
      const words = wordsOfPaper(await drawnFrom(response, { detail }))
      expect(words).toContain('I am glad.')
      expect(words).not.toMatch(
        /trained its call handlers and|too dear|not accepted|accepts the report|slipped/,
      )
    })

    test('of a draft, marked, where the section says so', async () => {
      const lines = await itemsOf(items, { draft: true, detail: 'full' }, DRAFT)
      expect(lines[0]).toBe('The answers below are a draft, and may still change.')
      expect(lines.join()).toContain("Chief Constable's response (draft): The force has")
    })

    test('or that one is still to come', async () => {
      const lines = await itemsOf([aRecommendation({ update: 'TODO' })], { draft: true }, DRAFT)
      expect(lines).toContain("The Chief Constable's response is still to come.")
      expect(lines.join()).not.toContain('TODO')
    })
  })

  test('prints no comment and no introduction in which something is still to be written', async () => {
    const section = aSection({
      introduction: 'The inspectors [awaiting words].\n',
      items: [aRecommendation({ comment: 'I think that ??? is right.\n' })],
    })
    const words = wordsOfPaper(await drawnFrom({ ...DRAFT, sections: [section] }))
    expect(words).not.toMatch(/awaiting|\?\?\?/)
  })

  test.each(['summary', 'full'])('holds back what is withheld: %s', async detail => {
    const held = aRecommendation({
      number: '7',
      withheld: { reason: 'A secret reason.', public: 'The answer is with the inspectors.' },
      update: 'A secret update.\n',
      comment: 'A secret comment.\n',
      position: 'not accepted',
      reason: 'A secret ground.',
      owner: 'A secret owner',
      evidence: ['A secret file'],
      history: [{ date: '2019-10-01', text: 'A secret entry.' }],
      status: 'in progress',
      target: '2019-10-30',
      notes: 'A secret note.',
    })
    const lines = await itemsOf([held], { detail, draft: true })
    const start = lines.indexOf('## Recommendation 7')
    expect(lines.slice(start)).toEqual([
      '## Recommendation 7',
      '> Record each visit.',
      'The answer is with the inspectors.',
    ])
    const tree = await drawnFrom(
      { sections: [aSection({ items: [held] })] },
      { detail, draft: true },
    )
    expect(JSON.stringify(tree)).not.toMatch(/secret|in progress|30\u00a0October/i)
  })

  test('speaks as the office does', async () => {
    const files = { [OFFICE]: anOffice({ body: { voice: 'the Board' } }) }
    expect(wordsOfPaper(await drawnFrom({}, {}, { files }))).toContain(
      'Its response is still to be published',
    )
  })

  test('knows where each of its words was typed', async () => {
    const tree = await drawnFrom({}, { before: 'Before.\n' })
    const texts = [...walk(tree.children)].filter(
      (node): node is Extract<Inline, { type: 'text' }> => node.type === 'text',
    )
    const at = (words: string) => texts.find(({ value }) => value === words)?.at
    expect(at('Before.')).toEqual(['sections', 0, 'before'])
    expect(at('Record each visit.')?.slice(0, 3)).toEqual([
      '@response',
      'northshire-2019',
      'sections',
    ])
  })
})
