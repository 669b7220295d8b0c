import type { OfficePackage } from '../../office-file/open-office-file.ts'
import { findPlaceholders } from './placeholders.ts'
import type { Placeholder } from './placeholders.ts'
import { placeOf, readParagraphs } from './paragraphs.ts'
import type { Paragraph } from './paragraphs.ts'
import { ancestorsOf, attributeOf, childOf, elementsNamed, isOn } from '../../office-file/xml.ts'
import type { XmlElement, XmlPart } from '../../office-file/xml.ts'

export type StoryKind = 'body' | 'header' | 'footer' | 'notes'
/** A part with words of its own. */
export type Story = {
  path: string
  kind: StoryKind
  /** "the header of the first page"; empty for the body. */
  name: string
  part: XmlPart
  paragraphs: Paragraph[]
  placeholders: Placeholder[]
}
export type Section = {
  element: XmlElement
  /** Twips. */
  page: { width: number; height: number }
  margins: { left: number; right: number }
  columns: number
  /** Between the margins, or of the narrowest column. */
  measure: number
  hasFirstPage: boolean
}
/** The office's own Word file, as far as a letter is put into it. */
export type WordStationery = OfficePackage & {
  body: Story
  /** The body first, then headers and footers as the sections name them. */
  stories: Story[]
  sections: Section[]
  isEvenDifferent: boolean
  styles: XmlPart | undefined
  /** Where styles, numbering and settings are. */
  paths: Record<'styles' | 'numbering' | 'settings', string | undefined>
}

export function readWord(opened: OfficePackage): WordStationery {
  const { main, xml, relationships } = opened
  const part = xml(main)!
  const target = (kind: string): string | undefined =>
    relationships(main).find(found => found.kind === kind && !found.isExternal)?.target
  const paths = {
    styles: target('styles'),
    numbering: target('numbering'),
    settings: target('settings'),
  }
  const settings = paths.settings === undefined ? undefined : xml(paths.settings)
  const isEvenDifferent = isOn(childOf(settings?.root, 'w:evenAndOddHeaders'))
  const body = storyOf(main, 'body', '', part)
  const stories = [body]
  for (const { kind, target: path } of relationships(main)) {
    const found = storyKinds[kind]
    const read = xml(path)
    if (!found || !read || stories.some(story => story.path === path)) continue
    stories.push(storyOf(path, found, nameOf(opened, path, found, isEvenDifferent), read))
  }
  return {
    ...opened,
    body,
    stories,
    sections: elementsNamed(part.root, 'w:sectPr')
      .filter(({ parent }) => parent?.name !== 'w:sectPrChange')
      .map(sectionOf),
    isEvenDifferent,
    styles: paths.styles === undefined ? undefined : xml(paths.styles),
    paths,
  }
}

const storyKinds: Record<string, StoryKind> = {
  header: 'header',
  footer: 'footer',
  footnotes: 'notes',
  endnotes: 'notes',
}

function storyOf(path: string, kind: StoryKind, name: string, part: XmlPart): Story {
  const paragraphs = readParagraphs(part)
  return { path, kind, name, part, paragraphs, placeholders: paragraphs.flatMap(findPlaceholders) }
}

function nameOf(
  { main, xml, relationships }: OfficePackage,
  path: string,
  kind: StoryKind,
  isEvenDifferent: boolean,
): string {
  if (kind === 'notes') return 'a note'
  const ids = relationships(main)
    .filter(({ target }) => target === path)
    .map(({ id }) => id)
  const references = elementsNamed(xml(main)!.root, `w:${kind}Reference`)
  const types = references
    .filter(reference => ids.includes(attributeOf(reference, 'r:id') ?? ''))
    .map(reference => attributeOf(reference, 'w:type') ?? 'default')
  if (types.includes('first')) return `the ${kind} of the first page`
  if (types.includes('even')) return `the ${kind} of even pages`
  if (types.length === 0) return `a ${kind} that no page shows`
  return isEvenDifferent ? `the ${kind} of odd pages` : `the ${kind}`
}

const A4 = { width: 11906, height: 16838 }
const perUnit: Record<string, number> = {
  mm: 1440 / 25.4,
  cm: 1440 / 2.54,
  in: 1440,
  pt: 20,
  pc: 240,
  pi: 240,
}

/** Twips: a bare number, or one with a unit (ISO/IEC 29500-1, 22.9.2.14). */
function twipsOf(element: XmlElement | undefined, name: string): number | undefined {
  const [, number = '', unit] =
    /^(-?[\d.]+)(mm|cm|in|pt|pc|pi)?$/.exec(attributeOf(element, name) ?? '') ?? []
  return number === '' ? undefined : Math.round(Number(number) * (unit ? perUnit[unit]! : 1))
}

function sectionOf(element: XmlElement): Section {
  const size = childOf(element, 'w:pgSz')
  const margin = childOf(element, 'w:pgMar')
  const columns = childOf(element, 'w:cols')
  const width = twipsOf(size, 'w:w') ?? A4.width
  const margins = {
    left: (twipsOf(margin, 'w:left') ?? 1440) + (twipsOf(margin, 'w:gutter') ?? 0),
    right: twipsOf(margin, 'w:right') ?? 1440,
  }
  const count = Number(attributeOf(columns, 'w:num') ?? 1)
  const between = width - margins.left - margins.right
  const widths = [...(columns?.children ?? [])].map(column => twipsOf(column, 'w:w') ?? between)
  const space = twipsOf(columns, 'w:space') ?? 720
  const measure =
    count < 2
      ? between
      : widths.length > 0
        ? Math.min(...widths)
        : (between - space * (count - 1)) / count
  return {
    element,
    page: { width, height: twipsOf(size, 'w:h') ?? A4.height },
    margins,
    columns: count,
    measure: Math.max(1440, Math.round(measure)),
    hasFirstPage: isOn(childOf(element, 'w:titlePg')),
  }
}

/** Whose properties stand behind an element of the body: a section's stand at its end (17.6.17). */
export const sectionAt = ({ sections }: WordStationery, element: XmlElement): Section | undefined =>
  sections.find(section => section.element.end > element.start)

/** The paragraph that an element is in, if it is one's or in one. */
export function paragraphAround(story: Story, element: XmlElement): Paragraph | undefined {
  const known =
    byElement.get(story) ?? new Map(story.paragraphs.map(found => [found.element, found]))
  byElement.set(story, known)
  for (const around of [element, ...ancestorsOf(element)]) {
    const found = known.get(around)
    if (found) return found
  }
  return undefined
}
const byElement = new WeakMap<Story, Map<XmlElement, Paragraph>>()

export const placeIn = (story: Story, paragraph: Paragraph): string => {
  const place = placeOf(paragraph)
  return story.kind === 'body' ? place : `${story.name}, ${place}`
}
