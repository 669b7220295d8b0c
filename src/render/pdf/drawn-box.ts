/** Left, bottom, right, top, in points. */
export type Box = [left: number, bottom: number, right: number, top: number]
type Matrix = [a: number, b: number, c: number, d: number, e: number, f: number]
type State = { matrix: Matrix; isClipped: boolean }

/**
 * The place of pictures under some marks of a page: an image's, and that of the clip which the engine draws
 * a picture of paths within. The content is as the engine writes it: an operator at the end of each line
 * (ISO 32000-1, 8.2 and annex A).
 */
export function drawnBox(content: string, wanted: ReadonlySet<number>): Box | undefined {
  const outer: State[] = []
  const open: (number | undefined)[] = []
  let state: State = { matrix: [1, 0, 0, 1, 0, 0], isClipped: false }
  let path: Box | undefined
  let mark: number | undefined
  let isClip = false
  let found: Box | undefined
  const add = (box: Box | undefined) => {
    const isWanted = open.some(mark => mark !== undefined && wanted.has(mark))
    if (box && isWanted && !state.isClipped) found = around(found, box)
  }
  for (const line of content.split('\n')) {
    const words = line.trim().split(' ')
    const operator = words.at(-1)
    const numbers = words.slice(0, -1).map(Number)
    switch (operator) {
      case 'q':
        outer.push(state)
        state = { ...state }
        break
      case 'Q':
        state = outer.pop() ?? state
        break
      case 'cm':
        state.matrix = times(numbers as Matrix, state.matrix)
        break
      case 'm':
      case 'l':
      case 'c':
      case 'v':
      case 'y':
        path = around(path, boxOf(numbers, state.matrix))
        break
      case 're': {
        const [x = 0, y = 0, width = 0, height = 0] = numbers
        path = around(path, rectangle(x, y, x + width, y + height, state.matrix))
        break
      }
      case 'W':
      case 'W*':
        isClip = true
        break
      case 'n':
      case 'f':
      case 'f*':
      case 'B':
      case 'B*':
      case 'b':
      case 'b*':
      case 'S':
      case 's':
        if (isClip || operator !== 'n') add(path)
        state.isClipped ||= isClip
        isClip = false
        path = undefined
        break
      case 'Do':
        add(rectangle(0, 0, 1, 1, state.matrix))
        break
      case 'BMC':
        open.push(undefined)
        break
      case 'BDC':
        open.push(mark)
        mark = undefined
        // What the whole page is drawn within says nothing of a picture.
        state.isClipped = false
        break
      case 'EMC':
        open.pop()
        break
      default: {
        const given = /^\/MCID (\d+)$/.exec(line.trim())?.[1]
        if (given !== undefined) mark = Number(given)
      }
    }
  }
  return found
}

/** The first is done first (ISO 32000-1, 8.3.4). */
const times = (one: Matrix, other: Matrix): Matrix => {
  const [a, b, c, d, e, f] = one
  const [g, h, i, j, k, l] = other
  return [
    a * g + b * i,
    a * h + b * j,
    c * g + d * i,
    c * h + d * j,
    e * g + f * i + k,
    e * h + f * j + l,
  ]
}

/** Of points, given as x and y in turn. */
function boxOf(numbers: readonly number[], [a, b, c, d, e, f]: Matrix): Box {
  let box: Box | undefined
  for (let at = 0; at + 1 < numbers.length; at += 2) {
    const [x, y] = [numbers[at]!, numbers[at + 1]!]
    const [left, bottom] = [a * x + c * y + e, b * x + d * y + f]
    box = around(box, [left, bottom, left, bottom])
  }
  if (!box || box.some(Number.isNaN)) throw new Error('Unexpected path in the PDF, expected points')
  return box
}

const rectangle = (x: number, y: number, right: number, top: number, matrix: Matrix): Box =>
  boxOf([x, y, right, y, right, top, x, top], matrix)

const around = (one: Box | undefined, other: Box): Box =>
  one
    ? [
        Math.min(one[0], other[0]),
        Math.min(one[1], other[1]),
        Math.max(one[2], other[2]),
        Math.max(one[3], other[3]),
      ]
    : other
