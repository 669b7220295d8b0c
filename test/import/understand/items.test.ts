import { describe, expect, test } from 'vitest'
import { area, areaOf, itemsIn, listed, paragraphs, said, understood } from './understood.ts'

describe('a list of items', () => {
  test('has one for each of its entries', () => {
    const report = understood(
      area(
        'Areas for improvement',
        '• The force should keep a record of its checks.\n• The force should tell victims what it decides.',
        'Main findings',
        'The force keeps few records.',
      ),
    )
    expect(listed(report)).toEqual([
      'area_for_improvement: The force should keep a record of its checks.',
      'area_for_improvement: The force should tell victims what it decides.',
    ])
  })

  test('that goes on with an entry’s "for instance:" is that entry’s, up to the one behind "; and"', () => {
    const report = understood(
      area(
        'Areas for improvement',
        [
          '- The force should make sure that its counter-corruption unit can do its work, for instance:',
          '- has enough analysts;',
          '- sees what is in its systems; and',
          '- hears of what staff report.',
          '- The force should vet all of its staff.',
        ].join('\n'),
      ),
    )
    expect(itemsIn(report).map(said)).toEqual([
      'The force should make sure that its counter-corruption unit can do its work, for instance: / - has enough analysts; / - sees what is in its systems; and / - hears of what staff report.',
      'The force should vet all of its staff.',
    ])
  })

  test('that tells of what an earlier report asked of all forces is none, but is told of', () => {
    const report = understood(
      area(
        'In our 2017 report, we recommended that all forces should:',
        '• review their plans for vetting; and\n• make a plan for each of their units.',
        'Northshire Police has done so.',
      ),
    )
    expect(itemsIn(report)).toEqual([])
    expect([...report.doubts, ...report.passed].map(({ words }) => words)).toContain(
      'In our 2017 report, we recommended that all forces should:',
    )
  })

  test('under topics has each item in the same section', () => {
    const report = understood(
      '<main><h1>Report on an inspection visit to police custody suites in Northshire</h1>' +
        '<h2>Section 6. Summary of areas for improvement</h2><h3>Areas for improvement</h3>' +
        '<h4>Leadership</h4><p>6.1 The force should record each use of force. (1.4)</p>' +
        '<h4>In the custody cell</h4><p>6.2 The force should make its cells safe to use. (3.9)</p>' +
        '<p>6.3 Checks should be made at the time that was set for them. (3.10)</p></main>',
    )
    expect(itemsIn(report).map(item => [item.kind, item.number, said(item)])).toEqual([
      ['area_for_improvement', '6.1', 'The force should record each use of force. (1.4)'],
      ['area_for_improvement', '6.2', 'The force should make its cells safe to use. (3.9)'],
      [
        'area_for_improvement',
        '6.3',
        'Checks should be made at the time that was set for them. (3.10)',
      ],
    ])
  })

  test('whose opening words are lost is told of', () => {
    const report = understood(
      area(
        'The force has made a plan.',
        '• visit each offender when the visit is due;\n• write down what it finds; and\n• say who reads it.',
      ),
    )
    expect(itemsIn(report)).toEqual([])
    expect(report.doubts.map(({ words }) => words)).toEqual([
      'visit each offender when the visit is due;',
      'write down what it finds; and',
      'say who reads it.',
    ])
  })

  test('within the report’s prose, which opens it, is not', () => {
    const report = understood(
      area('The force has plans to:', '• visit each offender; and\n• write down what it finds.'),
    )
    expect([...itemsIn(report), ...report.doubts]).toEqual([])
  })

  test('of practice holds no link of a menu', () => {
    const report = understood(
      '<main><h1>PEEL 2023–2025: An inspection of Northshire Police</h1><h2>Leadership</h2><p>Good</p>' +
        '<h3>Recommendations</h3><ul><li>Our work</li><li>News feed</li></ul></main>',
    )
    expect(itemsIn(report)).toEqual([])
  })
})

describe('a cause of concern', () => {
  const CAUSE = 'The force does not answer enough of its calls.'

  test('has the lead that its recommendations share, and its deadline, once', () => {
    const report = understood(
      area(
        'Cause of concern',
        CAUSE,
        'Recommendations',
        'Within three months, Northshire Police should make sure that:',
        '• it has enough call handlers; and\n• it knows which calls it has missed.',
        'Main findings',
        'Many calls are not answered.',
      ),
    )
    const [cause, ...rest] = areaOf(report).items
    expect(rest).toEqual([])
    expect(cause).toMatchObject({
      kind: 'cause_of_concern',
      lead: 'Within three months, Northshire Police should make sure that',
      deadline: 'within three months',
    })
    expect(cause!.recommendations.map(said)).toEqual([
      'it has enough call handlers; and',
      'it knows which calls it has missed.',
    ])
    expect(cause!.recommendations.every(({ lead }) => lead === undefined)).toBe(true)
  })

  test('with a second lead and deadline: each fragment below that carries them', () => {
    const report = understood(
      area(
        'Cause of concern',
        CAUSE,
        'Recommendations',
        'The force should immediately:',
        '• answer the calls that wait; and\n• tell callers how long they wait.',
        'By 30 September 2026, the force should make sure:',
        '• it has enough call handlers; and\n• it trains them.',
      ),
    )
    const [cause] = areaOf(report).items
    expect(cause).toMatchObject({ lead: 'The force should immediately', deadline: 'immediately' })
    expect(cause!.recommendations.map(one => [said(one), one.lead, one.deadline])).toEqual([
      ['answer the calls that wait; and', undefined, undefined],
      ['tell callers how long they wait.', undefined, undefined],
      [
        'it has enough call handlers; and',
        'By 30 September 2026, the force should make sure',
        'by 30 September 2026',
      ],
      [
        'it trains them.',
        'By 30 September 2026, the force should make sure',
        'by 30 September 2026',
      ],
    ])
  })

  test('whose recommendations are whole sentences needs no lead: each has its own deadline', () => {
    const report = understood(
      paragraphs(
        'Northshire Police: PEEL cause of concern revisit letter',
        'Cause of concern',
        CAUSE,
        'We made the following recommendations:',
        '• The force should immediately make a plan for its calls.\n• Within three months, the force should review how it takes them.',
      ),
    )
    const [cause] = itemsIn(report)
    expect(cause!.lead).toBeUndefined()
    expect(cause!.recommendations.map(one => [said(one), one.deadline])).toEqual([
      ['The force should immediately make a plan for its calls.', undefined],
      ['Within three months, the force should review how it takes them.', 'within three months'],
    ])
  })

  test('that a letter names by its topic alone leaves its recommendations to that topic', () => {
    const report = understood(
      paragraphs(
        'Northshire Police: PEEL cause of concern revisit letter',
        'Background',
        'We inspected the force in 2024.',
        'Responding to the public',
        'We made the following recommendations:',
        '• The force should immediately make a plan for its calls.\n• Within three months, the force should review how it takes them.',
      ),
    )
    expect(report.sections.map(({ title }) => title)).toEqual(['Responding to the public'])
    expect(listed(report)).toEqual([
      'recommendation: The force should immediately make a plan for its calls.',
      'recommendation: Within three months, the force should review how it takes them.',
    ])
  })

  test('says on its heading’s own line what it is about', () => {
    const report = understood(
      paragraphs(
        'Northshire Police: closure of cause of concern letter',
        'Cause of concern: responding to the public',
        CAUSE,
        'Recommendations',
        'The force should immediately:',
        '• answer the calls that wait; and\n• tell callers how long they wait.',
      ),
    )
    expect(itemsIn(report)[0]).toMatchObject({
      kind: 'cause_of_concern',
      title: 'responding to the public',
    })
    expect(said(itemsIn(report)[0]!)).toBe(CAUSE)
  })

  test('that an accelerated report lists beforehand is not taken twice', () => {
    const report = understood(
      paragraphs(
        'Northshire Police: accelerated cause of concern',
        'Published on: 12 May 2026',
        'A cause of concern will always be accompanied by one or more recommendations.',
        'We have issued an accelerated cause of concern to the force as a result of its failure to:',
        '• answer its calls; and\n• know which it missed.',
        'Cause of concern',
        CAUSE,
        'Recommendations',
        'By 31 December 2026, the force should:',
        '• have enough call handlers; and\n• train them.',
      ),
    )
    expect(report.kind).toBe('accelerated')
    expect(listed(report)).toEqual([
      `cause_of_concern: ${CAUSE}`,
      'recommendation: have enough call handlers; and',
      'recommendation: train them.',
    ])
  })

  test('whose heading is lost is told of, where its recommendations have theirs', () => {
    const { doubts } = understood(
      area(
        CAUSE,
        'Recommendations',
        'The force should immediately:',
        '• answer; and\n• call back.',
      ),
    )
    expect(doubts.map(({ words }) => words)).toContain(CAUSE)
  })

  test('without recommendations is told of', () => {
    const report = understood(area('Cause of concern', CAUSE, 'Main findings', 'It is so.'))
    expect(report.doubts.map(({ message }) => message)).toEqual([
      'Missing recommendations of this cause of concern, expected one at least',
    ])
  })
})

describe('a recommendation', () => {
  const thematic = (...words: string[]) =>
    understood(
      paragraphs(
        'How well the police use dogs: a thematic inspection',
        'Published on: 12 May 2026',
        ...words,
      ),
    )

  test('has its number and its deadline, and a list within it', () => {
    const [item, ...rest] = itemsIn(
      thematic(
        'Recommendation 1',
        'By 31 March 2027, chief constables should make sure that their forces:',
        '• count their dogs; and\n• train them.',
        'Kennels',
        'Forces have few kennels.',
      ),
    )
    expect(rest).toEqual([])
    expect(item).toMatchObject({
      number: '1',
      deadline: 'by 31 March 2027',
      for: ['chief constables'],
    })
    expect(said(item!)).toBe(
      'By 31 March 2027, chief constables should make sure that their forces: / - count their dogs; and / - train them.',
    )
  })

  test('that stands in the summary and in the body is one, with both places', () => {
    const first =
      'By 31 March 2027, chief constables should count their dogs and say how many there are.'
    const report = thematic(
      'Summary',
      'Recommendations',
      'Recommendation 1',
      first,
      'Kennels',
      'Forces do not know how many dogs they have.',
      'Recommendation 1',
      first,
    )
    expect(listed(report)).toEqual([`recommendation: ${first}`])
    expect(itemsIn(report)[0]!.again).toHaveLength(1)
  })

  test('that an annex reprints from another report is not this report’s', () => {
    const report = thematic(
      'Summary',
      'We aren’t making any recommendations.',
      'Annex A: Recommendations from the 2017 report',
      'All forces should have a plan for their dogs.',
      'Each force should say who keeps them.',
    )
    expect(itemsIn(report)).toEqual([])
    expect(report.passed.map(({ why }) => why)).toContain('of an earlier report')
  })

  test('does not take in the numbered paragraph of the report that follows it', () => {
    const report = thematic(
      'Recommendation 1: By 31 March 2027, all chief constables should count their dogs.',
      '3.1 In the best of the forces, there is a list of them.',
    )
    expect(listed(report)).toEqual([
      'recommendation: By 31 March 2027, all chief constables should count their dogs.',
    ])
    const other = thematic(
      'Area for improvement: Forces should count their dogs.',
      '3.1 In the best of the forces, there is a list of them.',
    )
    expect(listed(other)).toEqual(['area_for_improvement: Forces should count their dogs.'])
  })

  test('whose number leaves a gap is told of', () => {
    const report = thematic(
      'Recommendation 1',
      'By March 2027, the Home Office should count its dogs.',
      'Recommendation 3',
      'By March 2027, all chief constables should count their cats.',
    )
    expect(report.doubts.map(({ message }) => message)).toEqual([
      'Missing recommendation 2, expected it before recommendation 3',
    ])
  })

  test('numbered as items are, a paragraph that is not taken is told of', () => {
    const statement =
      '6.1 Records of force are incomplete, and nobody looks at them closely enough.'
    const report = understood(`<h1>An unannounced inspection of police custody in Northshire</h1>
<h2>Causes of concern and recommendations</h2>
<h3>Use of force</h3>
<p>${statement}</p>
<p><strong>Recommendations</strong></p>
<p>6.2 The force should make sure that each officer who uses force completes a record of it.</p>
<p>6.3 The force should review a sample of incidents every month.</p>`)
    expect(itemsIn(report).map(({ number }) => number)).toEqual(['6.2', '6.3'])
    expect(report.passed.map(({ words }) => words)).toContain(statement)
  })

  test.each([
    [
      'By 1 May 2027, the Home Office, the Department for Education and the College of Policing should agree on a plan.',
      ['Home Office', 'Department for Education', 'College of Policing'],
    ],
    [
      'By 1 May 2027, chief constables and police and crime commissioners should agree on a plan.',
      ['chief constables', 'police and crime commissioners'],
    ],
    ['All forces should agree on a plan.', ['forces']],
    ['Within six months, the force should agree on a plan.', undefined],
    ['Northshire Police should agree on a plan.', undefined],
  ])('"%s" is addressed to %j', (words, names) => {
    expect(itemsIn(thematic('Recommendation 1', words)).map(one => one.for)).toEqual([names])
  })
})

describe('an observation', () => {
  const SENTENCE = 'It is a shortcoming that we expect the force to address.'

  test('is a paragraph of a graded area with the sentence by which it is one', () => {
    const words = `The force cannot say how many armed officers it has. ${SENTENCE}`
    const report = understood(area('Main findings', words))
    expect(listed(report)).toEqual([`observation: ${words}`])
    expect(itemsIn(report)[0]!.suggestedBy!.words).toBe(SENTENCE)
  })

  test('is none in what no force was inspected for', () => {
    const report = understood(paragraphs('PEEL 2026: how we inspect', 'About us', SENTENCE))
    expect(itemsIn(report)).toEqual([])
    expect(report.passed.map(({ words }) => words)).toEqual([SENTENCE])
  })
})

describe('a report without items', () => {
  test('gives none', () => {
    const report = understood(
      paragraphs(
        'Police response to floods: an update report',
        'February 2019',
        'Summary',
        'We looked at how forces respond to floods, and we aren’t making any national recommendations.',
        'Forces should be proud of what they did. They must have worked hard.',
        'What we looked at',
        'Floods occur in many areas. Causes of concern were not found.',
        'Contents',
        'Areas for improvement 12',
      ),
    )
    expect(itemsIn(report)).toEqual([])
  })
})
