import { escapeMarkup } from '../../../document/escape-markup.ts'
import type { WordStationery } from '../../../stationery/word/read-word.ts'
import {
  attributeOf,
  childOf,
  descend,
  elementsNamed,
  hasElement,
  valueOf,
} from '../../../office-file/xml.ts'
import type { Edit, XmlElement } from '../../../office-file/xml.ts'
import type { Look } from '../../../document/look.ts'
import type { Language } from '../../../document/tree.ts'
import { sizes } from '../../sizes.ts'
import { letterStyles, styleXml } from '../styles.ts'
import type { Style } from '../styles.ts'

type Type = NonNullable<Style['type']>

/** What LibreOffice calls the built-in styles of Word. */
const otherNames: Record<string, string[]> = {
  'body text': ['text body'],
  hyperlink: ['internet link'],
}

/**
 * The letter's styles among those of the stationery: its own, where it has one of that name, whatever
 * their ids; ours, in its font and beside its size, where it has none.
 */
export class StationeryStyles {
  readonly #ours: Map<string, Style>
  readonly #theirs: XmlElement[]
  readonly #ids: Set<string>
  readonly #found = new Map<string, string>()
  readonly #added: Style[] = []

  constructor(
    private readonly stationery: WordStationery,
    { colour }: Look,
  ) {
    const fit = { scale: normalSize(stationery) / (sizes.paragraph.size * 2), hasLines: false }
    this.#ours = new Map(letterStyles(colour, fit).map(style => [style.id, style]))
    this.#theirs = [...(stationery.styles?.root.children ?? [])].filter(
      ({ name }) => name === 'w:style',
    )
    this.#ids = new Set(
      this.#theirs.map(style => (attributeOf(style, 'w:styleId') ?? '').toLowerCase()),
    )
  }

  /** The id in the stationery of the style that we know by ours. */
  idOf(ours: string): string {
    const known = this.#found.get(ours)
    if (known !== undefined) return known
    const style = this.#ours.get(ours)
    if (!style) throw new Error(`Missing style ${ours}`)
    const theirs = this.#find(style.type ?? 'paragraph', style.name)
    const id = theirs === undefined ? this.#add(style) : attributeOf(theirs, 'w:styleId')!
    this.#found.set(ours, id)
    return id
  }

  /** What changes in the part of the styles: those added, and the language of the letter. */
  edits(language: Language): Edit[] {
    const { styles } = this.stationery
    if (!styles) return []
    const end = styles.root.contentEnd
    const added = this.#added.map(style => styleXml(this.#based(style))).join('')
    return [
      ...languageEdits(this.stationery, language, this.#used()),
      { start: end, end, text: added },
    ]
  }

  /** A paragraph of theirs as the document's title: by its style, or in an outline where its style is its own. */
  asTitle(paragraph: XmlElement): Edit[] {
    const properties = childOf(paragraph, 'w:pPr')
    const styled = childOf(properties, 'w:pStyle')
    const ordinary = defaultStyle(this.#theirs, 'paragraph')
    const id = valueOf(styled) ?? ordinary
    if (id === ordinary) {
      const style = `<w:pStyle w:val="${this.idOf('Title')}"/>`
      if (styled) return [{ start: styled.start, end: styled.end, text: style }]
      return [within(properties ?? paragraph, properties ? style : `<w:pPr>${style}</w:pPr>`)]
    }
    const chain = this.#chain(id)
    const isHeading = chain.some(
      style =>
        namesOf(style).some(name => /^(title|heading \d)$/.test(name)) ||
        descend(style, 'w:pPr', 'w:outlineLvl') !== undefined,
    )
    if (isHeading || childOf(properties, 'w:outlineLvl')) return []
    return [insertBefore(properties!, afterOutline, '<w:outlineLvl w:val="0"/>')]
  }

  /** Word stretches each line of a justified paragraph but its last: a value of several lines would be torn. */
  unstretched(paragraph: XmlElement): Edit[] {
    const properties = childOf(paragraph, 'w:pPr')
    const own = childOf(properties, 'w:jc')
    const id = valueOf(childOf(properties, 'w:pStyle')) ?? defaultStyle(this.#theirs, 'paragraph')
    const inherited = this.#chain(id).map(style => valueOf(descend(style, 'w:pPr', 'w:jc')))
    const defaults = descend(this.stationery.styles?.root, 'w:docDefaults', 'w:pPrDefault', 'w:pPr')
    const set = [valueOf(own), ...inherited, valueOf(childOf(defaults, 'w:jc'))]
    if (!['both', 'distribute'].includes(set.find(value => value !== undefined) ?? '')) return []
    const left = '<w:jc w:val="left"/>'
    if (own) return [{ start: own.start, end: own.end, text: left }]
    if (!properties) return [within(paragraph, `<w:pPr>${left}</w:pPr>`)]
    return [insertBefore(properties, [...afterAlignment, ...afterOutline], left)]
  }

  /** A style of theirs and what it is based on. */
  #chain(id: string | undefined): XmlElement[] {
    const chain: XmlElement[] = []
    for (let at = id; at !== undefined;) {
      const style = this.#theirs.find(found => attributeOf(found, 'w:styleId') === at)
      if (!style || chain.includes(style)) break
      chain.push(style)
      at = valueOf(childOf(style, 'w:basedOn'))
    }
    return chain
  }

  #find(type: Type, name: string): XmlElement | undefined {
    const wanted = [name.toLowerCase(), ...(otherNames[name.toLowerCase()] ?? [])]
    return this.#theirs.find(
      style =>
        (attributeOf(style, 'w:type') ?? 'paragraph') === type &&
        namesOf(style).some(found => wanted.includes(found)),
    )
  }

  #add(style: Style): string {
    let id = style.id
    for (let count = 2; this.#ids.has(id.toLowerCase()); count++) id = `${style.id}${count}`
    this.#ids.add(id.toLowerCase())
    // No two styles are of one name, whatever their kinds.
    const isTaken = this.#theirs.some(theirs => namesOf(theirs).includes(style.name.toLowerCase()))
    this.#added.push({ ...style, id, name: isTaken ? `${style.name} (letter)` : style.name })
    this.#found.set(style.id, id)
    if (style.basedOn !== undefined && this.#ours.has(style.basedOn)) this.idOf(style.basedOn)
    return id
  }

  /** What it is based on, and goes on with, under the ids that they have here. */
  #based({ next, ...style }: Style): Style {
    const type = style.type ?? 'paragraph'
    const isOurs = style.basedOn !== undefined && this.#ours.has(style.basedOn)
    const basedOn = isOurs ? this.idOf(style.basedOn!) : defaultStyle(this.#theirs, type)
    const following = next === undefined ? undefined : this.#found.get(next)
    return { ...style, basedOn: basedOn ?? '', ...(following !== undefined && { next: following }) }
  }

  /** Those of theirs that the letter uses, and what they are based on. */
  #used(): XmlElement[] {
    const ids = [defaultStyle(this.#theirs, 'paragraph'), ...this.#found.values()]
    return [...new Set(ids.flatMap(id => this.#chain(id)))]
  }
}

/** What stands behind the level of an outline, and behind an alignment (ISO/IEC 29500-1, CT_PPr). */
const afterOutline = ['w:divId', 'w:cnfStyle', 'w:rPr', 'w:sectPr', 'w:pPrChange']
const afterAlignment = ['w:textDirection', 'w:textAlignment', 'w:textboxTightWrap', 'w:outlineLvl']

function insertBefore(properties: XmlElement, behind: string[], text: string): Edit {
  const after = properties.children.find(({ name }) => behind.includes(name))
  if (!after) return within(properties, text, 'last')
  return { start: after.start, end: after.start, text }
}

const namesOf = (style: XmlElement): string[] =>
  [valueOf(childOf(style, 'w:name')), ...(valueOf(childOf(style, 'w:aliases')) ?? '').split(',')]
    .map(name => (name ?? '').trim().toLowerCase())
    .filter(name => name !== '')

function defaultStyle(styles: XmlElement[], type: Type): string | undefined {
  const found = styles.find(
    style =>
      attributeOf(style, 'w:type') === type &&
      ['1', 'true', 'on'].includes(attributeOf(style, 'w:default') ?? ''),
  )
  return attributeOf(found, 'w:styleId')
}

/** Of Normal, in half points: its own, or the document's; Word's where neither says (17.3.2.38). */
function normalSize({ styles }: WordStationery): number {
  const root = styles?.root
  const all = (root?.children ?? []).filter(({ name }) => name === 'w:style')
  const id = defaultStyle(all, 'paragraph')
  const normal = all.find(style => attributeOf(style, 'w:styleId') === id)
  const size = (from: XmlElement | undefined) =>
    Number(valueOf(descend(from, 'w:rPr', 'w:sz'))) || undefined
  return size(normal) ?? size(descend(root, 'w:docDefaults', 'w:rPrDefault')) ?? 20
}

/** The language that the letter's words are spelt and read aloud in (WCAG 2.2, 3.1.1). */
function languageEdits({ styles }: WordStationery, language: Language, used: XmlElement[]): Edit[] {
  const root = styles!.root
  const defaults = childOf(root, 'w:docDefaults')
  const edits: Edit[] = []
  for (const from of [...(defaults ? [defaults] : []), ...used])
    for (const found of elementsNamed(from, 'w:lang')) {
      if (valueOf(found) === undefined || valueOf(found) === language) continue
      const others = Object.entries(found.attributes).filter(([name]) => name !== 'w:val')
      const rest = others.map(([name, value]) => ` ${name}="${value}"`).join('')
      const { start, end } = found
      edits.push({ start, end, text: `<w:lang w:val="${escapeMarkup(language)}"${rest}/>` })
    }
  const hasDefault = defaults && hasElement(defaults, 'w:lang')
  if (!hasDefault) edits.push(addDefaultLanguage(root, defaults, language))
  return edits
}

function addDefaultLanguage(
  root: XmlElement,
  defaults: XmlElement | undefined,
  language: Language,
): Edit {
  const lang = `<w:lang w:val="${language}"/>`
  const outer = childOf(defaults, 'w:rPrDefault')
  const properties = childOf(outer, 'w:rPr')
  if (properties) {
    // Only these stand behind it (CT_RPr).
    const after = properties.children.find(({ name }) =>
      ['w:eastAsianLayout', 'w:specVanish', 'w:oMath'].includes(name),
    )
    if (properties.contentStart === properties.end) return within(properties, lang)
    const at = after?.start ?? properties.contentEnd
    return { start: at, end: at, text: lang }
  }
  if (outer) return within(outer, `<w:rPr>${lang}</w:rPr>`)
  const written = `<w:rPrDefault><w:rPr>${lang}</w:rPr></w:rPrDefault>`
  if (defaults) return within(defaults, written)
  const at = root.contentStart
  return { start: at, end: at, text: `<w:docDefaults>${written}</w:docDefaults>` }
}

/** In an element, which may be of one tag; those that we add to so have no attributes. */
function within(element: XmlElement, text: string, at: 'first' | 'last' = 'first'): Edit {
  const { name, start, end, contentStart, contentEnd } = element
  const place = at === 'first' ? contentStart : contentEnd
  return contentStart === end
    ? { start, end, text: `<${name}>${text}</${name}>` }
    : { start: place, end: place, text }
}
