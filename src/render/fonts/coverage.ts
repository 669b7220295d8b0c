import type { FontFiles } from '../../document/look.ts'
import { isTwin } from './packaged.ts'
import { readFace, type FontFace } from './sfnt.ts'

/** A character that no font of the letter holds. */
export type MissingCharacter = {
  character: string
  /** "U+1F600" */
  code: string
  /** What to type in its place, where that is known; empty where it should simply go. */
  instead?: string
}

/** Held by every face of all three twins: a text of these alone needs no look into the fonts. */
export const PLAIN = '\t\n\r -~\u00a0-\u00ac\u00ae-\u017f\u2012-\u2022\u2026\u20ac'
const plain = new RegExp(`^[${PLAIN}]*$`)
const rest = new RegExp(`[^${PLAIN}]`, 'gu')

/** Nothing in the text needs more than the faces themselves. */
export const isPlain = (text: string, fonts: FontFiles): boolean =>
  isTwin(fonts.family) && plain.test(text)

/** Each once, in the order of the text. A PDF with one of them cannot be drawn: ask before. */
export function charactersWithoutFont(text: string, fonts: FontFiles): MissingCharacter[] {
  if (isPlain(text, fonts)) return []
  const doubtful = isTwin(fonts.family) ? text.match(rest) : Array.from(text)
  return Array.from(new Set(doubtful))
    .filter(character => !isDrawn(character, fonts))
    .map(describe)
}

// As typed, before they are one space.
const SPACE = /^[\t\n\r]$/
// Never drawn by themselves.
const SILENT = /^\p{Default_Ignorable_Code_Point}$/u
// Held by some fonts, and still no part of a letter. The separators break the line in one format
// alone; of the emoji the fonts hold a few, in black: which, nobody could guess.
const REFUSED = /^[\ufeff\u2028\u2029\p{Cc}\p{Noncharacter_Code_Point}\p{Emoji_Presentation}]$/u

function isDrawn(character: string, fonts: FontFiles): boolean {
  if (SPACE.test(character)) return true
  if (REFUSED.test(character)) return false
  if (SILENT.test(character)) return true
  const codePoint = character.codePointAt(0) ?? 0
  if (fonts.faces.every(bytes => faceOf(bytes).has(codePoint))) return true
  return fonts.symbols.some(({ bytes }) => faceOf(bytes).has(codePoint))
}

const faces = new WeakMap<Uint8Array, FontFace>()

function faceOf(bytes: Uint8Array): FontFace {
  const known = faces.get(bytes)
  if (known) return known
  const face = readFace(bytes)
  faces.set(bytes, face)
  return face
}

/**
 * Word keeps the bullets, ticks and arrows of its Symbol and Wingdings fonts in the private use
 * area, where they mean nothing to other fonts.
 */
const INSTEAD: Record<string, string> = {
  '\ufeff': '',
  '\u2028': ' ',
  '\u2029': ' ',
  '✅': '✔',
  '❌': '✗',
  '\uf06c': '●',
  '\uf06e': '■',
  '\uf06f': '□',
  '\uf071': '☐',
  '\uf076': '❖',
  '\uf0a7': '▪',
  '\uf0a8': '☐',
  '\uf0b7': '•',
  '\uf0d8': '➢',
  '\uf0df': '←',
  '\uf0e0': '→',
  '\uf0fb': '✗',
  '\uf0fc': '✓',
  '\uf0fd': '☒',
  '\uf0fe': '☑',
}

function describe(character: string): MissingCharacter {
  const hex = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  const instead = INSTEAD[character]
  return { character, code: `U+${hex}`, ...(instead === undefined ? {} : { instead }) }
}
