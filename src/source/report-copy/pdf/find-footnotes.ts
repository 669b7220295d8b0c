import type { PrintedLine } from './printed-line.ts'

const MARK = /^(?:\d{1,3}|[*†‡§]+|[ivx]{1,4})[.)]?\s+\S/

/** Small print that begins with a mark, below all other words of its column. */
export function findFootnotes(lines: readonly PrintedLine[], bodySize: number): Set<PrintedLine> {
  const footnotes = new Set<PrintedLine>()
  const isSmall = ({ size, cell }: PrintedLine) => size < 0.93 * bodySize && cell === undefined
  const flows = new Map<number, PrintedLine[]>()
  const lowest = new Map<number, number>()
  for (const line of lines) {
    flows.set(line.flow, [...(flows.get(line.flow) ?? []), line])
    if (!isSmall(line)) lowest.set(line.page, Math.max(lowest.get(line.page) ?? 0, line.base))
  }
  for (const own of flows.values()) {
    let from = own.length
    while (from > 0 && isSmall(own[from - 1]!)) from -= 1
    const first = own.findIndex((line, index) => index >= from && MARK.test(line.words))
    if (first === -1) continue
    const above = own[first - 1]
    // In a flow of its own, it stands below what else the page has.
    if (!above && own[first]!.base < 0.7 * (lowest.get(own[first]!.page) ?? 0)) continue
    for (const line of own.slice(first)) footnotes.add(line)
  }
  return footnotes
}

export const opensFootnote = ({ words }: PrintedLine): boolean => MARK.test(words)
