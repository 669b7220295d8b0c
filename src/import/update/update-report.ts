import { isDay } from '../../model/day.ts'
import { isEmpty, placeOf } from '../../source/source-node.ts'
import type { SourceMap } from '../../source/source-node.ts'
import { foundItems, type FoundReport } from '../found-report.ts'
import { COUNTED } from '../write/write-head.ts'
import { oneLine, writeList, writeValue } from '../../edit/yaml-value.ts'
import type { ItemKind } from '../../model/response.ts'
import type { Change, Spot } from './change.ts'
import { insertKey, isInBrackets } from '../../edit/insert-key.ts'
import { isOpen, replaceValue } from './edit-values.ts'
import type { FileEdits } from '../../edit/file-edits.ts'
import type { TypedTree } from './typed-tree.ts'

const KEYS = [
  'title',
  'inspectorate',
  'kind',
  'published',
  'url',
  'basis',
  'scale',
  'copy',
  'expects',
]

/** What the source says of the report itself: put where nothing is typed, told where something else is. */
export function updateReport(
  { root }: TypedTree,
  report: FoundReport,
  copies: readonly string[] | undefined,
  edits: FileEdits,
  changes: Change[],
): void {
  const map = root.entries.get('report')?.value
  if (map?.kind !== 'map') return
  const tell = (kind: Change['kind'], key: string, more: Partial<Change> = {}) => {
    const place = placeOf(map.entries.get(key)?.key ?? map)
    const isWritten = kind !== 'differs'
    changes.push({ kind, label: 'report', key, place, isWritten, ...more })
  }
  const values = {
    title: report.title,
    kind: report.kind,
    published: report.published,
    url: report.url,
    scale: report.scale,
  }
  for (const [key, words] of Object.entries(values)) {
    if (words === undefined) continue
    const entry = map.entries.get(key)
    const typed = entry?.value.kind === 'scalar' ? oneLine(entry.value.value) : undefined
    if (!entry) {
      insertKey(edits, map, KEYS.slice(0, KEYS.indexOf(key)), [
        `${key}: ${writeValue(words, isInBrackets(map))}`,
      ])
      tell('filled', key)
    } else if (isOpen(map, key) || (typed !== undefined && isGap(key, typed))) {
      replaceValue(edits, map, entry, words)
      tell('filled', key)
    } else if (typed !== oneLine(words) && key !== 'url') tell('differs', key)
  }
  if (copies && copies.length > 0) updateCopies(map, copies, edits, tell)
  updateCounts(map, report, edits, tell)
}

const isGap = (key: string, typed: string): boolean =>
  /^TODO\b/.test(typed) || (key === 'published' && !isDay(typed))

type Tell = (kind: Change['kind'], key: string, more?: Partial<Change>) => void

function updateCopies(
  map: SourceMap,
  copies: readonly string[],
  edits: FileEdits,
  tell: Tell,
): void {
  const entry = map.entries.get('copy')
  const typed =
    entry?.value.kind === 'list'
      ? entry.value.items.map(one => (one.kind === 'scalar' ? one.value.trim() : ''))
      : entry?.value.kind === 'scalar' && !isEmpty(entry.value)
        ? [entry.value.value.trim()]
        : []
  if (typed.join('\n') === copies.join('\n')) return
  const list = writeList('copy', copies)
  const [only, second] = copies
  if (!entry) {
    const line = second === undefined ? `copy: ${writeValue(only!, isInBrackets(map))}` : list
    insertKey(edits, map, KEYS.slice(0, KEYS.indexOf('copy')), [line])
  } else if (entry.value.kind === 'list')
    edits.replaceList(entry.value, list.slice('copy: '.length))
  else if (second === undefined) replaceValue(edits, map, entry, only!)
  else if (entry.value.kind === 'scalar' && !isEmpty(entry.value))
    edits.replace(entry.value, list.slice('copy: '.length))
  else return tell('differs', 'copy')
  tell('changed', 'copy')
}

/** The report's own counts, where they are typed and it now says others that agree with what was found. */
function updateCounts(
  map: SourceMap,
  { counts, sections }: FoundReport,
  edits: FileEdits,
  tell: Tell,
): void {
  const expects = map.entries.get('expects')?.value
  if (expects?.kind !== 'map') return
  const found = new Map<ItemKind, number>()
  for (const { kind } of foundItems(sections)) found.set(kind, (found.get(kind) ?? 0) + 1)
  for (const [kind, key] of Object.entries(COUNTED) as [ItemKind, string][]) {
    const entry = expects.entries.get(key)
    const own = counts.filter(one => one.kind === kind && one.section === undefined)
    const [first] = own
    if (entry?.value.kind !== 'scalar' || !first) continue
    const count = String(first.count)
    if (oneLine(entry.value.value) === count) continue
    const from: Spot = first
    const label = `report, expects ${key}`
    const place = placeOf(entry.key)
    if (own.every(one => one.count === (found.get(kind) ?? 0))) {
      replaceValue(edits, expects, entry, count)
      tell('changed', key, { label, place, from })
    } else tell('differs', key, { label, place, from })
  }
}
