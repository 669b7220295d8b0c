import { attributeOf, childOf, elementsNamed, valueOf } from '../../../office-file/xml.ts'
import type { XmlElement, XmlPart } from '../../../office-file/xml.ts'
import type { Styles } from './styles.ts'

/** The number that stands before an entry, as words: "1.", "(a)"; empty for a bullet. */
export type Numbering = { markOf: (id: string, level: number | undefined, style: string) => Mark }
export type Mark = { level: number; words: string } | undefined

type Level = { format: string; text: string; start: number; style: string | undefined }
type Definition = { id: string; levels: Map<number, Level>; link: string | undefined }

/** Word has nine levels (ISO/IEC 29500-1, 17.9.6). */
const DEEPEST = 8

/** Counts the entries of lists as they are met, in the order of the text. */
export function readNumbering(part: XmlPart | undefined, styles: Styles): Numbering {
  const definitions = new Map<string, Definition>()
  const lists = new Map<string, { definition: string; overrides: Map<number, number> }>()
  for (const element of part?.root.children ?? [])
    if (element.name === 'w:abstractNum') {
      const id = attributeOf(element, 'w:abstractNumId') ?? ''
      definitions.set(id, definitionOf(id, element))
    } else if (element.name === 'w:num')
      lists.set(attributeOf(element, 'w:numId') ?? '', {
        definition: valueOf(childOf(element, 'w:abstractNumId')) ?? '',
        overrides: new Map(
          elementsNamed(element, 'w:startOverride').map(override => [
            numberOf(attributeOf(override.parent, 'w:ilvl'), 0),
            numberOf(valueOf(override), 1),
          ]),
        ),
      })
  const definitionFor = (list: string): Definition | undefined => {
    const found = definitions.get(lists.get(list)?.definition ?? '')
    if (found?.link === undefined || found.levels.size > 0) return found
    // It refers to a style of lists, whose own list holds the levels (17.9.21).
    return definitions.get(lists.get(styles.get(found.link).list?.id ?? '')?.definition ?? '')
  }
  const counts = new Map<string, number[]>()
  const begun = new Set<string>()
  return {
    markOf(id, asked, style) {
      const definition = definitionFor(id)
      // "0" takes a paragraph out of the list of its style (17.9.18).
      if (!definition) return id === '0' ? undefined : { level: (asked ?? 0) + 1, words: '' }
      const linked = [...definition.levels].find(([, level]) => level.style === style)?.[0]
      const at = Math.min(asked ?? linked ?? 0, DEEPEST)
      const count = counts.get(definition.id) ?? []
      counts.set(definition.id, count)
      const override = begun.has(`${id} ${at}`) ? undefined : lists.get(id)?.overrides.get(at)
      begun.add(`${id} ${at}`)
      const start = (level: number) => definition.levels.get(level)?.start ?? 1
      count[at] = override ?? (count[at] === undefined ? start(at) : count[at] + 1)
      count.length = at + 1
      for (let above = 0; above < at; above++) count[above] ??= start(above)
      return { level: at + 1, words: wordsOf(definition, at, count) }
    },
  }
}

const numberOf = (written: string | undefined, otherwise: number): number => {
  const number = Number(written ?? otherwise)
  return Number.isInteger(number) && number >= 0 && number < 1e6 ? number : otherwise
}

function definitionOf(id: string, element: XmlElement): Definition {
  const levels = new Map<number, Level>()
  for (const level of element.children) {
    const at = numberOf(attributeOf(level, 'w:ilvl'), 0)
    if (level.name !== 'w:lvl' || at > DEEPEST) continue
    levels.set(at, {
      format: valueOf(childOf(level, 'w:numFmt')) ?? 'decimal',
      text: valueOf(childOf(level, 'w:lvlText')) ?? '',
      start: numberOf(valueOf(childOf(level, 'w:start')), 0),
      style: valueOf(childOf(level, 'w:pStyle')),
    })
  }
  return { id, levels, link: valueOf(childOf(element, 'w:numStyleLink')) }
}

function wordsOf({ levels }: Definition, at: number, count: readonly number[]): string {
  const level = levels.get(at)
  if (!level || level.format === 'bullet') return ''
  return level.text
    .slice(0, 100)
    .replace(/%([1-9])/g, (_, of: string) => {
      const index = Number(of) - 1
      return formatted(count[index] ?? 1, levels.get(index)?.format ?? 'decimal')
    })
    .trim()
}

/** ISO/IEC 29500-1, 17.18.59, as far as English reports use it. */
function formatted(count: number, format: string): string {
  if (format === 'none' || format === 'bullet') return ''
  if (format === 'lowerLetter') return letters(count)
  if (format === 'upperLetter') return letters(count).toUpperCase()
  if (format === 'lowerRoman') return roman(count)
  if (format === 'upperRoman') return roman(count).toUpperCase()
  return format === 'decimalZero' ? String(count).padStart(2, '0') : String(count)
}

/** … y, z, aa, bb: as Word goes on. */
const letters = (count: number): string =>
  count < 1
    ? ''
    : String.fromCharCode(97 + ((count - 1) % 26)).repeat(Math.min(9, Math.ceil(count / 26)))

const numerals: [string, number][] = [
  ['m', 1000],
  ['cm', 900],
  ['d', 500],
  ['cd', 400],
  ['c', 100],
  ['xc', 90],
  ['l', 50],
  ['xl', 40],
  ['x', 10],
  ['ix', 9],
  ['v', 5],
  ['iv', 4],
  ['i', 1],
]
function roman(count: number): string {
  let rest = Math.min(count, 3999)
  let words = ''
  for (const [numeral, worth] of numerals) for (; rest >= worth; rest -= worth) words += numeral
  return words
}
