import { darkenForText } from '../colour.ts'
import type { Look } from '../../document/look.ts'
import type { Language, ParagraphRole } from '../../document/tree.ts'
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

/** Twips from the margin to the words of a quotation; points from its bar to its words. */
export const quotationIndent = { report: 284, quotation: 567 }
const bar = { width: 16, space: 12 } // eighths of a point; points

type Style = {
  id: string
  name: string
  basedOn?: string
  next?: string
  /** Children of w:pPr and w:rPr, in the order of the schema. */
  paragraph?: string
  run?: string
}

const spacing = (before: number, after: number, line?: number): string =>
  `<w:spacing w:before="${before * 20}" w:after="${after * 20}"` +
  (line === undefined ? '/>' : ` w:line="${line}" w:lineRule="auto"/>`)
const size = (points: number): string =>
  `<w:sz w:val="${points * 2}"/><w:szCs w:val="${points * 2}"/>`
const indent = (left: number, right = 0): string => `<w:ind w:left="${left}" w:right="${right}"/>`
const colour = (value: string): string => `<w:color w:val="${value}"/>`
const bold = '<w:b/><w:bCs/>'
const keepNext = '<w:keepNext/>'
const keepTogether = '<w:keepNext/><w:keepLines/>'
const quiet = '505A5F' // 7:1 on white
const hairline = 'B1B4B6'

/** Sizes and spaces are points; lines are 240ths of the font's own. */
function paragraphStyles(brand: string): Style[] {
  const heading = (level: number, points: number, before: number, ink: string): Style => ({
    id: `Heading${level}`,
    name: `heading ${level}`,
    next: 'BodyText',
    paragraph: `${keepTogether}${spacing(before, level < 3 ? 7 : 4, 259)}<w:outlineLvl w:val="${level - 1}"/>`,
    run: `${bold}${ink}${size(points)}`,
  })
  const leftBar = `<w:pBdr><w:left w:val="single" w:sz="${bar.width}" w:space="${bar.space}" w:color="${brand}"/></w:pBdr>`
  return [
    { id: 'BodyText', name: 'Body Text', paragraph: spacing(0, 7) },
    {
      id: 'Title',
      name: 'Title',
      next: 'BodyText',
      paragraph: `${keepTogether}${spacing(12, 8, 259)}`,
      run: `${bold}${colour(brand)}${size(17)}`,
    },
    heading(1, 16, 26, colour(brand)),
    heading(2, 14, 21, colour(brand)),
    heading(3, 12.5, 17, colour(brand)),
    heading(4, 12, 14, ''),
    heading(5, 12, 12, colour(quiet)),
    {
      id: 'Report',
      name: 'Report',
      basedOn: 'BodyText',
      paragraph: `${leftBar}${spacing(0, 9)}${indent(quotationIndent.report)}`,
    },
    { id: 'ReportList', name: 'Report List', basedOn: 'Report', paragraph: spacing(0, 4) },
    {
      id: 'Quotation',
      name: 'Quotation',
      basedOn: 'BodyText',
      paragraph: indent(quotationIndent.quotation, quotationIndent.quotation),
    },
    { id: 'QuotationList', name: 'Quotation List', basedOn: 'Quotation', paragraph: spacing(0, 4) },
    { id: 'ListBullet', name: 'List Bullet', basedOn: 'BodyText', paragraph: spacing(0, 4) },
    { id: 'ListNumber', name: 'List Number', basedOn: 'BodyText', paragraph: spacing(0, 4) },
    { id: 'ListContinue', name: 'List Continue', basedOn: 'BodyText', paragraph: spacing(0, 4) },
    { id: 'TableText', name: 'Table Text', paragraph: spacing(3, 3, 259), run: size(11) },
    {
      id: 'TableHeading',
      name: 'Table Heading',
      basedOn: 'TableText',
      paragraph: keepNext,
      run: bold,
    },
    { id: 'Picture', name: 'Picture', paragraph: spacing(0, 6, 240) },
    { id: 'Logo', name: 'Logo', paragraph: spacing(0, 0, 240) },
    {
      id: 'Wordmark',
      name: 'Wordmark',
      paragraph: spacing(0, 0, 264),
      run: `${bold}${colour(brand)}${size(13)}`,
    },
    {
      id: 'ContactDetails',
      name: 'Contact Details',
      paragraph: spacing(0, 0, 281),
      run: size(9.5),
    },
    {
      id: 'LetterheadEnd',
      name: 'Letterhead End',
      paragraph: '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>',
      run: size(1),
    },
    { id: 'DraftNotice', name: 'Draft Notice', paragraph: spacing(0, 14), run: bold },
    { id: 'Addressee', name: 'Addressee', paragraph: spacing(0, 10) },
    { id: 'Reference', name: 'Reference', paragraph: spacing(0, 10) },
    { id: 'Date', name: 'Date', next: 'Salutation', paragraph: spacing(0, 10) },
    { id: 'Salutation', name: 'Salutation', next: 'BodyText', paragraph: spacing(19, 8) },
    {
      id: 'InspectionQuestion',
      name: 'Inspection Question',
      next: 'BodyText',
      paragraph: `${keepNext}${spacing(0, 8)}`,
      run: `<w:i/><w:iCs/>${colour(quiet)}`,
    },
    {
      id: 'AnswerLabel',
      name: 'Answer Label',
      next: 'BodyText',
      paragraph: `${keepNext}${spacing(0, 3)}`,
      run: bold,
    },
    {
      id: 'ItemDetail',
      name: 'Item Detail',
      paragraph: spacing(0, 7),
      run: `${colour(quiet)}${size(11)}`,
    },
    { id: 'Closing', name: 'Closing', next: 'Signature', paragraph: spacing(14, 8) },
    { id: 'Signature', name: 'Signature', paragraph: spacing(0, 7) },
    { id: 'Copies', name: 'Copies', paragraph: spacing(20, 7) },
    {
      id: 'Header',
      name: 'header',
      paragraph: spacing(0, 0, 240),
      run: `${colour(quiet)}${size(9.5)}`,
    },
    {
      id: 'Footer',
      name: 'footer',
      paragraph: `${spacing(0, 0, 240)}<w:jc w:val="center"/>`,
      run: `${colour(quiet)}${size(9.5)}`,
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

/** The whole of word/styles.xml: nothing of the letter's looks stands anywhere else. */
export function stylesXml({ font, colour: brandColour }: Look, language: Language): string {
  const brand = darkenForText(brandColour).slice(1).toUpperCase()
  const family = escapeXml(font)
  const line = (edge: string, width: number, ink: string) =>
    `<w:${edge} w:val="single" w:sz="${width}" w:space="0" w:color="${ink}"/>`
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">' +
    '<w:docDefaults><w:rPrDefault><w:rPr>' +
    `<w:rFonts w:ascii="${family}" w:hAnsi="${family}" w:eastAsia="${family}" w:cs="${family}"/>` +
    `${size(12)}<w:lang w:val="${language}" w:eastAsia="${language}" w:bidi="ar-SA"/>` +
    '</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>' +
    '<w:widowControl/><w:spacing w:before="0" w:after="0" w:line="292" w:lineRule="auto"/>' +
    '</w:pPr></w:pPrDefault></w:docDefaults>' +
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>' +
    '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/><w:unhideWhenUsed/></w:style>' +
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>' +
    '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>' +
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/></w:style>' +
    paragraphStyles(brand).map(paragraphStyle).join('') +
    '<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/>' +
    `<w:rPr>${colour(brand)}<w:u w:val="single"/></w:rPr></w:style>` +
    '<w:style w:type="character" w:customStyle="1" w:styleId="Gap"><w:name w:val="Gap"/><w:basedOn w:val="DefaultParagraphFont"/><w:qFormat/>' +
    `<w:rPr>${bold}<w:shd w:val="clear" w:color="auto" w:fill="FFF2B3"/></w:rPr></w:style>` +
    '<w:style w:type="table" w:customStyle="1" w:styleId="LetterTable"><w:name w:val="Letter Table"/><w:basedOn w:val="TableNormal"/><w:qFormat/>' +
    `<w:tblPr><w:tblBorders>${line('bottom', 4, hairline)}${line('insideH', 4, hairline)}</w:tblBorders>` +
    '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="200" w:type="dxa"/></w:tblCellMar></w:tblPr>' +
    `<w:tblStylePr w:type="firstRow"><w:rPr>${bold}</w:rPr><w:tblPr/><w:tcPr><w:tcBorders>${line('bottom', 8, brand)}</w:tcBorders></w:tcPr></w:tblStylePr>` +
    '</w:style></w:styles>'
  )
}
