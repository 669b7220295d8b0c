import type { Command, Option } from 'commander'
import { rules } from '../check/rules/index.ts'
import { rulesOfReading } from '../check/rules-of-reading.ts'
import { REPORT_KINDS } from '../model/schema/report.ts'
import { FORMATS } from '../reporters/index.ts'
import { SCHEMA_NAMES } from '../schema/make-schemas.ts'
import { findPapers } from './find-papers.ts'
import { findResponses, findRoot } from './find-responses.ts'
import { showPath, type Io } from './io.ts'
import { findOffices } from './find-offices.ts'
import { GAPS } from './options.ts'
import { STATUS_FORMATS } from './status-formats.ts'
import { readFolders } from './read-found.ts'
import bash from './shells/s55.bash'
import fish from './shells/s55.fish'
import powershell from './shells/s55.ps1'
import zsh from './shells/s55.zsh'

const SCRIPTS = { bash, zsh, fish, powershell }
export const SHELLS = Object.keys(SCRIPTS) as (keyof typeof SCRIPTS)[]

/** Prints what a shell runs once to know our commands. */
export function completion(shell: keyof typeof SCRIPTS, io: Io): number {
  io.write(SCRIPTS[shell])
  return 0
}

type Word = readonly [word: string, meaning?: string | undefined]
/** Words; or, where the shell knows more, that it should complete names of files or folders itself. */
type Offer = readonly Word[] | ':files' | ':folders'

/**
 * Prints the words that may stand at one place of what has been typed, as the shells' scripts ask: a line
 * each, with what it means behind a tab.
 */
export async function complete(
  program: Command,
  place: number,
  typed: readonly string[],
  io: Io,
): Promise<number> {
  const words = [...typed.slice(0, place), typed[place] ?? ''].map(unquote)
  const { before, current, given } = joinValues(words)
  const offer = await offerAt(program, before, current, io)
  if (typeof offer === 'string') io.write(`${offer}\n`)
  else
    for (const [word, meaning] of offer)
      if (word.startsWith(current)) {
        const rest = word.slice(given.length)
        io.write(meaning === undefined ? `${rest}\n` : `${rest}\t${meaning}\n`)
      }
  return 0
}

const unquote = (word: string): string => word.replace(/^["']|["']$/g, '').replace(/\\(.)/g, '$1')

/** bash parts `--gaps=error` at its sign. `given`: what stands before the part that it completes. */
function joinValues(words: readonly string[]) {
  const joined: string[] = []
  let given = ''
  for (const [index, word] of words.entries()) {
    const isSign = word === '=' && index > 0
    const isValue = words[index - 1] === '=' && index > 1
    given = isSign ? `${joined.pop()}=` : isValue ? joined.pop()! : ''
    joined.push(isSign ? given : given + word)
  }
  const current = joined.pop()!
  return { before: joined, current, given }
}

async function offerAt(
  program: Command,
  before: readonly string[],
  current: string,
  io: Io,
): Promise<Offer> {
  const { command, operands, option, isOptionAllowed } = readTyped(program, before)
  // An item of the new response, and no rule.
  if (option && command.name() === 'carry') return []
  if (option) return offers[`--${option.name()}`]?.(io, current, command) ?? []
  if (isOptionAllowed && current.startsWith('-')) {
    const [, flag, value] = /^(--[^=]+=)(.*)$/s.exec(current) ?? []
    if (flag === undefined) return optionsOf(command)
    const offer = await (offers[flag.slice(0, -1)]?.(io, value!, command) ?? [])
    return typeof offer === 'string' ? offer : offer.map(([word, say]) => [flag + word, say])
  }
  if (command === program)
    return visible(program).map(command => [command.name(), command.description()])
  const { registeredArguments: known } = command
  const argument = known[operands] ?? (known.at(-1)?.variadic ? known.at(-1) : undefined)
  const offer =
    argument && (offers[`${command.name()} ${argument.name()}`] ?? offers[argument.name()])
  return offer?.(io, current, command) ?? []
}

type Typed = {
  command: Command
  /** How many of its arguments are typed. */
  operands: number
  /** The one whose value comes next. */
  option?: Option
  isOptionAllowed: boolean
}

/** What the words before the one to be completed are, as commander will read them. */
function readTyped(program: Command, before: readonly string[]): Typed {
  const read: Typed = { command: program, operands: 0, isOptionAllowed: true }
  for (const word of before)
    if (read.isOptionAllowed && word.startsWith('-')) {
      delete read.option
      const option = read.command.options.find(({ long, short }) => word === long || word === short)
      if (word === '--') read.isOptionAllowed = false
      else if (option?.required) read.option = option
    } else if (read.option) {
      if (!read.option.variadic) delete read.option
    } else if (read.command === program)
      read.command = visible(program).find(command => command.name() === word) ?? program
    else read.operands++
  return read
}

const visible = (program: Command): Command[] => program.createHelp().visibleCommands(program)

const optionsOf = (command: Command): Word[] =>
  command
    .createHelp()
    .visibleOptions(command)
    .flatMap(({ long, description }) => (long ? [[long, description] as const] : []))

const plain = (words: readonly string[]): Word[] => words.map(word => [word])

const formatsOf = (command: Command): readonly string[] =>
  command.name() === 'status' ? STATUS_FORMATS : FORMATS

const knownRules = (): Word[] => [...rules, ...rulesOfReading].map(({ id, title }) => [id, title])

async function knownPaths(io: Io, current: string): Promise<Offer> {
  const { responses } = await findResponses([], io)
  const paths = responses.map(({ root, folder }) => showPath(`${root}/${folder}`, io))
  return paths.some(path => path.startsWith(current)) ? plain(paths) : ':files'
}

async function knownNames(io: Io): Promise<Offer> {
  const { responses } = await findResponses([], io)
  return plain(responses.map(({ name }) => name))
}

async function knownOffices(io: Io): Promise<Offer> {
  const root = await findRoot(io.cwd)
  return root === undefined ? [] : plain(await findOffices(root, await readFolders(root)))
}

async function knownPapers(io: Io, current: string): Promise<Offer> {
  const { papers } = await findPapers([], io)
  const names = papers.map(({ name }) => name)
  return names.some(name => name.startsWith(current)) ? plain(names) : ':files'
}

type Ask = (io: Io, current: string, command: Command) => Offer | Promise<Offer>
/** What an argument, or the value of an option, may be: by its name, or by its command's and its own. */
const offers: Record<string, Ask> = {
  paths: knownPaths,
  papers: knownPapers,
  from: knownNames,
  to: knownNames,
  'log name': knownNames,
  dir: () => ':folders',
  office: knownOffices,
  rules: knownRules,
  schema: () => plain(SCHEMA_NAMES),
  shell: () => plain(SHELLS),
  '--only': knownRules,
  '--format': (_io, _current, command) => plain(formatsOf(command)),
  '--output': (_, current, command) =>
    current.includes('=') ? ':files' : formatsOf(command).map(format => [`${format}=`]),
  '--gaps': () => plain(GAPS),
  '--source': () => plain(['force', 'body', 'inspectorate']),
  '--kind': () => plain(REPORT_KINDS),
  '--office': knownOffices,
  '--out': () => ':folders',
}
