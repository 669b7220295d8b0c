import { strToU8, zipSync } from 'fflate'

const W = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const NAMESPACES = `xmlns:w="${W}" xmlns:r="${R}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"`

type Running = { kind: 'header' | 'footer'; type: 'default' | 'first' | 'even'; words: string }
export type WordFile = {
  /** Blocks of the page, as XML. */
  body?: string
  running?: Running[]
  /** Of the last section, before its size. */
  section?: string
  styles?: string
  settings?: string
  numbering?: string
  relationships?: string
  types?: string
  /** Parts besides, or in place of those made here. */
  parts?: Record<string, string | Uint8Array>
}

export const p = (words: string, properties = ''): string =>
  `<w:p>${properties === '' ? '' : `<w:pPr>${properties}</w:pPr>`}${r(words)}</w:p>`
export const r = (words: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${words}</w:t></w:r>`
export const BODY = p('{{body}}')
export const A4 =
  '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1134" w:bottom="1440" w:left="1134" w:header="708" w:footer="708" w:gutter="0"/>'
export const part = (root: string, inner: string): string =>
  `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:${root} ${NAMESPACES}>${inner}</w:${root}>`
export const style = (id: string, name: string, inner = '', kind = 'paragraph'): string =>
  `<w:style w:type="${kind}" w:styleId="${id}"><w:name w:val="${name}"/>${inner}</w:style>`

/** As few styles as Word saves. */
export const STYLES =
  '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial"/><w:sz w:val="22"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>' +
  '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>' +
  '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/></w:style>' +
  '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/></w:tblPr></w:style>'

export function partsOfWord(file: WordFile = {}): Record<string, string | Uint8Array> {
  const {
    body = BODY,
    running = [],
    section = '',
    styles = STYLES,
    settings = '',
    numbering,
  } = file
  const link = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${R}/${kind}" Target="${target}"/>`
  const type = (path: string, kind: string) =>
    `<Override PartName="/word/${path}.xml" ContentType="${TYPE}.${kind}+xml"/>`
  const references = running.map(
    ({ kind, type }, at) => `<w:${kind}Reference w:type="${type}" r:id="rId${10 + at}"/>`,
  )
  return {
    '[Content_Types].xml':
      `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>` +
      type('document', 'document.main') +
      type('styles', 'styles') +
      type('settings', 'settings') +
      (numbering === undefined ? '' : type('numbering', 'numbering')) +
      running.map(({ kind }, at) => type(`${kind}${at + 1}`, kind)).join('') +
      `${file.types ?? ''}</Types>`,
    '_rels/.rels': `<Relationships xmlns="${PACKAGE}/relationships">${link('rId1', 'officeDocument', 'word/document.xml')}</Relationships>`,
    'word/_rels/document.xml.rels':
      `<Relationships xmlns="${PACKAGE}/relationships">` +
      link('rId1', 'styles', 'styles.xml') +
      link('rId2', 'settings', 'settings.xml') +
      (numbering === undefined ? '' : link('rId3', 'numbering', 'numbering.xml')) +
      running.map(({ kind }, at) => link(`rId${10 + at}`, kind, `${kind}${at + 1}.xml`)).join('') +
      `${file.relationships ?? ''}</Relationships>`,
    'word/document.xml': part(
      'document',
      `<w:body>${body}<w:sectPr>${references.join('')}${A4}${section}</w:sectPr></w:body>`,
    ),
    'word/styles.xml': part('styles', styles),
    'word/settings.xml': part('settings', settings),
    ...(numbering !== undefined && { 'word/numbering.xml': part('numbering', numbering) }),
    ...Object.fromEntries(
      running.map(({ kind, words }, at) => [
        `word/${kind}${at + 1}.xml`,
        part(kind === 'header' ? 'hdr' : 'ftr', words.startsWith('<') ? words : p(words)),
      ]),
    ),
    ...file.parts,
  }
}

/** A Word file of our own making, small enough to read. */
export const aWordFile = (file: WordFile = {}): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(partsOfWord(file)).map(([path, part]) => [
        path,
        typeof part === 'string' ? strToU8(part) : part,
      ]),
    ),
  )

export const relationship = (kind: string, target: string, isExternal = false): string =>
  `<Relationship Id="rId90" Type="${R}/${kind}" Target="${target}"${isExternal ? ' TargetMode="External"' : ''}/>`

export const picture = (docPr: string, place: 'inline' | 'anchor' = 'inline'): string =>
  `<w:r><w:drawing><wp:${place}>${place === 'inline' ? '<wp:extent cx="900" cy="900"/>' : ''}<wp:docPr ${docPr}/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:blipFill><a:blip r:embed="rId50"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:${place}></w:drawing></w:r>`

/** As Word writes one: for itself, and for older ones. */
export const textBox = (inner: string): string =>
  `<w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:docPr id="7" name="Text Box 7"/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:txbx><w:txbxContent>${inner}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape style="position:absolute"><v:textbox><w:txbxContent>${inner}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`
