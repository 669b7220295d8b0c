import type { Table } from '../../document/tree.ts'
import { walk, wordsOf } from '../../document/words.ts'
import type { Rule } from '../rule.ts'
import { ownTextsOf } from '../own-words.ts'

export const tableWithoutHeader: Rule = {
  id: 'table-without-header',
  severity: 'warning',
  title: 'The first row of a table names its columns',
  source: 'WCAG 2.2, 1.3.1: Public Sector Bodies Accessibility Regulations 2018',
  *check(context) {
    for (const { text, item } of ownTextsOf(context)) {
      const { at, value } = text
      if (!value.includes('|')) continue
      const tables = [...walk(text.blocks)].filter(node => node.type === 'table')
      const headers = tables.some(lacksHeader) ? headersIn(value) : []
      for (const [index, table] of tables.entries()) {
        if (!lacksHeader(table)) continue
        const within = headers[index]
        yield {
          at,
          ...(within && headers.length === tables.length ? { within } : { part: 'key' }),
          ...(item && { item: item.id }),
          message: 'Missing heads of the columns of a table, expected words in its first row',
          hint: 'Say in the row above the dashes what each column holds.',
        }
      }
    }
  },
}

/** The corner above a column of names may be empty. */
function lacksHeader({ children: [header] }: Table): boolean {
  if (!header) return false
  const blank = header.children.filter(cell => wordsOf(cell.children).trim() === '')
  return blank.length * 2 > header.children.length
}

/** Where the row above each row of dashes stands. */
function headersIn(value: string): { offset: number; length: number }[] {
  const lines = value.split('\n')
  const found: { offset: number; length: number }[] = []
  let offset = 0
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1] ?? ''
    const isDashes = /^[ \t>|:-]+$/.test(next) && next.includes('|') && next.includes('-')
    if (isDashes && line.includes('|')) found.push({ offset, length: line.length })
    offset += line.length + 1
  }
  return found
}
