import type { Reading } from '../model/reading.ts'
import type { Problem } from '../problem.ts'
import { Loader } from '../source/load-source.ts'
import { parseYaml } from '../source/parse-yaml.ts'
import type { SourceNode } from '../source/source-node.ts'
import type { Draft } from './draft.ts'
import { ID, missingIds } from './ids.ts'
import type { Edit, Kind, ValueMend } from './mend.ts'
import { nodesWithOneMeaning } from './nodes.ts'
import { TRAILING_SPACES, trailingSpaces } from './trailing-spaces.ts'
import { closingCommas, leadColons } from './values.ts'

/** Mends what is read as it is meant, and could be plainer. Says whether there was any. */
export async function mendUntold(
  reading: Reading,
  files: readonly string[],
  draft: Draft,
): Promise<boolean> {
  const folder = `${reading.settings.folders.responses}/${reading.name}`
  const response = `${folder}/response.yaml`
  const isMended: boolean[] = []
  for (const path of new Set([response, reading.officePlace([]).file]))
    for (const mend of [leadColons, closingCommas]) {
      const root = await load(path, draft)
      if (root) isMended.push(await editEach(draft, mend, endsToMend(root, mend)))
    }
  const root = await load(response, draft)
  const [first] = reading.responses
  if (root && first && hasSurePlaces(reading.problems, folder)) {
    // What lies elsewhere may be a part of other responses too, in which its place is another.
    const own = missingIds(first.sections, root).filter(({ file }) => file.startsWith(`${folder}/`))
    isMended.push(await editEach(draft, ID, own))
  }
  for (const path of files) {
    const file = await draft.text(path)
    const { value, broken } = file ? parseYaml(file) : { broken: true }
    if (!file || !value || broken) continue
    isMended.push(await draft.edit(path, TRAILING_SPACES, trailingSpaces(file, value)))
  }
  return isMended.includes(true)
}

/** The file with its parts, if all of it can be read. */
async function load(path: string, draft: Draft): Promise<SourceNode | undefined> {
  const { node, isBroken } = await new Loader(draft).load(path)
  return isBroken ? undefined : node
}

/** What is wrong with an item may leave it out, and others would take its place: but not these. */
const hasSurePlaces = (problems: readonly Problem[], folder: string): boolean =>
  problems.every(
    ({ severity, rule, place }) =>
      severity !== 'error' ||
      rule === 'reference' ||
      rule === 'double-id' ||
      !place.file.startsWith(`${folder}/`),
  )

type FileEdit = { file: string; edit: Edit }

function endsToMend(root: SourceNode, mend: ValueMend): FileEdit[] {
  return [...nodesWithOneMeaning(root)].flatMap(({ at, node }) => {
    const edit = node.kind === 'scalar' ? mend.edit({ at, node }) : undefined
    return edit ? [{ file: node.file.path, edit }] : []
  })
}

async function editEach(draft: Draft, kind: Kind, edits: readonly FileEdit[]): Promise<boolean> {
  const isMended: boolean[] = []
  for (const path of new Set(edits.map(({ file }) => file))) {
    const own = edits.filter(({ file }) => file === path).map(({ edit }) => edit)
    isMended.push(await draft.edit(path, kind, own))
  }
  return isMended.includes(true)
}
