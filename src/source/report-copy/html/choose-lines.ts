import type { CopyLine } from '../copy-line.ts'
import { areasFrom, isApart, isBox, type Area } from './area.ts'
import type { Context } from './context.ts'
import type { OpenElement } from './open-elements.ts'

/** A line as it was read, before it is known what its areas are. */
export type ReadLine = {
  line: CopyLine
  context: Context
  /** All its words are links. */
  isLinked: boolean
  /** Of the title of a page: what it stands in. */
  around?: OpenElement | undefined
}

type IsWithin = (area: Area | undefined) => boolean

const SKIP_LINK = /^(?:skip|jump) (?:to|past|over)\b/i
/** The main part is the report where it has as much of the words that are left. */
const MAIN_SHARE = 1 / 3
const ARTICLE_SHARE = 1 / 2

/** The lines of the report, without what the site puts around it on each of its pages. */
export function chooseLines(
  lines: readonly ReadLine[],
  controlled: ReadonlySet<string>,
): CopyLine[] {
  const total = sizeOf(lines)
  const isOutside = withinSome(area => isApart(area, total, controlled))
  const own = lines.filter(
    ({ line, context, isLinked }) =>
      !isOutside(context.area) && !(isLinked && SKIP_LINK.test(line.words)),
  )
  const isInside = findReport(own)
  const kept = isInside
    ? [...titleOutside(lines, isInside), ...own.filter(({ context }) => isInside(context.area))]
    : withoutMenus(own)
  const boxOf = numberBoxes(total)
  return kept.map(({ line, context }) => finishLine(line, context, boxOf(context.area)))
}

const sizeOf = (lines: readonly ReadLine[]): number =>
  lines.reduce((sum, { line }) => sum + line.words.length, 0)

/** Asked of each area once, however many lines and areas stand in it. */
function withinSome(isWanted: (area: Area) => boolean): IsWithin {
  const known = new Map<Area, boolean>()
  return area => {
    const asked: Area[] = []
    let answer = false
    for (const one of areasFrom(area)) {
      const before = known.get(one)
      asked.push(one)
      answer = before ?? isWanted(one)
      if (answer || before !== undefined) break
    }
    for (const one of asked) known.set(one, answer)
    return answer
  }
}

/** Looked for from each area once. */
function findOutermost(isWanted: (area: Area) => boolean) {
  const known = new Map<Area, Area | undefined>()
  return (area: Area | undefined): Area | undefined => {
    if (!area || known.has(area)) return area && known.get(area)
    let outermost: Area | undefined
    for (const one of areasFrom(area)) if (isWanted(one)) outermost = one
    known.set(area, outermost)
    return outermost
  }
}

/** The main part of the page, or its only article. */
function findReport(own: readonly ReadLine[]): IsWithin | undefined {
  const size = sizeOf(own)
  const isInMain = withinSome(({ kind }) => kind === 'main')
  const inMain = own.filter(({ context }) => isInMain(context.area))
  if (inMain.length > 0 && sizeOf(inMain) >= size * MAIN_SHARE) return isInMain
  const articleOf = findOutermost(({ kind }) => kind === 'article')
  const articles = new Set(own.flatMap(({ context }) => articleOf(context.area) ?? []))
  if (articles.size !== 1) return undefined
  const isInArticle = withinSome(area => articles.has(area))
  const inArticle = own.filter(({ context }) => isInArticle(context.area))
  return sizeOf(inArticle) >= size * ARTICLE_SHARE ? isInArticle : undefined
}

const NEVER_TITLE: ReadonlySet<Area['kind']> = new Set(['closed', 'consent', 'form', 'button'])

const isTitle = ({ line }: ReadLine) => line.kind === 'heading' && line.level === 1
const isMenu = ({ line, isLinked }: ReadLine) => isLinked && line.kind === 'list item'

/** The title of the page with what stands beside it, where the report itself has none. */
function titleOutside(lines: readonly ReadLine[], isInside: IsWithin): ReadLine[] {
  const isOfReport = ({ context }: ReadLine) => isInside(context.area)
  if (lines.some(one => isTitle(one) && isOfReport(one))) return []
  const begin = lines.findIndex(isOfReport)
  const isNever = withinSome(({ kind }) => NEVER_TITLE.has(kind))
  const isFrame = withinSome(({ kind }) => kind === 'landmark')
  const at = lines.findLastIndex(
    (one, index) => index < begin && isTitle(one) && !isNever(one.context.area),
  )
  const title = lines[at]
  if (!title) return []
  const { around } = title
  const isGroup = around && !around.holdsMain && around.area === undefined
  const [from, to] = isGroup ? [around.from, around.to] : [at, begin]
  return lines.slice(from, to).filter(one => {
    if (one === title) return true
    const { context, isLinked } = one
    return !isLinked && !isNever(context.area) && (isGroup === true || !isFrame(context.area))
  })
}

/** Without the lists of links before the title and at the end. */
function withoutMenus(own: readonly ReadLine[]): ReadLine[] {
  const title = own.findIndex(isTitle)
  const last = own.findLastIndex(({ isLinked }) => !isLinked)
  return own.filter((one, index) => !isMenu(one) || (index > title && index < last))
}

function numberBoxes(total: number): (area: Area | undefined) => number | undefined {
  const numbers = new Map<Area, number>()
  const boxOf = findOutermost(area => isBox(area, total))
  return area => {
    const box = boxOf(area)
    if (!box) return undefined
    const number = numbers.get(box) ?? numbers.size + 1
    numbers.set(box, number)
    return number
  }
}

function finishLine(line: CopyLine, { cell }: Context, box: number | undefined): CopyLine {
  const isOfGrid = cell !== undefined && !cell.table.isLayout && cell.table.columns > 1
  const kind = line.kind ?? (isOfGrid ? 'cell' : undefined)
  return { ...line, ...(kind && { kind }), ...(box !== undefined && { box }) }
}
