import { error, warning } from '@actions/core'
import { EOL } from 'node:os'
import { expect, test, vi } from 'vitest'
import { aPlace, aReport, FILE, HOSTILE, late, tell, todo } from './make.ts'

/** What GitHub's own package writes. */
function written(write: () => void): string {
  let told = ''
  const spy = vi.spyOn(process.stdout, 'write').mockImplementation(text => {
    told += String(text)
    return true
  })
  write()
  spy.mockRestore()
  return told.replaceAll(EOL, '\n')
}

test('an annotation is what GitHub’s own package writes', async () => {
  expect(await tell('github', [aReport({ problems: [late] })])).toBe(
    written(() =>
      warning(`${late.message}\nHint: ${late.hint}`, {
        title: late.rule,
        file: FILE,
        ...{ startLine: 14, endLine: 14, startColumn: 9, endColumn: 18 },
      }),
    ),
  )
})

test('a hostile file and message are escaped as that package escapes them', async () => {
  // What would redraw a terminal is shown as a sign before; what is left is the format's to escape.
  const words = HOSTILE.replace(/[\r\n\u202e\u200f\u0007\u001b]|\p{Surrogate}/gu, '\ufffd')
  const shown = words.replace('\t', ' ')
  const problem = { ...todo, message: HOSTILE, place: aPlace(1, 1, 2, HOSTILE) }
  const told = await tell('github', [aReport({ problems: [problem] })])
  expect(told).toBe(
    written(() =>
      error(shown, {
        title: todo.rule,
        file: shown,
        ...{ startLine: 1, endLine: 1, startColumn: 1, endColumn: 2 },
      }),
    ),
  )
  expect(told.split('\n')).toHaveLength(2)
})

test('a note is a notice', async () => {
  const problem = { ...todo, severity: 'note' as const }
  expect(await tell('github', [aReport({ problems: [problem] })])).toMatch(
    /^::notice title=placeholder,file=/,
  )
})

test('what goes over several lines has no last column, for GitHub takes none', async () => {
  const place = { ...todo.place, end: { line: 5, column: 2 } }
  const told = await tell('github', [aReport({ problems: [{ ...todo, place }] })])
  expect(told).toContain('line=3,endLine=5,col=11::')
})

test('a response in which nothing is wrong annotates nothing, and neither does what is excused', async () => {
  const waived = [{ problem: late, reason: 'Asked for.', until: '2019-12-31' }]
  expect(await tell('github', [aReport({ waived })])).toBe('')
})
