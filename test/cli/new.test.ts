import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { rules } from '../../src/check/rules/index.ts'
import { main } from '../../src/cli/main.ts'
import { anIo, aFolder, aWorkspace, OFFICE } from './make.ts'

async function made(argv: string[], files: Record<string, string> = {}) {
  const root = aWorkspace({}, { 'responses/.keep': '', ...files })
  const io = anIo({ cwd: root, today: '2026-03-09' })
  const code = await main(['new', ...argv], io)
  const read = (name: string) => readFileSync(join(root, `responses/${name}/response.yaml`), 'utf8')
  return { root, io, code, read }
}

describe('a new response', () => {
  test('lacks exactly what is still to be written, and nothing is wrong with it', async () => {
    const { io, code } = await made(['2026-custody'])
    expect(code).toBe(0)
    io.out = ''
    expect(await main(['check', 'responses/2026-custody'], io)).toBe(1)
    const found = [...io.out.matchAll(/ (?:error|warning) ([a-z-]+)$/gm)].map(([, rule]) => rule)
    expect(found).toEqual(
      expect.arrayContaining([
        'placeholder',
        'missing-publication-date',
        'missing-letter-date',
        'missing-comments',
        'missing-chief-officer-comments',
        'unanswered-recommendation',
      ]),
    )
    expect(found.filter(rule => rule === 'placeholder')).toHaveLength(3)
    // Reading found nothing to object to: all of it is still to be written, or asked by the Act.
    for (const id of found) {
      const rule = rules.find(rule => rule.id === id)
      expect(rule?.completeness ?? rule?.statutory ?? id === 'missing-signature', id).toBe(true)
    }
    expect(await main(['check', '--gaps', 'warning', 'responses/2026-custody'], io)).toBe(0)
  })

  test('takes what is known already', async () => {
    const words = ['--title', "Custody: Northshire's #1 report", '--kind', 'custody']
    const { read, io } = await made(['a', ...words, '--published', '2026-03-02'])
    expect(read('a')).toContain("  title: 'Custody: Northshire''s #1 report'\n")
    expect(read('a')).toContain('  kind: custody\n')
    expect(read('a')).toContain('  published: 2026-03-02\n')
    io.out = ''
    await main(['check'], io)
    expect(io.out).toContain('a: day 8 of 56')
    expect(io.out).not.toContain('response.yaml:10')
  })

  test('says how to go on', async () => {
    const { io } = await made(['2026-custody'])
    expect(io.out).toBe('Made responses/2026-custody/response.yaml\n')
    expect(io.err).toBe(
      'Write in it, and let check say what is still missing:\n\n  s55 check responses/2026-custody\n',
    )
    const { io: quiet } = await made(['2026-custody', '--quiet'])
    expect([quiet.out, quiet.err]).toEqual([io.out, ''])
  })

  test('says so as it was called', async () => {
    const io = anIo({
      cwd: aWorkspace({}, { 'responses/.keep': '' }),
      env: { npm_command: 'exec' },
    })
    expect(await main(['new', 'a'], io)).toBe(0)
    expect(io.err).toContain('  npx s55 check responses/a\n')
  })

  test('is checked on lines that fit', async () => {
    const { io } = await made(['2026-custody'])
    io.out = ''
    await main(['check', 'responses/2026-custody'], io)
    // The summary is one line, however long.
    const lines = io.out.split('\n').filter(line => !line.startsWith('2026-custody:'))
    expect(Math.max(...lines.map(line => line.length))).toBeLessThanOrEqual(80)
  })

  test('names its schema only where the workspace has it', async () => {
    expect((await made(['a'])).read('a')).toMatch(/^#\n/)
    const known = await made(['a'], { 'schema/response.schema.json': '{}' })
    expect(known.read('a')).toMatch(
      /^# yaml-language-server: \$schema=\.\.\/\.\.\/schema\/response\.schema\.json\n/,
    )
  })
})

describe('new refuses', () => {
  test.for([
    [['a b'], 'Unexpected name a b, expected letters, digits and dashes', 'For instance: a-b'],
    [['../a'], 'Unexpected name ../a, expected letters, digits and dashes', 'For instance: a'],
    [['Cwm Tâf'], 'Unexpected name Cwm Tâf', 'For instance: cwm-taf'],
    [[''], 'Unexpected name of no letters, expected', ''],
    [['CON'], 'Unexpected name CON', 'Windows keeps this name'],
    [['a'.repeat(81)], 'Unexpected name of 81 characters, expected 80 at most', ''],
    [['a', '--kind', 'pel'], 'Unexpected --kind pel', 'Did you mean peel?'],
    [['a', '--published', '2/3/2026'], 'expected a date such as 2019-09-27', ''],
    [
      ['a', '--office', 'northshir'],
      'Unexpected --office northshir, expected northshire',
      'Did you',
    ],
  ] as const)('%s', async ([argv, message, hint]) => {
    const { root, io, code } = await made([...argv])
    expect(code).toBe(2)
    expect(io.err).toContain(message)
    expect(io.err).toContain(hint)
    expect(readdirSync(join(root, 'responses'))).toEqual(['.keep'])
  })

  test('to choose between offices', async () => {
    const files = { 'templates/westmere/office.yaml': OFFICE }
    const { io, code } = await made(['a'], files)
    expect(code).toBe(2)
    expect(io.err).toContain('Missing --office, expected the one that answers')
    expect(io.err).toContain('There are several: northshire or westmere.')
    const named = await made(['a', '--office', 'westmere'], files)
    expect(named.read('a')).toContain('office: westmere\n')
  })

  test('a name that is taken', async () => {
    const { io, code, read } = await made(['a'], { 'responses/a/response.yaml': 'office: x\n' })
    expect(code).toBe(2)
    expect(io.err).toContain('Unexpected responses/a, expected nothing there yet')
    expect(read('a')).toBe('office: x\n')
  })

  test('to guess where the workspace is', async () => {
    const io = anIo({ cwd: aFolder({}) })
    expect(await main(['new', 'a'], io)).toBe(2)
    expect(io.err).toContain('Missing workspace')
  })

  test('no name at all', async () => {
    const { io, code } = await made([])
    expect(code).toBe(2)
    expect(io.err).toContain('Missing')
  })
})
