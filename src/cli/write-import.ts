import { join } from 'node:path'
import { sayChanges } from '../import/update/change.ts'
import { updateResponse } from '../import/update/update-response.ts'
import { composeFiles } from '../import/write/compose-files.ts'
import { wrap } from '../reporters/wrap.ts'
import { hasColours, showPath, type Complaint, type Io } from './io.ts'
import { matchCopies } from './match-copies.ts'
import { putEdited } from './put-edited.ts'
import { isThere, putNewFiles } from './put-new-files.ts'
import type { ImportLook } from './say-import.ts'
import { sayDiff } from './say-diff.ts'
import type { Understood } from './understand-sources.ts'
import { workspaceFiles } from './workspace-files.ts'

/** `folder`: of the response, from the root. `isKnown`: it is there already. */
type Target = { root: string; folder: string; office: string; isKnown: boolean }
type Options = { isTried: boolean; isColourWanted: boolean }

/** Paths as they are shown, of what was written or would be. */
export type Written = {
  made: string[]
  changed: string[]
  /** What differs from the report as it was, for people. */
  said?: string[]
  /** The same for programs. */
  changes: object[]
}

/** The files of a new response, or the changes of one that is there: all of them or none. */
export function writeImport(
  understood: Understood,
  target: Target,
  options: Options,
  look: ImportLook,
  io: Io,
): Promise<Written | { complaints: Complaint[] }> {
  return target.isKnown
    ? updateThere(understood, target, options, look, io)
    : makeNew(understood, target, options, io)
}

/** The report's files that are not in the folder yet. */
function copiesOf({ copies, isTracker }: Understood, { root, folder }: Target) {
  const files = new Map<string, Uint8Array>()
  if (isTracker) return files
  for (const [name, { path, bytes }] of copies)
    if (path !== join(root, folder, name)) files.set(`${folder}/${name}`, bytes)
  return files
}

async function makeNew(
  understood: Understood,
  target: Target,
  { isTried }: Options,
  io: Io,
): Promise<Written | { complaints: Complaint[] }> {
  const { root, folder, office } = target
  const texts = composeFiles(understood.report, {
    folder,
    office,
    copies: understood.isTracker ? [] : [...understood.copies.keys()],
    ...((await isThere(join(root, 'schema'))) && { schemas: 'schema' }),
  })
  const files = new Map<string, string | Uint8Array>([...texts, ...copiesOf(understood, target)])
  if (!isTried) {
    const complaints = await putNewFiles(root, files, path => showPath(path, io))
    if (complaints.length > 0) return { complaints }
  }
  return {
    made: [...files.keys()].map(path => showPath(join(root, path), io)),
    changed: [],
    changes: [],
  }
}

async function updateThere(
  understood: Understood,
  target: Target,
  { isTried, isColourWanted }: Options,
  { columns, nameFile }: ImportLook,
  io: Io,
): Promise<Written | { complaints: Complaint[] }> {
  const { root, folder } = target
  const { report, isTracker } = understood
  const name = folder.slice(folder.lastIndexOf('/') + 1)
  const copies = isTracker ? undefined : await matchCopies(understood, { root, name, folder }, io)
  const { value, problems } = await updateResponse(report, workspaceFiles(root), {
    folder,
    ...(copies && { copies }),
  })
  if (!value)
    return {
      complaints: problems.map(({ message, hint, place }) => ({
        message: `${showPath(join(root, place.file), io)}:${place.start.line}: ${message}`,
        hint: hint ?? 'Nothing was written: s55 check says more.',
      })),
    }
  const files = [...value.files.values()].map(file => ({ ...file, root }))
  const fresh = [...(await changedCopies(understood, target))]
  if (!isTried) {
    const refused = await putEdited(files, 's55 import', io, fresh)
    if (refused) return { complaints: [refused] }
  }
  const shown = (path: string) => showPath(join(root, path), io)
  const diffs = files.map(({ path, before, after }) =>
    sayDiff(
      { path: shown(path), before, after },
      { columns, hasColours: hasColours(io, isColourWanted) },
    ),
  )
  return {
    made: fresh.map(({ path }) => showPath(path, io)),
    changed: files.map(({ path }) => shown(path)),
    said: [...diffs, ...sayChanges(value.changes).flatMap(line => wrap(line, columns))],
    changes: value.changes.map(({ kind, label, key, place, from, isWritten, hint }) => ({
      kind,
      label,
      key: key ?? null,
      ...(place && { file: shown(place.file), line: place.start.line }),
      ...(from && { source: nameFile(from.place.file), source_line: from.place.start.line }),
      written: isWritten,
      hint: hint ?? null,
    })),
  }
}

/** The saved report as it is now, in place of what was saved before. */
async function changedCopies(understood: Understood, target: Target) {
  const files = workspaceFiles(target.root)
  const fresh = []
  for (const [path, bytes] of copiesOf(understood, target)) {
    const { bytes: before } = await files.read(path)
    if (!before || !Buffer.from(before).equals(bytes))
      fresh.push({ path: join(target.root, path), bytes })
  }
  return fresh
}
