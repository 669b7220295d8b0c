import { applyEdits, inOrder } from '../../fix/mend.ts'
import { isError, type Problem } from '../../problem.ts'
import { SIZE_LIMIT, startsWith } from '../../source/decode-text.ts'
import { Loader } from '../../source/load-source.ts'
import type { SourceFile } from '../../source/source-file.ts'
import { placeOf } from '../../source/source-node.ts'
import type { WorkspaceFiles } from '../../source/workspace-files.ts'
import type { FoundItem, FoundReport } from '../found-report.ts'
import { foundItems } from '../found-report.ts'
import { printedWords } from '../printed-words.ts'
import { SUGGESTED } from '../write/write-item.ts'
import { labelFound, labelTyped, labelTypedSection, type Change } from './change.ts'
import { FileEdits } from '../../edit/file-edits.ts'
import { isAllKept } from '../../edit/guard.ts'
import { Insertions } from './insert-new.ts'
import { markGone, unmark } from './mark-gone.ts'
import { allSections, matchReport, type Matches } from './match.ts'
import { readTyped, scalarIn, typedSections } from './typed-tree.ts'
import type { TypedItem, TypedSection, TypedTree } from './typed-tree.ts'
import { updateReport } from './update-report.ts'
import { ValueUpdates } from './update-values.ts'

export type UpdateOptions = {
  /** Of the response, from the root of the workspace: `responses/northshire-2025`. */
  folder: string
  /** The saved report's files, as `copy` is to name them; without them it is left. */
  copies?: readonly string[]
  /** How to name what it was made from: else by the copies. */
  source?: string
}

/** Text without its byte order mark, which stands before it where `hasMark`. */
export type UpdatedFile = { path: string; before: string; after: string; hasMark: boolean }
export type Update = { files: Map<string, UpdatedFile>; changes: Change[] }

/**
 * A response that is there, with what its report now says. Answers, remarks and all that was typed stay
 * as they are; without a value where its files cannot be read.
 */
export async function updateResponse(
  report: FoundReport,
  workspace: WorkspaceFiles,
  options: UpdateOptions,
): Promise<{ value?: Update; problems: Problem[] }> {
  const path = `${options.folder}/response.yaml`
  const loader = new Loader(workspace)
  const { node, isBroken } = await loader.load(path)
  // Each counts the parts that it is asked for.
  const tree = node && !isBroken ? await readTyped(new Loader(workspace), path) : undefined
  if (!tree) return { problems: loader.problems.filter(isError) }
  const edits = new FileEdits()
  const changes = findChanges(report, tree, edits, options)
  const { files, problems } = await applyAll(edits, workspace)
  return problems.length > 0 ? { problems } : { value: { files, changes }, problems }
}

function findChanges(
  report: FoundReport,
  tree: TypedTree,
  edits: FileEdits,
  { copies, source = copies?.join(', ') ?? 'the report' }: UpdateOptions,
): Change[] {
  const changes: Change[] = []
  const matches = matchReport(report.sections, tree)
  const updates = new ValueUpdates(edits, changes, tree)
  updateReport(tree, report, copies, edits, changes)
  for (const section of allSections(report.sections)) {
    const typed = matches.sectionOf.get(section)
    if (typed) updates.section(section, typed, matches)
    for (const item of section.items)
      for (const one of [item, ...item.recommendations]) {
        const other = matches.itemOf.get(one)
        if (!other) continue
        updates.item(one, other)
        if (unmark(edits, other)) changes.push(about('back', one, other))
        tellMoved(one, other, matches, changes)
      }
  }
  for (const [item, holder] of matches.held) {
    const label = labelFound(item, printedWords(item.words))
    changes.push({ ...about('held', item, holder), label, isWritten: false })
  }
  // A tracker may hold what is open alone.
  const isTracker = [...foundItems(report.sections)].some(({ answers }) => answers !== undefined)
  const known = new Set(matches.sectionOf.values())
  for (const section of typedSections(tree.sections))
    tellGone(section, known, matches, isTracker, source, edits, changes)
  new Insertions(report.sections, tree, matches, edits, changes).insertAll()
  return changes
}

const about = (kind: Change['kind'], item: FoundItem, typed: TypedItem): Change => ({
  kind,
  label: labelTyped(typed),
  place: placeOf(typed.map),
  from: item,
  isWritten: true,
})

function tellMoved(
  item: FoundItem,
  typed: TypedItem,
  { foundSectionOf, sectionOf, isNamed }: Matches,
  changes: Change[],
): void {
  const section = foundSectionOf(item)
  const home = section && sectionOf.get(section)
  if (!section || !home || home === typed.section || !isNamed(section)) return
  changes.push({ ...about('moved', item, typed), isWritten: false })
}

function tellGone(
  section: TypedSection,
  known: ReadonlySet<TypedSection>,
  { foundOf, holders }: Matches,
  isTracker: boolean,
  source: string,
  edits: FileEdits,
  changes: Change[],
): void {
  const items = section.entries.flatMap(({ item }) => (item ? [item, ...item.recommendations] : []))
  const gone = items.filter(
    item => !foundOf.has(item) && !holders.has(item) && !isOfTheOffice(item),
  )
  if (gone.length === 0) return
  // One page of a report says nothing of what stands on its others.
  if (!known.has(section)) {
    const place = placeOf(section.map)
    const label = labelTypedSection(section)
    changes.push({ kind: 'not in source', label, place, isWritten: false })
    return
  }
  for (const item of gone) {
    const isWritten = !isTracker && markGone(edits, item, source)
    const kind = isTracker ? 'not in source' : 'gone'
    changes.push({ kind, label: labelTyped(item), place: placeOf(item.map), isWritten })
  }
}

/** An observation is what the office finds in the prose; the importer's own say so in their notes. */
const isOfTheOffice = ({ kind, map }: TypedItem): boolean =>
  kind === 'observation' && !(scalarIn(map, 'notes')?.value ?? '').startsWith(SUGGESTED)

/** U+FEFF in UTF-8. */
const MARK = [0xef, 0xbb, 0xbf]

async function applyAll(
  edits: FileEdits,
  workspace: WorkspaceFiles,
): Promise<{ files: Update['files']; problems: Problem[] }> {
  const files: Update['files'] = new Map()
  const problems: Problem[] = []
  for (const [path, { file, edits: own }] of edits.files) {
    const after = applyEdits(file.text, own)
    if (after === file.text) continue
    if (new TextEncoder().encode(after).length > SIZE_LIMIT) {
      problems.push(tooLarge(file))
      continue
    }
    if (inOrder(own).length < own.length || !isAllKept(file, after, edits.isReplaced))
      throw new Error(`an import would lose what is typed in ${path}`)
    const { bytes } = await workspace.read(path)
    const hasMark = bytes !== undefined && startsWith(bytes, MARK)
    files.set(path, { path, before: file.text, after, hasMark })
  }
  return { files, problems }
}

const tooLarge = (file: SourceFile): Problem => ({
  rule: 'yaml',
  severity: 'error',
  message: `Unexpected file of more than ${SIZE_LIMIT / 1024 / 1024} MB once the report is written into it, expected less`,
  hint: 'Move its sections into files of their own, which `file:` names, and import again',
  place: file.place(0, 0),
})
