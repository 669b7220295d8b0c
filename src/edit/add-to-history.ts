import { Lexer } from 'yaml'
import { applyEdits } from '../fix/mend.ts'
import { SourceFile } from '../source/source-file.ts'
import type { SourceList, SourceMap, SourceNode } from '../source/source-node.ts'
import { findNode } from '../source/find-node.ts'
import { toPlain, type Plain } from '../source/to-plain.ts'
import type { Path } from '../problem.ts'
import { FileEdits } from './file-edits.ts'
import { isAllThere } from './is-all-there.ts'
import { findInFile, parseWhole, type InFile } from './find-in-file.ts'
import { writeEntry, writeEntryOnOneLine, type LoggedEntry } from './history-entry.ts'
import { insertEntry, type NewEntry } from './insert-entry.ts'
import { insertLast, isInBrackets } from './insert-key.ts'
import { indentIn } from './list-spots.ts'
import { openBraces } from './open-braces.ts'

export type Added = {
  /** The file's text with the entry in it. */
  after: string
  /** Where the entry begins. */
  line: number
  /** The item as the file then has it. */
  item: SourceMap
  /** The item stood in braces, and is written otherwise now, or its entry stands in them. */
  wasInBraces: boolean
}

/** Keys that stand behind the history: what is said of the item's own items, and of the record itself. */
const BEHIND = ['recommendations', 'withheld', 'waive', 'notes']

/**
 * An entry put into the history of an item, in the order of days; of one day behind those that are there.
 * Nothing else in the file changes, but that an item in braces is first written on lines. Without a value
 * where the file would then not say what it said before, and the entry.
 */
export function addToHistory(item: SourceMap, entry: LoggedEntry): Added | undefined {
  const { file } = item
  const root = parseWhole(file.path, file.text)
  const place = root && findInFile(root, item)
  if (!root || !place) return undefined
  const opened = isInBrackets(item) ? openIn(place, file) : { text: file.text, at: place.at }
  const kinds = [writeEntry(entry, hasOpenEntries(item)), writeEntryOnOneLine(entry)]
  for (const { text, at } of opened.text === file.text ? [opened] : [opened, asIs(place, file)])
    for (const kind of kinds) {
      const after = insertInto(file.path, text, at, entry, kind)
      const added = after === undefined ? undefined : findAdded(root, file, after, at, entry)
      if (added) return { ...added, wasInBraces: isInBrackets(item) }
    }
  return undefined
}

const asIs = ({ at }: InFile, { text }: SourceFile) => ({ text, at })

function openIn(place: InFile, file: SourceFile): { text: string; at: Path } {
  const { node, parent, at } = place
  const edit = node.kind === 'map' ? openBraces(node, parent) : undefined
  return { text: edit ? applyEdits(file.text, [edit]) : file.text, at }
}

/** The days of entries that are typed as days, in the order of the list. */
const daysOf = ({ items }: SourceList): (string | undefined)[] =>
  items.map(item => {
    const date = item.kind === 'map' ? item.entries.get('date')?.value : undefined
    return date?.kind === 'scalar' && /^\d{4}-\d\d-\d\d$/.test(date.value) ? date.value : undefined
  })

const historyOf = (item: SourceMap): SourceList | undefined => {
  const value = item.entries.get('history')?.value
  return value?.kind === 'list' ? value : undefined
}

/** Who writes entries on lines of their own goes on like that. */
function hasOpenEntries(item: SourceMap): boolean {
  const last = historyOf(item)?.items.at(-1)
  return last?.kind === 'map' && !isInBrackets(last)
}

function insertInto(
  path: string,
  text: string,
  at: Path,
  { date }: LoggedEntry,
  entry: NewEntry,
): string | undefined {
  const root = parseWhole(path, text)
  const { node: item, isFound } = root ? findNode(root, at) : { node: undefined, isFound: false }
  if (!isFound || item?.kind !== 'map') return undefined
  const edits = new FileEdits()
  if (isInBrackets(item) && !item.entries.has('history'))
    insertLast(edits, item, `history: [${entry.flow()}]`)
  else {
    const after = [...item.entries.keys()].filter(key => !BEHIND.includes(key))
    const home = { map: item, key: 'history', after, isSpaced: false, indent: indentIn(root!, at) }
    insertEntry(edits, home, spotFor(historyOf(item), date), entry)
  }
  const [edited] = edits.files.values()
  return edited && applyEdits(text, edited.edits)
}

function spotFor(list: SourceList | undefined, date: string) {
  if (!list || list.items.length === 0) return {}
  const days = daysOf(list)
  const spot = (index: number) => ({ list, node: list.items[index]! })
  const last = days.findLastIndex(day => day !== undefined && day <= date)
  if (last !== -1) return { behind: spot(last) }
  const later = days.findIndex(day => day !== undefined)
  return later === -1 ? { behind: spot(days.length - 1) } : { before: spot(later) }
}

/** The entry, where the file says what it said before and the entry, and nothing else. */
function findAdded(
  before: SourceNode,
  file: SourceFile,
  after: string,
  at: Path,
  entry: LoggedEntry,
): Omit<Added, 'wasInBraces'> | undefined {
  const root = parseWhole(file.path, after)
  const item = root && findNode(root, at).node
  if (!root || item?.kind !== 'map') return undefined
  const list = historyOf(item)
  if (!list || remarksIn(file.text).join('\n') !== remarksIn(after).join('\n')) return undefined
  for (const [index, node] of list.items.entries()) {
    if (meaningOf(toPlain(node)) !== meaningOf({ ...entry })) continue
    if (isAllThere(before, root, { at, key: 'history', index }))
      return { after, line: node.file.point(node.start).line, item }
  }
  return undefined
}

const meaningOf = (entry: Plain): string =>
  JSON.stringify(entry, (_key, value: unknown) =>
    typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : value,
  )

/** All remarks of a file, in no order: one that is written elsewhere is still there. */
function remarksIn(text: string): string[] {
  const remarks: string[] = []
  let before = ''
  for (const token of new Lexer().lex(text)) {
    // What stands behind this mark of the lexer's is a value.
    if (token.startsWith('#') && before !== '\u001f') remarks.push(token.trimEnd())
    before = token
  }
  return remarks.sort()
}
