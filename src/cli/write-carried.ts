import { join } from 'node:path'
import { addRaisedBefore } from '../edit/add-raised-before.ts'
import { countUses, findInFile, parseWhole } from '../edit/find-in-file.ts'
import { itemsOf, type InspectionResponse } from '../model/response.ts'
import type { Path } from '../problem.ts'
import { printable } from '../reporters/printable.ts'
import { findNode, placeAt } from '../source/find-node.ts'
import { Loader } from '../source/load-source.ts'
import type { SourceMap } from '../source/source-node.ts'
import type { WorkspaceFiles } from '../source/workspace-files.ts'
import type { Carried, CarriedPair } from './carry.ts'
import { makeEdited } from './edited-file.ts'
import type { FoundResponse } from './find-responses.ts'
import { showPath, type Complaint, type Io } from './io.ts'
import { putEdited, type EditedFile } from './put-edited.ts'

/** An item of the later response where its file has it. */
type Target = { pair: CarriedPair; item: SourceMap; at: Path | undefined }

/** Writes all pairs, in as many files as they take, or none; and says of each where it stands. */
export async function writeCarried(
  { from, pairs }: Pick<Carried, 'from' | 'pairs'>,
  { sections }: InspectionResponse,
  found: FoundResponse,
  files: WorkspaceFiles,
  io: Io,
): Promise<{ pairs: CarriedPair[] } | Complaint> {
  const { node: root } = await new Loader(files).load(`${found.folder}/response.yaml`)
  const paths = new Map([...itemsOf(sections)].map(({ id, at }) => [id, at]))
  const targets = pairs.map((pair): Target => {
    const { node: item } = findNode(root!, paths.get(pair.to.id)!)
    if (item.kind !== 'map') throw new Error(`an item has no place in ${found.folder}`)
    const own =
      countUses(root!, item) === 1 ? parseWhole(item.file.path, item.file.text) : undefined
    return { pair, item, at: own && findInFile(own, item)?.at }
  })
  const show = (path: string) => showPath(join(found.root, path), io)
  const texts = putAll(from.name, targets, show)
  if ('message' in texts) return texts
  const edited: EditedFile[] = []
  for (const [path, { before, after }] of texts) {
    const file = await makeEdited({ root: found.root, path, before, after }, files, io)
    if ('message' in file) return file
    edited.push(file)
  }
  const refused = await putEdited(edited, 's55 carry', io)
  return refused ?? { pairs: targets.map(target => placePair(target, texts, show)) }
}

type Texts = Map<string, { before: string; after: string }>

function putAll(
  name: string,
  targets: readonly Target[],
  show: (path: string) => string,
): Texts | Complaint {
  const texts: Texts = new Map()
  for (const { pair, item, at } of targets) {
    const { path, text: before } = item.file
    const { after: text } = texts.get(path) ?? { after: before }
    const { reference } = pair.from
    // What is named by an id with a space in it cannot be told from the response's name.
    const isOneWord = !/\s/.test(reference)
    const added =
      at && isOneWord ? addRaisedBefore(path, text, at, `${name} ${reference}`) : undefined
    if (!added)
      return {
        message: `${printable(show(path))}:${item.file.point(item.start).line}: Unexpected writing of ${pair.to.reference}, expected one that \`raised_before\` can be put into`,
        hint: `Nothing was written. Write \`raised_before: [${name} ${reference}]\` there by hand, and the others by --only.`,
      }
    texts.set(path, { before, after: added.after })
  }
  return texts
}

/** Once all are written, for each moves those below it. */
function placePair(
  { pair, item, at = [] }: Target,
  texts: Texts,
  show: (path: string) => string,
): CarriedPair {
  const { path } = item.file
  const root = parseWhole(path, texts.get(path)!.after)!
  const { start } = placeAt(root, [...at, 'raised_before'], 'key')
  return { ...pair, place: { file: show(path), line: start.line } }
}
