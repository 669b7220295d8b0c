import type { FoundItem, FoundSection } from '../found-report.ts'
import { giveIds } from '../write/give-ids.ts'
import { printedWords } from '../printed-words.ts'
import { writeWords } from '../write/report-words.ts'
import { notesOf, plainAnswers, writeItem } from '../write/write-item.ts'
import { writeSection, type SectionContext } from '../write/write-section.ts'
import { asEntry, inDoubleQuotes, oneLine, writeList, writeValue } from '../../edit/yaml-value.ts'
import { placeOf } from '../../source/source-node.ts'
import { labelFound, labelSection, type Change } from './change.ts'
import type { FileEdits } from '../../edit/file-edits.ts'
import { insertEntry, type NewEntry } from '../../edit/insert-entry.ts'
import type { Spot } from '../../edit/list-spots.ts'
import type { Matches } from './match.ts'
import { typedItems, typedSections } from './typed-tree.ts'
import type { TypedItem, TypedSection, TypedTree } from './typed-tree.ts'
import { itemKeys, SECTION_KEYS } from './update-values.ts'

/** Puts what the report has and the response has not behind what stands before it in the report. */
export class Insertions {
  readonly #taken: Set<string>
  readonly #ids = new Map<FoundItem | FoundSection, string>()
  readonly #madeOf = new Map<FoundItem | FoundSection, FoundItem | FoundSection>()
  readonly #idOf: (found: FoundItem | FoundSection) => string
  /** An item that is written already, though it is new. */
  readonly #later: (() => void)[][] = [[], [], []]

  constructor(
    readonly sections: readonly FoundSection[],
    readonly tree: TypedTree,
    readonly matches: Matches,
    readonly edits: FileEdits,
    readonly changes: Change[],
  ) {
    this.#idOf = giveIds(sections).of
    this.#taken = new Set([
      ...[...typedSections(tree.sections)].map(({ id }) => id),
      ...[...typedItems(tree.sections)].map(({ id }) => id),
    ])
  }

  /** What goes further in is put first: where both end a list, it ends before the other. */
  insertAll(): void {
    this.#visit(this.sections, undefined)
    for (const step of this.#later) for (const insert of step) insert()
  }

  #visit(sections: readonly FoundSection[], parent: TypedSection | undefined): void {
    for (const section of sections) {
      const home = this.matches.sectionOf.get(section)
      if (home) {
        this.#items(section, home)
        this.#visit(section.sections, home)
      } else {
        // Its inner sections may be there all the same.
        this.#visit(
          section.sections.filter(one => this.matches.sectionOf.has(one)),
          undefined,
        )
        const added = this.#prune(section)
        if (added) this.#later[2]!.push(() => this.#insertSection(section, added, sections, parent))
      }
    }
  }

  #isNew = (item: FoundItem): boolean =>
    !this.matches.itemOf.has(item) && !this.matches.held.has(item)

  #items(section: FoundSection, home: TypedSection): void {
    for (const item of section.items) {
      const typed = this.#causeOf(item)
      if (typed) {
        const left = item.recommendations.filter(this.#isNew)
        for (const one of left)
          this.#later[0]!.push(() => this.#insertRecommendation(one, item, typed))
        continue
      }
      if (item.suggestedBy && this.#isNew(item)) {
        this.#tell('offered', item, undefined, 'Write it in, if it is to be answered.')
        continue
      }
      const isNew = this.#isNew(item)
      const recommendations = item.recommendations.filter(this.#isNew)
      // Where the office has made something else of the cause itself, what is left stands beside it.
      const left = isNew ? [this.#copy(item, { recommendations })] : recommendations
      for (const one of left) this.#later[1]!.push(() => this.#insertItem(one, item, section, home))
    }
  }

  /** What its recommendations can stand in. */
  #causeOf(item: FoundItem): TypedItem | undefined {
    const typed = this.matches.itemOf.get(item) ?? this.matches.held.get(item)
    return typed?.kind === 'cause_of_concern' ? typed : undefined
  }

  #insertRecommendation(item: FoundItem, cause: FoundItem, typed: TypedItem): void {
    const all = cause.recommendations
    const spots = this.#neighbours(item, all, one => {
      const other = this.matches.itemOf.get(one)
      return other?.cause === typed ? other.spot : undefined
    })
    const after = itemKeys(typed.kind)
    const home = { map: typed.map, key: 'recommendations', after, isSpaced: false } as const
    if (this.tree.isShared(typed.map)) return this.#tell('added', item, false, SHARED)
    insertEntry(this.edits, home, spots, this.#entry(item, cause.deadline))
    const isAnswered = typed.section.entries.some(({ isForAll }) => isForAll)
    this.#tell('added', item, true, isAnswered ? JOINT : undefined, typed)
  }

  #insertItem(
    item: FoundItem,
    original: FoundItem,
    section: FoundSection,
    home: TypedSection,
  ): void {
    if (this.tree.isShared(home.map)) return this.#tell('added', item, false, SHARED)
    const entryOf = (one: FoundItem) => {
      const typed = this.matches.itemOf.get(one) ?? this.matches.held.get(one)
      const at = home.entries.findIndex(({ item: other }) => other === (typed?.cause ?? typed))
      return typed && at !== -1 ? at : undefined
    }
    const at = section.items.indexOf(original)
    const behind = section.items
      .slice(0, at)
      .map(entryOf)
      .findLast(one => one !== undefined)
    const before = section.items
      .slice(at + 1)
      .map(entryOf)
      .find(one => one !== undefined)
    const last = home.entries.length - 1
    let place = behind ?? (before === undefined ? last : before - 1)
    // A joint answer for all above it was written without this one.
    const joint = home.entries.findLastIndex(({ isForAll }) => isForAll)
    const isBehindJoint = joint > place
    if (isBehindJoint) place = joint
    const after = home.entries[place]?.spot
    insertEntry(
      this.edits,
      { map: home.map, key: 'items', after: SECTION_KEYS, isSpaced: true },
      { behind: after, before: after ? undefined : home.entries[0]?.spot },
      this.#entry(item, undefined),
    )
    this.#tell('added', item, true, isBehindJoint ? BEHIND_JOINT : undefined, home)
  }

  #insertSection(
    section: FoundSection,
    added: FoundSection,
    siblings: readonly FoundSection[],
    parent: TypedSection | undefined,
  ): void {
    const typed = parent?.sections ?? this.tree.sections
    const spots = this.#neighbours(section, siblings, one => {
      const other = this.matches.sectionOf.get(one)
      return other && typed.includes(other) ? other.spot : undefined
    })
    const context = this.#context()
    const entry: NewEntry = {
      lines: indent => asEntry(writeSection(added, context, indent + 2)),
      flow: () => this.#sectionInBrackets(added),
    }
    const map = parent?.map ?? this.tree.root
    const place = placeOf(map.entries.get('sections')?.key ?? map)
    const isShared = parent !== undefined && this.tree.isShared(map)
    if (!isShared) {
      const after = parent
        ? [...SECTION_KEYS, 'items']
        : ['actions', 'reply', 'chief_officer', 'comments', 'letter', 'report']
      insertEntry(this.edits, { map, key: 'sections', after, isSpaced: true }, spots, entry)
    }
    const about = { from: section, place, isWritten: !isShared }
    const hint = isShared ? { hint: SHARED } : {}
    this.changes.push({ kind: 'added', label: labelSection(section), ...about, ...hint })
    for (const item of itemsIn(added)) this.#tell('added', item, !isShared)
  }

  /** Of an entry of the report, the spots of what stands nearest to it in both. */
  #neighbours<T>(one: T, all: readonly T[], spotOf: (one: T) => Spot | undefined) {
    const at = all.indexOf(one)
    return {
      behind: all
        .slice(0, at)
        .map(spotOf)
        .findLast(spot => spot !== undefined),
      before: all
        .slice(at + 1)
        .map(spotOf)
        .find(spot => spot !== undefined),
    }
  }

  /** The section with what of it is new, or nothing. */
  #prune(section: FoundSection): FoundSection | undefined {
    const items = section.items
      .filter(this.#isNew)
      .map(item => this.#copy(item, { recommendations: item.recommendations.filter(this.#isNew) }))
    const sections = section.sections
      .filter(one => !this.matches.sectionOf.has(one))
      .flatMap(one => this.#prune(one) ?? [])
    const isGraded = section.grade !== undefined && section.items.length === 0
    if (items.length === 0 && sections.length === 0 && !isGraded) return undefined
    return this.#copy(section, { items, sections })
  }

  #copy<T extends FoundItem | FoundSection>(found: T, keys: Partial<T>): T {
    const copy = { ...found, ...keys }
    this.#madeOf.set(copy, found)
    return copy
  }

  /** The id that its place gives, unless another has it, which came first. */
  #newId = (found: FoundItem | FoundSection): string => {
    const known = this.#ids.get(found)
    if (known !== undefined) return known
    const wish = this.#idOf(this.#madeOf.get(found) ?? found)
    let id = wish
    const [, stem, number] = /^(.*?)(\d+)$/.exec(wish) ?? [undefined, `${wish}-`, '1']
    for (let count = Number(number) + 1; this.#taken.has(id); count++) id = `${stem}${count}`
    this.#taken.add(id)
    this.#ids.set(found, id)
    return id
  }

  #context(): SectionContext {
    return {
      idOf: this.#newId,
      hasDoubleId: () => false,
      before: () => [],
      fileOf: () => undefined,
    }
  }

  #entry(item: FoundItem, above: string | undefined): NewEntry {
    return {
      lines: indent => writeItem(item, this.#context(), indent, above),
      flow: () => this.#itemInBrackets(item),
    }
  }

  #itemInBrackets(item: FoundItem): string {
    const { answers = {} } = item
    const pairs = [
      `id: ${writeValue(this.#newId(item), true)}`,
      ...(item.number === undefined ? [] : [`number: ${writeValue(item.number, true)}`]),
      ...(item.title === undefined ? [] : [`title: ${writeValue(item.title, true)}`]),
      `${item.kind}: ${inDoubleQuotes(writeWords(item.words))}`,
      ...(item.lead === undefined ? [] : [`lead: ${writeValue(item.lead, true)}`]),
      ...(item.deadline === undefined ? [] : [`deadline: ${writeValue(item.deadline, true)}`]),
      ...(item.for && item.for.length > 0 ? [writeList('for', item.for)] : []),
      ...(['update', 'comment'] as const).flatMap(key =>
        answers[key] ? [`${key}: ${inDoubleQuotes(writeWords(answers[key]))}`] : [],
      ),
      ...[...plainAnswers(answers)].map(([key, value]) => `${key}: ${writeValue(value, true)}`),
      ...(notesOf(item).length > 0 ? [`notes: ${inDoubleQuotes(notesOf(item).join('\n'))}`] : []),
      ...(item.recommendations.length > 0
        ? [
            `recommendations: [${item.recommendations.map(one => this.#itemInBrackets(one)).join(', ')}]`,
          ]
        : []),
    ]
    return `{ ${pairs.join(', ')} }`
  }

  #sectionInBrackets(section: FoundSection): string {
    const { title, question, grade, items, sections } = section
    const pairs = [
      `id: ${writeValue(this.#newId(section), true)}`,
      ...(title === undefined ? [] : [`title: ${writeValue(title, true)}`]),
      ...(question === undefined ? [] : [`question: ${writeValue(question, true)}`]),
      ...(grade === undefined ? [] : [`grade: ${writeValue(oneLine(grade).toLowerCase(), true)}`]),
      ...(items.length > 0
        ? [`items: [${items.map(one => this.#itemInBrackets(one)).join(', ')}]`]
        : []),
      ...(sections.length > 0
        ? [`sections: [${sections.map(one => this.#sectionInBrackets(one)).join(', ')}]`]
        : []),
    ]
    return `{ ${pairs.join(', ')} }`
  }

  #tell(
    kind: 'added' | 'offered',
    item: FoundItem,
    isWritten = false,
    hint?: string,
    home?: TypedItem | TypedSection,
  ): void {
    this.changes.push({
      kind,
      label: labelFound(item, printedWords(item.words)),
      from: item,
      ...(home && { place: placeOf(home.map) }),
      isWritten,
      ...(hint !== undefined && { hint }),
    })
  }
}

function* itemsIn({ items, sections }: FoundSection): Generator<FoundItem> {
  for (const item of items) {
    yield item
    yield* item.recommendations
  }
  for (const section of sections) yield* itemsIn(section)
}

const SHARED = 'What it belongs to stands in several places by one name: write it in by hand.'
const JOINT = 'A joint answer for all items above it counts it as answered: see whether it is.'
const BEHIND_JOINT =
  'It stands behind the joint answer for all items above, which was written without it.'
