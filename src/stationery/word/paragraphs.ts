import {
  ancestorsOf,
  attributeOf,
  elementsNamed,
  hasElement,
  textOf,
} from '../../office-file/xml.ts'
import type { XmlElement, XmlPart } from '../../office-file/xml.ts'

/** A piece of a paragraph's text: the characters of a w:t, or what one character stands for. */
export type Piece = { element: XmlElement; text: string; start: number }
export type Paragraph = {
  element: XmlElement
  text: string
  pieces: Piece[]
  /** What it is read in: screen readers pass over text boxes. */
  within: 'text' | 'table' | 'text box'
  /** Among those with words that stand in the text itself, from 1. */
  number: number
}

const TAB = '\t'
const BREAK = '\n'
/** Stands for a picture, a symbol, a note's mark. */
export const THING = '\ufffc'
const single: Record<string, string> = {
  'w:tab': TAB,
  'w:ptab': TAB,
  'w:br': BREAK,
  'w:cr': BREAK,
  'w:noBreakHyphen': '\u2011',
  'w:softHyphen': '\u00ad',
  'w:sym': THING,
  'w:drawing': THING,
  'w:pict': THING,
  'w:footnoteReference': THING,
  'w:endnoteReference': THING,
  'mc:AlternateContent': THING,
}
/** What has paragraphs of its own, or properties, or is no longer text. */
const passed = ['w:pPr', 'w:rPr', 'w:del', 'w:moveFrom', 'w:sdtPr', 'w:sdtEndPr', 'w:tbl', 'w:p']

export function readParagraphs(part: XmlPart): Paragraph[] {
  let number = 0
  return elementsNamed(part.root, 'w:p').map(element => {
    const pieces: Piece[] = []
    let text = ''
    const gather = (of: XmlElement) => {
      for (const child of of.children) {
        if (isFloating(child)) continue
        const shown = child.name === 'w:t' ? textOf(part, child) : single[child.name]
        if (shown !== undefined) {
          pieces.push({ element: child, text: shown, start: text.length })
          text += shown
        } else if (!passed.includes(child.name)) gather(child)
      }
    }
    gather(element)
    const within = withinOf(element)
    if (within !== 'text box' && hasWords(text)) number++
    return { element, text, pieces, within, number }
  })
}

const drawings = ['w:drawing', 'w:pict', 'mc:AlternateContent']

/** A picture or box that is only tied to the paragraph, and stands elsewhere on the page. */
const isFloating = (element: XmlElement): boolean =>
  drawings.includes(element.name) &&
  !hasElement(element, 'wp:inline') &&
  (hasElement(element, 'wp:anchor') ||
    elementsNamed(element, 'v:shape', 'v:rect', 'v:group').some(shape =>
      /position:\s*absolute/.test(attributeOf(shape, 'style') ?? ''),
    ))

export const hasWords = (text: string): boolean => /[^\s\ufffc\u200b]/.test(text)

function withinOf(element: XmlElement): Paragraph['within'] {
  let within: Paragraph['within'] = 'text'
  for (const { name } of ancestorsOf(element)) {
    if (name === 'w:txbxContent') return 'text box'
    if (name === 'w:tc') within = 'table'
  }
  return within
}

/** `paragraph 3 ("Our ref: …")`, as its owner counts: those with words. */
export function placeOf({ text, within, number }: Paragraph): string {
  const words = text.replace(/[\s\ufffc]+/g, ' ').trim()
  const shown = words.length > 40 ? `${words.slice(0, 39).trimEnd()}…` : words
  if (within === 'text box') return shown === '' ? 'a text box' : `a text box ("${shown}")`
  const name = within === 'table' ? 'in a table, paragraph' : 'paragraph'
  return shown === '' ? `after paragraph ${number}` : `${name} ${number} ("${shown}")`
}
