import { isDay } from '../model/day.ts'
import type { HistorySource } from '../model/history.ts'
import { oneOf, WrongUse, type OurCommand } from './command.ts'
import type { Io } from './io.ts'

type Run = (command: () => Promise<number>) => Promise<void>
type Common = { quiet?: boolean; color: boolean; json?: boolean; today?: string }
type TypedLog = Common & {
  status?: string
  text?: string
  textCy?: string
  source: HistorySource
  date?: string
  yes?: true
  dryRun?: true
}

const SOURCES = ['force', 'body', 'inspectorate'] as const

/** The commands by which items are followed once the letter is out. */
export function addFollowingCommands(program: OurCommand, io: Io, run: Run): void {
  program
    .command('log')
    .description("a dated entry in an item's history")
    .argument('<name>', "a response: its folder's name, or the path of its folder or file")
    .argument('<item>', 'an item as `answers` has it: R10, A2, an id; or "Recommendation 10"')
    .usage('NAME ITEM [options]')
    .option('--status <word>', "where the item stands now: a word of the office's scale")
    .option('--text <words>', 'what happened, in the small Markdown; on several lines if need be')
    .option('--text-cy <words>', 'the same in Welsh, where the response is in two languages')
    .option(
      '--source <who>',
      "who says so: force (as an item's `status` is the force's own), body or inspectorate",
      oneOf('--source', SOURCES),
      'force' as const,
    )
    .option('--date <date>', 'the day of the entry, as 2019-11-21; else today', readDay('--date'))
    .option('--yes', 'an item between braces may be rewritten on lines of its own')
    .option('--dry-run', 'shows what would be written, and writes nothing')
    .option('--today <date>', 'the day to reckon from, as 2019-11-21', readDay('--today'))
    .option('--json', 'results for programs')
    .option('--quiet', 'results only')
    .option('--no-color', 'no colours, as NO_COLOR')
    .action((name: string, item: string, typed: TypedLog) =>
      run(async () => {
        const { log } = await import('./log.ts')
        const { status, text, textCy, date, source } = typed
        return log(
          name,
          item,
          {
            ...common(typed),
            ...(status !== undefined && { status }),
            ...(text !== undefined && { text }),
            ...(textCy !== undefined && { textCy }),
            ...(date !== undefined && { date }),
            source,
            isTried: typed.dryRun ?? false,
            isConfirmed: typed.yes ?? false,
          },
          { ...io, today: typed.today ?? io.today },
        )
      }),
    )

  program
    .command('carry')
    .description('open items of an earlier response, matched with those of a new one')
    .argument('<from>', "the earlier response: its folder's name, or its path")
    .argument('<to>', 'the new one')
    .usage('FROM TO [options]')
    .option('--yes', 'writes the pairs that are shown, as `raised_before` of the new items')
    .option('--only <item...>', 'the pairs of these items of the new response alone')
    .option('--today <date>', 'the day to reckon from, as 2019-11-21', readDay('--today'))
    .option('--json', 'results for programs')
    .option('--quiet', 'results only')
    .option('--no-color', 'no colours, as NO_COLOR')
    .action((from: string, to: string, typed: Common & { yes?: true; only?: string[] }) =>
      run(async () => {
        const { carry } = await import('./carry.ts')
        const only = (typed.only ?? []).flatMap(words => words.split(',')).filter(Boolean)
        const asked = { ...common(typed), isConfirmed: typed.yes ?? false, only }
        return carry(from, to, asked, { ...io, today: typed.today ?? io.today })
      }),
    )
}

const readDay =
  (option: string) =>
  (word: string): string => {
    if (isDay(word)) return word
    throw new WrongUse(`Unexpected ${option} ${word}, expected a date such as 2019-11-21`)
  }

const common = ({ quiet = false, color, json = false }: Common) => ({
  isQuiet: quiet,
  isColourWanted: color,
  isJson: json,
})
