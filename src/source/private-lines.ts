import { distance } from 'fastest-levenshtein'
import type { SourceNode } from './source-node.ts'

/** What a withheld item holds back. `withheld.public` and the report's words may be shown. */
const HELD_BACK = ['update', 'comment', 'position', 'reason', 'owner', 'evidence', 'history']

/** A mistyped key still means it: better a line too many than one too few. */
const isLike = (key: string, word: string): boolean => {
  const typed = key
    .replace(/\0.*/, '')
    .toLowerCase()
    .replace(/[\s_-]/g, '')
  return distance(typed, word) <= (typed.length < 4 ? 1 : typed.length < 9 ? 2 : 3)
}

type Meaning = { isNotes: boolean; isWithheld: boolean; isHeldBack: boolean }

// A file has few different keys, and each of them many times.
const meanings = new Map<string, Meaning>()
const MEANINGS_KEPT = 1000

function meaningOf(key: string): Meaning {
  const known = meanings.get(key)
  if (known) return known
  const meaning = {
    isNotes: isLike(key, 'notes'),
    isWithheld: isLike(key, 'withheld'),
    isHeldBack: HELD_BACK.some(word => isLike(key, word)),
  }
  if (meanings.size < MEANINGS_KEPT) meanings.set(key, meaning)
  return meaning
}

/** The lines of a file that may not be shown. */
export function privateLinesOf(
  text: string,
  { value, broken }: { value?: SourceNode; broken: boolean },
): Set<number> {
  const lines = value ? findPrivateLines(value) : new Set<number>()
  if (broken) for (const line of guessPrivateLines(text)) lines.add(line)
  return lines
}

/** The lines of notes, and of what withheld items hold back. They are never quoted. */
export function findPrivateLines(root: SourceNode): Set<number> {
  const lines = new Set<number>()
  const hide = (key: { start: number }, value: SourceNode) => {
    const { start, end } = value.file.place(key.start, value.end)
    for (let line = start.line; line <= end.line; line++) lines.add(line)
  }
  const visit = (node: SourceNode): void => {
    if (node.kind === 'list') return node.items.forEach(visit)
    if (node.kind !== 'map') return
    let isWithheld = false
    for (const name of node.entries.keys()) isWithheld ||= meaningOf(name).isWithheld
    for (const [name, { key, value }] of node.entries) {
      const meaning = meaningOf(name)
      if (meaning.isNotes) hide(key, value)
      else if (isWithheld && meaning.isHeldBack) hide(key, value)
      else if (isWithheld && meaning.isWithheld && value.kind === 'map') {
        for (const [inner, entry] of value.entries) {
          if (inner !== 'public') hide(entry.key, entry.value)
        }
      } else visit(value)
    }
  }
  visit(root)
  return lines
}

/** The same of a file whose marks are broken: by its keys and indentation alone, and rather too much. */
export function guessPrivateLines(text: string): Set<number> {
  const lines = text.split('\n')
  const isWithheld = /withh?eld/i.test(text)
  const hidden = new Set<number>()
  let indent: number | undefined
  lines.forEach((line, index) => {
    const key = /^((?:\s|- )*)(["']?)([\w ]+)\2\s*:/.exec(line)
    const depth = key ? key[1]!.length : line.length - line.trimStart().length
    // A line of the text may have lost its indentation: only a key ends it, and keys are in small letters.
    const isKey = key !== null && !/\p{Lu}/u.test(key[3]!)
    if (indent !== undefined && (line.trim() === '' || depth > indent || !isKey)) {
      hidden.add(index + 1)
      return
    }
    indent = undefined
    const name = key?.[3] ?? ''
    const { isHeldBack, isWithheld: isWithheldKey, ...meaning } = meaningOf(name)
    const isNotes = meaning.isNotes || /[{,]\s*notes?\s*:/i.test(line)
    const isHeld = isWithheld && (isHeldBack || isWithheldKey)
    if (!isNotes && !isHeld && !(isWithheld && /[{,]\s*(?:reason|update|comment)\s*:/.test(line))) {
      return
    }
    hidden.add(index + 1)
    indent = depth
  })
  return hidden
}
