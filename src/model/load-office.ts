import type { Path, Place } from '../problem.ts'
import { findNode, placeAt } from '../source/find-node.ts'
import type { Loader } from '../source/load-source.ts'
import { placeIn } from '../source/place-in.ts'
import { resolvePath, sayRefusal } from '../source/relative-path.ts'
import type { SourceFile } from '../source/source-file.ts'
import type { SourceNode } from '../source/source-node.ts'
import { sayUnread } from './read-office-media.ts'
import { refuse } from './refuse.ts'
import { officeFileSchema, type OfficeFile } from './schema/office-file.ts'
import type { Settings } from './settings.ts'
import { didYouMean, listWords } from './validate/did-you-mean.ts'
import { validate, type Validated } from './validate/validate.ts'

type CheckedOffice = { node: SourceNode; checked: Validated<OfficeFile> }

// An office serves many responses, whose letters all read the file once.
const offices = new WeakMap<SourceFile, CheckedOffice>()

export function checkOffice(
  node: SourceNode,
  context: Parameters<typeof validate>[2],
): CheckedOffice {
  const known = offices.get(node.file)
  if (known) return known
  const office = { node, checked: validate(officeFileSchema, node, context) }
  offices.set(node.file, office)
  return office
}

/** The office of a file that is otherwise broken, so that the office's problems are told too. */
export const typedOffice = (node: SourceNode | undefined): string | undefined => {
  const value = node?.kind === 'map' ? node.entries.get('office')?.value : undefined
  return value?.kind === 'scalar' && value.value.trim() !== '' ? value.value.trim() : undefined
}

/** Where the values of a file stand. */
export const placesIn = (root: SourceNode) => ({
  place: (at: Path, part?: 'key' | 'value') => placeAt(root, at, part),
  placeIn: (at: Path, offset: number, length: number) => {
    const { node, isFound } = findNode(root, at)
    return isFound ? placeIn(node, offset, length) : placeAt(root, at)
  },
})

/** The office that a file names; what is there instead is told. */
export const loadOffice = async (
  typed: string,
  { folders }: Settings,
  loader: Loader,
  place: (at: Path) => Place,
) => {
  const key = typed.trim()
  const resolved = resolvePath(folders.templates, key)
  if (resolved.refusal || resolved.path === folders.templates) {
    refuse(loader, place(['office']), 'part', sayRefusal(resolved.refusal ?? 'outside'))
    return undefined
  }
  const path = `${resolved.path}/office.yaml`
  const source = await loader.load(path)
  if (source.typed || loader.files.includes(path)) return { ...source, key, folder: resolved.path }
  const offices: string[] = []
  for (const { name, isFolder } of await loader.workspace.list(folders.templates)) {
    if (isFolder && (await loader.workspace.exists(`${folders.templates}/${name}/office.yaml`))) {
      offices.push(name)
    }
  }
  const { refusal } = await loader.workspace.read(path)
  if (refusal !== 'missing') {
    refuse(loader, place(['office']), 'missing-file', sayUnread(path, refusal))
    return undefined
  }
  const meant = didYouMean(key, offices)
  refuse(
    loader,
    place(['office']),
    'missing-file',
    `Missing file ${path}, expected ${offices.length > 0 ? `an office that is there: ${listWords(offices)}` : 'the office there'}`,
    meant && `Did you mean ${meant}?`,
  )
  return undefined
}
