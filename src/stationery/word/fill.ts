import { escapeMarkup } from '../../document/escape-markup.ts'
import type { Field } from '../../document/tree.ts'
import { hasWords } from './paragraphs.ts'
import type { Paragraph, Piece } from './paragraphs.ts'
import type { Placeholder } from './placeholders.ts'
import type { Story } from './read-word.ts'
import { ancestorsOf, childOf, hasElement } from '../../office-file/xml.ts'
import type { Edit, XmlElement } from '../../office-file/xml.ts'

/** A line each; none for what a letter has not. */
export type Values = Record<Field, string[]>

/** The characters of a paragraph from `start` to `end` become these lines. */
type Change = { start: number; end: number; lines: string[] }

/**
 * What is asked for by name becomes its value, in the format of its first character. The value is data:
 * it is escaped, and never looked through for names.
 */
export function fillStory(story: Story, values: Values): Edit[] {
  const byParagraph = new Map<Paragraph, Placeholder[]>()
  for (const placeholder of story.placeholders) {
    if (placeholder.name === undefined || placeholder.name === 'body') continue
    const { paragraph } = placeholder
    byParagraph.set(paragraph, [...(byParagraph.get(paragraph) ?? []), placeholder])
  }
  const edits: Edit[] = []
  const controls = new Set<XmlElement>()
  for (const [paragraph, placeholders] of byParagraph) {
    edits.push(...fillParagraph(paragraph, placeholders, values))
    for (const control of controlsAround(paragraph, placeholders)) controls.add(control)
  }
  for (const control of controls) edits.push(...release(control))
  return edits
}

const valueOfPlaceholder = ({ name }: Placeholder, values: Values): string[] =>
  name === undefined || name === 'body' ? [] : values[name]

function fillParagraph(paragraph: Paragraph, placeholders: Placeholder[], values: Values): Edit[] {
  const changes: Change[] = []
  for (const placeholder of placeholders) {
    const { start, end } = placeholder
    const lines = valueOfPlaceholder(placeholder, values)
    if (lines.length > 0) changes.push({ start, end, lines })
    else add(changes, lineWithout(paragraph, placeholder, placeholders, values))
  }
  const isFilled = changes.some(({ lines }) => lines.length > 0)
  if (!isFilled && !hasWords(without(paragraph.text, changes)) && isRemovable(paragraph.element)) {
    const { start, end } = paragraph.element
    return [{ start, end, text: '' }]
  }
  return paragraph.pieces.flatMap(piece => changePiece(piece, changes))
}

function add(changes: Change[], change: Change): void {
  const before = changes.at(-1)
  if (before && before.end > change.start && before.lines.length === 0)
    before.end = Math.max(before.end, change.end)
  else changes.push(change)
}

const without = (text: string, changes: Change[]): string =>
  changes.reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), text)

/** "Your ref:", and nothing more than that. */
const label = /^\s*(\S+\s+){0,4}\S*[:.]\s*$/

/** Nothing; and where a label is all else that its line holds, the line with its label. */
function lineWithout(
  { text }: Paragraph,
  { start, end }: Placeholder,
  placeholders: Placeholder[],
  values: Values,
): Change {
  const from =
    Math.max(...['\n', '\t', '\ufffc'].map(edge => text.lastIndexOf(edge, start - 1))) + 1
  const to = start + text.slice(start).search(/[\n\t\ufffc]|$/)
  const others = placeholders.filter(other => other.start >= from && other.end <= to)
  const rest = without(
    text.slice(from, to),
    others.map(other => ({ start: other.start - from, end: other.end - from, lines: [] })),
  )
  const isBare = others.every(other => valueOfPlaceholder(other, values).length === 0)
  if (
    !isBare ||
    !(rest.trim() === '' || (label.test(rest) && text.slice(from, start).trim() !== ''))
  )
    return { start, end, lines: [] }
  if (text[from - 1] === '\n') return { start: from - 1, end: to, lines: [] }
  return { start: from, end: text[to] === '\n' && from === 0 ? to + 1 : to, lines: [] }
}

/** Its container keeps a last paragraph, and what begins or ends in it stays (ISO/IEC 29500-1, 17.4.65). */
function isRemovable(paragraph: XmlElement): boolean {
  const { parent } = paragraph
  const after = parent?.children.slice(parent.children.indexOf(paragraph) + 1) ?? []
  const isFollowed = parent?.name === 'w:body' || after.some(({ name }) => name === 'w:p')
  const kept = ['w:sectPr', 'w:bookmarkStart', 'w:bookmarkEnd', 'w:fldChar', 'w:drawing', 'w:pict']
  return isFollowed && !hasElement(paragraph, ...kept)
}

function changePiece({ element, text, start }: Piece, changes: Change[]): Edit[] {
  const end = start + text.length
  const touching = changes.filter(change => change.start < end && change.end > start)
  if (touching.length === 0) return []
  const lines = ['']
  const append = (words: string) => void (lines[lines.length - 1] += words)
  let at = start
  for (const change of touching) {
    append(text.slice(at - start, Math.max(at, change.start) - start))
    if (change.start >= start)
      change.lines.forEach((line, index) => (index === 0 ? append(line) : lines.push(line)))
    at = Math.min(end, change.end)
  }
  append(text.slice(at - start))
  const place = { start: element.start, end: element.end }
  if (element.name !== 'w:t') return [{ ...place, text: '' }]
  const shown = lines.map(line =>
    line === '' ? '' : `<w:t xml:space="preserve">${escapeMarkup(line)}</w:t>`,
  )
  return [{ ...place, text: shown.join('<w:br/>') }]
}

function controlsAround({ pieces }: Paragraph, placeholders: Placeholder[]): XmlElement[] {
  return pieces
    .filter(({ start, text }) =>
      placeholders.some(
        placeholder => placeholder.start < start + text.length && placeholder.end > start,
      ),
    )
    .flatMap(({ element }) => [...ancestorsOf(element)].filter(({ name }) => name === 'w:sdt'))
}

/** Word fills a control that is bound to data again when it opens the letter, and drops a prompt. */
function release(control: XmlElement): Edit[] {
  const bound = ['w:dataBinding', 'w15:dataBinding', 'w:showingPlcHdr']
  return (childOf(control, 'w:sdtPr')?.children ?? [])
    .filter(({ name }) => bound.includes(name))
    .map(({ start, end }) => ({ start, end, text: '' }))
}
