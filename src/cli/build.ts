import { join, resolve } from 'node:path'
import { characterWithoutFont } from '../check/rules/character-without-font.ts'
import { remarkOn } from '../check/remark-on.ts'
import { checkPages, checkReading } from '../check/run.ts'
import type { Reading } from '../model/reading.ts'
import { isError, type Problem } from '../problem.ts'
import { attachSource, composeLetters, drawLetter, writeLetterData } from './build-letter.ts'
import type { Built, Composed, Renderers } from './build-letter.ts'
import { startDocxThread } from './docx-thread.ts'
import { confess } from './confess.ts'
import { findResponses } from './find-responses.ts'
import type { FoundResponse } from './find-responses.ts'
import { hintAbout } from './hint-about.ts'
import { complain, showPath } from './io.ts'
import type { Io } from './io.ts'
import type { BuildOptions } from './options.ts'
import { putFiles } from './put-files.ts'
import { readLetterFonts } from './letter-fonts.ts'
import { readLetterStationery } from './letter-stationery.ts'
import { readWantedEngine } from './pdf-engine.ts'
import { renderersWith } from './renderers.ts'
import { readFound } from './read-found.ts'
import { reportOn } from './report-on.ts'
import { sayBuilt, saySummary, toJson } from './say-built.ts'
import type { Result } from './say-built.ts'
import { sayVerified } from './say-verified.ts'
import { clearProgress, showProgress } from './show-progress.ts'
import { tellFramed } from './tell-framed.ts'
import { verifyDrawn, type Verified } from './verify-drawn.ts'
import { workspaceFiles } from './workspace-files.ts'

/** Builds the letter of each response. One that fails does not stop the others. */
export async function build(paths: string[], options: BuildOptions, io: Io): Promise<number> {
  const wanted = readWantedEngine(io)
  // Started before anything is read, so that its library loads in the meantime.
  const docx = startDocxThread()
  try {
    const { responses, complaints } = await findResponses(paths, io)
    if (complaints.length > 0) return complain(io, complaints)
    const start = performance.now()
    const results: Result[] = []
    const renderers = renderersWith(docx, wanted, because => {
      if (options.isJson || options.isQuiet) return
      clearProgress(io, options, responses.length)
      io.error(`The PDF is drawn by WebAssembly, which is slower: ${because}.\n`)
    })
    for (const [n, found] of responses.entries()) {
      showProgress(io, options, found.name, n, responses.length)
      const result = await buildOne(found, renderers, options, io).catch(
        (error: unknown): Result => {
          confess(io, error, `, with ${found.name}`)
          io.error(
            'Nothing was built of it: what lies in its folder, if anything, is from before.\n\n',
          )
          return { ...nothing(found), outcome: 'fault' }
        },
      )
      clearProgress(io, options, responses.length)
      const read = sayVerified(result.verified, options, io)
      if (!options.isJson) io.write(sayBuilt(result, options.isQuiet, io, read))
      results.push(result)
    }
    const seconds = (performance.now() - start) / 1000
    if (options.isJson) io.write(`${JSON.stringify(results.map(toJson), null, 2)}\n`)
    else if (!options.isQuiet) io.error(saySummary(results, seconds))
    if (results.some(({ outcome }) => outcome === 'fault')) return 3
    if (results.some(({ outcome }) => outcome === 'unwritten')) return 2
    return results.some(result => result.outcome === 'refused' || hasBroken(result)) ? 1 : 0
  } finally {
    await docx.stop()
  }
}

async function buildOne(
  found: FoundResponse,
  renderers: Renderers,
  options: BuildOptions,
  io: Io,
): Promise<Result> {
  const files = workspaceFiles(found.root)
  const reading = await readFound(found, files, io)
  const [response] = reading.responses
  const letterFonts = await readLetterFonts(reading, files)
  const { stationery, problems: faults } = await readLetterStationery(reading, files)
  reading.problems.push(...letterFonts.problems, ...faults)
  const { fonts, findMissingCharacters } = letterFonts
  const checked = checkReading(reading, { today: io.today, findMissingCharacters })
  const { all, structure, completeness } = checked
  const base: Omit<Result, 'outcome'> = { ...nothing(found), status: response?.status }
  const undrawn = all.filter(({ rule }) => rule === characterWithoutFont.id)
  // The reading's own order is kept: `all` is in the order of the files.
  const inWay = response?.status === 'draft' ? new Set([...structure, ...undrawn]) : new Set(all)
  const blocking = all.filter(problem => inWay.has(problem) && isError(problem))
  if (blocking.length > 0 || !response || !fonts)
    return refuse({ ...base, problems: blocking, outcome: 'refused' }, reading, options, io)

  const { letters, problems } = await composeLetters(reading, files, {
    fontFiles: fonts,
    stationery,
  })
  if (problems.length > 0)
    return refuse({ ...base, problems, outcome: 'refused' }, reading, options, io)
  await addWhatIsAsked(letters, found, all, options, io)

  // All formats are made before the first of them is put in place.
  const folder = outputOf(found, reading, options, io)
  let drawn: Built[] = []
  try {
    const made = await drawAll(letters, renderers, reading, options, io)
    const { ofPages, verified } = made
    drawn = made.drawn
    all.push(...ofPages)
    const refused = response.status === 'final' ? ofPages.filter(isError) : []
    if (refused.length > 0)
      return refuse({ ...base, problems: refused, outcome: 'refused' }, reading, options, io)
    if (options.isVerified) base.verified = verified
    if (response.status === 'final' && hasBroken(base))
      return refuseBroken(base, folder, options, io)
    await putFiles(
      folder,
      drawn.map(({ name, bytes }) => ({ path: join(folder, name), bytes })),
      path => showPath(path, io),
    )
  } catch (error) {
    const hint = hintAbout(error)
    if (hint === undefined) throw error
    io.error(`${(error as Error).message}\n  ${hint}\n${sayKept(folder, io)}`)
    return { ...base, outcome: 'unwritten' }
  }
  const built = drawn.map(({ name, format, bytes, seconds }) => ({
    path: showPath(join(folder, name), io),
    format,
    size: bytes.length,
    seconds,
  }))
  const gaps = new Set(completeness)
  const warnings = all.filter(problem => problem.severity === 'warning' && !gaps.has(problem))
  const lacking = response.status === 'draft' ? completeness : []
  return { ...base, built, problems: lacking, warnings, outcome: 'built' }
}

const isTold = ({ severity }: Problem): boolean => severity !== 'note'

/** Comments in the margin of a draft, and the source in the PDF. */
async function addWhatIsAsked(
  letters: readonly Composed[],
  { name }: FoundResponse,
  problems: readonly Problem[],
  { hasComments, hasSource, isQuiet }: BuildOptions,
  io: Io,
): Promise<void> {
  const isFinal = letters.some(({ response }) => response.status === 'final')
  if (hasComments && isFinal && !isQuiet) io.error(`${name} is final: its DOCX has no comments.\n`)
  for (const letter of letters) {
    const { tree, response } = letter
    if (hasComments && !isFinal)
      letter.tree = remarkOn(tree, problems.filter(isTold), response, io.today)
    if (hasSource) letter.attachments = [await attachSource(letter)]
  }
}

type AllDrawn = {
  drawn: Built[]
  verified: Verified[]
  /** What only the laid-out pages tell. */
  ofPages: Problem[]
}

async function drawAll(
  letters: readonly Composed[],
  renderers: Renderers,
  reading: Reading,
  { isVerified }: BuildOptions,
  io: Io,
): Promise<AllDrawn> {
  const all: AllDrawn = { drawn: [], verified: [], ofPages: [] }
  for (const letter of letters) {
    // The Word file is drawn in another thread in the meantime.
    const drawing = drawLetter(letter, renderers)
    const data = writeLetterData(letter)
    const made = await drawing
    all.drawn.push(...made, data)
    if (isVerified) all.verified.push(...(await verifyDrawn(letter, made)))
    for (const { laidOut } of made)
      if (laidOut) all.ofPages.push(...checkPages(reading, letter.response, laidOut, io))
  }
  return all
}

const nothing = (found: FoundResponse) => ({
  found,
  status: undefined,
  built: [],
  problems: [],
  warnings: [],
})

function outputOf(found: FoundResponse, reading: Reading, { out }: BuildOptions, io: Io): string {
  const whole =
    out === undefined ? join(found.root, reading.settings.folders.output) : resolve(io.cwd, out)
  return join(whole, found.name)
}

/** Tells why nothing was built, in frames, where everything else is told. */
async function refuse(
  result: Result,
  reading: Reading,
  options: BuildOptions,
  io: Io,
): Promise<Result> {
  if (options.isJson) return result
  const report = reportOn(result.found, reading, { all: result.problems, waived: [] }, io)
  await tellFramed(report, options, io)
  io.error(sayKept(outputOf(result.found, reading, options, io), io))
  return result
}

/** Nothing that not everybody can read goes out: what is wrong with it is told in place of it. */
function refuseBroken(
  result: Omit<Result, 'outcome'>,
  folder: string,
  options: BuildOptions,
  io: Io,
): Result {
  if (!options.isJson) {
    io.error(`${result.found.name} (final)\n`)
    const shown = { ...io, isTerminal: io.isErrorTerminal }
    io.error(sayVerified(result.verified, options, shown) + sayKept(folder, io))
  }
  return { ...result, outcome: 'refused' }
}

const hasBroken = ({ verified = [] }: Pick<Result, 'verified'>): boolean =>
  verified.some(({ isKept }) => !isKept)

const sayKept = (folder: string, io: Io): string =>
  `Nothing was built: what lies in ${showPath(folder, io)}, if anything, is from before.\n\n`
