import { describe, expect, test } from 'vitest'
import { area, areaOf, itemsIn, listed, paragraphs, said, understood } from './understood.ts'

const FIRST = 'The force should keep a record of each of its checks.'
const SECOND = 'The force should tell all victims what it has decided.'

describe('the title', () => {
  test('stands behind the menu and the banner of the site', () => {
    const report = understood(
      paragraphs(
        'Skip to content',
        'Cookies on this site',
        'Accept all cookies',
        'Home\nOur work\nNews',
        'Menu',
        'PEEL 2023–2025: An inspection of Northshire Police',
        'Published on: 12 May 2026',
        'Investigating crime',
        'Adequate',
        'Areas for improvement',
        `• ${FIRST}\n• ${SECOND}`,
      ),
    )
    expect(report).toMatchObject({
      title: 'PEEL 2023–2025: An inspection of Northshire Police',
      kind: 'peel',
      published: '2026-05-12',
    })
    expect(itemsIn(report).map(said)).toEqual([FIRST, SECOND])
  })

  test.each([
    ['PEEL 2023–2025: An inspection of Northshire Police', 'peel'],
    ['Northshire Police: PEEL causes of concern revisit letter', 'revisit'],
    ['Northshire Police: accelerated causes of concern', 'accelerated'],
    ['Northshire: National child protection inspection', 'child-protection'],
    ['Report on an unannounced inspection visit to police custody suites in Northshire', 'custody'],
    ['Dogs in policing: a thematic inspection', 'thematic'],
  ])('"%s" is of kind %s', (title, kind) => {
    expect(understood(paragraphs(title, 'Foreword', 'We inspected it.')).kind).toBe(kind)
  })
})

describe('the day of publication', () => {
  const head = (...words: string[]) =>
    understood(paragraphs('PEEL 2025: An inspection of Northshire Police', ...words))

  test('is the one that the report was published on', () => {
    expect(head('Published on: 12 May 2026', 'Foreword', 'We inspected it.').published).toBe(
      '2026-05-12',
    )
  })

  test('is not that of the last update, which is told', () => {
    const report = head('Last updated 09/09/2025', 'Foreword', 'We inspected it.')
    expect(report.published).toBeUndefined()
    expect(report.otherDays.map(({ words }) => words)).toEqual(['Last updated 09/09/2025'])
  })

  test('is not a month alone', () => {
    expect(head('May 2026', 'Foreword', 'We inspected it.').published).toBeUndefined()
  })
})

describe('the inspectorates', () => {
  test.each([
    [['His Majesty’s Inspectorate of Constabulary and Fire & Rescue Services'], ['HMICFRS']],
    [['A joint inspection by HMICFRS and HMI Prisons'], ['HMICFRS', 'HM Inspectorate of Prisons']],
    [
      ['An inspection by HMICFRS and the Care Quality Commission'],
      ['HMICFRS', 'Care Quality Commission'],
    ],
    [['February 2016', '© HMIC 2016'], ['HMIC']],
    [['HMIC is now HMICFRS, of this site', '© HMIC 2016'], ['HMIC']],
  ])('of a report with %j are %j', (words, names) => {
    const report = understood(
      paragraphs('An inspection of Northshire Police', ...words, 'Foreword', 'We inspected it.'),
    )
    expect(report.inspectorates).toEqual(names)
  })
})

describe('how many items there are', () => {
  const countsIn = (sentence: string) =>
    understood(
      paragraphs('Dogs in policing: a thematic inspection', 'Summary', sentence),
    ).counts.map(({ kind, count }) => ({ kind, count }))

  test('is what the report’s prose says', () => {
    expect(
      countsIn('In this report, we make 11 recommendations and one area for improvement.'),
    ).toEqual([
      { kind: 'recommendation', count: 11 },
      { kind: 'area_for_improvement', count: 1 },
    ])
  })

  test('is the whole, and not the part that it is of', () => {
    expect(
      countsIn('We have made five recommendations, three of which are for chief constables.'),
    ).toEqual([{ kind: 'recommendation', count: 5 }])
  })

  test('is not how many another report had', () => {
    expect(
      countsIn('Of the 22 recommendations made during that inspection, we found that 15 were met.'),
    ).toEqual([])
  })

  test('and that too few were found is told', () => {
    const { doubts } = understood(
      area('We found three areas for improvement.', 'Areas for improvement', `• ${FIRST}`),
    )
    expect(doubts.map(({ message }) => message)).toEqual([
      'Unexpected 1 area for improvement, expected 3 as the report says',
    ])
  })
})

describe('what stands more than once', () => {
  test('in the list of contents is no section', () => {
    const report = understood(
      paragraphs(
        'PEEL 2023–2025: An inspection of Northshire Police',
        'Contents',
        'Investigating crime',
        'Leadership',
        'About the data',
        'Investigating crime',
        'Adequate',
        'It investigates.',
        'Leadership',
        'Good',
        'Areas for improvement',
        `• ${FIRST}\n• ${SECOND}`,
      ),
    )
    expect(report.sections.map(({ title, grade }) => [title, grade])).toEqual([
      ['Investigating crime', 'adequate'],
      ['Leadership', 'good'],
    ])
    expect(report.sections[1]!.items.map(said)).toEqual([FIRST, SECOND])
  })

  test('at the end of one file and at the beginning of the next is read once', () => {
    const end = paragraphs(
      'Areas for improvement',
      `• ${FIRST}\n• ${SECOND}`,
      'Main findings',
      'It keeps few.',
    )
    const report = understood(area(end), paragraphs(end, 'It tells nobody.'))
    expect(listed(report)).toHaveLength(2)
    expect(areaOf(report).items.every(({ again }) => again.length === 0)).toBe(true)
  })
})

describe('a letter of a revisit', () => {
  const letter = (...words: string[]) =>
    understood(
      paragraphs(
        'Northshire Police: PEEL causes of concern revisit letter',
        'Published on: 12 May 2026',
        ...words,
      ),
    )
  const CALLS = [
    'Cause of concern: answering calls',
    'The force does not answer enough of its calls.',
    'Recommendations',
    'The force should immediately:',
    '• answer the calls that wait; and\n• tell callers how long they wait.',
  ]

  test('that closes a cause of concern says that it is complete', () => {
    const report = letter(...CALLS, 'We have closed this cause of concern.')
    expect(itemsIn(report).map(one => one.inspectorate_status)).toEqual([
      'complete',
      'complete',
      'complete',
    ])
  })

  test('after which it remains says that it is being progressed', () => {
    const report = letter(...CALLS, 'This remains a cause of concern.')
    expect(itemsIn(report).map(one => one.inspectorate_status)).toEqual([
      'being progressed',
      'being progressed',
      'being progressed',
    ])
  })

  test('that cannot close it yet does not', () => {
    const report = letter(...CALLS, 'We cannot close this cause of concern yet.')
    expect(itemsIn(report)[0]!.inspectorate_status).toBe('being progressed')
  })

  test('may close one of its recommendations', () => {
    const report = letter(
      ...CALLS,
      'The second recommendation is complete. The cause of concern remains open.',
    )
    expect(itemsIn(report).map(one => one.inspectorate_status)).toEqual([
      'being progressed',
      'being progressed',
      'complete',
    ])
  })
})
