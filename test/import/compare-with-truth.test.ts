import { describe, expect, test } from 'vitest'
import type { FoundItem, FoundReport, FoundSection, Words } from '../../src/import/found-report.ts'
import { parseText } from '../../src/model/text.ts'
import { compareWithTruth } from './compare-with-truth.ts'
import { readTruth, type TrueItem, type TrueSection, type Truth } from './specimen.ts'

const place = { file: 'report.txt', start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }
const asWords = (words: string): Words => ({ words, place })

/** What an importer that understands everything would find. */
function findAll(truth: Truth): FoundReport {
  const { other_days, sections, counts, passed, ...rest } = truth
  return {
    ...rest,
    otherDays: other_days.map(asWords),
    sections: sections.map(asFoundSection),
    counts: counts.map(({ kind, count, words }) => ({ kind, count, ...asWords(words) })),
    passed: passed.map(({ words, why }) => ({ why, ...asWords(words) })),
    doubts: [],
  }
}
const asFoundSection = ({ items, sections, ...rest }: TrueSection): FoundSection => ({
  ...rest,
  place,
  items: items.map(asFoundItem),
  sections: sections.map(asFoundSection),
})
const asFoundItem = ({ words, again, suggested_by, ...rest }: TrueItem): FoundItem => ({
  ...rest,
  place,
  words: parseText(words).blocks,
  again: Array.from({ length: again }, () => asWords(words)),
  recommendations: rest.recommendations.map(asFoundItem),
  ...(suggested_by !== undefined && { suggestedBy: asWords(suggested_by) }),
})

const truth = readTruth(`
title: Northshire PEEL 2018
kind: peel
scale: peel-2014
counts: [{ kind: recommendation, count: 2, words: two recommendations }]
sections:
  - question: How effective is it?
    grade: good
    items:
      - kind: cause_of_concern
        words: The force is failing to investigate crime.
        lead: Within six months the force should
        deadline: within six months
        recommendations:
          - { kind: recommendation, words: "plan each investigation; and" }
          - { kind: recommendation, words: "supervise it. ’Always.’" }
      - kind: area_for_improvement
        title: Devices
        words: "It should examine devices:\\n\\n- soon; and\\n- well.\\n"
      - kind: observation
        words: Much is well. This is a shortcoming that we expect it to address. We will return.
        suggested_by: This is a shortcoming that we expect it to address.
`)
const change = (spoil: (report: FoundReport, items: FoundItem[]) => void): FoundReport => {
  const report = findAll(truth)
  spoil(report, report.sections[0]!.items)
  return report
}

test('what is as the truth says differs in nothing', () => {
  expect(compareWithTruth(findAll(truth), truth)).toEqual([])
  expect(compareWithTruth(findAll(truth), truth, { isSpoilt: true })).toEqual([])
})

const FAULTS: Record<string, (report: FoundReport, items: FoundItem[]) => void> = {
  'lost: area_for_improvement': (_, items) => items.splice(1, 1),
  'lost: recommendation': (_, items) => items[0]!.recommendations.pop(),
  'lost: observation': (_, items) => (items[2]!.words = parseText('Much is well.').blocks),
  'invented: recommendation': (_, items) =>
    items.push({ ...items[1]!, kind: 'recommendation', words: parseText('New.').blocks }),
  'out of order': (_, items) => items.reverse(),
  'cause of recommendation': (_, items) => items.push(...items[0]!.recommendations.splice(1)),
  'words of area_for_improvement': (_, items) =>
    (items[1]!.words = parseText('It should examine devices: soon; and well.').blocks),
  'title of area_for_improvement': (_, items) => delete items[1]!.title,
  'number of area_for_improvement': (_, items) => (items[1]!.number = '1'),
  'lead of cause_of_concern': (_, items) => (items[0]!.lead = 'The force should'),
  'deadline of recommendation': (_, items) => (items[0]!.recommendations[0]!.deadline = 'now'),
  'addressees of recommendation': (_, items) => (items[0]!.recommendations[0]!.for = ['NPCC']),
  'repeats of observation': (_, items) => items[2]!.again.push(asWords('again')),
  'status of cause_of_concern': (_, items) => (items[0]!.inspectorate_status = 'complete'),
  'section lost': report => (report.sections[0]!.question = 'How efficient is it?'),
  'grade of': report => (report.sections[0]!.grade = 'inadequate'),
  'section invented': report =>
    report.sections.push({ title: 'Menu', grade: 'good', place, items: [], sections: [] }),
  'title:': report => (report.title = 'Skip to content'),
  'published:': report => (report.published = '2018-01-01'),
  'count invented': report => (report.counts[0]!.count = 9),
  'doubt:': report => report.doubts.push({ message: 'm', hint: 'h', ...asWords('w') }),
}

describe('a fault is told of', () => {
  test.each(Object.entries(FAULTS))('%s', (start, spoil) => {
    const differences = compareWithTruth(change(spoil), truth)
    expect(differences.map(one => one.slice(0, start.length))).toContain(start)
  })
})

describe('of a spoilt report', () => {
  const isSpoilt = true
  const lose = (tell: (report: FoundReport) => void) =>
    change((report, items) => {
      items.splice(1, 1)
      tell(report)
    })

  test('what is lost in silence is told of', () => {
    const differences = compareWithTruth(
      lose(() => {}),
      truth,
      { isSpoilt },
    )
    expect(differences).toEqual([expect.stringMatching(/^lost in silence: area_for_improvement/)])
  })

  test('what is lost with a word about it is not', () => {
    const said = { message: 'm', hint: 'h', ...asWords('It should examine devices: soon; and') }
    const report = lose(report => report.doubts.push(said))
    expect(compareWithTruth(report, truth, { isSpoilt })).toEqual([])
  })

  test('what is invented is told of all the same', () => {
    const report = change((_, items) =>
      items.push({ ...items[1]!, words: parseText('Menu').blocks }),
    )
    expect(compareWithTruth(report, truth, { isSpoilt })).toEqual([
      'invented: area_for_improvement “Menu”',
    ])
  })

  test('its words are held against those that stand in it', () => {
    const words = (words: string) => words.replaceAll('’', "'")
    const report = change((_, items) => {
      items[0]!.recommendations[1]!.words = parseText("supervise it. 'Always.'").blocks
    })
    expect(compareWithTruth(report, truth, { isSpoilt, words })).toEqual([])
    expect(compareWithTruth(report, truth, { isSpoilt })).not.toEqual([])
  })
})
