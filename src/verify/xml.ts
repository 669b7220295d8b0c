import { parseXml, type XmlElement } from '../model/picture/xml.ts'
import { CannotOpen } from './opened.ts'

export type { XmlElement }

/** Names are compared without their prefixes: which program wrote the file says which prefixes it has. */
export const nameIn = ({ name }: XmlElement): string => name.slice(name.indexOf(':') + 1)

export function readXml(bytes: Uint8Array): XmlElement {
  const root = parseXml(new TextDecoder().decode(bytes))
  if (root === undefined) throw new CannotOpen()
  return root
}

export const childrenOf = ({ children }: XmlElement): XmlElement[] =>
  children.filter(child => typeof child !== 'string')

/** The first element that a path of names leads to. */
export function at(of: XmlElement | undefined, ...path: string[]): XmlElement | undefined {
  let found = of
  for (const name of path) found = found && childrenOf(found).find(child => nameIn(child) === name)
  return found
}

export function attribute(of: XmlElement | undefined, name: string): string | undefined {
  for (const [key, value] of of?.attributes ?? [])
    if (key === name || key.endsWith(`:${name}`)) return value
  return undefined
}

export const valueAt = (of: XmlElement | undefined, ...path: string[]): string | undefined =>
  attribute(at(of, ...path), 'val')

/** An element that is there and does not say no (ISO/IEC 29500-1, 17.17.4). */
export const isOn = (element: XmlElement | undefined): boolean =>
  element !== undefined && !['0', 'false', 'off'].includes(attribute(element, 'val') ?? 'true')

export const textIn = ({ children }: XmlElement): string =>
  children.map(child => (typeof child === 'string' ? child : textIn(child))).join('')

/** All elements below, each before what is in it, as a reader meets them. */
export function* elementsIn(of: XmlElement): Generator<XmlElement> {
  for (const child of childrenOf(of)) {
    if (isUnread.has(nameIn(child))) continue
    yield child
    yield* elementsIn(child)
  }
}

/** What older programs are shown in place of what stands beside it, and what tracked changes took away. */
const isUnread = new Set(['Fallback', 'del', 'moveFrom'])
