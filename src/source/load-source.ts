import { distance } from 'fastest-levenshtein'
import type { Problem } from '../problem.ts'
import { decodeText } from './decode-text.ts'
import { findMatches, isGlob } from './glob.ts'
import { parseYaml } from './parse-yaml.ts'
import { guessPrivateLines, privateLinesOf } from './private-lines.ts'
import { folderOf, hintOf, resolvePath, sayRefusal } from './relative-path.ts'
import type { SourceFile } from './source-file.ts'
import { isEmpty, placeOf } from './source-node.ts'
import type { SourceEntry, SourceMap, SourceNode, Span } from './source-node.ts'
import type { WorkspaceFiles } from './workspace-files.ts'

/** Enough for any response, and an end to what names itself by other names. */
const PART_LIMIT = 1000
const NESTING_LIMIT = 10

/** The files of one reading: each is read once, and what it is made of is kept for messages. */
export class Loader {
  readonly problems: Problem[] = []
  readonly sources = new Map<string, string>()
  readonly files: string[] = []
  readonly #private = new Map<string, () => Set<number>>()
  readonly #parsed = new Map<string, { node?: SourceNode; isBroken: boolean }>()
  #parts = 0

  constructor(readonly workspace: WorkspaceFiles) {}

  isPrivate(file: string, line: number): boolean {
    return this.#private.get(file)?.().has(line) ?? false
  }

  noteFile(path: string): void {
    if (!this.files.includes(path)) this.files.push(path)
  }

  /**
   * The file with its parts in their places. Nothing where the file is missing or empty, or where its
   * marks are broken, for then its values say nothing sure. `isBroken`: the like is true of a part.
   * `hasParts`: whether `file:` in a list names one; in a paper of the panel it is something else.
   */
  async load(
    path: string,
    { hasParts = true } = {},
  ): Promise<{ node?: SourceNode; isBroken: boolean; typed?: SourceNode }> {
    const { node, isBroken } = await this.#file(path)
    if (!node) return { isBroken: true }
    if (isBroken) return { isBroken, typed: node }
    if (!hasParts) {
      const whole = copyWithoutParts(node, () => false)!
      return { node: whole, typed: whole, isBroken }
    }
    const splicer = new Splicer(this)
    const spliced = await splicer.splice(node, [path])
    return { node: spliced, typed: spliced, isBroken: splicer.isBroken }
  }

  async part(path: string): Promise<{ node?: SourceNode; isBroken: boolean }> {
    this.#parts += 1
    return this.#parts > PART_LIMIT ? { isBroken: true } : this.#file(path)
  }

  refuse(span: Span, rule: string, message: string, hint?: string): void {
    this.problems.push({
      rule,
      severity: 'error',
      message,
      ...(hint !== undefined && { hint }),
      place: placeOf(span),
    })
  }

  async #file(path: string): Promise<{ node?: SourceNode; isBroken: boolean }> {
    const known = this.#parsed.get(path)
    if (known) return known
    const read = await this.workspace.read(path)
    if (!read.bytes) return { isBroken: true }
    this.noteFile(path)
    const parsed = parsedOnce.get(read.bytes) ?? parseFile(path, read.bytes)
    parsedOnce.set(read.bytes, parsed)
    const { file, hidden, problems, ...kept } = parsed
    this.problems.push(...problems)
    if (file) {
      this.sources.set(path, file.text)
      this.#private.set(path, hidden)
    }
    this.#parsed.set(path, kept)
    return kept
  }
}

type ParsedFile = {
  node?: SourceNode
  isBroken: boolean
  problems: Problem[]
  /** What can be shown of it. */
  file?: SourceFile
  /** The lines that may not be; asked for only where something is shown. */
  hidden: () => Set<number>
}
const once = <T>(make: () => T): (() => T) => {
  let made: { value: T } | undefined
  return () => (made ??= { value: make() }).value
}

/** By the bytes themselves: one office serves all its responses. */
const parsedOnce = new WeakMap<Uint8Array, ParsedFile>()

function parseFile(path: string, bytes: Uint8Array): ParsedFile {
  const { value: file, shown, problems } = decodeText(path, bytes)
  if (!file) {
    const hidden = once(() => guessPrivateLines(shown?.text ?? ''))
    return { isBroken: true, problems, ...(shown && { file: shown }), hidden }
  }
  const parsed = parseYaml(file)
  const hidden = once(() => privateLinesOf(file.text, parsed))
  return {
    ...(parsed.value && { node: parsed.value }),
    isBroken: parsed.broken,
    problems: [...problems, ...parsed.problems],
    file,
    hidden,
  }
}

/** The key and value that name a part; a slip in the one key of an entry is one all the same. */
function findFile(item: SourceNode): (SourceEntry & { isMistyped: boolean }) | undefined {
  if (item.kind !== 'map') return undefined
  const entry = item.entries.get('file')
  if (entry) return { ...entry, isMistyped: false }
  const [[name, only] = ['', undefined], second] = item.entries
  const isFile = only?.value.kind === 'scalar' && /\.ya?ml$/.test(only.value.value.trim())
  if (!only || second || !isFile || name === 'title' || distance(name, 'file') > 2) return undefined
  return { ...only, isMistyped: true }
}

/** A tree of its own, where no file is to be waited for; nothing where one is named. */
function copyWithoutParts(
  node: SourceNode,
  isPart: (item: SourceNode) => boolean = item => findFile(item) !== undefined,
): SourceNode | undefined {
  if (node.kind === 'scalar') return node
  if (node.kind === 'map') {
    const entries: SourceMap['entries'] = new Map()
    for (const [name, { key, value }] of node.entries) {
      const copy = copyWithoutParts(value, isPart)
      if (!copy) return undefined
      entries.set(name, { key, value: copy })
    }
    return { ...node, entries }
  }
  const items: SourceNode[] = []
  for (const item of node.items) {
    if (isEmpty(item)) continue
    const copy = isPart(item) ? undefined : copyWithoutParts(item, isPart)
    if (!copy) return undefined
    items.push(copy)
  }
  return { ...node, items }
}

/** Puts what `file:` names in its place, and drops list entries of which nothing was typed. */
class Splicer {
  isBroken = false

  constructor(readonly loader: Loader) {}

  async splice(node: SourceNode, trail: readonly string[]): Promise<SourceNode> {
    const whole = copyWithoutParts(node)
    if (whole) return whole
    if (node.kind === 'map') {
      const entries: SourceMap['entries'] = new Map()
      for (const [name, { key, value }] of node.entries) {
        entries.set(name, { key, value: await this.splice(value, trail) })
      }
      return { ...node, entries }
    }
    if (node.kind === 'scalar') return node
    const items: SourceNode[] = []
    for (const item of node.items) for (const one of await this.#entry(item, trail)) items.push(one)
    return { ...node, items }
  }

  async #entry(item: SourceNode, trail: readonly string[]): Promise<SourceNode[]> {
    if (isEmpty(item)) return []
    const named = findFile(item)
    if (item.kind !== 'map' || !named) return [await this.splice(item, trail)]
    const { key, value: file, isMistyped } = named
    if (isMistyped) {
      const typed = key.file.text.slice(key.start, key.end)
      const message = `Unexpected key ${typed}, expected file`
      this.loader.refuse(key, 'unknown-key', message, 'Did you mean file?')
    }
    if (item.entries.size > 1) {
      this.loader.refuse(
        key,
        'part',
        'Unexpected file beside other keys, expected it alone',
        'Move the other keys into the file that is named',
      )
      this.isBroken = true
      return []
    }
    if (file.kind !== 'scalar' || isEmpty(file)) {
      this.#refuse(file, 'part', 'Unexpected value, expected the path of a file')
      return []
    }
    const spliced: SourceNode[] = []
    for (const path of await this.#named(file, file.value.trim(), trail.at(-1)!)) {
      for (const node of await this.#part(path, file, trail)) spliced.push(node)
    }
    return spliced
  }

  /** The files that a `file:` names. */
  async #named(span: Span, typed: string, from: string): Promise<string[]> {
    const resolved = resolvePath(folderOf(from), typed)
    if (resolved.refusal) {
      this.#refuse(span, 'part', sayRefusal(resolved.refusal), hintOf(resolved.refusal))
      return []
    }
    if (!isGlob(resolved.path)) return [resolved.path]
    const paths = await findMatches(this.loader.workspace, resolved.path)
    if (paths.length === 0) {
      this.#refuse(span, 'missing-file', `Missing file ${resolved.path}, expected at least one`)
    }
    return paths
  }

  async #part(path: string, span: Span, trail: readonly string[]): Promise<SourceNode[]> {
    if (trail.includes(path)) {
      const round = [...trail.slice(trail.indexOf(path)), path].join(', which names ')
      this.#refuse(span, 'part', `Unexpected part that holds itself (${round}), expected another`)
      return []
    }
    if (trail.length > NESTING_LIMIT) {
      this.#refuse(
        span,
        'part',
        `Unexpected depth, expected at most ${NESTING_LIMIT} parts in each other`,
      )
      return []
    }
    const read = await this.loader.part(path)
    if (!read.node && !this.loader.files.includes(path)) {
      await this.#refuseUnread(path, span)
      return []
    }
    this.isBroken ||= read.isBroken
    if (!read.node || read.isBroken) return []
    if (read.node.kind === 'scalar') {
      this.#refuse(
        read.node,
        'part',
        'Unexpected text, expected a section, an item, or a list of them',
      )
      return []
    }
    const next = [...trail, path]
    if (read.node.kind === 'map') return this.#entry(read.node, next)
    const list = await this.splice(read.node, next)
    return list.kind === 'list' ? list.items : []
  }

  async #refuseUnread(path: string, span: Span): Promise<void> {
    const { refusal } = await this.loader.workspace.read(path)
    if (refusal === 'outside') this.#refuse(span, 'part', sayRefusal('outside'), hintOf('outside'))
    else if (refusal === 'folder') {
      this.#refuse(
        span,
        'part',
        'Unexpected folder, expected a file',
        `Write ${path}/*.yaml for all its files`,
      )
    } else if (refusal === 'unreadable') {
      this.#refuse(
        span,
        'missing-file',
        `Unexpected file ${path} that cannot be read, expected one that can`,
      )
    } else if (refusal)
      this.#refuse(span, 'missing-file', `Missing file ${path}, expected it in the workspace`)
    else this.#refuse(span, 'part', `Unexpected number of parts, expected at most ${PART_LIMIT}`)
  }

  #refuse(span: Span, rule: string, message: string, hint?: string): void {
    this.isBroken = true
    this.loader.refuse(span, rule, message, hint)
  }
}
