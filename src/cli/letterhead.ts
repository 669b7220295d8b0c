import { join, resolve } from 'node:path'
import { didYouMean, listWords } from '../model/validate/did-you-mean.ts'
import type { Look } from '../document/look.ts'
import type { InspectionResponse } from '../model/response.ts'
import { isError, type Problem } from '../problem.ts'
import { contrastOnWhite, darkenForText } from '../render/colour.ts'
import { painter } from '../reporters/colours.ts'
import type { Finding } from '../stationery/finding.ts'
import { composeLetters, drawLetter, FORMATS, type Format, type Renderers } from './build-letter.ts'
import { startDocxThread } from './docx-thread.ts'
import { findOffices, missingOffice } from './find-offices.ts'
import { findRoot, missingWorkspace } from './find-responses.ts'
import { complain, hasColours, showPath, type Complaint, type Io } from './io.ts'
import { readLetterFonts } from './letter-fonts.ts'
import { inspectStationery, type Inspected } from './letter-stationery.ts'
import type { CommonOptions } from './options.ts'
import { readWantedEngine } from './pdf-engine.ts'
import { CannotWrite, putFiles } from './put-files.ts'
import { readFolders } from './read-found.ts'
import { readSpecimen, type Folders } from './read-specimen.ts'
import { renderersWith } from './renderers.ts'
import { sayFindings, type FoundIn } from './say-findings.ts'

export type LetterheadOptions = CommonOptions & { out?: string; isPrepared: boolean }

/** The workspace that is looked at, and where its specimen letters go. */
type Place = { root: string; folders: Folders; output: string }

/** What was found in the stationery of one office, and the files of the letter that shows it. */
type Examined = { office: string; files: FoundIn[]; specimen: string[] }

/** What the stationery of an office, or of each, holds and lacks; and a specimen letter on it. */
export async function letterhead(
  name: string | undefined,
  options: LetterheadOptions,
  io: Io,
): Promise<number> {
  const root = await findRoot(io.cwd)
  if (root === undefined) return complain(io, [missingWorkspace(io)])
  const folders = await readFolders(root)
  const offices = await findOffices(root, folders)
  const refused = refuseOffice(name, offices, folders)
  if (refused) return complain(io, [refused])
  const asked = name === undefined ? offices : [name]
  const output =
    options.out === undefined ? join(root, folders.output) : resolve(io.cwd, options.out)
  const place = { root, folders, output }
  if (!options.isPrepared) return examineAll(asked, place, options, io)
  const { prepareAll } = await import('./prepare-stationery.ts')
  const { isQuiet } = options
  return prepareAll(asked, root, folders, { look: lookOf(options, io), isQuiet }, io)
}

function refuseOffice(
  name: string | undefined,
  offices: readonly string[],
  folders: Folders,
): Complaint | undefined {
  if (offices.length === 0) return missingOffice(folders)
  if (name === undefined || offices.includes(name)) return undefined
  const meant = didYouMean(name, offices)
  return {
    message: `Unexpected office ${name}, expected ${listWords(offices)}`,
    ...(meant && { hint: `Did you mean ${meant}?` }),
  }
}

async function examineAll(
  offices: readonly string[],
  place: Place,
  options: LetterheadOptions,
  io: Io,
): Promise<number> {
  const docx = startDocxThread()
  try {
    const renderers = renderersWith(docx, readWantedEngine(io), () => {})
    const examined: Examined[] = []
    for (const office of offices) {
      const one = await examine(office, place, renderers, io)
      if (!options.isJson) io.write(sayExamined(one, options, io))
      examined.push(one)
    }
    if (options.isJson) io.write(`${JSON.stringify(examined, undefined, 2)}\n`)
    const findings = examined.flatMap(({ files }) => files.flatMap(({ findings }) => findings))
    return findings.some(({ severity }) => severity !== 'note') ? 1 : 0
  } catch (error) {
    if (error instanceof CannotWrite) return complain(io, [error])
    throw error
  } finally {
    await docx.stop()
  }
}

async function examine(
  office: string,
  { root, folders, output }: Place,
  renderers: Renderers,
  io: Io,
): Promise<Examined> {
  const { files, reading } = await readSpecimen(office, root, folders, io)
  const fonts = await readLetterFonts(reading, files)
  const problems = [...reading.problems, ...fonts.problems]
  const officeFile = `${folders.templates}/${office}/office.yaml`
  const inFile = (file: string) =>
    problems.filter(({ place }) => place.file === file).map(toFinding)
  const others = [...new Set(problems.map(({ place }) => place.file))].filter(
    file => file !== officeFile,
  )
  const inspected = await inspectStationery(reading, files)
  const [response] = reading.responses
  const look = response?.office.letterhead.look
  const found: FoundIn[] = [
    {
      file: officeFile,
      findings: [...inFile(officeFile), ...(look ? findInLook(look.colour, inspected) : [])],
    },
    ...others.map(file => ({ file, findings: inFile(file) })),
    ...(await Promise.all(
      inspected.map(async one => ({
        file: one.path,
        findings: [...one.findings, ...(await lookCloser(one, response))],
      })),
    )),
  ].map(({ file, findings }) => ({ file: showPath(join(root, file), io), findings }))
  if (problems.some(isError) || !fonts.fonts) return { office, files: found, specimen: [] }
  const drawnWith = { fontFiles: fonts.fonts, stationery: stationeryOf(inspected) }
  const { letters, problems: undrawn } = await composeLetters(reading, files, drawnWith)
  const [letter] = letters
  if (undrawn.length > 0 || !letter) {
    const findings = undrawn.map(({ severity, message }) => ({ severity, message }))
    return { office, files: [...found, { file: 'The specimen letter', findings }], specimen: [] }
  }
  const drawn = await drawLetter(letter, renderers, drawable(inspected))
  const folder = join(output, `letterhead-${office}`)
  const specimen = drawn.map(({ format, bytes }) => ({
    path: join(folder, `specimen.${format}`),
    bytes,
  }))
  await putFiles(folder, specimen, path => showPath(path, io))
  return { office, files: found, specimen: specimen.map(({ path }) => showPath(path, io)) }
}

/** What only whoever looks at the stationery wants to know: for check and build it takes too long. */
async function lookCloser(
  { kind, bytes, findings }: Inspected,
  response: InspectionResponse | undefined,
): Promise<Finding[]> {
  if (!bytes || !response || findings.some(isOfError)) return []
  const { telephone, email, letterhead } = response.office
  if (kind === 'docx')
    return (await import('../stationery/compare-looks.ts')).compareLooks(bytes, letterhead.look)
  const { describeText } = await import('../stationery/describe-text.ts')
  const { findInTheWay } = await import('../stationery/find-in-the-way.ts')
  const given = (value: string | undefined): string[] => (value === undefined ? [] : [value])
  return [
    ...(await findInTheWay(bytes, letterhead.look.margins)),
    ...(await describeText(bytes, { telephone: given(telephone), email: given(email) })),
  ]
}

const isOfError = ({ severity }: Finding): boolean => severity === 'error'

const toFinding = ({ severity, message, hint, place }: Problem): Finding => ({
  severity,
  message,
  ...(hint !== undefined && { hint }),
  where: `line ${place.start.line}`,
})

/** Not a letter on stationery that none can be made on. */
const drawable = (inspected: readonly Inspected[]): Format[] =>
  FORMATS.filter(format => {
    const own = inspected.find(({ kind }) => kind === format)
    return own === undefined || !own.findings.some(isOfError)
  })

const stationeryOf = (inspected: readonly Inspected[]): Look['stationery'] =>
  Object.fromEntries(inspected.flatMap(({ kind, bytes }) => (bytes ? [[kind, bytes]] : [])))

/** Of the looks that office.yaml gives, which the page on the web has in any case. */
function findInLook(colour: string, inspected: readonly Inspected[]): Finding[] {
  const kinds = inspected.map(({ kind }) => kind)
  const [only, other] = kinds
  const ratio = contrastOnWhite(colour).toFixed(1)
  const ink = darkenForText(colour)
  return [
    ...(only !== undefined && other === undefined ? [sayLonely(only)] : []),
    ink === colour
      ? {
          severity: 'note',
          message: `Your colour ${colour} is ${ratio} to 1 on white: words can have it.`,
        }
      : {
          severity: 'note',
          message: `Your colour ${colour} is ${ratio} to 1 on white, too pale for words, which need 4.5 to 1: rules have it, and headings and links ${ink}.`,
        },
    ...(kinds.length > 0
      ? []
      : [
          {
            severity: 'note',
            message: 'The letterhead is made from office.yaml, the same in Word, PDF and page.',
          } as const,
        ]),
  ]
}

/** Both are to look like one letter. */
const sayLonely = (kind: Inspected['kind']): Finding =>
  kind === 'docx'
    ? {
        severity: 'warning',
        message:
          'Missing letterhead.pdf, expected it beside letterhead.docx: the Word file has your stationery, and the PDF the letterhead that is made from office.yaml',
        hint: 'Save the empty stationery as PDF, without {{body}} and the other names in braces, and name it as `pdf:` under `letterhead:`.',
      }
    : {
        severity: 'warning',
        message:
          'Missing letterhead.docx, expected it beside letterhead.pdf: the PDF has your stationery, and the Word file the letterhead that is made from office.yaml',
        hint: 'Name the stationery as a Word file, with {{body}} where the letter goes, as `docx:` under `letterhead:`.',
      }

function sayExamined(
  { office, files, specimen }: Examined,
  options: LetterheadOptions,
  io: Io,
): string {
  const look = lookOf(options, io)
  const shown = files
    .map(({ file, findings }) => ({
      file,
      findings: findings.filter(({ severity }) => !options.isQuiet || severity !== 'note'),
    }))
    .filter(({ findings }) => !options.isQuiet || findings.length > 0)
  const letters =
    specimen.length > 0
      ? `  A specimen letter, with every kind of item and text:\n${specimen.map(path => `    ${path}\n`).join('')}`
      : '  No specimen letter was made.\n'
  return `${look.paint(office, 'bold')}\n${shown.map(found => sayFindings(found, look)).join('')}${letters}`
}

const lookOf = (options: LetterheadOptions, io: Io) => ({
  columns: Math.min(io.columns, 80),
  paint: painter(hasColours(io, options.isColourWanted)),
})
