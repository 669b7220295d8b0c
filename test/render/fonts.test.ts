import { createRequire } from 'node:module'
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import type { LookChoice } from '../../src/model/office.ts'
import { charactersWithoutFont, fontFilesFor } from '../../src/render/fonts.ts'
import { PLAIN } from '../../src/render/fonts/coverage.ts'
import { readFace } from '../../src/render/fonts/sfnt.ts'

const { resolve } = createRequire(import.meta.url)
const packaged = (path: string) => readFileSync(resolve(`@expo-google-fonts/${path}`))

type Choice = Pick<LookChoice, 'font' | 'font_files'>
const aChoice = (choice: Partial<Choice>): Choice => ({ font: 'Arial', ...choice })

/** The office's own files: Tinos under the names of an office. */
const OWN = {
  regular: 'fonts/regular.ttf',
  bold: 'fonts/bold.ttf',
  italic: 'fonts/italic.ttf',
  bold_italic: 'fonts/bold-italic.ttf',
}
const FILES: Record<string, Uint8Array> = {
  [OWN.regular]: packaged('tinos/400Regular/Tinos_400Regular.ttf'),
  [OWN.bold]: packaged('tinos/700Bold/Tinos_700Bold.ttf'),
  [OWN.italic]: packaged('tinos/400Regular_Italic/Tinos_400Regular_Italic.ttf'),
  [OWN.bold_italic]: packaged('tinos/700Bold_Italic/Tinos_700Bold_Italic.ttf'),
}
const own = (files: Record<string, Uint8Array | undefined> = {}) =>
  fontFilesFor(aChoice({ font: 'Northshire Serif', font_files: OWN }), path =>
    path in files ? files[path] : FILES[path],
  )

const nothing = () => undefined
const twinFor = (font: string) => {
  const { files } = fontFilesFor(aChoice({ font }), nothing)
  if (!files) throw new Error(`no files for ${font}`)
  return files
}
const lacking = (text: string, font = 'Arial') => charactersWithoutFont(text, twinFor(font))

describe('the fonts of a letter', () => {
  test.each([
    ['Arial', 'Arimo'],
    ['Calibri', 'Carlito'],
    ['Times New Roman', 'Tinos'],
  ])('%s is drawn with %s, in four faces', (font, family) => {
    const { files, faults } = fontFilesFor(aChoice({ font }), nothing)
    expect(faults).toEqual([])
    const faces = files?.faces.map(readFace).map(({ family, weight, isItalic }) => {
      return [family, weight, isItalic]
    })
    expect(faces).toEqual([
      [family, 400, false],
      [family, 700, false],
      [family, 400, true],
      [family, 700, true],
    ])
  })

  test('a font of the office’s own is known by the name in its files', () => {
    const { files, faults } = own()
    expect(faults).toEqual([])
    expect(files?.family).toBe('Tinos')
    expect(files?.faces).toHaveLength(4)
  })

  test('a font that is not among the three needs its files', () => {
    expect(fontFilesFor(aChoice({ font: 'Garamond' }), nothing).faults).toEqual([
      {
        at: ['font'],
        message: 'Missing font_files, expected the four files of Garamond',
        hint: 'Arial, Calibri and Times New Roman need no files',
      },
    ])
  })

  test.each<[string, Uint8Array | undefined, string]>([
    ['is not there', undefined, 'Missing fonts/bold.ttf, expected a font file'],
    ['is empty', new Uint8Array(), 'fonts/bold.ttf: Unexpected empty file, expected a static'],
    [
      'is a picture',
      Buffer.from('\x89PNG\r\n\x1a\n and more of it'),
      'Unexpected file of another kind',
    ],
    ['is a web font', Buffer.from('wOF2 and the rest'), 'Unexpected web font (WOFF2)'],
    ['is cut short', FILES[OWN.bold]?.subarray(0, 9000), 'Unexpected font file that is cut short'],
    [
      'ends in its head',
      FILES[OWN.bold]?.subarray(0, 100),
      'Unexpected font file that is cut short',
    ],
    ['is the regular one', FILES[OWN.regular], 'Unexpected weight 400, expected the bold face'],
    ['is an italic one', FILES[OWN.bold_italic], 'Unexpected italic face, expected the upright'],
    [
      'is of another family',
      packaged('arimo/700Bold/Arimo_700Bold.ttf'),
      'Unexpected family Arimo, expected Tinos',
    ],
  ])('a bold face that %s is named', (_, bytes, message) => {
    const { files, faults } = own({ [OWN.bold]: bytes })
    expect(files).toBeUndefined()
    expect(faults).toHaveLength(1)
    expect(faults[0]?.at).toEqual(['font_files', 'bold'])
    expect(faults[0]?.message).toContain(message)
  })

  test('a variable font is refused', () => {
    const bytes = new Uint8Array(FILES[OWN.bold] ?? [])
    const view = Buffer.from(bytes.buffer)
    view.write('fvar', view.indexOf('gasp'), 'latin1')
    const { faults } = own({ [OWN.bold]: bytes })
    expect(faults[0]?.message).toContain('Unexpected variable font')
  })
})

describe('characters that no font holds', () => {
  test('the plain characters are in every face of the three families', () => {
    const plain = new RegExp(`^[${PLAIN}]$`)
    const drawn = Array.from({ length: 0xffff }, (_, code) => code).filter(
      code => code >= 0x20 && plain.test(String.fromCharCode(code)),
    )
    expect(drawn.length).toBeGreaterThan(300)
    for (const font of ['Arial', 'Calibri', 'Times New Roman']) {
      for (const bytes of twinFor(font).faces) {
        const { has } = readFace(bytes)
        expect(drawn.filter(code => !has(code))).toEqual([])
      }
    }
  })

  test.each(['Arial', 'Calibri', 'Times New Roman'])('%s has what is pasted from Word', font => {
    expect(lacking('$ <1% * # @ \\ C# {{x}} ]]> &amp; ‘’ “” – — … ŵ ŷ Ŵ Ŷ £ €', font)).toEqual([])
    expect(lacking('✓ ✔ ✗ ✘ ☑ ☐ ☒ → ← ↑ ↓ ↔ • ▪ ■ □ ● ○ ◦ ► ➢ ➤ ★ ½ ≤ ≥ ≠ × ÷ −', font)).toEqual([])
    expect(lacking('non\u2011breaking\u00adhyphens, a\u00a0space, 5\u2032, ✔\ufe0f', font)).toEqual(
      [],
    )
  })

  test('an emoji is named once, whole', () => {
    expect(lacking('Good 😀 work 😀 and 👍')).toEqual([
      { character: '😀', code: 'U+1F600' },
      { character: '👍', code: 'U+1F44D' },
    ])
  })

  test('the private bullets and ticks of Word are named with what they stand for', () => {
    expect(lacking('\uf0b7 one \uf0a7 two \uf0d8 three \uf0fc done')).toEqual([
      { character: '\uf0b7', code: 'U+F0B7', instead: '•' },
      { character: '\uf0a7', code: 'U+F0A7', instead: '▪' },
      { character: '\uf0d8', code: 'U+F0D8', instead: '➢' },
      { character: '\uf0fc', code: 'U+F0FC', instead: '✓' },
    ])
    expect(lacking('• ▪ ➢ ✓')).toEqual([])
  })

  test('a byte order mark and a line separator are named', () => {
    expect(lacking('a\ufeffb\u2028c')).toEqual([
      { character: '\ufeff', code: 'U+FEFF', instead: '' },
      { character: '\u2028', code: 'U+2028', instead: ' ' },
    ])
  })

  test('control characters and lone surrogates are named', () => {
    const codes = lacking('a\u0000b\u0001c\ud83d\n').map(({ code }) => code)
    expect(codes).toEqual(['U+0000', 'U+0001', 'U+D83D'])
  })

  test('a font of the office’s own is asked for every character', () => {
    const { files } = own()
    expect(files && charactersWithoutFont('Prŷs – £5 ✓ 😀', files)).toEqual([
      { character: '😀', code: 'U+1F600' },
    ])
  })
})
