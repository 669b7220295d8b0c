import { describe, expect, test } from 'vitest'
import { readReportCopy } from '../../src/source/report-copy/read-report-copy.ts'

const encode = (text: string) => new TextEncoder().encode(text)
const wordsOf = async (path: string, bytes: Uint8Array | string) => {
  const read = await readReportCopy(path, typeof bytes === 'string' ? encode(bytes) : bytes)
  return read.lines?.map(({ words }) => words) ?? read.fault!.message
}

describe('a report saved as text', () => {
  test('is its lines, without the empty ones', async () => {
    const { lines } = await readReportCopy(
      'report.txt',
      encode('One\r\n\r\n  • two\r\nand more\r\n'),
    )
    expect(lines?.map(({ words, place, isFirst }) => [place.start.line, words, isFirst])).toEqual([
      [1, 'One', true],
      [3, '  • two', true],
      [4, 'and more', false],
    ])
  })

  test('may be in the encoding of old editors', async () => {
    const bytes = Uint8Array.from([0x46, 0x6f, 0x72, 0x63, 0x65, 0x92, 0x73]) // Force’s
    expect(await wordsOf('report.txt', bytes)).toEqual(['Force’s'])
    const utf16 = Uint8Array.from([0xff, 0xfe, 0x48, 0, 0x4d, 0])
    expect(await wordsOf('report.txt', utf16)).toEqual(['HM'])
  })
})

describe('a report saved as a web page', () => {
  const page = `<!doctype html><html><head><title>PEEL</title><style>p { color: red }</style></head><body>
<nav><a href="/">Home</a></nav><script>var a = "<p>no</p>"</script>
<h2>Recommendation</h2>
<p>By March 2026, the
  <strong>force</strong> should&nbsp;<em>publish</em> its &pound;2m plan &amp; costs.</p>
<ul><li><p>train officers; and</p></li><li>check</li></ul>
</body></html>`

  test('is a line for each of its blocks, on the line of the file', async () => {
    const { lines } = await readReportCopy('report.html', encode(page))
    expect(lines?.map(({ words, kind, place }) => [place.start.line, kind, words])).toEqual([
      [3, 'heading', 'Recommendation'],
      [4, undefined, 'By March 2026, the force should publish its £2m plan & costs.'],
      [6, 'list item', 'train officers; and'],
      [6, 'list item', 'check'],
    ])
  })

  test('of a hundred thousand open tags is read as fast as any', async () => {
    expect(await wordsOf('report.htm', `${'<div><b>'.repeat(100_000)}deep`)).toEqual(['deep'])
  })
})

describe('a report saved as a PDF', () => {
  test('is its printed lines with their pages, without what the pages repeat', async () => {
    const page = (number: number, lines: string[]) => [
      'HMICFRS',
      'PEEL 2025',
      ...lines,
      'Northshire Police',
      `${number}`,
    ]
    const bytes = aPdf([
      page(1, ['The force should', 'answer its calls.', 'It does not.']),
      page(2, ['More words here.', 'And there.', 'And so on.']),
      page(3, ['The last page.', 'With words.', 'To its end.']),
    ])
    const { lines } = await readReportCopy('report.pdf', bytes)
    expect(lines?.map(({ words, page }) => `${page}: ${words}`)).toEqual([
      '1: The force should',
      '1: answer its calls.',
      '1: It does not.',
      '2: More words here.',
      '2: And there.',
      '2: And so on.',
      '3: The last page.',
      '3: With words.',
      '3: To its end.',
    ])
    expect(lines?.map(({ isFirst }) => isFirst).slice(0, 3)).toEqual([true, false, false])
  })

  test('that holds pictures of pages has no words', async () => {
    expect(await wordsOf('report.pdf', aPdf([[]]))).toBe(
      'Unexpected PDF without words, expected one whose words can be copied',
    )
  })

  test('behind a password cannot be opened', async () => {
    const key = `<${'41'.repeat(32)}>`
    const encrypt = `/Encrypt << /Filter /Standard /V 1 /R 2 /O ${key} /U ${key} /P -4 >>`
    const bytes = aPdf([['Secret.']], `${encrypt} /ID [<41><41>]`)
    expect(await wordsOf('report.pdf', bytes)).toBe(
      'Unexpected PDF with a password, expected one that anybody can open',
    )
  })

  test('that is cut off is said to be broken', async () => {
    expect(await wordsOf('report.pdf', '%PDF-1.7\nnothing of the kind')).toBe(
      'Unexpected PDF that cannot be read, expected a whole one',
    )
  })
})

describe('what is no report', () => {
  test.each([
    [
      'report.doc',
      'x',
      'Unexpected file ending in .doc, expected one in .html, .pdf, .docx or .txt',
    ],
    [
      'report',
      'x',
      'Unexpected file without an ending, expected one in .html, .pdf, .docx or .txt',
    ],
    ['report.txt', '', 'Unexpected empty file, expected the report'],
    ['report.pdf', 'words', 'Unexpected file that is no PDF, expected one'],
    ['report.txt', '%PDF-1.7', 'Unexpected PDF, expected text'],
    ['report.txt', 'a\0b', 'Unexpected data that is no text, expected the report'],
    [
      'report.txt',
      'x'.repeat(11 * 1024 * 1024),
      'Unexpected file of 11 MB, expected at most 10 MB',
    ],
  ])('%s is refused', async (path, text, message) => {
    expect(await wordsOf(path, text)).toBe(message)
  })
})

/** A PDF of these pages, a line of print each, from the top of the page. */
function aPdf(pages: string[][], trailer = ''): Uint8Array {
  const objects: string[] = []
  const add = (body: string) => objects.push(body)
  add('<< /Type /Catalog /Pages 2 0 R >>')
  const kids = pages.map((_, n) => `${4 + 2 * n} 0 R`).join(' ')
  add(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`)
  add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>')
  for (const lines of pages) {
    const content = lines
      .map((line, n) => `BT /F1 12 Tf 50 ${700 - 16 * n} Td (${line}) Tj ET`)
      .join('\n')
    const font = '/Resources << /Font << /F1 3 0 R >> >>'
    add(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] ${font} /Contents ${objects.length + 2} 0 R >>`,
    )
    add(`<< /Length ${content.length} >>\nstream\n${content}\nendstream`)
  }
  let pdf = '%PDF-1.4\n'
  const offsets = objects.map((body, n) => {
    const at = pdf.length
    pdf += `${n + 1} 0 obj\n${body}\nendobj\n`
    return at
  })
  const start = pdf.length
  const table = offsets.map(at => `${String(at).padStart(10, '0')} 00000 n \n`).join('')
  pdf += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}`
  pdf += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R ${trailer} >>\nstartxref\n${start}\n%%EOF\n`
  return encode(pdf)
}
