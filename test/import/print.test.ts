import { describe, expect, test } from 'vitest'
import { readReportCopy } from '../../src/source/report-copy/read-report-copy.ts'
import { asPdf, asText, whyNoPdf, type PdfOptions } from './print.ts'

const page = (main: string) =>
  `<!doctype html><html lang="en-GB"><head><title>A report</title><style>p{}</style></head>
   <body><a href="#m">Skip to content</a><nav><ul><li>Home</li><li>Reports</li></ul></nav>
   <main id="m">${main}</main></body></html>`

describe('a page as text', () => {
  const textOf = (main: string) => asText(page(main)).split('Reports\n')[1]

  test('has a line a paragraph, apart from the next, and a bullet an entry', () => {
    const main = `<h2>Cause
      of concern</h2><p>It is <em>slow</em>.</p><ul><li>be quick;
      and</li><li>be <ul><li>fair</li></ul></li></ul><p>End.</p>`
    expect(textOf(main)).toBe(
      ['', 'Cause of concern', '', 'It is slow.', '', '  • be quick; and', '  • be'].join('\n') +
        ['', '    ◦ fair', '', 'End.', ''].join('\n'),
    )
  })

  test('sets divisions close, and cells of a row on one line', () => {
    const table =
      '<table><tr><th>Area</th><th>Grade</th></tr><tr><td>Crime</td><td>Good</td></tr></table>'
    expect(textOf(`<div>Good</div><div>2</div>${table}`)).toBe(
      '\nGood\n2\n\nArea\tGrade\nCrime\tGood\n',
    )
  })

  test('begins with the words of the menu', () => {
    expect(asText(page('<p>One.</p>'))).toMatch(/^Skip to content\n\n {2}• Home\n {2}• Reports\n/)
  })
})

describe(`a page as PDF${whyNoPdf}`, () => {
  const run = whyNoPdf ? test.skip : test
  const linesOf = async (main: string, options?: PdfOptions) => {
    const { lines } = await readReportCopy('report.pdf', asPdf([page(main)], options))
    return lines!.map(({ words }) => words)
  }

  run('has the words of the main part, boxes and lists with it', async () => {
    const box =
      '<div class="box"><h3>Recommendations</h3><ul><li>be quick;</li><li>be fair.</li></ul></div>'
    const lines = await linesOf(`<h1>Report</h1><p>It is slow.</p>${box}`)
    expect(lines).toEqual(['Report', 'It is slow.', 'Recommendations', '• be quick;', '• be fair.'])
  })

  run('hyphenates and sets in columns where that is asked', async () => {
    const main = `<h1>Report</h1><p>${'Investigating officers are insufficiently supervised throughout investigations. '.repeat(20)}</p>`
    const isCut = (lines: string[]) => lines.some(line => /[-\u00ad]$/.test(line))
    expect(isCut(await linesOf(main, { columns: 2 }))).toBe(true)
    expect(isCut(await linesOf(main, { columns: 2, hyphenate: false }))).toBe(false)
  })

  run('prints footnotes at the foot and contents with leaders', async () => {
    const main = `<h1>Report</h1><nav class="contents"><h2>Contents</h2></nav><h2>First</h2>
      <p>Words.<sup><a href="#fn1">1</a></sup></p><p>More.</p>
      <h2>Footnotes</h2><ol class="footnotes"><li id="fn1">A note.</li></ol>`
    const lines = await linesOf(main)
    expect(lines.join('\n')).toMatch(/Contents\n.*\n?First[ .]+\d/)
    expect(lines.findIndex(line => line.includes('A note.'))).toBeGreaterThan(
      lines.indexOf('More.'),
    )
    expect(lines).not.toContain('Footnotes')
  })
})
