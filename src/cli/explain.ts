import { pages } from 'section55:manual'
import type { Rule } from '../check/rule.ts'
import { ruleGroups } from '../check/rules/index.ts'
import { rulesOfReading } from '../check/rules-of-reading.ts'
import { didYouMean, listWords } from '../model/validate/did-you-mean.ts'
import { optionalWording, replaceableWording } from '../model/wording-names.ts'
import { painter } from '../reporters/colours.ts'
import { showPage } from '../reporters/manual-page.ts'
import { wrap } from '../reporters/wrap.ts'
import { fixedSentences } from './fixed-sentences.ts'
import { complain, hasColours, type Complaint, type Io } from './io.ts'
import type { CommonOptions } from './options.ts'

type Explained = Pick<Rule, 'id' | 'severity' | 'title' | 'source' | 'statutory' | 'completeness'>

const groups: readonly (readonly [name: string, rules: readonly Explained[]])[] = [
  ...Object.entries(ruleGroups).filter(([, rules]) => rules.length > 0),
  ['Reading the files', rulesOfReading],
]
const all = groups.flatMap(([, rules]) => rules)

/** What rules ask, and the law behind them; without any, the list of all. */
export function explain(ids: readonly string[], options: CommonOptions, io: Io): number {
  const unknown = ids.filter(id => !all.some(rule => rule.id === id))
  if (unknown.length > 0) return complain(io, unknown.map(sayUnknown))
  const asked = [...new Set(ids)].map(id => all.find(rule => rule.id === id)!)
  if (options.isJson) io.write(sayJson(asked.length > 0 ? asked : all))
  else if (asked.length === 0) io.write(listRules(options, io))
  else io.write(asked.map(rule => sayRule(rule, options, io)).join('\n\n'))
  return 0
}

function sayUnknown(id: string): Complaint {
  const message = `Unexpected rule ${id}, expected the name of a rule`
  if (replaceableWording.includes(id))
    return { message, hint: 's55 explain wording tells of the sentences of a letter.' }
  const meant = didYouMean(
    id,
    all.map(rule => rule.id),
  )
  return {
    message,
    hint: meant ? `Did you mean ${meant}?` : 's55 explain lists them.',
  }
}

/** A list in any case, so that a program need not ask how many were asked. */
function sayJson(rules: readonly Explained[]): string {
  const told = rules.map(rule => {
    const { id, severity, title, source, statutory = false, completeness = false } = rule
    const [group] = groups.find(([, rules]) => rules.includes(rule))!
    const page = pages[id]!
    return {
      ...{ id, group, severity, title, source, statutory, completeness, page },
      ...(id === 'wording' && { sentences: fixedSentences() }),
    }
  })
  return `${JSON.stringify(told, undefined, 2)}\n`
}

function sayRule(rule: Explained, { isColourWanted }: CommonOptions, io: Io): string {
  const look = {
    columns: Math.min(io.columns, 80),
    hasColours: hasColours(io, isColourWanted),
  }
  const paint = painter(look.hasColours)
  const name = `${paint(rule.severity, rule.severity)} ${paint(rule.id, 'dim')}\n\n`
  const sentences = rule.id === 'wording' ? `\n\n${listSentences(look)}` : ''
  return `${name}${showPage(pages[rule.id]!, look)}${sentences}`
}

/** A line each; a title that is too long for a terminal goes on below itself. */
function listRules({ isColourWanted }: CommonOptions, io: Io): string {
  const paint = painter(hasColours(io, isColourWanted))
  const width = Math.max(...all.map(({ id }) => id.length))
  const indent = 2 + width + 2 + 'warning'.length + 2
  // Whoever searches the list in a pipe finds each rule on its line.
  const room = io.isTerminal ? Math.max(20, Math.min(io.columns, 80) - indent) : Infinity
  const parts = groups.map(([name, rules]) => {
    const lines = rules.map(({ id, severity, title, statutory }) => {
      // Unbroken until it is wrapped.
      const words = wrap(`${title}${statutory ? ' (the\u00a0Act)' : ''}`, room)
      const level = paint(severity.padEnd('warning'.length), severity)
      return `  ${id.padEnd(width)}  ${level}  ${words.join(`\n${' '.repeat(indent)}`)}\n`.replace(
        '\u00a0',
        ' ',
      )
    })
    return `${paint(name, 'bold')}\n${lines.join('')}`
  })
  return `${parts.join('\n')}\n${HOW_TO_CHANGE}`
}

const HOW_TO_CHANGE = `(the Act): asked by the Act, never turned off. s55 explain RULE prints its page.
Another severity, in section55.yaml: rules: { missing-signature: off }
One finding excused: waive: [{ rule: …, reason: …, by: …, until: 2024-03-01 }]
`

function listSentences(look: { columns: number; hasColours: boolean }): string {
  const sentences = fixedSentences()
  const width = Math.max(...sentences.map(({ name }) => name.length))
  const indent = 2 + width + 2
  const lines = sentences.map(({ name, words }) => {
    const wrapped = wrap(words.replaceAll('\u00a0', ' '), look.columns - indent)
    return `  ${name.padEnd(width)}  ${wrapped.join(`\n${' '.repeat(indent)}`)}\n`
  })
  const lead = showPage(
    `## The sentences that \`letter.wording\` replaces\n\nBy their names, with the words that they have in a letter of an invented office. ${listWords(optionalWording, 'and')} may also be left out: \`opening: false\`.\n`,
    look,
  )
  return `${lead}\n${lines.join('')}`
}
