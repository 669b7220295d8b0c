import type { ParagraphChild } from 'docx'
import { TextWatermark } from 'docx/watermarks'
import type { Look } from '../../../document/look.ts'
import type { Story, WordStationery } from '../../../stationery/word/read-word.ts'
import { attributeOf, childOf } from '../../../office-file/xml.ts'
import type { Edit, XmlElement } from '../../../office-file/xml.ts'
import { declare } from './declare.ts'
import type { PackageEdits } from './package-edits.ts'

const HEADER = 'application/vnd.openxmlformats-officedocument.wordprocessingml.header+xml'
const WORDPROCESSING = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'

export const watermarkOf = (text: string, { font }: Look): ParagraphChild =>
  new TextWatermark({ text, font, color: '#DDDDDD', bold: true })

/**
 * A draft says so behind the words of each page. Word draws that from the headers: into each goes one run,
 * which floats; where a page has none, one without words. The final letter leaves all of them alone.
 */
export function addWatermark(
  changed: PackageEdits,
  stationery: WordStationery,
  watermark: string,
): void {
  const { main, body, sections, stories, isEvenDifferent } = stationery
  let count = 0
  const numbered = (source: string) =>
    withoutKnownType(
      watermark.replace(/PowerPlusWaterMarkObject[^"]*/, `PowerPlusWaterMarkObject${++count}`),
      source,
    )
  for (const story of stories.filter(({ kind }) => kind === 'header')) {
    const run = numbered(story.part.source)
    const paragraph = paragraphFor(story)
    if (!paragraph) continue
    changed.edit(story.path, [...declare(story.part.root, run), atEnd(paragraph, run)])
  }
  const [first] = sections
  const types = [
    ...(sections.some(({ hasFirstPage }) => hasFirstPage) ? ['first'] : []),
    'default',
    ...(isEvenDifferent ? ['even'] : []),
  ]
  const has = new Set(
    (first?.element.children ?? [])
      .filter(({ name }) => name === 'w:headerReference')
      .map(reference => attributeOf(reference, 'w:type') ?? 'default'),
  )
  const added = types
    .filter(type => !has.has(type))
    .map(type => {
      const path = freePath(stationery, type)
      const run = numbered('')
      const root = declare(undefined, run)
        .map(({ text }) => text)
        .join('')
      changed.addPart(
        path,
        `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:hdr xmlns:w="${WORDPROCESSING}"${root}><w:p>${run}</w:p></w:hdr>`,
        HEADER,
      )
      const target = path.slice(path.lastIndexOf('/') + 1)
      const id = changed.addRelationship(main, { kind: 'header', target })
      return `<w:headerReference w:type="${type}" r:id="${id}"/>`
    })
    .join('')
  if (added === '') return
  const page = childOf(body.part.root, 'w:body')!
  const section = first?.element
  const edit: Edit =
    section === undefined
      ? { start: page.contentEnd, end: page.contentEnd, text: `<w:sectPr>${added}</w:sectPr>` }
      : section.contentStart === section.end
        ? { start: section.start, end: section.end, text: `<w:sectPr>${added}</w:sectPr>` }
        : { start: section.contentStart, end: section.contentStart, text: added }
  changed.edit(main, [edit])
}

const freePath = ({ parts }: WordStationery, type: string): string => {
  let path = `word/header-${type}.xml`
  for (let count = 2; parts.has(path); count++) path = `word/header-${type}-${count}.xml`
  return path
}

/** One part holds a shape's type once. */
const withoutKnownType = (run: string, source: string): string =>
  /\bid="_x0000_t136"/.test(source) ? run.replace(/<v:shapetype\b[^]*?<\/v:shapetype>/, '') : run

/** The first of the header itself, or in a table or control of it. */
function paragraphFor({ part, paragraphs }: Story): XmlElement | undefined {
  const own = part.root.children.find(({ name }) => name === 'w:p')
  return own ?? paragraphs.find(({ within }) => within !== 'text box')?.element
}

function atEnd(paragraph: XmlElement, run: string): Edit {
  const { name, attributes, start, end, contentStart, contentEnd } = paragraph
  if (contentStart !== end) return { start: contentEnd, end: contentEnd, text: run }
  const pairs = Object.entries(attributes).map(([key, value]) => ` ${key}="${value}"`)
  return { start, end, text: `<${name}${pairs.join('')}>${run}</${name}>` }
}
