import { Command, type Option } from 'commander'
import { didYouMean, listWords } from '../model/validate/did-you-mean.ts'
import type { Complaint } from './io.ts'

/** The command line was not understood: exit code 2. */
export class WrongUse extends Error {
  readonly complaint: Complaint

  constructor(message: string, hint?: string) {
    super(message)
    this.complaint = { message, ...(hint !== undefined && { hint }) }
  }
}

/** Commander's command, which says in our grammar what it does not understand. */
export class OurCommand extends Command {
  override createCommand(name?: string): OurCommand {
    return new OurCommand(name)
  }

  // Called by commander where it would print a sentence of its own.
  unknownOption(flag: string): never {
    const word = flag.replace(/=.*/, '')
    const known = this.createHelp()
      .visibleOptions(this)
      .flatMap(({ long }) => long ?? [])
    throw new WrongUse(`Unexpected option ${word}, expected ${listWords(known)}`, ask(word, known))
  }

  unknownCommand(): never {
    const [word = ''] = this.args
    const known = this.createHelp()
      .visibleCommands(this)
      .map(command => command.name())
    throw new WrongUse(
      `Unexpected command ${word}, expected ${listWords(known)}`,
      ask(word, known) ?? 's55 --help says what each of them does.',
    )
  }

  missingArgument(name: string): never {
    const { description } = this.registeredArguments.find(known => known.name() === name)!
    throw new WrongUse(`Missing ${name.toUpperCase()}, expected ${description}`)
  }

  optionMissingArgument({ flags, long }: Option): never {
    throw new WrongUse(`Missing value of ${long ?? flags}, expected ${flags}`)
  }
}

/** A parser for an option that takes one of some words. */
export function oneOf<T extends string>(option: string, words: readonly T[]): (word: string) => T {
  return word => {
    const known = words.find(known => known === word)
    if (known !== undefined) return known
    throw new WrongUse(
      `Unexpected ${option} ${word}, expected ${listWords(words)}`,
      ask(word, words),
    )
  }
}

function ask(word: string, known: readonly string[]): string | undefined {
  const meant = didYouMean(word, known)
  return meant && `Did you mean ${meant}?`
}
