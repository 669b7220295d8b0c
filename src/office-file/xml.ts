/** An element and where it stands in its source, so that a change touches nothing beside it. */
export type XmlElement = {
  name: string
  /** As written, entities unresolved. */
  attributes: Record<string, string>
  parent: XmlElement | undefined
  children: XmlElement[]
  start: number
  /** Of what is between its tags; both are `end` for an element of one tag. */
  contentStart: number
  contentEnd: number
  end: number
}
export type XmlPart = { source: string; root: XmlElement }
/** What stands in a source from `start` to `end` becomes `text`. */
export type Edit = { start: number; end: number; text: string }

/** Deeper than any letter nests; and more elements than a thousand pages have. */
const DEEPEST = 200
const MOST_ELEMENTS = 500_000
/** A root may declare some fifty namespaces. */
const MOST_ATTRIBUTES = 1000

// Of all names that XML knows, these files use those of plain letters.
const opening = /<([A-Za-z_][\w.:-]*)/y
const attribute = /\s+([A-Za-z_][\w.:-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y
const openingEnd = /\s*(\/?)>/y
const closing = /<\/([A-Za-z_][\w.:-]*)\s*>/y
const characters = /[^<]+/y
/** Whatever else a reference names would need a DTD: no file of Word's has one. */
const unknownEntity = /&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-fA-F]{1,6});)/

/** What is told of an element: when it opens, and when what is between its tags is known. */
export type XmlVisitor = {
  /** `false` ends the reading. */
  open: (
    name: string,
    attributes: Record<string, string>,
    place: { start: number; contentStart: number },
  ) => boolean | void
  close: (name: string, place: { contentEnd: number; end: number }) => void
}

/**
 * A well-formed part, or undefined. One with a document type is not read at all, so that no entity can
 * grow: the packaging of these files forbids it (ISO/IEC 29500-2, 6.2.5).
 */
export function parseXml(source: string): XmlPart | undefined {
  let count = 0
  let root: XmlElement | undefined
  let inner: XmlElement | undefined
  const isRead = scanXml(source, {
    open(name, attributes, { start, contentStart }) {
      if (++count > MOST_ELEMENTS) return false
      const place = { start, contentStart, contentEnd: contentStart, end: contentStart }
      const element: XmlElement = { name, attributes, parent: inner, children: [], ...place }
      inner?.children.push(element)
      root ??= element
      inner = element
      return true
    },
    close(_, { contentEnd, end }) {
      if (!inner) return
      inner.contentEnd = contentEnd
      inner.end = end
      inner = inner.parent
    },
  })
  return isRead && root ? { source, root } : undefined
}

/** Tells of a part's elements as they come, and keeps none of them; whether it is well formed to its end. */
export function scanXml(source: string, visitor: XmlVisitor): boolean {
  let at = source.charCodeAt(0) === 0xfeff ? 1 : 0
  let hasRoot = false
  const open: string[] = []
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at
    const match = pattern.exec(source)
    if (match) at = pattern.lastIndex
    return match
  }
  while (at < source.length) {
    const isInside = open.length > 0
    const words = take(characters)
    if (words) {
      if (isInside ? unknownEntity.test(words[0]) : words[0].trim() !== '') return false
      continue
    }
    const start = at
    const tag = take(opening)
    if (tag) {
      if ((!isInside && hasRoot) || open.length === DEEPEST) return false
      const attributes: Record<string, string> = {}
      let count = 0
      for (let found = take(attribute); found; found = take(attribute)) {
        if (++count > MOST_ATTRIBUTES) return false
        const [, name = '', double, single] = found
        const value = double ?? single ?? ''
        if (Object.hasOwn(attributes, name) || unknownEntity.test(value)) return false
        attributes[name] = value
      }
      const end = take(openingEnd)
      if (!end) return false
      const [, name = ''] = tag
      hasRoot = true
      if (visitor.open(name, attributes, { start, contentStart: at }) === false) return false
      if (end[1] === '/') visitor.close(name, { contentEnd: at, end: at })
      else open.push(name)
      continue
    }
    const end = take(closing)
    if (end) {
      const name = open.pop()
      if (name === undefined || name !== end[1]) return false
      visitor.close(name, { contentEnd: start, end: at })
    } else {
      const past = skipFrom(source, at, isInside)
      if (past === undefined) return false
      at = past
    }
  }
  return hasRoot && open.length === 0
}

/** Behind a comment, an instruction or, inside an element, unparsed characters. */
function skipFrom(source: string, at: number, isInside: boolean): number | undefined {
  const past = (ending: string, from: number): number | undefined => {
    const found = source.indexOf(ending, from)
    return found === -1 ? undefined : found + ending.length
  }
  if (source.startsWith('<?', at)) return past('?>', at + 2)
  if (isInside && source.startsWith('<![CDATA[', at)) return past(']]>', at + 9)
  if (!source.startsWith('<!--', at)) return undefined
  // Two hyphens end a comment, or it is not well formed.
  const end = past('--', at + 4)
  return end !== undefined && source[end] === '>' ? end + 1 : undefined
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

export const decode = (written: string): string =>
  written.replace(
    /&(?:#x([\da-f]+)|#(\d+)|(\w+));/gi,
    (all, hex?: string, ten?: string, name?: string) => {
      if (name !== undefined) return named[name] ?? all
      const code = parseInt(hex ?? ten ?? '', hex ? 16 : 10)
      return code <= 0x10ffff ? String.fromCodePoint(code) : ''
    },
  )

export const attributeOf = (element: XmlElement | undefined, name: string): string | undefined => {
  const written = element?.attributes[name]
  return written === undefined ? undefined : decode(written)
}
export const valueOf = (element: XmlElement | undefined): string | undefined =>
  attributeOf(element, 'w:val')

/** ISO/IEC 29500-1, 17.17.4: an element without a value is on. */
export const isOn = (element: XmlElement | undefined): boolean =>
  element !== undefined && !['0', 'false', 'off'].includes(valueOf(element) ?? 'true')

export const childOf = (element: XmlElement | undefined, name: string): XmlElement | undefined =>
  element?.children.find(child => child.name === name)

/** The child of the child … of an element, by their names. */
export const descend = (from: XmlElement | undefined, ...names: string[]): XmlElement | undefined =>
  names.reduce(childOf, from)

/** The elements of some names below one, each before those in it, as they stand. */
export function elementsNamed(root: XmlElement, ...names: string[]): XmlElement[] {
  const found: XmlElement[] = []
  const gather = ({ children }: XmlElement) => {
    for (const child of children) {
      if (names.includes(child.name)) found.push(child)
      if (child.children.length > 0) gather(child)
    }
  }
  gather(root)
  return found
}
export const hasElement = (root: XmlElement, ...names: string[]): boolean =>
  elementsNamed(root, ...names).length > 0

export function* ancestorsOf(element: XmlElement): Generator<XmlElement> {
  for (let above = element.parent; above; above = above.parent) yield above
}

export const sourceOf = ({ source }: XmlPart, { start, end }: XmlElement): string =>
  source.slice(start, end)

/** The characters of an element that holds nothing else. */
export const textOf = ({ source }: XmlPart, { contentStart, contentEnd }: XmlElement): string =>
  charactersOf(source.slice(contentStart, contentEnd))

/** The characters of what is written between two tags. */
export const charactersOf = (written: string): string =>
  written.includes('<')
    ? written
        .split(/(<!\[CDATA\[[^]*?\]\]>)/)
        .map(piece =>
          piece.startsWith('<![CDATA[')
            ? piece.slice(9, -3)
            : decode(piece.replace(/<!--[^]*?-->|<[^>]*>/g, '')),
        )
        .join('')
    : decode(written)

/** The source with its edits made, which do not overlap; of two at one place the first stands first. */
export function edited(source: string, edits: readonly Edit[]): string {
  let result = ''
  let at = 0
  for (const { start, end, text } of [...edits].sort(
    (a, b) => a.start - b.start || a.end - b.end,
  )) {
    if (start < at) throw new Error('two edits of one place')
    result += source.slice(at, start) + text
    at = end
  }
  return result + source.slice(at)
}
