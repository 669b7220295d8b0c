import { isDay } from '../model/day.ts'
import { REPORT_KINDS } from '../model/schema/report.ts'
import type { NewOptions } from './new.ts'
import { oneOf, WrongUse, type OurCommand } from './command.ts'
import type { Io } from './io.ts'
import { unquoteTyped } from './typed-path.ts'

type TypedImport = {
  name?: string
  office?: string
  published?: string
  map?: string[]
  sheet?: string
  dryRun?: true
  json?: true
  quiet?: true
  color: boolean
}
type Run = (command: () => Promise<number>) => Promise<void>

/** The commands that a workspace begins with, and those for editors and shells. */
export function addStartingCommands(program: OurCommand, io: Io, run: Run): void {
  program
    .command('init')
    .description('a new workspace: an office, a sample response, settings of editors and CI')
    .argument('[dir]', 'the folder, which may be new; without one, this folder')
    .usage('[DIR] [options]')
    .option('--quiet', 'results only')
    .action((dir: string | undefined, { quiet = false }: { quiet?: boolean }) =>
      run(async () => (await import('./init.ts')).init(readDir(dir), { isQuiet: quiet }, io)),
    )

  program
    .command('new')
    .description('a response in which everything is still to be written')
    .argument('<name>', 'its folder: letters, digits and dashes, such as 2026-custody')
    .usage('NAME [options]')
    .option('--office <name>', 'the folder of templates that answers, where there are several')
    .option('--title <words>', "the report's title")
    .option('--kind <kind>', REPORT_KINDS.join(', '), oneOf('--kind', REPORT_KINDS))
    .option('--published <date>', 'the day it was published, as 2019-09-27', readPublished)
    .option('--quiet', 'results only')
    .action((name: string, typed: NewOptions) =>
      run(async () => (await import('./new.ts')).makeNew(name, typed, io)),
    )

  program
    .command('import')
    .description('a response from a saved inspection report, or from a tracker')
    .argument(
      '<files...>',
      'web page, PDF, Word file or text; or an address that begins with https://',
    )
    .usage('FILE... [options]')
    .option('--name <name>', "the response's folder; else made of the report's title")
    .option('--office <name>', 'the folder of templates that answers, where there are several')
    .option('--published <date>', 'the day it was published, as 2019-09-27', readPublished)
    .option(
      '--map <header=key>',
      'of a tracker: which column holds what, as "Rec text=recommendation"; as often as wanted',
      (word: string, before: string[] = []) => [...before, word],
    )
    .option('--sheet <name>', 'of a workbook: the sheet that is to be read')
    .option('--dry-run', 'shows what would be written, and writes nothing')
    .option('--json', 'results for programs')
    .option('--quiet', 'results only')
    .option('--no-color', 'no colours, as NO_COLOR')
    .action((files: string[], typed: TypedImport) =>
      run(async () => {
        const { importReport } = await import('./import.ts')
        const { dryRun, json, quiet, color, map, ...named } = typed
        return importReport(
          files,
          {
            ...named,
            map: map ?? [],
            isTried: dryRun ?? false,
            isJson: json ?? false,
            isQuiet: quiet ?? false,
            isColourWanted: color,
          },
          io,
        )
      }),
    )

  program
    .command('schema')
    .description('the JSON Schema of the files, for editors, and of the data beside a letter')
    .argument(
      '[schema]',
      'response (as it is), office, section55, panel, part for what `file:` names, or letter',
    )
    .usage('[SCHEMA] [options]')
    .option('--out <folder>', 'writes all of them there')
    .option('--quiet', 'results only')
    .action((name: string | undefined, typed: { out?: string; quiet?: boolean }) =>
      run(async () => {
        const { schema, SCHEMA_NAMES } = await import('./schema.ts')
        const { out, quiet = false } = typed
        const asked = name === undefined ? 'response' : oneOf('schema', SCHEMA_NAMES)(name)
        return schema(
          asked,
          { ...(out !== undefined && { out: unquoteTyped(out) }), isQuiet: quiet },
          io,
        )
      }),
    )

  program
    .command('completion')
    .description('what a shell needs to complete our commands')
    .argument('<shell>', 'bash, zsh, fish or powershell')
    .usage('SHELL')
    .addHelpText('after', HOW_TO_INSTALL)
    .action((shell: string) =>
      run(async () => {
        const { completion, SHELLS } = await import('./completion.ts')
        return completion(oneOf('shell', SHELLS)(shell), io)
      }),
    )

  // What the shells' scripts call on each press of the tab key: s55 complete 1 -- check --fo
  program
    .command('complete', { hidden: true })
    .argument('<place>')
    .argument('[words...]')
    .action((place: string, words: string[]) =>
      run(async () =>
        (await import('./completion.ts')).complete(program, Number(place), words, io),
      ),
    )
}

const HOW_TO_INSTALL = `
To install it, type once, and open a new terminal:
  bash:        s55 completion bash >> ~/.bashrc
  zsh:         s55 completion zsh >> ~/.zshrc
  fish:        s55 completion fish > ~/.config/fish/completions/s55.fish
  PowerShell:  s55 completion powershell >> $PROFILE`

function readDir(dir = '.'): string {
  if (dir.trim() !== '') return unquoteTyped(dir)
  throw new WrongUse('Unexpected empty folder, expected the name of one')
}

function readPublished(word: string): string {
  if (isDay(word)) return word
  throw new WrongUse(`Unexpected --published ${word}, expected a date such as 2019-09-27`)
}
