import { execFileSync, spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { anIo, aWorkspace, FINISHED, OFFICE } from './make.ts'

const two = { '2024-peel': FINISHED, '2025-custody': FINISHED }

/** What is offered at the end of a line; bash parts words at their sign =. */
async function offered(line: string, part: (line: string) => string[] = words) {
  const io = anIo({ cwd: aWorkspace(two, { 'templates/westmere/office.yaml': OFFICE }) })
  const typed = part(line).slice(1)
  expect(await main(['complete', String(typed.length - 1), '--', ...typed], io)).toBe(0)
  expect(io.err).toBe('')
  return io.out.split('\n').slice(0, -1)
}
const words = (line: string) => line.split(' ')
const wordsOfBash = (line: string) => line.replaceAll('=', ' = ').trimEnd().split(' ')

describe('what is offered', () => {
  test('commands, with what they do', async () => {
    expect(await offered('s55 buil')).toEqual([
      'build\tthe letter and appendix as DOCX, PDF and HTML',
    ])
    const all = (await offered('s55 ')).map(line => line.split('\t')[0])
    expect(all).toEqual(expect.arrayContaining(['init', 'new', 'check', 'explain']))
    expect(all).not.toContain('complete')
  })

  test.for([
    ['s55 --vers', ['--version\twhich version this is']],
    ['s55 --verb', ['--verbose\twith --version: of Node, and what draws the PDF, too']],
    ['s55 check --gap', ['--gaps\twhat is still to be written: error (as it is) or warning']],
    ['s55 check --gaps ', ['error', 'warning']],
    ['s55 check --gaps=w', ['--gaps=warning']],
    ['s55 check ', ['responses/2024-peel', 'responses/2025-custody']],
    ['s55 check responses/2024-peel responses/2025', ['responses/2025-custody']],
    ['s55 check "responses/2025', ['responses/2025-custody']],
    ['s55 check ../', [':files']],
    ['s55 check --quiet responses/2025', ['responses/2025-custody']],
    ['s55 check --gaps error responses/2025', ['responses/2025-custody']],
    ['s55 check --only missing-signature placehol', ['placeholder\tTexts are finished']],
    ['s55 check --only placeholder -- responses/2025', ['responses/2025-custody']],
    ['s55 check --today ', []],
    ['s55 check -o sar', ['sarif=']],
    ['s55 status --format x', ['xlsx']],
    ['s55 status -o ht', ['html=']],
    ['s55 check --output sarif=', [':files']],
    ['s55 build --out ', [':folders']],
    ['s55 init ', [':folders']],
    ['s55 log 2025', ['2025-custody']],
    ['s55 log 2025-custody R1 --source b', ['body']],
    ['s55 carry 2024-peel ', ['2024-peel', '2025-custody']],
    ['s55 carry 2024-peel 2025-custody --only ', []],
    ['s55 new ', []],
    ['s55 new a b', []],
    ['s55 new a --kind cust', ['custody']],
    ['s55 new a --office ', ['northshire', 'westmere']],
    ['s55 letterhead ', ['northshire', 'westmere']],
    ['s55 schema off', ['office']],
    ['s55 completion z', ['zsh']],
  ] as const)('%s', async ([line, expected]) => {
    expect(await offered(line)).toEqual(expected)
  })

  test.for([
    ['s55 check --gaps=', ['error', 'warning']],
    ['s55 check --gaps=w', ['warning']],
    ['s55 check -o sarif=', [':files']],
    ['s55 check --gaps=error responses/2025', ['responses/2025-custody']],
  ] as const)('in bash: %s', async ([line, expected]) => {
    expect(await offered(line, wordsOfBash)).toEqual(expected)
  })

  test('an empty word at the end may be lost, as it is in PowerShell', async () => {
    const io = anIo({ cwd: aWorkspace(two) })
    await main(['complete', '2', '--', 'check', '--gaps'], io)
    expect(io.out).toBe('error\nwarning\n')
  })
})

// The scripts in the shells themselves, with the built product by the name that they know it by.
const S55 = resolve('dist/s55.js')
const script = (shell: string) =>
  execFileSync(process.execPath, [S55, 'completion', shell], { encoding: 'utf8' })
const has = (shell: string) => spawnSync(shell, ['--version']).status === 0

function runIn(argv: [string, ...string[]]): string[] {
  const root = aWorkspace(two, { 'a b.txt': '' })
  const named = `#!/bin/sh\nexec '${process.execPath}' '${S55}' "$@"\n`
  writeFileSync(join(root, 's55'), named, { mode: 0o755 })
  const env = { ...process.env, PATH: `${root}:${process.env['PATH']}` }
  const [shell, ...args] = argv
  return execFileSync(shell, args, { cwd: root, env, encoding: 'utf8' }).split('\n').filter(Boolean)
}

const TYPED = [
  ['s55 che', ['check']],
  ['s55 check --gaps ', ['error', 'warning']],
  ['s55 check responses/2024', ['responses/2024-peel']],
  ['s55 check a', ['a b.txt']],
  ['s55 build --out te', ['templates']],
] as const

describe.skipIf(!has('bash'))('bash (where it is) completes', () => {
  test.for(TYPED)('%s', ([line, expected]) => {
    // As readline calls the function; without compopt, as on macOS.
    const typed = line.replace(/ $/, " ''")
    const ask = `COMP_WORDS=(${typed}); COMP_CWORD=$((\${#COMP_WORDS[@]} - 1)); _s55`
    const said = runIn([
      'bash',
      '--norc',
      '-uc',
      `enable -n compopt\n${script('bash')}\n${ask}\nprintf '%s\\n' "\${COMPREPLY[@]}"`,
    ])
    expect(said).toEqual(expected)
  })

  test('and runs nothing of what is typed', () => {
    const ask = `COMP_WORDS=(s55 check '$(touch ran)' ''); COMP_CWORD=3; _s55`
    expect(runIn(['bash', '-c', `${script('bash')}\n${ask}\necho *`])[0]).not.toMatch(/\bran\b/)
  })

  test('when it is read twice', () => {
    expect(runIn(['bash', '-c', `${script('bash')}\n${script('bash')}\ncomplete -p s55`])).toEqual([
      'complete -F _s55 s55',
    ])
  })
})

describe.skipIf(!has('zsh'))('zsh (where it is) completes', () => {
  test.for(TYPED)('%s', ([line, expected]) => {
    // What its function hands to the completion system.
    const system = `compdef() { : }
      compadd() { : }
      _describe() { print -l -- "\${(@P)2}" }
      _files() { [[ $1 == -/ ]] && print templates || print "a b.txt" }`
    const typed = line.replace(/ $/, " ''")
    const ask = `words=(${typed}); CURRENT=\${#words}; _s55`
    const said = runIn(['zsh', '-fc', `${system}\n${script('zsh')}\n${ask}`])
    expect(said.map(one => one.split(':')[0])).toEqual(expected)
  })
})

describe.skipIf(!has('fish'))('fish (where it is) completes', () => {
  test.for(TYPED)('%s', ([line, expected]) => {
    const said = runIn(['fish', '--no-config', '-c', `${script('fish')}\ncomplete -C '${line}'`])
    expect(said.map(one => one.split('\t')[0]!.replace(/\/$/, ''))).toEqual(expected)
  })
})

test('PowerShell is told the place, not an empty word, and loses no dashes', () => {
  const text = script('powershell')
  expect(text).toContain('Register-ArgumentCompleter -Native -CommandName s55')
  expect(text).toContain("& s55 complete $place '--' @words")
})

test('each script is printed as it stands in the source', () => {
  for (const [shell, ending] of [['bash'], ['zsh'], ['fish'], ['powershell', 'ps1']] as const)
    expect(script(shell)).toBe(readFileSync(`src/cli/shells/s55.${ending ?? shell}`, 'utf8'))
})
