import { createHash } from 'node:crypto'
import { parse, type DefaultTreeAdapterMap } from 'parse5'
import { describe, expect, test } from 'vitest'
import { writePage } from '../../src/status/formats/html.ts'
import { itemsInOrder } from '../../src/status/make-overview.ts'
import type { Overview } from '../../src/status/standing.ts'
import { aRecommendation, aSection } from '../makers.ts'
import { aFullOverview, anOverview, ON } from './page-overview.ts'

type Element = DefaultTreeAdapterMap['element']
type Node = DefaultTreeAdapterMap['node']

/** The elements of a page, in their order. */
function* elementsIn(node: Node): Generator<Element> {
  if ('tagName' in node) yield node
  if ('childNodes' in node) for (const child of node.childNodes) yield* elementsIn(child)
}
const read = (html: string): Element[] => [...elementsIn(parse(html))]
const valueOf = (element: Element, name: string): string | undefined =>
  element.attrs.find(attribute => attribute.name === name)?.value
const wordsOf = (node: Node): string => {
  if ('value' in node) return node.value
  if ('tagName' in node && (node.tagName === 'style' || node.tagName === 'script')) return ''
  return 'childNodes' in node ? node.childNodes.map(wordsOf).join(' ') : ''
}
const lineOf = (node: Node): string =>
  wordsOf(node)
    .replace(/\s+/g, ' ')
    .replace(/ (?=[,.:;])/g, '')
    .trim()
const named = (elements: readonly Element[], name: string): Element[] =>
  elements.filter(({ tagName }) => tagName === name)
const withClass = (elements: readonly Element[], name: string): Element[] =>
  elements.filter(element => valueOf(element, 'class')?.split(' ').includes(name))
const byId = (elements: readonly Element[], id: string): Element =>
  elements.find(element => valueOf(element, 'id') === id)!
/** The rows of a part of the page, each as one line of its cells' words. */
const rowsOf = (part: Element): string[] =>
  named([...elementsIn(part)], 'tr')
    .filter(row => named([...elementsIn(row)], 'td').length > 0)
    .map(lineOf)

const pageOf = async (overview: Promise<Overview>): Promise<Element[]> =>
  read(writePage(await overview))

describe('the page', () => {
  test('tells the day, the office and the figures of the overview', async () => {
    const overview = await aFullOverview()
    const elements = read(writePage(overview))
    const [heading] = named(elements, 'h1')
    expect(lineOf(heading!)).toBe('Where our responses stand')
    expect(lineOf(withClass(elements, 'day')[0]!)).toBe('On 26 November 2026')
    const { late, soon, unreadable, overdue, counts, due, answered } = overview.totals
    expect({ late, soon, unreadable, overdue, open: counts.open }).toEqual({
      late: 1,
      soon: 1,
      unreadable: 1,
      overdue: 1,
      open: 3,
    })
    expect(withClass(elements, 'tile').map(lineOf)).toEqual([
      `${unreadable} Cannot be read`,
      `${late} Responses late`,
      `${soon} Due within 14 days`,
      `${due - answered} Items unanswered`,
      `${overdue} Items overdue`,
      `${counts.open} Items open`,
    ])
    expect(lineOf(withClass(elements, 'summary')[0]!)).toBe(
      'Of 6 responses, 1 is past the 56 days and 1 is within them. 1 response cannot be read. 5 of 6 items that are due an answer have one. 3 items are open, 1 of them overdue.',
    )
  })

  test('says first what is broken, late, soon due, waited for and overdue', async () => {
    const part = byId(await pageOf(aFullOverview()), 'attention')
    expect(withClass([...elementsIn(part)], 'concern').map(lineOf)).toEqual([
      'Cannot be read 1 broken: s55 check broken says why',
      'Past the 56 days 1 A late answer: 31 days late, drafting',
      'Soon to be published 1 Soon due: 8 days left, until 4 December 2026; awaiting the force',
      'The chief officer’s comments have not come 1 Soon due: due before 10 November 2026',
      'Items overdue 1 A late answer: 1 item, the longest by 56 days',
    ])
  })

  test('says that nothing needs attention where nothing does', async () => {
    const part = byId(
      await pageOf(
        anOverview({ quiet: { publication: { published: '2019-11-01', sent: '2019-11-01' } } }),
      ),
      'attention',
    )
    expect(lineOf(part)).toBe('Needs attention first Nothing is late, overdue or about to be.')
  })

  test('has a row for the days of each response, worst first, with its figures in words', async () => {
    const overview = await aFullOverview()
    const rows = rowsOf(byId(read(writePage(overview)), 'clocks'))
    expect(rows).toHaveLength(overview.responses.length)
    expect(rows[0]).toContain('broken – – Unreadable')
    expect(rows[1]).toContain('Day 87 of 56 26 October 2026 31 days late')
    expect(rows[2]).toContain('Day 48 of 56 4 December 2026 8 days left')
    expect(rows.find(row => row.includes('PEEL 2025'))).toContain(
      'Published on day 111 of 56 26 June 2025 published 55 days late Published',
    )
    expect(rows.find(row => row.includes('PEEL 2023'))).toContain(
      'Published on day 50 of 56 26 June 2023 published 6 days before it Published',
    )
  })

  test.each([
    ['2026-11-26', 'Day 1 of 56', '55 days left', '1.5%'],
    ['2026-10-02', 'Day 56 of 56', 'today', '84%'],
    ['2026-10-01', 'Day 57 of 56', '1 day late', '84%'],
    ['2026-12-05', 'The report comes out on 5 December 2026', '64 days left', '0%'],
  ])('draws the days of a report of %s', async (published, day, left, width) => {
    const elements = await pageOf(anOverview({ one: { report: { published } } }))
    const [row] = rowsOf(byId(elements, 'clocks'))
    expect(row).toContain(day)
    expect(row).toContain(left)
    const [fill] = withClass([...elementsIn(byId(elements, 'clocks'))], 'fill')
    expect(valueOf(fill!, 'width')).toBe(width)
  })

  test.each([
    [{ published: 'TODO' }, 'The day of the report is not known'],
    [{ basis: 'another Act' }, 'Not a report under section 55'],
    [{ covered_by: 'other' }, 'Answered with other'],
  ])('says why a response has no days: %j', async (report, words) => {
    const elements = await pageOf(anOverview({ one: { report } }))
    const rows = rowsOf(byId(elements, 'clocks'))
    expect(rows[0]).toContain(words)
    expect(withClass(elements, 'bar')).toEqual([])
  })

  test('names the command so that it can be typed where a folder has spaces in its name', async () => {
    const elements = await pageOf(
      anOverview({ 'broken 2026': '[', 'peel 2026': {} }, { errors: 2 }),
    )
    const commands = named(elements, 'code').map(lineOf)
    expect(commands).toContain('s55 check "peel 2026"')
    expect(commands.filter(command => command === 's55 check "broken 2026"')).toHaveLength(2)
  })

  test('tells what is answered by response, kind and section', async () => {
    const elements = await pageOf(
      anOverview({
        one: {
          sections: [
            aSection({
              title: 'Effectiveness',
              items: [aRecommendation(), { recommendation: 'Think.\n' }],
              sections: [aSection({ title: 'Custody', items: [aRecommendation()] })],
            }),
          ],
        },
      }),
    )
    const part = byId(elements, 'answered')
    expect(lineOf(named([...elementsIn(part)], 'summary')[0]!)).toContain('2 of 3')
    expect(lineOf(part)).toContain('Recommendations 2 of 3.')
    expect(rowsOf(part)).toEqual(['Effectiveness 2 of 3', 'Custody 1 of 1'])
    const widths = withClass([...elementsIn(part)], 'fill').map(fill => valueOf(fill, 'width'))
    expect(widths).toEqual(['66.67%', '66.67%', '100%'])
  })

  test('holds no path of the machine', async () => {
    const html = writePage(await aFullOverview())
    expect(html).not.toContain('/w')
    expect(html).not.toContain('response.yaml')
  })

  test('is the same, byte for byte, of the same responses', async () => {
    expect(writePage(await aFullOverview())).toBe(writePage(await aFullOverview()))
  })

  test('of no response says so', async () => {
    const elements = await pageOf(anOverview({}))
    expect(lineOf(named(elements, 'main')[0]!)).toBe('There is no response.')
    expect(named(elements, 'nav')).toEqual([])
  })

  test('of one response has its title, and the words of its items in full', async () => {
    const words = `Record ${'each and every visit '.repeat(30).trim()}.`
    const one = { sections: [aSection({ items: [aRecommendation({ recommendation: words })] })] }
    const alone = await pageOf(anOverview({ one }))
    expect(lineOf(named(alone, 'h1')[0]!)).toBe('Where our response stands')
    expect(lineOf(withClass(alone, 'day')[0]!)).toBe(
      'Northshire Police: an inspection On 26 November 2026',
    )
    expect(lineOf(byId(alone, 'items'))).toContain(words)
    const among = lineOf(byId(await pageOf(anOverview({ one, other: {} })), 'items'))
    expect(among).not.toContain(words)
    expect(among).toMatch(/each and every visit…/)
  })
})

describe('the items of the page', () => {
  test('stand in groups, the overdue ones first, each in the order of the overview', async () => {
    const overview = await aFullOverview()
    const elements = read(writePage(overview))
    expect(
      withClass(elements, 'group').map(group => lineOf(named([...elementsIn(group)], 'h3')[0]!)),
    ).toEqual([
      'Overdue 1',
      'Open, not overdue 2',
      'Done 1',
      'No action 1',
      'Closed 1',
      'Not ours 1',
      'Promising practice 1',
    ])
    const rows = elements.filter(element => valueOf(element, 'data-of') !== undefined)
    expect(rows).toHaveLength(itemsInOrder(overview).length)
    expect(lineOf(rows[0]!)).toContain(itemsInOrder(overview)[0]!.item.words)
  })

  test('tell who leads, what is due, the word, the last entry and the name that s55 log takes', async () => {
    const [row] = rowsOf(byId(await pageOf(aFullOverview()), 'items-overdue'))
    expect(row).toBe(
      'Recommendation 7 Answer each call in time. R7 A late answer Investigating crime: good 56 days overdue The force’s own date: 1 October 2026 Head of Contact Overdue AMBER 2 October 2026, the force: AMBER Two of three shifts are staffed. –',
    )
  })

  test('that the inspectorate closed tell what shows it', async () => {
    const [row] = rowsOf(byId(await pageOf(aFullOverview()), 'items-closed'))
    expect(row).toContain('20 October 2026 Seen on a visit. Register: REG-4711')
  })

  test('that a later report raises are told of on both sides', async () => {
    const overview = await anOverview({ one: {} })
    const [item] = overview.responses[0]!.items
    const other = {
      response: 'two',
      item: 'r1',
      label: 'Recommendation 9',
      title: 'The next report',
    }
    item!.raised_before.push({ ...other, title: 'The report before', published: '2017-01-02' })
    item!.raised_again.push(other)
    item!.state = 'raised again'
    const [row] = rowsOf(byId(read(writePage(overview)), 'items-raised-again'))
    expect(row).toContain('Raised before: Recommendation 9, The report before, 2 January 2017')
    expect(row).toMatch(/Recommendation 9, The next report/)
  })

  test('are counted by where they stand and by the word of the force, as the overview counts', async () => {
    const overview = await aFullOverview()
    const counted = withClass(read(writePage(overview)), 'counts').flatMap(rowsOf)
    expect(counted).toEqual([
      'Overdue 1',
      'Open, not overdue 2',
      'Done 1',
      'No action 1',
      'Closed 1',
      'Not ours 1',
      'Promising practice 1',
      'GREEN Implemented 2',
      'AMBER Under way 1',
      'RED 0',
      'WHITE 0',
    ])
    expect(overview.statuses.map(({ items }) => items)).toEqual([2, 1, 0, 0])
  })

  test('have a shape and a word for each state, which only eyes need', async () => {
    const elements = await pageOf(aFullOverview())
    const ids = new Set(elements.flatMap(element => valueOf(element, 'id') ?? []))
    const uses = named(elements, 'use').map(use => valueOf(use, 'href')!.slice(1))
    expect(uses.filter(id => !ids.has(id))).toEqual([])
    for (const shape of withClass(elements, 'shape'))
      expect(valueOf(shape, 'aria-hidden')).toBe('true')
  })

  test('that are withheld show the report’s words and nothing that is answered', async () => {
    const html = writePage(await aFullOverview())
    expect(html).toContain('Guard the armoury.')
    expect(html).toContain('Withheld: what is answered to it is not shown')
    expect(html).not.toMatch(/SECRET|partly accepted/)
  })
})

describe('the grades of the page', () => {
  test('stand in a picture for each question, office and scale, with the same figures in a table', async () => {
    const overview = await aFullOverview()
    const part = byId(read(writePage(overview)), 'grades')
    const figures = named([...elementsIn(part)], 'figure')
    expect(figures).toHaveLength(overview.grades.length)
    figures.forEach((figure, index) => {
      const { question, points } = overview.grades[index]!
      const inside = [...elementsIn(figure)]
      expect(lineOf(named(inside, 'figcaption')[0]!)).toContain(question)
      const rows = rowsOf(figure)
      expect(rows).toHaveLength(points.length)
      points.forEach(({ grade, title }, at) => {
        expect(rows[at]).toContain(grade)
        expect(rows[at]).toContain(title)
      })
      expect(named(inside, 'circle')).toHaveLength(points.length)
    })
  })

  test('of two scales are never joined, and have no arrow', async () => {
    const overview = await aFullOverview()
    const part = byId(read(writePage(overview)), 'grades')
    const inside = [...elementsIn(part)]
    // Investigating crime: by the scale of 2014 once, by that of 2021 three times, at Eastmoor once.
    const figures = named(inside, 'figure').filter(figure =>
      lineOf(named([...elementsIn(figure)], 'figcaption')[0]!).startsWith('Investigating crime'),
    )
    expect(
      figures.map(figure => {
        const elements = [...elementsIn(figure)]
        return [named(elements, 'circle').length, withClass(elements, 'step').length]
      }),
    ).toEqual([
      [3, 2],
      [1, 0],
      [1, 0],
    ])
    expect(named(inside, 'marker')).toEqual([])
    expect(wordsOf(part)).not.toMatch(/[←-⇿➔-➾▲▼↑↓]/)
    expect(lineOf(part)).toContain('cannot be compared')
  })

  test('lie on the line of their word, by their day', async () => {
    const part = byId(await pageOf(aFullOverview()), 'grades')
    const [figure] = named([...elementsIn(part)], 'figure')
    const inside = [...elementsIn(figure!)]
    const levels = withClass(inside, 'level').map(
      level => [lineOf(level), Number(valueOf(level, 'y')) - 4] as const,
    )
    const heights = new Map(levels)
    const spots = named(inside, 'circle').map(spot => ({
      x: Number(valueOf(spot, 'cx')),
      y: Number(valueOf(spot, 'cy')),
    }))
    expect(spots.map(({ y }) => y)).toEqual(
      ['good', 'adequate', 'requires improvement'].map(word => heights.get(word)),
    )
    expect(spots[0]!.x).toBeLessThan(spots[1]!.x)
    expect(spots[1]!.x).toBeLessThan(spots[2]!.x)
    expect(named(inside, 'circle').map(lineOf)).toEqual([
      'The inspection before: good',
      '2 May 2023: adequate',
      '2 May 2025: requires improvement',
    ])
  })

  test('are told not to be there where no section has one', async () => {
    const part = byId(await pageOf(anOverview({ one: {} })), 'grades')
    expect(lineOf(part)).toBe('Grades over the years No question has a grade.')
  })
})

const HOSTILE = `</title></style></script><script>alert(1)</script><img src=x onerror=alert(1)>"'&lt;`

describe('what others typed', () => {
  const hostile = (): Promise<Overview> =>
    anOverview({
      one: {
        report: { title: HOSTILE, url: 'https://reports.example/"><script>' },
        sections: [
          aSection({
            title: HOSTILE,
            grade: 'good',
            items: [
              aRecommendation({
                number: '1"><b>',
                owner: HOSTILE,
                history: [{ date: '2026-01-01', text: 'Done\\<script\\>.\n' }],
              }),
            ],
          }),
        ],
      },
      two: {},
    })

  test('is shown as words, and never becomes markup', async () => {
    const usual = await pageOf(anOverview({ one: {}, two: {} }))
    const elements = await pageOf(hostile())
    expect(named(elements, 'img')).toEqual([])
    for (const name of ['script', 'style', 'title'])
      expect(named(elements, name).length - named(usual, name).length).toBe(
        name === 'title' ? 1 : 0,
      )
    expect(elements.flatMap(({ attrs }) => attrs).filter(({ name }) => /^on/.test(name))).toEqual(
      [],
    )
    expect(lineOf(byId(elements, 'clocks'))).toContain('<img src=x onerror=alert(1)>"\'&lt;')
  })

  test('cannot become a link to anything but a website', async () => {
    const overview = await anOverview({ one: {} })
    const [standing] = overview.responses
    const of = (url: string): string[] =>
      named(read(writePage({ ...overview, responses: [{ ...standing!, url }] })), 'a')
        .map(link => valueOf(link, 'href')!)
        .filter(href => !href.startsWith('#'))
    for (const url of [
      'javascript:alert(1)',
      ' javascript:alert(1)',
      'data:text/html,x',
      'file:///etc',
      '//x',
      'https:// a',
    ])
      expect(of(url), url).toEqual([])
    expect(of('https://reports.example/a?b=1&c="2"')).toEqual([
      'https://reports.example/a?b=1&c="2"',
    ])
  })

  test('loses the characters that turn the writing round or end a file', async () => {
    const overview = await anOverview({ one: {} })
    const [standing] = overview.responses
    const title = 'A\u0000B\u001bC\u202eD\ud800E\nF'
    const html = writePage({ ...overview, responses: [{ ...standing!, title }] })
    expect(html).toContain('A\ufffdB\ufffdC\ufffdD\ufffdE F')
    expect(html).not.toMatch(/[\u0000\u001b\u202e\ud800]/)
  })

  test('cannot reach the style sheet by a colour', async () => {
    const overview = await anOverview({ one: {} })
    const statuses = [{ word: 'X', colour: 'red;}</style>', done: false, items: 1 }]
    const html = writePage({ ...overview, statuses })
    expect(named(read(html), 'style')).toHaveLength(1)
    expect(html).not.toContain('red;}')
  })
})

describe('the policy of the page', () => {
  const policyOf = (elements: readonly Element[]): string =>
    valueOf(
      elements.find(element => valueOf(element, 'http-equiv') !== undefined)!,
      'content',
    )!

  test('lets run what is in it, by its hash, and nothing else', async () => {
    const elements = await pageOf(aFullOverview())
    const hash = (name: string): string => {
      const [text] = named(elements, name)[0]!.childNodes
      const value = text && 'value' in text ? text.value : ''
      return `'sha256-${createHash('sha256').update(value).digest('base64')}'`
    }
    expect(policyOf(elements)).toBe(
      `default-src 'none'; style-src ${hash('style')}; script-src ${hash('script')}; base-uri 'none'; form-action 'none'`,
    )
  })

  test('has nothing to forbid: the page names nothing that a browser would fetch', async () => {
    const elements = await pageOf(aFullOverview())
    const fetching = [
      'src',
      'srcset',
      'data',
      'poster',
      'background',
      'style',
      'xlink:href',
      'action',
    ]
    const names = elements.flatMap(({ attrs }) => attrs.map(({ name }) => name))
    expect(names.filter(name => fetching.includes(name))).toEqual([])
    expect(named(elements, 'link')).toEqual([])
    const style = wordsOf(named(elements, 'style')[0]!.childNodes[0]!)
    expect(style).not.toMatch(/url\(|@import/)
  })
})

describe('the structure of the page', () => {
  test('has each id once, and leads only to what is there', async () => {
    const elements = await pageOf(aFullOverview())
    const ids = elements.flatMap(element => valueOf(element, 'id') ?? [])
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([])
    const links = named(elements, 'a').map(link => valueOf(link, 'href')!)
    const within = links.filter(href => href.startsWith('#')).map(href => href.slice(1))
    expect(within.length).toBeGreaterThan(10)
    expect(within.filter(id => !ids.includes(id))).toEqual([])
  })

  test('names the rows and columns of each table, and has in each row as many cells as columns', async () => {
    const tables = named(await pageOf(aFullOverview()), 'table')
    expect(tables.length).toBeGreaterThan(10)
    for (const table of tables) {
      const inside = [...elementsIn(table)]
      expect(named(inside, 'caption')).toHaveLength(1)
      const columns = inside.filter(element => valueOf(element, 'scope') === 'col').length
      const cells = named(inside, 'tr').map(row =>
        [...elementsIn(row)].filter(({ tagName }) => tagName === 'td' || tagName === 'th'),
      )
      expect(cells.map(row => row.length)).toEqual(cells.map(() => columns))
      for (const [first] of cells.slice(1)) expect(valueOf(first!, 'scope')).toBe('row')
    }
  })

  test('writes out what each part of a table is, for browsers that forget it of a card', async () => {
    const roles: Record<string, string> = { table: 'table', tr: 'row', td: 'cell' }
    const elements = await pageOf(aFullOverview())
    const parts = elements.filter(({ tagName }) => tagName in roles)
    expect(parts.filter(part => valueOf(part, 'role') !== roles[part.tagName])).toEqual([])
    const heads = named(elements, 'th').map(head => [valueOf(head, 'scope'), valueOf(head, 'role')])
    expect(new Set(heads.map(String))).toEqual(new Set(['col,columnheader', 'row,rowheader']))
  })

  test('shows all items without script: the filter is made by the script alone', async () => {
    const elements = await pageOf(aFullOverview())
    for (const name of ['select', 'input', 'button', 'form', 'fieldset'])
      expect(named(elements, name), name).toEqual([])
    expect(elements.filter(element => valueOf(element, 'hidden') !== undefined)).toEqual([])
  })
})

test('five hundred responses name a few of each concern, and where the rest stands', async () => {
  const [standing] = (await anOverview({ one: { status: 'draft' } })).responses
  const overview = await anOverview({ one: {} })
  const responses = Array.from({ length: 500 }, (_, n) => ({ ...standing!, name: `r${n}` }))
  const part = byId(read(writePage({ ...overview, today: ON, responses })), 'attention')
  expect(named([...elementsIn(part)], 'li')).toHaveLength(9)
  expect(lineOf(part)).toContain('492 more')
})
