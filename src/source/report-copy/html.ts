import { Tokenizer, TokenizerMode, type Token } from 'parse5'
import type { CopyLine } from './copy-line.ts'

const HIDDEN = new Set(
  'script style nav template noscript svg head select iframe object textarea button'.split(' '),
)
/** Elements within a line; all others begin one. */
const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr'.split(
    ' ',
  ),
)
const HEADING = /^h[1-6]$/

/** Words that are not markup until their own end tag. */
const modes: Readonly<Record<string, (typeof TokenizerMode)[keyof typeof TokenizerMode]>> = {
  script: TokenizerMode.SCRIPT_DATA,
  style: TokenizerMode.RAWTEXT,
  iframe: TokenizerMode.RAWTEXT,
  noscript: TokenizerMode.RAWTEXT,
  title: TokenizerMode.RCDATA,
  textarea: TokenizerMode.RCDATA,
}

/**
 * The lines of a saved web page, one a block of words. It takes the page's tags as they come and builds no
 * tree, so that no nesting, however deep, takes longer than its length.
 */
export function readHtmlLines(path: string, text: string): CopyLine[] {
  const reader = new LineReader(path)
  const tokenizer = new Tokenizer({ sourceCodeLocationInfo: true }, reader)
  reader.tokenizer = tokenizer
  tokenizer.write(text, true)
  reader.endLine()
  return reader.lines
}

class LineReader {
  readonly lines: CopyLine[] = []
  tokenizer: Tokenizer | undefined
  #words: string[] = []
  #from: Token.Location | null = null
  #to: Token.Location | null = null
  #kind: CopyLine['kind']
  /** The hidden element that is open, and how many of its name are. */
  #hidden: { name: string; depth: number } | undefined

  constructor(readonly path: string) {}

  onStartTag({ tagName, selfClosing }: Token.TagToken): void {
    const mode = modes[tagName]
    if (mode !== undefined && this.tokenizer) this.tokenizer.state = mode
    if (this.#hidden) {
      if (this.#hidden.name === tagName) this.#hidden.depth += 1
      return
    }
    if (INLINE.has(tagName)) return
    this.endLine()
    if (HIDDEN.has(tagName) && !selfClosing) this.#hidden = { name: tagName, depth: 1 }
    if (tagName === 'body') this.#hidden = undefined
    if (HEADING.test(tagName)) this.#kind = 'heading'
    else if (tagName === 'li') this.#kind = 'list item'
    // A paragraph in a list's entry is that entry.
    else if (tagName !== 'p' || this.#kind === 'heading') this.#kind = undefined
  }

  onEndTag({ tagName }: Token.TagToken): void {
    if (this.#hidden) {
      if (this.#hidden.name !== tagName) return
      this.#hidden.depth -= 1
      if (this.#hidden.depth === 0) this.#hidden = undefined
      return
    }
    if (INLINE.has(tagName)) return
    this.endLine()
    this.#kind = undefined
  }

  onCharacter({ chars, location }: Token.CharacterToken): void {
    if (this.#hidden) return
    if (chars.trim() !== '') {
      this.#from ??= location
      this.#to = location
    }
    this.#words.push(chars)
  }

  onWhitespaceCharacter(token: Token.CharacterToken): void {
    this.onCharacter(token)
  }

  endLine(): void {
    const words = this.#words.join('').replace(/\s+/g, ' ').trim()
    const [from, to] = [this.#from, this.#to]
    const kind = this.#kind
    this.#words = []
    this.#from = this.#to = null
    if (words === '' || !from || !to) return
    const start = { line: from.startLine, column: from.startCol }
    const end = { line: to.endLine, column: to.endCol }
    const place = { file: this.path, start, end }
    this.lines.push({ words, place, ...(kind && { kind }), isFirst: true })
  }

  // What a page has beside tags and words says nothing.
  onComment(): void {}
  onDoctype(): void {}
  onEof(): void {}
  onNullCharacter(): void {}
}
