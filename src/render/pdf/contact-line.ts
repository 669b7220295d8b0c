import { joinRuns, linesOf } from '../../document/lines.ts'
import type { Inline, Letterhead } from '../../document/tree.ts'
import { wordsOf } from '../../document/words.ts'

/**
 * What a letterhead says, as one paragraph: name, address, and where to call or write to. On
 * stationery the letterhead itself is not drawn, and a screen reader skips what stands there, so the
 * letter says who sends it as well (ISO 14289-1, 7.1: all that has meaning is tagged).
 */
export function contactLine({ children }: Letterhead): object {
  const lines = children.flatMap(({ role, children }) => {
    const typed = linesOf(children)
    if (role !== 'contact') return [join(typed, ' ')]
    return [
      join(typed.filter(isAddress), ', '),
      join(
        typed.filter(line => !isAddress(line)),
        ' · ',
      ),
    ]
  })
  const said = lines.filter(line => line.length > 0)
  return {
    type: 'contact-line',
    role: 'contact',
    children: joinRuns(said, { type: 'break' }),
  }
}

/** No link, and no number to call. */
const isAddress = (line: Inline[]): boolean =>
  line.every(({ type }) => type !== 'link') && wordsOf(line).replace(/\D/g, '').length < 7

const join = (parts: Inline[][], between: string): Inline[] =>
  joinRuns(
    parts.filter(part => part.length > 0),
    { type: 'text', value: between },
  )
