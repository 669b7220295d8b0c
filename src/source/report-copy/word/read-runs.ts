import { attributeOf, childOf, elementsNamed, textOf, valueOf } from '../../../office-file/xml.ts'
import type { XmlElement, XmlPart } from '../../../office-file/xml.ts'
import { runMarks, type Marks, type Styles } from './styles.ts'

/** What a paragraph holds, in the order of its text. */
export type Runs = {
  words: string
  /** Every word of it is bold. */
  isBold: boolean
  boxes: XmlElement[]
  notes: { kind: 'footnotes' | 'endnotes'; id: string }[]
}

const spaces = new Set(['w:tab', 'w:ptab', 'w:br', 'w:cr'])
/** Properties, what is no longer text, and what is only about the text. */
const passed = new Set([
  ...['w:pPr', 'w:rPr', 'w:sdtPr', 'w:sdtEndPr', 'w:del', 'w:moveFrom'],
  ...['w:rt', 'w:object'],
])

/**
 * The words of a paragraph as they are seen once its tracked changes are accepted: of a field its result, of
 * a link its words. Hidden ones are left out.
 */
export function readRuns(part: XmlPart, paragraph: XmlElement, styles: Styles, own: Marks): Runs {
  const runs: Runs = { words: '', isBold: true, boxes: [], notes: [] }
  // How many fields are open whose instruction is still being told (ISO/IEC 29500-1, 17.16.18).
  const fields: ('instruction' | 'result')[] = []
  let isBold = false
  let isHidden = false
  const add = (words: string) => {
    if (isHidden || fields.includes('instruction')) return
    runs.words += words
    if (!isBold && words.trim() !== '') runs.isBold = false
  }
  const gather = ({ children }: XmlElement): void => {
    for (const child of children) {
      const { name } = child
      if (name === 'w:t' || name === 'm:t') add(shown(textOf(part, child)))
      else if (name === 'w:r') {
        const properties = childOf(child, 'w:rPr')
        const style = styles.get(valueOf(childOf(properties, 'w:rStyle')))
        const marks = { ...own, ...marksOf(style), ...runMarks(properties) }
        isBold = marks.isBold ?? false
        isHidden = marks.isHidden ?? false
        gather(child)
        isHidden = false
      } else if (spaces.has(name)) add(' ')
      else if (name === 'w:noBreakHyphen') add('\u2011')
      else if (name === 'w:sym') add(symbolOf(child))
      else if (name === 'w:fldChar') turnField(fields, attributeOf(child, 'w:fldCharType'))
      else if (name === 'w:footnoteReference' || name === 'w:endnoteReference') {
        const kind = name === 'w:footnoteReference' ? 'footnotes' : 'endnotes'
        if (!isHidden) runs.notes.push({ kind, id: attributeOf(child, 'w:id') ?? '' })
      } else if (name === 'w:txbxContent') {
        if (!isHidden) runs.boxes.push(child)
      } else if (name === 'mc:AlternateContent') gather(readable(child))
      else if (!passed.has(name)) gather(child)
    }
  }
  gather(paragraph)
  return runs
}

const marksOf = ({ isBold, isHidden }: Marks): Marks => ({
  ...(isBold !== undefined && { isBold }),
  ...(isHidden !== undefined && { isHidden }),
})

function turnField(fields: ('instruction' | 'result')[], type: string | undefined): void {
  if (type === 'begin') fields.push('instruction')
  else if (type === 'end') fields.pop()
  else if (fields.length > 0) fields[fields.length - 1] = 'result'
}

/** Of what is written twice, for programs that know a thing and for those that do not: one. */
export function readable(alternate: XmlElement): XmlElement {
  const choice = childOf(alternate, 'mc:Choice')
  const fallback = childOf(alternate, 'mc:Fallback')
  const hasText = choice && elementsNamed(choice, 'w:t', 'w:txbxContent').length > 0
  return (hasText ? choice : (fallback ?? choice)) ?? alternate
}

/** Bullets and ticks of the fonts of symbols, which have their characters at private places. */
const symbols: Record<number, string> = {
  0xf0b7: '•',
  0xf0a7: '▪',
  0xf0d8: '➢',
  0xf0fc: '✓',
  0xf0fe: '☑',
  0xf0a8: '◻',
  0xf0e0: '→',
  0xf02d: '–',
  0xf0a3: '≤',
  0xf0b3: '≥',
  0xf0b0: '°',
  0xf0b1: '±',
  0xf0b4: '×',
}
const symbolFor = (code: number): string =>
  symbols[code] ?? (code >= 0xd800 && code <= 0xf8ff ? '' : String.fromCodePoint(code))

function symbolOf(element: XmlElement): string {
  const code = parseInt(attributeOf(element, 'w:char') ?? '', 16)
  // Some write them without the offset into the private places (17.3.3.30).
  if (!(code >= 0x20 && code <= 0xffff)) return ''
  const isOfSymbols = /symbol|wingdings|webdings/i.test(attributeOf(element, 'w:font') ?? '')
  return symbolFor(isOfSymbols && code < 0x100 ? 0xf000 + code : code)
}

/** Without what is never seen: soft hyphens, joiners; private bullets as what they look like. */
const shown = (words: string): string =>
  words
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .replace(/[\ue000-\uf8ff]/g, sign => symbolFor(sign.charCodeAt(0)))
