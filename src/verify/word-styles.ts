import { at, attribute, childrenOf, nameIn, valueAt } from './xml.ts'
import type { XmlElement } from './xml.ts'

type Looks = { language: string; font: string; colour: string; paper?: string }

/** What the styles of a Word file make of its paragraphs and words (ISO/IEC 29500-1, 17.7.2). */
export type Styles = {
  /** Of a heading; 0 is the title; nothing for any other paragraph. */
  depthOf(paragraph: XmlElement): number | undefined
  looksOf(run: XmlElement, paragraph: XmlElement | undefined): Looks
  /** The colour behind what has these properties. */
  paperOf(properties: XmlElement | undefined): string | undefined
}

/** No style is built on more others; more are a circle. */
const LONGEST_CHAIN = 20

export function readStyles(root: XmlElement | undefined, theme: XmlElement | undefined): Styles {
  const styles = (root ? childrenOf(root) : []).filter(element => nameIn(element) === 'style')
  const byId = new Map(styles.map(style => [attribute(style, 'styleId'), style]))
  const plain = styles.find(
    style =>
      attribute(style, 'type') === 'paragraph' &&
      ['1', 'true', 'on'].includes(attribute(style, 'default') ?? ''),
  )
  const defaults = at(root, 'docDefaults', 'rPrDefault', 'rPr')

  /** A style and those that it is built on. */
  function chainOf(id: string | undefined): XmlElement[] {
    const chain: XmlElement[] = []
    for (
      let style = byId.get(id);
      style && chain.length < LONGEST_CHAIN;
      style = byId.get(valueAt(style, 'basedOn'))
    )
      chain.push(style)
    return chain
  }
  const stylesOf = (paragraph: XmlElement | undefined): XmlElement[] =>
    chainOf(valueAt(paragraph, 'pPr', 'pStyle') ?? attribute(plain, 'styleId'))

  function fontOf(properties: XmlElement | undefined): string | undefined {
    const fonts = at(properties, 'rFonts')
    // A font of the theme goes before one by name (17.3.2.26).
    const kind = /^(major|minor)/.exec(attribute(fonts, 'asciiTheme') ?? '')?.[1]
    const ofTheme = kind && at(theme, 'themeElements', 'fontScheme', `${kind}Font`, 'latin')
    return attribute(ofTheme || undefined, 'typeface') ?? attribute(fonts, 'ascii')
  }

  return {
    depthOf(paragraph) {
      const chain = stylesOf(paragraph)
      // Word keeps the English names of its own styles in every language; ids differ.
      const names = chain.map(style => (valueAt(style, 'name') ?? '').toLowerCase())
      if (names[0] === 'title') return 0
      const level =
        valueAt(paragraph, 'pPr', 'outlineLvl') ??
        chain.map(style => valueAt(style, 'pPr', 'outlineLvl')).find(value => value !== undefined)
      if (level !== undefined) return Number(level) < 9 ? Number(level) + 1 : undefined
      const number = names.map(name => /^heading ([1-9])$/.exec(name)?.[1]).find(Boolean)
      if (number !== undefined) return Number(number)
      return names.includes('title') ? 0 : undefined
    },
    looksOf(run, paragraph) {
      const own = at(run, 'rPr')
      const properties = [
        own,
        ...chainOf(valueAt(own, 'rStyle')).map(style => at(style, 'rPr')),
        ...stylesOf(paragraph).map(style => at(style, 'rPr')),
        defaults,
      ]
      const first = (read: (of: XmlElement | undefined) => string | undefined) =>
        properties.map(read).find(value => value !== undefined)
      const paper = first(paperOf) ?? paperOf(at(paragraph, 'pPr'))
      return {
        language: first(of => valueAt(of, 'lang')) ?? '',
        font: first(fontOf) ?? '',
        colour: first(of => hexOf(valueAt(of, 'color'))) ?? '#000000',
        ...(paper !== undefined && { paper }),
      }
    },
    paperOf,
  }
}

const paperOf = (properties: XmlElement | undefined): string | undefined =>
  hexOf(attribute(at(properties, 'shd'), 'fill'))

/** "auto" is black on what is light. */
const hexOf = (value: string | undefined): string | undefined =>
  value !== undefined && /^[\da-f]{6}$/i.test(value) ? `#${value.toLowerCase()}` : undefined
