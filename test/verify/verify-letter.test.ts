import { strToU8 } from 'fflate'
import { describe, expect, test } from 'vitest'
import { openPdf } from '../../src/verify/open-pdf.ts'
import { verifyLetter } from '../../src/verify/verify-letter.ts'
import { specimenLook, specimenTree } from '../specimen-tree.ts'
import { brokenIn, draw, mergeParts, withFile, withPage, withPdf, withWord } from './make.ts'
import type { Files } from './make.ts'

type Case = [fact: string, files: () => Promise<Files>, about: string, says: string | RegExp]

const BODY = 'word/document.xml'
const STYLES = 'word/styles.xml'
const CORE = 'docProps/core.xml'
const PICTURE =
  '<w:r><w:drawing><wp:inline xmlns:wp="wp"><wp:docPr id="9" name="Crest"/><a:blip xmlns:a="a"/></wp:inline></w:drawing></w:r>'
const HEADING =
  '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Our values</w:t></w:r></w:p>'

/** One thing is spoilt, and one thing is said. */
const told = (cases: Case[]) =>
  test.each(cases)('%s', async (_, files, about, says) => {
    const broken = await brokenIn(await files())
    expect(broken).toHaveLength(1)
    expect(broken[0]).toMatchObject({
      about,
      says: typeof says === 'string' ? says : (expect.stringMatching(says) as string),
    })
  })

describe('the document', () => {
  told([
    [
      'a Word file without a title',
      () => withWord(CORE, /<dc:title>.*<\/dc:title>/, ''),
      'document',
      'Missing title in Word, expected “Draft: Northshire Police – Integrated PEEL Assessment 202…”',
    ],
    [
      'a page with another title',
      () => withPage(/<title>.*<\/title>/, '<title>letter.html</title>'),
      'document',
      /^Unexpected title “letter\.html” on the page, expected “Draft: Northshire/,
    ],
    [
      'a PDF that does not say it can be read aloud',
      () => withPdf('<pdfuaid:part>1<', '<pdfuaid:part>2<'),
      'document',
      'Missing the declaration of PDF/UA-1 in the PDF, expected it: nobody is told that it can be read aloud',
    ],
    [
      'a PDF that does not say it can be kept',
      () => withPdf('<pdfaid:conformance>A<', '<pdfaid:conformance>B<'),
      'document',
      'Missing the declaration of PDF/A-2a in the PDF, expected it: an archive may refuse it',
    ],
    [
      'a PDF that is not marked as tagged',
      () => withPdf('/Marked true', '/Markee true'),
      'document',
      'Missing marks of what is what in the PDF, expected it: nothing can be read aloud in its order',
    ],
    [
      'a PDF whose window shows the name of the file',
      () => withPdf('/DisplayDocTitle', '/DisplayDocTitel'),
      'document',
      "Missing the order to show its title in the PDF, expected it: windows show the file's name",
    ],
    [
      'a page without a main part',
      () => withPage('<main id="_letter" tabindex="-1">', '<div id="_letter">'),
      'document',
      'Unexpected 0 main parts on the page, expected one',
    ],
    [
      'a page without a link past its head',
      () => withPage(/<a class="skip".*<\/a>/, ''),
      'document',
      'Missing link past the head of the page, expected it before everything else',
    ],
  ])

  test.each(['docx', 'pdf'] as const)('%s that is none is said not to open', async format => {
    const broken = await brokenIn(await withFile(format, strToU8('no such file')))
    expect(broken).toMatchObject([{ about: 'document', format }])
    expect(broken[0]?.says).toMatch(/^Unexpected bytes of .*, expected a file that can be opened$/)
  })

  test('a Word file that is broken inside is said not to open', async () => {
    const broken = await brokenIn(await withWord(BODY, '</w:body>', ''))
    expect(broken).toMatchObject([{ about: 'document', format: 'docx' }])
  })
})

describe('the language', () => {
  told([
    [
      'a Word file in American English',
      () => withWord(STYLES, 'w:lang w:val="en-GB"', 'w:lang w:val="en-US"'),
      'language',
      'Unexpected language English (en-US) in Word, expected English (en-GB)',
    ],
    [
      'a PDF in Welsh',
      () => withPdf('/Lang (en-GB)', '/Lang (cy-GB)'),
      'language',
      'Unexpected language Welsh (cy-GB) in the PDF, expected English (en-GB)',
    ],
    [
      'a page without one',
      () => withPage('<html lang="en-GB">', '<html>'),
      'language',
      'Missing language on the page, expected English (en-GB)',
    ],
  ])

  test('words that say their own language count, whatever the defaults', async () => {
    const files = await withWord(
      STYLES,
      '<w:name w:val="Normal"/><w:qFormat/>',
      '<w:name w:val="Normal"/><w:qFormat/><w:rPr><w:lang w:val="en-US"/></w:rPr>',
    )
    expect(await brokenIn(files)).toMatchObject([{ about: 'language', format: 'docx' }])
  })
})

describe('headings', () => {
  test.each<[string, () => Promise<Files>, string]>([
    [
      'a level that is left out on the page',
      () => withPage(/<h3( id="effectiveness")>(.*?)<\/h3>/, '<h4$1>$2</h4>'),
      'Unexpected heading “Effectiveness – good” of level 3 on the page, expected 2 or less',
    ],
    [
      'a level that is left out in the PDF',
      () => withPdf('/S /H2', '/S /H6'),
      'Unexpected heading “Effectiveness – good” of level 6 in the PDF, expected 2 or less',
    ],
    [
      'a heading that is none in Word',
      () => withWord(BODY, 'w:val="Heading5"', 'w:val="BodyText"'),
      'Missing heading “Recommendation 1 of 3” of level 5 in Word, expected it there as in the PDF',
    ],
    [
      'a heading that is none in the PDF',
      () => withPdf('/S /H5', '/S /P '),
      'Missing heading “Recommendation 3 of 3” of level 5 in the PDF, expected it there as in Word',
    ],
    [
      'two titles on the page',
      () => withPage('<main id="_letter" tabindex="-1">', '$&<h1>Another</h1>'),
      'Unexpected 2 titles on the page, expected one above the letter',
    ],
    [
      'a Word file whose title is not one',
      () => withWord(BODY, 'w:val="Title"', 'w:val="BodyText"'),
      'Missing title in Word, expected one above the letter',
    ],
    [
      'a heading without words',
      () => withWord(BODY, '<w:t xml:space="preserve">Recommendations</w:t>', ''),
      'Unexpected heading without words in Word',
    ],
    [
      'a heading that no bookmark leads to',
      () => withPdf('/Title (Recommendations)', '/Title (Recommendation )'),
      'Missing bookmark of “Recommendations” in the PDF, expected one for each heading',
    ],
  ])('%s', async (_, files, says) => {
    const broken = await brokenIn(await files())
    expect(broken.every(({ about }) => about === 'headings')).toBe(true)
    expect(broken.map(statement => statement.says)).toContain(says)
  })
})

describe('pictures', () => {
  told([
    [
      'a picture without words in Word',
      () => withWord(BODY, ' descr="Signature of Rowan Aldercott"', ''),
      'pictures',
      'Missing words for who cannot see it on 1 of 2 pictures in Word, expected them on each',
    ],
    [
      'a picture without words in a header of Word',
      () => withWord('word/header1.xml', '</w:p>', `${PICTURE}</w:p>`),
      'pictures',
      'Missing words for who cannot see it on 1 of 3 pictures in Word, expected them on each',
    ],
    [
      'a picture that older programs drew, without words',
      () =>
        withWord(
          'word/header1.xml',
          '</w:p>',
          '<w:r><w:pict><v:shape id="a"><v:imagedata/></v:shape></w:pict></w:r></w:p>',
        ),
      'pictures',
      'Missing words for who cannot see it on 1 of 3 pictures in Word, expected them on each',
    ],
    [
      'a picture without words in the PDF',
      () => withPdf('/Alt (Signature', '/Alx (Signature'),
      'pictures',
      'Missing words for who cannot see it on 1 of 1 picture in the PDF, expected them on each',
    ],
    [
      'a picture without words on the page',
      () => withPage(' alt="Signature of Rowan Aldercott"', ''),
      'pictures',
      'Missing words for who cannot see it on 1 of 2 pictures on the page, expected them on each',
    ],
    [
      'a picture that only decorates in one of them',
      () => withPage(' alt="Signature of Rowan Aldercott"', ' alt=""'),
      'pictures',
      'Missing picture “Signature of Rowan Aldercott” on the page, expected it as elsewhere',
    ],
  ])
})

test('what Word shows in place of something else, or has struck out, is not read', async () => {
  const unread =
    `<w:p><mc:AlternateContent><mc:Choice><w:r/></mc:Choice><mc:Fallback>${PICTURE}</mc:Fallback></mc:AlternateContent>` +
    `<w:del>${PICTURE}</w:del></w:p>`
  expect(await brokenIn(await withWord(BODY, '<w:body>', `<w:body>${unread}`))).toEqual([])
})

describe('links', () => {
  told(
    [
      [
        'a link whose words say nothing, on the page',
        () => withPage('>HMICFRS published<', '>click here<'),
        'links',
        'Unexpected link “click here” on the page, expected words that say where it leads',
      ],
      [
        'a link whose words say nothing, in Word',
        () => withWord(BODY, '>HMICFRS published<', '>Read more<'),
        'links',
        'Unexpected link “Read more” in Word, expected words that say where it leads',
      ],
      [
        'a link without words',
        () => withPage('>HMICFRS published<', '><'),
        'links',
        /^Missing words of the link to “https:\/\/inspectorate\.example.*” on the page/,
      ],
      [
        'a link of the PDF that nothing reads aloud',
        () => withPdf('/S /Link', '/S /Span'),
        'links',
        /^Missing words of the link to “.*” in the PDF, expected some/,
      ],
      [
        'a place in the page that is not there',
        () => withPage(' id="effectiveness.investigating.r1"', ''),
        'links',
        /^Unexpected link “Recommendation 1 of 3” to “#effectiveness/,
      ],
      [
        'a place in Word that is not there',
        () => withWord(BODY, 'w:name="effectiveness_investigating_r1"', 'w:name="elsewhere"'),
        'links',
        /^Unexpected link “Recommendation 1 of 3” to “#effectiveness_investigating_r1” in Word/,
      ],
      [
        'a place in the PDF that is not there',
        () =>
          withPdf(
            '/Dest (effectiveness.investigating.r1)',
            '/Dest (effectiveness.investigating.r9)',
          ),
        'links',
        /^Unexpected link “Recommendation 1 of 3” to .* in the PDF/,
      ],
      [
        'a script in place of an address',
        () => withPage('href="tel:01632960123"', 'href="javascript:print()"'),
        'links',
        /^Unexpected link “01632 960123” to “javascript:print\(\)” on the page/,
      ],
      [
        'a file beside the page that was not made',
        () => withPage('a href="./letter.en-GB.json"', 'a href="./letter.json"'),
        'links',
        /^Unexpected link “This letter as data \(JSON\)” to “\.\/letter\.json” on the page/,
      ],
    ].map(one => one as Case),
  )
})

describe('tables', () => {
  told([
    [
      'a row of heads that Word does not know as one',
      () => withWord(BODY, '<w:tblHeader/>', '<w:tblHeader w:val="false"/>'),
      'tables',
      'Missing heads of the columns of table 1 in Word, expected words in its first row',
    ],
    [
      'heads that are plain cells on the page',
      () => withPage(/<th scope="col"/g, '<th'),
      'tables',
      'Missing heads of the columns of table 1 on the page, expected words in its first row',
    ],
    [
      'heads that are plain cells in the PDF',
      () => withPdf(/\/S \/TH\n/g, '/S /TD\n'),
      'tables',
      'Missing heads of the columns of table 1 in the PDF, expected words in its first row',
    ],
    [
      'a table that the PDF has as words alone',
      () => withPdf('/S /Table', '/S /Div  '),
      'tables',
      'Unexpected 0 tables in the PDF, expected 1 as elsewhere',
    ],
  ])
})

describe('fonts', () => {
  told([
    [
      'a font that is not in the PDF',
      () => withPdf('/FontFile2', '/FontFilex'),
      'fonts',
      'Missing font Arimo-Bold in the PDF itself, expected its file',
    ],
    [
      'a Word file that asks for another font',
      () => withWord(STYLES, 'w:ascii="Arial"', 'w:ascii="Comic Sans MS"'),
      'fonts',
      'Unexpected font “Comic Sans MS” in Word, expected Arial',
    ],
    [
      'a page that asks for another font',
      () => withPage('font-family: Arial, ', 'font-family: "Gill Sans", '),
      'fonts',
      'Unexpected font “Gill Sans” on the page, expected Arial',
    ],
  ])
})

describe('colours', () => {
  told(
    [
      [
        'links in Word that are too pale',
        () => withWord(STYLES, /(w:styleId="Hyperlink".*?w:color w:val=")1D4F5F/, '$1FFD200'),
        'colours',
        'Unexpected words in #ffd200 in Word, 1.4 to 1 on white, expected 4.5 to 1 or more: “01632 960123”',
      ],
      [
        'words of the page that are too pale',
        () => withPage('--grey: #505a5f', '--grey: #a0a0a0'),
        'colours',
        'Unexpected words in #a0a0a0 on the page, 2.6 to 1 on white, expected 4.5 to 1 or more: “Recommendation 1 of 3”',
      ],
    ].map(one => one as Case),
  )

  test('words on a shaded cell are read on its shade', async () => {
    const shade = '<w:tcPr><w:shd w:val="clear" w:fill="1D4F5F"/>'
    const files = await withWord(BODY, '<w:tcPr>', shade)
    expect(await brokenIn(files)).toMatchObject([
      { about: 'colours', says: expect.stringContaining('on #1d4f5f') as string },
    ])
  })

  test('the colours of the PDF are those that its words are drawn in', async () => {
    const { pdf } = await draw(specimenTree(), specimenLook({ colour: '#ffd200' }))
    const { inks } = await openPdf(pdf)
    expect(new Set(inks.map(({ colour }) => colour))).toEqual(
      new Set(['#111111', '#505a5f', '#8d7300']),
    )
  })

  test('an office’s colour that is too pale for words is kept, and darkened', async () => {
    const [tree, look] = [specimenTree(), specimenLook({ colour: '#ffd200' })]
    const statements = await verifyLetter(await draw(tree, look), look, tree)
    expect(statements.filter(({ isKept }) => !isKept)).toEqual([])
    expect(statements.map(({ says }) => says)).toContain(
      'Your colour #ffd200 is 1.4 to 1 on white, too pale for words: headings and links are printed in #8d7300, 4.5 to 1.',
    )
  })
})

describe('on the office’s own stationery', () => {
  const look = specimenLook({ stationery: { docx: new Uint8Array() } })

  test('its own font, headings, tables and pictures are no fault of the letter', async () => {
    const files = await withWord(
      BODY,
      '<w:body>',
      `<w:body>${HEADING}<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>` +
        `<w:p>${PICTURE.replace('name=', 'descr="Crest" name=')}</w:p>`,
    )
    expect((await brokenIn(files)).map(({ about }) => about)).toEqual(
      expect.arrayContaining(['headings', 'pictures', 'tables']),
    )
    expect(await brokenIn(files, look)).toEqual([])
  })

  test('its font is said beside the one that was chosen for the page', async () => {
    const files = await withWord(STYLES, 'w:ascii="Arial"', 'w:ascii="Gill Sans"')
    const statements = await verifyLetter(files, look, specimenTree())
    expect(statements.map(({ says }) => says)).toContain(
      'Word asks for Gill Sans, as your stationery does. The page asks for Arial; the PDF is drawn with Arimo, whose letters are as wide, so that lines break alike.',
    )
  })

  test('a picture of it without words is', async () => {
    const files = await withWord('word/header1.xml', '</w:p>', `${PICTURE}</w:p>`)
    expect(await brokenIn(files, look)).toMatchObject([{ about: 'pictures', format: 'docx' }])
  })

  test('headings are known by their style’s name or level, whatever its id', async () => {
    const parts = [STYLES, BODY] as const
    const files = await withWord(parts[0], 'w:styleId="Heading2"', 'w:styleId="berschrift2"')
    const both = await withWord(parts[1], /w:val="Heading2"/g, 'w:val="berschrift2"')
    expect(await brokenIn({ ...files, docx: mergeParts(files.docx, both.docx, BODY) })).toEqual([])
  })
})
