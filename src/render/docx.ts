import { Document, SectionType } from 'docx'
import type { ISectionOptions } from 'docx'
import type { Look } from '../document/look.ts'
import type { Block, DocumentTree } from '../document/tree.ts'
import { keepLeads } from './keep.ts'
import type { Renderer } from './renderer.ts'
import { blocks } from './docx/blocks.ts'
import { commentsXml } from './docx/comments.ts'
import { letterheadRule, letterheadSection } from './docx/letterhead.ts'
import { corePropertiesXml, nameWatermarks, partsOf, withLanguage, zip } from './docx/package.ts'
import { Letter } from './docx/place.ts'
import { runningMatter } from './docx/running-matter.ts'
import { stylesXml } from './docx/styles.ts'
import { page, twips } from './units.ts'

const hyperlink = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink'

export const renderDocx: Renderer = async (tree, look) => {
  const { docx } = look.stationery
  if (docx === undefined) return Promise.resolve().then(() => draw(tree, look))
  const { drawOnStationery } = await import('./docx/stationery/draw.ts')
  return drawOnStationery(tree, look, docx)
}

function draw(tree: DocumentTree, look: Look): Uint8Array {
  const letter = new Letter(look)
  const sections = sectionsOf(tree, letter)
  const [missing] = letter.anchors.missing
  if (missing !== undefined)
    throw new Error(`Missing heading with the id ${missing}, expected by a link`)

  const hasComments = letter.remarks.length > 0
  const document = new Document({
    numbering: { config: letter.lists.definitions },
    ...(hasComments && { comments: { children: letter.remarks.map(asComment) } }),
    sections,
  })
  for (const { id, address } of letter.addresses)
    document.Document.Relationships.addRelationship(id, hyperlink, address, 'External')

  const parts = partsOf(document)
  nameWatermarks(parts)
  if (hasComments) parts.set('word/comments.xml', commentsXml(letter.remarks, 'CommentText'))
  parts.set('word/styles.xml', stylesXml(look, tree.language, hasComments))
  parts.set('word/settings.xml', withLanguage(parts.get('word/settings.xml'), tree.language))
  parts.set('docProps/core.xml', corePropertiesXml(tree))
  return zip(parts)
}

/** Names the part, which is then written without the clock's time. */
const asComment = (_remark: string, id: number) => ({ id, children: [] })

/** A letterhead is a section of its own, for its columns; all are one run of pages. */
function sectionsOf(tree: DocumentTree, letter: Letter): ISectionOptions[] {
  const { look } = letter
  const groups: Block[][] = []
  for (const block of keepLeads(tree.children)) {
    const group = groups.at(-1)
    if (group === undefined || block.type === 'letterhead' || group[0]?.type === 'letterhead')
      groups.push([block])
    else group.push(block)
  }
  return groups.map((group, index) => {
    const [first] = group
    const children = blocks(group, { letter })
    if (groups[index - 1]?.[0]?.type === 'letterhead') children.unshift(letterheadRule())
    return {
      properties: {
        page: pageOf(look),
        titlePage: true,
        ...(index > 0 && { type: SectionType.CONTINUOUS }),
        ...(first?.type === 'letterhead' && letterheadSection(first, letter)),
      },
      // A section without headers goes on with those of the one before it.
      ...(index === 0 && runningMatter(tree, letter)),
      children,
    }
  })
}

function pageOf({ margins: { top, bottom, left, right } }: Look) {
  return {
    size: { width: twips(page.width), height: twips(page.height) },
    margin: {
      top: twips(top),
      bottom: twips(bottom),
      left: twips(left),
      right: twips(right),
      header: twips(Math.min(12, top / 2)),
      footer: twips(Math.min(12, bottom / 2)),
    },
  }
}
