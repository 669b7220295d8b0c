import { darkenForText } from '../colour.ts'
import type { Look } from '../../document/look.ts'
import type { Language, ParagraphRole } from '../../document/tree.ts'
import { greys, sizes } from '../sizes.ts'
import type { Measures } from '../sizes.ts'
import { pointsToTwips } from '../units.ts'
import { escapeXml } from './xml.ts'

/** The ids of the paragraph styles, by what stands in them. */
export const roleStyles: Record<ParagraphRole, string> = {
  wordmark: 'Wordmark',
  contact: 'ContactDetails',
  draft: 'DraftNotice',
  addressee: 'Addressee',
  reference: 'Reference',
  date: 'Date',
  salutation: 'Salutation',
  question: 'InspectionQuestion',
  label: 'AnswerLabel',
  detail: 'ItemDetail',
  'sign-off': 'Closing',
  signatory: 'Signature',
  copies: 'Copies',
}

/** Twips from the margin to the words of a quotation. */
export const quotationIndent = {
  report: pointsToTwips(sizes.report.indent),
  quotation: pointsToTwips(sizes.quotation.indent),
}

type Style = {
  id: string
  name: string
  basedOn?: string
  next?: string
  /** Children of w:pPr and w:rPr, in the order of the schema. */
  paragraph?: string
  run?: string
}

/** Lines are at least as high as they are in the PDF, whatever the font's own height. */
const spacing = (before: number, after: number, line?: number): string =>
  `<w:spacing w:before="${pointsToTwips(before)}" w:after="${pointsToTwips(after)}"` +
  (line === undefined ? '/>' : ` w:line="${pointsToTwips(line)}" w:lineRule="atLeast"/>`)
/** A paragraph without words, one point high. */
const hair = (before: number, after: number): string =>
  spacing(before, after, 1).replace('atLeast', 'exact')
const size = (points: number): string =>
  `<w:sz w:val="${points * 2}"/><w:szCs w:val="${points * 2}"/>`
const indent = (left: number, right = 0): string => `<w:ind w:left="${left}" w:right="${right}"/>`
const colour = (value: string): string => `<w:color w:val="${hex(value)}"/>`
const hex = (value: string): string => value.slice(1).toUpperCase()
const bold = '<w:b/><w:bCs/>'
const italic = '<w:i/><w:iCs/>'
const keepNext = '<w:keepNext/>'
const keepTogether = '<w:keepNext/><w:keepLines/>'
const centred = '<w:jc w:val="center"/>'

/** What a style says of its paragraph and of its letters, by its measures. */
function measured(
  { size: points, line, before, after, weight, slope, ink }: Measures,
  office: string,
): { paragraph: string; run: string } {
  const inks = { office, quiet: greys.quiet }
  return {
    paragraph: spacing(before, after, line),
    run: [
      weight === undefined ? '' : bold,
      slope === undefined ? '' : italic,
      ink === undefined ? '' : colour(inks[ink]),
      points === sizes.paragraph.size ? '' : size(points),
    ].join(''),
  }
}

function paragraphStyles(office: string, brand: string): Style[] {
  const style = (name: string, measures: Measures, more: Partial<Style> = {}): Style => {
    const { paragraph, run } = measured(measures, office)
    const id = more.id ?? name.replace(/ /g, '')
    return { id, name, ...more, paragraph: (more.paragraph ?? '') + paragraph, run }
  }
  const role = (of: ParagraphRole, name: string, more: Partial<Style> = {}): Style =>
    style(name, sizes.roles[of], { id: roleStyles[of], ...more })
  const based = (name: string, basedOn: string, paragraph?: string): Style => ({
    ...{ id: name.replace(/ /g, ''), name, basedOn },
    ...(paragraph !== undefined && { paragraph }),
  })
  const { table, list, running } = sizes
  const bar = `w:val="single" w:sz="${sizes.report.bar * 8}" w:space="${sizes.report.indent - sizes.report.bar}"`
  const leftBar = `<w:pBdr><w:left ${bar} w:color="${hex(office)}"/></w:pBdr>`
  const rule = `<w:pBdr><w:top w:val="single" w:sz="8" w:space="0" w:color="${hex(brand)}"/></w:pBdr>`
  const inList = spacing(0, list.after)
  const cell: Measures = { ...table, before: table.cell, after: table.cell }
  const picture: Measures = { ...sizes.paragraph, line: sizes.paragraph.size }
  const outside: Measures = { ...running, before: 0, after: 0, ink: 'quiet' }
  const opens = { next: 'BodyText', paragraph: keepTogether }
  const headings = sizes.headings.map((measures, index) => {
    const level = style(`heading ${index + 1}`, measures, { ...opens, id: `Heading${index + 1}` })
    return { ...level, paragraph: `${level.paragraph}<w:outlineLvl w:val="${index}"/>` }
  })
  return [
    style('Body Text', sizes.paragraph),
    style('Title', sizes.title, opens),
    ...headings,
    based(
      'Report',
      'BodyText',
      leftBar + spacing(0, sizes.report.after) + indent(quotationIndent.report),
    ),
    {
      ...based('Report Headline', 'Report', keepTogether + spacing(0, sizes.report.headline)),
      run: bold,
    },
    based('Report List', 'Report', inList),
    based(
      'Quotation',
      'BodyText',
      spacing(0, sizes.quotation.after) +
        indent(quotationIndent.quotation, quotationIndent.quotation),
    ),
    based('Quotation List', 'Quotation', inList),
    based('List Bullet', 'BodyText', inList),
    based('List Number', 'BodyText', inList),
    based('List Continue', 'BodyText', inList),
    style('Table Text', cell),
    { ...based('Table Heading', 'TableText', keepNext), run: bold },
    { ...based('Small Table Text', 'TableText'), run: size(table.small) },
    { ...based('Small Table Heading', 'TableHeading'), run: size(table.small) },
    style('Picture', picture),
    style('Logo', { ...picture, after: 0 }),
    role('wordmark', 'Wordmark'),
    role('contact', 'Contact Details'),
    {
      ...based('Letterhead End', 'Normal'),
      paragraph: hair(0, 0),
      run: size(1),
    },
    {
      ...based('Letterhead Rule', 'Normal'),
      paragraph: rule + hair(sizes.letterhead.above, sizes.letterhead.below),
      run: size(1),
    },
    role('draft', 'Draft Notice'),
    role('addressee', 'Addressee'),
    role('reference', 'Reference'),
    role('date', 'Date', { next: 'Salutation' }),
    role('salutation', 'Salutation', { next: 'BodyText' }),
    role('question', 'Inspection Question', { next: 'BodyText', paragraph: keepNext }),
    role('label', 'Answer Label', { next: 'BodyText', paragraph: keepNext }),
    role('detail', 'Item Detail'),
    role('sign-off', 'Closing', { next: 'Signature' }),
    role('signatory', 'Signature'),
    role('copies', 'Copies'),
    style('header', outside, { id: 'Header' }),
    {
      ...style('footer', outside, { id: 'Footer' }),
      paragraph: spacing(0, 0, running.line) + centred,
    },
  ]
}

const paragraphStyle = ({ id, name, basedOn = 'Normal', next, paragraph, run }: Style): string =>
  `<w:style w:type="paragraph"${isBuiltIn(name) ? '' : ' w:customStyle="1"'} w:styleId="${id}">` +
  `<w:name w:val="${name}"/><w:basedOn w:val="${basedOn}"/>` +
  (next === undefined ? '' : `<w:next w:val="${next}"/>`) +
  '<w:qFormat/>' +
  (paragraph === undefined ? '' : `<w:pPr>${paragraph}</w:pPr>`) +
  (run ? `<w:rPr>${run}</w:rPr>` : '') +
  '</w:style>'

const builtIn = [
  'Body Text',
  'Title',
  'Date',
  'Salutation',
  'Closing',
  'Signature',
  'header',
  'footer',
]
const isBuiltIn = (name: string): boolean =>
  builtIn.includes(name) || /^(heading \d|List (Bullet|Number|Continue))$/.test(name)

/** What Word calls the styles of its comments. */
const COMMENT_STYLES =
  '<w:style w:type="paragraph" w:styleId="CommentText"><w:name w:val="annotation text"/><w:basedOn w:val="Normal"/>' +
  `<w:pPr>${spacing(0, 0)}</w:pPr><w:rPr>${size(10)}</w:rPr></w:style>` +
  '<w:style w:type="character" w:styleId="CommentReference"><w:name w:val="annotation reference"/>' +
  `<w:basedOn w:val="DefaultParagraphFont"/><w:rPr>${size(8)}</w:rPr></w:style>`

/** The whole of word/styles.xml: nothing of the letter's looks stands anywhere else. */
export function stylesXml(
  { font, colour: brandColour }: Look,
  language: Language,
  hasComments = false,
): string {
  const office = darkenForText(brandColour)
  const family = escapeXml(font)
  const line = (edge: string, width: number, ink: string) =>
    `<w:${edge} w:val="single" w:sz="${width}" w:space="0" w:color="${hex(ink)}"/>`
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
    '<w:docDefaults><w:rPrDefault><w:rPr>' +
    `<w:rFonts w:ascii="${family}" w:hAnsi="${family}" w:eastAsia="${family}" w:cs="${family}"/>` +
    `${colour(greys.text)}${size(sizes.paragraph.size)}<w:lang w:val="${language}" w:eastAsia="${language}" w:bidi="ar-SA"/>` +
    '</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>' +
    `<w:widowControl/>${spacing(0, 0, sizes.paragraph.line)}` +
    '</w:pPr></w:pPrDefault></w:docDefaults>' +
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>' +
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>' +
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>' +
    '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>' +
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>' +
    paragraphStyles(office, brandColour).map(paragraphStyle).join('') +
    '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/>' +
    `<w:rPr>${colour(office)}<w:u w:val="single"/></w:rPr></w:style>` +
    '<w:style w:type="character" w:customStyle="1" w:styleId="Gap"><w:name w:val="Gap"/><w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/>' +
    `<w:rPr>${bold}<w:shd w:val="clear" w:color="auto" w:fill="${hex(greys.gap)}"/></w:rPr></w:style>` +
    '<w:style w:type="table" w:customStyle="1" w:styleId="LetterTable"><w:name w:val="Letter Table"/><w:basedOn w:val="TableNormal"/><w:qFormat/>' +
    `<w:tblPr><w:tblBorders>${line('bottom', 4, greys.hairline)}${line('insideH', 4, greys.hairline)}</w:tblBorders>` +
    `<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="${pointsToTwips(sizes.table.beside)}" w:type="dxa"/></w:tblCellMar></w:tblPr>` +
    `<w:tblStylePr w:type="firstRow"><w:rPr>${bold}</w:rPr><w:tblPr/><w:tcPr><w:tcBorders>${line('bottom', 8, office)}</w:tcBorders></w:tcPr></w:tblStylePr>` +
    '</w:style>' +
    (hasComments ? COMMENT_STYLES : '') +
    '</w:styles>'
  )
}
