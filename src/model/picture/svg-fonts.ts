import type { Refusal } from './refusal.ts'
import { local } from './svg.ts'
import { elementsOf, type XmlElement } from './xml.ts'

/** The free fonts with the same widths, and the names they stand in for. */
const twins: Record<string, { package: string; for: readonly string[] }> = {
  Arimo: {
    package: 'arimo',
    for: ['arial', 'helvetica', 'helvetica neue', 'liberation sans', 'arimo', 'sans-serif'],
  },
  Tinos: {
    package: 'tinos',
    for: ['times new roman', 'times', 'liberation serif', 'tinos', 'serif'],
  },
  Carlito: { package: 'carlito', for: ['calibri', 'carlito'] },
}
/** What all three hold: the letters of western and central Europe, and the signs around them. */
const held =
  /^[\t\n\r -~\u00a0-\u024f\u1e00-\u1e9b\u1ea0-\u1ef9\u2012-\u201e\u2020-\u2022\u2026\u2030\u2039\u203a\u20ac\u2122]*$/

const MOST_LETTERS = 1_000

const OUTLINES =
  'In the drawing program turn the lettering into paths or outlines (in Inkscape: Path, Object to Path) and export the logo again'

/**
 * The font files the drawing's lettering needs. The families it asks for are replaced by the fonts
 * that stand in for them, in place.
 */
export function chooseFonts(
  name: string,
  root: XmlElement,
): { files: string[]; usual: string } | Refusal {
  const elements = [...elementsOf(root)]
  const texts = elements.filter(element => local(element.name) === 'text')
  if (texts.length === 0) return { files: [], usual: '' }

  if (texts.reduce((sum, text) => sum + wordsOf(text).length, 0) > MOST_LETTERS)
    return {
      refusal: `Unexpected length of the lettering in ${name}, expected at most 1,000 letters`,
      hint: OUTLINES,
    }
  const strange = texts.map(wordsOf).find(words => !held.test(words))
  if (strange !== undefined)
    return {
      refusal: `Unexpected character in the lettering "${strange.trim()}" of ${name}, expected letters that can be drawn`,
      hint: OUTLINES,
    }

  const used = new Set<string>()
  let unknown: string | undefined
  const standIn = (families: string): string => {
    const names = families.split(',').map(family => family.replace(/["']|!important/g, '').trim())
    const twin = names
      .map(family => Object.keys(twins).find(key => twins[key]?.for.includes(family.toLowerCase())))
      .find(key => key !== undefined)
    if (twin) used.add(twin)
    else if (!['inherit', ''].includes(names[0] ?? '')) unknown ??= names[0]?.slice(0, 60)
    return twin ?? families
  }
  let hasShorthand = false
  const inCss = (css: string): string => {
    hasShorthand ||= /\bfont\s*:/i.test(css)
    return css.replace(
      /(\bfont-family\s*:)([^;}]*)/gi,
      (_, key: string, value: string) => `${key}${standIn(value)}`,
    )
  }
  for (const { name: tag, attributes, children } of elements) {
    const family = attributes.get('font-family')
    if (family !== undefined) attributes.set('font-family', standIn(family))
    const style = attributes.get('style')
    if (style !== undefined) attributes.set('style', inCss(style))
    if (local(tag) === 'style')
      children.forEach((child, index) => {
        if (typeof child === 'string') children[index] = inCss(child)
      })
  }
  // The engine knows no short form, and would draw the letters in another size without a word.
  if (hasShorthand)
    return {
      refusal: `Unexpected short form of a font ("font: …") in ${name}, expected font-family and font-size`,
      hint: OUTLINES,
    }
  if (unknown !== undefined)
    return {
      refusal: `Unexpected lettering in the font ${unknown} in ${name}, expected outlines, or Arial, Calibri or Times New Roman`,
      hint: OUTLINES,
    }
  // Without a family, browsers take a serif one.
  if (used.size === 0) used.add('Tinos')
  return { files: [...used].flatMap(filesOf), usual: [...used][0] ?? '' }
}

const wordsOf = (element: XmlElement): string =>
  element.children.map(child => (typeof child === 'string' ? child : wordsOf(child))).join('')

const faces = ['400Regular', '700Bold', '400Regular_Italic', '700Bold_Italic']
const filesOf = (family: string): string[] =>
  faces.map(face => `@expo-google-fonts/${twins[family]?.package}/${face}/${family}_${face}.ttf`)
