import { CommanderError } from 'commander'
import { isDay } from '../model/day.ts'
import { FORMATS, type Format } from '../reporters/index.ts'
import { check } from './check.ts'
import { confess } from './confess.ts'
import { OurCommand, oneOf, WrongUse } from './command.ts'
import { addFollowingCommands } from './following-commands.ts'
import { complain, type Io } from './io.ts'
import { GAPS, outputReader, type BuildOptions, type CheckOptions, type Output } from './options.ts'
import { addStartingCommands } from './starting-commands.ts'
import { PAPER_KINDS, type PaperKind } from '../model/paper-kinds.ts'
import { STATUS_FORMATS, type StatusFormat } from './status-formats.ts'
import { unquoteTyped } from './typed-path.ts'

/** Runs one command and says how it went: 0 done, 1 errors in responses, 2 wrong use, 3 a fault of ours. */
export async function main(argv: readonly string[], io: Io): Promise<number> {
  try {
    return await runCommand(argv, io)
  } catch (error) {
    if (error instanceof WrongUse) return complain(io, [error.complaint])
    // Help was asked for and shown; help that was not asked for is wrong use.
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    return confess(io, error)
  }
}

async function runCommand(argv: readonly string[], io: Io): Promise<number> {
  let code = 0
  const program = makeProgram(io, async command => {
    code = await command()
  })
  try {
    await program.parseAsync(argv, { from: 'user' })
    return code
  } catch (error) {
    if (!(error instanceof VersionAsked)) throw error
    const { sayVersion } = await import('./say-version.ts')
    return sayVersion(argv.includes('--verbose'), io)
  }
}

/** Nothing else is done then, whatever stands beside it. */
class VersionAsked extends Error {}

const EXIT_CODES = `
Exit codes: 0 done, 1 the responses have errors, 2 wrong use or something that
could not be read or written, 3 a fault of ours.`

type Typed = { quiet?: boolean; color: boolean; json?: boolean; today?: string }
type TypedCheck = Typed & {
  format?: Format
  gaps?: CheckOptions['gaps']
  notes?: boolean
  only?: string[]
  changed?: string
  maxWarnings?: number
  watch?: boolean
  output?: Output[]
}

type TypedStatus = Typed & { format?: StatusFormat; output?: Output<StatusFormat>[] }

type TypedPanel = Typed & {
  out?: string
  restricted?: true
  new?: string
  kind?: PaperKind
  office?: string
}

type TypedBuild = Typed & {
  out?: string
  comments?: true
  attachSource?: true
  verify?: true
}

function makeProgram(io: Io, run: (command: () => Promise<number>) => Promise<void>): OurCommand {
  const program = new OurCommand('s55')
    .description(
      'The response to a police inspection report, under section 55 of the Police Act 1996',
    )
    .usage('<command> [PATH...] [options]')
    .option('-V, --version', 'which version this is')
    .option('--verbose', 'with --version: of Node, and what draws the PDF, too')
    .helpOption('-h, --help', 'what can be asked')
    .configureHelp({
      subcommandTerm: command => `${command.name()} ${command.usage().replace(' [options]', '')}`,
      argumentTerm: argument => argument.name().replace(/s$/, '').toUpperCase(),
    })
    .addHelpText('after', EXIT_CODES)
    .helpCommand(false)
    .exitOverride()
    .on('option:version', () => {
      throw new VersionAsked()
    })
    .hook('preAction', () => {
      if (program.opts<{ verbose?: boolean }>().verbose)
        throw new WrongUse('Unexpected option --verbose, expected it beside --version')
    })
    .configureOutput({
      writeOut: text => io.write(text),
      writeErr: text => io.error(text),
      getOutHelpWidth: () => io.columns,
      getErrHelpWidth: () => io.columns,
    })

  withCommonOptions(program.command('check'))
    .description('what is missing or wrong, with the line; for CI')
    .option('--format <format>', FORMATS.join(' or '), oneOf('--format', FORMATS))
    .option(
      '--gaps <severity>',
      'what is still to be written: error (as it is) or warning',
      oneOf('--gaps', GAPS),
    )
    .option('--notes', 'notes too, which are neither errors nor warnings')
    .option('--only <rule...>', 'of these rules alone; s55 explain lists them')
    .option('--changed <commit>', 'only responses that differ from a commit, such as main')
    .option('--max-warnings <number>', 'exit 1 with more warnings', readCount)
    .option(
      '-o, --output <format=file>',
      'writes that format to a file as well; as often as wanted',
      outputReader(FORMATS),
    )
    .option('--watch', 'check again on every change, until Ctrl+C')
    .action((paths: string[], typed: TypedCheck) =>
      run(() => check(paths, checkOptions(typed), at(io, typed))),
    )

  withCommonOptions(program.command('build'))
    .description('the letter and appendix as DOCX, PDF and HTML')
    .option('--out <folder>', 'where to build, in place of output', readOut)
    .option('--comments', 'a draft goes round in Word: what is missing, as comments in its DOCX')
    .option('--attach-source', 'what the letter prints, as YAML inside its PDF (PDF/A-3)')
    .option('--verify', 'opens what was built, and says whether everybody can read it')
    .action((paths: string[], typed: TypedBuild) =>
      run(async () => {
        // The engines that draw are loaded for nobody else.
        const { build } = await import('./build.ts')
        return build(paths, buildOptions(typed), at(io, typed))
      }),
    )

  withCommonOptions(program.command('letterhead'), '[office]')
    .description("what the office's stationery holds and lacks; a specimen letter on it")
    .option('--out <folder>', 'where the specimen goes, in place of output', readOut)
    .option('--prepare', 'writes a copy of the Word stationery that says where the letter goes')
    .action((office: string | undefined, typed: Typed & { out?: string; prepare?: true }) =>
      run(async () => {
        const { letterhead } = await import('./letterhead.ts')
        const { out, prepare = false } = typed
        const asked = { ...common(typed), isPrepared: prepare, ...(out !== undefined && { out }) }
        return letterhead(office, asked, at(io, typed))
      }),
    )

  withCommonOptions(program.command('fix'))
    .description('mends what can be mended without a decision')
    .option('--write', 'writes it; without it, what would be mended is shown')
    .action((paths: string[], typed: Typed & { write?: boolean }) =>
      run(async () => {
        const { fix } = await import('./fix.ts')
        return fix(paths, { ...common(typed), isWriting: typed.write ?? false }, at(io, typed))
      }),
    )

  withCommonOptions(program.command('status'))
    .description('where every response stands: days left, answered, overdue')
    .option('--format <format>', STATUS_FORMATS.join(' or '), oneOf('--format', STATUS_FORMATS))
    .option(
      '-o, --output <format=file>',
      'writes that format to a file as well; as often as wanted',
      outputReader(STATUS_FORMATS),
    )
    .action((paths: string[], typed: TypedStatus) =>
      run(async () => {
        const { status } = await import('./status.ts')
        const { format = typed.json ? 'json' : 'text', output = [] } = typed
        return status(paths, { ...common(typed), format, outputs: output }, at(io, typed))
      }),
    )

  withCommonOptions(program.command('panel'), '[papers...]')
    .description('the paper for the Police and Crime Panel as DOCX, PDF and HTML')
    .option('--out <folder>', 'where to build, in place of output', readOut)
    .option('--restricted', 'a second copy for members, with what is restricted')
    .option('--new <date>', 'starts the paper for the meeting of that day', readMeeting)
    .option(
      '--kind <kind>',
      `with --new: ${PAPER_KINDS.join(' or ')}`,
      oneOf('--kind', PAPER_KINDS),
    )
    .option('--office <name>', 'with --new: the folder of templates, where there are several')
    .action((papers: string[], typed: TypedPanel) =>
      run(async () => {
        const { out, restricted = false, new: meeting, kind, office } = typed
        if (meeting !== undefined) {
          refuseBesideNew(papers, typed)
          const { makeNewPanel } = await import('./new-panel.ts')
          const asked = { meeting, kind: kind ?? 'report', isQuiet: typed.quiet ?? false } as const
          return makeNewPanel({ ...asked, ...(office !== undefined && { office }) }, at(io, typed))
        }
        if (kind ?? office)
          throw new WrongUse(
            `Unexpected ${kind ? '--kind' : '--office'} without --new, expected it beside --new DATE`,
          )
        const { panel } = await import('./panel.ts')
        const asked = { ...common(typed), ...(out !== undefined && { out }) }
        return panel(papers, { ...asked, isRestrictedWanted: restricted }, at(io, typed))
      }),
    )

  program
    .command('explain')
    .description('what a rule asks, and the law behind it')
    .argument('[rules...]', 'a rule, as check names it; without one, the list of all')
    .usage('[RULE...] [options]')
    .option('--json', 'results for programs')
    .option('--quiet', 'results only')
    .option('--no-color', 'no colours, as NO_COLOR')
    .action((rules: string[], typed: Typed) =>
      run(async () => {
        const { explain } = await import('./explain.ts')
        return explain(rules, common(typed), io)
      }),
    )
  addFollowingCommands(program, io, run)
  addStartingCommands(program, io, run)
  return program
}

const ARGUMENTS = {
  '[paths...]': "a response's name, folder or file, or a workspace; else the one around here",
  '[papers...]': "a file of the folder panel, or its name; else all of the workspace's papers",
  '[office]': 'the folder of an office, below templates; else each of them',
}

function withCommonOptions(
  command: OurCommand,
  argument: keyof typeof ARGUMENTS = '[paths...]',
): OurCommand {
  return command
    .argument(argument, ARGUMENTS[argument])
    .usage(`${argument.replace('s...', '...').toUpperCase()} [options]`)
    .option('--today <date>', 'the day to reckon from, as 2019-11-21', readToday)
    .option('--json', 'results for programs')
    .option('--quiet', 'results only')
    .option('--no-color', 'no colours, as NO_COLOR')
}

function readToday(word: string): string {
  if (isDay(word)) return word
  throw new WrongUse(`Unexpected --today ${word}, expected a date such as 2019-11-21`)
}

function readMeeting(word: string): string {
  if (isDay(word)) return word
  throw new WrongUse(`Unexpected --new ${word}, expected the day of a meeting, such as 2026-12-10`)
}

/** What it makes stands in the folder of papers, and nothing is built. */
function refuseBesideNew(papers: readonly string[], { out, restricted, json }: TypedPanel): void {
  const other =
    papers[0] ?? (out !== undefined ? '--out' : restricted ? '--restricted' : json && '--json')
  if (other) throw new WrongUse(`Unexpected ${other} beside --new, expected --new DATE alone`)
}

function readCount(word: string): number {
  if (/^\d{1,9}$/.test(word)) return Number(word)
  throw new WrongUse(`Unexpected --max-warnings ${word}, expected a number such as 0`)
}

function readOut(path: string): string {
  if (path.trim() !== '') return unquoteTyped(path)
  throw new WrongUse('Unexpected empty --out, expected a folder')
}

const buildOptions = (typed: TypedBuild): BuildOptions => ({
  ...common(typed),
  ...(typed.out !== undefined && { out: typed.out }),
  hasComments: typed.comments ?? false,
  hasSource: typed.attachSource ?? false,
  isVerified: typed.verify ?? false,
})

const checkOptions = (typed: TypedCheck): CheckOptions => ({
  ...common(typed),
  format: typed.format ?? (typed.json ? 'json' : 'text'),
  gaps: typed.gaps ?? 'error',
  hasNotes: typed.notes ?? false,
  only: (typed.only ?? []).flatMap(words => words.split(',')).filter(Boolean),
  ...(typed.changed !== undefined && { changed: typed.changed }),
  maxWarnings: typed.maxWarnings ?? Infinity,
  isWatching: typed.watch ?? false,
  outputs: typed.output ?? [],
})

const common = ({ quiet = false, color, json = false }: Typed) => ({
  isQuiet: quiet,
  isColourWanted: color,
  isJson: json,
})

const at = (io: Io, { today = io.today }: Typed): Io => ({ ...io, today })
