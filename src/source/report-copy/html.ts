import { Tokenizer, TokenizerMode, type Token } from 'parse5'
import type { CopyLine } from './copy-line.ts'
import {
  addCell,
  addRow,
  addToOuter,
  areasFrom,
  makeArea,
  makeTable,
  type Area,
} from './html/area.ts'
import { attributeOf, fragmentOf, wordsOfAttribute } from './html/attributes.ts'
import { chooseLines, type ReadLine } from './html/choose-lines.ts'
import { EMPTY, type Context } from './html/context.ts'
import { addEntry, makeList } from './html/list.ts'
import {
  isForeign,
  isUnreadName,
  isWithinLine,
  opensPart,
  readMeaning,
  VOID,
  type Meaning,
} from './html/meaning.ts'
import { isNoteLink, isRaisedMark } from './html/note-mark.ts'
import { OpenElements, type OpenElement } from './html/open-elements.ts'
import { readPageStyles, type PageStyles } from './html/page-styles.ts'
import { seenWords } from './seen-words.ts'

/** Words that are not markup until their own end tag. */
const modes: Readonly<Record<string, (typeof TokenizerMode)[keyof typeof TokenizerMode]>> = {
  script: TokenizerMode.SCRIPT_DATA,
  style: TokenizerMode.RAWTEXT,
  iframe: TokenizerMode.RAWTEXT,
  noscript: TokenizerMode.RAWTEXT,
  noframes: TokenizerMode.RAWTEXT,
  xmp: TokenizerMode.RAWTEXT,
  title: TokenizerMode.RCDATA,
  textarea: TokenizerMode.RCDATA,
}

/** The mark of a list's entry that was typed, at the beginning of a line. */
const TYPED_MARK = /^(?:[•●▪■◦‣⁃∙·\uf0b7\uf0a7]|[*–—-]$|\(?(?:[a-z]|\d{1,2})[.)]$)/u

/**
 * The lines of a saved web page, one a block of words. It takes the page's tags as they come and builds no
 * tree, so that no nesting, however deep, takes longer than its length. No more than `limit` lines are read.
 * `css`: the style sheets that were saved with it.
 */
export function readHtmlLines(path: string, text: string, limit: number, css = ''): CopyLine[] {
  const reader = new LineReader(path, limit, /^\s{0,100}<\?xml/.test(text))
  readPageStyles(css, reader.styles)
  const tokenizer = new Tokenizer({ sourceCodeLocationInfo: true }, reader)
  reader.tokenizer = tokenizer
  tokenizer.write(text, true)
  return reader.finish()
}

class LineReader {
  readonly lines: ReadLine[] = []
  readonly styles: PageStyles = { boxed: new Set(), printed: new Set() }
  tokenizer: Tokenizer | undefined
  readonly #open = new OpenElements(element => this.#leave(element))
  #pieces: string[] = []
  #from: Token.Location | null = null
  #to: Token.Location | null = null
  /** Of the first word of the line. */
  #context: Context = EMPTY
  #linked = 0
  #breaks = 0
  #isNote = false
  /** The heading that is open has words. */
  #isTitled = false
  #tables = 0
  #css: string[] = []
  readonly #controlled = new Set<string>()
  /** What the marks of footnotes lead to. */
  readonly #notes = new Set<string>()

  constructor(
    readonly path: string,
    readonly limit: number,
    readonly isXml: boolean,
  ) {}

  onStartTag(token: Token.TagToken): void {
    const { tagName } = token
    const around = this.#open.top?.context ?? EMPTY
    // Of HTML's own elements a slash at the end says nothing.
    const maySelfClose = this.isXml || around.isForeign || isForeign(tagName)
    const isEmpty = VOID.has(tagName) || (token.selfClosing && maySelfClose)
    const mode = isEmpty ? undefined : modes[tagName]
    if (mode !== undefined && this.tokenizer) this.tokenizer.state = mode
    if (tagName === 'br') return this.#break()
    const meaning = readMeaning(token, around.isSectioned, this.styles)
    // A button in a heading is its words.
    const isInline = meaning.isInline || (meaning.area === 'button' && around.heading !== undefined)
    this.#noteControlled(token)
    if (!isInline) {
      if (!around.isUnread) this.#endLine()
      this.#open.closeBefore(tagName, this.#isTitled)
    }
    if (isEmpty) return
    this.#enter(token, meaning, isInline)
  }

  onEndTag({ tagName }: Token.TagToken): void {
    if (tagName === 'style') this.#readStyle()
    const top = this.#open.top
    const isInline = top?.name === tagName ? top.isInline : isWithinLine(tagName)
    if (!isInline && !top?.context.isUnread) this.#endLine()
    this.#open.close(tagName, isInline && !isUnreadName(tagName))
  }

  onCharacter({ chars, location }: Token.CharacterToken): void {
    const top = this.#open.top
    const context = top?.context ?? EMPTY
    if (context.isUnread) {
      if (top?.name === 'style') this.#css.push(chars)
      return
    }
    if (chars.trim() === '') return void this.#pieces.push(chars)
    if (this.#breaks > 0) {
      if (this.#breaks === 1 && TYPED_MARK.test(chars)) this.#endLine()
      this.#breaks = 0
    }
    if (!this.#from) {
      this.#from = location
      this.#context = context
    }
    this.#to = location
    if (context.isLink) this.#linked += chars.length
    if (context.heading !== undefined) this.#isTitled = true
    this.#pieces.push(chars)
  }

  onWhitespaceCharacter(token: Token.CharacterToken): void {
    const context = this.#open.top?.context ?? EMPTY
    if (context.isPre && !context.isUnread) {
      const breaks = token.chars.split('\n').length - 1
      for (let one = 0; one < Math.min(breaks, 2); one++) this.#break()
    }
    this.onCharacter(token)
  }

  finish(): CopyLine[] {
    this.#endLine()
    this.#open.closeAll()
    return chooseLines(this.lines, this.#controlled)
  }

  /** One is a space in its paragraph, two begin another. */
  #break(): void {
    this.#pieces.push(' ')
    if (!this.#from || this.#context.heading !== undefined) return
    this.#breaks += 1
    if (this.#breaks === 2) this.#endLine()
  }

  #enter(token: Token.TagToken, meaning: Meaning, isInline: boolean): void {
    const { tagName } = token
    const around = this.#open.top?.context ?? EMPTY
    const hasEffect =
      isNotSaid(token, around) ||
      tagName === 'a' ||
      tagName === 'sup' ||
      meaning.isUnread ||
      meaning.area !== undefined
    // Most that stand within a line say nothing, and many are never ended.
    if (isInline && !hasEffect && this.#open.top?.isInline !== true) return
    const context = this.#contextIn(token, meaning, around, isInline)
    const area = context.area === around.area ? undefined : context.area
    if (area?.kind === 'main' || area?.kind === 'article') this.#noteMain(area)
    if (meaning.heading !== undefined) this.#isTitled = false
    const fragment = tagName === 'a' ? fragmentOf(token) : undefined
    this.#open.push({
      name: tagName,
      isInline,
      context,
      area: meaning.heading === undefined ? area : undefined,
      holdsMain: false,
      from: this.lines.length,
      to: this.lines.length,
      pieces: this.#pieces.length,
      fragment,
    })
    const name = meaning.id ?? attributeOf(token, 'name')?.toLowerCase()
    if (name !== undefined && isInline && this.#notes.has(name)) this.#isNote = true
  }

  #contextIn(token: Token.TagToken, meaning: Meaning, around: Context, isInline: boolean): Context {
    const { tagName } = token
    const { heading, list, id } = meaning
    const isHiddenPart = (isInline && meaning.area === 'closed') || isNotSaid(token, around)
    const context: Context = {
      ...around,
      isUnread: around.isUnread || meaning.isUnread || isHiddenPart,
      isSectioned: around.isSectioned || meaning.isSection,
      isForeign: around.isForeign || isForeign(tagName),
      isPre: around.isPre || tagName === 'pre',
      isLink: around.isLink || (tagName === 'a' && attributeOf(token, 'href') !== undefined),
      isRaised: around.isRaised || tagName === 'sup',
      isNote: around.isNote || meaning.isNote || (id !== undefined && this.#notes.has(id)),
    }
    if (heading !== undefined) {
      context.heading = heading
      // A heading that is a button, or in one, is no less a heading.
      if (around.area?.kind === 'button') context.area = around.area.outer
    }
    if (list === 'ordered' || list === 'plain') {
      const type = attributeOf(token, 'type') ?? '1'
      const next = numberOf(token, 'start') ?? 1
      const style = attributeOf(token, 'style') ?? ''
      const isOrdered = list === 'ordered' && !/list-style(?:-type)?\s*:\s*none/i.test(style)
      context.list = makeList({ isOrdered, type, next }, around.list, around.entry)
      context.entry = undefined
    } else if (list === 'entry') context.entry = addEntry(around.list, numberOf(token, 'value'))
    if (tagName === 'table') {
      const role = wordsOfAttribute(token, 'role')[0]
      markLayout(around)
      const isLayout = role === 'presentation' || role === 'none'
      context.table = makeTable((this.#tables += 1), around.area, isLayout)
      context.area = context.table
      context.cell = undefined
    } else if (tagName === 'tr') {
      if (around.table) addRow(around.table)
    } else if ((tagName === 'td' || tagName === 'th') && around.table) {
      const { table } = around
      const over = numberOf(token, 'colspan') ?? 1
      context.cell = { table, ...addCell(table, over, numberOf(token, 'rowspan') ?? 1) }
      context.list = context.entry = undefined
    } else if (meaning.area && !isInline) context.area = makeArea(meaning.area, around.area, id)
    return context
  }

  #noteMain(area: Area): void {
    area.holdsMain = true
    this.#open.markMain()
  }

  /** What a heading or a button of the page opens and closes. */
  #noteControlled(token: Token.TagToken): void {
    for (const id of wordsOfAttribute(token, 'aria-controls')) this.#controlled.add(id)
    const isOpener =
      attributeOf(token, 'aria-expanded') !== undefined ||
      attributeOf(token, 'data-toggle') !== undefined ||
      attributeOf(token, 'data-bs-toggle') !== undefined
    const fragment = fragmentOf(token)
    if (fragment !== undefined && (isOpener || opensPart(token))) this.#controlled.add(fragment)
  }

  #leave(element: OpenElement): void {
    element.to = this.lines.length
    if (element.area) addToOuter(element.area)
    if (element.name !== 'a' && element.name !== 'sup') return
    if (element.context.isUnread) return
    this.#leaveMark(element)
  }

  /** The mark of a footnote is none of the words that it stands by. */
  #leaveMark({ name, pieces, fragment, context }: OpenElement): void {
    if (pieces > this.#pieces.length) return
    const words = seenWords(this.#pieces.slice(pieces).join('')).trim()
    if (words === '') return
    const before = this.#pieces.slice(Math.max(0, pieces - 3), pieces).join('')
    const isMark =
      name === 'a'
        ? isNoteLink(words, fragment, context.isRaised)
        : isRaisedMark(words, before.trimEnd())
    if (!isMark) return
    this.#pieces.length = pieces
    if (name === 'a') this.#linked -= words.length
    if (fragment !== undefined && fragment !== '') this.#notes.add(fragment)
    if (this.#pieces.every(piece => piece.trim() === '')) this.#from = null
  }

  #readStyle(): void {
    readPageStyles(this.#css.join(''), this.styles)
    this.#css = []
  }

  #endLine(): void {
    const words = seenWords(this.#pieces.join('')).replace(/\s+/g, ' ').trim()
    const [from, to, linked, isNote] = [this.#from, this.#to, this.#linked, this.#isNote]
    this.#pieces = []
    this.#from = this.#to = null
    this.#linked = this.#breaks = 0
    this.#isNote = false
    if (words === '' || !from || !to || this.lines.length > this.limit) return
    const start = { line: from.startLine, column: from.startCol }
    const end = { line: to.endLine, column: to.endCol }
    const context = this.#context
    const line = {
      ...markLine(words, context, isNote),
      place: { file: this.path, start, end },
      isFirst: true,
    }
    const isLinked = linked > 0 && linked >= words.replaceAll(' ', '').length
    sumUp(context, words, isLinked, line)
    const isTitle = line.kind === 'heading' && line.level === 1
    this.lines.push({ line, context, isLinked, ...(isTitle && { around: this.#aroundHeading() }) })
  }

  /** The element in which the heading that is being read stands. */
  #aroundHeading(): OpenElement | undefined {
    return this.#open.around(({ context }) => context.heading === undefined)
  }

  // What a page has beside tags and words says nothing.
  onComment(): void {}
  onDoctype(): void {}
  onEof(): void {}
  onNullCharacter(): void {}
}

/** Of tables in tables only the innermost are no layout. */
function markLayout({ area }: Context): void {
  for (const one of areasFrom(area)) {
    if (one.kind !== 'table') continue
    if (one.isLayout) return
    one.isLayout = true
  }
}

/** "Show", beside the title of what is shown; search engines are told to leave such words out as well. */
const isNotSaid = (token: Token.TagToken, { heading }: Context): boolean =>
  heading !== undefined && attributeOf(token, 'data-nosnippet') !== undefined

function numberOf(token: Token.TagToken, name: string): number | undefined {
  const value = attributeOf(token, name)?.trim()
  return value !== undefined && /^\d{1,6}$/.test(value) ? Number(value) : undefined
}

type Marked = Pick<CopyLine, 'words' | 'kind' | 'level' | 'isWithin' | 'cell'>

/** What a line is, by the elements that it stands in. */
function markLine(words: string, context: Context, isNote: boolean): Marked {
  const { heading, entry, cell } = context
  const place = cell && {
    cell: { table: cell.table.number, row: cell.row, column: cell.column },
  }
  if (heading !== undefined) {
    if (entry && !entry.hasWords) entry.isLayout = true
    return { words, kind: 'heading', level: heading, ...place }
  }
  const isOpening = entry !== undefined && !entry.hasWords
  if (entry) entry.hasWords = true
  const numbered = isOpening && entry.mark !== undefined ? withMark(entry.mark, words) : words
  if (isNote || context.isNote) return { words: numbered, kind: 'footnote', ...place }
  if (!entry || entry.isLayout) return { words, ...place }
  const level = entry.list?.depth ?? 1
  return isOpening
    ? { words: numbered, kind: 'list item', level, ...place }
    : { words, level, isWithin: true, ...place }
}

/** Unless the number was typed as well. */
const withMark = (mark: string, words: string): string =>
  words.toLowerCase().startsWith(mark) ? words : `${mark} ${words}`

function sumUp({ area, cell }: Context, words: string, isLinked: boolean, line: Marked): void {
  if (cell && line.kind === 'heading') cell.table.isLayout = true
  if (!area) return
  area.characters += words.length
  if (isLinked) area.linked += words.length
  area.saysCookie ||= /\bcookies?\b/i.test(words)
  area.holdsTitle ||= line.kind === 'heading' && line.level === 1
}
