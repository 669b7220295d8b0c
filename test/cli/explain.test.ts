import { describe, expect, test } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { rules } from '../../src/check/rules/index.ts'
import { rulesOfReading } from '../../src/check/rules-of-reading.ts'
import { optionalWording, replaceableWording } from '../../src/model/wording-names.ts'
import type { Io } from '../../src/cli/io.ts'
import { anIo } from './make.ts'

const all = [...rules, ...rulesOfReading]

async function explain(argv: string[], parts: Partial<Io> = {}) {
  const io = anIo(parts)
  const code = await main(['explain', ...argv], io)
  return { code, out: io.out, err: io.err, lines: io.out.split('\n') }
}

describe('without a rule', () => {
  test('each rule has its line in a pipe, with its severity and title', async () => {
    const { code, lines, err } = await explain([])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    for (const { id, severity, title } of all) {
      const told = lines.filter(line => line.startsWith(`  ${id} `))
      expect(told).toHaveLength(1)
      expect(told[0]).toContain(`  ${severity} `)
      expect(told[0]).toContain(title)
    }
  })

  test('those asked by the Act are marked in words, and no others', async () => {
    const { lines } = await explain([])
    for (const rule of all) {
      const line = lines.find(line => line.startsWith(`  ${rule.id} `))!
      expect([rule.id, line.endsWith(' (the Act)')]).toEqual([rule.id, 'statutory' in rule])
    }
  })

  test('a terminal of 80 columns shows it aligned, with nothing beyond its edge', async () => {
    const { out, lines } = await explain([], { isTerminal: true, env: { NO_COLOR: '1' } })
    expect(Math.max(...lines.map(line => line.length))).toBeLessThanOrEqual(80)
    const starts = [...out.matchAll(/^ {2}[a-z0-9-]+ +(?:error|warning|note) +/gm)]
    expect(new Set(starts.map(([start]) => start.length)).size).toBe(1)
    expect(starts).toHaveLength(all.length)
  })

  test('it ends with how to change a severity and how to excuse one finding', async () => {
    const { lines } = await explain([])
    const [severity, waiver] = lines.slice(-3)
    expect(severity).toContain('section55.yaml: rules:')
    expect(waiver).toContain('waive: [{ rule:')
  })
})

describe('a rule', () => {
  test('is told with its severity, examples and law', async () => {
    const { code, out, err } = await explain(['publish-within-56-days'])
    expect({ code, err }).toEqual({ code: 0, err: '' })
    expect(out).toMatch(/^warning publish-within-56-days\n\nThe comments are/)
    expect(out).toContain('\nWrong\n-----\n\n    # today: 2024-03-06\n    report:\n')
    expect(out).toContain(
      '\n> Unexpected letter of 6 March 2024, expected 5 March 2024 or earlier\n',
    )
    expect(out).toContain('\nSource: Police Act 1996, section 55(5A)\n')
  })

  test.each(all.map(({ id }) => id))('%s leaves no Markdown behind, nor a wide line', async id => {
    const { lines } = await explain([id])
    for (const line of lines.filter(line => !line.startsWith('    '))) {
      expect(line.length).toBeLessThanOrEqual(80)
      expect(line).not.toMatch(/^#|```|\*\*|\]\(/)
    }
  })

  test('has its headings in bold where there are colours, else underlined', async () => {
    const coloured = await explain(['placeholder'], { isTerminal: true })
    expect(coloured.out).toContain('\u001b[1mTexts are finished\u001b[22m\n\n')
    expect(coloured.out).not.toContain('=====')
    const plain = await explain(['placeholder', '--no-color'], { isTerminal: true })
    expect(plain.out).toContain('\nTexts are finished\n==================\n\n')
    expect(plain.out).not.toContain('\u001b')
  })

  test('names the file of each example where there are several', async () => {
    const { out } = await explain(['status-without-reason'])
    expect(out).toContain('\nIn section55.yaml:\n\n    statuses:\n')
    expect(out).toContain('\nIn response.yaml:\n\n    sections:\n')
  })

  test('may be asked beside others, each told once, in the order asked', async () => {
    const { out } = await explain(['placeholder', 'date', 'placeholder'])
    const told = [...out.matchAll(/^(?:error|warning) (\S+)$/gm)].map(([, id]) => id)
    expect(told).toEqual(['placeholder', 'date'])
  })

  test('that is the name of a sentence is told where those are', async () => {
    const { code, err } = await explain(['opening'])
    expect(code).toBe(2)
    expect(err).toContain('s55 explain wording tells of the sentences')
  })

  test('that is not known is asked after, and none is told', async () => {
    const { code, out, err } = await explain(['placeholder', 'placeholders', 'xyzzy'])
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toBe(
      'Unexpected rule placeholders, expected the name of a rule\n  Did you mean placeholder?\n' +
        'Unexpected rule xyzzy, expected the name of a rule\n  s55 explain lists them.\n',
    )
  })

  test('is data for a program', async () => {
    const { out } = await explain(['missing-comments', '--json'])
    const [told, ...others] = JSON.parse(out) as Record<string, unknown>[]
    expect(others).toEqual([])
    expect(told).toMatchObject({
      id: 'missing-comments',
      group: 'The Act',
      severity: 'error',
      title: 'The body comments on the report',
      source: 'Police Act 1996, section 55(5)',
      statutory: true,
      completeness: true,
    })
    expect(told!['page']).toMatch(/^# The body comments on the report\n/)
  })

  test('all of them are data as well', async () => {
    const { out } = await explain(['--json'])
    const told = JSON.parse(out) as { id: string }[]
    expect(told.map(({ id }) => id).sort()).toEqual(all.map(({ id }) => id).sort())
  })
})

describe('wording', () => {
  test('lists each sentence that a letter may replace, in the words it has now', async () => {
    const { out } = await explain(['wording'])
    expect(out).toMatch(/^error wording\n/)
    const table = out.slice(out.indexOf('The sentences that'))
    const names = [...table.matchAll(/^ {2}([a-z-]+) {2,}\S/gm)].map(([, name]) => name)
    expect(names).toEqual(replaceableWording)
    for (const name of optionalWording) expect(table.split('\n\n')[1]).toContain(name)
    expect(table).toContain('\n  lead-in                Two recommendations were identified in')
    expect(table).not.toMatch(/[{}]{2}|undefined/)
  })

  test('of --json has them too', async () => {
    const { out } = await explain(['wording', '--json'])
    const [{ sentences }] = JSON.parse(out) as [{ sentences: { name: string; words: string }[] }]
    expect(sentences.map(({ name }) => name)).toEqual(replaceableWording)
    expect(sentences.every(({ words }) => words.length > 5)).toBe(true)
  })
})
