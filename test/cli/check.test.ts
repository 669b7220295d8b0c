import { describe, expect, test } from 'vitest'
import { check } from '../../src/cli/check.ts'
import type { Io } from '../../src/cli/io.ts'
import type { CheckOptions } from '../../src/cli/options.ts'
import { anIo, aWorkspace, FINISHED, UNFINISHED } from './make.ts'

const SIGNATURE = 'templates/northshire/office.yaml:9:11 warning missing-signature'

test('a letter with warnings alone can go out', async () => {
  const { code, out, err } = await run({ responses: { '2024-peel': FINISHED } })
  expect(code).toBe(0)
  expect(out).toContain(SIGNATURE)
  expect(out).toMatch(
    /\n2024-peel: letter of day 42 of 56 \(20 February 2024\), publication not entered, 1 of 1 answered, 0 errors, 1 warning\n$/,
  )
  expect(err).toBe('')
})

test('a letter with an error cannot', async () => {
  const { code, out } = await run({ responses: { '2024-peel': UNFINISHED } })
  expect(code).toBe(1)
  expect(out).toContain('responses/2024-peel/response.yaml:19:17 error placeholder')
  expect(out).toContain('day 23 of 56 (last day 5 March 2024), 0 of 1 answered')
})

test('while it is being written, what is still to come may be a warning', async () => {
  const { code, out } = await run({
    responses: { '2024-peel': UNFINISHED },
    options: { gaps: 'warning' },
  })
  expect(code).toBe(0)
  expect(out).toContain('warning placeholder')
})

test('what cannot be read is an error with its place, not a fault', async () => {
  const { code, out } = await run({ responses: { '2024-peel': 'office: [northshire\n' } })
  expect(code).toBe(1)
  expect(out).toMatch(/^responses\/2024-peel\/response\.yaml:\d+:\d+ error /)
})

describe('several responses', () => {
  const responses = { first: FINISHED, second: UNFINISHED, third: FINISHED }

  test('one error in any of them counts', async () => {
    expect(await run({ responses })).toMatchObject({ code: 1 })
  })

  test('each has its last line, the worst first', async () => {
    const { out } = await run({ responses })
    expect(
      out
        .split('\n')
        .slice(-4, -1)
        .map(line => line.split(':')[0]),
    ).toEqual(['second', 'first', 'third'])
  })

  test('what is wrong with their office is told once, and counted with each', async () => {
    const { out } = await run({ responses })
    expect(out.split(SIGNATURE)).toHaveLength(2)
    expect(out).toMatch(/third: .* 1 warning\n/)
  })
})

test('--quiet leaves the problems and drops the last lines', async () => {
  const options = { isQuiet: true }
  const { out } = await run({ responses: { '2024-peel': FINISHED }, options })
  expect(out).toContain(SIGNATURE)
  expect(out).not.toContain('2024-peel:')
})

test('JSON is one array, with nothing around it', async () => {
  const { code, out, err } = await run({
    responses: { first: UNFINISHED, second: FINISHED },
    options: { format: 'json' },
  })
  expect(code).toBe(1)
  expect(err).toBe('')
  expect((JSON.parse(out) as { rule: string }[]).map(({ rule }) => rule)).toEqual([
    'placeholder',
    'missing-signature',
  ])
})

test('a file is named as the current folder reaches it', async () => {
  const { out } = await run({ responses: { '2024-peel': UNFINISHED }, cwd: 'responses' })
  expect(out).toMatch(/^2024-peel\/response\.yaml:19/)
  expect(out).toContain(`../${SIGNATURE}`)
})

describe('colours', () => {
  const responses = { '2024-peel': FINISHED }
  const code = /\u001b\[/

  test('are for terminals', async () => {
    expect((await run({ responses, io: { isTerminal: true } })).out).toMatch(code)
    expect((await run({ responses })).out).not.toMatch(code)
  })

  test('are left out where they are not wanted', async () => {
    const isTerminal = true
    for (const env of [{ NO_COLOR: '1' }, { TERM: 'dumb' }])
      expect((await run({ responses, io: { isTerminal, env } })).out).not.toMatch(code)
    const options = { isColourWanted: false }
    expect((await run({ responses, io: { isTerminal }, options })).out).not.toMatch(code)
  })

  test('stay where NO_COLOR is there but empty', async () => {
    const io = { isTerminal: true, env: { NO_COLOR: '' } }
    expect((await run({ responses, io })).out).toMatch(code)
  })
})

test('a path that leads nowhere is wrong use, and nothing is checked', async () => {
  const { code, out, err } = await run({
    responses: { '2024-peel': FINISHED },
    paths: ['responses/2024-peel', 'responses/2024-pele'],
  })
  expect(code).toBe(2)
  expect(out).toBe('')
  expect(err).toContain('Missing responses/2024-pele, expected')
  expect(err).toContain('Did you mean responses/2024-peel?')
})

type Run = {
  files?: Record<string, string>
  responses: Record<string, string>
  paths?: string[]
  options?: Partial<CheckOptions>
  io?: Partial<Io>
  /** From the workspace. */
  cwd?: string
}

const STANDARD: CheckOptions = {
  isQuiet: false,
  isColourWanted: true,
  isJson: false,
  format: 'text',
  gaps: 'error',
  hasNotes: false,
  only: [],
  maxWarnings: Infinity,
  isWatching: false,
  outputs: [],
}

async function run({ responses, files, paths = [], options, io: parts, cwd = '.' }: Run) {
  const root = aWorkspace(responses, files)
  const io = anIo({ cwd: `${root}/${cwd}`, ...parts })
  const all: CheckOptions = { ...STANDARD, ...options }
  const code = await check(paths, all, io)
  return { code, out: io.out, err: io.err }
}

describe("an office's own sentences", () => {
  const responses = { '2024-peel': FINISHED }
  const checked = (name: string, text: string) =>
    run({ responses, files: { [`templates/northshire/wording/${name}.hbs`]: text } })

  test('are filled as a letter would fill them', async () => {
    expect(await checked('opening', 'About {{report.title}}.\n')).toMatchObject({ code: 0 })
    const { code, out } = await checked('opening', 'About {{report.titel}}.\n')
    expect(code).toBe(1)
    expect(out).toContain('templates/northshire/wording/opening.hbs:1:1 error wording')
    expect(out).toContain('Unexpected {{report.titel}}')
  })

  test('under a name that nothing asks for they would never be printed', async () => {
    const { code, out } = await checked('openning', 'About it.\n')
    expect(code).toBe(1)
    expect(out).toMatch(/openning\.hbs:1:1 error wording\n.*\n.*Did you mean opening\.hbs\?/)
  })
})

test('a wrong citation in a fixed sentence of the office is told there', async () => {
  const opening = 'My response under section 55(1) of the Police Act 1996 to {{report.title}}.\n'
  const { out } = await run({
    responses: { '2024-peel': FINISHED },
    files: { 'templates/northshire/wording/opening.hbs': opening },
  })
  expect(out).toContain('templates/northshire/wording/opening.hbs:1:19 warning wrong-citation')
  expect(out).toContain('Unexpected "section 55(1)", expected section 55(5)')
})

test('a control character is told once', async () => {
  const { out } = await run({
    responses: { letter: FINISHED.replace('I welcome', 'I \u0007welcome') },
  })
  expect(out.match(/ error \S+/g)).toEqual([' error text'])
})

test('two wrong references of one value are two problems', async () => {
  const answer = '      - answers: R8 R9\n        update: Done.\n'
  const letter = FINISHED.replace('actions:', `${answer}actions:`)
  const { out } = await run({ responses: { letter } })
  expect(out).toContain('Unexpected reference R8')
  expect(out).toContain('Unexpected reference R9')
})
