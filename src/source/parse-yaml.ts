import { isAlias, isMap, isScalar, isSeq, parseDocument } from 'yaml'
import type { Alias, Document, Node, ParsedNode, YAMLMap, YAMLSeq } from 'yaml'
import { isError, type Outcome, type Problem } from '../problem.ts'
import type { SourceFile } from './source-file.ts'
import { isEmpty, placeOf } from './source-node.ts'
import type { SourceList, SourceMap, SourceNode, SourceScalar, Span } from './source-node.ts'
import { findControlCharacters, holdsControl } from './decode-text.ts'
import { wrongIndentation } from './indentation.ts'
import { explainYaml } from './yaml-problems.ts'

/** No response nests as deep, and no stack is deep enough for what does. */
const DEPTH_LIMIT = 60
/** What aliases repeat may add this many values to a file; a bomb adds millions. */
const REPEAT_LIMIT = 10_000

/** A file with more of them has been pasted into itself. */
const DOUBLES_TOLD = 100

const STYLES: Record<string, SourceScalar['style']> = {
  PLAIN: 'plain',
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
}

/** What the file says. Without a value where its marks are broken, so that nobody guesses. */
export function parseYaml(file: SourceFile): Outcome<SourceNode> & { broken: boolean } {
  const controls = findControlCharacters(file)
  const document = parseMarks(file)
  if (!document) return { problems: [...controls, tooDeep(file, 0, 1)], broken: true }
  const marks = explainYaml(file, document)
  const reader = new Reader(file, document)
  const value = document.contents ? reader.node(document.contents, 0) : undefined
  reader.refuseUnusedMarks()
  const broken = marks.length > 0 || reader.isBroken
  // What the reader sees names the cause; the marks of the same line are what follows from it.
  const causes = new Set(reader.problems.filter(isError).map(({ place }) => place.start.line))
  const others = marks.filter(
    ({ place }) => !causes.has(place.start.line) && place.start.line < reader.lastLine,
  )
  const told = new Set(others.map(({ place }) => place.start.line))
  const seen = reader.problems.filter(
    problem => isError(problem) || !told.has(problem.place.start.line),
  )
  const problems = [...controls, ...others, ...seen]
  if (!value && problems.length === 0) {
    problems.push({
      rule: 'yaml',
      severity: 'error',
      message: 'Missing content, expected `key: value` lines; the file is empty',
      place: file.place(0, 0),
    })
  }
  return { ...(value && { value }), problems, broken }
}

/** The file's marks, right or wrong. Nothing where they nest too deep to be looked at. */
export function parseMarks({ text }: SourceFile): Document.Parsed | undefined {
  if (deepest(text) > DEPTH_LIMIT) return undefined
  return parseDocument(text, {
    schema: 'failsafe',
    version: '1.2',
    prettyErrors: false,
    uniqueKeys: false, // ours names both places, and takes no quadratic time
    logLevel: 'error',
  })
}

class Reader {
  readonly problems: Problem[] = []
  isBroken = false
  /** What stands below it follows from what is wrong in it. */
  lastLine = Infinity
  readonly #anchors = new Map<string, { node: SourceNode; size: number } | 'open'>()
  /** Where each value begins that is marked by a name, until the name is used. */
  readonly #unused = new Map<string, number>()
  #repeated = 0
  #doubles = 0
  #size = 0

  constructor(
    readonly file: SourceFile,
    readonly document: Document.Parsed,
  ) {}

  node(node: Node, depth: number): SourceNode {
    this.#size += 1
    if (depth > DEPTH_LIMIT) {
      const span = this.#span(node)
      this.problems.push(tooDeep(this.file, span.start, span.start + 1))
      this.isBroken = true
      return this.#nothing(span.start)
    }
    const anchor = 'anchor' in node ? node.anchor : undefined
    if (anchor) {
      this.#anchors.set(anchor, 'open')
      if (isScalar(node)) this.#unused.set(anchor, node.range?.[0] ?? 0)
    }
    if (node.tag === '!') this.#refuseMark('!', node.range?.[0] ?? 0)
    const before = this.#size
    const value = this.#value(node, depth)
    if (anchor) this.#anchors.set(anchor, { node: value, size: this.#size - before + 1 })
    return value
  }

  #value(node: Node, depth: number): SourceNode {
    if (isMap(node)) return this.#map(node as YAMLMap<ParsedNode, ParsedNode | null>, depth)
    if (isSeq(node)) return this.#list(node as YAMLSeq<ParsedNode>, depth)
    if (isAlias(node)) return this.#alias(node)
    if (!isScalar(node)) return this.#nothing(0)
    const value = typeof node.value === 'string' ? node.value : ''
    const style = STYLES[node.type ?? 'PLAIN'] ?? 'plain'
    const span = this.#span(node)
    if (style === 'double' && holdsControl(value)) {
      this.problems.push({
        rule: 'text',
        severity: 'error',
        message: 'Unexpected backslash that makes a control character, expected none',
        hint: 'Put the value in single quotes, in which a backslash is a backslash',
        place: placeOf(span),
      })
    }
    if (style === 'plain' && /^(?:“[^”]*”|‘[^’]*’)$/.test(value)) {
      this.problems.push({
        rule: 'yaml',
        severity: 'warning',
        message: 'Unexpected curly quotes around a value, expected straight ones, or none',
        hint: 'Curly quotes are printed; straight ones only hold the value together',
        place: placeOf(span),
      })
    }
    if (style === 'plain') this.#warnOfRemark(0, span.end)
    if (style === 'literal') this.#warnOfKey(span)
    return { kind: 'scalar', value, style, ...span }
  }

  /** `update: &c.` names a value, of which nothing would be left: who meant it uses the name. */
  refuseUnusedMarks(): void {
    if (this.isBroken) return
    for (const [name, start] of this.#unused) this.#refuseMark(`&${name}`, start)
  }

  #refuseMark(mark: string, before: number): void {
    const start = this.file.text.lastIndexOf(mark, before)
    this.#refuse(
      { file: this.file, start, end: start + mark.length },
      `Unexpected ${mark[0]} at the start of a value, expected words`,
      'Begin the text with `|` and write it on the next line, indented by two more spaces; or put the value in quotes',
    )
    this.isBroken = true
  }

  /** A key that is indented like the text above it is printed as its words. */
  #warnOfKey({ start, end }: Span): void {
    const text = this.file.text.slice(start, end)
    if (!text.includes(': |') && !text.includes(': >')) return
    const key = /^([ \t]+)([a-z_]{2,30}): [|>][-+]?[ \t]*\r?$/m.exec(text)
    if (!key) return
    const at = start + key.index + key[1]!.length
    this.problems.push({
      rule: 'yaml',
      severity: 'warning',
      message: `Unexpected ${key[2]}: inside a text, expected the key further to the left`,
      hint: 'As it stands, it is printed with the text above it: give it the spaces of the key before',
      place: this.file.place(at, at + key[2]!.length + 1),
    })
  }

  /** `title: Operation #Sceptre` ends before the #. Who writes a remark writes a space behind it. */
  #warnOfRemark(skipped: number, after: number): void {
    const end = after + skipped
    const next = this.file.text[end]
    if (next !== ' ' && next !== '\t') return
    const remark = /^[ \t]+(?=#[\p{L}\p{N}])/u.exec(this.file.text.slice(end, end + 80))
    if (!remark) return
    const start = end + remark[0].length
    this.problems.push({
      rule: 'yaml',
      severity: 'warning',
      message: 'Unexpected # behind a space, expected a remark: all that follows it is left out',
      hint: 'Put the value in quotes where the # belongs to it; else put a space behind the #',
      place: this.file.place(start, start + 1),
    })
  }

  #map(node: YAMLMap<ParsedNode, ParsedNode | null>, depth: number): SourceMap {
    const entries: SourceMap['entries'] = new Map()
    for (const pair of node.items) {
      if (!isScalar(pair.key) || typeof pair.key.value !== 'string') {
        this.#refuseKey(pair.key)
        continue
      }
      const key = this.#span(pair.key)
      const name = pair.key.value
      const value = pair.value ? this.node(pair.value, depth + 1) : this.#nothing(key.end)
      if (isEmpty(value)) this.#refuseRemark(key.end)
      const earlier = entries.get(name)
      if (earlier) this.#refuseDouble(name, earlier.key, key)
      // The second stays reachable under a name that no key has, for what must be kept private.
      entries.set(earlier ? `${name}\u0000${key.start}` : name, { key, value })
    }
    return { kind: 'map', entries, ...this.#span(node) }
  }

  #list(node: YAMLSeq<ParsedNode>, depth: number): SourceList {
    const items = node.items.map(item => this.node(item, depth + 1))
    return { kind: 'list', items, ...this.#span(node) }
  }

  #alias(node: Alias): SourceNode {
    const span = this.#span(node)
    const target = this.#anchors.get(node.source)
    this.#unused.delete(node.source)
    if (target && target !== 'open') {
      this.#repeated += target.size
      this.#size += target.size
      if (this.#repeated <= REPEAT_LIMIT) return target.node
      if (!this.isBroken) {
        this.#refuse(
          span,
          `Unexpected *${node.source}, expected no more than ${REPEAT_LIMIT} repeated values in a file`,
          'Write the values out in place of * and its name',
        )
      }
    } else {
      this.#refuse(
        span,
        'Unexpected * at the start of a value, expected words',
        'Begin the text with `|` and write it on the next line, indented by two more spaces; or put the value in quotes',
      )
    }
    this.isBroken = true
    return this.#nothing(span.start)
  }

  #refuseKey(key: Node | null): void {
    this.isBroken = true
    if (key && (isMap(key) || isSeq(key)) && !key.flow) {
      const span = this.#span(key)
      this.lastLine = Math.min(this.lastLine, this.file.point(span.start).line)
      const newline = this.file.text.indexOf('\n', span.start)
      const end = newline === -1 ? span.end : Math.min(span.end, newline)
      const { message, hint } = wrongIndentation(this.file, span)
      this.#refuse({ ...span, end }, message, hint)
      return
    }
    this.#refuse(
      key ? this.#span(key) : { file: this.file, start: 0, end: 0 },
      'Unexpected brackets where a key stands, expected one word and a colon',
      'Put a value that holds { } or [ ] in quotes',
    )
  }

  #refuseDouble(name: string, first: Span, second: Span): void {
    this.#doubles += 1
    if (this.#doubles > DOUBLES_TOLD) return
    this.problems.push({
      rule: 'yaml',
      severity: 'error',
      message: `Unexpected second ${name}, expected each key once`,
      hint: 'Delete one of the two, or join their values',
      place: this.file.place(second.start, second.end),
      related: [{ place: this.file.place(first.start, first.end), label: 'the first one' }],
    })
  }

  /** A colour without quotes is a remark, and its value empty: `colour: #1f2a5c`. */
  #refuseRemark(end: number): void {
    const remark = /^(["']?:[ \t]+)(#[0-9a-f]{3,8})\b/i.exec(this.file.text.slice(end, end + 40))
    if (!remark)
      return this.#warnOfRemark(/^["']?:/.exec(this.file.text.slice(end))?.[0].length ?? 0, end)
    const start = end + remark[1]!.length
    const span = { file: this.file, start, end: start + remark[2]!.length }
    this.#refuse(
      span,
      `Unexpected ${remark[2]} without quotes, expected "${remark[2]}"`,
      'Put the colour in quotes: what follows a # is a remark',
    )
  }

  #refuse(span: Span, message: string, hint: string): void {
    const place = this.file.place(span.start, span.end)
    this.problems.push({ rule: 'yaml', severity: 'error', message, hint, place })
  }

  #nothing(at: number): SourceScalar {
    return { kind: 'scalar', value: '', style: 'plain', file: this.file, start: at, end: at }
  }

  #span(node: Node): Span {
    const [start, end] = node.range ?? [0, 0]
    return { file: this.file, start, end: trimmedEnd(this.file.text, start, end) }
  }
}

/** Every text ends with a line's end, and hardly one with a space that is not of ASCII. */
const isSpace = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at)
  return code <= 0x20 ? code === 0x20 || (code >= 0x09 && code <= 0x0d) : /\s/.test(text[at]!)
}

const trimmedEnd = (text: string, start: number, end: number): number => {
  let at = end
  while (at > start && isSpace(text, at - 1)) at -= 1
  return at
}

const tooDeep = (file: SourceFile, start: number, end: number): Problem => ({
  rule: 'yaml',
  severity: 'error',
  message: `Unexpected depth, expected at most ${DEPTH_LIMIT} levels of lists and keys in each other`,
  place: file.place(start, end),
})

/** How deep brackets and dashes can nest at most; found without a stack, before anything that has one. */
const deepest = (text: string): number => {
  if (/(?:[[{]\s*){61}/.test(text)) return Infinity
  let most = 0
  for (const line of text.split('\n')) {
    if (line.length < DEPTH_LIMIT) continue
    const opening = /^\s*((?:[-?:]\s+|[[{]\s*)+)/.exec(line)
    if (opening) most = Math.max(most, opening[1]!.replace(/\s/g, '').length)
  }
  return most
}
