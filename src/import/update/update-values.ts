import type { Block } from '../../document/tree.ts'
import { withoutColon } from '../../model/read-items.ts'
import { parseText } from '../../model/text.ts'
import { isEmpty, placeOf } from '../../source/source-node.ts'
import type { SourceEntry, SourceMap } from '../../source/source-node.ts'
import type { FoundItem, FoundSection } from '../found-report.ts'
import { printedWords } from '../printed-words.ts'
import { writeWords } from '../write/report-words.ts'
import {
  isDeadlineNeeded,
  notesOf,
  plainAnswers,
  readDeadlineOf,
  statusOf,
} from '../write/write-item.ts'
import { gradeWord } from '../write/write-section.ts'
import { oneLine, writeList, writeText, writeValue } from '../../edit/yaml-value.ts'
import { labelSection, labelTyped, type Change } from './change.ts'
import { insertKey, isInBrackets } from '../../edit/insert-key.ts'
import { isOpen, replaceText, replaceValue } from './edit-values.ts'
import { columnOf, type FileEdits } from '../../edit/file-edits.ts'
import { bagOf, coverage, likeness } from '../../model/likeness.ts'
import { likenessOfNames, type Matches } from './match.ts'
import type { TypedItem, TypedSection, TypedTree } from './typed-tree.ts'

const ITEM_KEYS = ['id', 'number', 'title']
const WORD_KEYS = ['lead', 'deadline', 'for', 'inspectorate_status', 'inspectorate_ref', 'notes']
const ANSWER_KEYS = [
  'update',
  'comment',
  'position',
  'reason',
  'status',
  'owner',
  'target',
  'evidence',
]
export const SECTION_KEYS = ['id', 'title', 'question', 'grade', 'previous', 'introduction']

export const itemKeys = (kind: string): string[] => [
  ...ITEM_KEYS,
  kind,
  ...WORD_KEYS,
  ...ANSWER_KEYS,
]

/** Words of a section's own, unlike the report's, from here down. */
const UNLIKE = 0.5

/** What of an entry of the response has become otherwise in the source, and is made so. */
export class ValueUpdates {
  constructor(
    readonly edits: FileEdits,
    readonly changes: Change[],
    readonly tree: TypedTree,
  ) {}

  section(found: FoundSection, typed: TypedSection, { isNamed }: Matches): void {
    const { map } = typed
    const about = { label: labelSection(found), map, from: found }
    const { title, question, grade, previous } = found
    // The office may have a heading of its own, or the report's question as its title.
    const isLike = isNamed(found) && likenessOfNames(found, typed) >= UNLIKE
    for (const [key, words] of Object.entries({ title, question })) {
      if (words === undefined || typed.names.some(name => isSameName(name, words))) continue
      const isTyped = !isOpen(map, key)
      if (isLike || !isTyped) this.#value(about, SECTION_KEYS, key, words)
      else this.#tell(about, 'differs', key, false)
    }
    if (grade !== undefined) this.#value(about, SECTION_KEYS, 'grade', gradeWord(grade))
    if (previous !== undefined) this.#value(about, SECTION_KEYS, 'previous', gradeWord(previous))
  }

  item(found: FoundItem, typed: TypedItem): void {
    const { map, kind } = typed
    const about = { label: labelTyped(typed), map, from: found }
    const keys = itemKeys(kind)
    if (kind !== found.kind)
      this.#tell(about, 'differs', 'kind', false, `The source has it as ${found.kind}.`)
    if (found.number !== undefined && !isSameNumber(typed.number, found.number))
      this.#value(about, keys, 'number', oneLine(found.number))
    const { title } = found
    const isAmongWords =
      title !== undefined &&
      isOpen(map, 'title') &&
      coverage(bagOf(title), bagOf(typed.words)) >= 0.85
    if (title !== undefined && !isAmongWords) this.#value(about, keys, 'title', title)
    // Who typed the headline among the words has it there.
    const words = isAmongWords ? [headlineOf(title), ...found.words] : found.words
    this.#text(about, keys, kind, words, 'changed')
    const lead = found.lead === undefined ? '' : withoutColon(oneLine(found.lead))
    if (kind === 'cause_of_concern' && lead !== '')
      this.#value(
        about,
        keys,
        'lead',
        lead,
        (one, other) => withoutColon(one) === withoutColon(other),
      )
    this.#deadline(about, found, typed, lead)
    this.#addressees(about, found, typed)
    const status = statusOf(found)
    if (status !== undefined) this.#value(about, keys, 'inspectorate_status', status)
    if (found.inspectorate_ref !== undefined)
      this.#value(about, keys, 'inspectorate_ref', found.inspectorate_ref)
    this.#answers(about, found, typed)
  }

  #deadline(about: About, found: FoundItem, { map, kind, cause }: TypedItem, lead: string): void {
    const typed = map.entries.get('deadline')?.value
    const above = cause && typedDeadline(cause)
    const read = readDeadlineOf(lead, above, writeWords(found.words))
    const isTyped = typed !== undefined && !isEmpty(typed)
    if (found.deadline === undefined || (!isTyped && !isDeadlineNeeded(found, read))) return
    this.#value(about, itemKeys(kind), 'deadline', found.deadline, isSameName)
  }

  #addressees(about: About, found: FoundItem, { map, kind }: TypedItem): void {
    const { for: named = [] } = found
    if (named.length === 0) return
    const value = map.entries.get('for')?.value
    if (value === undefined) {
      insertKey(this.edits, map, keysBefore(itemKeys(kind), 'for'), [writeList('for', named)])
      this.#tell(about, 'changed', 'for', true)
      return
    }
    const typed =
      value.kind === 'list'
        ? value.items.map(one => (one.kind === 'scalar' ? one.value : ''))
        : value.kind === 'scalar'
          ? value.value.split('\n')
          : []
    const isSame = typed.map(bare).filter(Boolean).join('\n') === named.map(bare).join('\n')
    if (!isSame) this.#tell(about, 'differs', 'for', false)
  }

  /** Of a tracker. What is typed already stays; an empty key is filled. */
  #answers(about: About, found: FoundItem, { map, kind }: TypedItem): void {
    const { answers } = found
    const notes = notesOf({ ...found, suggestedBy: undefined } as unknown as FoundItem)
    if (!answers) return
    const keys = itemKeys(kind)
    for (const key of ['update', 'comment'] as const) {
      const words = answers[key] ?? []
      if (printedWords(words) !== '') this.#text(about, keys, key, words, 'filled')
    }
    for (const [key, value] of plainAnswers(answers)) {
      const typed = map.entries.get(key)?.value
      if (isOpen(map, key)) this.#value(about, keys, key, value, undefined, 'filled')
      else if (typed?.kind !== 'scalar' || oneLine(typed.value) !== value)
        this.#tell(about, 'differs', key, false)
    }
    const { evidence = [] } = answers
    if (evidence.length > 0 && !map.entries.has('evidence')) {
      const lines = isInBrackets(map)
        ? [writeList('evidence', evidence)]
        : ['evidence:', ...evidence.map(one => `  - ${writeValue(one)}`)]
      insertKey(this.edits, map, keysBefore(keys, 'evidence'), lines)
      this.#tell(about, 'filled', 'evidence', true)
    }
    if (notes.length > 0 && !map.entries.has('notes') && !isInBrackets(map)) {
      insertKey(this.edits, map, keysBefore(keys, 'notes'), writeText('notes', notes.join('\n')))
      this.#tell(about, 'filled', 'notes', true)
    }
  }

  #value(
    about: About,
    keys: readonly string[],
    key: string,
    words: string,
    isSame: (typed: string, found: string) => boolean = (typed, found) => typed === found,
    kind: 'changed' | 'filled' = 'changed',
  ): void {
    const { map } = about
    const [place, entry] = pick(map, key, candidate => oneLine(candidate) === oneLine(words))
    if (entry?.value.kind === 'scalar' && isSame(oneLine(entry.value.value), oneLine(words))) return
    if (this.tree.isShared(map)) return this.#tell(about, 'differs', key, false, SHARED)
    if (!entry) {
      insertKey(this.edits, map, keysBefore(keys, key), [
        `${key}: ${writeValue(words, isInBrackets(map))}`,
      ])
      return this.#tell(about, kind, key, true)
    }
    if (entry.value.kind !== 'scalar') return this.#tell(about, 'differs', key, false)
    replaceValue(this.edits, place, entry, words)
    this.#tell(about, kind, key, true)
  }

  /** `filled`: only where nothing is typed. */
  #text(
    about: About,
    keys: readonly string[],
    key: string,
    blocks: readonly Block[],
    kind: 'changed' | 'filled',
  ): void {
    const { map } = about
    const words = printedWords(blocks)
    const bag = bagOf(words)
    const [place, entry] = pick(map, key, typed => wordsIn(typed) === words, bag)
    if (entry?.value.kind === 'scalar' && wordsIn(entry.value.value) === words) return
    if (this.tree.isShared(map)) return this.#tell(about, 'differs', key, false, SHARED)
    const isFree = !entry || isEmpty(entry.value)
    if (kind === 'filled' && !isFree) return this.#tell(about, 'differs', key, false)
    if (!entry) {
      const indent = columnOf(map.file, map.start)
      const lines = isInBrackets(map)
        ? [`${key}: ${JSON.stringify(writeWords(blocks))}`]
        : writeText(key, writeWords(blocks, Math.max(40, 96 - indent)))
      insertKey(this.edits, map, keysBefore(keys, key), lines)
    } else if (entry.value.kind !== 'scalar') return this.#tell(about, 'differs', key, false)
    else replaceText(this.edits, place, entry, blocks)
    this.#tell(about, kind, kind === 'changed' ? 'words' : key, true)
  }

  #tell(about: About, kind: Change['kind'], key: string, isWritten: boolean, hint?: string): void {
    const { label, map, from } = about
    const place = placeOf(map.entries.get(key)?.key ?? map)
    this.changes.push({
      kind,
      label,
      key,
      place,
      from,
      isWritten,
      ...(hint !== undefined && { hint }),
    })
  }
}

const headlineOf = (title: string): Block => ({
  type: 'paragraph',
  children: [{ type: 'strong', children: [{ type: 'text', value: title }] }],
})

const SHARED = 'It stands in several places by one name: change it by hand.'

type About = { label: string; map: SourceMap; from: FoundItem | FoundSection }

const bare = (words: string): string => oneLine(words).toLowerCase()
const isSameName = (one: string, other: string): boolean => bare(one) === bare(other)
const wordsIn = (text: string): string => printedWords(parseText(text).blocks)

const isSameNumber = (typed: string | undefined, found: string): boolean => {
  const digits = (number: string) => bare(number).replace(/^[^\d]*(?=\d)/, '')
  return typed !== undefined && digits(typed) === digits(found)
}

const keysBefore = (keys: readonly string[], key: string): string[] => [
  ...keys.slice(0, Math.max(0, keys.indexOf(key))),
]

const typedDeadline = ({ map }: TypedItem): string | undefined => {
  const value = (key: string) => {
    const node = map.entries.get(key)?.value
    return node?.kind === 'scalar' && !isEmpty(node) ? oneLine(node.value) : undefined
  }
  return value('deadline') ?? readDeadlineOf(value('lead') ?? '', undefined, '')
}

/** The entry that holds the words: of a value in two languages the one that has them, or is most like them. */
function pick(
  map: SourceMap,
  key: string,
  isSame: (typed: string) => boolean,
  bag?: ReturnType<typeof bagOf>,
): [place: SourceMap, entry: SourceEntry | undefined] {
  const entry = map.entries.get(key)
  if (entry?.value.kind !== 'map') return [map, entry]
  const place = entry.value
  const both = ['en', 'cy'].flatMap(language => place.entries.get(language) ?? [])
  const like = ({ value }: SourceEntry) => {
    if (value.kind !== 'scalar') return 0
    if (isSame(value.value)) return 2
    return bag ? likeness(bag, bagOf(value.value)) : 0
  }
  const best = both.reduce<SourceEntry | undefined>(
    (known, one) => (known && like(known) >= like(one) ? known : one),
    undefined,
  )
  return best ? [place, best] : [map, entry]
}
