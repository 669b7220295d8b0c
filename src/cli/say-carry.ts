import { listWords } from '../model/validate/did-you-mean.ts'
import { cellsOf, startOf } from '../reporters/cells.ts'
import { printable, quotePath } from '../reporters/printable.ts'
import { countOf } from '../reporters/summary.ts'
import { wrap } from '../reporters/wrap.ts'
import type { ItemStanding, Standing } from '../status/standing.ts'
import type { Carried, CarriedPair, CarryOptions } from './carry.ts'
import { type Io } from './io.ts'

/** The pairs with the beginnings of both texts, and what nothing is like; or where they were written. */
export function sayCarried(carried: Carried, options: CarryOptions, io: Io): void {
  const columns = Math.min(io.columns, 80)
  const { pairs } = carried
  const isWritten = pairs.some(({ place }) => place)
  if (isWritten) for (const pair of pairs) io.write(`${sayWritten(pair, carried)}\n`)
  else for (const pair of pairs) io.write(`${sayPair(pair, carried, columns).join('\n')}\n\n`)
  if (!options.isQuiet) {
    if (!isWritten) io.write(sayOthers(carried, columns))
    io.write(`${wrap(sayCounts(carried, isWritten), columns).join('\n')}\n`)
  }
  if (pairs.length > 0 && !isWritten)
    tell(io, 'Nothing was written.', howToConfirm(carried, options))
  if (options.isQuiet) return
  const { from, to, left } = carried
  if (from.office.force !== to.office.force)
    tell(
      io,
      `Unexpected response on ${from.office.force}, expected one on ${to.office.force}`,
      'What another force was told is not raised again here.',
    )
  if (left.length > 0 && !isWritten)
    tell(
      io,
      'Left is what has no like.',
      `Where ${to.name} raises it again in other words, write \`raised_before: [${from.name} ${left[0]!.reference}]\` at its item.`,
    )
}

function tell(io: Io, message: string, hint: string): void {
  const lines = wrap(printable(hint), Math.min(io.columns, 80) - 2)
  io.error(`${printable(message)}\n${lines.map(line => `  ${line}\n`).join('')}`)
}

/** For programs. Of what is withheld, the words are the report's. */
export function carriedAsJson({ from, to, pairs, already, left }: Carried, isWritten: boolean) {
  const item = ({ reference, id, label, words, state }: ItemStanding) => {
    return { reference, id, label, words, state }
  }
  const told = {
    from: from.name,
    to: to.name,
    written: isWritten,
    pairs: pairs.map(({ from, to, likeness, place }) => ({
      from: item(from),
      to: item(to),
      likeness: Math.round(likeness * 100) / 100,
      file: place?.file ?? null,
      line: place?.line ?? null,
    })),
    carried: already.map(one => ({
      from: item(one),
      to: one.raised_again.filter(({ response }) => response === to.name).map(({ item }) => item),
    })),
    left: left.map(item),
  }
  return `${JSON.stringify(told, undefined, 2)}\n`
}

const sayWritten = ({ from, to, place }: CarriedPair, { from: earlier }: Carried): string =>
  printable(
    `${place!.file}:${place!.line}: ${to.reference} raises ${earlier.name} ${from.reference} again`,
  )

const nameOf = ({ reference }: ItemStanding): string => printable(reference)

/** Who is to judge whether two texts mean one thing needs more of them than one line. */
const LINES_ALIKE = 3

function sayPair(pair: CarriedPair, { from, to }: Carried, columns: number): string[] {
  const isSame = wordsOf(pair.from) === wordsOf(pair.to)
  const like = isSame ? 'the same words' : pair.isNearlySame ? 'nearly the same' : 'alike'
  const most = isSame ? 1 : LINES_ALIKE
  const widest = Math.max(...[from, to].map(({ name }) => cellsOf(printable(name))))
  // A long name leaves no room beside it.
  const indent = widest > columns / 3 ? 4 : widest + 4
  const begin = ({ name }: Standing, item: ItemStanding): string[] => {
    const lead = `  ${printable(name)}`
    const lines = beginning(wordsOf(item), columns - indent, most)
    if (indent === 4) return [lead, ...lines.map(line => `    ${line}`)]
    const gap = ' '.repeat(indent - cellsOf(lead))
    return lines.map((line, index) => (index === 0 ? lead + gap : ' '.repeat(indent)) + line)
  }
  return [
    ...wrap(`${nameOf(pair.to)} may raise ${nameOf(pair.from)} again: ${like}`, columns),
    ...begin(from, pair.from),
    ...begin(to, pair.to),
  ]
}

/** So many lines of a text, the last of which says that there is more. */
function beginning(words: string, columns: number, most: number): string[] {
  const lines = wrap(words, columns)
  if (lines.length <= most) return lines
  return [...lines.slice(0, most - 1), cut(lines.slice(most - 1, most + 1).join(' '), columns)]
}

const wordsOf = ({ title, words }: ItemStanding): string =>
  printable(title === undefined ? words : `${title}. ${words}`)

function cut(line: string, columns: number): string {
  if (cellsOf(line) <= columns) return line
  return `${startOf(line, columns - 1).replace(/\s+\S*$/, '')}…`
}

function sayOthers({ from, to, already, left }: Carried, columns: number): string {
  const list = (head: string, lines: readonly string[]): string =>
    lines.length === 0
      ? ''
      : [...wrap(head, columns), ...lines.map(line => cut(`  ${line}`, columns)), '', ''].join('\n')
  const again = already.map(item => {
    const ids = new Set(
      item.raised_again.filter(({ response }) => response === to.name).map(({ item }) => item),
    )
    const others = to.items.filter(({ id }) => ids.has(id)).map(nameOf)
    return `${nameOf(item)}, by ${listWords(others, 'and')}`
  })
  return (
    list(`Raised again in ${printable(to.name)} already:`, again) +
    list(
      `Open in ${printable(from.name)}, and like nothing in ${printable(to.name)}:`,
      left.map(item => `${nameOf(item)}  ${wordsOf(item)}`),
    )
  )
}

function sayCounts(
  { from, to, pairs, unasked, already, left }: Carried,
  isWritten: boolean,
): string {
  const { length: count } = pairs
  const open = count + unasked + already.length + left.length
  if (open === 0) return `Nothing is open in ${printable(from.name)}`
  const found = isWritten ? 'raised again now' : `like one of ${printable(to.name)}`
  const said = [
    `${count} ${found}`,
    ...(unasked > 0 ? [`${unasked} not asked for`] : []),
    ...(already.length > 0 ? [`${already.length} raised again already`] : []),
    `${left.length} left`,
  ]
  return `${countOf(open, 'open item')} of ${printable(from.name)}: ${said.join(', ')}`
}

function howToConfirm({ from, to, pairs }: Carried, { only }: CarryOptions): string {
  const call = `s55 carry ${quotePath(from.name)} ${quotePath(to.name)}`
  if (only.length > 0) return `\`${call} --only ${only.map(quotePath).join(' ')} --yes\` does it.`
  if (pairs.length === 1) return `\`${call} --yes\` does it.`
  return `\`${call} --yes\` writes them; with \`--only ${pairs[0]!.to.reference}\`, that one alone.`
}
