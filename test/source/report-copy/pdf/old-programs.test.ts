import { describe, expect, test } from 'vitest'
import { readReportCopy } from '../../../../src/source/report-copy/read-report-copy.ts'
import { aPdf, write, writeLines } from './a-pdf.ts'

const read = async (...pages: string[]) => (await readReportCopy('report.pdf', aPdf(pages))).lines!
const wordsOf = async (...pages: string[]) => (await read(...pages)).map(({ words }) => words)

const FILLER = [
  'The force understands its demand and answers most of its calls in time, and',
  'its officers know the places where harm is likely and the people at risk of',
  'it. It has plans for its workforce, its estate and its fleet for the next years,',
  'and it tells the public what it does with the money that it is given by it.',
]

describe('words of a report from an old program', () => {
  test('that are set letter by letter are whole', async () => {
    const words = 'The force should record crime'
    // Of Helvetica, in thousandths (ISO 32000-1, 9.6.2.2).
    const widths: Record<string, number> = {
      T: 611,
      h: 556,
      e: 556,
      f: 278,
      o: 556,
      r: 333,
      c: 500,
    }
    const more: Record<string, number> = {
      s: 500,
      u: 556,
      l: 222,
      d: 556,
      i: 222,
      m: 833,
      ' ': 278,
    }
    let left = 70
    const drawn = [...words].map(letter => {
      const at = left
      left += ({ ...widths, ...more }[letter]! / 1000) * 11
      return letter === ' ' ? '' : write([at, 700, letter])
    })
    expect(await wordsOf(drawn.join('\n'))).toEqual([words])
  })

  test('that are kerned and spaced by numbers neither fall apart nor run together', async () => {
    const kerned =
      'BT /F1 11 Tf 70 700 Td [(W)60(e f)-30(ound)-280(that)-260(A)90(VIVA)-290(works.)] TJ ET'
    expect(await wordsOf(kerned)).toEqual(['We found that AVIVA works.'])
  })

  test('whose letters are spaced out are words', async () => {
    const spaced = 'BT /F1 11 Tf 4 Tc 70 700 Td (Areas for improvement) Tj ET'
    expect(await wordsOf(spaced)).toEqual(['Areas for improvement'])
  })

  test('printed twice to look bold are there once', async () => {
    expect(await wordsOf(write([70, 700, 'Good'], [70.3, 700, 'Good']))).toEqual(['Good'])
  })

  test('are without the raised mark of a footnote, and with that of a square', async () => {
    const page = write(
      [70, 700, 'Its officers'],
      [120.5, 704, '3', { size: 7 }],
      [127, 700, 'cover 40 km'],
      [187.2, 704, '2', { size: 7 }],
      [194, 700, 'of hills.'],
    )
    expect(await wordsOf(page)).toEqual(['Its officers cover 40 km2 of hills.'])
  })

  test('keep a star that stands high among letters', async () => {
    const page = write([70, 700, 'Save'], [99, 702, '*', { size: 7 }], [101.8, 700, '.txt files'])
    expect(await wordsOf(page)).toEqual(['Save *.txt files'])
  })

  test('on a page that lies on its side are read as they run', async () => {
    const page = `q 0 1 -1 0 595 0 cm\n${writeLines(70, 500, FILLER)}\nQ`
    expect(await wordsOf(page)).toEqual(FILLER)
  })
})

describe('the layout of a report from an old program', () => {
  test('of two columns is read column by column, though it is drawn line by line', async () => {
    const left = FILLER.map(line => line.slice(0, 38).trim())
    const right = FILLER.map(line => line.slice(38).trim())
    const rows = left.map((line, row) =>
      write([60, 700 - 13 * row, line], [320, 700 - 13 * row, right[row]!]),
    )
    const heading = write([
      60,
      740,
      'Responding to the public, in full',
      { size: 20, font: 'bold' },
    ])
    const lines = await read([heading, ...rows].join('\n'))
    expect(lines.map(({ words }) => words)).toEqual([
      'Responding to the public, in full',
      ...left,
      ...right,
    ])
    expect(lines.map(({ isFirst }) => isFirst).slice(0, 7)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
      false,
    ])
  })

  test('of a table without rules is known by its columns', async () => {
    const rows = [
      ['Preventing crime', 'Good'],
      ['Investigating crime', 'Inadequate'],
      ['Managing offenders', 'Adequate'],
    ]
    const table = rows.map(([area, grade], row) =>
      write([70, 600 - 20 * row, area!], [300, 600 - 20 * row, grade!]),
    )
    const lines = await read([writeLines(70, 700, FILLER), ...table].join('\n'))
    expect(lines.slice(4).map(({ words, kind, cell }) => [words, kind, cell])).toEqual(
      rows.flatMap((row, y) =>
        row.map((words, x) => [words, 'cell', { table: 1, row: y + 1, column: x + 1 }]),
      ),
    )
  })

  test('of a list of contents has no headings but its own, and no cells', async () => {
    const entry = (row: number, words: string, page: string) =>
      write([70, 640 - 20 * row, words, { font: 'bold' }], [500, 640 - 20 * row, page])
    const lines = await read(
      [
        write([70, 700, 'Contents', { size: 20 }]),
        entry(0, 'Introduction', '2'),
        entry(1, 'Preventing crime .................', '4'),
        entry(2, 'Recommendations', '9'),
        entry(3, 'About the data', '12'),
      ].join('\n'),
      writeLines(70, 700, FILLER),
    )
    expect(lines.slice(0, 5).map(({ kind, cell }) => kind ?? cell)).toEqual([
      'heading',
      ...Array.from({ length: 4 }),
    ])
    expect(lines[1]!.words).toBe('Introduction 2')
  })

  test('shows lists by signs of other fonts, and how deep they are by their place', async () => {
    const page = [
      writeLines(70, 700, ['The force should:']),
      write([70, 680, 'l', { font: 'symbols' }], [88, 680, 'record crime within a']),
      write([88, 667, 'day, and tell the victim;']),
      write([90, 650, 'o'], [108, 650, 'with a letter; and']),
      write([70, 633, '\x95'], [88, 633, 'train officers.']),
      writeLines(70, 610, FILLER),
    ].join('\n')
    const lines = await read(page)
    expect(
      lines.slice(0, 6).map(({ words, kind, level, isFirst }) => [words, kind, level, isFirst]),
    ).toEqual([
      ['The force should:', undefined, undefined, true],
      ['• record crime within a', 'list item', 1, true],
      ['day, and tell the victim;', undefined, undefined, false],
      ['• with a letter; and', 'list item', 2, true],
      ['• train officers.', 'list item', 1, true],
      [FILLER[0], undefined, undefined, true],
    ])
  })

  test('has headings by weight, with the words that follow on their line apart', async () => {
    const page = [
      writeLines(70, 700, FILLER),
      write(
        [70, 620, 'Recommendation 3', { font: 'bold' }],
        [170, 620, 'By March 2026, the force should act.'],
      ),
      write([70, 590, 'Cause of concern', { font: 'bold' }]),
      writeLines(70, 575, FILLER),
    ].join('\n')
    expect((await read(page)).slice(4, 7).map(({ words, kind }) => [words, kind])).toEqual([
      ['Recommendation 3', 'heading'],
      ['By March 2026, the force should act.', undefined],
      ['Cause of concern', 'heading'],
    ])
  })

  test('sets words off in a box, which goes on over the page', async () => {
    const box = (foot: number, height: number) => `0.9 0.9 1 rg 60 ${foot} 470 ${height} re f 0 g`
    const lines = await read(
      [writeLines(70, 700, FILLER), box(80, 80), writeLines(70, 140, FILLER.slice(0, 3))].join(
        '\n',
      ),
      [box(700, 60), writeLines(70, 740, FILLER.slice(3)), writeLines(70, 660, FILLER)].join('\n'),
    )
    expect(lines.map(({ box }) => box)).toEqual([
      ...Array.from({ length: 4 }),
      ...[1, 1, 1, 1],
      ...Array.from({ length: 4 }),
    ])
    expect(lines[7]!.isFirst).toBe(false)
  })
})

describe('the edges of its pages', () => {
  const page = (number: number, chapter: string) => {
    const isLeft = number % 2 === 0
    const head = write([isLeft ? 70 : 400, 800, chapter, { size: 8 }])
    const foot = write([isLeft ? 70 : 500, 40, String(number), { size: 9 }])
    const lines = FILLER.map(line => `${line.slice(0, 40)} ${number}.${line.length}`)
    return [head, foot, writeLines(70, 700, lines)].join('\n')
  }

  test('say nothing: chapters and numbers, to the left and to the right', async () => {
    const chapters = ['Preventing crime', 'Preventing crime', 'Investigating crime', 'Leadership']
    const lines = await read(...chapters.map((chapter, index) => page(index + 3, chapter)))
    expect(lines).toHaveLength(16)
    expect(lines.every(({ words }) => /\d\.\d/.test(words))).toBe(true)
  })

  test('say nothing in a report of two pages', async () => {
    expect(await read(page(1, 'Northshire'), page(2, 'Northshire'))).toHaveLength(8)
  })

  test('have footnotes, which stand behind the paragraph that they interrupt', async () => {
    const note = write([70, 90, '1 Figures of the force for 2025.', { size: 8 }])
    const lines = await read(
      [writeLines(70, 200, FILLER.slice(0, 3)), note].join('\n'),
      writeLines(70, 700, [FILLER[3]!, ...FILLER]),
    )
    const at = lines.findIndex(({ kind }) => kind === 'footnote')
    expect(lines[at]!.words).toBe('1 Figures of the force for 2025.')
    expect(lines.slice(0, 4).map(({ words, isFirst }) => [words, isFirst])).toEqual(
      FILLER.map((line, index) => [line, index === 0]),
    )
  })
})

describe('hyphens at the ends of its lines', () => {
  const endings = async (...lines: string[]) =>
    (await wordsOf(writeLines(70, 700, [...FILLER, ...lines]))).slice(4)

  test('are the typesetter’s where the report has the word whole', async () => {
    const [line] = await endings(
      'They look at how their super-',
      'visors work. Good supervisors listen.',
    )
    expect(line).toBe('They look at how their super\u00ad')
  })

  test('are the word’s own where the report has it with one, or both its parts', async () => {
    const lines = await endings(
      'They value problem-',
      'solving, and every problem that is worth solving; and evidence-',
      'based work.',
    )
    expect(lines.slice(0, 2).map(line => line.at(-1))).toEqual(['-', '-'])
  })

  test('stay where the report says nothing of the word', async () => {
    expect((await endings('There is a hurdy-', 'gurdy.'))[0]).toBe('There is a hurdy-')
  })
})

describe('a page that nobody made to be read', () => {
  test.each([
    ['two hundred thousand pieces', (n: number) => [20 + ((n * 37) % 550), 20 + ((n * 53) % 800)]],
    ['as many on one line', (n: number) => [20 + n * 0.01, 400]],
    ['as many one below the other', (n: number) => [20, 20 + n * 0.01]],
  ])('of %s is read in time', { timeout: 60_000 }, async (_, place) => {
    const pieces = Array.from({ length: 200_000 }, (_, n) => {
      const [x, y] = place(n) as [number, number]
      return `1 0 0 1 ${x.toFixed(2)} ${y.toFixed(2)} Tm (ab) Tj`
    })
    const lines = await read(`BT /F1 8 Tf ${pieces.join('\n')} ET`)
    expect(lines.length).toBeGreaterThan(0)
  })

  test('of a hundred thousand rules is read in time', { timeout: 60_000 }, async () => {
    const rules = Array.from({ length: 100_000 }, (_, n) => `${n % 500} 0 1 800 re f`)
    expect(await wordsOf(`${rules.join('\n')}\n${writeLines(70, 700, FILLER)}`)).not.toEqual([])
  })
})
