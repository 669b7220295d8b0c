import { applyEdits } from '../fix/mend.ts'
import type { Path } from '../problem.ts'
import { findNode } from '../source/find-node.ts'
import { isEmpty, type SourceMap, type SourceNode } from '../source/source-node.ts'
import { FileEdits } from './file-edits.ts'
import { parseWhole } from './find-in-file.ts'
import { insertEntry } from './insert-entry.ts'
import { fillingSpot, insertKey, insertLast, isInBrackets } from './insert-key.ts'
import { isAllThere } from './is-all-there.ts'
import { indentIn } from './list-spots.ts'
import { writeValue } from './yaml-value.ts'

const KEY = 'raised_before'
/** Of the report's words and what it says of them, not of the answer. */
const AFTER = [
  ...[
    'id',
    'number',
    'title',
    'lead',
    'deadline',
    'for',
    'inspectorate_status',
    'inspectorate_ref',
  ],
  ...['cause_of_concern', 'recommendation', 'area_for_improvement', 'observation', 'practice'],
]

/**
 * An item of an earlier response ("2017-peel A1"), put into what an item of a file raises again. Nothing
 * else in the file changes. Without a value where it would.
 */
export function addRaisedBefore(
  path: string,
  text: string,
  at: Path,
  earlier: string,
): { after: string; line: number } | undefined {
  const root = parseWhole(path, text)
  const item = root && findNode(root, at).node
  if (!root || item?.kind !== 'map') return undefined
  const edits = new FileEdits()
  insert(edits, root, item, at, earlier)
  const [edited] = edits.files.values()
  const after = edited && applyEdits(text, edited.edits)
  const written = after === undefined ? undefined : parseWhole(path, after)
  const [list] = written ? [findNode(written, [...at, KEY])] : []
  if (!written || !list?.isFound || list.node.kind !== 'list') return undefined
  const index = list.node.items.findLastIndex(one => one.kind === 'scalar' && one.value === earlier)
  const entry = list.node.items[index]
  if (!entry || !isAllThere(root, written, { at, key: KEY, index })) return undefined
  return { after: after!, line: entry.file.point(entry.start).line }
}

function insert(
  edits: FileEdits,
  root: SourceNode,
  item: SourceMap,
  at: Path,
  earlier: string,
): void {
  const typed = item.entries.get(KEY)
  const inBrackets = writeValue(earlier, true)
  if (!typed) {
    const line = `${KEY}: [${inBrackets}]`
    if (isInBrackets(item)) insertLast(edits, item, line)
    else insertKey(edits, item, AFTER, [line])
    return
  }
  const { key, value } = typed
  if (value.kind === 'scalar') {
    const isNothing = value.start === value.end
    const start = isNothing ? fillingSpot(key, value) : value.start
    const others = isEmpty(value) ? [] : [writeValue(value.value, true)]
    const list = `[${[...others, inBrackets].join(', ')}]`
    edits.put(value.file, start, isNothing ? start : value.end, isNothing ? ` ${list}` : list)
    return
  }
  const home = { map: item, key: KEY, after: AFTER, isSpaced: false, indent: indentIn(root, at) }
  const entry = { lines: () => [`- ${writeValue(earlier)}`], flow: () => inBrackets }
  insertEntry(edits, home, {}, entry)
}
