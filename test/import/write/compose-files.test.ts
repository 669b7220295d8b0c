import { describe, expect, test } from 'vitest'
import type { Block, Inline } from '../../../src/document/tree.ts'
import { checkReading } from '../../../src/check/run.ts'
import { foundItems, type FoundReport } from '../../../src/import/found-report.ts'
import { composeFiles, type ComposeOptions } from '../../../src/import/write/compose-files.ts'
import { printedWords } from '../../../src/import/printed-words.ts'
import { itemsOf, sectionsOf } from '../../../src/model/response.ts'
import { read, RESPONSE, say, TODAY } from '../../makers.ts'
import { seeded } from '../../random-response.ts'
import {
  aFoundItem,
  aFoundReport,
  aFoundSection,
  atLine,
  bullets,
  northshireReport,
  prose,
} from '../found.ts'

const FOLDER = 'responses/northshire-2019'

const compose = (report: FoundReport, options: Partial<ComposeOptions> = {}) => {
  const files = composeFiles(report, {
    folder: FOLDER,
    office: 'northshire',
    copies: ['report.txt'],
    ...options,
  })
  return { files, text: files.get(RESPONSE)! }
}

const readBack = async (report: FoundReport) => {
  const { files } = compose(report)
  const reading = await read({
    ...Object.fromEntries(files),
    [`${FOLDER}/report.txt`]: 'The report.\n',
  })
  expect(say(reading)).toEqual([])
  return { reading, response: reading.responses[0]! }
}

describe('a response that is made of a report', () => {
  test('is written as a careful person would write it', async () => {
    const { text } = compose(northshireReport(), { schemas: 'schema' })
    await expect(text).toMatchFileSnapshot('northshire.yaml')
  })

  test('lacks nothing but the answers, the comments and the days', async () => {
    const { reading } = await readBack(northshireReport())
    const problems = checkReading(reading, { today: TODAY }).all
    expect(
      problems
        .filter(({ severity }) => severity === 'error')
        .map(({ rule }) => rule)
        .sort(),
    ).toEqual([
      'missing-chief-officer-comments',
      'missing-comments',
      'missing-letter-date',
      'missing-publication-date',
      'unanswered-area-for-improvement',
      'unanswered-cause-of-concern',
      'unanswered-observation',
    ])
  })

  test('has the ids that the places give', async () => {
    const { response } = await readBack(northshireReport())
    expect([...itemsOf(response.sections)].map(({ id }) => id)).toEqual([
      'effectiveness.1.c1',
      'effectiveness.1.r1',
      'effectiveness.1.r2',
      'effectiveness.1.a1',
      'effectiveness.2.o1',
      'effectiveness.2.p1',
    ])
    expect(compose(northshireReport()).text).toContain('- id: effectiveness.1.r2\n')
  })

  test('says the deadline where lead and words do not', () => {
    const items = [
      aFoundItem('By 31 October 2023, chief constables should act.', {
        deadline: 'by 31 October 2023',
      }),
      aFoundItem('Chief constables should act at once.', { deadline: 'immediately' }),
    ]
    const { text } = compose(aFoundReport({ sections: [aFoundSection({ items })] }))
    expect(text.match(/deadline: .*/g)).toEqual(['deadline: immediately'])
  })

  test('holds the report to its counts only where they agree', () => {
    const { text } = compose(northshireReport())
    expect(text).toContain('  expects:\n    recommendations: 2\n')
    expect(text).toContain(
      '# It counts 3 areas for improvement: "three areas for improvement" (report.txt, line 13)',
    )
  })

  test('has a file for each section where the report is long', async () => {
    const items = (name: string) =>
      Array.from({ length: 7 }, (_, n) => aFoundItem(`The force should do ${name} ${n}.`))
    const sections = ['Con', 'Answering 999 & 101 calls'].map(title =>
      aFoundSection({ title, items: items(title), line: 5 }),
    )
    const report = aFoundReport({
      sections,
      doubts: [{ ...atLine(9, 'words'), message: 'Unexpected end', hint: 'Look.' }],
    })
    const { files, text } = compose(report, { schemas: 'schema' })
    expect([...files.keys()]).toEqual([
      RESPONSE,
      `${FOLDER}/sections/section-1.yaml`,
      `${FOLDER}/sections/answering-999-101-calls.yaml`,
    ])
    expect(text).toContain(
      'sections:\n  - file: sections/section-1.yaml\n  - file: sections/answering-',
    )
    const [, part] = [...files.values()]
    expect(part).toMatch(
      /^# yaml-language-server: \$schema=\.\.\/\.\.\/\.\.\/schema\/part\.schema\.json\n/,
    )
    const { response } = await readBack(report)
    expect([...itemsOf(response.sections)]).toHaveLength(14)
  })

  test('keeps the answers of a tracker', async () => {
    const item = aFoundItem('The force should act.', {
      number: '1.10',
      answers: {
        id: 'NO',
        update: prose('- done', '*really*'),
        status: 'in progress',
        owner: "O'Brien: #1",
        target: '2020-03-31',
        position: 'somewhat',
        evidence: ['plan [1]'],
        notes: ['RAG: amber'],
      },
    })
    const double = aFoundItem('The force should act again.', { answers: { id: 'NO' } })
    const report = aFoundReport({ sections: [aFoundSection({ items: [item, double] })] })
    const { response } = await readBack(report)
    const [read, second] = [...itemsOf(response.sections)]
    expect(read).toMatchObject({
      id: 'NO',
      number: '1.10',
      status: 'in progress',
      owner: "O'Brien: #1",
      target: '2020-03-31',
      evidence: [{ value: 'plan [1]' }],
    })
    expect(printedWords(read!.update!.blocks)).toBe('- done *really*')
    expect(second!.id).toBe('effectiveness.r2')
    // For editors, which take such words for a flag and a number.
    expect(compose(report).text).toContain("id: 'NO'\n        number: '1.10'\n")
    expect(compose(report).text).toMatch(/Position: somewhat\n +RAG: amber\n/)
  })

  test('says where something was not understood, in a remark there', () => {
    expect(compose(northshireReport()).text).toMatch(
      / {6}# NOT UNDERSTOOD: .*\n(?: {6}#.*\n)+\n {6}# report\.txt, line 40\n {6}- id/,
    )
  })

  test('cannot be led out of its remarks by a line end', async () => {
    const report = aFoundReport({
      otherDays: [atLine(1, 'Updated\noffice: southshire\u0085\u2028x: y')],
      doubts: [{ ...atLine(1, 'a\r\nsections: []'), message: 'm\n- x', hint: 'h\rz' }],
      title: 'a\nstatus: final',
      sections: [{ items: [aFoundItem('x')], sections: [], place: atLine(1).place }],
    })
    const { response } = await readBack(report)
    expect(response.status).toBe('draft')
    expect(response.office.key).toBe('northshire')
    expect(response.report.title).toBe('a status: final')
  })
})

const WORDS = [
  'force', 'The', 'NO', '1.10', '1.', '12)', '100.', '-', '*', '**', '+', '#', '##', '>', '|', '---', '|---|', ':--', '===',
  '[x](y)', '[x](https://a.example)', '![a](b)', '<b>', '<1%', '&amp;', '`a`', '_b_', '2*3*4', "it's", '“q”', '"q"', ': x', 'a: b', ' #c', '\\', '\\n',
  '{{ }}', '$1', 'é', '😀', '~~~', '```', '    x', '\t', '\u2028', '\u0007', '\ud800', '\u00a0', '\ufeff', 'https://a.example/b_c', '?', '!', '%', '@', '&a', '*a', 'TO-DO', '\r\n', "''", ',', '(a)', 'end.',
] // prettier-ignore

const makeRandom = (seed: number) => {
  const random = seeded(seed)
  const upTo = (most: number) => Math.floor(random() * (most + 1))
  const pick = <T>(list: readonly T[]): T => list[upTo(list.length - 1)]!
  const words = (most: number): string =>
    Array.from({ length: 1 + upTo(most) }, () => pick(WORDS)).join(pick([' ', ' ', ' ', '', '  ']))
  const inline = (depth = 0): Inline => {
    const kind = random()
    if (depth > 1 || kind < 0.7) return { type: 'text', value: words(25) }
    const children = [inline(depth + 1), inline(depth + 1)]
    if (kind < 0.8) return { type: 'strong', children }
    if (kind < 0.87) return { type: 'emphasis', children }
    if (kind < 0.94)
      return {
        type: 'link',
        url: pick(['https://a.example/(b)', 'javascript:x', 'mailto:a@b.example']),
        children,
      }
    return { type: 'break' }
  }
  const paragraph = (): Block => ({
    type: 'paragraph',
    children: Array.from({ length: 1 + upTo(3) }, () => inline()),
  })
  const block = (depth = 0): Block => {
    const kind = random()
    if (depth > 2 || kind < 0.6) return paragraph()
    const blocks = () => Array.from({ length: 1 + upTo(2) }, () => block(depth + 1))
    if (kind < 0.9)
      return {
        type: 'list',
        ordered: random() < 0.4,
        start: pick([1, 1, 3, 120]),
        children: Array.from({ length: 1 + upTo(3) }, () => ({
          type: 'listItem',
          children: blocks(),
        })),
      }
    return { type: 'blockquote', children: blocks() }
  }
  const text = (): Block[] => [
    { type: 'paragraph', children: [{ type: 'text', value: 'Begins' }] },
    ...Array.from({ length: upTo(3) }, () => block()),
  ]
  const plain = (): string => `T ${words(8)}`.slice(upTo(2))
  return { text, plain, chance: (share: number) => random() < share, pick }
}

const oneLine = (words: string) =>
  words
    .replace(/[\u0007]/g, '')
    .replace(/\ud800/g, '\ufffd')
    .replace(/\s+/g, ' ')
    .trim()

describe('whatever the words of a report', () => {
  test.each(Array.from({ length: 150 }, (_, seed) => seed))(
    'they are read as they were found (%i)',
    async seed => {
      const random = makeRandom(seed)
      const items = Array.from({ length: 4 }, () =>
        aFoundItem(random.text(), {
          kind: random.pick([
            'recommendation',
            'area_for_improvement',
            'observation',
            'practice',
          ] as const),
          title: `T ${random.plain()}`,
          number: `N${random.plain()}`,
          for: [`F ${random.plain()}`],
          ...(random.chance(0.3) && { suggestedBy: atLine(3, random.plain()) }),
          ...(random.chance(0.3) && {
            answers: { update: random.text(), notes: [random.plain()] },
          }),
        }),
      )
      const title = `S ${random.plain()}`
      const report = aFoundReport({
        title: `R ${random.plain()}`,
        sections: [aFoundSection({ title, items })],
      })
      const { response } = await readBack(report)
      const found = [...foundItems(report.sections)]
      const back = [...itemsOf(response.sections)]
      expect(back.map(({ words }) => squeeze(printedWords(words.blocks)))).toEqual(
        found.map(({ words }) => squeeze(printedWords(words))),
      )
      expect(back.map(({ title }) => title!.value)).toEqual(
        found.map(({ title }) => oneLine(title!)),
      )
      expect(back.map(({ number }) => number)).toEqual(found.map(({ number }) => oneLine(number!)))
      expect(back.map(({ for: named }) => named)).toEqual(
        found.map(({ for: named }) => named!.map(oneLine)),
      )
      expect(back.map(({ update }) => update && squeeze(printedWords(update.blocks)))).toEqual(
        found.map(({ answers }) => answers && squeeze(printedWords(answers.update!))),
      )
      expect([...sectionsOf(response.sections)][0]!.title.value).toBe(oneLine(title))
    },
  )

  test('a list stays a list, and emphasis and links stay what they are', async () => {
    const words: Block[] = [
      {
        type: 'paragraph',
        children: [
          { type: 'strong', children: [{ type: 'text', value: 'By 2023, ' }] },
          { type: 'text', value: 'see ' },
          {
            type: 'link',
            url: 'https://a.example/x_y',
            children: [{ type: 'text', value: 'the plan' }],
          },
        ],
      },
      bullets('one; and', 'two.'),
    ]
    const { response } = await readBack(
      aFoundReport({ sections: [aFoundSection({ items: [aFoundItem(words)] })] }),
    )
    expect([...itemsOf(response.sections)][0]!.words.value).toBe(
      '**By 2023,** see [the plan](https://a.example/x_y)\n\n- one; and\n- two.\n',
    )
  })

  test('long ones are wrapped, and no line of them begins like a list', async () => {
    const words = Array.from({ length: 60 }, (_, n) =>
      n % 5 === 0 ? '-' : n % 7 === 0 ? '1.' : 'words',
    ).join(' ')
    const { response } = await readBack(
      aFoundReport({ sections: [aFoundSection({ items: [aFoundItem(`See ${words}`)] })] }),
    )
    const [item] = [...itemsOf(response.sections)]
    expect(item!.words.value.split('\n').length).toBeGreaterThan(3)
    expect(printedWords(item!.words.blocks)).toBe(`See ${words}`)
    expect(item!.words.blocks).toHaveLength(1)
  })
})

/** Where a list has no marks left, its numbers are words. */
const squeeze = (words: string) => words.replace(/(?<!\S)\d+\.(?!\S)/g, '').replace(/\s+/g, '')
