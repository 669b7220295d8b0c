import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { FIELDS } from '../../src/document/tree.ts'
import type { Finding } from '../../src/stationery/finding.ts'
import { inspectWord } from '../../src/stationery/inspect-word.ts'
import { LETTER_STYLES } from '../../src/stationery/word/inspect/looks.ts'
import { letterStyles } from '../../src/render/docx/styles.ts'
import { aWordFile, BODY, p, picture, r, style, STYLES, textBox } from './make-word.ts'
import type { WordFile } from './make-word.ts'

const footer = { kind: 'footer', type: 'default', words: 'Meridian House' } as const
const header = { kind: 'header', type: 'default', words: 'Northshire' } as const
/** Has all the styles of letters, so that nothing is found in it. */
const whole: WordFile = {
  running: [header, footer],
  styles:
    STYLES +
    LETTER_STYLES.map((name, at) =>
      style(`Style${at}`, name, '', name === 'Hyperlink' ? 'character' : 'paragraph'),
    ).join(''),
}
const inspect = (file: WordFile = {}): Finding[] => inspectWord(aWordFile({ ...whole, ...file }))
const told = (file: WordFile): string[] =>
  inspect(file).map(
    ({ severity, message, where }) => `${severity} ${where ? `[${where}] ` : ''}${message}`,
  )

test('in stationery as it should be nothing is found', () => {
  expect(inspect()).toEqual([])
})

test('every name that may be asked for is in the manual', () => {
  const page = readFileSync(
    fileURLToPath(new URL('../../manual/stationery.md', import.meta.url)),
    'utf8',
  )
  expect(FIELDS.filter(field => !page.includes(`\`{{${field}}}\``))).toEqual([])
})

test('of stationery that a designer made, only what to know', () => {
  for (const name of ['northshire-word', 'northshire-word-libreoffice']) {
    const bytes = readFileSync(fileURLToPath(new URL(`${name}.docx`, import.meta.url)))
    const findings = inspectWord(bytes)
    expect(findings.map(({ severity }) => severity)).toEqual(['note', 'note'])
    expect(inspectWord(bytes)).toBe(findings)
  }
})

describe('where the letter goes', () => {
  const errors = (file: WordFile) =>
    inspect(file)
      .filter(({ severity }) => severity === 'error')
      .map(({ message, where, hint }) => ({ message, where, hint }))
  test('must be said', () => {
    const [error, ...more] = errors({ body: p('Our ref: {{our_ref}}') })
    expect(more).toEqual([])
    expect(error?.message).toContain('Missing {{body}}')
    expect(error?.hint).toContain('s55 letterhead --prepare writes a copy with it')
  })
  test('must be said once', () => {
    const [error] = errors({ body: BODY + p('and') + BODY })
    expect(error).toMatchObject({
      message: 'Unexpected second {{body}}, expected one',
      where: 'paragraph 3 ("{{body}}")',
    })
  })
  test.each([
    [
      'in a header',
      { running: [{ ...header, words: '{{body}}' }, footer] },
      'in the header',
      'the header, paragraph 1 ("{{body}}")',
    ],
    ['in a text box', { body: textBox(BODY) }, 'in a text box', 'a text box ("{{body}}")'],
    [
      'in a table',
      { body: `<w:tbl><w:tr><w:tc>${BODY}</w:tc></w:tr></w:tbl>` },
      'in a table',
      'in a table, paragraph 1 ("{{body}}")',
    ],
    [
      'in a content control',
      { body: `<w:sdt><w:sdtContent>${BODY}</w:sdtContent></w:sdt>` },
      'in a content control',
      'paragraph 1 ("{{body}}")',
    ],
    [
      'beside words',
      { body: p('Dear all, {{body}}') },
      'words beside {{body}}',
      'paragraph 1 ("Dear all, {{body}}")',
    ],
    [
      'beside a picture',
      { body: `<w:p>${picture('id="1" name="a" descr="b"')}${r('{{body}}')}</w:p>` },
      'picture beside',
      undefined,
    ],
  ] as [string, WordFile, string, string | undefined][])(
    'must not be %s',
    (_, file, said, where) => {
      const [error, ...more] = errors(file)
      expect(more).toEqual([])
      expect(error?.message).toContain(said)
      if (where !== undefined) expect(error?.where).toBe(where)
    },
  )
  test('may be split by Word, in capitals, with spaces', () => {
    expect(
      errors({
        body: `<w:p>${r('{{')}<w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="0" w:name="_GoBack"/>${r(' Bo')}${r('dy ', '<w:b/>')}<w:bookmarkEnd w:id="0"/>${r('}}')}</w:p>`,
      }),
    ).toEqual([])
  })
})

describe('a name in braces', () => {
  test.each([
    ['{{our_reff}}', '{{our_ref}}'],
    ['{{adressee}}', '{{addressee}}'],
    ['{{Datum}}', '{{date}}'],
    ['{{our_ref}', '{{our_ref}}'],
    ['{our_ref}', '{{our_ref}}'],
    ['{{bdy}}', '{{body}}'],
  ])('typed %s is told of, with %s', (typed, meant) => {
    const [first] = inspect({ body: p(`Ref ${typed}`) + BODY })
    expect(first).toMatchObject({
      severity: 'error',
      message: `Unexpected ${typed}, expected ${meant}`,
      hint: `Type ${meant}`,
      where: `paragraph 1 ("Ref ${typed}")`,
    })
  })
  test('that no letter has is told of, with those there are', () => {
    const [first] = inspect({ running: [header, { ...footer, words: '{{registered_office}}' }] })
    expect(first?.message).toBe(
      'Unexpected {{registered_office}}, expected a name that letters have',
    )
    expect(first?.hint).toContain('{{our_ref}}, {{your_ref}}')
    expect(first?.where).toBe('the footer, paragraph 1 ("{{registered_office}}")')
  })
  test('that only screen readers miss is a warning', () => {
    const running = [{ kind: 'header', type: 'first', words: 'Ref {{our_ref}}' } as const, footer]
    expect(told({ running, section: '<w:titlePg/>' })[0]).toContain(
      'warning [the header of the first page, paragraph 1 ("Ref {{our_ref}}")] Unexpected {{our_ref}} where screen readers pass over it',
    )
    expect(
      told({ running, section: '<w:titlePg/>', body: p('{{our_ref}}') + BODY }).join(),
    ).not.toContain('screen')
  })
})

describe('what would go out with every letter', () => {
  test.each([
    [
      'tracked changes',
      `<w:p><w:ins w:id="1" w:author="A">${r('new')}</w:ins></w:p>`,
      'error',
      'tracked changes',
    ],
    [
      'comments',
      `<w:p>${r('words')}<w:r><w:commentReference w:id="0"/></w:r></w:p>`,
      'error',
      'comments',
    ],
    [
      'a field that fetches',
      `<w:p><w:fldSimple w:instr=" INCLUDEPICTURE &quot;https://x.example/a.png&quot; ">${r('x')}</w:fldSimple></w:p>`,
      'error',
      'INCLUDEPICTURE',
    ],
    [
      'a date of its own',
      `<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DA</w:instrText></w:r><w:r><w:instrText>TE \\@ "d"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>`,
      'warning',
      '(DATE)',
    ],
    ['a prompt', p('[Type the address here]'), 'warning', 'ask to be replaced'],
    ['Lorem ipsum', p('Lorem ipsum dolor sit amet'), 'warning', 'ask to be replaced'],
    [
      'an old letter',
      p('words of an old letter '.repeat(20)),
      'warning',
      'look like an old letter',
    ],
    ['words below it', p('A charity', ''), 'note', 'above every letter'],
  ])('%s', (_, body, severity, said) => {
    const found = inspect({ body: body + BODY }).find(({ message }) => message.includes(said))
    expect(found?.severity).toBe(severity)
    expect(found?.where).toMatch(/^(after )?paragraph \d/)
  })
  test('a mail merge, which looks for its list of addresses', () => {
    const settings = '<w:mailMerge><w:mainDocumentType w:val="formLetters"/></w:mailMerge>'
    expect(told({ settings })).toEqual([expect.stringContaining('error Unexpected mail merge')])
  })
  test('tracking that is on, and editing that is restricted', () => {
    const settings =
      '<w:trackRevisions/><w:documentProtection w:edit="readOnly" w:enforcement="1"/>'
    expect(told({ settings })).toHaveLength(2)
  })
})

describe('a picture', () => {
  const inHeader = (docPr: string) => ({
    running: [{ ...header, words: `<w:p>${picture(docPr)}</w:p>` }, footer],
  })
  test('without alternative text is told of, in a header too', () => {
    expect(told(inHeader('id="1" name="Crest"'))[0]).toContain(
      'warning [the header] Missing alternative text of the picture "Crest"',
    )
    expect(
      told({ body: `<w:p>${picture('id="1" name="Crest"', 'anchor')}${r('A')}</w:p>${BODY}` })[0],
    ).toContain('paragraph 1 ("A")')
  })
  test('that is described is not', () => {
    expect(told(inHeader('id="1" name="Crest" descr="A star"'))).toEqual([])
  })
})

describe('looks', () => {
  test('faint words are told of, in styles and on the page', () => {
    const [first] = told({
      body: `<w:p>${r('Our values', '<w:color w:val="999999"/>')}</w:p>${BODY}`,
    })
    expect(first).toContain(
      'warning [paragraph 1 ("Our values")] Unexpected faint words, #999999 on white with a contrast of 2.8:1',
    )
    const pale = style('berschrift1', 'heading 1', '<w:rPr><w:color w:val="8FAADC"/></w:rPr>')
    expect(told({ styles: STYLES + pale }).join()).toContain('[the style "Heading 1"]')
  })
  test('words on a colour of their own are measured against it', () => {
    const white = r('Northshire', '<w:color w:val="FFFFFF"/>')
    const cell = `<w:tbl><w:tr><w:tc><w:tcPr><w:shd w:val="clear" w:fill="5B215F"/></w:tcPr><w:p>${white}</w:p></w:tc></w:tr></w:tbl>`
    expect(told({ body: cell + BODY }).join()).not.toContain('faint')
    expect(told({ body: `<w:p>${white}</w:p>${BODY}` }).join()).toContain('faint')
  })
  test('a font that readers may not have is told of, unless the file brings it', () => {
    const body = `<w:p>${r('Northshire', '<w:rFonts w:ascii="Brandon Grotesque" w:hAnsi="Brandon Grotesque"/>')}</w:p>${BODY}`
    expect(told({ body })[0]).toContain('warning Unexpected font Brandon Grotesque')
    const table =
      '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:font w:name="Brandon Grotesque"><w:embedRegular/></w:font></w:fonts>'
    const relationships =
      '<Relationship Id="rId60" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/fontTable" Target="fontTable.xml"/>'
    expect(
      told({ body, relationships, parts: { 'word/fontTable.xml': table } }).join(),
    ).not.toContain('font Brandon')
  })
  test('styles that the letter has to bring are named', () => {
    expect(told({ styles: STYLES }).join()).toContain(
      'note The file has no style Body Text, Title, Heading 1',
    )
  })
  test('the styles named are those of letters', () => {
    const names = letterStyles('#000000', { scale: 1, hasLines: true }).map(({ name }) => name)
    expect(LETTER_STYLES.filter(name => !names.includes(name))).toEqual([])
  })
})

describe('the page', () => {
  test('that is not A4 is told of', () => {
    const letter = `<w:body>${BODY}<w:sectPr><w:pgSz w:w="12240" w:h="15840"/></w:sectPr></w:body>`
    const document = `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">${letter}</w:document>`
    expect(told({ parts: { 'word/document.xml': document } }).join()).toContain(
      'Unexpected page of 216 × 279 mm',
    )
  })
  test('with columns is told of where the letter is in them, not above it', () => {
    const columns = '<w:cols w:num="2" w:space="720"/>'
    expect(told({ section: columns }).join()).toContain(
      'Unexpected 2 columns where the letter goes',
    )
    const above = `<w:p><w:pPr><w:sectPr>${columns}</w:sectPr></w:pPr>${r('Northshire')}</w:p>`
    const found = told({ body: above + BODY, section: '<w:type w:val="continuous"/>' }).join()
    expect(found).not.toContain('columns')
    expect(found).toContain('The file has 2 sections')
  })
  test('without footer and number is told of', () => {
    expect(told({ running: [header] })).toEqual([
      'note The file has no footer',
      'note No page is numbered, and none says what the letter is: both are left to your footers',
    ])
  })
})
