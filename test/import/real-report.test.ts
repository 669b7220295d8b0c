import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { itemsOfReport } from '../../src/check/quotations/report-items.ts'
import { wordsIn } from '../../src/check/quotations/words.ts'
import { foundItems } from '../../src/import/found-report.ts'
import { printedWords } from '../../src/import/printed-words.ts'
import { understandReport } from '../../src/import/understand/understand-report.ts'
import { readReportCopy } from '../../src/source/report-copy/read-report-copy.ts'

const REPORT = join(
  import.meta.dirname,
  '../../../shared/cases/responses/warwickshire-2019/report.txt',
)
const isThere = existsSync(REPORT)
const why = isThere ? '' : ' (skipped: ../shared is not here)'

const read = async () => {
  const bytes = readFileSync(REPORT)
  const { lines = [] } = await readReportCopy('report.txt', bytes)
  const report = understandReport([{ path: 'report.txt', lines }])
  return { lines, report, items: [...foundItems(report.sections)], text: bytes.toString('utf8') }
}

describe.skipIf(!isThere)(`the saved page of a real report${why}`, () => {
  test('has one pillar with five questions, of which the fifth is ungraded', async () => {
    const { report } = await read()
    const [pillar, ...others] = report.sections
    expect(others).toEqual([])
    expect(pillar!.grade).toBe('good')
    expect(pillar!.sections.map(({ grade }) => grade)).toEqual([
      'good',
      'requires improvement',
      'good',
      'good',
      'ungraded',
    ])
    expect(report.doubts).toEqual([])
  })

  test('has a cause of concern with seven recommendations, five areas for improvement, and a shortcoming', async () => {
    const { report, items } = await read()
    const found = report.sections[0]!.sections.map(section => section.items.map(({ kind }) => kind))
    const area = 'area_for_improvement'
    expect(found).toEqual([
      [],
      ['cause_of_concern'],
      [area, area],
      [area, area, area],
      ['observation'],
    ])
    const [cause] = items
    expect(cause!.recommendations).toHaveLength(7)
    expect(cause).toMatchObject({ deadline: 'within six months' })
    expect(cause!.lead).toMatch(/^To address .* within six months the force should$/)
  })

  test('has every one of their words', async () => {
    const { items, text } = await read()
    const source = text.replace(/\s+/g, ' ')
    for (const { words } of items) expect(source).toContain(printedWords(words))
  })

  test('is understood by the quotation rules in the same way', async () => {
    const { lines, items } = await read()
    const keysOf = (words: string) =>
      wordsIn(words)
        .map(({ key }) => key)
        .join(' ')
    const imported = items.map(({ words }) => keysOf(printedWords(words)))
    const found = [...itemsOfReport(lines)].map(({ words }) => keysOf(words))
    expect(found).toHaveLength(imported.length)
    // Of a shortcoming they quote the last sentences alone.
    for (const words of found) expect(imported.some(one => one.includes(words))).toBe(true)
  })
})
