/** The sign before a list's entry. `isAlone`: its words stand on the next line. */
export type Mark = { indent: number; sign: string; isAlone: boolean }

const MARK = /^(\s*)([•●▪■◦○‣⁃∙\uf0a7\uf0b7\uf0d8\uf0fc]|[·*–—-](?=\s|$)|o(?=\t|\s\s|$))\s*(\S?)/u
const TAB = 8

export function readMark(words: string): Mark | undefined {
  const found = MARK.exec(words)
  if (!found) return undefined
  const [, space = '', sign = '', next] = found
  // "---" and "***" rule a line.
  if (next === sign) return undefined
  return { indent: indentOf(space), sign, isAlone: next === '' }
}

const indentOf = (space: string): number => space.replace(/\t/g, ' '.repeat(TAB)).length

/** How deep the entries of a list stand, by their indents and their signs. */
export class ListLevels {
  #open: Mark[] = []

  get level(): number {
    return Math.max(1, this.#open.length)
  }

  enter(mark: Mark): void {
    const same = this.#open.findLastIndex(
      ({ indent, sign }) => sign === mark.sign && Math.abs(indent - mark.indent) < 2,
    )
    if (same !== -1) {
      this.#open.length = same + 1
      return
    }
    while (this.#open.length > 0 && this.#open.at(-1)!.indent > mark.indent) this.#open.pop()
    this.#open.push(mark)
  }

  /** Whether a paragraph stands under the words of the entry before it. */
  holds(words: string): boolean {
    const mark = this.#open.at(-1)
    return mark !== undefined && indentOf(/^\s*/.exec(words)![0]) >= mark.indent + 2
  }

  leave(): void {
    this.#open = []
  }
}
