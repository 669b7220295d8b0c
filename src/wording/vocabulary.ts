import type { Office } from '../model/office.ts'
import type { Day, ItemKind } from '../model/response.ts'

/** What vocabulary.yaml holds. */
export type VocabularyWords = {
  /** With {day}, {month} and {year} in it. */
  date: string
  months: string[]
  /** One, two, …: as far as numbers are written in words. */
  numbers: string[]
  and: string
  /** With {name} in it. */
  possessive: { usual: string; after_s: string }
  voices: Record<Office['body']['voice'], { subject: string; possessive: string }>
  kinds: Record<ItemKind | 'item', { one: string; several: string }>
  /** Words of the response (grades, positions, statuses) in the language of the wording. */
  words: Record<string, string>
}

/** The words of a language that dates, counts and lists are made of. */
export class Vocabulary {
  readonly words: VocabularyWords

  constructor(words: VocabularyWords) {
    this.words = words
  }

  /** 2019-11-21 as "21 November 2019", its spaces unbroken. */
  date(day: Day): string {
    const [year, month, date] = day.split('-').map(Number) as [number, number, number]
    const parts: Record<string, string> = {
      day: String(date),
      month: this.words.months[month - 1] ?? String(month),
      year: String(year),
    }
    return this.words.date
      .replace(/\{(day|month|year)\}/g, (_, part: string) => parts[part] ?? '')
      .replaceAll(' ', '\u00a0')
  }

  /** One to twelve in words, 13 and more in figures. */
  count(number: number): string {
    return this.words.numbers[number - 1] ?? String(number)
  }

  /** "three causes of concern". */
  counted(number: number, kind: ItemKind | 'item'): string {
    return `${this.count(number)} ${this.kind(kind, number)}`
  }

  /** "the Chief Constable's"; of a title that ends in s, an apostrophe alone. */
  possessive(name: string): string {
    const { usual, after_s } = this.words.possessive
    return (/s$/i.test(name) ? after_s : usual).replace('{name}', () => name)
  }

  kind(kind: ItemKind | 'item', number: number): string {
    const { one, several } = this.words.kinds[kind]
    return number === 1 ? one : several
  }

  /** A grade, position or status, in the language of the wording where that has it. */
  word(word: string): string {
    return (Object.hasOwn(this.words.words, word) && this.words.words[word]) || word
  }

  /** What stands before each of several things in a list: "", ", " or " and ". */
  before(index: number, of: number): string {
    if (index === 0) return ''
    return index === of - 1 ? ` ${this.words.and} ` : ', '
  }

  list(words: readonly string[]): string {
    return words.map((word, n) => this.before(n, words.length) + word).join('')
  }
}

export const capitalise = (words: string): string =>
  words.charAt(0).toLocaleUpperCase('en-GB') + words.slice(1)
