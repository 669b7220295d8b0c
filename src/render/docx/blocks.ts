import { Paragraph } from 'docx'
import type { FileChild, IParagraphOptions } from 'docx'
import type { Block, ListItem, ParagraphRole } from '../../document/tree.ts'
import { headlineOf, needsCompany, staysWhole } from '../keep.ts'
import { sizes } from '../sizes.ts'
import { letterhead } from './letterhead.ts'
import { listIndent } from './lists.ts'
import { anchored, wordsOf } from './inlines.ts'
import { picture } from './picture.ts'
import type { Place } from './place.ts'
import { quotationIndent, roleStyles } from './styles.ts'
import { table } from './table.ts'
import { pointsToTwips } from '../units.ts'

const show: {
  [T in Block['type']]: (node: Extract<Block, { type: T }>, place: Place) => FileChild[]
} = {
  title: (node, { letter }) => [new Paragraph({ style: 'Title', children: wordsOf(node, letter) })],
  heading: (node, { letter }) => [
    new Paragraph({
      style: `Heading${node.depth}`,
      // The space above a heading is for the words above it.
      ...(node.newPage && { pageBreakBefore: true, spacing: { before: 0 } }),
      children: anchored(node, letter),
    }),
  ],
  paragraph: (node, place) => {
    const { role, keepWithNext, remarks } = node
    const headline = place.quotation === 'report' && place.list === undefined && headlineOf(node)
    if (keepWithNext && headline)
      return [
        new Paragraph({
          style: 'ReportHeadline',
          children: wordsOf({ ...headline, ...(remarks && { remarks }) }, place.letter),
        }),
      ]
    return [
      new Paragraph({
        ...(role === undefined ? proseStyle(place) : roleStyle(role, place)),
        ...(keepWithNext && { keepNext: true }),
        children: anchored(node, place.letter),
      }),
    ]
  },
  list: (node, place) => {
    const { ordered, start, children } = node
    const { letter, quotation } = place
    const level = place.list === undefined ? 0 : place.list.level + 1
    const style = quotation ? listStyles[quotation] : ordered ? 'ListNumber' : 'ListBullet'
    const numbering = letter.lists.begin({ quotation, ordered, start, level })
    const shown = children.flatMap(child =>
      listItem(child, { ...place, list: { level, style } }, { style, numbering }),
    )
    if (staysWhole(node)) shown.slice(0, -1).forEach((_, index) => change(shown, index, held))
    if (place.list === undefined)
      change(shown, -1, { spacing: { after: pointsToTwips(sizes.paragraph.after) } })
    return shown
  },
  blockquote: (node, place) => {
    const { voice, keepWithNext, children } = node
    const quotation = voice ?? place.quotation ?? 'quotation'
    const inset = place.list === undefined ? 0 : listIndent(place.quotation, place.list.level)
    const shown = blocks(children, { letter: place.letter, quotation, inset })
    if (staysWhole(node))
      shown.forEach((_, index) =>
        change(shown, index, index < shown.length - 1 ? held : heldTogether),
      )
    if (keepWithNext) change(shown, -1, { keepNext: true })
    return shown
  },
  table: (node, place) => [table(node, place)],
  image: (node, { letter }) => [
    new Paragraph({ style: 'Picture', children: [picture(node, letter)] }),
  ],
  letterhead: (node, { letter }) => letterhead(node, letter),
  closing: ({ children }, place) => {
    const shown = blocks(children, place)
    shown.forEach((_, index) =>
      change(shown, index, index < shown.length - 1 ? held : heldTogether),
    )
    return shown
  },
}

const listStyles = { report: 'ReportList', quotation: 'QuotationList' }

const heldTogether: IParagraphOptions = { keepLines: true }
const held: IParagraphOptions = { ...heldTogether, keepNext: true }

/** The children in their order, with what depends on a neighbour: see each step. */
export function blocks(children: Block[], place: Place): FileChild[] {
  const shown: FileChild[] = []
  children.forEach((child, index) => {
    const before = children[index - 1]
    const next = children[index + 1]
    const made = showOne(child, place)
    // The sign-off never has a page of its own, nor have the copies.
    if (needsCompany(child)) change(shown, -1, { keepNext: true })
    if (before?.type === 'closing' && roleOf(child) === 'copies') {
      change(shown, -1, { keepNext: true })
      change(made, 0, heldTogether)
    }
    if (child.type === 'heading' && before?.type === 'heading')
      change(made, 0, {
        spacing: { before: pointsToTwips(sizes.headings[child.depth - 1]!.close) },
      })
    // Without a picture of the signature there is room to sign.
    if (roleOf(child) === 'sign-off' && roleOf(next) === 'signatory')
      change(made, 0, { spacing: { after: pointsToTwips(sizes.pen) } })
    // Word puts no space below a table, and draws two that meet as one.
    if (before?.type === 'table' && child.type === 'table')
      shown.push(new Paragraph({ style: 'TableText' }))
    else if (before?.type === 'table' && child.type !== 'heading')
      change(made, 0, { spacing: { before: pointsToTwips(sizes.table.after) } })
    shown.push(...made)
  })
  // Word ends a text, or a cell, with a paragraph.
  if (children.at(-1)?.type === 'table') shown.push(new Paragraph({ style: 'TableText' }))
  return shown
}

const roleOf = (block: Block | undefined) => (block?.type === 'paragraph' ? block.role : undefined)

function showOne<T extends Block['type']>(
  node: Extract<Block, { type: T }>,
  place: Place,
): FileChild[] {
  return show[node.type](node, place)
}

function listItem(
  { children }: ListItem,
  place: Place & { list: { level: number; style: string } },
  mark: Pick<IParagraphOptions, 'style' | 'numbering'>,
): FileChild[] {
  const [first, ...rest] = children
  // A mark stands before words; in an item that opens with a list or a table, before none.
  if (first?.type !== 'paragraph')
    return [new Paragraph({ ...mark, keepNext: true }), ...blocks(children, place)]
  const marked = new Paragraph({
    ...mark,
    ...(first.keepWithNext && { keepNext: true }),
    children: wordsOf(first, place.letter),
  })
  return [marked, ...blocks(rest, place)]
}

const roleStyle = (role: ParagraphRole, { quotation, list }: Place): IParagraphOptions => ({
  style: roleStyles[role],
  ...(list !== undefined && { indent: { left: listIndent(quotation, list.level) } }),
})

/** The style of words that have no role, by where they stand. */
function proseStyle({ quotation, list, letter, inset = 0 }: Place): IParagraphOptions {
  if (list !== undefined && quotation === 'report')
    return { style: list.style, numbering: letter.lists.beginUnmarked(quotation, list.level) }
  if (list !== undefined)
    return {
      style: quotation === undefined ? 'ListContinue' : list.style,
      indent: { left: listIndent(quotation, list.level) },
    }
  if (quotation !== undefined)
    return {
      style: quotation === 'report' ? 'Report' : 'Quotation',
      ...(inset > 0 && { indent: { left: inset + quotationIndent[quotation] } }),
    }
  return { style: 'BodyText' }
}

/** Changes the paragraph at that place, counted from the end where negative, if it is one. */
export function change(blocks: FileChild[], at: number, options: IParagraphOptions): void {
  const block = blocks.at(at)
  if (!(block instanceof Paragraph)) return
  const spacing = { ...block.options.spacing, ...options.spacing }
  blocks.splice(at, 1, block.with({ ...options, ...(options.spacing && { spacing }) }))
}
