import { describe, expect, test } from 'vitest'
import { describeText } from '../../src/stationery/describe-text.ts'
import { findInTheWay } from '../../src/stationery/find-in-the-way.ts'
import { aPdf } from './a-pdf.ts'
import { LOGO, makeNorthshirePdf, makePdf } from './make-northshire-pdf.ts'

const northshire = makeNorthshirePdf()
const MARGINS = { top: 25, bottom: 24, left: 34, right: 34 }

/** Lines of 4 mm at places in millimetres, a page after a page. */
const aPage = (...pages: [words: string, x: number, y: number][][]) =>
  makePdf(
    `#set page(paper: "a4", margin: 0mm)\n#set text(font: "Arimo", size: 11pt)\n${pages
      .map(lines =>
        lines.map(([words, x, y]) => `#place(dx: ${x}mm, dy: ${y}mm)[${words}]`).join('\n'),
      )
      .join('\n#pagebreak()\n')}`,
  )

describe('text in the letter’s way', () => {
  test('at the head of the first page', async () => {
    const found = await findInTheWay(aPage([['Tel: 01632 960145', 40, 45]]), MARGINS)
    expect(found).toEqual([
      {
        severity: 'warning',
        message:
          'Unexpected text "Tel: 01632 960145" at 45 to 49 mm from the top, expected none where the letter\'s lines or its running header and page number stand (25 mm from the top to 24 mm from the foot)',
        hint: 'Set letterhead.margins.first_top of office.yaml to 59mm, or move it in the design',
        where: 'page 1',
      },
    ])
  })

  test('the margin that is asked for keeps it clear', async () => {
    const bytes = aPage([['Tel: 01632 960145', 40, 45]])
    expect(await findInTheWay(bytes, { ...MARGINS, first_top: 59 })).toEqual([])
    expect(await findInTheWay(bytes, { ...MARGINS, first_top: 57 })).toHaveLength(1)
  })

  test.each<[string, [string, number, number], string]>([
    ['at the foot', ['Meridian House', 40, 270], 'bottom'],
    ['in a column at the right', ['Meridian House', 165, 100], 'right'],
    ['in a column at the left', ['Crest', 22, 120], 'left'],
  ])('%s', async (_, line, side) => {
    const [found] = await findInTheWay(aPage([line]), MARGINS)
    expect(found?.hint).toMatch(new RegExp(`^Set letterhead\\.margins\\.${side} of office\\.yaml`))
  })

  test('in the middle of the page no margin helps', async () => {
    const [found] = await findInTheWay(aPage([['A long motto of the force', 70, 140]]), MARGINS)
    expect(found?.hint).toBe('Move it towards the edge of the page in the design')
  })

  test('where the running header is, from the second page on', async () => {
    const [found] = await findInTheWay(aPage([], [['www.northshire.example', 60, 16]]), MARGINS)
    expect(found).toMatchObject({
      where: 'page 2',
      hint: 'Set letterhead.margins.top of office.yaml to 30mm, or move it in the design',
    })
  })

  test('lines at one side are told of together', async () => {
    const lines: [string, number, number][] = [
      ['Meridian House', 40, 30],
      ['14 Castle Quay', 40, 35],
      ['Harbourne', 40, 40],
    ]
    const found = await findInTheWay(aPage(lines), MARGINS)
    expect(found).toHaveLength(1)
    expect(found[0]?.message).toContain('"Meridian House" at 30 to 34 mm from the top and 2 more')
  })

  test('the margins of an office that knows its stationery are clear', async () => {
    const margins = { ...MARGINS, first_top: 48, bottom: 32 }
    expect(await findInTheWay(northshire, margins)).toEqual([])
  })

  test('a picture below the lines is noted, one at the head is not', async () => {
    const source = (y: number) =>
      `#set page(paper: "a4", margin: 0mm)\n#place(dx: 60mm, dy: ${y}mm, image("logo.png", width: 40mm))`
    const find = (y: number) => findInTheWay(makePdf(source(y), { 'logo.png': LOGO }), MARGINS)
    expect(await find(4)).toEqual([])
    expect(await find(100)).toMatchObject([{ severity: 'note', where: 'page 1' }])
    expect((await find(100))[0]?.message).toContain('100 to 120 mm from the top')
  })

  test('stationery that no letter can be made on has none', async () => {
    expect(await findInTheWay(aPdf({ content: '0 0 0 1 k' }), MARGINS)).toEqual([])
  })
})

describe('a dark area in the letter’s way', () => {
  const aPageOf = (drawing: string) =>
    makePdf(`#set page(paper: "a4", margin: 0mm)\n#set text(font: "Arimo")\n${drawing}`)
  const band = (colour: string, height: number) =>
    `#place(top + left, rect(width: 100%, height: ${height}mm, fill: rgb("${colour}")))`

  test('is told with the margin that clears it', async () => {
    const bytes = aPageOf(band('#0b4a3f', 36))
    expect(await findInTheWay(bytes, MARGINS)).toEqual([
      {
        severity: 'warning',
        message:
          "Unexpected area of the colour #0b4a3f at 0 to 36 mm from the top, expected none where the letter's lines or its running header and page number stand (25 mm from the top to 24 mm from the foot)",
        hint: 'Set letterhead.margins.first_top of office.yaml to 46mm, or move it in the design',
        where: 'page 1',
      },
    ])
    expect(await findInTheWay(bytes, { ...MARGINS, first_top: 46 })).toEqual([])
  })

  test('a pale one can be printed on', async () => {
    expect(await findInTheWay(aPageOf(band('#e8f0ee', 60)), MARGINS)).toEqual([])
  })

  test('what is painted over in white is not seen', async () => {
    const page = `#place(top + left, dy: 40mm, rect(width: 50mm, height: 9mm, fill: black))${band('#ffffff', 100)}`
    expect(await findInTheWay(aPageOf(page), MARGINS)).toEqual([])
  })

  test('what is cut off beyond the margin is not seen', async () => {
    const cut =
      '#place(top + left, box(width: 100%, height: 12mm, clip: true, rect(width: 100%, height: 80mm, fill: black)))'
    expect(await findInTheWay(aPageOf(cut), MARGINS)).toEqual([])
  })

  test('a crest of many parts is told once', async () => {
    const crest = [0, 5, 10].map(
      y =>
        `#place(top + left, dx: 60mm, dy: ${40 + y}mm, rect(width: 20mm, height: 4mm, fill: black))`,
    )
    const found = await findInTheWay(aPageOf(crest.join('\n')), MARGINS)
    expect(found).toHaveLength(1)
    expect(found[0]?.message).toContain('40 to 44 mm from the top and 2 more areas')
  })
})

describe('what is written on stationery', () => {
  const contacts = { telephone: ['01632 960145'], email: ['office@northshire-pcc.example'] }

  test('screen readers skip it, which is said', async () => {
    const found = await describeText(northshire, contacts)
    expect(found).toMatchObject([{ severity: 'note', where: 'page 1' }])
    expect(found[0]?.message).toContain('"01632 960145", "office@northshire-pcc.example"')
  })

  test.each(['01632 960145', '+44 (0)1632 960145', '01632-960-145'])(
    '%s is the same telephone',
    async number => {
      const bytes = aPage([[number, 40, 10]])
      expect((await describeText(bytes, contacts)).map(({ severity }) => severity)).toEqual([
        'note',
      ])
    },
  )

  test('another telephone or email than the letter prints is told of', async () => {
    const bytes = aPage([
      ['01632 960999', 40, 10],
      ['old\\@northshire.example', 40, 20],
    ])
    const found = await describeText(bytes, contacts)
    expect(found.slice(1).map(({ message }) => message)).toEqual([
      'Unexpected telephone 01632 960999 on the stationery, expected 01632 960145 as office.yaml has it',
      'Unexpected email old@northshire.example on the stationery, expected office@northshire-pcc.example as office.yaml has it',
    ])
  })

  const colours = async (drawing: string) => {
    const page = `#set page(paper: "a4", margin: 0mm)\n#set text(font: "Arimo")\n${drawing}`
    const found = await describeText(makePdf(page), contacts)
    return found.flatMap(({ severity, message }) => (severity === 'warning' ? [message] : []))
  }
  const band = '#place(top + left, rect(width: 100%, height: 30mm, fill: rgb("#0b4a3f")))'
  const at = (y: number, colour: string, size = 11) =>
    `#place(dx: 20mm, dy: ${y}mm, text(fill: rgb("${colour}"), size: ${size}pt)[Northshire])`

  test('in a faint colour is told of with its contrast', async () => {
    expect(await colours(at(50, '#b8b8b8'))).toEqual([
      'Unexpected faint words "Northshire", #b8b8b8 on white with a contrast of 1.9:1, expected at least 4.5:1',
    ])
    expect(await colours(at(50, '#555555'))).toEqual([])
  })

  test('is measured against what it stands on', async () => {
    expect(await colours(`${band}${at(10, '#ffffff')}`)).toEqual([])
    expect(await colours(`${band}${at(10, '#0d5c4e')}`)).toHaveLength(1)
    expect(await colours(`${band}${at(50, '#ffffff')}`)).toHaveLength(1)
  })

  test('in letters of 18 points may be paler', async () => {
    expect(await colours(at(50, '#888888', 18))).toEqual([])
    expect(await colours(at(50, '#888888', 12))).toHaveLength(1)
  })
})
