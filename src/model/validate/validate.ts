import { safeParse } from 'zod/mini'
import type { ZodMiniType, infer as Infer } from 'zod/mini'
import { PRIVATE, type Path, type Place, type Problem } from '../../problem.ts'
import { findNode, placeAt } from '../../source/find-node.ts'
import type { SourceNode } from '../../source/source-node.ts'
import { type Plain, toPlain } from '../../source/to-plain.ts'
import { readDay } from '../day.ts'
import { ITEM_SCHEMAS, KIND_KEYS } from '../schema/item.ts'
import { didYouMean, listWords } from './did-you-mean.ts'
import { findEmptyKeys } from './empty-keys.ts'
import { type Finding, flattenIssues, valueAt } from './flatten-issues.ts'
import { moveHome, sayHomes } from './misplaced.ts'
import { byPosition, isSamePath } from './paths.ts'
import { describeAt, homesOf, keysAt } from './schema-keys.ts'
import { describe, expectedTypes, sayDate, sayHome, shorten, typeName } from './sentences.ts'
import { wordsWithColon } from './words-with-colon.ts'

export type Validated<T> = {
  /** Without what was wrong; nothing where too little is left. */
  value?: T
  problems: Problem[]
  /** Placeholders where a date should stand: no fault of structure. */
  unknownDates: { at: Path; words: string }[]
  /** Where something was left out. */
  refused: Path[]
}
type Context = {
  isPrivate: (place: Place) => boolean
  findPlaceholder: (value: string) => string | undefined
}

/** A file with more of them is not one of ours. */
const PROBLEMS_TOLD = 500

/** Each round may uncover what the round before had covered; no file of people needs as many. */
const ROUNDS = 12

/**
 * Checks a tree against its schema. What is wrong is told, then mended where it is plain what was
 * meant, else left out, so that one mistake does not bring others with it. Mends the tree as well.
 */
export function validate<S extends ZodMiniType>(
  schema: S,
  root: SourceNode,
  context: Context,
): Validated<Infer<S>> {
  const validator = new Validator(schema, root, context)
  validator.tellEmptyKeys()
  for (let round = 0; round < ROUNDS && validator.isUsable; round++) {
    const result = safeParse(schema, validator.plain)
    const { problems, unknownDates, refused } = validator
    if (result.success) return { value: result.data, problems, unknownDates, refused }
    validator.take(flattenIssues(result.error.issues, validator.plain))
  }
  const { problems, unknownDates, refused } = validator
  return { problems, unknownDates, refused }
}

class Validator {
  readonly problems: Problem[] = []
  readonly unknownDates: Validated<unknown>['unknownDates'] = []
  readonly refused: Path[] = []
  readonly plain: Plain
  isUsable = true
  #removals: Path[] = []
  readonly #removed = new Set<string>()
  readonly #emptied = new Set<string>()
  /** Maps of which a key was put right in this round: what else they lack, the next one sees. */
  readonly #mended = new Set<string>()

  constructor(
    readonly schema: ZodMiniType,
    readonly root: SourceNode,
    readonly context: Context,
  ) {
    this.plain = toPlain(root)
  }

  /** What is empty is left out of the tree, and would be misspelt in silence. */
  tellEmptyKeys(): void {
    for (const { at, key } of [...findEmptyKeys(this.schema, this.root)]) {
      const map = valueAt(this.plain, at)
      if (typeof map !== 'object' || Array.isArray(map)) continue
      map[key] = ''
      this.#unknownKey(at, key)
      for (const [name, value] of Object.entries(map)) if (value === '') delete map[name]
    }
  }

  take(findings: Finding[]): void {
    // A mistyped key is told before the key that it leaves missing.
    const first = findings.filter(({ code }) => code === 'unknown-keys' || code === 'no-kind')
    for (const finding of first) this.#tell(finding)
    for (const finding of findings) if (!first.includes(finding)) this.#tell(finding)
    this.#mended.clear()
    this.#remove()
  }

  #tell(finding: Finding): void {
    const { at } = finding
    switch (finding.code) {
      case 'unknown-keys':
        for (const key of finding.keys) this.#unknownKey(at, key)
        return
      case 'missing':
        return this.#missing(at)
      case 'type':
        return this.#refuse(
          at,
          `Unexpected ${typeName(valueAt(this.plain, at))}, expected ${expectedTypes(finding.expected)}`,
          this.#hint(at, finding.expected),
        )
      case 'word':
        return this.#word(at, finding.allowed)
      case 'form':
        return this.#form(at, finding.expected)
      case 'no-kind':
        return this.#noKind(at)
      case 'kinds':
        return this.#kinds(at, finding.kinds)
      case 'other':
        return this.#refuse(at, `Unexpected value, expected ${describe(this.schema, at)}`)
    }
  }

  #unknownKey(at: Path, key: string): void {
    const map = valueAt(this.plain, at) as { [key: string]: Plain }
    if (!(key in map)) return // told with another
    if (this.problems.length >= PROBLEMS_TOLD) {
      delete map[key]
      return
    }
    const known = this.#keysAt(at)
    const open = known.filter(one => !(one in map))
    const meant = didYouMean(key, open)
    const place = placeAt(this.root, [...at, key], 'key')
    const isHidden = meant === undefined && this.context.isPrivate(place)
    const found = `Unexpected key ${isHidden ? PRIVATE : shorten(key)}`
    if (meant !== undefined) {
      this.#problem('unknown-key', `${found}, expected ${meant}`, place, `Did you mean ${meant}?`)
      this.#rename(at, key, meant)
      return
    }
    const value = map[key]!
    delete map[key]
    if (known.join() === 'cy,en') return this.#colon(at)
    const isItemKey = at.at(-2) === 'items' && keysAt(this.schema, at).includes(key)
    const isKind = KIND_KEYS.some(kind => kind === key)
    if (at.at(-2) === 'recommendations' && isKind) {
      const message = `Unexpected ${key} among recommendations, expected recommendation`
      const hint = 'Move it to the items of the section: to the left, as an item of its own'
      this.#problem('unknown-key', message, place, hint)
      this.#removals.push(at)
      return
    }
    const isAt = at.length === 0 ? 'at the top of the file' : `in ${sayHome(at.map(String))}`
    if (at.at(-2) === 'sections' && isKind) {
      const hint = `Write \`items:\` above it, and below that \`- ${key}:\`, two more spaces to the right`
      const message = `Unexpected ${key} ${isAt}, expected it in a list under \`items:\``
      this.#problem('unknown-key', message, place, hint)
      // The rest of the item stands beside it.
      const others = keysAt(this.schema, [...at, 'items', 0])
      for (const one of others) if (!known.includes(one)) delete map[one]
      this.refused.push([...at, key])
      return
    }
    const homes = isItemKey ? 'in a cause_of_concern' : sayHomes(homesOf(this.schema, key))
    if (known.includes(key) || homes === undefined) {
      const names = listWords(known.filter(one => one !== 'notes'))
      this.#problem('unknown-key', `${found} ${isAt}, expected ${names}`, place)
    } else {
      const hint = `Move it, with the indentation of its new place`
      this.#problem('unknown-key', `${found} ${isAt}, expected it ${homes}`, place, hint)
      if (value !== '' && !this.context.isPrivate(place)) moveHome(this, at, key, value)
    }
  }

  /** `- Chair: Police Panel`: where words are asked for, a colon makes a key of the first of them. */
  #colon(at: Path): void {
    if (this.#removals.some(one => isSamePath(one, at))) return
    const message = 'Unexpected colon in words on one line, expected the words in quotes'
    const isPlain = wordsWithColon(findNode(this.root, at).node) !== undefined
    const hint = `Put double quotes around the words: \`- "Chair: Police Panel"\`${isPlain ? '; `s55 fix` mends it' : ''}`
    this.#problem('unexpected-value', message, placeAt(this.root, at), hint, isPlain)
    this.#removals.push(at)
  }

  /** An item has the keys of its kind alone. */
  #keysAt(at: Path): string[] {
    const map = valueAt(this.plain, at)
    if (at.at(-2) !== 'items' || typeof map !== 'object') return keysAt(this.schema, at)
    const kind = KIND_KEYS.find(one => one in map)
    const others: string[] = KIND_KEYS.filter(one => one !== kind)
    const own = kind === undefined ? [] : keysAt(ITEM_SCHEMAS[kind], [])
    const ofCause = ['lead', 'recommendations'].filter(key => !own.includes(key))
    return keysAt(this.schema, at).filter(key => !others.includes(key) && !ofCause.includes(key))
  }

  #missing(at: Path): void {
    if (valueAt(this.plain, at) !== undefined) return // the mistyped key has been told
    const parent = at.slice(0, -1)
    if (this.#mended.has(parent.join('\0'))) return
    if (this.#removals.some(one => isSamePath(one, parent))) return // told already
    if (this.#removed.has(at.join('\0')) || this.#emptied.has(parent.join('\0'))) {
      return this.#leaveOut(parent)
    }
    const what = sayHome(parent.map(String))
    this.#problem(
      'missing-key',
      `Missing ${String(at.at(-1))}${parent.length > 0 ? ` in ${what}` : ''}, expected ${describe(this.schema, at)}`,
      placeAt(this.root, at, 'key'),
    )
    this.#leaveOut(parent)
  }

  #leaveOut(at: Path): void {
    if (at.length === 0) this.isUsable = false
    else this.#removals.push(at)
  }

  #word(at: Path, allowed: readonly string[]): void {
    const value = valueAt(this.plain, at)
    const key = [...at].reverse().find(step => typeof step === 'string')
    if (typeof value !== 'string') {
      return this.#refuse(at, `Unexpected ${typeName(value)}, expected ${listWords(allowed)}`)
    }
    const meant = didYouMean(value, allowed)
    this.#refuse(
      at,
      `Unexpected ${key ?? 'word'} ${this.#quote(at, value)}, expected ${listWords(allowed)}`,
      meant === undefined || this.#isPrivate(at) ? undefined : `Did you mean ${meant}?`,
      meant,
    )
  }

  #form(at: Path, expected: string): void {
    const value = valueAt(this.plain, at)
    if (typeof value !== 'string') return
    const words = this.#quote(at, value)
    switch (expected) {
      case 'date':
        return this.#date(at, value)
      case 'colour':
        return this.#refuse(at, `Unexpected colour ${words}, expected # and six digits: "#1f2a5c"`)
      case 'millimetres':
        return this.#refuse(at, `Unexpected margin ${words}, expected 5mm to 80mm`)
      case 'count':
        return this.#refuse(at, `Unexpected count ${words}, expected a whole number`)
      default:
        return this.#refuse(
          at,
          `Unexpected link ${words}, expected an address that begins with https://`,
        )
    }
  }

  #date(at: Path, value: string): void {
    if (this.context.findPlaceholder(value) !== undefined) {
      this.unknownDates.push({ at, words: value.trim() })
      this.#removals.push(at)
      return
    }
    const read = readDay(value)
    const { message, hint } = sayDate(value, this.#quote(at, value), read, this.#isPrivate(at))
    this.#refuse(at, message, hint, read, 'date')
  }

  #noKind(at: Path): void {
    const map = valueAt(this.plain, at) as { [key: string]: Plain }
    const node = findNode(this.root, at).node
    const typed = KIND_KEYS.find(kind => node.kind === 'map' && node.entries.has(kind))
    if (typed) {
      this.#problem(
        'missing-key',
        typed === 'answers'
          ? 'Missing words behind answers, expected all, or references such as [R10, A2]'
          : `Missing words of this ${typed.replace(/_/g, ' ')}, expected the report's text`,
        placeAt(this.root, [...at, typed], 'key'),
      )
      if (typed === 'answers') map['answers'] = 'all'
      else this.#removals.push(at)
      return
    }
    const known = keysAt(this.schema, at)
    for (const key of Object.keys(map)) {
      const meant = known.includes(key) ? undefined : didYouMean(key, KIND_KEYS)
      if (meant === undefined) continue
      const place = placeAt(this.root, [...at, key], 'key')
      const message = `Unexpected key ${shorten(key)}, expected ${meant}`
      this.#problem('unknown-key', message, place, `Did you mean ${meant}?`)
      this.#rename(at, key, meant)
      return
    }
    this.#problem(
      'missing-key',
      `Missing kind of this item, expected ${listWords(KIND_KEYS)}`,
      placeAt(this.root, at),
      'Begin the item with its kind: `- recommendation: |`; keys of the item above need its indentation, without `- `',
    )
    // An answer to what stands above: nothing is missing there because of it.
    if (known.includes('answers') && ('update' in map || 'comment' in map)) map['answers'] = 'all'
    else this.#removals.push(at)
  }

  #kinds(at: Path, kinds: readonly string[]): void {
    const map = valueAt(this.plain, at) as { [key: string]: Plain }
    const node = findNode(this.root, at).node
    const order = node.kind === 'map' ? [...node.entries.keys()] : []
    const [first, ...others] = [...kinds].sort((a, b) => order.indexOf(a) - order.indexOf(b))
    for (const other of others) {
      this.problems.push({
        rule: 'unexpected-value',
        severity: 'error',
        message: `Unexpected ${other} beside ${first}, expected one kind in an item`,
        hint: `Begin a new item: \`- ${other}: …\``,
        place: placeAt(this.root, [...at, other], 'key'),
        related: [
          { place: placeAt(this.root, [...at, first!], 'key'), label: 'the item begins as this' },
        ],
      })
      delete map[other]
    }
  }

  /** Tells of a value, and puts `instead` in its place, or nothing. */
  #refuse(
    at: Path,
    message: string,
    hint?: string,
    instead?: string,
    rule = 'unexpected-value',
  ): void {
    const isMendable = rule === 'date' && instead !== undefined
    this.#problem(rule, message, placeAt(this.root, at), hint, isMendable)
    const parent = valueAt(this.plain, at.slice(0, -1))
    if (instead === undefined || typeof parent !== 'object') this.#removals.push(at)
    else if (Array.isArray(parent)) parent[Number(at.at(-1))] = instead
    else parent[String(at.at(-1))] = instead
  }

  #problem(rule: string, message: string, place: Place, hint?: string, isMendable = false): void {
    if (this.problems.length >= PROBLEMS_TOLD) return
    this.problems.push({
      rule,
      severity: 'error',
      message,
      place,
      ...(hint !== undefined && { hint }),
      ...(isMendable && { mendable: true }),
    })
  }

  #hint(at: Path, expected: readonly string[]): string | undefined {
    if (expected.join() === 'array' && typeName(valueAt(this.plain, at)) === 'keys')
      return 'Put `- ` before the first key of each entry, and its other keys below that first key'
    const description = describeAt(this.schema, at)
    return description && `${String(at.at(-1))}: ${description}`
  }

  #quote(at: Path, value: string): string {
    return this.#isPrivate(at) ? PRIVATE : `"${shorten(value)}"`
  }

  #isPrivate(at: Path): boolean {
    return this.context.isPrivate(placeAt(this.root, at))
  }

  #rename(at: Path, from: string, to: string): void {
    const map = valueAt(this.plain, at) as { [key: string]: Plain }
    map[to] = map[from]!
    delete map[from]
    this.#mended.add(at.join('\0'))
    const { node } = findNode(this.root, at)
    if (node.kind !== 'map') return
    const entries = [...node.entries]
    node.entries.clear()
    for (const [name, entry] of entries) {
      if (name !== to) node.entries.set(name === from ? to : name, entry)
    }
  }

  /** From the last to the first, so that positions hold until they are used. */
  #remove(): void {
    const removals = new Map(this.#removals.map(at => [JSON.stringify(at), at]))
    this.#removals = []
    this.refused.push(...removals.values())
    for (const at of [...removals.values()].sort(byPosition).reverse()) {
      if (at.length === 0) {
        this.isUsable = false
        continue
      }
      const parent = valueAt(this.plain, at.slice(0, -1))
      const last = at.at(-1)!
      if (Array.isArray(parent)) {
        parent.splice(Number(last), 1)
        const { node } = findNode(this.root, at.slice(0, -1))
        if (node.kind === 'list') node.items.splice(Number(last), 1)
      } else if (typeof parent === 'object') {
        delete parent[last]
        this.#removed.add(at.join('\0'))
        if (Object.keys(parent).length === 0) this.#emptied.add(at.slice(0, -1).join('\0'))
      }
    }
  }
}
