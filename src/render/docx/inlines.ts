import {
  BookmarkEnd,
  BookmarkStart,
  CommentRangeEnd,
  CommentRangeStart,
  CommentReference,
  ConcreteHyperlink,
  TextRun,
} from 'docx'
import type { ParagraphChild } from 'docx'
import type { Heading, Inline, Paragraph } from '../../document/tree.ts'
import type { Letter } from './place.ts'

type Format = { bold?: true; italics?: true; style?: 'Hyperlink' | 'Gap' }
type Run = TextRun | ConcreteHyperlink

const show: {
  [T in Inline['type']]: (
    node: Extract<Inline, { type: T }>,
    letter: Letter,
    format: Format,
  ) => Run[]
} = {
  text: ({ value }, _letter, format) => [new TextRun({ ...format, text: value })],
  break: (_node, _letter, format) => [new TextRun({ ...format, break: 1 })],
  strong: ({ children }, letter, format) => runs(children, letter, { ...format, bold: true }),
  emphasis: ({ children }, letter, format) => runs(children, letter, { ...format, italics: true }),
  gap: ({ children }, letter, format) => runs(children, letter, { ...format, style: 'Gap' }),
  link: ({ url, children }, letter, format) => {
    // Whoever is sent the file alone has nothing beside it.
    if (url.startsWith('./')) return runs(children, letter, format)
    return [linkTo(url, runs(children, letter, { style: 'Hyperlink', ...format }), letter)]
  },
}

function runs(nodes: Inline[], letter: Letter, format: Format): Run[] {
  return nodes.flatMap(node => showOne(node, letter, format))
}

function showOne<T extends Inline['type']>(
  node: Extract<Inline, { type: T }>,
  letter: Letter,
  format: Format,
): Run[] {
  return show[node.type](node, letter, format)
}

export const inlines = (nodes: Inline[], letter: Letter): ParagraphChild[] =>
  runs(nodes, letter, {})

/**
 * docx's own ExternalHyperlink draws its relationship's id by lot; the same letter must be the same
 * bytes, so the id is ours and `Letter` keeps the address for the list of relationships.
 */
function linkTo(url: string, children: Run[], letter: Letter): ConcreteHyperlink {
  const shown = children as ParagraphChild[]
  if (url.startsWith('#'))
    return new ConcreteHyperlink(shown, '', letter.anchors.name(url.slice(1)))
  return new ConcreteHyperlink(shown, letter.addAddress(escaped(url)))
}

/** Word takes a file for damaged that holds an address of other characters (RFC 3986, section 2). */
const escaped = (address: string): string =>
  address.replace(/[^\w\-.~:/?#[\]@!$&'()*+,;=%]|%(?![\da-f]{2})/giu, encodeURIComponent)

/** The words of a block, with what there is to remark on them as Word's comments (ISO/IEC 29500-1, 17.13.4). */
export function wordsOf(
  { children, remarks = [] }: { children: Inline[]; remarks?: string[] },
  letter: Letter,
): ParagraphChild[] {
  return remarked(inlines(children, letter), remarks, letter)
}

function remarked(
  words: ParagraphChild[],
  remarks: readonly string[],
  letter: Letter,
): ParagraphChild[] {
  return remarks.reduce((shown, remark) => {
    const id = letter.remarks.push(remark) - 1
    const mark = new TextRun({ style: 'CommentReference', children: [new CommentReference(id)] })
    return [new CommentRangeStart(id), ...shown, new CommentRangeEnd(id), mark]
  }, words)
}

/** The words of a block between the ends of its bookmark, where a link may lead to it. */
export function anchored(block: Heading | Paragraph, letter: Letter): ParagraphChild[] {
  const { id } = block
  const shown = wordsOf(block, letter)
  if (id === undefined) return shown
  const number = letter.anchors.set(id)
  return [
    new BookmarkStart(letter.anchors.name(id), number),
    ...shown,
    new BookmarkEnd(number),
  ] as ParagraphChild[]
}
