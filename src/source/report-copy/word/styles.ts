import { attributeOf, childOf, isOn, valueOf } from '../../../office-file/xml.ts'
import type { XmlElement, XmlPart } from '../../../office-file/xml.ts'

/** What styles and direct formatting say of a paragraph and its words, as far as a reader sees it. */
export type Marks = {
  /** 1 to 9; 0 for words that are expressly no heading (ISO/IEC 29500-1, 17.3.1.20). */
  outline?: number
  list?: { id?: string; level?: number }
  isBold?: boolean
  isHidden?: boolean
  /** Set off by a border or a shade. */
  isBoxed?: boolean
}
export type Style = Marks & { name: string }
export type Styles = { get: (id: string | undefined) => Style; defaultParagraph?: string }

/** Longer than any chain of styles that somebody made. */
const LONGEST = 30
const NONE: Style = { name: '' }

export function readStyles(part: XmlPart | undefined): Styles {
  const elements = new Map<string, XmlElement>()
  let defaultParagraph: string | undefined
  for (const element of part?.root.children ?? []) {
    const id = attributeOf(element, 'w:styleId')
    if (element.name !== 'w:style' || id === undefined) continue
    elements.set(id, element)
    const isDefault = ['1', 'true', 'on'].includes(attributeOf(element, 'w:default') ?? '')
    if (isDefault && attributeOf(element, 'w:type') === 'paragraph') defaultParagraph = id
  }
  const known = new Map<string, Style>()
  const resolve = (id: string | undefined, depth: number): Style => {
    const element = id === undefined ? undefined : elements.get(id)
    if (id === undefined || !element || depth > LONGEST) return NONE
    const style = known.get(id) ?? {
      ...resolve(valueOf(childOf(element, 'w:basedOn')), depth + 1),
      ...styleMarks(element),
    }
    known.set(id, style)
    return style
  }
  return {
    get: id => resolve(id, 0),
    ...(defaultParagraph !== undefined && { defaultParagraph }),
  }
}

function styleMarks(element: XmlElement): Style {
  // The names of the built-in styles are English in every Word; their ids are not (17.7.4.9).
  const name = (valueOf(childOf(element, 'w:name')) ?? '').toLowerCase()
  const level = /^heading ([1-9])$/.exec(name)?.[1] ?? (name === 'title' ? '1' : undefined)
  return {
    ...(level !== undefined && { outline: Number(level) }),
    ...paragraphMarks(childOf(element, 'w:pPr')),
    ...runMarks(childOf(element, 'w:rPr')),
    name,
  }
}

export function paragraphMarks(properties: XmlElement | undefined): Marks {
  const outline = valueOf(childOf(properties, 'w:outlineLvl'))
  const list = childOf(properties, 'w:numPr')
  const id = valueOf(childOf(list, 'w:numId'))
  const level = Number(valueOf(childOf(list, 'w:ilvl')) ?? NaN)
  const isBoxed = boxOf(properties)
  return {
    ...(outline !== undefined && { outline: (Number(outline) + 1) % 10 || 0 }),
    ...(list && {
      list: {
        ...(id !== undefined && { id }),
        ...(Number.isInteger(level) && level >= 0 && { level }),
      },
    }),
    ...(isBoxed !== undefined && { isBoxed }),
  }
}

export function runMarks(properties: XmlElement | undefined): Marks {
  const bold = childOf(properties, 'w:b')
  const hidden = childOf(properties, 'w:vanish')
  return {
    ...(bold && { isBold: isOn(bold) }),
    ...(hidden && { isHidden: isOn(hidden) }),
  }
}

/** A rule below a heading sets nothing off; a bar beside words, or rules above and below them, do. */
function boxOf(properties: XmlElement | undefined): boolean | undefined {
  const borders = childOf(properties, 'w:pBdr')
  const shade = childOf(properties, 'w:shd')
  if (!borders && !shade) return undefined
  const has = (side: string): boolean =>
    !['', 'nil', 'none'].includes(valueOf(childOf(borders, `w:${side}`)) ?? '')
  const isBordered = has('left') || has('right') || (has('top') && has('bottom'))
  const fill = (attributeOf(shade, 'w:fill') ?? 'auto').toLowerCase()
  return isBordered || !['auto', 'ffffff', ''].includes(fill)
}
