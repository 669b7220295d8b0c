import { darkenForText } from '../colour.ts'
import type { Look } from '../../document/look.ts'
import type { Language, ParagraphRole } from '../../document/tree.ts'
import { greys, sizes } from '../sizes.ts'
import type { Measures } from '../sizes.ts'
import { pointsToTwips } from '../units.ts'
import { escapeMarkup } from '../../document/escape-markup.ts'

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

export type Style = {
  id: string
  name: string
  type?: 'paragraph' | 'character' | 'table'
  basedOn?: string
  next?: string
  /** Children of w:pPr and w:rPr, in the order of the schema. */
  paragraph?: string
  run?: string
  /** Of a table: its other properties, in the order of the schema. */
  table?: string
}

/**
 * How our measures are written: as they are, or beside an office's own type on its stationery, scaled to
 * it and with the height of lines that is its own.
 */
export type Fit = { scale: number; hasLines: boolean }
const ours: Fit = { scale: 1, hasLines: true }

const spacing = (before: number, after: number, line?: number): string =>
  `<w:spacing w:before="${pointsToTwips(before)}" w:after="${pointsToTwips(after)}"` +
  (line === undefined ? '/>' : ` w:line="${pointsToTwips(line)}" w:lineRule="atLeast"/>`)
/** A paragraph without words, one point high. */
const hair = (before: number, after: number): string =>
  spacing(before, after, 1).replace('atLeast', 'exact')
const size = (points: number): string => {
  const halves = Math.round(points * 2)
  return `<w:sz w:val="${halves}"/><w:szCs w:val="${halves}"/>`
}
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
  { scale, hasLines }: Fit,
): { paragraph: string; run: string } {
  const inks = { office, quiet: greys.quiet }
  return {
    // Lines are at least as high as they are in the PDF, whatever the font's own height.
    paragraph: spacing(before * scale, after * scale, hasLines ? line : undefined),
    run: [
      weight === undefined ? '' : bold,
      slope === undefined ? '' : italic,
      ink === undefined ? '' : colour(inks[ink]),
      points === sizes.paragraph.size ? '' : size(points * scale),
    ].join(''),
  }
}

function paragraphStyles(office: string, brand: string, fit: Fit): Style[] {
  const { scale } = fit
  const style = (name: string, measures: Measures, more: Partial<Style> = {}): Style => {
    const { paragraph, run } = measured(measures, office, fit)
    const id = more.id ?? name.replace(/ /g, '')
    // Of what has lines of its own none is stretched, where an office's prose is justified.
    const aligned = fit.hasLines || name === 'Body Text' ? '' : '<w:jc w:val="left"/>'
    return { id, name, ...more, paragraph: (more.paragraph ?? '') + paragraph + aligned, run }
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
  const inList = spacing(0, list.after * scale)
  const cell: Measures = { ...table, before: table.cell, after: table.cell }
  const picture: Measures = { ...sizes.paragraph, line: sizes.paragraph.size }
  const outside: Measures = { ...running, before: 0, after: 0, ink: 'quiet' }
  const opens = { next: 'BodyText', paragraph: keepTogether }
  // An office's lines of one exact height would cut a picture off.
  const unclipped = (shown: Style): Style =>
    fit.hasLines
      ? shown
      : {
          ...shown,
          paragraph: shown.paragraph!.replace('/>', ' w:line="240" w:lineRule="auto"/>'),
        }
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
      leftBar + spacing(0, sizes.report.after * scale) + indent(quotationIndent.report),
    ),
    {
      ...based(
        'Report Headline',
        'Report',
        keepTogether + spacing(0, sizes.report.headline * scale),
      ),
      run: bold,
    },
    based('Report List', 'Report', inList),
    based(
      'Quotation',
      'BodyText',
      spacing(0, sizes.quotation.after * scale) +
        indent(quotationIndent.quotation, quotationIndent.quotation),
    ),
    based('Quotation List', 'Quotation', inList),
    based('List Bullet', 'BodyText', inList),
    based('List Number', 'BodyText', inList),
    based('List Continue', 'BodyText', inList),
    style('Table Text', cell),
    { ...based('Table Heading', 'TableText', keepNext), run: bold },
    { ...based('Small Table Text', 'TableText'), run: size(table.small * scale) },
    { ...based('Small Table Heading', 'TableHeading'), run: size(table.small * scale) },
    unclipped(style('Picture', picture)),
    style('Logo', { ...picture, after: 0 }),
    role('wordmark', 'Wordmark'),
    // On stationery words follow it, and in a letterhead nothing does.
    style(
      'Contact Details',
      { ...sizes.roles.contact, after: fit.hasLines ? 0 : sizes.roles.addressee.after },
      { id: roleStyles.contact },
    ),
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

/** Based on nothing where `basedOn` is empty. */
export const styleXml = (style: Style): string => {
  const { id, name, type = 'paragraph', basedOn = 'Normal', next, paragraph, run, table } = style
  return (
    `<w:style w:type="${type}"${isBuiltIn(name) ? '' : ' w:customStyle="1"'} w:styleId="${id}">` +
    `<w:name w:val="${name}"/>` +
    (basedOn === '' ? '' : `<w:basedOn w:val="${basedOn}"/>`) +
    (next === undefined ? '' : `<w:next w:val="${next}"/>`) +
    '<w:qFormat/>' +
    (paragraph === undefined ? '' : `<w:pPr>${paragraph}</w:pPr>`) +
    (run ? `<w:rPr>${run}</w:rPr>` : '') +
    (table ?? '') +
    '</w:style>'
  )
}

const builtIn = [
  'Body Text',
  'Title',
  'Date',
  'Salutation',
  'Closing',
  'Signature',
  'header',
  'footer',
  'Hyperlink',
  'annotation text',
  'annotation reference',
]
const isBuiltIn = (name: string): boolean =>
  builtIn.includes(name) || /^(heading \d|List (Bullet|Number|Continue))$/.test(name)

/** What Word calls the styles of its comments; only a draft that has some has them. */
const commentStyles: Style[] = [
  { id: 'CommentText', name: 'annotation text', paragraph: spacing(0, 0), run: size(10) },
  {
    ...{ id: 'CommentReference', name: 'annotation reference', type: 'character' },
    ...{ basedOn: 'DefaultParagraphFont', run: size(8) },
  },
]

/** Every style of a letter but the defaults. */
export function letterStyles(brand: string, fit: Fit, hasComments = true): Style[] {
  const office = darkenForText(brand)
  const line = (edge: string, width: number, ink: string) =>
    `<w:${edge} w:val="single" w:sz="${width}" w:space="0" w:color="${hex(ink)}"/>`
  const character = { type: 'character', basedOn: 'DefaultParagraphFont' } as const
  return [
    ...paragraphStyles(office, brand, fit),
    {
      ...{ id: 'Hyperlink', name: 'Hyperlink', ...character },
      run: `${colour(office)}<w:u w:val="single"/>`,
    },
    {
      ...{ id: 'Gap', name: 'Gap', ...character },
      run: `${bold}<w:shd w:val="clear" w:color="auto" w:fill="${hex(greys.gap)}"/>`,
    },
    {
      ...{ id: 'LetterTable', name: 'Letter Table', type: 'table', basedOn: 'TableNormal' },
      table:
        `<w:tblPr><w:tblBorders>${line('bottom', 4, greys.hairline)}${line('insideH', 4, greys.hairline)}</w:tblBorders>` +
        `<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="${pointsToTwips(sizes.table.beside)}" w:type="dxa"/></w:tblCellMar></w:tblPr>` +
        `<w:tblStylePr w:type="firstRow"><w:rPr>${bold}</w:rPr><w:tblPr/><w:tcPr><w:tcBorders>${line('bottom', 8, office)}</w:tcBorders></w:tcPr></w:tblStylePr>`,
    },
    ...(hasComments ? commentStyles : []),
  ]
}

/** The whole of word/styles.xml: nothing of the letter's looks stands anywhere else. */
export function stylesXml(
  { font, colour: brandColour }: Look,
  language: Language,
  hasComments = false,
): string {
  const family = escapeMarkup(font)
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
    letterStyles(brandColour, ours, hasComments).map(styleXml).join('') +
    '</w:styles>'
  )
}
