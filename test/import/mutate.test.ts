import { expect, test } from 'vitest'
import { curl, dropHeadings, makeListsTables, markWith, MUTATIONS, straighten } from './mutate.ts'
import { splitWithOverlap, spillScreenWords, toWindows1252, wrapHard } from './mutate.ts'
import { asText } from './print.ts'
import { readSpecimens } from './specimen.ts'

const pages = readSpecimens().flatMap(({ pages }) => pages)
const page = (main: string) => `<html><head></head><body><main>${main}</main></body></html>`
const mainOf = (html: string) => /<main>(.*)<\/main>/s.exec(html)![1]

test.each(MUTATIONS)('$name: changes some of the specimens, and may be done twice', mutation => {
  const changed = pages.filter(html => {
    const before = mutation.of === 'page' ? html : asText(html)
    const after = mutation.spoil(before)
    return typeof after !== 'string' || asText(after) !== asText(before) || after !== before
  })
  expect(changed.length).toBeGreaterThan(0)
})

test('spoiling a page loses none of its words but the headings that are dropped', () => {
  const count = (html: string) =>
    straighten(asText(html))
      .toLowerCase()
      .match(/[a-z]+/g)!.length
  for (const mutation of MUTATIONS) {
    if (mutation.of !== 'page' || /no heading|banner/.test(mutation.name)) continue
    for (const html of pages) expect(count(mutation.spoil(html))).toBe(count(html))
  }
})

test('a heading is dropped by its words', () => {
  const spoilt = dropHeadings(
    page('<h2>Summary</h2><h3>Areas for improvement</h3><p>x</p>'),
    /^areas/i,
  )
  expect(mainOf(spoilt)).toBe('<h2>Summary</h2><p>x</p>')
})

test('lists become tables, inner ones too', () => {
  const spoilt = makeListsTables(page('<ul><li>a<ul><li>b</li></ul></li></ul>'))
  expect(asText(spoilt).split(/\s+/).filter(Boolean)).toEqual(['•', 'a', '•', 'b'])
  expect(spoilt).not.toContain('<li>')
})

test('quotes are curled as word processors do', () => {
  expect(curl(`the force's "plan" ('new')`)).toBe('the force’s “plan” (‘new’)')
  expect(straighten(curl(`the force's "plan"`))).toBe(`the force's "plan"`)
})

test('bullets are numbered anew in each list', () => {
  const text = 'A\n\n  • one\n  • two\n\nB\n\n  • three'
  expect(markWith(index => `${index})`)(text)).toBe('A\n\n  1) one\n  2) two\n\nB\n\n  1) three')
  expect(markWith('')(text)).toBe('A\n\none\ntwo\n\nB\n\nthree')
})

test('lines are broken with their entries hanging', () => {
  expect(wrapHard(12)('  • one two three')).toBe('  • one two\n    three')
})

test('Windows-1252 has its own quotes and bullets', () => {
  expect([...toWindows1252('‘•’–é')]).toEqual([0x91, 0x95, 0x92, 0x96, 0xe9])
})

test('the words of banner and menu come before those of the report', () => {
  const spilt = asText(spillScreenWords(pages[0]!))
  expect(spilt.indexOf('Reject cookies that are not needed')).toBeLessThan(
    spilt.indexOf('Published on'),
  )
  expect(spilt.match(/Reject cookies/g)).toHaveLength(1)
})

test('two files overlap by three paragraphs', () => {
  const text = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].join('\n\n')
  expect(splitWithOverlap(text)).toEqual(['a\n\nb\n\nc\n\nd\n\ne\n\nf\n\ng\n', 'e\n\nf\n\ng\n\nh'])
})
