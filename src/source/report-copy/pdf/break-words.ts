import type { BegunLine } from './begin-paragraphs.ts'

const SOFT_HYPHEN = '\u00ad'
const BROKEN = /(\p{L}+)-$/u
const REST = /^(\p{Ll}\p{L}*)/u
const WORD = /\p{L}+(?:-\p{L}+)*/gu
/** What is often written with a hyphen before a word, and behind one. */
const BEFORE = new Set(
  'anti co counter cross ex high long low mid multi non re self semi short single two well'.split(
    ' ',
  ),
)
const BEHIND = new Set(
  'based centred driven focused keeping making oriented quality related solving specific wide worn'.split(
    ' ',
  ),
)
/** Words that begin with the same letters are taken for forms of one: "examine", "examined". */
const STEM = 5

/** A page has some 200 different ones. */
const FEW_WORDS = 200

type Site = { line: BegunLine; head: string; rest: string }

/**
 * With a soft hyphen in place of the one that a typesetter put at a line's end. What the report has elsewhere
 * in one word is one; what it has with the hyphen keeps it.
 */
export function breakWords(lines: readonly BegunLine[]): BegunLine[] {
  const sites = sitesIn(lines)
  if (sites.length === 0) return [...lines]
  const known = wordsIn(lines, new Set(sites.map(({ line }) => line)))
  const verdicts = sites.map(site => ({ ...site, isSoft: judge(site, known) }))
  const doesHyphenate = hyphenates(verdicts.map(({ isSoft }) => isSoft))
  const soft = new Set(
    verdicts.filter(({ isSoft }) => isSoft ?? doesHyphenate).map(({ line }) => line),
  )
  return lines.map(line =>
    soft.has(line) ? { ...line, words: line.words.slice(0, -1) + SOFT_HYPHEN } : line,
  )
}

/** One word that is certainly taken apart shows it; or more lines that end in a hyphen than words with one explain. */
function hyphenates(verdicts: readonly (boolean | undefined)[]): boolean {
  const count = (which: boolean | undefined) => verdicts.filter(one => one === which).length
  return count(true) > 0 || count(undefined) > count(false) + 1
}

function sitesIn(lines: readonly BegunLine[]): Site[] {
  return lines.flatMap((line, index) => {
    const next = lines[index + 1]
    const head = BROKEN.exec(line.words.slice(-40))?.[1]
    const rest = next && !next.isFirst ? REST.exec(next.words)?.[1] : undefined
    return head !== undefined && rest !== undefined ? [{ line, head, rest }] : []
  })
}

function wordsIn(lines: readonly BegunLine[], broken: ReadonlySet<BegunLine>): Set<string> {
  const known = new Set<string>()
  let isRest = false
  for (const line of lines) {
    let words = line.words.toLowerCase()
    if (isRest) words = words.replace(REST, '')
    isRest = broken.has(line)
    if (isRest) words = words.replace(BROKEN, '')
    for (const [word] of words.matchAll(WORD)) {
      for (const part of [word, ...word.split('-')]) {
        known.add(part)
        if (part.length >= STEM) known.add(`${part.slice(0, STEM)}…`)
      }
    }
  }
  return known
}

/** Nothing where the report has the word in neither form. */
function judge({ head, rest }: Site, known: ReadonlySet<string>): boolean | undefined {
  const [one, other] = [head.toLowerCase(), rest.toLowerCase()]
  if (known.has(one + other)) return true
  if (known.has(`${one}-${other}`)) return false
  if (BEHIND.has(other) || (known.has(other) && known.has(one))) return false
  const stem = other.length >= STEM ? `${other.slice(0, STEM)}…` : other
  if (BEFORE.has(one) && known.has(stem)) return false
  // A second capital is no word's own: "Anglo-saxon" is, "NHS-led" is not.
  if (/\p{Lu}$/u.test(head)) return false
  // Halves that a report of some length has nowhere as words: "priori-tised".
  const isTelling = known.size > FEW_WORDS && !known.has(one) && !BEFORE.has(one)
  return isTelling ? true : undefined
}
