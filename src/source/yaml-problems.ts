import { isCollection, isScalar, visit } from 'yaml'
import type { Document, YAMLError } from 'yaml'
import type { Problem } from '../problem.ts'
import {
  filledLine,
  INDENTATION,
  lineAt,
  wordsAt,
  wrongIndentation,
  type Explanation,
} from './indentation.ts'
import { findLookAlike } from './look-alikes.ts'
import { findCurlyEnd, readOneLine } from './one-line-value.ts'
import type { SourceFile } from './source-file.ts'

type Explain = (file: SourceFile, error: YAMLError, document: Document.Parsed) => Explanation

/** Errors that stand for themselves; all others may follow from an earlier one, and only the first is told. */
const INDEPENDENT = new Set<YAMLError['code']>([
  'TAB_AS_INDENT',
  'BLOCK_AS_IMPLICIT_KEY',
  'BAD_SCALAR_START',
  'BAD_DQ_ESCAPE',
  'TAG_RESOLVE_FAILED',
])

/** Every error of the file's marks in the words of who types it. */
export function explainYaml(file: SourceFile, document: Document.Parsed): Problem[] {
  const problems: Problem[] = []
  const lines = new Set<number>()
  const explained = new Set<string>()
  let hasFollower = false
  const tabs: number[] = []
  const lookAlike = document.errors.length > 0 ? findLookAlike(file) : undefined
  if (lookAlike) {
    const { start, end, ...said } = lookAlike
    return [{ rule: 'yaml', severity: 'error', ...said, place: file.place(start, end) }]
  }
  const errors = [...document.errors, ...document.warnings].sort((a, b) => a.pos[0] - b.pos[0])
  for (const error of errors) {
    // One line may hold thousands of one kind, and is explained once.
    const spot = `${error.code} ${file.point(error.pos[0]).line}`
    if (explained.has(spot)) continue
    explained.add(spot)
    const isIndependent = INDEPENDENT.has(error.code)
    if (hasFollower && !isIndependent) continue
    const explain = EXPLAIN[error.code] ?? other
    const { start, end, message, hint, follows, related } = explain(file, error, document)
    const place = file.place(start, end)
    if (message.startsWith(TAB)) tabs.push(place.start.line)
    if (tabs.length > 1 && message.startsWith(TAB)) continue
    if (lines.has(place.start.line) || (follows && problems.length > 0)) continue
    lines.add(place.start.line)
    hasFollower ||= !isIndependent || follows === true || error.code === 'TAB_AS_INDENT'
    const others = related && [
      { place: file.place(related.start, related.end), label: related.label },
    ]
    problems.push({
      rule: 'yaml',
      severity: 'error',
      message,
      hint,
      place,
      ...(others && { related: others }),
    })
    if (problems.length === 10) break
  }
  return tabs.length > 1 ? problems.map(one => withAllTabs(one, tabs.length)) : problems
}

/** Who indents by tabs does so throughout, and is told once. */
const withAllTabs = (problem: Problem, count: number): Problem =>
  problem.message.startsWith(TAB)
    ? { ...problem, message: `${TAB} here and on ${count - 1} more lines, expected spaces` }
    : problem

const TAB = 'Unexpected tab'

const isTabbed = (file: SourceFile, offset: number): boolean =>
  /^[ ]*\t/.test(lineAt(file, offset).words)

const tab: Explain = (file, { pos }) => {
  const line = lineAt(file, pos[0])
  const at = line.words.indexOf('\t')
  const start = at === -1 ? pos[0] : line.start + at
  return {
    start,
    end: start + 1,
    message: `${TAB}, expected spaces`,
    hint: 'Indent by two spaces a level; `s55 fix` does it where the depth is plain',
  }
}

const colon: Explain = (file, { pos }) => {
  const line = lineAt(file, pos[0])
  const [first, second] = [...line.words.matchAll(/:(?=\s|$)/g)]
  if (first && !second) return deeperLine(file, line.end)
  const start = second ? line.start + second.index : pos[0]
  const value = readOneLine(file, pos[0])
  if (value?.isCurly) {
    return {
      start: value.start,
      end: value.end,
      message: 'Unexpected curly quotes around a value, expected straight ones',
      hint: 'Type " in their place: Word makes curly ones of them; `s55 fix` mends it',
    }
  }
  return {
    start,
    end: start + 1,
    message: 'Unexpected colon in a value on one line, expected the value in quotes',
    hint: `Put double quotes around all that follows the first colon: \`title: "PEEL: an inspection"\`${value ? '; `s55 fix` mends it' : ''}`,
  }
}

/** A line with a value of its own, and below it a line that is indented as if it belonged to it. */
const deeperLine = (file: SourceFile, end: number): Explanation => {
  const above = wordsAt(file, Math.max(0, end - 1))
  const dash = gluedDash(above, file.text.slice(above.start, above.end))
  if (dash) return dash
  return {
    ...wordsAt(file, Math.min(file.text.length, end + 1)),
    message: INDENTATION,
    hint: 'The line above has its value already: give this one the same number of spaces',
    follows: true,
  }
}

const scalarStart: Explain = (file, { pos }) => ({
  start: pos[0],
  end: pos[0] + 1,
  message: `Unexpected ${file.text[pos[0]] ?? 'sign'} at the start of a value, expected words`,
  hint: 'Put the value in quotes, or begin it with `|` and write the text on the next line, indented',
})

const backslash: Explain = (_file, { pos }) => ({
  start: pos[0],
  end: pos[0] + 2,
  message: 'Unexpected backslash in double quotes, expected the value in single quotes',
  hint: "In single quotes a backslash is a backslash: 'C:\\files'",
})

const tag: Explain = (_file, { pos }) => ({
  start: pos[0],
  end: pos[1],
  message: 'Unexpected ! at the start of a value, expected words',
  hint: 'Put the value in quotes',
})

const documents: Explain = (file, { pos }) => {
  const next = /^---/gm
  next.lastIndex = pos[0]
  const start = next.exec(file.text)?.index ?? pos[0]
  return {
    start,
    end: start + 3,
    message: 'Unexpected second document, expected one in a file',
    hint: 'Delete the line of three hyphens, or move what follows it to a file of its own',
  }
}

const indentation: Explain = (file, error, document) => {
  const open = openBracket(file, error, document)
  if (open) return open
  const at = filledLine(file, error.pos[0])
  if (isTabbed(file, at)) return tab(file, { ...error, pos: [at, at + 1] }, document)
  const words = wordsAt(file, at)
  return gluedDash(words, file.text.slice(words.start, words.end)) ?? wrongIndentation(file, words)
}

const depth: Explain = (_file, { pos }) => ({
  start: pos[0],
  end: pos[0] + 1,
  message: 'Unexpected depth, expected fewer levels of lists and keys in each other',
  hint: 'Check the brackets of this line',
})

const missing: Explain = (file, error, document) => {
  const at = error.pos[0]
  const quote = openQuote(document, file, at)
  if (quote !== undefined) {
    const curly = findCurlyEnd(file, quote)
    if (curly !== undefined) {
      return {
        start: curly,
        end: curly + 1,
        message: `Unexpected curly ${file.text[curly]} at the end of a quotation, expected a straight ${file.text[quote]}`,
        hint: `Type ${file.text[quote]} in its place: Word makes curly ones of them; \`s55 fix\` mends it`,
      }
    }
    return {
      start: quote,
      end: quote + 1,
      message: `Unexpected ${file.text[quote]} without its partner, expected a closing one`,
      hint: `Close the quotation, or, where ${file.text[quote]} belongs to the words, write the text under \`|\``,
    }
  }
  const open = openBracket(file, error, document)
  if (open) return open
  if (file.text[at] === '#') {
    return {
      start: at,
      end: at + 1,
      message: 'Unexpected # right behind a value, expected a space before it, or quotes',
      hint: 'A remark needs a space before its #; a # that belongs to the value needs quotes around the value',
    }
  }
  return spacesAlone(file, at) ?? noKey(file, error, document)
}

/** Spaces alone on the first line of a text say how far in it begins, and nobody sees them. */
const spacesAlone = (file: SourceFile, at: number): Explanation | undefined => {
  let line = lineAt(file, lineAt(file, at).start - 1)
  let found: Explanation | undefined
  for (; line.start > 0 && line.words.trim() === ''; line = lineAt(file, line.start - 1)) {
    if (line.words === '') continue
    found = {
      start: line.start,
      end: line.start + line.words.length,
      message: 'Unexpected spaces alone on a line above a text, expected an empty line',
      hint: 'Delete the spaces; `s55 fix` mends it',
    }
  }
  return OPENS_TEXT.test(line.words) ? found : undefined
}

const OPENS_TEXT = /[:-][ \t]+[|>][-+\d]*[ \t]*(?:#.*)?$/

const noKey: Explain = (file, error, document) => {
  const { pos } = error
  const words = wordsAt(file, pos[0])
  const typed = file.text.slice(words.start, words.end)
  const dash = gluedDash(words, typed)
  if (dash) return dash
  if (isTabbed(file, pos[0])) return tab(file, error, document)
  if (/^(?:- +)?[a-z_]+:(?=\s|$)/.test(typed)) return wrongIndentation(file, words)
  const glued = /^(?:- +)?([a-z_]+):(?=\S)/.exec(typed)
  if (!glued) return { ...words, ...NO_KEY }
  return {
    ...words,
    message: `Unexpected colon without a space behind it, expected \`${glued[1]}: \` and the value`,
    hint: 'Put a space between the colon and the value',
  }
}

/** `-recommendation: |` */
const gluedDash = ({ start }: { start: number }, typed: string): Explanation | undefined => {
  const key = /^-([a-z_]+):/.exec(typed)?.[1]
  if (key === undefined) return undefined
  return {
    start,
    end: start + 1,
    message: `Unexpected dash without a space behind it, expected \`- ${key}:\``,
    hint: 'Put a space between the dash and the key',
  }
}

/** A key cannot go over two lines: mostly the second line is indented too far. */
const brokenKey: Explain = (file, error, document) => {
  const line = lineAt(file, error.pos[0])
  const isWhole = /^\s*(?:- +)?\w+:\s+\S/.test(line.words)
  return isWhole ? deeperLine(file, line.end) : noKey(file, error, document)
}

const NO_KEY = {
  message: 'Unexpected words, expected a key and a colon: `key: value`',
  hint: 'A text of several lines stands under `|`, each of its lines indented by two more spaces than its key',
}

const UNDER_BAR = 'write the text under `|`, on the next line, indented by two more spaces'

/** Signs that mean something at the start of a value, and nothing to who typed them. */
const VALUE_STARTS: [start: RegExp, found: string, expected: string, hint: string][] = [
  [
    /^["']/,
    'words behind a closing quotation mark',
    'the end of the line there',
    `Where the marks belong to the words, ${UNDER_BAR}`,
  ],
  [
    /^[[{]/,
    'words behind a closing bracket',
    'the end of the line there',
    `Where the brackets belong to the words, ${UNDER_BAR}`,
  ],
  [
    /^-\s/,
    'dash behind a colon',
    'a list on the lines below, or words',
    `For a list, give each entry a line of its own; for words, ${UNDER_BAR}`,
  ],
  [
    /^[|>]/,
    'words behind | or >',
    'the text on the lines below',
    `Put only \`|\` here and ${UNDER_BAR}`,
  ],
]

const other: Explain = (file, { pos }) => {
  const words = wordsAt(file, pos[0])
  const typed = file.text.slice(words.start, words.end)
  const key = /^(?:- +)*[\w ]+:\s+/.exec(typed)?.[0]
  const value = key === undefined ? '' : typed.slice(key.length)
  for (const [start, found, expected, hint] of VALUE_STARTS) {
    if (!start.test(value)) continue
    const at = words.start + key!.length
    const message = `Unexpected ${found}, expected ${expected}`
    return { start: at, end: words.end, message, hint }
  }
  if (key !== undefined && value !== '') return wrongIndentation(file, words)
  return {
    ...words,
    message: 'Unexpected words, expected `key: value`, or `- ` and a list entry',
    hint: 'Look at the quotes, brackets and colons of this line and the one above; put a value with such signs in quotes',
  }
}

const openQuote = (document: Document.Parsed, file: SourceFile, at: number): number | undefined =>
  findOpenQuotes(document, file).get(at)

/** Where quotations begin that are never closed, by where they end all the same. */
export function findOpenQuotes(
  document: Document.Parsed,
  { text }: SourceFile,
): ReadonlyMap<number, number> {
  const open = new Map<number, number>()
  visit(document, {
    Scalar(_key, node) {
      if (node.type !== 'QUOTE_DOUBLE' && node.type !== 'QUOTE_SINGLE') return
      const [start, end] = node.range ?? [0, 0]
      if (end - start > 1 && text[end - 1] === text[start]) return
      if (!open.has(end)) open.set(end, start)
    },
  })
  return open
}

/** The innermost bracket still open at the error. */
const openBracket = (
  file: SourceFile,
  { pos }: YAMLError,
  document: Document.Parsed,
): Explanation | undefined => {
  let start: number | undefined
  visit(document, {
    Collection(_key, node) {
      if (!isCollection(node) || !node.flow || !node.range) return
      if (node.range[0] <= pos[0] && pos[0] <= node.range[1]) start = node.range[0]
    },
    Pair(_key, pair) {
      if (isScalar(pair.key) && isScalar(pair.value)) return visit.SKIP
      return undefined
    },
  })
  if (start === undefined) return undefined
  const [name, close] = file.text[start] === '[' ? ['[', ']'] : ['{', '}']
  return {
    start,
    end: start + 1,
    message: `Unexpected ${name} without its partner or a comma, expected \`${name}one, two${close}\``,
    hint: 'Close the bracket and put a comma between its entries; a value that holds brackets or commas needs quotes',
  }
}

const EXPLAIN: Partial<Record<YAMLError['code'], Explain>> = {
  TAB_AS_INDENT: tab,
  BLOCK_AS_IMPLICIT_KEY: colon,
  BLOCK_IN_FLOW: indentation,
  BAD_SCALAR_START: scalarStart,
  BAD_DQ_ESCAPE: backslash,
  TAG_RESOLVE_FAILED: tag,
  BAD_COLLECTION_TYPE: tag,
  MULTIPLE_DOCS: documents,
  MULTILINE_IMPLICIT_KEY: brokenKey,
  KEY_OVER_1024_CHARS: noKey,
  BAD_INDENT: indentation,
  MISSING_CHAR: missing,
  RESOURCE_EXHAUSTION: depth,
}
