import type { PDFPageProxy } from 'pdfjs-dist'
import type { Ink, OpenedPdf } from './opened.ts'

type Operators = typeof import('pdfjs-dist').OPS
type Font = { name?: string; missingFile?: boolean; isType3Font?: boolean }
type Glyph = { unicode?: string } | number

/** The fonts that a page is drawn with, and the colours of its words. */
export async function readInk(
  page: PDFPageProxy,
  ops: Operators,
): Promise<Pick<OpenedPdf, 'fonts' | 'inks'>> {
  const { fnArray, argsArray } = await page.getOperatorList()
  const fontIds = new Set<string>()
  const inks = new Map<string, Ink>()
  // ISO 32000-1, 8.4.2: the colour comes back when the graphics state does.
  const saved: string[] = []
  const marked: boolean[] = []
  let colour = '#000000'
  for (const [index, operator] of fnArray.entries()) {
    const given = (argsArray[index] ?? []) as unknown[]
    switch (operator) {
      case ops.save:
        saved.push(colour)
        break
      case ops.restore:
        colour = saved.pop() ?? colour
        break
      case ops.setFillRGBColor:
        colour = typeof given[0] === 'string' ? given[0] : ''
        break
      case ops.setFillColorN:
        colour = ''
        break
      case ops.setFont:
        fontIds.add(String(given[0]))
        break
      case ops.beginMarkedContent:
      case ops.beginMarkedContentProps:
        marked.push(isArtifact(given[0]))
        break
      case ops.endMarkedContent:
        marked.pop()
        break
      case ops.showText: {
        const words = wordsOf(given[0] as Glyph[])
        // Headers, watermarks and stationery are not what is to be read.
        if (colour === '' || words === '' || marked.includes(true)) break
        if (!inks.has(colour)) inks.set(colour, { colour, paper: '#ffffff', words })
      }
    }
  }
  const fonts: OpenedPdf['fonts'] = []
  for (const id of fontIds) {
    const font = await new Promise<Font>(resolve => void page.commonObjs.get(id, resolve))
    // "ABCDEF+" stands before the name of a font of which only some characters are in the file (9.6.4).
    const name = (font.name ?? id).replace(/^[A-Z]{6}\+/, '')
    // A font of type 3 is made of drawings.
    fonts.push({ name, isEmbedded: font.missingFile === false || font.isType3Font === true })
  }
  return { fonts, inks: [...inks.values()] }
}

const isArtifact = (tag: unknown): boolean =>
  (typeof tag === 'object' && tag !== null && 'name' in tag ? tag.name : tag) === 'Artifact'

const wordsOf = (glyphs: readonly Glyph[]): string =>
  glyphs
    .map(glyph => (typeof glyph === 'number' ? '' : (glyph.unicode ?? '')))
    .join('')
    .trim()
