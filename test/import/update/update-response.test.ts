import { describe, expect, test } from 'vitest'
import { updateResponse } from '../../../src/import/update/update-response.ts'
import type { FoundReport } from '../../../src/import/found-report.ts'
import { itemsOf } from '../../../src/model/response.ts'
import { aWorkspace, read, say } from '../../makers.ts'
import {
  aFoundItem,
  aFoundReport,
  aFoundSection,
  atLine,
  bullets,
  northshireReport,
  prose,
} from '../found.ts'
import { compose, diff, FOLDER, MAIN, update, updateOnce, type Files } from './make.ts'

const CALLS = 'The force should make sure that it answers calls to 101 within two minutes.'
const RISK = 'The force should look again at how its call takers assess the risk to callers.'
const PAY = 'The force should review how it pays the staff of its control room at weekends.'

const area = (words: string, keys: Parameters<typeof aFoundItem>[1] = {}) =>
  aFoundItem(words, { kind: 'area_for_improvement', ...keys })

/** A report of one section. */
const aReportOf = (...items: ReturnType<typeof area>[]): FoundReport =>
  aFoundReport({ sections: [aFoundSection({ grade: 'good', items })] })

const HEAD = `office: northshire
report:
  title: 'PEEL 2018/19: an inspection of Northshire Police'
  kind: peel
  scale: peel-2014
  copy: report.txt
`
const inFile = (sections: string): Files => ({ [MAIN]: HEAD + sections })

/** What becomes of one file, line by line. */
const changesOf = async (files: Files, report: FoundReport, path = MAIN) => {
  const { after, said, changed } = await updateOnce(files, report)
  return { lines: diff(files[path]!, after[path]!), said, changed, after, text: after[path]! }
}

describe('importing the same report again', () => {
  test('changes no byte', async () => {
    const files = compose(northshireReport())
    expect(await update(files, northshireReport())).toEqual({ after: files, changed: [], said: [] })
  })

  test('changes no byte of a response in several files, with Windows line ends and a byte order mark', async () => {
    const sections = ['Effectiveness', 'Legitimacy'].map(title =>
      aFoundSection({
        title,
        items: Array.from({ length: 8 }, (_, n) => area(`${title} ${n}: ${RISK}`)),
      }),
    )
    const made = compose(aFoundReport({ sections }))
    expect(Object.keys(made)).toHaveLength(3)
    const files = Object.fromEntries(
      Object.entries(made).map(([path, text]) => [path, `\ufeff${text.replaceAll('\n', '\r\n')}`]),
    )
    expect(await update(files, aFoundReport({ sections }))).toEqual({
      after: files,
      changed: [],
      said: [],
    })
  })
})

describe('what the inspectorate has corrected', () => {
  test('words take the place of the old ones, and the answer stays', async () => {
    const files = inFile(`sections:
  - title: Effectiveness
    grade: Good # as printed
    items:
      - area_for_improvement: |
          ${CALLS}
        # ours
        update: |
          All calls are answered at once.
`)
    const { lines, said } = await changesOf(
      files,
      aReportOf(area(CALLS.replace('two', 'three'), { line: 7 })),
    )
    expect(lines).toEqual([
      '- grade: Good # as printed',
      '+ grade: good # as printed',
      `- ${CALLS}`,
      `+ ${CALLS.replace('two', 'three')}`,
    ])
    expect(said.join()).toContain(
      'words changed (responses/northshire-2019/response.yaml:11; report.txt, line 7)',
    )
  })

  test.each([
    [
      'on one line',
      `area_for_improvement: ${CALLS}`,
      `area_for_improvement: ${CALLS.replace('two', 'three')}`,
    ],
    [
      'in single quotes',
      `area_for_improvement: '${CALLS}'`,
      `area_for_improvement: '${CALLS.replace('two', 'three')}'`,
    ],
    [
      'in double quotes',
      `area_for_improvement: "${CALLS}"`,
      `area_for_improvement: "${CALLS.replace('two', 'three')}"`,
    ],
    [
      'folded',
      `area_for_improvement: >-\n          ${CALLS}`,
      `area_for_improvement: |-\n          ${CALLS.replace('two', 'three')}`,
    ],
    [
      'kept',
      `area_for_improvement: |+\n          ${CALLS}\n\n`,
      `area_for_improvement: |+\n          ${CALLS.replace('two', 'three')}\n\n`,
    ],
    [
      'in braces',
      `{ area_for_improvement: "${CALLS}", update: "Done, and done." }`,
      `{ area_for_improvement: "${CALLS.replace('two', 'three')}", update: "Done, and done." }`,
    ],
    [
      'in a language of two',
      `area_for_improvement:\n          cy: Dylai'r heddlu\n          en: ${CALLS}`,
      `area_for_improvement:\n          cy: Dylai'r heddlu\n          en: ${CALLS.replace('two', 'three')}`,
    ],
  ])('words %s keep their marks', async (_name, before, after) => {
    const inItem = (item: string) =>
      inFile(`sections:\n  - title: Effectiveness\n    grade: good\n    items:\n      - ${item}\n`)
    const { text } = await changesOf(inItem(before), aReportOf(area(CALLS.replace('two', 'three'))))
    expect(text).toBe(inItem(after)[MAIN])
  })

  test('only the paragraph that changed is written anew', async () => {
    const files = inFile(`sections:
  - title: Effectiveness
    grade: good
    items:
      - area_for_improvement: |
          Its **first** paragraph,
          wrapped by hand.

          ${RISK}

          - one
          - two
        update: Yes.
`)
    const words = [
      ...prose('Its first paragraph, wrapped by hand.', RISK.replace('again', 'at once')),
      bullets('one', 'two'),
    ]
    const { lines } = await changesOf(files, aReportOf(area('', { words })))
    expect(lines.filter(line => /first|one|two/.test(line))).toEqual([])
    expect(lines.join(' ')).toContain('at once')
  })

  test('a text of several paragraphs that was on one line gets lines of its own', async () => {
    const files = inFile(
      `sections:\n  - title: Effectiveness\n    grade: good\n    items:\n      - area_for_improvement: ${CALLS}\n        update: Yes.\n`,
    )
    const { lines } = await changesOf(
      files,
      aReportOf(area('', { words: prose(CALLS, 'It should say so.') })),
    )
    expect(lines).toEqual([
      `- - area_for_improvement: ${CALLS}`,
      '+ - area_for_improvement: |',
      `+ ${CALLS}`,
      '+ ',
      '+ It should say so.',
    ])
  })

  test('numbers, headlines, leads, statuses and addressees are written in', async () => {
    const files = inFile(`sections:
  - title: Effectiveness
    grade: good
    items:
      - cause_of_concern: ${CALLS}
        update: Yes.
        lead: 'The force should: -'
        recommendations:
          - recommendation: |
              ${RISK}
            number: 3
`)
    const report = aReportOf(
      aFoundItem(CALLS, {
        kind: 'cause_of_concern',
        number: '1',
        title: 'Calls: too few',
        lead: 'Within six months the force should:',
        deadline: 'within six months',
        for: ['chief constables', 'NPCC lead'],
        recommendations: [aFoundItem(RISK, { number: '4', inspectorate_status: 'complete' })],
      }),
    )
    expect((await changesOf(files, report)).text).toBe(`${HEAD}sections:
  - title: Effectiveness
    grade: good
    items:
      - number: 1
        title: 'Calls: too few'
        cause_of_concern: ${CALLS}
        update: Yes.
        lead: 'Within six months the force should'
        for: [chief constables, NPCC lead]
        recommendations:
          - recommendation: |
              ${RISK}
            number: 4
            inspectorate_status: complete
`)
  })
})

describe('an item stays with its answer', () => {
  const answered = (items: [words: string, update: string, number?: string][]): Files =>
    inFile(
      `sections:\n  - title: Effectiveness\n    grade: good\n    items:\n${items
        .map(
          ([words, answer, number]) =>
            `      - area_for_improvement: ${words}\n${number ? `        number: ${number}\n` : ''}        update: ${answer}\n`,
        )
        .join('')}`,
    )
  const answersIn = async (files: Files) => {
    const reading = await read({ ...files, [`${FOLDER}/report.txt`]: 'x' })
    expect(say(reading)).toEqual([])
    return [...itemsOf(reading.responses[0]!.sections)].map(
      ({ words, update }) => `${words.value.slice(0, 40).trim()} > ${update?.value.trim() ?? ''}`,
    )
  }

  test('where the order changed', async () => {
    const files = answered([
      [CALLS, 'a'],
      [RISK, 'b'],
      [PAY, 'c'],
    ])
    const { after } = await updateOnce(
      files,
      aReportOf(area(PAY), area(CALLS.replace('two', 'ten')), area(RISK)),
    )
    expect(await answersIn(after)).toEqual([
      `${CALLS.slice(0, 40).trim()} > a`,
      `${RISK.slice(0, 40).trim()} > b`,
      `${PAY.slice(0, 40).trim()} > c`,
    ])
    expect(after[MAIN]).toContain('within ten minutes')
  })

  test('where the report numbers its items anew', async () => {
    const files = answered([
      [CALLS, 'a', '1'],
      [RISK, 'b', '2'],
    ])
    const report = aReportOf(
      area(PAY, { number: '1' }),
      area(CALLS, { number: '2' }),
      area(RISK, { number: '3' }),
    )
    const { after } = await updateOnce(files, report)
    expect(await answersIn(after)).toEqual([
      `${PAY.slice(0, 40).trim()} > `,
      `${CALLS.slice(0, 40).trim()} > a`,
      `${RISK.slice(0, 40).trim()} > b`,
    ])
    expect(after[MAIN]).toContain('number: 3\n        update: b')
  })

  test('where two have the same words, by their numbers', async () => {
    const files = answered([
      [CALLS, 'a', '1'],
      [CALLS, 'b', '2'],
    ])
    const { after, said } = await updateOnce(
      files,
      aReportOf(area(CALLS, { number: '2' }), area(CALLS, { number: '1' })),
    )
    expect(said).toEqual([])
    expect(after).toEqual(files)
  })

  test('where the words are hardly the same, by its number', async () => {
    const files = answered([
      [CALLS, 'a', '1'],
      [RISK, 'b', '2'],
    ])
    const words =
      'The force should answer calls to 101 within two minutes, and publish how many are given up.'
    const { after } = await updateOnce(
      files,
      aReportOf(area(words, { number: '1' }), area(RISK, { number: '2' })),
    )
    expect(await answersIn(after)).toEqual([
      `${words.slice(0, 40).trim()} > a`,
      `${RISK.slice(0, 40).trim()} > b`,
    ])
  })

  test('by its words where they are the same, though another has its number and most of them', async () => {
    const files = answered([
      [CALLS, 'a', '1'],
      [RISK, 'b', '2'],
    ])
    const report = aReportOf(
      area(CALLS.replace('two', 'ten'), { number: '1' }),
      area(RISK, { number: '2' }),
    )
    report.sections.push(aFoundSection({ title: 'Legitimacy', items: [area(CALLS)] }))
    const { after } = await updateOnce(files, report)
    expect(after[MAIN]).toContain(`${CALLS}\n        number: 1\n        update: a\n`)
  })

  test('words of another matter under its number are another item', async () => {
    const files = answered([[CALLS, 'a', '1']])
    const { text, said } = await changesOf(
      files,
      aReportOf(area('Train every dog handler twice.', { number: '1' })),
    )
    expect(text).toContain(
      '# Not in report.txt any more: kept, with its answer. Delete it if it is to go.',
    )
    expect(text).toContain('Train every dog handler twice.')
    expect(said).toHaveLength(2)
  })

  test('of a tracker, by its id, whatever its words', async () => {
    const files = inFile(
      `sections:\n  - title: Effectiveness\n    grade: good\n    items:\n      - id: REC-7\n        area_for_improvement: ${CALLS}\n        update: a\n`,
    )
    const { lines } = await changesOf(files, aReportOf(area(RISK, { answers: { id: 'REC-7' } })))
    expect(lines).toEqual([`- area_for_improvement: ${CALLS}`, `+ area_for_improvement: ${RISK}`])
  })

  test('where the office has moved it to another section', async () => {
    const files = inFile(`sections:
  - title: Effectiveness
    grade: good
    items:
      - area_for_improvement: ${CALLS}
  - title: Our people
    items:
      - area_for_improvement: ${RISK}
        update: b
`)
    const report = aReportOf(area(CALLS), area(RISK))
    report.sections.push(aFoundSection({ title: 'Our people', items: [] }))
    const { said, changed } = await update(files, report)
    expect(changed).toEqual([])
    expect(said).toEqual([
      expect.stringContaining('stands in another section of the report: left where it is'),
    ])
  })
})

describe('an item that is new in the report', () => {
  const NEW = area(PAY, { line: 30 })
  const written = (indent: string, id = 'effectiveness.a2') =>
    [
      `# report.txt, line 30`,
      `- id: ${id}`,
      '  area_for_improvement: |',
      `    ${PAY}`,
      '  update: |',
      '  comment: |',
    ]
      .map(line => `${indent}${line}\n`)
      .join('')

  test('is written behind the one before it in the report', async () => {
    const item = (words: string) =>
      `      - area_for_improvement: |\n          ${words}\n        update: |\n          Yes.\n\n          And more.\n        # to be asked\n`
    const files = inFile(
      `sections:\n  - title: Effectiveness\n    grade: good\n    items:\n${item(CALLS)}${item(RISK)}letter:\n  date:\n`,
    )
    const { text } = await changesOf(files, aReportOf(area(CALLS), NEW, area(RISK)))
    expect(text).toBe(
      `${HEAD}sections:\n  - title: Effectiveness\n    grade: good\n    items:\n${item(CALLS)}${written('      ', 'effectiveness.a3')}${item(RISK)}letter:\n  date:\n`,
    )
  })

  test('is written before all others where it is the first', async () => {
    const item = `      # theirs\n      - area_for_improvement: ${CALLS}\n`
    const start = `sections:\n  - title: Effectiveness\n    grade: good\n    items:\n`
    const { text } = await changesOf(inFile(start + item), aReportOf(NEW, area(CALLS)))
    expect(text).toBe(`${HEAD}${start}${written('      ')}\n${item}`)
  })

  test.each([
    ['that is a list in a file of its own', `- area_for_improvement: ${CALLS}\n`],
    ['with Windows line ends', `- area_for_improvement: ${CALLS}\r\n  update: |\r\n    Yes.\r\n`],
    ['without a line end', `- area_for_improvement: ${CALLS}`],
  ])('goes into the list %s', async (_name, part) => {
    const path = `${FOLDER}/items/calls.yaml`
    const files = {
      ...inFile(
        `sections:\n  - title: Effectiveness\n    grade: good\n    items:\n      - file: items/*.yaml\n`,
      ),
      [path]: part,
    }
    const { text, changed } = await changesOf(files, aReportOf(area(CALLS), NEW), path)
    expect(changed).toEqual([path])
    const ending = part.includes('\r\n') ? '\r\n' : '\n'
    const own = `${ending}${written('').trimEnd().replaceAll('\n', ending)}`
    expect(text).toBe(`${part.trimEnd()}${ending}${own}${part.endsWith('\n') ? ending : ''}`)
  })

  test('goes behind the entry that names the file of the one before it', async () => {
    const files = {
      ...inFile(
        `sections:\n  - title: Effectiveness\n    grade: good\n    items:\n      - file: calls.yaml\n      - file: risk.yaml\n`,
      ),
      [`${FOLDER}/calls.yaml`]: `area_for_improvement: ${CALLS}\n`,
      [`${FOLDER}/risk.yaml`]: `area_for_improvement: ${RISK}\n`,
    }
    const { text, changed } = await changesOf(files, aReportOf(area(CALLS), NEW, area(RISK)))
    expect(changed).toEqual([MAIN])
    expect(text.slice(text.indexOf('      - file: calls'))).toBe(
      `      - file: calls.yaml\n${written('      ', 'effectiveness.a3')}      - file: risk.yaml\n`,
    )
  })

  test.each([
    ['an empty key', '    items:\n'],
    ['an empty list', '    items: []\n'],
    ['no key', ''],
  ])('goes where there is %s for it', async (_name, items) => {
    const { text } = await changesOf(
      inFile(`sections:\n  - title: Effectiveness\n    grade: good\n${items}letter:\n`),
      aReportOf(NEW),
    )
    expect(text).toBe(
      `${HEAD}sections:\n  - title: Effectiveness\n    grade: good\n    items:\n${written('      ', 'effectiveness.a1')}letter:\n`,
    )
  })

  test('goes between brackets where the list is in them', async () => {
    const files = inFile(
      `sections: [{ title: Effectiveness, grade: good, items: [{ area_for_improvement: "${CALLS}" }] }]\n`,
    )
    const { text } = await changesOf(files, aReportOf(area(CALLS), NEW))
    expect(text).toContain(
      `{ area_for_improvement: "${CALLS}" }, { id: effectiveness.a2, area_for_improvement: "${PAY}" }`,
    )
  })

  test('is not counted among those that a joint answer was written for', async () => {
    const files = inFile(`sections:
  - title: Effectiveness
    grade: good
    items:
      - area_for_improvement: ${CALLS}
      - area_for_improvement: ${RISK}
      - answers: all
        update: We do.
`)
    const { after, said } = await updateOnce(files, aReportOf(area(CALLS), NEW, area(RISK)))
    const { responses } = await read({ ...after, [`${FOLDER}/report.txt`]: 'x' })
    expect([...itemsOf(responses[0]!.sections)].map(({ answered }) => answered)).toEqual([
      true,
      true,
      false,
    ])
    expect(said.join()).toContain('behind the joint answer')
  })

  test('is a recommendation of the cause of concern that it belongs to', async () => {
    const files = inFile(`sections:
  - title: Effectiveness
    grade: good
    items:
      - cause_of_concern: ${CALLS}
        update: Yes.
      - area_for_improvement: ${RISK}
`)
    const cause = aFoundItem(CALLS, {
      kind: 'cause_of_concern',
      recommendations: [aFoundItem(PAY, { line: 30 })],
    })
    const { lines } = await changesOf(files, aReportOf(cause, area(RISK)))
    expect(lines).toEqual([
      '+ recommendations:',
      '+ # report.txt, line 30',
      '+ - id: effectiveness.r1',
      '+ recommendation: |',
      `+ ${PAY}`,
      '+ update: |',
      '+ comment: |',
    ])
  })

  test('comes with its section where that is new', async () => {
    const report = northshireReport()
    const files = compose(report)
    report.sections[0]!.sections.splice(
      1,
      0,
      aFoundSection({ title: 'Workforce', grade: 'good', line: 39, items: [NEW] }),
    )
    const { lines, text } = await changesOf(files, report)
    expect(lines.slice(0, 6)).toEqual([
      '+ # report.txt, line 39',
      '+ - id: effectiveness.3',
      '+ title: Workforce',
      '+ grade: good',
      '+ items:',
      '+ # report.txt, line 30',
    ])
    expect(text.indexOf('Workforce')).toBeLessThan(text.indexOf('Armed policing'))
  })

  test('that only looks like one is told, not written', async () => {
    const files = inFile(
      `sections:\n  - title: Effectiveness\n    grade: good\n    items:\n      - area_for_improvement: ${CALLS}\n`,
    )
    const offered = aFoundItem(RISK, {
      kind: 'observation',
      suggestedBy: atLine(9, 'a shortcoming'),
      line: 9,
    })
    const { changed, said } = await update(files, aReportOf(area(CALLS), offered))
    expect(changed).toEqual([])
    expect(said).toEqual([
      expect.stringContaining('may be an observation: not added (report.txt, line 9)'),
    ])
  })
})

describe('an item that the report has no more', () => {
  const start = `sections:\n  - title: Effectiveness\n    grade: good\n    items:\n      - area_for_improvement: ${CALLS}\n`
  const gone = `      - area_for_improvement: |\n          ${RISK}\n        update: |\n          We do.\n`
  const MARK =
    '      # Not in report.txt any more: kept, with its answer. Delete it if it is to go.\n'

  test('is kept and marked, once', async () => {
    const { text } = await changesOf(inFile(start + gone), aReportOf(area(CALLS)))
    expect(text).toBe(HEAD + start + MARK + gone)
  })

  test('loses the mark when it is there again', async () => {
    const { text } = await changesOf(
      inFile(start + MARK + gone),
      aReportOf(area(CALLS), area(RISK)),
    )
    expect(text).toBe(HEAD + start + gone)
  })

  test('is told of, without a mark, where the source is a tracker', async () => {
    const { changed, said } = await update(
      inFile(start + gone),
      aReportOf(area(CALLS, { answers: {} })),
    )
    expect(changed).toEqual([])
    expect(said).toHaveLength(1)
  })

  test('is left where the source says nothing of its whole section', async () => {
    const files = inFile(`${start}  - title: Legitimacy\n    items:\n${gone}`)
    const { changed, said } = await update(files, aReportOf(area(CALLS)))
    expect(changed).toEqual([])
    expect(said).toEqual([
      expect.stringContaining('section "Legitimacy": not in this source: left as it is'),
    ])
  })

  test('is left where it is an observation of the office', async () => {
    const files = inFile(`${start}      - observation: ${RISK}\n`)
    expect(await update(files, aReportOf(area(CALLS)))).toMatchObject({ changed: [], said: [] })
  })
})

describe('what the office has made of the report', () => {
  test('items that it typed as one are not written once more', async () => {
    const files = inFile(`sections:
  - title: Effectiveness
    grade: good
    items:
      - area_for_improvement: |
          ${CALLS}

          ${RISK}
        update: Yes to both.
`)
    const { changed, said } = await update(files, aReportOf(area(CALLS), area(RISK)))
    expect(changed).toEqual([])
    expect(said).toHaveLength(2)
    expect(said[0]).toContain('typed together with another, or in parts: left as it is')
  })

  test('an item that it typed in two is neither new nor gone', async () => {
    const files = inFile(
      `sections:\n  - title: Effectiveness\n    grade: good\n    items:\n      - area_for_improvement: ${CALLS}\n        update: a\n      - area_for_improvement: ${RISK}\n        update: b\n`,
    )
    const { changed } = await update(files, aReportOf(area('', { words: prose(CALLS, RISK) })))
    expect(changed).toEqual([])
  })

  test('a headline among the words stays there', async () => {
    const files = inFile(
      `sections:\n  - title: Effectiveness\n    grade: good\n    items:\n      - area_for_improvement: |\n          **Answer the calls.**\n\n          ${CALLS}\n`,
    )
    const { lines } = await changesOf(files, aReportOf(area(CALLS, { title: 'Answer the calls.' })))
    expect(lines.join()).not.toContain('title')
  })

  test('its own words for the report are told, and left', async () => {
    const report = { ...aReportOf(area(CALLS)), published: '2019-09-27', title: 'Another title' }
    const files = {
      [MAIN]: `office: northshire\nreport:\n  title: Ours\n  kind: peel\n  scale: peel-2014\n  published: 2019-09-26\n  copy: report.txt\nsections:\n  - title: Effectiveness\n    grade: good\n    items:\n      - area_for_improvement: ${CALLS}\n`,
    }
    const { changed, said } = await update(files, report)
    expect(changed).toEqual([])
    expect(said).toEqual([
      'report: title differs from the source: left as typed (responses/northshire-2019/response.yaml:3)',
      'report: published differs from the source: left as typed (responses/northshire-2019/response.yaml:6)',
    ])
  })

  test('another address of the report is another page of it, and not told', async () => {
    const files = inFile(
      `sections:\n  - title: Effectiveness\n    grade: good\n    items:\n      - area_for_improvement: ${CALLS}\n`,
    )
    files[MAIN] = files[MAIN]!.replace('  copy', '  url: https://report.example/1\n  copy')
    const report = { ...aReportOf(area(CALLS)), url: 'https://report.example/2' }
    expect(await update(files, report)).toMatchObject({ changed: [], said: [] })
  })

  test('gaps of the report are filled, and its counts and copies follow it', async () => {
    const files = {
      [MAIN]: `office: northshire\nreport:\n  title: TODO\n  published: TODO # soon\n  kind:\n  copy: [old.html, report.txt]\n  expects: { areas for improvement: 4 }\nsections:\n  - title: Effectiveness\n    grade: good\n    items:\n      - area_for_improvement: ${CALLS}\n`,
    }
    const report = {
      ...aReportOf(area(CALLS)),
      title: 'Its title',
      published: '2019-09-27',
      counts: [{ ...atLine(3), kind: 'area_for_improvement' as const, count: 1 }],
    }
    expect((await changesOf(files, report)).text).toContain(`report:
  title: Its title
  published: 2019-09-27 # soon
  kind: peel
  scale: peel-2014
  copy: [report.txt]
  expects: { areas for improvement: 1 }
`)
  })

  test('what stands in two places by one name is told, and left', async () => {
    const files = inFile(
      `sections:\n  - title: Effectiveness\n    grade: good\n    items:\n      - &calls\n        area_for_improvement: ${CALLS}\n      - *calls\n`,
    )
    const { changed, said } = await update(files, aReportOf(area(CALLS.replace('two', 'ten'))))
    expect(changed).toEqual([])
    expect(said.join()).toContain('change it by hand')
  })
})

describe('the answers of a tracker', () => {
  test('fill what is empty, and replace nothing that is typed', async () => {
    const files = inFile(`sections:
  - title: Effectiveness
    grade: good
    items:
      - area_for_improvement: ${CALLS}
        update: |
        comment:
        status:
      - area_for_improvement: ${RISK}
        update: A secret of the force.
        withheld: { reason: Another secret }
`)
    const answers = {
      update: prose('- Done.', 'All of it.'),
      comment: prose('Good.'),
      status: 'complete',
      owner: 'C/Supt',
      evidence: ['plan'],
      notes: ['RAG: green'],
    }
    const report = aReportOf(
      area(CALLS, { answers }),
      area(RISK, { answers: { update: prose('Otherwise.') } }),
    )
    const { text, said } = await changesOf(files, report)
    expect(text).toBe(`${HEAD}sections:
  - title: Effectiveness
    grade: good
    items:
      - area_for_improvement: ${CALLS}
        notes: |
          RAG: green
        update: |
          \\- Done.

          All of it.
        comment: |
          Good.
        status: complete
        owner: C/Supt
        evidence:
          - plan
      - area_for_improvement: ${RISK}
        update: A secret of the force.
        withheld: { reason: Another secret }
`)
    expect(said.join()).toContain('update differs from the source: left as typed')
    expect(said.join()).not.toMatch(/secret|Done|Otherwise|green/)
  })
})

describe('a response that cannot be read', () => {
  test('is told of, and nothing is written', async () => {
    const files = aWorkspace({ [MAIN]: 'office: northshire\nsections:\n  - file: gone.yaml\n' })
    const { value, problems } = await updateResponse(aReportOf(), files, { folder: FOLDER })
    expect(value).toBeUndefined()
    expect(problems.map(({ rule }) => rule)).toEqual(['missing-file'])
  })
})
