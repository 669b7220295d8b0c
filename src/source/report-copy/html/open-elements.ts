import type { Area } from './area.ts'
import type { Context } from './context.ts'

export type OpenElement = {
  name: string
  isInline: boolean
  context: Context
  /** The area that it is, which ends with it. */
  area: Area | undefined
  holdsMain: boolean
  /** The lines of the page that stand in it. */
  from: number
  to: number
  /** Of the line that is being read: how many pieces stood before it. */
  pieces: number
  fragment: string | undefined
}

const setOf = (names: string): ReadonlySet<string> => new Set(names.split(' '))

/** No page nests as deep: what is deeper is read as if it stood here. */
const DEPTH_LIMIT = 5000
/** No end tag is looked for further out, so that no page takes longer than its length. */
const SEARCH_LIMIT = 500

/** An end tag within one of these closes nothing outside. */
const SCOPES = setOf('table td th caption button template object')
const OF_TABLE = setOf('table tr td th tbody thead tfoot caption colgroup')
const IN_ENTRY = setOf('div p address dt dd')
const CLOSES_PARAGRAPH = setOf(
  'address article aside blockquote center details dialog dir div dl dd dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr li main menu nav ol p pre section summary table ul',
)
const CLOSES_HEADING = setOf(
  'article aside blockquote dl h1 h2 h3 h4 h5 h6 main ol p section table ul footer nav',
)
const IN_HEAD = setOf('title meta link style script base noscript template basefont bgsound')
const HEADING = /^h[1-6]$/

/** The elements that are open, as a browser would have them where end tags are missing. */
export class OpenElements {
  readonly #open: OpenElement[] = []
  #beyond = 0

  constructor(readonly onClose: (element: OpenElement) => void) {}

  get top(): OpenElement | undefined {
    return this.#open.at(-1)
  }

  /** The innermost one that is so. */
  around(isWanted: (element: OpenElement) => boolean): OpenElement | undefined {
    return this.#open.findLast(isWanted)
  }

  push(element: OpenElement): void {
    if (this.#open.length < DEPTH_LIMIT) this.#open.push(element)
    else {
      this.#beyond += 1
      this.onClose(element)
    }
  }

  /** Ends what the start of an element ends. `isTitled`: the heading that is open has words. */
  closeBefore(name: string, isTitled: boolean): void {
    if (this.top?.name === 'head' && !IN_HEAD.has(name)) this.#pop()
    if (CLOSES_PARAGRAPH.has(name)) this.#closeParagraph()
    if (name === 'li') this.#closeNearest(open => open === 'li', IN_ENTRY)
    if (name === 'dt' || name === 'dd') this.#closeNearest(open => /^d[td]$/.test(open), IN_ENTRY)
    if (name === 'td' || name === 'th') this.#closeInTable(/^(?:t[dh]|caption)$/)
    if (name === 'tr') this.#closeInTable(/^(?:tr|caption)$/)
    if (/^t(?:body|head|foot)$/.test(name)) this.#closeInTable(/^(?:tbody|thead|tfoot|caption)$/)
    if (name === 'button') this.close('button', false)
    const context = this.top?.context
    if (context?.heading !== undefined && CLOSES_HEADING.has(name))
      if (isTitled || HEADING.test(name)) this.#closeHeading()
    if (context?.isUnread && CLOSES_PARAGRAPH.has(name)) this.#closeUnreadable()
  }

  close(name: string, isInline: boolean): void {
    if (this.#beyond > 0) {
      if (!isInline) this.#beyond -= 1
      return
    }
    if (name === 'html' || name === 'body') return
    const isWanted = (open: string) => open === name || (HEADING.test(name) && HEADING.test(open))
    const at = this.#find(isWanted, element => {
      if (isInline) return !element.isInline
      return OF_TABLE.has(name) ? element.name === 'table' : SCOPES.has(element.name)
    })
    if (at !== -1) this.#closeTo(at)
  }

  closeAll(): void {
    this.#closeTo(0)
  }

  /** Of all that are open. */
  markMain(): void {
    for (let at = this.#open.length - 1; at >= 0 && !this.#open[at]!.holdsMain; at--)
      this.#open[at]!.holdsMain = true
  }

  #find(isWanted: (name: string) => boolean, isEnd: (element: OpenElement) => boolean): number {
    const end = Math.max(0, this.#open.length - SEARCH_LIMIT)
    for (let at = this.#open.length - 1; at >= end; at--) {
      const element = this.#open[at]!
      if (isWanted(element.name)) return at
      if (isEnd(element)) return -1
    }
    return -1
  }

  #closeParagraph(): void {
    const at = this.#find(
      name => name === 'p',
      ({ isInline }) => !isInline,
    )
    if (at !== -1) this.#closeTo(at)
  }

  #closeNearest(isWanted: (name: string) => boolean, passed: ReadonlySet<string>): void {
    const at = this.#find(isWanted, ({ name, isInline }) => !isInline && !passed.has(name))
    if (at !== -1) this.#closeTo(at)
  }

  #closeInTable(wanted: RegExp): void {
    const at = this.#find(
      name => wanted.test(name),
      ({ name }) => name === 'table',
    )
    if (at !== -1) this.#closeTo(at)
  }

  #closeHeading(): void {
    const at = this.#find(
      name => HEADING.test(name),
      ({ name }) => SCOPES.has(name) || name === 'section' || name === 'li',
    )
    if (at !== -1) this.#closeTo(at)
  }

  /** A drawing or a list of choices that was never ended would hide the rest of the page. */
  #closeUnreadable(): void {
    const at = this.#find(
      name => name === 'svg' || name === 'select' || name === 'datalist',
      ({ name }) => name === 'foreignobject',
    )
    if (at !== -1) this.#closeTo(at)
  }

  #closeTo(at: number): void {
    while (this.#open.length > at) this.#pop()
  }

  #pop(): void {
    const element = this.#open.pop()
    if (element) this.onClose(element)
  }
}
