import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { rules } from '../src/check/rules/index.ts'
import { checkPages } from '../src/check/run.ts'
import { rulesOfReading } from '../src/check/rules-of-reading.ts'
import { pageCases, theseLaidOut } from './check/page-cases.ts'
import { readCase, standardOffice } from './rules/read-case.ts'

// Every page's examples are run. A ```yaml block is a response.yaml; the keys it leaves out come from a
// response in which nothing is wrong. A block with a name, ```text report.txt, is another file of all
// examples of its part: beside the response, or with its path in templates/; an office.yaml is completed as
// well. What is told of a wrong one stands below it as a quotation, once where it is told of several places.
const FOLDER = join(import.meta.dirname, '../manual')
const BASE = {
  office: 'office: northshire\n',
  status: 'status: final\n',
  report:
    "report:\n  title: 'PEEL 2023–25: An inspection of Northshire Police'\n  kind: peel\n  published: 2024-01-10\n  scale: peel-2021\n",
  letter: 'letter:\n  date: 2024-02-20\n  to: [home-secretary]\n  copies: [HMICFRS]\n',
  comments: 'comments: |\n  I welcome the report.\n',
  chief_officer:
    'chief_officer:\n  invited: 2024-01-11\n  due: 2024-02-09\n  received: 2024-01-31\n  introduction: |\n    The force accepts the report.\n',
}
const OFFICE = byKey(standardOffice())

const pages = readdirSync(FOLDER).filter(name => name.endsWith('.md') && name !== 'README.md')

describe.each(pages.map(name => name.slice(0, -3)))('the page of %s', id => {
  const page = readFileSync(join(FOLDER, `${id}.md`), 'utf8').replaceAll('\r\n', '\n')
  const rule = [...rules, ...rulesOfReading].find(rule => rule.id === id)

  test('has the title and the source of its rule', () => {
    expect(rule).toBeDefined()
    expect(page.split('\n')[0]).toBe(`# ${rule!.title}`)
    expect(page.trimEnd().split('\n').at(-1)).toBe(`Source: ${rule!.source}`)
    expect(page).toMatch(/\n## Wrong\n[\s\S]+\n## Right\n[\s\S]+\n## Why\n/)
    const isAct = 'statutory' in rule! && rule.statutory === true
    expect(page.includes('\nAsked by the Act: it cannot be turned off')).toBe(isAct)
  })

  // What only the pages tell: pages stand for them, and the page quotes what is told of those.
  const pages = pageCases[id]
  if (rule && 'needsPages' in rule && pages) {
    test('quotes what is told of its pages', async () => {
      const { reading } = await readCase({ 'response.yaml': complete('', BASE) })
      const [response] = reading.responses
      const told = checkPages(reading, response!, theseLaidOut(pages), { today: '2024-02-20' })
      expect(told.map(({ message }) => message)).toEqual(
        readExamples(page, 'Wrong').examples[0]!.expected,
      )
    })
    return
  }

  for (const kind of ['Wrong', 'Right'] as const) {
    const { examples, files } = readExamples(page, kind)
    test.each(examples.map((example, index) => ({ ...example, number: index + 1 })))(
      `${kind.toLowerCase()} example $number`,
      async ({ yaml, expected }) => {
        const { all, structure } = await readCase({
          ...files,
          'response.yaml': complete(yaml, BASE),
        })
        const told = all.filter(({ rule }) => rule === id)
        expect([...new Set(told.map(({ message }) => message))]).toEqual(expected)
        if (rules.some(rule => rule.id === id)) expect(structure).toEqual([])
        else if (kind === 'Wrong') expect(structure.length + told.length).toBeGreaterThan(0)
        else expect(structure).toEqual([])
      },
    )
  }
})

test('every rule has its page', () => {
  const missing = [...rules, ...rulesOfReading].filter(({ id }) => !pages.includes(`${id}.md`))
  expect(missing.map(({ id }) => id)).toEqual([])
})

function readExamples(page: string, kind: 'Wrong' | 'Right') {
  const part = page.split(/\n(?=## )/).find(part => part.startsWith(`## ${kind}\n`)) ?? ''
  const files: Record<string, string> = {}
  const examples: { yaml: string; expected: string[] }[] = []
  for (const [, name, code, quote] of part.matchAll(
    /```(?:yaml|text|html)(?: (\S+))?\n([\s\S]*?)```\n(?:\n((?:>.*\n)+))?/g,
  )) {
    const expected = quotesIn(quote ?? '')
    if (name === undefined || expected.length > 0)
      examples.push({ yaml: name === undefined ? code! : '', expected })
    if (name !== undefined) files[name] = name === 'office.yaml' ? complete(code!, OFFICE) : code!
  }
  if (examples.length === 0) examples.push({ yaml: '', expected: quotesIn(part) })
  return { examples, files }
}

/** What is quoted, each quotation in one line. */
const quotesIn = (text: string): string[] =>
  (text.match(/^>.*$/gm) ?? [])
    .join('\n')
    .split(/\n>\s*\n/)
    .map(words => words.replace(/^> ?/gm, '').replace(/\s+/g, ' ').trim())
    .filter(Boolean)

function complete(yaml: string, base: Record<string, string>): string {
  const missing = Object.entries(base).filter(([key]) => !new RegExp(`^${key}\\b`, 'm').test(yaml))
  return yaml + missing.map(([, words]) => words).join('')
}

/** The lines of each key of a file's first level. */
function byKey(yaml: string): Record<string, string> {
  const parts = yaml.split(/^(?=\w)/m)
  return Object.fromEntries(parts.map(part => [part.split(':')[0]!, part]))
}
