import { describe, expect, test } from 'vitest'
import { readLines, readPage } from './show.ts'

/** So much of a report that a box or a menu is a small part of it. */
const REST = `<p>${'The force works with its partners and knows what the public need. '.repeat(12)}</p>`
const withoutRest = (lines: string[]) =>
  lines.filter(line => !line.includes('what the public need'))
const readPart = async (body: string) => withoutRest(await readPage(`${body}${REST}`))

describe('headings of a page', () => {
  test('have the level that their element or their role has', async () => {
    expect(
      await readPage('<h1>One</h1><h3>Three</h3><div role="heading" aria-level="4">Four</div>'),
    ).toEqual(['heading 1: One', 'heading 3: Three', 'heading 4: Four'])
  })

  test('are whole, whatever stands within them', async () => {
    expect(await readPage('<h1>Northshire <br>Police</h1><h2><div>Crime</div></h2>')).toEqual([
      'heading 1: Northshire Police',
      'heading 2: Crime',
    ])
  })

  test('in a button, or with a button in them, are words; other buttons are not', async () => {
    expect(
      await readPage(
        '<h2><button>Preventing crime <span data-nosnippet>Show</span></button></h2><button><h3>Protecting</h3></button><p>Good</p><button>Print</button>',
      ),
    ).toEqual(['heading 2: Preventing crime', 'heading 3: Protecting', 'Good'])
  })

  test('that are never ended end where a paragraph begins', async () => {
    expect(await readPage('<h2>Crime<p>Good<p>The force works.<h2>Custody<ul><li>one')).toEqual([
      'heading 2: Crime',
      'Good',
      'The force works.',
      'heading 2: Custody',
      'item 1: one',
    ])
  })
})

describe('lists of a page', () => {
  test('have their depth, and numbered ones their numbers as words', async () => {
    expect(
      await readPage(
        '<ul><li>one<ol start=3><li>three<li>four</ol></li><li>two</ul><ol type=a><li>letter</ol>',
      ),
    ).toEqual([
      'item 1: one',
      'item 2: 3. three',
      'item 2: 4. four',
      'item 1: two',
      'item 1: a. letter',
    ])
  })

  test('tell which paragraphs belong to an entry', async () => {
    expect(
      await readPage(
        '<ul><li><p>one</p><p>more of one</p><ul><li>deep</ul>rest of one<li>two</ul><p>after',
      ),
    ).toEqual([
      'item 1: one',
      'within 1: more of one',
      'item 2: deep',
      'within 1: rest of one',
      'item 1: two',
      'after',
    ])
  })

  test('whose entries open with headings lay out the page', async () => {
    expect(await readPage('<ul><li><h3>Crime</h3><p>Good</p><ul><li>inner</ul></ul>')).toEqual([
      'heading 3: Crime',
      'Good',
      'item 1: inner',
    ])
  })

  test('may be typed, a mark behind each break of a line', async () => {
    expect(await readPage('<p>The force should:<br>• act;<br>• check.</p>')).toEqual([
      'The force should:',
      '• act;',
      '• check.',
    ])
  })
})

describe('tables of a page', () => {
  test('tell the row and column of each cell, also beside cells that go over several', async () => {
    expect(
      await readPage(
        '<table><tr><th colspan=2>Area<th>Grade<tr><td rowspan=2>Crime<td>2024<td>Good<tr><td>2025<td>Adequate</table>',
      ),
    ).toEqual([
      'cell [1:1.1]: Area',
      'cell [1:1.3]: Grade',
      'cell [1:2.1]: Crime',
      'cell [1:2.2]: 2024',
      'cell [1:2.3]: Good',
      'cell [1:3.2]: 2025',
      'cell [1:3.3]: Adequate',
    ])
  })

  test('that lay out a page are no tables of grades', async () => {
    expect(
      await readPage(
        '<table><tr><td>Side<td><h1>Report</h1><p>Words<table><tr><td>Crime<td>Good</table></table>',
      ),
    ).toEqual([
      '[1:1.1]: Side',
      'heading 1 [1:1.2]: Report',
      '[1:1.2]: Words',
      'cell [2:1.1]: Crime',
      'cell [2:1.2]: Good',
    ])
  })

  test('of one column are boxes', async () => {
    expect(
      await readPart('<table><tr><td><p>Cause of concern</p><p>It fails.</p></td></tr></table>'),
    ).toEqual(['[1:1.1] box 1: Cause of concern', '[1:1.1] box 1: It fails.'])
  })
})

describe('boxes of a page', () => {
  test('are asides, notes, and what the page itself draws with a border or a shade', async () => {
    expect(
      await readPart(`<style>.c7 { padding: 1em; border: 1px solid #ccc }</style>
        <aside><p>One</p><div class="c7">still one</div></aside><div role="note">Two</div>
        <div class="c7"><h3>Three</h3><p>words</p></div><div style="background: #eee">Four</div><div class="c8">none</div>`),
    ).toEqual([
      'box 1: One',
      'box 1: still one',
      'box 2: Two',
      'heading 3 box 3: Three',
      'box 3: words',
      'box 4: Four',
      'none',
    ])
  })

  test('are not the frame of the page, nor what is drawn on white', async () => {
    expect(
      await readPage(
        `<style>.a { border: 1px solid } .b { background: #fff; border: 0 }</style><div class="a"><h1>T</h1><div class="b">Words</div>${REST}</div>`,
      ),
    ).toEqual(['heading 1: T', 'Words', expect.stringMatching(/^The force works/)])
  })
})

test('a shade behind most of the page is no box', async () => {
  const lines = await readPage(`<h2>T</h2><div style="background: #eee">${REST}</div><p>End.`)
  expect(lines.some(line => line.startsWith('box'))).toBe(false)
})

describe('what is not the report', () => {
  const around = (
    inner: string,
  ) => `<body class="has-cookies"><a href="https://example.org/r#c">Skip to content</a>
    <div id="cookie-bar"><h2>Cookies</h2><p>We use cookies.</p></div><header><p>Inspectorate</p><nav><p>Menu</p></nav></header>
    ${inner}<div role="dialog">Subscribe</div><form><label>Search</label></form><footer>Crown copyright</footer>`

  test('is left out: menus, banners, dialogs, forms, the head and foot of the page', async () => {
    expect(await readPage(around('<h1>Northshire</h1><p>It is good.</p>'))).toEqual([
      'heading 1: Northshire',
      'It is good.',
    ])
  })

  test('is all that stands outside the main part, but for the title', async () => {
    expect(
      await readPage(
        around(
          '<div><p>PEEL 2025</p><h1>Northshire</h1></div><div>Related</div><main><header><h2>Crime</h2></header><p>It is good.</p></main><div>Share</div>',
        ),
      ),
    ).toEqual(['PEEL 2025', 'heading 1: Northshire', 'heading 2: Crime', 'It is good.'])
  })

  test('is all outside the only article, in a page that is one form', async () => {
    expect(
      await readPage(
        `<form><div>Site</div><article><header><h1>Crime</h1></header><p>It is good at all that it does.</p></article></form>`,
      ),
    ).toEqual(['heading 1: Crime', 'It is good at all that it does.'])
  })

  test('is not judged by a main part that holds next to nothing', async () => {
    expect(await readPart('<main><p>x</p></main><h1>Crime</h1>')).toEqual(['x', 'heading 1: Crime'])
  })

  test('is no section on consent', async () => {
    expect(
      await readPage('<section id="consent"><h2>Consent</h2><p>Officers ask.</p></section>'),
    ).toEqual(['heading 2: Consent', 'Officers ask.'])
  })

  test('is a list of links before the title', async () => {
    const menu = '<ul><li><a href="a">Home</a><li><a href="b">News</a></ul>'
    expect(await readPage(`${menu}<h1>Crime</h1><p>Good</p>${menu}<p>End`)).toEqual([
      'heading 1: Crime',
      'Good',
      'item 1: Home',
      'item 1: News',
      'End',
    ])
  })

  test('is what nobody sees, but not what a heading opens', async () => {
    expect(
      await readPage(
        `<h2><button aria-expanded="false" aria-controls="P1">Crime</button></h2><div id="P1" hidden><p>Closed words.</p></div>
         <div hidden>never</div><p style="color: red; display: none">never</p><p aria-hidden="true">never</p>
         <details><summary>More</summary><p>details</p></details><p>a <span style="visibility:hidden">never</span>b</p>`,
      ),
    ).toEqual(['heading 2: Crime', 'Closed words.', 'More', 'details', 'a b'])
  })

  test('is what the page shows on paper once more', async () => {
    expect(
      await readPage(
        '<style>.p{display:none} .q{display:none} @media print { .p { display: block } }</style><p>Words</p><div class=p>Words</div><div class=q>Panel</div>',
      ),
    ).toEqual(['Words', 'Panel'])
  })
})

describe('words of a page', () => {
  test('are without the marks of footnotes, which are told as footnotes', async () => {
    expect(
      await readPage(
        `<p>It is good<sup><a href="https://example.org/r#fn1">1</a></sup> in all areas<sup>2</sup>, of 5 km<sup>2</sup>.<a href="#_ftn3">[3]</a></p>
         <ol><li id="fn1">A note. <a href="#r1">↩</a></li></ol><p><a href="#_ftnref3" name="_ftn3">[3]</a> Another.</p>`,
      ),
    ).toEqual(['It is good in all areas, of 5 km2.', 'footnote: 1. A note.', 'footnote: Another.'])
  })

  test('are without a raised link, whatever it leads to and whatever stands before it', async () => {
    expect(await readPage('<p>We go to<sup><a href="#x7">1</a></sup> see.')).toEqual([
      'We go to see.',
    ])
  })

  test('are without what was struck out and what takes no room', async () => {
    expect(
      await readPage(
        '<p>The <del>old</del><ins>new</ins> po&shy;li&#8203;cy, ‘so’ <q>said</q></p>',
      ),
    ).toEqual(['The new policy, ‘so’ said'])
  })

  test('go on over the end of a line, and not over two', async () => {
    expect(await readPage('<p>One<br>goes on<br> <br>Two</p>')).toEqual(['One goes on', 'Two'])
  })

  test('go on behind a picture or a script', async () => {
    expect(await readPage('<p>One <img src=x> goes<script>no()</script> on')).toEqual([
      'One goes on',
    ])
  })

  test('of quotations, figures and lists of terms are read', async () => {
    expect(
      await readPage(
        '<blockquote>Quoted</blockquote><figure><figcaption>Figure 1</figcaption></figure><dl><dt>Term<dd>Meaning</dl>',
      ),
    ).toEqual(['Quoted', 'Figure 1', 'Term', 'Meaning'])
  })

  test('stand behind a drawing that was never ended', async () => {
    expect(await readPage('<svg><g><path d="M0"/><title>t</title><p>Words')).toEqual(['Words'])
  })
})

describe('a hostile page', () => {
  test.each([
    ['tables in tables', '<table><td>'.repeat(50_000)],
    ['lists in lists', '<ul><li>'.repeat(50_000)],
    ['end tags of what is not there', `<b>${'<div>'.repeat(50_000)}${'</p></b>'.repeat(50_000)}`],
    ['attributes', `<p ${Array.from({ length: 200_000 }, (_, n) => `a${n}=1`).join(' ')}>`],
    ['style sheets', `<style>${'@media print{.a{'.repeat(50_000)}</style>`],
    ['areas', '<nav></nav><aside>'.repeat(50_000)],
  ])('of many %s is read as any', async (_, start) => {
    expect((await readLines('report.html', `${start}<p>words`)).at(-1)?.words).toBe('words')
  })

  test('of more lines than any report has is refused', async () => {
    await expect(readPage('<p>a'.repeat(200_001))).rejects.toThrow(
      'Unexpected file of more than 200000 lines, expected a report',
    )
  })

  test('that a program would draw has no words', async () => {
    await expect(readPage('<div id=app></div><script>draw()</script>')).rejects.toThrow(
      'Unexpected file without words, expected the report',
    )
  })

  test('that is a Word file in truth is refused', async () => {
    await expect(readPage('PK\u0003\u0004\0\0')).rejects.toThrow(
      'Unexpected data that is no text, expected the report',
    )
  })
})
