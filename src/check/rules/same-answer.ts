import type { Item, JointAnswer, Section, Text } from '../../model/response.ts'
import { sectionsOf } from '../../model/response.ts'
import { inSection, inWords, nameItem } from '../names.ts'
import type { Finding, Rule } from '../rule.ts'

type Answer = { item: Item | JointAnswer; section: Section; text: Text }
type Repeated = [first: Answer, second: Answer, ...more: Answer[]]

/** "Work is under way." may well be said twice. */
const FEWEST_WORDS = 5
const NO_LETTERS = /[^\p{L}\p{N}]+/gu
/** Of more, only the first are named in the hint. */
const NAMED = 8

export const sameAnswer: Rule = {
  id: 'same-answer',
  severity: 'warning',
  title: 'No two items have the same answer word for word',
  source: 'Practice: one text that answers several items is given once, as a joint answer',
  *check({ sections }) {
    const answers = [...sectionsOf(sections)].flatMap(section =>
      section.items.flatMap(item => answersOf(item, section)),
    )
    for (const alike of groupBy(answers, ({ text }) => hashOf(text.value)))
      if (alike.length > 1)
        for (const same of groupBy(alike, ({ text }) => bare(text.value)))
          if (isRepeated(same)) yield tell(same)
  },
}

function tell([first, second, ...more]: Repeated): Finding {
  const others = more.length === 0 ? '' : ` and ${inWords(more.length)} more`
  const ids = [first, second, ...more].flatMap(({ item }) => idsOf(item))
  const shown = ids.length > NAMED ? [...ids.slice(0, NAMED), '…'] : ids
  return {
    at: second.text.at,
    part: 'key',
    item: second.item.id,
    message: `Unexpected answer to ${nameAnswered(second)}${others}, word for word that to ${nameAnswered(first)}, expected one of its own`,
    hint: `One text for several items is given once: \`answers: [${shown.join(', ')}]\`.`,
    related: [{ at: first.text.at, part: 'key', label: 'the same words' }],
  }
}

const idsOf = (item: Item | JointAnswer): string[] =>
  item.kind === 'answers' ? item.targets.map(({ id }) => id) : [item.id]

const nameAnswered = ({ item, section }: Answer): string =>
  (item.kind === 'answers' ? 'several items together' : nameItem(item)) + inSection(section)

function answersOf(item: Item | JointAnswer, section: Section): Answer[] {
  const texts = [item.update, item.comment].filter(text => text !== undefined)
  const own = texts
    .slice(0, texts[0]?.value === texts[1]?.value ? 1 : 2)
    .filter(({ placeholder }) => placeholder === undefined)
    .map(text => ({ item, section, text }))
  return item.kind === 'answers'
    ? own
    : [...own, ...item.recommendations.flatMap(below => answersOf(below, section))]
}

/** How many letters of its beginning and of its end tell most answers apart. */
const LETTERS = 16

/** A number made of them; of the few texts that share it by chance, all words are compared. */
function hashOf(value: string): number {
  let hash = 0
  for (let at = 0, left = LETTERS; at < value.length && left > 0; at++) {
    const letter = letterAt(value, at)
    if (letter > 0) [hash, left] = [Math.imul(hash, 31) + letter, left - 1]
  }
  for (let at = value.length - 1, left = LETTERS; at >= 0 && left > 0; at--) {
    const letter = letterAt(value, at)
    if (letter > 0) [hash, left] = [Math.imul(hash, 31) + letter, left - 1]
  }
  return hash
}

/** Of English, in either case. Letters of other languages do not count here: `bare` looks at all. */
function letterAt(value: string, at: number): number {
  const code = value.charCodeAt(at) | 0x20
  return code >= 0x61 && code <= 0x7a ? code : 0
}

/** Letter case, marks and white space apart. */
const bare = (value: string): string => value.toLowerCase().replace(NO_LETTERS, ' ').trim()

function groupBy(
  answers: readonly Answer[],
  keyOf: (answer: Answer) => string | number,
): Iterable<Answer[]> {
  const groups = new Map<string | number, Answer[]>()
  for (const answer of answers) {
    const key = keyOf(answer)
    const group = groups.get(key)
    if (group) group.push(answer)
    else groups.set(key, [answer])
  }
  return groups.values()
}

function isRepeated(answers: Answer[]): answers is Repeated {
  return answers.length > 1 && bare(answers[0]!.text.value).split(' ').length >= FEWEST_WORDS
}
