import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { anIo, aWorkspace, FINISHED, UNFINISHED } from './make.ts'

const two = { '2024-peel': FINISHED, '2024-custody': UNFINISHED }
const withStatus = (word: string) => FINISHED.replace(/^( *)update:.*/m, `$&\n$1status: ${word}`)
const run = async (argv: readonly string[], parts: Parameters<typeof anIo>[0] = {}) => {
  const io = anIo({ cwd: aWorkspace(two), today: '2024-02-20', ...parts })
  return { code: await main(['status', ...argv], io), io }
}

test('every response of the workspace around here has a line', async () => {
  const { code, io } = await run([])
  expect({ code, err: io.err }).toEqual({ code: 0, err: '' })
  expect(io.out).toMatch(/^RESPONSE +56 DAYS +STAGE/)
  expect(io.out).toMatch(/^2024-custody +14 days left +drafting +R 0\/1 /m)
  expect(io.out).toMatch(/^2024-peel +14 days left +final +R 1\/1 /m)
})

test.for([['2024-peel'], ['responses/2024-peel'], ['responses/2024-peel/response.yaml']])(
  '%s is told item by item',
  async argv => {
    const { code, io } = await run(argv)
    expect(code).toBe(0)
    expect(io.out).toContain('Investigating crime (adequate)')
    expect(io.out).toContain('The force should supervise investigations.')
  },
)

test('the day can be another', async () => {
  const { io } = await run(['--today', '2024-03-10'])
  expect(io.out).toMatch(/^2024-custody +5 days late/m)
})

test('a response that cannot be read is told of, and the others all the same', async () => {
  const { code, io } = await run([], {
    cwd: aWorkspace({ ...two, '2023-broken': 'office: [' }),
  })
  expect(code).toBe(1)
  expect(io.out).toMatch(/^2023-broken +not known +unreadable/m)
  expect(io.out).toMatch(/^2024-peel /m)
})

test('of two workspaces, the words of both scales are counted', async () => {
  const scale = 'statuses:\n  - { word: RED, colour: "#d4351c" }\n'
  const other = aWorkspace({ '2024-custody': withStatus('RED') }, { 'section55.yaml': scale })
  const cwd = aWorkspace({ '2024-peel': withStatus('in progress') })
  const { io } = await run([cwd, other, '--json'], { cwd })
  const { statuses } = JSON.parse(io.out) as { statuses: { word: string; items: number }[] }
  expect(statuses.map(({ word, items }) => [word, items])).toEqual([
    ['not started', 0],
    ['in progress', 1],
    ['complete', 0],
    ['RED', 1],
  ])
})

test('a wrong path is wrong use, with what was meant', async () => {
  const { code, io } = await run(['2024-pele'])
  expect(code).toBe(2)
  expect(io.err).toContain('Did you mean responses/2024-peel?')
})

describe('formats', () => {
  test.for([['--json'], ['--format', 'json']])('%s is for programs', async argv => {
    const { io } = await run(argv)
    const { today, responses, totals } = JSON.parse(io.out) as Record<string, never>
    expect(today).toBe('2024-02-20')
    expect(responses).toMatchObject([{ name: '2024-custody' }, { name: '2024-peel' }])
    expect(totals).toMatchObject({ responses: 2, running: 2, answered: 1, due: 2 })
    expect(io.out).not.toContain('"root"')
  })

  test('several are written at once, beside what is shown', async () => {
    const cwd = aWorkspace(two)
    const argv = ['-o', 'json=status.json', '--output', 'text=new/status.txt']
    const { code, io } = await run(argv, { cwd, isTerminal: true, columns: 60 })
    expect(code).toBe(0)
    expect(io.out).toContain('14 days left')
    expect(readFileSync(join(cwd, 'status.json'), 'utf8')).toMatch(/^\{/)
    // What a file says does not depend on the terminal.
    expect(readFileSync(join(cwd, 'new/status.txt'), 'utf8')).toMatch(/^RESPONSE +56 DAYS/)
  })

  test('a workbook is nothing for a terminal', async () => {
    const { code, io } = await run(['--format', 'xlsx'], { isTerminal: true })
    expect(code).toBe(2)
    expect(io.err).toContain('s55 status --output xlsx=status.xlsx')
    expect(io.out).toBe('')
  })

  test('a file that cannot be written is told of', async () => {
    const { code, io } = await run(['-o', 'json=responses'])
    expect(code).toBe(2)
    expect(io.err).toContain('Unexpected folder responses, expected a file')
  })
})

test('what is private leaves no file', async () => {
  const secret = 'SECRET'
  const withheld = FINISHED.replace(
    '        update: Supervisors now review each investigation.',
    `        update: ${secret} one.
        owner: ${secret} two
        history: [{ date: 2024-01-20, text: ${secret} three }]
        notes: ${secret} four
        withheld: { reason: ${secret} five, public: This answer is withheld. }`,
  )
  for (const argv of [[], ['2024-peel'], ['--json']]) {
    const { io } = await run(argv, { cwd: aWorkspace({ '2024-peel': withheld }) })
    expect(io.out).not.toContain(secret)
  }
})
