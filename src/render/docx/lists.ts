import { AlignmentType, LevelFormat } from 'docx'
import type { ILevelsOptions, IParagraphOptions, NumberingDefinition } from 'docx'
import { bullets, sizes } from '../sizes.ts'
import { quotationIndent } from './styles.ts'
import { pointsToTwips } from '../units.ts'

export type Quotation = keyof typeof quotationIndent | undefined
export type List = { quotation: Quotation; ordered: boolean; start: number; level: number }
type Numbering = NonNullable<IParagraphOptions['numbering']>

/** Twips between the words of a list and those around it; and spaces of the body's type as wide. */
const step = pointsToTwips(sizes.list.step)
const mark = pointsToTwips(sizes.list.mark)
const stepInSpaces = '\u2003\u2002\u00a0'

/** Twips from the margin to the words of a list; Word counts nine levels (ISO/IEC 29500-1, 17.9.3). */
export const listIndent = (quotation: Quotation, level: number): number =>
  (quotation === undefined ? 0 : quotationIndent[quotation]) + step * (level + 1)
const deepest = 8

/**
 * docx puts a list's number where it finds its name in braces. The name holds a private-use
 * character, so that no words of a letter are taken for it.
 */
const named = (name: string): string => `\ue055${name}`

/** The lists of one letter, each with numbers of its own. */
export class Lists {
  readonly #definitions = new Map<string, NumberingDefinition>()
  #instances = 0

  /** What each item of a new list says of its number. Bullets need no list of their own. */
  begin({ quotation, ordered, start, level }: List): Numbering {
    const reference = named(
      `${quotation ?? 'body'} ${ordered ? `from ${start} at level ${level}` : 'bullets'}`,
    )
    this.#define(reference, at => aLevel(quotation, at, ordered, at === level ? start : 1))
    const instance = ordered ? ++this.#instances : 0
    return { reference, instance, level: Math.min(level, deepest), custom: true }
  }

  /** A list of no marks, for what follows in an item beside a bar: there the first line must hang too. */
  beginUnmarked(quotation: Quotation, level: number): Numbering {
    const reference = named(`${quotation ?? 'body'} unmarked`)
    this.#define(reference, at => ({
      ...aLevel(quotation, at, false, 1),
      format: LevelFormat.NONE,
      text: '\u200b',
    }))
    return { reference, instance: 0, level: Math.min(level, deepest), custom: true }
  }

  get definitions(): NumberingDefinition[] {
    return [...this.#definitions.values()]
  }

  #define(reference: string, level: (at: number) => ILevelsOptions): void {
    if (this.#definitions.has(reference)) return
    const levels = Array.from({ length: deepest + 1 }, (_, at) => level(at))
    this.#definitions.set(reference, { reference, levels })
  }
}

function aLevel(
  quotation: Quotation,
  level: number,
  ordered: boolean,
  start: number,
): ILevelsOptions {
  const shown = ordered ? `%${level + 1}.` : bullets[level % bullets.length]!
  const left = listIndent(quotation, level)
  // Word and LibreOffice draw a paragraph's bar at its first line or its words, whichever stands
  // further left. So all lists beside a bar hang to the bar's own words, and spaces, in place of an
  // indent, move the marks of the deeper ones.
  const hangs = quotation === 'report' ? step * (level + 1) : ordered ? step : mark
  const spaces = quotation === 'report' ? stepInSpaces.repeat(level) : ''
  return {
    level,
    start,
    // LibreOffice shows one character of a bullet, and all of a number that has no digits.
    format: ordered ? LevelFormat.DECIMAL : spaces === '' ? LevelFormat.BULLET : LevelFormat.NONE,
    text: spaces + shown,
    alignment: AlignmentType.LEFT,
    style: { paragraph: { indent: { left, hanging: hangs } } },
  }
}
