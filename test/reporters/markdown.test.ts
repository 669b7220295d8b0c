import type { RootContent, Table } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { toString } from 'mdast-util-to-string'
import { gfmTable } from 'micromark-extension-gfm-table'
import { describe, expect, test } from 'vitest'
import type { Report, ReporterOptions } from '../../src/reporters/reporter.ts'
import { aPlace, aReport, FILE, HOSTILE, late, tell, todo } from './make.ts'

/** What GitHub would see: its Markdown, parsed. */
async function markdown(reports: Report[], options: Partial<ReporterOptions> = {}) {
  const told = await tell('markdown', reports, options)
  const { children } = fromMarkdown(told, {
    extensions: [gfmTable()],
    mdastExtensions: [gfmTableFromMarkdown()],
  })
  return { told, children }
}
const rowsOf = (children: RootContent[]): string[][] =>
  children
    .filter((node): node is Table => node.type === 'table')
    .flatMap(({ children }) => children.map(row => row.children.map(cell => toString(cell))))
/** The kinds of nodes, down to the last. */
const kindsOf = (nodes: RootContent[]): string[] =>
  nodes.flatMap(node => [node.type, ...('children' in node ? kindsOf(node.children) : [])])

test('how each response stands comes first, the worst first, then a table, the errors first', async () => {
  const { children } = await markdown([
    aReport({ name: 'fine' }),
    aReport({ name: 'worse', problems: [late, todo] }),
  ])
  expect(children.map(({ type }) => type)).toEqual(['list', 'table'])
  expect(toString(children[0])).toMatch(/^worse: .* 1 error, 1 warning.*fine: /)
  expect(rowsOf(children)).toEqual([
    ['Severity', 'Where', 'What', 'Rule'],
    ['error', `${FILE}:3`, todo.message, 'placeholder'],
    ['warning', `${FILE}:14`, `${late.message}. Hint: Publish it today.`, late.rule],
  ])
})

test('where nothing is wrong there is no table', async () => {
  const { children } = await markdown([aReport()])
  expect(children.map(({ type }) => type)).toEqual(['list'])
})

test('what is excused stands below, with who and why', async () => {
  const waived = [{ problem: late, reason: 'Asked for.', by: 'A. Clerk', until: '2019-12-31' }]
  const { children } = await markdown([aReport({ problems: [todo], waived })])
  expect(children.map(({ type }) => type)).toEqual(['list', 'table', 'list'])
  expect(toString(children[2])).toBe(
    `Excused: publish-within-56-days (${FILE}:14) by A. Clerk until 31 December 2019: Asked for.`,
  )
})

test('a key that a message marks is marked', async () => {
  const problem = {
    ...todo,
    message: 'Missing day, expected it in `letter.date`, not ``x`` or `@y`',
  }
  const { children } = await markdown([aReport({ problems: [problem] })])
  expect(kindsOf(children).filter(kind => kind === 'inlineCode')).toHaveLength(1)
  expect(rowsOf(children)[1]?.[2]?.replaceAll('\u200b', '')).toBe(
    'Missing day, expected it in letter.date, not ``x`` or `@y`',
  )
})

test('--quiet leaves the table alone', async () => {
  const { children } = await markdown([aReport({ problems: [todo] })], { isQuiet: true })
  expect(children.map(({ type }) => type)).toEqual(['table'])
})

describe('hostile words', async () => {
  const problem = { ...todo, message: HOSTILE, hint: HOSTILE, place: aPlace(1, 1, 1, HOSTILE) }
  const waived = [{ problem, reason: HOSTILE, by: HOSTILE, until: '2019-12-31' }]
  const { told, children } = await markdown([
    aReport({ name: HOSTILE, problems: [problem], waived }),
  ])

  test('are words: nothing in them is Markdown or HTML', () => {
    const list = ['list', 'listItem', 'paragraph', 'text']
    const row = ['tableRow', ...Array.from({ length: 4 }, () => ['tableCell', 'text']).flat()]
    expect(kindsOf(children)).toEqual([...list, 'table', ...row, ...row, ...list])
  })

  test('are shown as typed, but for what cannot be printed', () => {
    const [, [, , what = ''] = []] = rowsOf(children)
    for (const words of [
      '| cell | `c*de` \\| \\',
      '<script>alert(1)</script>',
      '&amp; &',
      '$x$',
      ']]>',
    ])
      expect(what).toContain(words)
  })

  test('call nobody, and refer to no issue or address', () => {
    expect(told).not.toMatch(/@\w|#\d|GH-\d|:\/\/|www\./)
  })

  test('end no row', () => {
    expect(told.split('\n').filter(line => line.startsWith('| '))).toHaveLength(3)
  })
})

test('a long report fits in a comment, and says how much it leaves out', async () => {
  const message = `Unexpected "${'a* '.repeat(2000)}"`
  const problems = [
    ...Array.from({ length: 30 }, () => ({ ...late, message })),
    ...Array.from({ length: 10 }, () => todo),
  ]
  const reports = Array.from({ length: 1000 }, (_, index) =>
    aReport({ name: `r${index}`, problems }),
  )
  const { told, children } = await markdown(reports)
  expect(told.length).toBeLessThan(65_536)
  const rows = rowsOf(children)
  expect(rows[1]?.[0]).toBe('error')
  const shown = rows.length - 1
  expect(told).toContain(`And ${40_000 - shown} more: \`s55 check\` shows them all.`)
  expect(toString(children[0])).toMatch(/and \d+ more responses$/)
})
