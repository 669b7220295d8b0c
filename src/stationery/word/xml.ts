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

// Of all names that XML knows, these files use those of plain letters.
const opening = /<([A-Za-z_][\w.:-]*)/y
const attribute = /\s+([A-Za-z_][\w.:-]*)\s*=\s*(?:"([^"<]*)"|'([^'<]*)')/y
const openingEnd = /\s*(\/?)>/y
const closing = /<\/([A-Za-z_][\w.:-]*)\s*>/y
const skipped = /<!--(?:(?!--)[^])*-->|<\?[^]*?\?>/y
const cdata = /<!\[CDATA\[[^]*?\]\]>/y
const characters = /[^<]+/y
/** Whatever else a reference names would need a DTD: no file of Word's has one. */
const unknownEntity = /&(?!(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[\da-fA-F]{1,6});)/

/**
 * A well-formed part, or undefined. One with a document type is not read at all, so that no entity can
 * grow: the packaging of these files forbids it (ISO/IEC 29500-2, 6.2.5).
 */
export function parseXml(source: string): XmlPart | undefined {
  let at = source.charCodeAt(0) === 0xfeff ? 1 : 0
  let count = 0
  const open: XmlElement[] = []
  let root: XmlElement | undefined
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at
    const match = pattern.exec(source)
    if (match) at = pattern.lastIndex
    return match
  }
  while (at < source.length) {
    const parent = open.at(-1)
    const words = take(characters)
    if (words) {
      if (parent === undefined ? words[0].trim() !== '' : unknownEntity.test(words[0])) return
      continue
    }
    const start = at
    const tag = take(opening)
    if (tag) {
      if ((parent === undefined && root) || open.length === DEEPEST || ++count > MOST_ELEMENTS)
        return
      const attributes: Record<string, string> = {}
      for (let found = take(attribute); found; found = take(attribute)) {
        const [, name = '', double, single] = found
        const value = double ?? single ?? ''
        if (Object.hasOwn(attributes, name) || unknownEntity.test(value)) return
        attributes[name] = value
      }
      const end = take(openingEnd)
      if (!end) return
      const [, name = ''] = tag
      const place = { start, contentStart: at, contentEnd: at, end: at }
      const element: XmlElement = { name, attributes, parent, children: [], ...place }
      if (parent) parent.children.push(element)
      else root = element
      if (end[1] !== '/') open.push(element)
      continue
    }
    const end = take(closing)
    if (end) {
      const element = open.pop()
      if (!element || element.name !== end[1]) return
      element.contentEnd = start
      element.end = at
    } else if (!(parent && take(cdata)) && !take(skipped)) return
  }
  return root && open.length === 0 ? { source, root } : undefined
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
export const textOf = ({ source }: XmlPart, { contentStart, contentEnd }: XmlElement): string => {
  const written = source.slice(contentStart, contentEnd)
  return written.includes('<')
    ? written
        .split(/(<!\[CDATA\[[^]*?\]\]>)/)
        .map(piece =>
          piece.startsWith('<![CDATA[')
            ? piece.slice(9, -3)
            : decode(piece.replace(/<!--[^]*?-->|<[^>]*>/g, '')),
        )
        .join('')
    : decode(written)
}

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
