import type { Language } from '../document/tree.ts'
import type { Path, Place, Problem } from '../problem.ts'
import { Loader } from '../source/load-source.ts'
import { resolvePath } from '../source/relative-path.ts'
import type { WorkspaceFiles } from '../source/workspace-files.ts'
import { checkOffice, loadOffice, placesIn, typedOffice } from './load-office.ts'
import { inOrder } from './order.ts'
import { checkEarlierItems } from './raised-before.ts'
import { placeholderFinder } from './placeholder.ts'
import { readOfficeMedia, sayUnread } from './read-office-media.ts'
import { findSigner, sayUnknownSigner } from './read-office.ts'
import { readResponse } from './read-response.ts'
import { readSettings } from './read-settings.ts'
import { readCopies } from './read-copies.ts'
import type { Reading, ReadOptions, ReportCopy } from './reading.ts'
import { responseFileSchema, type ResponseFile } from './schema/response-file.ts'
import type { Settings } from './settings.ts'
import { refuse } from './refuse.ts'
import { didYouMean } from './validate/did-you-mean.ts'
import { validate } from './validate/validate.ts'

const START = { line: 1, column: 1 }
const startOf = (file: string): Place => ({ file, start: START, end: START })

/** Settings of a workspace, for who looks for its folders. Their problems come with each response. */
export const readWorkspaceSettings = async (
  files: WorkspaceFiles,
): Promise<{ settings: Settings; problems: Problem[] }> => {
  const loader = new Loader(files)
  const settings = await readSettings(loader)
  return { settings, problems: loader.problems }
}

/** One response with its office, its parts and all that was wrong with them. Never throws for what a file holds. */
export async function readInspectionResponse(
  files: WorkspaceFiles,
  name: string,
  options: ReadOptions,
): Promise<Reading> {
  const loader = new Loader(files)
  const settings = await readSettings(loader)
  const findPlaceholder = placeholderFinder(settings.placeholders)
  const context = {
    findPlaceholder,
    isPrivate: ({ file, start }: Place) => loader.isPrivate(file, start.line),
  }
  const folder = `${settings.folders.responses}/${name}`
  const path = `${folder}/response.yaml`
  const gaps: Problem[] = []
  const reading: Reading = {
    name,
    responses: [],
    problems: loader.problems,
    gaps,
    refused: [],
    refusedOfOffice: [],
    unknownDates: [],
    unsetSignatures: [],
    copies: [],
    settings,
    files: loader.files,
    sources: loader.sources,
    isPrivate: (file, line) => loader.isPrivate(file, line),
    place: () => startOf(path),
    officePlace: () => startOf(path),
    placeIn: () => startOf(path),
  }
  const finish = (): Reading => {
    reading.problems = inOrder(loader.problems, loader.files)
    reading.gaps = inOrder(gaps, loader.files)
    return reading
  }

  const source = await loader.load(path)
  if (!source.typed && !loader.files.includes(path)) {
    const { refusal } = await files.read(path)
    refuse(loader, startOf(path), 'missing-file', sayUnread(path, refusal))
  }
  const where = source.typed && placesIn(source.typed)
  if (where) Object.assign(reading, where)
  const checked = source.node && validate(responseFileSchema, source.node, context)
  loader.problems.push(...(checked?.problems ?? []))
  reading.unknownDates = checked?.unknownDates ?? []
  reading.refused = checked?.refused ?? []
  const key = checked?.value?.office ?? typedOffice(source.typed)
  const office =
    key === undefined || !where ? undefined : await loadOffice(key, settings, loader, where.place)
  const officeRead = office?.node && checkOffice(office.node, context)
  const officeWhere = officeRead && placesIn(officeRead.node)
  if (officeWhere) reading.officePlace = officeWhere.place
  const officeChecked = officeRead?.checked
  loader.problems.push(...(officeChecked?.problems ?? []))
  reading.refusedOfOffice = officeChecked?.refused ?? []
  const file = checked?.value
  if (!file || !where) return finish()
  reading.copies = await checkFiles(file, folder, settings, loader, where.place)
  if (source.isBroken || !office || office.isBroken || !officeWhere || !officeChecked?.value)
    return finish()

  const day = file.letter?.date ?? options.today
  const found = findSigner(officeChecked.value, file.letter?.signed_by, day)
  const signer = found && 'person' in found ? found : undefined
  if (found && 'unknown' in found) {
    const meant = didYouMean(found.unknown, found.known)
    const place = where.place(['letter', 'signed_by'])
    refuse(loader, place, 'reference', sayUnknownSigner(found), meant && `Did you mean ${meant}?`)
  }
  const media = await readOfficeMedia(
    office.folder,
    officeChecked.value,
    signer,
    loader,
    officeWhere.place,
    options,
  )
  reading.unsetSignatures = media.unsetSignatures
  const languages = languagesOf(file, officeChecked.value.languages)
  reading.responses = languages.map(language =>
    readResponse(
      {
        name,
        file,
        office: {
          key: office.key,
          file: officeChecked.value!,
          media,
          ...(signer && { signer }),
        },
        languages,
        day,
        where,
        officeWhere,
        findPlaceholder,
        loader,
        gaps,
        refused: reading.refused,
      },
      language,
    ),
  )
  const [response] = reading.responses
  if (response)
    await checkEarlierItems(response, {
      workspace: files,
      responses: settings.folders.responses,
      findPlaceholder,
      refuse: (at, message, more) => {
        const problem = { rule: 'reference', severity: 'error', message, ...more } as const
        loader.problems.push({ ...problem, place: where.place(at) })
      },
    })
  return finish()
}

const languagesOf = (
  { language }: ResponseFile,
  ofOffice: readonly Language[] | undefined,
): Language[] => [...new Set([language ?? ofOffice ?? 'en-GB'].flat())]

/** Files that a response names beside its parts: the saved report, as far as it can be read. */
const checkFiles = async (
  { report }: ResponseFile,
  folder: string,
  { folders }: Settings,
  loader: Loader,
  place: (at: Path) => Place,
): Promise<ReportCopy[]> => {
  const copies = await readCopies(report.copy, folder, loader, place)
  const covering = report.covered_by?.trim()
  if (covering === undefined) return copies
  const path = `${folders.responses}/${covering}/response.yaml`
  const resolved = resolvePath('', path)
  if (resolved.refusal || !(await loader.workspace.exists(path))) {
    const message = `Unexpected covered_by ${covering}, expected the name of a response in ${folders.responses}/`
    refuse(loader, place(['report', 'covered_by']), 'reference', message)
  }
  return copies
}
