import type { Item, JointAnswer, Section } from '../model/response.ts'
import type { Path } from '../problem.ts'
import { findNode } from '../source/find-node.ts'
import type { SourceMap, SourceNode } from '../source/source-node.ts'
import type { Edit, Kind } from './mend.ts'

export const ID: Kind = { id: 'id', one: 'missing id', many: 'missing ids' }

/** The ids that are made of the places, written there: an item keeps its own when others come before it. */
export function missingIds(
  sections: readonly Section[],
  root: SourceNode,
): { file: string; edit: Edit }[] {
  const maps = [...placesOf(sections)].flatMap(({ at, id }) => {
    const { node, isFound } = findNode(root, at)
    return isFound && node.kind === 'map' ? [{ id, node }] : []
  })
  // What is repeated by its name, or by a part that is named twice, can have no id of its own.
  const uses = new Map<string, number>()
  for (const { node } of maps) uses.set(spotOf(node), (uses.get(spotOf(node)) ?? 0) + 1)
  return maps.flatMap(({ id, node }) => {
    const edit = uses.get(spotOf(node)) === 1 ? addId(node, id) : undefined
    return edit ? [{ file: node.file.path, edit }] : []
  })
}

const spotOf = ({ file, start }: SourceMap): string => `${file.path}:${start}`

function* placesOf(sections: readonly Section[]): Generator<{ at: Path; id: string }> {
  for (const section of sections) {
    yield section
    yield* placesOfItems(section.items)
    yield* placesOf(section.sections)
  }
}

function* placesOfItems(
  entries: readonly (Item | JointAnswer)[],
): Generator<{ at: Path; id: string }> {
  for (const entry of entries) {
    yield entry
    if (entry.kind !== 'answers') yield* placesOfItems(entry.recommendations)
  }
}

/**
 * Below the key that opens the entry where that is one line, above it where it is a text: between a
 * text and its answer nobody would see it.
 */
function addId(map: SourceMap, id: string): Edit | undefined {
  const { text } = map.file
  const typed = map.entries.get('id')
  if (typed) return fillIn(typed, text, id)
  const first = map.entries.values().next().value
  if (!first) return undefined
  const { key, value } = first
  if (text[map.start] === '{') return { start: key.start, end: key.start, text: `id: ${id}, ` }
  const lineStart = text.lastIndexOf('\n', key.start - 1) + 1
  const before = text.slice(lineStart, key.start)
  if (!/^[ \t]*(?:-[ \t]+)*$/.test(before)) return undefined
  const indent = before.replaceAll('-', ' ')
  const newline = text.indexOf('\n', key.start)
  const lineEnd = newline === -1 ? text.length : newline
  const ending = text.includes('\r\n') ? '\r\n' : '\n'
  const isOneLine = value.end <= lineEnd && !/^[|>]/.test(text.slice(value.start, value.end))
  if (!isOneLine) return { start: key.start, end: key.start, text: `id: ${id}${ending}${indent}` }
  const at = text[lineEnd - 1] === '\r' ? lineEnd - 1 : lineEnd
  return { start: at, end: at, text: `${ending}${indent}id: ${id}` }
}

/** `id:` with nothing behind it. */
function fillIn(
  { key, value }: { key: { end: number }; value: SourceNode },
  text: string,
  id: string,
): Edit | undefined {
  const isEmpty = value.kind === 'scalar' && value.value === '' && value.start === value.end
  if (!isEmpty || text[key.end] !== ':') return undefined
  return { start: key.end + 1, end: key.end + 1, text: ` ${id}` }
}
