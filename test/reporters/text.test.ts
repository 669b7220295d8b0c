import { describe, expect, test } from 'vitest'
import type { Place, Problem } from '../../src/problem.ts'
import type { Report, ReporterOptions } from '../../src/reporters/reporter.ts'
import { text } from '../../src/reporters/text.ts'

const FILE = 'responses/northshire-2019/response.yaml'
const late: Problem = {
  rule: 'publish-within-56-days',
  severity: 'warning',
  message: 'Unexpected letter of 10 December 2019, expected 21 November 2019 or earlier',
  place: aPlace(14, 9, 10),
  law: 'Police Act 1996, section 55(5A)',
  related: [{ place: aPlace(6, 14, 10), label: 'the 56 days begin with this day' }],
}
const source = aSource({ 6: '  published: 2019-09-27', 14: '  date: 2019-12-10' })

describe('text', () => {
  test('a problem of two places shows both, each with its own sign', async () => {
    expect(await tell([aReport({ problems: [late] })])).toBe(
      `responses/northshire-2019/response.yaml:14:9 warning publish-within-56-days
  Unexpected letter of 10 December 2019, expected 21 November 2019 or earlier

   6 |   published: 2019-09-27
     |              ---------- the 56 days begin with this day
  14 |   date: 2019-12-10
     |         ^^^^^^^^^^

`,
    )
  })

  test('a message and its hint are wrapped at the width of the page', async () => {
    const problem = {
      ...late,
      message: 'word '.repeat(30).trim(),
      hint: 'Remedy '.repeat(20).trim(),
    }
    const lines = (await tell([aReport({ problems: [problem] })])).split('\n')
    expect(Math.max(...lines.map(line => line.length))).toBeLessThanOrEqual(80)
    expect(lines.filter(line => line.startsWith('  word'))).toHaveLength(2)
    expect(lines.filter(line => /^ {2}(Hint: )?Remedy/.test(line))).toHaveLength(2)
  })

  test('a long line is cut about the words that are marked', async () => {
    const line = `    ${'before '.repeat(40)}TODO ${'after '.repeat(40)}`
    const problem = { ...late, related: [], place: aPlace(3, line.indexOf('TODO') + 1, 4) }
    const told = await tell([aReport({ problems: [problem], source: aSource({ 3: line }) })])
    const lines = told.split('\n')
    expect(Math.max(...lines.map(line => line.length))).toBeLessThanOrEqual(80)
    const [shown = '', signs = ''] = lines.slice(3)
    expect(shown).toMatch(/^   3 \| ….*TODO.*…$/)
    expect(shown.slice(signs.indexOf('^'), signs.lastIndexOf('^') + 1)).toBe('TODO')
  })

  test('the words of a long line that go on past the page are marked up to its edge', async () => {
    const line = 'x '.repeat(200)
    const problem = { ...late, related: [], place: aPlace(3, 100, 250) }
    const told = await tell([aReport({ problems: [problem], source: aSource({ 3: line }) })])
    expect(Math.max(...told.split('\n').map(line => line.length))).toBe(80)
  })

  test('a label that does not fit beside its sign stands below it', async () => {
    const line = `${' '.repeat(50)}published: 2019-09-27`
    const problem = { ...late, related: [{ place: aPlace(6, 62, 10), label: 'day 1 of them' }] }
    const told = await tell([
      aReport({ problems: [problem], source: aSource({ 6: line, 14: '  date: 2019-12-10' }) }),
    ])
    const lines = told.split('\n')
    expect(Math.max(...lines.map(line => line.length))).toBeLessThanOrEqual(80)
    expect(lines[4]?.trim()).toMatch(/^\| +-{10}$/)
    expect(lines[5]).toMatch(/day 1 of them$/)
  })

  test('a related place in another file is named', async () => {
    const place = { ...aPlace(2, 1, 5), file: 'templates/northshire/office.yaml' }
    const problem = { ...late, related: [{ place, label: 'the other' }] }
    const sources = new Map([
      [FILE, source],
      [place.file, 'office: x\nforce: Northshire Police\n'],
    ])
    const told = await tell([{ ...aReport({ problems: [problem] }), sources }])
    expect(told).toContain(`
  14 |   date: 2019-12-10
     |         ^^^^^^^^^^
  templates/northshire/office.yaml:2
   2 | force: Northshire Police
     | ----- the other
`)
  })

  test('a private line is never quoted', async () => {
    const report = { ...aReport({ problems: [late] }), isPrivate: () => true }
    const told = await tell([report])
    expect(told).not.toContain('published')
    expect(told).toContain('  14 | [private]\n     | ^^^^^^^^^\n')
  })

  test('escape codes in a file do not reach the terminal', async () => {
    const line = '  date: \u001b[31m2019\u202e-12-10\u0007'
    const message = 'Unexpected \u001b[2J, expected a date'
    const problem = { ...late, message, related: [] }
    const told = await tell([aReport({ problems: [problem], source: aSource({ 14: line }) })])
    expect(told).not.toMatch(/[\u001b\u0007\u202e]/)
    expect(told).toContain('\ufffd[31m2019\ufffd-12-10\ufffd')
  })

  test('no line begins as a command to GitHub’s runner', async () => {
    const message = `Unexpected ${'word '.repeat(13)}::error::x, expected none`
    const told = await tell(
      [aReport({ problems: [{ ...late, message }], name: '::stop-commands::x' })],
      {
        isQuiet: false,
      },
    )
    expect(told).toMatch(/^ +\u200b::error::x, expected none$/m)
    expect(told).not.toMatch(/^\s*::/m)
  })

  test('a tab takes one column, as columns are counted', async () => {
    const problem = { ...late, related: [], place: aPlace(3, 2, 4) }
    const told = await tell([aReport({ problems: [problem], source: aSource({ 3: '\tdate: x' }) })])
    expect(told).toContain('   3 |  date: x\n     |  ^^^^\n')
  })

  test('a value of several lines is marked to the end of its first', async () => {
    const place = { ...aPlace(14, 3, 0), end: { line: 16, column: 4 } }
    const told = await tell([aReport({ problems: [{ ...late, related: [], place }] })])
    expect(told).toContain(`     |   ${'^'.repeat('date: 2019-12-10'.length)}\n`)
  })

  test('a file that could not be read has no frame', async () => {
    const report = { ...aReport({ problems: [late] }), sources: new Map<string, string>() }
    expect(await tell([report])).toBe(
      `${FILE}:14:9 warning publish-within-56-days
  Unexpected letter of 10 December 2019, expected 21 November 2019 or earlier

`,
    )
  })

  test('colours are used on a terminal alone', async () => {
    const reports = [aReport({ problems: [late] })]
    const codes = /\u001b\[\d+m/g
    const coloured = await tell(reports, { hasColours: true })
    expect(coloured).toMatch(codes)
    expect(coloured.replace(codes, '')).toBe(await tell(reports))
  })

  test('the last lines say how each response stands, the worst first', async () => {
    const reports = [
      aReport({ name: 'fine' }),
      aReport({ name: 'worse', errors: 1, warnings: 2 }),
      aReport({ name: 'worst', errors: 2, notes: 1 }),
    ]
    expect(await tell(reports, { isQuiet: false })).toBe(
      `worst: day 56 of 56 (published 21 November 2019), 29 of 29 answered, 2 errors, 0 warnings, 1 note
worse: day 56 of 56 (published 21 November 2019), 29 of 29 answered, 1 error, 2 warnings
fine: day 56 of 56 (published 21 November 2019), 29 of 29 answered, 0 errors, 0 warnings
`,
    )
  })

  test('what is excused follows the line of its response, with who and why', async () => {
    const reason = 'The panel asked for it to wait until its meeting in December.'
    const waived = [{ problem: late, reason, by: 'A. Clerk', until: '2019-12-31' }]
    const reports = [{ ...aReport({ excused: 1 }), waived }, aReport({ name: 'worse', errors: 1 })]
    expect(await tell(reports, { isQuiet: false })).toBe(
      `worse: day 56 of 56 (published 21 November 2019), 29 of 29 answered, 1 error, 0 warnings
northshire-2019: day 56 of 56 (published 21 November 2019), 29 of 29 answered, 0 errors, 0 warnings, 1 excused
  excused: publish-within-56-days (${FILE}:14)
    by A. Clerk until 31 December 2019: The panel asked for it to wait until its
    meeting in December.
`,
    )
  })
})

function aPlace(line: number, column: number, length: number): Place {
  return { file: FILE, start: { line, column }, end: { line, column: column + length } }
}

/** A file of blank lines, but for these. */
function aSource(lines: Record<number, string>): string {
  return Array.from({ length: 20 }, (_, index) => lines[index + 1] ?? '').join('\n')
}

type Parts = { problems?: Problem[]; source?: string } & Partial<Report['summary']>

function aReport({ problems = [], source: words = source, ...counts }: Parts): Report {
  const clock = { published: '2019-09-27', day: '2019-11-21', day_is_of: 'publication' } as const
  return {
    problems,
    sources: new Map([[FILE, words]]),
    isPrivate: () => false,
    waived: [],
    showPath: file => file,
    summary: {
      ...{
        name: 'northshire-2019',
        clock,
        answered: 29,
        due: 29,
        errors: 0,
        warnings: 0,
        notes: 0,
        excused: 0,
      },
      ...counts,
    },
  }
}

async function tell(reports: Report[], options: Partial<ReporterOptions> = {}): Promise<string> {
  let told = ''
  const all = { columns: 80, hasColours: false, isQuiet: true, ...options }
  for await (const words of text(reports, all)) told += words
  return told
}

describe('letters that take the room of two', () => {
  const at = (line: string, word: string) => {
    const start = line.indexOf(word) + 1
    const place = aPlace(3, start, word.length)
    const problems = [{ ...late, place, related: [] }]
    return tell([aReport({ problems, source: aSource({ 3: line }) })])
  }

  test('the signs stand under the marked words behind them', async () => {
    expect(await at('  é 漢字 😀 <b>', '<b>')).toContain(
      '\n   3 |   é 漢字 😀 <b>\n     |             ^^^\n',
    )
    expect(await at('  done 😀 here', '😀')).toContain('\n     |        ^^\n')
  })

  test('a long line of them stays within the columns', async () => {
    const frame = (await at(`${'漢'.repeat(200)}<b>${'字'.repeat(200)}`, '<b>')).split('\n')
    const [shown = '', signs = ''] = frame.slice(frame.findIndex(line => line.startsWith('   3 |')))
    const before = shown.slice(0, shown.indexOf('<b>'))
    expect(
      Array.from(shown).reduce((sum, letter) => sum + (/[漢字]/.test(letter) ? 2 : 1), 0),
    ).toBeLessThanOrEqual(80)
    expect(signs.indexOf('^')).toBe(
      Array.from(before).reduce((sum, letter) => sum + (letter === '漢' ? 2 : 1), 0),
    )
  })
})
