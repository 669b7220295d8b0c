import type { Path } from '../../problem.ts'
import { isKnownToAll } from '../known-abbreviations.ts'
import { ownTextsOf } from '../own-words.ts'
import type { Context, Rule } from '../rule.ts'
import { isSpeltOut, readInitials } from '../spelt-out.ts'
import { textsOf, valuesOf } from '../texts.ts'

const ABBREVIATION =
  /[A-Z](?<![A-Za-zÀ-ž\d&/.@_-][A-Z])(?:[A-Z\d]|&(?=[A-Z])){1,5}(?=(?:['’]?s)?(?![A-Za-zÀ-ž\d&@_-]))/g
/** Three words in capitals, or two at the ends of a line: a title, not an abbreviation. */
const CAPITALS_BESIDE = /(?:[A-Z]{2,}[ \t]+[A-Z]{2,}[ \t]+$)|(?:^|\n)[ \t]*[A-Z]{2,}[ \t]+$/
const CAPITALS_AFTER = /^[ \t]+[A-Z]{2,}[ \t]+[A-Z]{2,}|^[ \t]+[A-Z]{2,}[ \t]*(?:\n|$)/
/** Of one letter: a text in capitals holds no end of them. */
const TOLD = 50

type Met = { word: string; at: Path; offset: number; item: { id: string } | undefined }

export const undefinedAcronym: Rule = {
  id: 'undefined-acronym',
  severity: 'note',
  title: 'Abbreviations are spelt out once in the letter',
  source: 'WCAG 2.2, 3.1.4; practice: the letter is for the public, and for a panel of lay people',
  *check(context) {
    // What is spelt out, and for whom, is told by English words.
    if (context.language !== 'en-GB') return
    const met = firstUsesIn(context)
    if (met.length === 0) return
    const words = allWordsOf(context)
    const initials = readInitials(words)
    for (const { word, at, offset, item } of met) {
      if (isSpeltOut(word, words, initials)) continue
      yield {
        at,
        within: { offset, length: word.length },
        ...(item && { item: item.id }),
        message: `Unexpected abbreviation "${word}" that is spelt out nowhere in the letter, expected its full words once`,
        hint: 'Type them where it first stands, as in Criminal Justice Unit (CJU).',
      }
    }
  },
}

function firstUsesIn(context: Context): Met[] {
  const seen = new Set<string>(ofOffice(context))
  const met: Met[] = []
  for (const { text, item } of ownTextsOf(context)) {
    const { at, value } = text
    for (const { 0: word, index: offset } of value.matchAll(ABBREVIATION)) {
      if (seen.has(word) || isKnownToAll(word) || isShouted(value, offset, word.length)) continue
      seen.add(word)
      met.push({ word, at, offset, item })
      if (met.length === TOLD) return met
    }
  }
  return met
}

/** Its own short names, and the words of the statuses. */
function ofOffice({ office, settings }: Context): string[] {
  const names = [office.office, office.short, office.body.short, office.force, office.panel ?? '']
  const statuses = settings.statuses.map(({ word }) => word)
  return [...names, ...statuses].flatMap(name => name.split(/\s+/))
}

function isShouted(value: string, offset: number, length: number): boolean {
  const end = offset + length
  return (
    CAPITALS_BESIDE.test(value.slice(Math.max(0, offset - 40), offset)) ||
    CAPITALS_AFTER.test(value.slice(end, end + 40)) ||
    (/[A-Z]{2,}[ \t]+$/.test(value.slice(Math.max(0, offset - 20), offset)) &&
      /^[ \t]+[A-Z]{2,}/.test(value.slice(end, end + 20)))
  )
}

/** All that the letter prints, the report's words among them. */
function allWordsOf(context: Context): string {
  const { office, letter, chief_officer } = context
  const words = [office.office, office.body.title, office.force, office.panel ?? '']
  words.push(chief_officer.title, ...letter.copies.map(({ value }) => value))
  for (const { lines } of letter.to) words.push(...lines)
  for (const { value } of valuesOf(context)) words.push(value)
  for (const { text } of textsOf(context)) words.push(text.value)
  return words.join('\n')
}
