import type { Look } from '../../../document/look.ts'
import { FIELDS } from '../../../document/tree.ts'
import type { DocumentTree, Field } from '../../../document/tree.ts'
import { findBodyPlace } from '../../../stationery/word/body-place.ts'
import { fillStory } from '../../../stationery/word/fill.ts'
import { openPackage } from '../../../stationery/word/open-package.ts'
import { CONTENT_TYPES } from '../../../office-file/part-names.ts'
import type { Paragraph } from '../../../stationery/word/paragraphs.ts'
import { readWord, sectionAt } from '../../../stationery/word/read-word.ts'
import type { Story, WordStationery } from '../../../stationery/word/read-word.ts'
import {
  attributeOf,
  childOf,
  edited,
  elementsNamed,
  hasElement,
  sourceOf,
} from '../../../office-file/xml.ts'
import type { Edit, XmlElement } from '../../../office-file/xml.ts'
import { writeZip } from '../../../stationery/word/write-zip.ts'
import { toMillimetres } from '../../units.ts'
import { keepLeads } from '../../keep.ts'
import { blocks } from '../blocks.ts'
import { commentsXml } from '../comments.ts'
import { Letter } from '../place.ts'
import type { Surroundings } from '../place.ts'
import { declare } from './declare.ts'
import { insert } from './insert.ts'
import { ownText } from './own-text.ts'
import type { Shown } from './own-text.ts'
import { PackageEdits } from './package-edits.ts'
import { setProperties } from './properties.ts'
import { StationeryStyles } from './styles.ts'
import { addWatermark, watermarkOf } from './watermark.ts'

/**
 * The letter in a copy of the office's own Word file, where `{{body}}` stands. All else in it stays as its
 * designer made it: parts that are not added to keep their bytes, the others everything they had.
 */
export async function drawOnStationery(
  tree: DocumentTree,
  look: Look,
  bytes: Uint8Array,
): Promise<Uint8Array> {
  const { package: opened, refusals } = openPackage(bytes)
  if (!opened) throw new Error(refusals[0]?.message)
  const stationery = readWord(opened)
  const { paragraph, findings } = findBodyPlace(stationery)
  if (!paragraph) throw new Error(findings[0]?.message)

  const letter = new Letter(look, surroundingsOf(stationery, paragraph))
  const own = keepLeads(ownText(tree, shownBy(stationery, tree)))
  const children = blocks(own, { letter })
  const [missing] = letter.anchors.missing
  if (missing !== undefined)
    throw new Error(`Missing heading with the id ${missing}, expected by a link`)
  const watermark = tree.watermark === undefined ? undefined : watermarkOf(tree.watermark, look)
  const inserted = await insert(stationery, children, letter.lists.definitions, watermark)

  const changed = new PackageEdits(stationery, inserted.parts)
  const styles = new StationeryStyles(stationery, look)
  const named = inserted.blocks.replace(
    /<w:(pStyle|rStyle|tblStyle) w:val="([^"]*)"/g,
    (_, kind: string, id: string) => `<w:${kind} w:val="${styles.idOf(id)}"`,
  )
  const { main, body } = stationery
  for (const { id, address } of letter.addresses)
    changed.addRelationship(main, {
      id: `rId${id}`,
      kind: 'hyperlink',
      target: address,
      isExternal: true,
    })
  if (letter.remarks.length > 0) addComments(changed, stationery, letter.remarks, styles)
  changed.edit(main, [
    ...fillStory(body, tree.fields),
    ...titleEdits(stationery, tree, styles),
    ...lineEdits(body, tree, styles),
    replaceBody(body, paragraph, named),
    // The headers of a watermark are named there too.
    ...declare(body.part.root, watermark ? `${named} r:id` : named),
  ])
  for (const story of stationery.stories) {
    if (story === body) continue
    const edits = [...fillStory(story, tree.fields), ...lineEdits(story, tree, styles)]
    if (edits.length > 0) changed.edit(story.path, edits)
  }
  if (inserted.watermark !== undefined) addWatermark(changed, stationery, inserted.watermark)
  changed.edit(stationery.paths.styles!, styles.edits(tree.language))
  // What Word 2010 kept for itself, and would read in place of the styles.
  for (const { kind, target } of stationery.relationships(main))
    if (kind === 'stylesWithEffects') changed.remove(main, target)
  setProperties(changed, stationery, tree)
  makeDocument(changed)
  const { parts, packed } = stationery
  return writeZip(changed.made(), (path, part) =>
    part === parts.get(path) ? packed.get(path) : undefined,
  )
}

/** What the file has, that the letter must not have again. */
function surroundingsOf(stationery: WordStationery, paragraph: Paragraph): Surroundings {
  const { main, stories, relationships } = stationery
  const numbers = (attribute: string, ...names: string[]): number[] =>
    stories.flatMap(({ part }) =>
      elementsNamed(part.root, ...names).map(found => Number(attributeOf(found, attribute)) || 0),
    )
  const marks = stories.flatMap(({ part }) => elementsNamed(part.root, 'w:bookmarkStart'))
  const section = sectionAt(stationery, paragraph.element)
  return {
    measure: toMillimetres((section?.measure ?? 9026) / 20),
    pictures: Math.max(0, ...numbers('id', 'wp:docPr')),
    bookmarks: Math.max(0, ...numbers('w:id', 'w:bookmarkStart', 'w:bookmarkEnd')),
    bookmarkNames: marks.map(found => attributeOf(found, 'w:name') ?? ''),
    relationships: relationships(main).map(({ id }) => id),
  }
}

/** What everybody reads on the stationery's own page, with this letter's values. */
function shownBy({ body }: WordStationery, { fields }: DocumentTree): Shown {
  const own = body.paragraphs.filter(({ within }) => within !== 'text box')
  const asked = body.placeholders.filter(({ paragraph }) => paragraph.within !== 'text box')
  const shown = FIELDS.filter(
    field => fields[field].length > 0 && asked.some(({ name }) => name === field),
  )
  const words = [...own.map(({ text }) => text), ...shown.flatMap(field => fields[field])]
  return { fields: new Set<Field>(shown), words: words.join('\n') }
}

/** The letter in the paragraph's place, with what the paragraph held besides its words. */
function replaceBody({ part }: Story, { element }: Paragraph, letter: string): Edit {
  const { start, end } = element
  const source = (of: XmlElement) => sourceOf(part, of)
  const all = (name: string) => elementsNamed(element, name).map(source).join('')
  const properties = childOf(element, 'w:pPr')
  // A section ends with the paragraph that has its properties (17.6.18).
  const ending = childOf(properties, 'w:sectPr') ? `<w:p>${source(properties!)}</w:p>` : ''
  const floating = elementsNamed(element, 'w:r')
    .filter(run => hasElement(run, 'w:drawing', 'w:pict'))
    .map(run => {
      const words = run.children.filter(({ name }) => name === 'w:t')
      const edits = words.map(at => ({
        start: at.start - run.start,
        end: at.end - run.start,
        text: '',
      }))
      return edited(source(run), edits)
    })
  const first = letter.indexOf('</w:pPr>') + '</w:pPr>'.length
  const held = letter.slice(0, first) + floating.join('') + letter.slice(first)
  return { start, end, text: all('w:bookmarkStart') + held + all('w:bookmarkEnd') + ending }
}

/** Where the stationery shows the subject, that is the document's title: once, as a screen reader finds it. */
function titleEdits(
  { body }: WordStationery,
  tree: DocumentTree,
  styles: StationeryStyles,
): Edit[] {
  const asked = body.placeholders.filter(
    ({ name, paragraph }) => name === 'subject' && paragraph.within !== 'text box',
  )
  const [first] = asked
  if (!first || tree.fields.subject.length === 0) return []
  return styles.asTitle(first.paragraph.element)
}

/** The paragraphs in which a value has several lines. */
function lineEdits(
  { placeholders }: Story,
  { fields }: DocumentTree,
  styles: StationeryStyles,
): Edit[] {
  const isLong = (name: string | undefined) =>
    FIELDS.some(field => field === name && fields[field].length > 1)
  const titles = new Set(
    placeholders.flatMap(({ name, paragraph }) => (name === 'subject' ? [paragraph] : [])),
  )
  const long = new Set(
    placeholders.flatMap(({ name, paragraph }) => (isLong(name) ? [paragraph] : [])),
  )
  return [...long]
    .filter(paragraph => !titles.has(paragraph))
    .flatMap(({ element }) => styles.unstretched(element))
}

const COMMENTS = 'application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml'

/** What there is to remark on a draft. Stationery with comments of its own is refused; its part may be there. */
function addComments(
  changed: PackageEdits,
  { main, relationships }: WordStationery,
  remarks: readonly string[],
  styles: StationeryStyles,
): void {
  const text = commentsXml(remarks, styles.idOf('CommentText'))
  const there = relationships(main).find(({ kind }) => kind === 'comments')
  if (there) return changed.set(there.target, text)
  changed.addPart('word/comments.xml', text, COMMENTS)
  changed.addRelationship(main, { kind: 'comments', target: '/word/comments.xml' })
}

/** A template becomes a document: Word would otherwise open a new one on it. */
function makeDocument(changed: PackageEdits): void {
  const types = changed.text(CONTENT_TYPES)
  changed.set(
    CONTENT_TYPES,
    types.replace('wordprocessingml.template.main+xml', 'wordprocessingml.document.main+xml'),
  )
}
