import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { main } from '../../src/cli/main.ts'
import type { Io } from '../../src/cli/io.ts'
import { anIo, aWorkspace, FINISHED, UNFINISHED } from './make.ts'

const VAGUE = 'comments: "The figures are [here](https://www.northshire.example/figures)."'
const vague = (response: string) => response.replace('comments: I welcome the report.', VAGUE)

async function build(response: string, argv = ['--verify'], parts: Partial<Io> = {}) {
  const root = aWorkspace({ letter: response })
  const output = join(root, 'output/letter/letter.pdf')
  mkdirSync(join(root, 'output/letter'), { recursive: true })
  writeFileSync(output, 'the old one')
  const io = anIo({ cwd: root, ...parts })
  const code = await main(['build', ...argv], io)
  const isBuilt = existsSync(output) && readFileSync(output, 'utf8') !== 'the old one'
  return { code, out: io.out, err: io.err, isBuilt }
}

describe('build --verify', () => {
  test('says below the files what holds of them, no line longer than the terminal', async () => {
    const { code, out, isBuilt } = await build(FINISHED)
    expect([code, isBuilt]).toEqual([0, true])
    expect(out).toContain(
      '  Opened again, letter.docx, .pdf and .html: all 13 statements kept\n' +
        '    kept      Word, PDF and page have the title “',
    )
    expect(out).toMatch(/letter\.json +\d+ kB {2}\d+\.\d\d s\n {2}Opened again/)
    expect(out).not.toContain('not kept')
    for (const line of out.split('\n')) expect(line.length).toBeLessThanOrEqual(80)
  })

  test('a final letter that not everybody can read is not put in place, and that is an error', async () => {
    const { code, out, err, isBuilt } = await build(vague(FINISHED))
    expect([code, isBuilt, out]).toEqual([1, false, ''])
    expect(err).toContain(
      'letter (final)\n  Opened again, letter.docx, .pdf and .html: 1 of 13 statements not kept\n',
    )
    expect(err).toContain(
      '    not kept  Unexpected link “here” in Word, PDF and page, expected words that\n' +
        '              say where it leads\n' +
        '                Name the page or paper: [our accountability papers](https://…)\n',
    )
    expect(err).toContain('Nothing was built')
    expect(err).toContain('1 letter not built: letter')
  })

  test('a draft is put in place all the same, and is an error', async () => {
    const { code, out, isBuilt } = await build(vague(UNFINISHED))
    expect([code, isBuilt]).toEqual([1, true])
    expect(out).toContain('    not kept  Unexpected link “here” in Word, PDF and page')
    expect(out).toContain('This draft still lacks:')
  })

  test('what travels in the PDF makes it PDF/A-3a', async () => {
    const { code, out } = await build(FINISHED, ['--verify', '--attach-source'])
    expect(code).toBe(0)
    expect(out).toContain('(PDF/UA-1) and kept in\n              archives (PDF/A-3a).')
  })

  test('without it nothing is opened, and nothing said', async () => {
    const { code, out, isBuilt } = await build(vague(FINISHED), [])
    expect([code, isBuilt]).toEqual([0, true])
    expect(out).not.toContain('Opened again')
  })

  test('--quiet shows what is not kept alone', async () => {
    expect((await build(FINISHED, ['--verify', '--quiet'])).out).not.toContain('kept')
    const { out } = await build(vague(UNFINISHED), ['--verify', '--quiet'])
    expect(out.match(/^ {4}\S+ (?:kept)?/gm)).toEqual(['    not kept'])
  })

  test('--json has each statement with the letter that it is about', async () => {
    const { out } = await build(FINISHED, ['--verify', '--json'])
    const [{ verified }] = JSON.parse(out) as [{ verified: unknown[] }]
    expect(verified).toContainEqual({
      about: 'language',
      isKept: true,
      says: 'Word, PDF and page say that they are in English (en-GB).',
      letter: 'letter',
    })
    const refused = await build(vague(FINISHED), ['--verify', '--json'])
    expect(refused.code).toBe(1)
    expect(JSON.parse(refused.out)).toMatchObject([{ outcome: 'refused', files: [] }])
    expect(refused.out).toContain('“here”')
    const plain = await build(FINISHED, ['--json'])
    expect(plain.out).not.toContain('verified')
  })

  test('what is not kept is told by words, and by colour where there are colours', async () => {
    const red = '\u001b[31mnot kept\u001b[39m  Unexpected link'
    const terminal = { isTerminal: true, isErrorTerminal: true }
    expect((await build(vague(UNFINISHED), ['--verify'], terminal)).out).toContain(red)
    expect((await build(vague(FINISHED), ['--verify'], terminal)).err).toContain(red)
    const noColour = { ...terminal, env: { NO_COLOR: '1' } }
    expect((await build(vague(UNFINISHED), ['--verify'], noColour)).out).not.toContain('\u001b[31m')
  })
})
