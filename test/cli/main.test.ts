import { describe, expect, test } from 'vitest'
import { version } from '../../package.json'
import { main } from '../../src/cli/main.ts'
import { anIo, aWorkspace, FINISHED } from './make.ts'

test('the help lists the commands that work, and no other', async () => {
  const io = anIo()
  expect(await main(['--help'], io)).toBe(0)
  const commands = [...io.out.matchAll(/^ {2}([a-z]+) /gm)].map(([, name]) => name)
  const first = ['check', 'build', 'letterhead', 'fix', 'status', 'panel', 'explain']
  const following = ['log', 'carry']
  expect(commands).toEqual([
    ...first,
    ...following,
    ...['init', 'new', 'import', 'schema', 'completion'],
  ])
  expect(io.err).toBe('')
})

test('the help of a command names its options', async () => {
  const io = anIo()
  expect(await main(['check', '--help'], io)).toBe(0)
  for (const option of ['--format', '--gaps', '--today', '--json', '--quiet', '--no-color'])
    expect(io.out).toContain(option)
})

test('the version is that of the package', async () => {
  const io = anIo()
  expect(await main(['--version'], io)).toBe(0)
  expect(io.out).toBe(`${version}\n`)
})

describe('wrong use', () => {
  test.for([
    [
      ['chekc'],
      'Unexpected command chekc, expected check, build, letterhead, fix',
      'Did you mean check?',
    ],
    [['check', '--formt', 'json'], 'Unexpected option --formt, expected', 'Did you mean --format?'],
    [
      ['check', '--format', 'jsno'],
      'Unexpected --format jsno, expected text, json, sarif',
      'json?',
    ],
    [['check', '--gaps', 'off'], 'Unexpected --gaps off, expected error or warning', ''],
    [['check', '--today', '1/2/2024'], 'Unexpected --today 1/2/2024, expected a date such as', ''],
    [['check', '--today'], 'Missing value of --today, expected --today <date>', ''],
  ] as const)('%s', async ([argv, message, hint]) => {
    const io = anIo()
    expect(await main(argv, io)).toBe(2)
    expect(io.err).toContain(message)
    expect(io.err).toContain(hint)
    expect(io.err).not.toContain('error:')
    expect(io.out).toBe('')
  })

  test('no command at all shows the help, where everything else goes', async () => {
    const io = anIo()
    expect(await main([], io)).toBe(2)
    expect(io.err).toContain('Usage: s55')
    expect(io.out).toBe('')
  })
})

describe('a fault of ours', () => {
  const broken = (env = {}) => {
    const io = anIo({ env })
    io.write = () => {
      throw new Error('the tree has no root')
    }
    return io
  }

  test('is one sentence, without a stack', async () => {
    const io = broken()
    expect(await main(['--version'], io)).toBe(3)
    expect(io.err).toBe(
      'A fault in s55 itself, not in your files: the tree has no root\n' +
        '  Please report it, with what S55_DEBUG=1 shows.\n',
    )
  })

  test('shows its stack to whoever asks', async () => {
    const io = broken({ S55_DEBUG: '1' })
    expect(await main(['--version'], io)).toBe(3)
    expect(io.err).toContain('main.test.ts')
  })
})

test('--today stands in for the clock', async () => {
  const draft = FINISHED.replace('final', 'draft')
  const io = anIo({ cwd: aWorkspace({ draft }) })
  await main(['check', '--today', '2024-01-11'], io)
  expect(io.out).toContain('draft: day 2 of 56 (last day 5 March 2024)')
})

test('--json is short for --format json', async () => {
  const io = anIo({ cwd: aWorkspace({ northshire: FINISHED }) })
  await main(['check', '--json'], io)
  expect(JSON.parse(io.out)).toHaveLength(1)
})
