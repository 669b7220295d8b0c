import { unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { inspectWord } from '../../src/stationery/inspect-word.ts'
import { prepareWord } from '../../src/stationery/prepare-word.ts'
import { aWordFile, BODY, p, textBox } from './make-word.ts'

const BODY_MARK = '<w:p><w:r><w:t>{{body}}</w:t></w:r></w:p>'
const prepared = (body: string) => {
  const before = aWordFile({ body })
  const made = prepareWord(before)
  if (!made.bytes) throw new Error(made.findings[0]?.message)
  const [old, now] = [unzipSync(before), unzipSync(made.bytes)]
  const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes)
  for (const path of Object.keys(old))
    if (path !== 'word/document.xml') expect(text(now[path]), path).toBe(text(old[path]))
  expect(Object.keys(now)).toEqual(Object.keys(old))
  expect(inspectWord(made.bytes).filter(({ severity }) => severity === 'error')).toEqual([])
  const document = text(now['word/document.xml'])
  expect(document.replace(BODY_MARK, '')).toBe(text(old['word/document.xml']))
  return { where: made.where, before: document.slice(0, document.indexOf(BODY_MARK)) }
}

test('{{body}} is put below the last words of the page, and nothing else changes', () => {
  const { where, before } = prepared(p('Our ref: {{our_ref}}') + p('{{date}}') + p('') + p(''))
  expect(where).toBe('{{date}}')
  expect(before.endsWith(p('{{date}}'))).toBe(true)
})
test('words in a table are followed from below it', () => {
  const table = `<w:tbl><w:tr><w:tc>${p('Meridian House')}</w:tc></w:tr></w:tbl>`
  const { where, before } = prepared(table + p(''))
  expect(where).toBe('Meridian House')
  expect(before.endsWith(table)).toBe(true)
})
test('words of a text box are not of the page', () => {
  expect(prepared(textBox(p('Northshire'))).where).toBe('')
})
test('a page without words has it first', () => {
  expect(prepared('').where).toBe('')
  expect(prepared(p('')).before.endsWith('<w:body>')).toBe(true)
})
test('a file that has it needs no preparing', () => {
  expect(prepareWord(aWordFile({ body: p('a') + BODY })).findings).toMatchObject([
    { severity: 'error', where: 'paragraph 2 ("{{body}}")' },
  ])
})
