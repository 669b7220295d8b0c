import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { CopyLine } from '../../../src/source/report-copy/copy-line.ts'
import { readReportCopy } from '../../../src/source/report-copy/read-report-copy.ts'
import {
  aWordFile,
  p,
  part,
  r,
  relationship,
  style,
  STYLES,
  textBox,
} from '../../stationery/make-word.ts'
import type { WordFile } from '../../stationery/make-word.ts'

const linesOf = async (file: WordFile): Promise<CopyLine[]> => {
  const { lines, fault } = await readReportCopy('report.docx', aWordFile(file))
  if (!lines) throw new Error(fault.message)
  return lines
}
/** As `heading 2: words`, with what else is known of a line. */
const told = async (file: WordFile): Promise<string[]> =>
  (await linesOf(file)).map(({ words, kind, level, cell, box }) => {
    const place = cell && `${cell.table}.${cell.row}.${cell.column}`
    const known = [kind, level, place, box !== undefined && `box ${box}`].filter(Boolean)
    return known.length > 0 ? `${known.join(' ')}: ${words}` : words
  })
const faultOf = async (bytes: Uint8Array, path = 'report.docx') =>
  (await readReportCopy(path, bytes)).fault

const styled = (words: string, id: string, more = '') =>
  p(words, `<w:pStyle w:val="${id}"/>${more}`)
const entry = (words: string, list: number, level = 0) =>
  p(words, `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`)
const row = (...cells: string[]) =>
  `<w:tr>${cells.map(inner => `<w:tc>${inner}</w:tc>`).join('')}</w:tr>`
const table = (...rows: string[]) => `<w:tbl><w:tblPr/>${rows.join('')}</w:tbl>`
const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`

const level = (at: number, format: string, text: string, more = '') =>
  `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`
const NUMBERING =
  `<w:abstractNum w:abstractNumId="0">${level(0, 'bullet', '')}${level(1, 'bullet', 'o')}</w:abstractNum>` +
  `<w:abstractNum w:abstractNumId="1">${level(0, 'decimal', '%1.')}${level(1, 'lowerLetter', '%1.%2)')}${level(2, 'lowerRoman', '(%3)')}</w:abstractNum>` +
  `<w:abstractNum w:abstractNumId="2">${level(0, 'decimal', 'Recommendation %1', '<w:pStyle w:val="Rec"/>')}</w:abstractNum>` +
  '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>' +
  '<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num>' +
  '<w:num w:numId="4"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride></w:num>'

describe('headings of a report copied into Word', () => {
  test('are told by their built-in styles, whatever Word calls these in its language', async () => {
    const styles =
      STYLES +
      style('Rubrik2', 'heading 2') +
      style('Own', 'Northshire heading', '<w:basedOn w:val="Rubrik2"/>') +
      style('Deep', 'Deep', '<w:pPr><w:outlineLvl w:val="3"/></w:pPr>') +
      style(
        'Contents',
        'Contents head',
        '<w:basedOn w:val="Rubrik2"/><w:pPr><w:outlineLvl w:val="9"/></w:pPr>',
      ) +
      style('TOC1', 'toc 1') +
      style('Title', 'Title')
    const body =
      styled('PEEL 2025', 'Title') +
      styled('Contents', 'Contents') +
      styled('Investigating crime 4', 'TOC1') +
      styled('Investigating crime', 'Own') +
      styled('Responding', 'Rubrik2') +
      styled('Calls', 'Deep') +
      p('Summary', '<w:outlineLvl w:val="0"/>')
    expect(await told({ body, styles })).toEqual([
      'heading 1: PEEL 2025',
      'Contents',
      'heading 2: Investigating crime',
      'heading 2: Responding',
      'heading 4: Calls',
      'heading 1: Summary',
    ])
  })

  test('may be short bold paragraphs, of which the level is not known', async () => {
    const bold = '<w:b/>'
    const styles = STYLES + style('Strong', 'Strong', `<w:rPr>${bold}</w:rPr>`, 'character')
    const body =
      `<w:p>${r('Area for ', bold)}${r('improvement', '<w:rStyle w:val="Strong"/>')}</w:p>` +
      `<w:p>${r('The force', bold)}${r(' should improve')}</w:p>` +
      `<w:p>${r('The force should improve its calls.', bold)}</w:p>` +
      `<w:p>${r('Not bold', '<w:rStyle w:val="Strong"/><w:b w:val="0"/>')}</w:p>`
    expect(await told({ body, styles })).toEqual([
      'heading: Area for improvement',
      'The force should improve',
      'The force should improve its calls.',
      'Not bold',
    ])
  })
})

describe('lists of a report copied into Word', () => {
  test('have their numbers as words, and their depth', async () => {
    const body =
      entry('one', 1) +
      entry('deeper', 1, 1) +
      entry('first', 2) +
      entry('a', 2, 1) +
      entry('b', 2, 1) +
      entry('i', 2, 2) +
      entry('second', 2) +
      entry('again a', 2, 1) +
      entry('seventh', 4) +
      entry('plain', 0)
    expect(await told({ body, numbering: NUMBERING })).toEqual([
      'list item 1: one',
      'list item 2: deeper',
      'list item 1: 1. first',
      'list item 2: 1.a) a',
      'list item 2: 1.b) b',
      'list item 3: (i) i',
      'list item 1: 2. second',
      'list item 2: 2.a) again a',
      'list item 1: 7. seventh',
      'plain',
    ])
  })

  test.each(['-7', 'x', '1e9', '0.5', '99'])('of depth %s are lists all the same', async at => {
    const list = `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="1"/></w:numPr>`
    const [line] = await linesOf({ body: p('one', list), numbering: NUMBERING })
    expect([line?.kind, line?.words]).toEqual(['list item', 'one'])
  })

  test('are as deep as the level that their style is tied to', async () => {
    const list = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    const numbering = `<w:abstractNum w:abstractNumId="0">${level(0, 'decimal', '%1.')}${level(1, 'decimal', '%1.%2', '<w:pStyle w:val="Sub"/>')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`
    const styles = STYLES + style('Sub', 'Sub', list)
    const body = entry('a', 1) + styled('b', 'Sub') + styled('c', 'Sub')
    expect(await told({ body, styles, numbering })).toEqual([
      'list item 1: 1. a',
      'list item 2: 1.1 b',
      'list item 2: 1.2 c',
    ])
  })

  test('may be numbered by the style of their paragraphs, which may be a heading', async () => {
    const list = '<w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr>'
    const styles = STYLES + style('Rec', 'heading 3', list) + style('Web', 'Normal (Web)')
    const body =
      styled('Publish the plan', 'Rec') +
      styled('By March 2026', 'Web', '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>') +
      styled('Train officers', 'Rec') +
      styled('Unnumbered', 'Rec', '<w:numPr><w:numId w:val="0"/></w:numPr>')
    expect(await told({ body, styles, numbering: NUMBERING })).toEqual([
      'heading 3: Recommendation 1 Publish the plan',
      'list item 1: By March 2026',
      'heading 3: Recommendation 2 Train officers',
      'heading 3: Unnumbered',
    ])
  })
})

describe('what is set off in a report copied into Word', () => {
  test('is a table by its cells, with tables within it', async () => {
    const wide = '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr>'
    const body =
      table(
        row(`${wide}${p('Area')}`, p('Grade')),
        row(p('Calls'), entry('late', 1), p('Good') + table(row(p('a'), p('b')))),
      ) + table(row(p('c'), p('')), row(p(''), p('d')))
    expect(await told({ body, numbering: NUMBERING })).toEqual([
      'cell 1.1.1: Area',
      'cell 1.1.3: Grade',
      'cell 1.2.1: Calls',
      'list item 1 1.2.2: late',
      'cell 1.2.3: Good',
      'cell 2.1.1: a',
      'cell 2.1.2: b',
      'cell 3.1.1: c',
      'cell 3.2.2: d',
    ])
  })

  test('is a box by borders, a shade, a table of one cell or a text box', async () => {
    const bar = '<w:pBdr><w:left w:val="single" w:sz="24"/></w:pBdr>'
    const rule = '<w:pBdr><w:bottom w:val="single" w:sz="4"/></w:pBdr>'
    const shade = '<w:shd w:val="clear" w:fill="E7E6E6"/>'
    const styles = STYLES + style('Boxed', 'Boxed', `<w:pPr>${shade}</w:pPr>`)
    const body =
      p('Ruled', rule) +
      p('one', bar) +
      p('two', bar) +
      p('between') +
      styled('three', 'Boxed') +
      p('white', '<w:shd w:val="clear" w:fill="auto"/>') +
      table(row(p('four') + p('five'))) +
      textBox(p('six', bar) + p('inner')) +
      p('after')
    expect(await told({ body, styles })).toEqual([
      'Ruled',
      'box 1: one',
      'box 1: two',
      'between',
      'box 2: three',
      'white',
      'box 3: four',
      'box 3: five',
      'box 4: six',
      'box 4: inner',
      'after',
    ])
  })
})

describe('words of a report copied into Word', () => {
  test('are those that are seen once tracked changes are accepted', async () => {
    const struck = '<w:rPr><w:del w:id="3" w:author="A"/></w:rPr>'
    const body =
      `<w:p>${r('The force ')}<w:del w:id="1"><w:r><w:delText>must</w:delText><w:tab/><w:sym w:font="Symbol" w:char="B7"/></w:r></w:del><w:ins w:id="2">${r('should')}</w:ins>${r(' act.')}</w:p>` +
      p('One ', struck) +
      p('paragraph.') +
      `<w:p><w:moveFrom w:id="5">${r('Moved')}</w:moveFrom></w:p><w:p><w:moveTo w:id="6">${r('Moved')}</w:moveTo></w:p>` +
      table(
        `<w:tr><w:trPr><w:del w:id="7"/></w:trPr><w:tc>${p('gone')}</w:tc><w:tc>${p('gone')}</w:tc></w:tr>`,
        row(p('kept'), p('kept')),
      )
    expect(await told({ body })).toEqual([
      'The force should act.',
      'One paragraph.',
      'Moved',
      'cell 1.1.1: kept',
      'cell 1.1.2: kept',
    ])
  })

  test('stand in controls, links and fields as in the text itself', async () => {
    const control = (inner: string) =>
      `<w:sdt><w:sdtPr><w:alias w:val="Not this"/></w:sdtPr><w:sdtContent>${inner}</w:sdtContent></w:sdt>`
    const body =
      control(control(p('In controls'))) +
      `<w:p>${control(r('Inline'))}<w:hyperlink r:id="rId9">${r(' link')}</w:hyperlink></w:p>` +
      `<w:p>${r('See ')}${field('begin')}<w:r><w:instrText> REF a </w:instrText></w:r>${field('begin')}${r('inner code')}${field('separate')}${r('inner')}${field('end')}${field('separate')}${r('page 4')}${field('end')}${r('.')}</w:p>` +
      `<w:p>${field('begin')}${r('never told')}</w:p>` +
      `<w:p><w:fldSimple w:instr="TITLE">${r('PEEL')}</w:fldSimple></w:p>` +
      control(
        table(
          control(
            `<w:tr>${control(`<w:tc>${control(p('a'))}</w:tc>`)}<w:tc>${p('b')}</w:tc></w:tr>`,
          ),
        ),
      )
    expect(await told({ body })).toEqual([
      'In controls',
      'Inline link',
      'See page 4.',
      'PEEL',
      'cell 1.1.1: a',
      'cell 1.1.2: b',
    ])
  })

  test('leave out what is hidden, and write tabs, breaks, hyphens and symbols as they look', async () => {
    const body =
      `<w:p>${r('Seen')}${r(' hidden', '<w:vanish/>')}<w:r><w:tab/><w:t>tab</w:t><w:br/><w:t>line</w:t></w:r></w:p>` +
      `<w:p><w:r><w:t>co</w:t><w:softHyphen/><w:t>operate on</w:t><w:noBreakHyphen/><w:t>line &amp; off</w:t></w:r></w:p>` +
      `<w:p><w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:sym w:font="Symbol" w:char="B7"/><w:t>\uf0b7 &#xD800;&#1;done</w:t></w:r></w:p>`
    expect(await told({ body })).toEqual([
      'Seen tab line',
      'cooperate on\u2011line & off',
      '✓•• done',
    ])
  })

  test('of footnotes stand behind the text, each once', async () => {
    const mark = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`
    const note = (id: number, words: string) =>
      `<w:footnote w:id="${id}"><w:p><w:r><w:footnoteRef/></w:r>${r(words)}</w:p></w:footnote>`
    const lines = await told({
      body: `<w:p>${r('Crime fell')}${mark(3)}${r('.')}</w:p>${p('Next')}<w:p>${r('Last')}${mark(2)}${mark(3)}</w:p>`,
      relationships: relationship('footnotes', 'footnotes.xml'),
      parts: {
        'word/footnotes.xml': part(
          'footnotes',
          note(2, 'Second.') + note(3, 'By the year.') + note(4, 'Unreferred.'),
        ),
      },
    })
    expect(lines).toEqual([
      'Crime fell.',
      'Next',
      'Last',
      'footnote: By the year.',
      'footnote: Second.',
    ])
  })

  test('are counted by paragraphs with words', async () => {
    const lines = await linesOf({ body: p('One') + p(' ') + p('Three') })
    expect(
      lines.map(({ place, isFirst }) => [place.start.line, place.end.column, isFirst]),
    ).toEqual([
      [1, 4, true],
      [2, 6, true],
    ])
  })
})

describe('what is no report in Word', () => {
  const ole = (words: string) =>
    Uint8Array.from([
      0xd0,
      0xcf,
      0x11,
      0xe0,
      ...[...words].flatMap(sign => [sign.charCodeAt(0), 0]),
    ])
  const zip = (parts: Record<string, string>) =>
    zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])))
  const withBody = (body: string) =>
    aWordFile({ parts: { 'word/document.xml': part('document', `<w:body>${body}</w:body>`) } })
  test.each([
    [
      'an old Word document',
      ole('WordDocument'),
      'Unexpected document of an old Word (.doc), expected a Word document (.docx)',
    ],
    [
      'one with a password',
      ole('EncryptedPackage'),
      'Unexpected Word document with a password, expected one that anybody can open',
    ],
    ['a PDF', strToU8('%PDF-1.7'), 'Unexpected PDF, expected a Word document (.docx)'],
    [
      'an RTF file',
      strToU8('{\\rtf1 words}'),
      'Unexpected RTF file, expected a Word document (.docx)',
    ],
    [
      'text',
      strToU8('words'),
      'Unexpected file that is no Word document, expected a Word document (.docx)',
    ],
    ['no file at all', strToU8(''), 'Unexpected empty file, expected the report'],
    [
      'an OpenDocument',
      zip({ mimetype: 'application/vnd.oasis.opendocument.text' }),
      'Unexpected OpenDocument text (.odt), expected a Word document (.docx)',
    ],
    [
      'another zip file',
      zip({ 'page.html': 'words' }),
      'Unexpected zip file of another kind, expected a Word document (.docx)',
    ],
    [
      'half a file',
      aWordFile({ body: p('One') }).slice(0, 900),
      'Unexpected Word document that cannot be read, expected a whole one',
    ],
    [
      'one without words',
      withBody(p(' ')),
      'Unexpected Word document without words, expected the report',
    ],
    [
      'a hundred thousand nested controls',
      withBody('<w:sdt><w:sdtContent>'.repeat(100_000)),
      'Unexpected Word document that cannot be read, expected a whole one',
    ],
    [
      'entities',
      aWordFile({ parts: { 'word/document.xml': '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>' } }),
      'Unexpected document type declaration in the Word document, expected none',
    ],
    [
      'an import of another',
      withBody('<w:altChunk r:id="rId9"/>'),
      'Unexpected import of another document (altChunk) in the Word document, expected its own words',
    ],
    [
      'a bomb',
      aWordFile({ parts: { 'word/media/image1.png': new Uint8Array(26 * 1024 * 1024) } }),
      'Unexpected size of what is packed in the Word document, expected at most 120 MB',
    ],
  ])('%s', async (_, bytes, message) => {
    expect((await faultOf(bytes))?.message).toBe(message)
  })

  test.each([
    ['report.doc', 'In Word: File, Save As, Word Document (*.docx)'],
    ['report.docm', 'In Word: File, Save As, Word Document (*.docx)'],
    ['report.odt', 'In LibreOffice: File, Save As, Word 2010–365 Document (.docx)'],
  ])('%s is told how to be saved', async (path, hint) => {
    expect((await faultOf(strToU8('x'), path))?.hint).toBe(hint)
  })

  test('macros in one are never run, and its words are read', async () => {
    const file = aWordFile({ body: p('Words'), parts: { 'word/vbaProject.bin': 'Sub AutoOpen' } })
    expect((await readReportCopy('report.docx', file)).lines?.map(({ words }) => words)).toEqual([
      'Words',
    ])
  })
})
