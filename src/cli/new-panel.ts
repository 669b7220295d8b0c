import { join } from 'node:path'
import { files as starter } from 'section55:starter'
import { addMonths } from '../model/day.ts'
import type { Day } from '../model/response.ts'
import { decodeText } from '../source/decode-text.ts'
import { parseYaml } from '../source/parse-yaml.ts'
import { compare } from '../status/make-overview.ts'
import { quotePath } from '../reporters/printable.ts'
import { composeNewPanel, isTouched, MARKS } from './compose-new-panel.ts'
import { chooseOffice } from './find-offices.ts'
import { findResponses, findRoot, missingWorkspace } from './find-responses.ts'
import { complain, showPath, type Complaint, type Io } from './io.ts'
import type { PaperKind } from '../model/paper-kinds.ts'
import { isThere, putNewFiles } from './put-new-files.ts'
import { readFolders } from './read-found.ts'
import { readOverview } from './status.ts'
import { workspaceFiles } from './workspace-files.ts'
import type { WorkspaceFiles } from '../source/workspace-files.ts'

export type NewPanelOptions = {
  meeting: Day
  kind: PaperKind
  office?: string
  isQuiet: boolean
}

/** How far back a first paper looks: panels meet every quarter, and hear of progress every half-year. */
const MONTHS_BEFORE: Record<PaperKind, number> = { report: 3, progress: 6 }

/** The next paper, from the office's frame and what was touched since the meeting before. */
export async function makeNewPanel(options: NewPanelOptions, io: Io): Promise<number> {
  const { meeting, kind } = options
  const root = await findRoot(io.cwd)
  if (root === undefined) return complain(io, [missingWorkspace(io)])
  const files = workspaceFiles(root)
  const folders = await readFolders(root, files)
  const office = await chooseOffice(root, folders.templates, options.office)
  if (typeof office !== 'string') return complain(io, [office])
  const path = `${folders.panel}/${office}-${kind === 'progress' ? 'progress-' : ''}${meeting}.yaml`
  if (await isThere(join(root, path)))
    return complain(io, [
      {
        message: `Unexpected ${showPath(join(root, path), io)}, expected nothing there yet`,
        hint: 'No file is ever replaced: move it away, or name another day.',
      },
    ])
  const frame = await readFrame(files, `${folders.templates}/${office}/panel-${kind}.yaml`, kind)
  if (typeof frame !== 'string') return complain(io, [frame])
  const before = (await readPapers(files, folders.panel))
    .filter(paper => paper.office === office && paper.kind === kind && paper.meeting < meeting)
    .sort((one, other) => compare(one.meeting, other.meeting))
    .at(-1)
  const since = before?.meeting ?? addMonths(meeting, -MONTHS_BEFORE[kind])
  const { responses, complaints } = await findResponses([root], io)
  // A workspace without responses yet has papers all the same.
  if (complaints.length > 0 && responses.length > 0) return complain(io, complaints)
  const overview = await readOverview(responses, io)
  const own = overview.responses.filter(standing => standing.office.key === office)
  const touched = own.filter(standing => isTouched(standing, since, meeting))
  const text = composeNewPanel(frame, {
    office,
    meeting,
    since,
    responses: kind === 'progress' ? [] : touched,
    ...(isLasting(before?.title) && { title: before.title }),
  })
  const refused = await putNewFiles(root, new Map([[path, text]]), path => showPath(path, io))
  if (refused.length > 0) return complain(io, refused)
  const shown = showPath(join(root, path), io)
  io.write(`Made ${shown}\n`)
  const unread = overview.responses.filter(({ stage }) => stage === 'unreadable')
  if (unread.length > 0)
    io.error(
      `Not looked at, for they cannot be read: ${unread.map(({ name }) => name).join(', ')}. s55 check says why.\n`,
    )
  if (!options.isQuiet) io.error(`Write in it, and build it:\n\n  s55 panel ${quotePath(shown)}\n`)
  return 0
}

/** A title that names a month or a year is of that paper alone. */
const isLasting = (title: string | undefined): title is string =>
  title !== undefined && !/\d/.test(title)

/** The office's own frame, or the product's. Without its marks, nobody could say where the drawn sections go. */
async function readFrame(
  files: WorkspaceFiles,
  path: string,
  kind: PaperKind,
): Promise<string | Complaint> {
  const own = await files.read(path)
  if (!own.bytes) {
    if (own.refusal === 'missing') return starter[`panel-${kind}.yaml`]!
    return { message: `Unexpected ${path} that cannot be read, expected the frame of a paper` }
  }
  const text = decodeText(path, own.bytes).value?.text
  if (text === undefined)
    return { message: `Unexpected ${path} that is no text, expected the frame of a paper` }
  const missing = kind === 'report' && !MARKS.inspections.test(text) ? '# inspections' : undefined
  if (missing === undefined) return text.replaceAll('\r\n', '\n')
  return {
    message: `Missing line ${missing} in ${path}, expected it where the inspections go`,
    hint: 'It stands alone on its line, as far in as the entries of `sections`.',
  }
}

type Paper = { office: string; kind: string; meeting: Day; title?: string }

/** What papers there are; what cannot be read is told when it is built. */
async function readPapers(files: WorkspaceFiles, folder: string): Promise<Paper[]> {
  const papers: Paper[] = []
  for (const { name, isFolder } of await files.list(folder)) {
    if (isFolder || !/\.ya?ml$/i.test(name)) continue
    const path = `${folder}/${name}`
    const { bytes } = await files.read(path)
    const file = bytes && decodeText(path, bytes).value
    const value = file && parseYaml(file).value
    if (value?.kind !== 'map') continue
    const word = (key: string): string | undefined => {
      const node = value.entries.get(key)?.value
      return node?.kind === 'scalar' && node.value.trim() !== '' ? node.value.trim() : undefined
    }
    const [office, meeting, title] = ['office', 'meeting', 'title'].map(word)
    if (office === undefined || meeting === undefined) continue
    papers.push({
      office,
      kind: word('kind') ?? 'report',
      meeting,
      ...(title !== undefined && { title }),
    })
  }
  return papers
}
