/** An element of a drawing: its name, its attributes with their entities resolved, and what is in it. */
export type XmlElement = {
  name: string
  attributes: Map<string, string>
  children: (XmlElement | string)[]
}

/** Deeper than any drawing program nests, and shallow enough for every program that reads it. */
const DEEPEST = 60
const MOST_ATTRIBUTES = 100

const NAME = '[\\p{L}_][\\p{L}\\p{N}_.\\-]*(?::[\\p{L}_][\\p{L}\\p{N}_.\\-]*)?'
const skipped = /<!--(?:(?!--)[^])*-->|<\?(?!xml-stylesheet)[^]*?\?>|\s+/y
const doctype = /<!DOCTYPE\s+[^[\]<>"']*(?:"[^"]*"[^[\]<>"']*|'[^']*'[^[\]<>"']*)*>/y
const opening = new RegExp(`<(${NAME})`, 'uy')
const attribute = new RegExp(`\\s+(${NAME})\\s*=\\s*("[^"<]*"|'[^'<]*')`, 'uy')
const openingEnd = /\s*(\/?)>/y
const closing = new RegExp(`</(${NAME})\\s*>`, 'uy')
const cdata = /<!\[CDATA\[([^]*?)\]\]>/y
const characters = /[^<]+/y

/**
 * The root of a well-formed XML file, or undefined. Entities of a file's own are not known: a
 * DOCTYPE that declares something makes the file one that is not read.
 */
export function parseXml(source: string): XmlElement | undefined {
  let at = 0
  const take = (pattern: RegExp): RegExpExecArray | undefined => {
    pattern.lastIndex = at
    const match = pattern.exec(source)
    if (!match) return undefined
    at = pattern.lastIndex
    return match
  }
  const skip = () => {
    while (take(skipped));
  }
  skip()
  take(doctype)
  skip()
  const open: XmlElement[] = []
  for (;;) {
    const start = take(opening)
    if (start) {
      const element = readElement(start[1] ?? '')
      if (!element || open.length === DEEPEST) return undefined
      open.at(-1)?.children.push(element)
      const end = take(openingEnd)
      if (!end) return undefined
      if (end[1] !== '/') open.push(element)
      else if (open.length === 0) return atEnd() ? element : undefined
      continue
    }
    const parent = open.at(-1)
    if (!parent) return undefined
    const end = take(closing)
    if (end) {
      if (end[1] !== parent.name) return undefined
      open.pop()
      if (open.length === 0) return atEnd() ? parent : undefined
      continue
    }
    const literal = take(cdata)
    if (literal) {
      parent.children.push(literal[1] ?? '')
      continue
    }
    const words = take(characters)
    if (words) {
      const value = resolveEntities(words[0])
      if (value === undefined) return undefined
      parent.children.push(value)
    } else if (!take(skipped)) return undefined
  }

  function readElement(name: string): XmlElement | undefined {
    const attributes = new Map<string, string>()
    for (let match = take(attribute); match; match = take(attribute)) {
      const key = match[1] ?? ''
      const value = resolveEntities((match[2] ?? '').slice(1, -1))
      if (value === undefined || attributes.has(key)) return undefined
      if (attributes.size === MOST_ATTRIBUTES) return undefined
      attributes.set(key, value)
    }
    return { name, attributes, children: [] }
  }
  function atEnd(): boolean {
    skip()
    return at === source.length
  }
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

function resolveEntities(value: string): string | undefined {
  if (!value.includes('&')) return value
  let isKnown = true
  const resolved = value.replace(
    /&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));|&/gi,
    (_, hex?: string, ten?: string, name?: string) => {
      if (name !== undefined) {
        const character = Object.hasOwn(entities, name) ? entities[name] : undefined
        if (character === undefined) isKnown = false
        return character ?? ''
      }
      const code = hex ? parseInt(hex, 16) : ten ? parseInt(ten, 10) : 0
      const isCharacter = (code >= 32 || [9, 10, 13].includes(code)) && code <= 0x10ffff
      if (!isCharacter || (code >= 0xd800 && code <= 0xdfff)) isKnown = false
      return isKnown ? String.fromCodePoint(code) : ''
    },
  )
  return isKnown ? resolved : undefined
}

const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
const escape = (value: string) => value.replace(/[&<>"]/g, character => escapes[character] ?? '')

export function writeXml({ name, attributes, children }: XmlElement): string {
  const pairs = [...attributes].map(([key, value]) => ` ${key}="${escape(value)}"`).join('')
  const content = children.map(child =>
    typeof child === 'string' ? escape(child) : writeXml(child),
  )
  return `<${name}${pairs}>${content.join('')}</${name}>`
}

/** The element and everything in it, in order. */
export function* elementsOf(element: XmlElement): Generator<XmlElement> {
  yield element
  for (const child of element.children) if (typeof child !== 'string') yield* elementsOf(child)
}
