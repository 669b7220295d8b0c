import type { Spot } from '../../edit/list-spots.ts'
import { makeIds } from '../../model/make-ids.ts'
import type { ItemKind } from '../../model/response.ts'
import { parseText } from '../../model/text.ts'
import type { Path } from '../../problem.ts'
import { findMatches, isGlob } from '../../source/glob.ts'
import type { Loader } from '../../source/load-source.ts'
import { folderOf, resolvePath } from '../../source/relative-path.ts'
import type { SourceList, SourceMap, SourceScalar } from '../../source/source-node.ts'
import { isEmpty } from '../../source/source-node.ts'
import { printedWords } from '../printed-words.ts'
import { COUNTED } from '../write/write-head.ts'

export type TypedItem = {
  kind: ItemKind
  map: SourceMap
  spot: Spot
  /** Its own, or made from the place. */
  id: string
  number: string | undefined
  /** Headline and words, as they are printed. */
  words: string
  section: TypedSection
  cause: TypedItem | undefined
  recommendations: TypedItem[]
}

/** An entry of `items:` in its order: joint answers are no items, and stand between them. */
export type TypedEntry = { spot: Spot; map: SourceMap; item?: TypedItem; isForAll: boolean }

export type TypedSection = {
  map: SourceMap
  spot: Spot
  id: string
  names: string[]
  entries: TypedEntry[]
  sections: TypedSection[]
  parent: TypedSection | undefined
}

export type TypedTree = {
  root: SourceMap
  sections: TypedSection[]
  /** Maps that stand for several entries, by a name or a part named twice: an edit would change them all. */
  isShared: (map: SourceMap) => boolean
}

/** A response as its files have it. The loader has read it without fault. */
export async function readTyped(loader: Loader, path: string): Promise<TypedTree | undefined> {
  const { node: root } = await loader.part(path)
  if (root?.kind !== 'map') return undefined
  const reader = new TypedReader(loader)
  const sections = await reader.sections(root, path)
  giveTypedIds(sections)
  return { root, sections, isShared: map => (reader.uses.get(spotOf(map)) ?? 0) > 1 }
}

const spotOf = ({ file, start }: SourceMap): string => `${file.path}:${start}`

class TypedReader {
  readonly uses = new Map<string, number>()

  constructor(readonly loader: Loader) {}

  async sections(map: SourceMap, path: string, parent?: TypedSection): Promise<TypedSection[]> {
    const sections: TypedSection[] = []
    for (const { map: one, spot, path: file } of await this.#entries(map, 'sections', path)) {
      const section: TypedSection = {
        map: one,
        spot,
        id: '',
        names: [...wordsIn(one, 'title'), ...wordsIn(one, 'question')],
        entries: [],
        sections: [],
        parent,
      }
      section.entries = await this.#items(one, file, section)
      section.sections = await this.sections(one, file, section)
      sections.push(section)
    }
    return sections
  }

  async #items(map: SourceMap, path: string, section: TypedSection): Promise<TypedEntry[]> {
    const entries: TypedEntry[] = []
    for (const { map: one, spot, path: file } of await this.#entries(map, 'items', path)) {
      const kind = kindOf(one)
      const isForAll = (scalarIn(one, 'answers')?.value ?? '').trim().toLowerCase() === 'all'
      if (!kind) entries.push({ map: one, spot, isForAll })
      else
        entries.push({
          map: one,
          spot,
          isForAll,
          item: await this.#item(one, kind, spot, section, file),
        })
    }
    return entries
  }

  async #item(
    map: SourceMap,
    kind: ItemKind,
    spot: Spot,
    section: TypedSection,
    path: string,
    cause?: TypedItem,
  ): Promise<TypedItem> {
    const item: TypedItem = {
      kind,
      map,
      spot,
      id: '',
      number: scalarIn(map, 'number')?.value.trim() || undefined,
      words: [...wordsIn(map, 'title'), ...textsIn(map, kind)].join(' '),
      section,
      cause,
      recommendations: [],
    }
    for (const one of await this.#entries(map, 'recommendations', path))
      if (kindOf(one.map))
        item.recommendations.push(
          await this.#item(one.map, kindOf(one.map)!, one.spot, section, one.path, item),
        )
    return item
  }

  async #entries(
    map: SourceMap,
    key: string,
    path: string,
  ): Promise<{ map: SourceMap; spot: Spot; path: string }[]> {
    const list = map.entries.get(key)?.value
    return list?.kind === 'list' ? this.#list(list, path) : []
  }

  async #list(
    list: SourceList,
    path: string,
  ): Promise<{ map: SourceMap; spot: Spot; path: string }[]> {
    const found: { map: SourceMap; spot: Spot; path: string }[] = []
    for (const node of list.items) {
      if (node.kind !== 'map') continue
      const file = node.entries.get('file')?.value
      if (file?.kind === 'scalar')
        found.push(...(await this.#part(file.value, { list, node }, path)))
      else found.push(this.#use(node, { list, node }, path))
    }
    return found
  }

  async #part(typed: string, spot: Spot, from: string) {
    const found: { map: SourceMap; spot: Spot; path: string }[] = []
    const resolved = resolvePath(folderOf(from), typed.trim())
    if (resolved.refusal) return found
    const paths = isGlob(resolved.path)
      ? await findMatches(this.loader.workspace, resolved.path)
      : [resolved.path]
    for (const path of paths) {
      const { node } = await this.loader.part(path)
      const file = node?.kind === 'map' ? node.entries.get('file')?.value : undefined
      if (node?.kind === 'list') found.push(...(await this.#list(node, path)))
      else if (file?.kind === 'scalar') found.push(...(await this.#part(file.value, spot, path)))
      else if (node?.kind === 'map') found.push(this.#use(node, spot, path))
    }
    return found
  }

  #use(map: SourceMap, spot: Spot, path: string) {
    this.uses.set(spotOf(map), (this.uses.get(spotOf(map)) ?? 0) + 1)
    return { map, spot, path }
  }
}

export const KINDS = Object.keys(COUNTED) as ItemKind[]
const kindOf = ({ entries }: SourceMap): ItemKind | undefined =>
  KINDS.find(kind => entries.has(kind))

/** A value in one language, or in each of two. */
function* scalarsIn(map: SourceMap, key: string): Generator<SourceScalar> {
  const value = map.entries.get(key)?.value
  if (value?.kind === 'scalar') yield value
  if (value?.kind === 'map')
    for (const language of ['en', 'cy']) {
      const one = value.entries.get(language)?.value
      if (one?.kind === 'scalar') yield one
    }
}

export const scalarIn = (map: SourceMap, key: string): SourceScalar | undefined => {
  const value = map.entries.get(key)?.value
  return value?.kind === 'scalar' ? value : undefined
}

const wordsIn = (map: SourceMap, key: string): string[] =>
  [...scalarsIn(map, key)]
    .slice(0, 1)
    .filter(node => !isEmpty(node))
    .map(({ value }) => value)

const textsIn = (map: SourceMap, key: string): string[] =>
  wordsIn(map, key).map(value => printedWords(parseText(value).blocks))

function giveTypedIds(sections: readonly TypedSection[]): void {
  const given: { at: Path; of: { id: string } }[] = []
  const note = (of: { id: string }, at: Path) => void given.push({ at, of })
  const own = (map: SourceMap, key: string): object => {
    const [value] = wordsIn(map, key)
    return value === undefined ? {} : { [key]: value }
  }
  const itemOf = (item: TypedItem, at: (string | number)[]): object => {
    note(item, at)
    const recommendations = item.recommendations.map((one, index) =>
      itemOf(one, [...at, 'recommendations', index]),
    )
    return { [item.kind]: '', ...own(item.map, 'id'), recommendations }
  }
  const sectionOf = (section: TypedSection, at: (string | number)[]): object => {
    note(section, at)
    return {
      ...own(section.map, 'id'),
      ...own(section.map, 'title'),
      ...own(section.map, 'question'),
      items: section.entries.map(({ map, item }, index) =>
        item ? itemOf(item, [...at, 'items', index]) : { answers: '', ...own(map, 'id') },
      ),
      sections: section.sections.map((one, index) => sectionOf(one, [...at, 'sections', index])),
    }
  }
  const inputs = sections.map((section, index) => sectionOf(section, ['sections', index]))
  const ids = makeIds(inputs)
  for (const { at, of } of given) of.id = ids.of(at)
}

export function* typedItems(sections: readonly TypedSection[]): Generator<TypedItem> {
  for (const { entries, sections: inner } of sections) {
    for (const { item } of entries) {
      if (!item) continue
      yield item
      yield* item.recommendations
    }
    yield* typedItems(inner)
  }
}

export function* typedSections(sections: readonly TypedSection[]): Generator<TypedSection> {
  for (const section of sections) {
    yield section
    yield* typedSections(section.sections)
  }
}
