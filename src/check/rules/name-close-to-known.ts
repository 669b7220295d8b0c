import { closeWords, indexNames, type NameIndex } from '../close-names.ts'
import { bareName } from '../in-post.ts'
import { OTHER_PLACES, POLICE_FORCES } from '../police-forces.ts'
import { inWords } from '../names.ts'
import { ownTextsOf } from '../own-words.ts'
import type { Context, Finding, Rule, Spot } from '../rule.ts'

const PUBLIC_NAMES = ['HMICFRS', ...POLICE_FORCES]
const PUBLIC_INDEX = indexNames(PUBLIC_NAMES)
const PUBLIC_WORDS = wordsOf([...PUBLIC_NAMES, ...OTHER_PLACES])
const CAPITALISED = /[A-Z](?<![\w'’-][A-Z])[A-Za-z-]{3,}/g

export const nameCloseToKnown: Rule = {
  id: 'name-close-to-known',
  severity: 'warning',
  title: 'Names are spelt as they are known',
  source: 'Practice: a misspelt name is what the one who bears it sees first',
  *check(context) {
    const { indexes, words: own } = indexOwn(ownNames(context))
    const isKnown = knownWords(own)
    const found = new Map<
      string,
      { finding: Finding; name: string; typed: string; others: number }
    >()
    const close = new Map<string, ReturnType<typeof closeWords>>()
    for (const { at, value, isText, item } of typedWords(context))
      for (const { 0: word, index } of value.matchAll(CAPITALISED)) {
        let candidates = close.get(word)
        if (!candidates)
          close.set(word, (candidates = isKnown(word) ? [] : closeWords(word, indexes)))
        const known = candidates.find(one => standsIn(value, index, word, one))
        if (!known) continue
        const typed = known.before + word + known.after
        const earlier = found.get(typed)
        if (earlier) {
          earlier.others += 1
          continue
        }
        const within = { offset: index, length: word.length }
        const finding = {
          at,
          message: '',
          ...(isText && { within }),
          ...(item !== undefined && { item }),
        }
        found.set(typed, { finding, name: known.name, typed, others: 0 })
      }
    for (const { finding, name, typed, others } of found.values()) {
      const also = others === 0 ? '' : `, and ${inWords(others)} more like it`
      yield { ...finding, message: `Unexpected name "${typed}"${also}, expected "${name}"` }
    }
  },
}

function ownNames({ office }: Context): string[] {
  const people = office.people.map(({ name }) => bareName(name)).filter(name => name.includes(' '))
  const force = office.force.replace(/\s+(?:Police|Constabulary)\b.*$/i, '')
  return [...new Set([office.body.area, force])]
    .filter(name => name !== '' && !POLICE_FORCES.includes(name))
    .concat(people)
}

type OwnIndex = { indexes: readonly NameIndex[]; words: ReadonlySet<string> }

// An office has one set of names for all its responses.
let last: { key: string; own: OwnIndex } | undefined

function indexOwn(names: readonly string[]): OwnIndex {
  const key = names.join('\n')
  if (last?.key !== key) {
    const own = { indexes: [indexNames(names), PUBLIC_INDEX], words: wordsOf(names) }
    last = { key, own }
  }
  return last.own
}

function wordsOf(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.flatMap(name => name.split(/\s+/)))
}

const knownWords = (own: ReadonlySet<string>) => (word: string) =>
  own.has(word) || PUBLIC_WORDS.has(word)

type Typed = { at: Spot; value: string; isText: boolean; item?: string }

/** What the office and the force worded themselves; the report's words stand as it has them. */
function* typedWords(context: Context): Generator<Typed> {
  const { letter, report, office } = context
  const ofOffice = { office: office.office, force: office.force, panel: office.panel ?? '' }
  for (const [key, value] of Object.entries(ofOffice))
    yield { at: { office: [key] }, value, isText: false }
  yield { at: { office: ['body', 'area'] }, value: office.body.area, isText: false }
  yield { at: ['report', 'inspectorate'], value: report.inspectorates.join('\n'), isText: false }
  yield { at: ['report', 'title'], value: report.title, isText: true }
  if (letter.subject !== undefined)
    yield { at: ['letter', 'subject'], value: letter.subject, isText: true }
  for (const { at, lines } of letter.to) yield { at, value: lines.join('\n'), isText: false }
  for (const { at, value } of letter.copies) yield { at, value, isText: false }
  for (const { text, item } of ownTextsOf(context))
    yield { at: text.at, value: text.value, isText: true, ...(item && { item: item.id }) }
}

/** Whether the other words of the known name stand around it. */
function standsIn(
  value: string,
  index: number,
  word: string,
  { before, after }: ReturnType<typeof closeWords>[number],
): boolean {
  const end = index + word.length
  // Twice as long as need be, for the line ends and indents between the words.
  const left = value.slice(Math.max(0, index - 2 * before.length), index).replace(/\s+/g, ' ')
  const right = value.slice(end, end + 2 * after.length + 1).replace(/\s+/g, ' ')
  return left.endsWith(before) && right.startsWith(after) && !/^\w/.test(right.slice(after.length))
}
