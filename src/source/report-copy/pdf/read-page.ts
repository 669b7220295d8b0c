import type { PDFPageProxy } from 'pdfjs-dist'
import type { Area, DrawnPage, Font, Glyph, Run } from './drawn-page.ts'
import { IDENTITY, multiply, toMatrix } from './matrix.ts'
import type { Matrix } from './matrix.ts'
import { addShapes, cross } from './read-shapes.ts'

type Operators = typeof import('pdfjs-dist').OPS
type Operations = { fnArray: ArrayLike<number>; argsArray: ArrayLike<unknown> }
/** As the library hands them on: a number moves the next one, in thousandths of the size. */
type Given = number | { unicode?: string; width?: number; isSpace?: boolean }

/** No page that is read by people has more characters; what is drawn after them is left out. */
const MOST_GLYPHS = 200_000

type State = {
  matrix: Matrix
  clip: Area
  fill: string
  font: Loaded
  size: number
  letterSpace: number
  wordSpace: number
  stretch: number
  leading: number
  rise: number
}
type Loaded = Font & { unit: number }

/** What is drawn on a page, as it is shown: turned where the page is. */
export async function readPage(page: PDFPageProxy, ops: Operators): Promise<DrawnPage> {
  const operations = await page.getOperatorList({ annotationMode: 0 })
  const { width, height, transform } = page.getViewport({ scale: 1 })
  const shown = toMatrix(transform)
  const fonts = readFonts(page, operations, ops)
  const area = { left: 0, top: 0, right: width, bottom: height }
  const drawn = draw(operations, ops, fonts, shown, area)
  const quarter = quarterOf(drawn.turned, drawn.runs)
  if (quarter === undefined) return drawn
  // A page lying on its side, whose words were turned instead of the page.
  const upright = multiply(shown, turnBack(quarter, width, height))
  const lying = { left: 0, top: 0, right: height, bottom: width }
  return draw(operations, ops, fonts, upright, quarter === 2 ? area : lying)
}

type Quarter = 1 | 2 | 3

const turnBack = (quarter: Quarter, width: number, height: number): Matrix =>
  quarter === 2
    ? [-1, 0, 0, -1, width, height]
    : quarter === 1
      ? [0, -1, 1, 0, 0, width]
      : [0, 1, -1, 0, height, 0]

/** How most of its words are turned, where most are. */
function quarterOf(turned: readonly Turned[], runs: readonly Run[]): Quarter | undefined {
  const counts = [0, 0, 0, 0]
  for (const { glyphs } of runs) counts[0]! += glyphs.length
  for (const { glyphs, quarter } of turned) counts[quarter]! += glyphs.length
  const most = counts.indexOf(Math.max(...counts))
  return most === 0 ? undefined : (most as Quarter)
}

/** `height`: where it was drawn, be it raised. */
type Turned = Run & { quarter: 0 | Quarter; height: number }

function readFonts(
  page: PDFPageProxy,
  { fnArray, argsArray }: Operations,
  ops: Operators,
): Map<string, Loaded> {
  const fonts = new Map<string, Loaded>()
  for (let index = 0; index < fnArray.length; index++) {
    if (fnArray[index] !== ops.setFont) continue
    const id = String((argsArray[index] as unknown[])[0])
    if (fonts.has(id)) continue
    const isThere = page.commonObjs.has(id)
    fonts.set(id, toFont(isThere ? (page.commonObjs.get(id) as FontOfFile) : {}))
  }
  return fonts
}

type FontOfFile = {
  name?: string
  bold?: boolean
  black?: boolean
  fontMatrix?: number[]
}

const BOLD = /bold|black|heavy|semibold|demi(?!um)|-bd|,bd/i
const SYMBOLS = /symbol|wingdings|dingbats|webdings|marlett/i

function toFont({ name = '', bold, black, fontMatrix }: FontOfFile): Loaded {
  // "ABCDEF+" stands before the name of a font of which only some characters are in the file (9.6.4).
  const own = name.replace(/^[A-Z]{6}\+/, '')
  const isBold = bold === true || black === true || BOLD.test(own)
  const unit = fontMatrix?.[0] || 0.001
  return { name: own, isBold, isSymbols: SYMBOLS.test(own), unit }
}

const NO_FONT = toFont({})

function draw(
  { fnArray, argsArray }: Operations,
  ops: Operators,
  fonts: ReadonlyMap<string, Loaded>,
  shown: Matrix,
  whole: Area,
): DrawnPage & { turned: Turned[] } {
  const page: DrawnPage & { turned: Turned[] } = {
    width: whole.right,
    height: whole.bottom,
    runs: [],
    turned: [],
    rules: [],
    panels: [],
    dots: [],
  }
  const fills: number[] = [
    ops.fill,
    ops.eoFill,
    ops.fillStroke,
    ops.eoFillStroke,
    ops.closeFillStroke,
    ops.closeEOFillStroke,
  ]
  const strokes: number[] = [
    ops.stroke,
    ops.closeStroke,
    ops.fillStroke,
    ops.eoFillStroke,
    ops.closeFillStroke,
    ops.closeEOFillStroke,
  ]
  let state: State = {
    ...{ matrix: shown, clip: whole, fill: '#000000', font: NO_FONT, size: 1 },
    ...{ letterSpace: 0, wordSpace: 0, stretch: 1, leading: 0, rise: 0 },
  }
  let [ofText, ofLine] = [IDENTITY, IDENTITY]
  let isClipping = false
  const saved: State[] = []
  const marked: { tag: number | undefined; isArtifact: boolean }[] = []
  const glyphs = new GlyphCollector(page)

  const moveLine = (x: number, y: number) => {
    ofLine = multiply([1, 0, 0, 1, x, y], ofLine)
    ofText = ofLine
  }
  const show = (given: readonly Given[]) => {
    const { font, size, stretch, letterSpace, wordSpace, rise, fill } = state
    const tag = marked.findLast(({ tag }) => tag !== undefined)?.tag
    const isArtifact = marked.some(({ isArtifact }) => isArtifact)
    let far = 0
    const toPage = multiply(ofText, state.matrix)
    const scale = Math.hypot(toPage[2], toPage[3])
    const drawn = { size: Math.abs(size) * scale, font, fill, tag, isArtifact }
    for (const one of given) {
      if (typeof one === 'number') {
        far -= (one / 1000) * size * stretch
        continue
      }
      const width = (one.width ?? 0) * font.unit * size
      const space = letterSpace + (one.isSpace ? wordSpace : 0)
      glyphs.add(one.unicode ?? '', toPage, far, far + width * stretch, rise, drawn)
      far += (width + space) * stretch
    }
    ofText = multiply([1, 0, 0, 1, far, 0], ofText)
  }

  for (let index = 0; index < fnArray.length; index++) {
    const given = (argsArray[index] ?? []) as unknown[]
    const first = Number(given[0])
    switch (fnArray[index]) {
      case ops.save:
        saved.push({ ...state })
        break
      case ops.restore:
      case ops.paintFormXObjectEnd:
        state = saved.pop() ?? state
        break
      case ops.paintFormXObjectBegin:
        saved.push({ ...state })
        if (given[0]) state.matrix = multiply(toMatrix(given[0]), state.matrix)
        break
      case ops.transform:
        state.matrix = multiply(toMatrix(given), state.matrix)
        break
      case ops.setFillRGBColor:
        state.fill = String(given[0])
        break
      case ops.setFillColorN:
        state.fill = 'pattern'
        break
      case ops.clip:
      case ops.eoClip:
        isClipping = true
        break
      case ops.constructPath: {
        const [paint, [data], bounds] = given as [number, [ArrayLike<number> | null], Bounds]
        if (!data) break
        const isFilled = fills.includes(paint)
        addShapes(page, data, state.matrix, {
          fill: isFilled ? state.fill : undefined,
          isStroked: strokes.includes(paint),
          clip: state.clip,
        })
        if (isClipping && bounds) {
          const { clip } = state
          const none = { ...clip, right: clip.left, bottom: clip.top }
          state.clip = cross(areaThrough(state.matrix, bounds), clip) ?? none
        }
        isClipping = false
        break
      }
      case ops.beginText:
        ofText = ofLine = IDENTITY
        break
      case ops.setFont:
        state.font = fonts.get(String(given[0])) ?? NO_FONT
        state.size = Number(given[1]) || 1
        break
      case ops.setCharSpacing:
        state.letterSpace = first
        break
      case ops.setWordSpacing:
        state.wordSpace = first
        break
      case ops.setHScale:
        state.stretch = first / 100
        break
      case ops.setLeading:
        state.leading = first
        break
      case ops.setTextRise:
        state.rise = first
        break
      case ops.setTextMatrix:
        ofText = ofLine = toMatrix(given[0])
        break
      case ops.moveText:
        moveLine(first, Number(given[1]))
        break
      case ops.setLeadingMoveText:
        state.leading = -Number(given[1])
        moveLine(first, Number(given[1]))
        break
      case ops.nextLine:
        moveLine(0, -state.leading)
        break
      case ops.showText:
        show(given[0] as Given[])
        break
      case ops.beginMarkedContent:
      case ops.beginMarkedContentProps: {
        const [name, tag] = given
        const isNamed = typeof name === 'object' && name !== null && 'name' in name
        marked.push({
          tag: typeof tag === 'number' ? tag : undefined,
          isArtifact: (isNamed ? name.name : name) === 'Artifact',
        })
        break
      }
      case ops.endMarkedContent:
        marked.pop()
        break
      case undefined:
    }
  }
  return page
}

type Bounds = ArrayLike<number> | null

function areaThrough([a, b, c, d, e, f]: Matrix, bounds: ArrayLike<number>): Area {
  const [left = 0, low = 0, right = 0, high = 0] = Array.from(bounds)
  const corners = [left, right].flatMap(x =>
    [low, high].map(y => [a * x + c * y + e, b * x + d * y + f] as const),
  )
  const [across, down] = [corners.map(([x]) => x), corners.map(([, y]) => y)]
  return {
    left: Math.min(...across),
    top: Math.min(...down),
    right: Math.max(...across),
    bottom: Math.max(...down),
  }
}

type Drawn = {
  size: number
  font: Font
  fill: string
  tag: number | undefined
  isArtifact: boolean
}

/** Makes runs of characters as they come. */
class GlyphCollector {
  #count = 0
  #run: Turned | undefined
  constructor(readonly page: DrawnPage & { turned: Turned[] }) {}

  add(
    text: string,
    [a, b, c, d, e, f]: Matrix,
    from: number,
    to: number,
    rise: number,
    drawn: Drawn,
  ): void {
    if (text === '' || drawn.size < 0.5 || ++this.#count > MOST_GLYPHS) return
    const [x, y] = [a * from + c * rise + e, b * from + d * rise + f]
    const [endX, endY] = [a * to + c * rise + e, b * to + d * rise + f]
    if (![x, y, endX, endY].every(Number.isFinite)) return
    const quarter = quarterTurned(a, b)
    const isLevel = quarter === 0
    const [left, right] = isLevel
      ? [x, endX]
      : quarter === 1
        ? [y, endY]
        : along(quarter, x, y, endX, endY)
    const base = isLevel ? y : quarter === 2 ? -y : x
    const glyph: Glyph = { text, left, right: Math.max(left, right) }
    const run = this.#run
    if (run && isBeside(run, glyph, base, quarter, drawn)) {
      run.glyphs.push(glyph)
      return
    }
    // A space alone says nothing that the distance does not.
    if (text.trim() === '') return
    const { fill: colour, size, font, tag, isArtifact } = drawn
    const next: Turned = {
      ...{
        glyphs: [glyph],
        base,
        height: base,
        size,
        font,
        colour,
        isRaised: false,
        isArtifact,
        quarter,
      },
      ...(tag !== undefined && { tag }),
    }
    if (run) raise(run, next)
    this.#run = next
    if (isLevel) this.page.runs.push(next)
    else this.page.turned.push(next)
  }
}

const along = (quarter: 0 | Quarter, x: number, y: number, endX: number, endY: number) =>
  quarter === 2 ? ([-x, -endX] as const) : ([-y, -endY] as const)

/** Downwards is 1: the page is measured from its top. Words that lean a little are level. */
function quarterTurned(a: number, b: number): 0 | Quarter {
  if (Math.abs(b) <= Math.abs(a) * 0.2) return a >= 0 ? 0 : 2
  return b > 0 ? 1 : 3
}

function isBeside(
  run: Turned,
  { left }: Glyph,
  base: number,
  quarter: number,
  { size, font, fill, tag, isArtifact }: Drawn,
): boolean {
  if (run.font !== font || run.colour !== fill || run.tag !== tag) return false
  if (run.quarter !== quarter || run.isArtifact !== isArtifact) return false
  if (Math.abs(run.size - size) > 0.05 * size || Math.abs(run.height - base) > 0.05 * size)
    return false
  const gap = left - run.glyphs.at(-1)!.right
  return gap > -0.5 * size && gap < 0.8 * size
}

/** Of two that stand side by side, the small one above the line belongs to the line of the other. */
function raise(run: Turned, next: Turned): void {
  if (run.quarter !== next.quarter) return
  const [small, large] = run.size < next.size ? [run, next] : [next, run]
  if (small.size > 0.85 * large.size || large.isRaised) return
  const rise = large.base - small.base
  const gap = next.glyphs[0]!.left - run.glyphs.at(-1)!.right
  if (rise < 0.12 * large.size || rise > 0.7 * large.size) return
  if (gap < -0.3 * large.size || gap > 0.6 * large.size) return
  small.isRaised = true
  small.base = large.base
}
