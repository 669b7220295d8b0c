import type { Place, Point } from '../problem.ts'

/** A file's text, which can say on which line and column any of it stands. */
export class SourceFile {
  readonly path: string
  readonly text: string
  #lineStarts: number[] | undefined

  constructor(path: string, text: string) {
    this.path = path
    this.text = text
  }

  place(start: number, end: number): Place {
    return { file: this.path, start: this.point(start), end: this.point(Math.max(start, end)) }
  }

  point(offset: number): Point {
    const starts = this.lineStarts
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (starts[middle]! <= offset) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: offset - starts[low]! + 1 }
  }

  /** The line's words, without its line ending. Lines start at 1. */
  line(number: number): string {
    const starts = this.lineStarts
    return this.text.slice(starts[number - 1] ?? this.text.length, starts[number]).trimEnd()
  }

  get lineStarts(): readonly number[] {
    return (this.#lineStarts ??= findLineStarts(this.text))
  }
}

const findLineStarts = (text: string): number[] => {
  const starts = [0]
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}
