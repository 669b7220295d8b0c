import { readJpeg } from './jpeg.ts'
import { readPng } from './png.ts'
import { isRefusal, type Refusal } from './refusal.ts'
import { elementsOf, parseXml, type XmlElement } from './xml.ts'

export type Drawing = { kind: 'svg'; width: number; height: number; root: XmlElement }

const SVG = 'http://www.w3.org/2000/svg'
const MOST_BYTES = 4 * 1024 * 1024
/** A drawing that uses itself over and over grows without end; real logos have some hundreds. */
const MOST_ELEMENTS = 5_000

const PLAIN = 'Export the logo again as "plain SVG", or as PNG'

/** Elements with which a drawing does more than be seen, and those that Word shows otherwise than browsers. */
const refused: Record<string, string> = {
  script: 'script',
  foreignObject: 'content of another kind (foreignObject)',
  iframe: 'content of another kind (iframe)',
  embed: 'content of another kind (embed)',
  object: 'content of another kind (object)',
  audio: 'sound',
  video: 'film',
  animate: 'animation',
  animateColor: 'animation',
  animateMotion: 'animation',
  animateTransform: 'animation',
  set: 'animation',
  filter: 'filter (a shadow or a blur)',
  handler: 'script',
  listener: 'script',
}

export async function readSvg(name: string, bytes: Uint8Array): Promise<Drawing | Refusal> {
  const unexpected = (what: string, wanted: string, hint = PLAIN): Refusal => ({
    refusal: `Unexpected ${what} in ${name}, expected ${wanted}`,
    hint,
  })
  if (bytes.length > MOST_BYTES)
    return unexpected('size', 'an SVG of at most 4 MB', 'Export the logo again as PNG')
  const source = decode(bytes)
  if (source === undefined) return unexpected('bytes that are no UTF-8', 'an SVG in UTF-8')
  // XML 1.0, 2.2: these are no characters of XML.
  if (/[^\t\n\r -\uffff]/.test(source))
    return unexpected('control characters', 'an SVG without them')
  if (declaresEntities(source)) return unexpected('declarations of entities', 'an SVG without them')
  if (/<\?xml-stylesheet/i.test(source))
    return unexpected('reference to a file outside the drawing', 'an SVG that holds all it shows')
  const root = parseXml(source)
  if (!root) return unexpected('damage', 'a well-formed SVG')
  if (local(root.name) !== 'svg' || !hasNamespace(root))
    return unexpected(`<${root.name}>`, `an SVG that opens with <svg xmlns="${SVG}">`)
  for (const element of elementsOf(root)) {
    const found = await findRefused(element)
    if (found) return unexpected(found, 'an SVG that only draws')
  }
  if (weigh(root) > MOST_ELEMENTS) return unexpected('number of shapes', 'at most 5,000')
  const size = readSize(root)
  if (!size) return unexpected('drawing without a size', 'width and height, or a viewBox', PLAIN)
  return { kind: 'svg', ...size, root }
}

export const local = (name: string) => name.slice(name.indexOf(':') + 1)

function declaresEntities(source: string): boolean {
  if (source.includes('<!ENTITY')) return true
  const start = source.indexOf('<!DOCTYPE')
  return start !== -1 && source.slice(start, source.indexOf('>', start)).includes('[')
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function hasNamespace(root: XmlElement): boolean {
  const prefix = root.name.includes(':') ? `xmlns:${root.name.split(':')[0]}` : 'xmlns'
  return root.attributes.get(prefix) === SVG
}

async function findRefused({
  name,
  attributes,
  children,
}: XmlElement): Promise<string | undefined> {
  const tag = local(name)
  if (Object.hasOwn(refused, tag)) return refused[tag]
  for (const [key, value] of attributes) {
    const found = await findRefusedAttribute(key, value)
    if (found) return found
  }
  const css = children.filter(child => typeof child === 'string').join('')
  if (tag === 'style' && (/@import/i.test(css) || leadsOutside(css))) return OUTSIDE
  return undefined
}

const OUTSIDE = 'reference to something outside the drawing'

async function findRefusedAttribute(key: string, value: string): Promise<string | undefined> {
  const attribute = local(key).toLowerCase()
  if (attribute.startsWith('on')) return `script (${key})`
  if (attribute === 'href' || attribute === 'src') return findRefusedReference(value)
  return leadsOutside(value) ? OUTSIDE : undefined
}

const leadsOutside = (css: string) =>
  [...css.matchAll(/url\(\s*(["']?)\s*([^)]*)/gi)].some(([, , target]) => !target?.startsWith('#'))

async function findRefusedReference(value: string): Promise<string | undefined> {
  if (value.startsWith('#')) return undefined
  const data = /^data:image\/(png|jpe?g);base64,([a-z\d+/=\s]+)$/i.exec(value)
  if (!data) return OUTSIDE
  const bytes = new Uint8Array(Buffer.from(data[2] ?? '', 'base64'))
  const isPng = data[1]?.toLowerCase() === 'png'
  if (isPng ? bytes[0] !== 0x89 : bytes[0] !== 0xff) return 'picture that is no PNG or JPEG'
  const picture = isPng ? await readPng('it', bytes) : readJpeg('it', bytes)
  return isRefusal(picture) ? 'damaged picture' : undefined
}

/** The shapes that are drawn in the end, each counted as often as it is used; Infinity where something uses itself. */
function weigh(root: XmlElement): number {
  const byId = new Map<string, XmlElement>()
  for (const element of elementsOf(root)) {
    const id = element.attributes.get('id')
    if (id !== undefined && !byId.has(id)) byId.set(id, element)
  }
  const weights = new Map<XmlElement, number>()
  const weight = (element: XmlElement): number => {
    const known = weights.get(element)
    if (known !== undefined) return known
    weights.set(element, Infinity)
    let sum = 1
    for (const child of element.children) if (typeof child !== 'string') sum += weight(child)
    for (const value of element.attributes.values())
      for (const [, , reference] of value.matchAll(/(^|url\(\s*["']?)#([^"')\s]+)/g)) {
        const target = byId.get(reference ?? '')
        if (target && sum < Infinity) sum += weight(target)
      }
    weights.set(element, sum)
    return sum
  }
  try {
    return weight(root)
  } catch {
    return Infinity // a chain of uses deeper than the stack
  }
}

/** Pixels of the unit, at the 96 an inch of CSS. */
const units: Record<string, number> = {
  '': 1,
  px: 1,
  pt: 96 / 72,
  pc: 16,
  in: 96,
  cm: 96 / 2.54,
  mm: 96 / 25.4,
}

function readLength(value: string | undefined): number | undefined {
  const match = /^\s*\+?(\d*\.?\d+(?:e[+-]?\d+)?|\d+\.)\s*([a-z]*)\s*$/i.exec(value ?? '')
  const unit = units[match?.[2]?.toLowerCase() ?? '']
  const length = Number(match?.[1]) * (unit ?? NaN)
  return length > 0 && length < Infinity ? length : undefined
}

/** SVG 1.1, 7.12: a length that is not given is the viewBox's, in proportion to the other. */
function readSize({ attributes }: XmlElement): { width: number; height: number } | undefined {
  const box =
    attributes
      .get('viewBox')
      ?.trim()
      .split(/[\s,]+/)
      .map(Number) ?? []
  const [, , boxWidth = NaN, boxHeight = NaN] = box
  const hasBox = boxWidth > 0 && boxHeight > 0 && box.every(Number.isFinite)
  if (attributes.has('viewBox') && !hasBox) return undefined
  const width = readLength(attributes.get('width'))
  const height = readLength(attributes.get('height'))
  if (width && height) return { width, height }
  if (!hasBox || isNothing(attributes.get('width')) || isNothing(attributes.get('height')))
    return undefined
  if (width) return { width, height: (width * boxHeight) / boxWidth }
  if (height) return { width: (height * boxWidth) / boxHeight, height }
  return { width: boxWidth, height: boxHeight }
}

const isNothing = (value: string | undefined) => value !== undefined && !(parseFloat(value) > 0)
