import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { REPORT_KINDS } from '../../src/model/schema/report.ts'
import { aFolder, anIo } from '../cli/make.ts'
import { startServer, type Spot } from './language-server.ts'

// The YAML language server itself, as VS Code's extension runs it, with the published schemas.
const schema = (name: string) => pathToFileURL(resolve(`schema/${name}.schema.json`)).href
let server: Awaited<ReturnType<typeof startServer>>
beforeAll(async () => {
  server = await startServer({
    [schema('response')]: '**/responses/*/response.yaml',
    [schema('part')]: '**/responses/*/*/*.yaml',
    [schema('office')]: '**/templates/*/office.yaml',
    [schema('section55')]: '**/section55.yaml',
    [schema('panel')]: '**/panel/*.yaml',
  })
}, 30_000)
afterAll(() => server.stop())

const HEAD = 'office: northshire\nreport:\n  title: A report\n'
const IN_ITEM = `${HEAD}sections:\n  - title: Leadership\n    items:\n      - recommendation: Lead\n        `

let files = 0
/** A file that no test has opened before. */
const fresh = (name: string) =>
  resolve(`elsewhere-${++files}`, name === 'response.yaml' ? `responses/x/${name}` : name)

/** What is said of a text, with its lines. */
async function diagnose(text: string, name = 'response.yaml'): Promise<string[]> {
  const said = await server.open(fresh(name), text)
  return said.map(({ message, range }) => `${range.start.line + 1}: ${message}`)
}

/** What is offered where the text has a |. */
async function offered(text: string, name = 'response.yaml'): Promise<string[]> {
  const path = fresh(name)
  const lines = text.slice(0, text.indexOf('|')).split('\n')
  await server.open(path, text.replace('|', ''))
  return server.complete(path, { line: lines.length - 1, character: lines.at(-1)!.length })
}

/** Where a word stands first at the beginning of a line or key. */
function spotOf(text: string, word: string): Spot {
  const lines = text.split('\n')
  const line = lines.findIndex(line => line.trimStart().replace(/^- /, '').startsWith(word))
  return { line, character: lines[line]!.indexOf(word) }
}

describe('nothing is said of', () => {
  const yamlIn = (root: string): string[] =>
    (existsSync(root) ? readdirSync(root, { recursive: true, encoding: 'utf8' }) : [])
      .filter(name => name.endsWith('.yaml') && !/wording|node_modules/.test(name))
      .map(name => join(root, name))

  test.for(['responses', 'templates', 'panel'].flatMap(yamlIn))('%s', async path => {
    expect(await server.open(resolve(path), readFileSync(path, 'utf8'))).toEqual([])
  })

  const REAL = '../shared/cases/responses'
  const isThere = existsSync(REAL)
  const title = `the real letters${isThere ? '' : `: skipped, for there is no ${REAL}`}`
  test.skipIf(!isThere)(title, async () => {
    const names = readdirSync(REAL)
    expect(names.length).toBeGreaterThanOrEqual(3)
    for (const name of names) {
      const paths = yamlIn(join(REAL, name))
      expect(paths).toContain(join(REAL, name, 'response.yaml'))
      for (const path of paths)
        expect(await server.open(resolve(path), readFileSync(path, 'utf8')), path).toEqual([])
    }
    for (const path of ['templates', 'panel'].flatMap(name => yamlIn(`../shared/cases/${name}`)))
      expect(await server.open(resolve(path), readFileSync(path, 'utf8')), path).toEqual([])
  })

  describe('a new workspace', () => {
    async function aNewWorkspace() {
      const root = aFolder({})
      const io = anIo({ cwd: root })
      expect(await main(['init'], io)).toBe(0)
      expect(await main(['new', '2024-custody'], io)).toBe(0)
      const made = yamlIn(root)
      expect(made).toHaveLength(4)
      return { root, made }
    }

    test('with the schemas that its files name themselves', async () => {
      for (const path of (await aNewWorkspace()).made) {
        const text = readFileSync(path, 'utf8')
        expect(text, path).toContain('# yaml-language-server: $schema=')
        expect(await server.open(path, text), path).toEqual([])
        // The schema was found: it says what is wrong.
        const beside = path.replace('.yaml', '-2.yaml')
        expect(await server.open(beside, `${text}\nmisspelt: 1`), path).toHaveLength(1)
      }
    })

    test('with the schemas that its settings of Visual Studio Code give to each file', async () => {
      const { root, made } = await aNewWorkspace()
      const settings = readFileSync(join(root, '.vscode/settings.json'), 'utf8')
      const { 'yaml.schemas': schemas } = JSON.parse(settings) as {
        'yaml.schemas': Record<string, string | string[]>
      }
      const other = await startServer(schemas, root)
      onTestFinished(() => void other.stop())
      // One thing is wrong in each, and found: nothing else is.
      for (const path of made) {
        const text = readFileSync(path, 'utf8').replace(/^# yaml-language-server.*/, '#')
        expect(await other.open(path, `${text}\nmisspelt: 1`), path).toHaveLength(1)
      }
      for (const name of ['a.yaml', 'sections/a.yaml', 'sections/more/a.yaml']) {
        const path = join(root, 'responses/2024-custody', name)
        expect(await other.open(path, 'titel: A\ngrade: good\n'), path).toMatchObject([
          { message: 'Property titel is not allowed.' },
        ])
      }
    })
  })

  test('values of any type where words are expected, an empty text, and TODO for a date', async () => {
    const text = `${HEAD}  published: TODO\n  kind:\n  expects: { recommendations: 3 }\nletter:\n  our_ref: 1.10\n  your_ref: NO\n  date: 2019-11-21\ncomments:\nactions:\n`
    expect(await diagnose(text)).toEqual([])
    const sections = 'sections:\n  - file: sections/*.yaml\n  - title: 3\n    items:\n'
    const items = '      - file: a.yaml\n      - recommendation:\n        number: 4\n'
    expect(await diagnose(HEAD + sections + items)).toEqual([])
  })
})

describe('one slip is marked once', () => {
  test.for([
    ['a key of the report', `${HEAD}  publised: 2019-09-27`, '4: Property publised is not allowed.'],
    ['a key of an item', `${IN_ITEM}updte: Done`, '8: Property updte is not allowed.'],
    [
      'the kind of an item',
      IN_ITEM.replace('recommendation', 'recomendation') + 'update: Done',
      '7: Property recomendation is not allowed.',
    ],
    [
      'an item without its kind',
      IN_ITEM.replace('recommendation', 'update') + 'comment: Done',
      '7: Missing kind of the item, expected cause_of_concern, recommendation, area_for_improvement, observation, practice, answers or file',
    ],
    ['a key of a section', `${HEAD}sections:\n  - titel: A`, '5: Property titel is not allowed.'],
    [
      'a date',
      `${HEAD}  published: 27/09/2019`,
      '4: Unexpected value, expected a date such as 2019-11-21, or TODO until it is known',
    ],
    [
      'a word of a list',
      `${IN_ITEM}position: acepted`,
      '8: Value is not accepted. Valid values: "accepted", "partly accepted", "not accepted", "not applicable", "already met".',
    ],
    [
      'words where keys belong',
      `${HEAD}letter: soon`,
      '4: Unexpected words or list, expected keys',
    ],
  ] as const)('%s', async ([, text, message]) => {
    expect(await diagnose(text)).toEqual([message])
  })

  test('in a paper for the panel, too', async () => {
    const text = 'office: northshire\ntitle: A\nappendices:\n  - { title: B, restrictd: true }\n'
    const said = await diagnose(text, 'panel/2026-12.yaml')
    expect(said).toEqual(['4: Property restrictd is not allowed.'])
  })

  test('in a part, too', async () => {
    const name = 'responses/x/sections/a.yaml'
    expect(await diagnose('- recommendation: a\n  updte: b', name)).toEqual([
      '2: Property updte is not allowed.',
    ])
    expect(await diagnose('recomendation: a\nupdate: b', name)).toEqual([
      '1: Property recomendation is not allowed.',
    ])
  })
})

describe('offers', () => {
  test('the keys of a report', async () => {
    const keys = await offered(`${HEAD}  |`)
    expect(keys).toEqual(expect.arrayContaining(['inspectorate', 'published', 'expects']))
    expect(keys).not.toContain('title')
  })

  test.for([
    ['grades', `${HEAD}sections:\n  - title: A\n    grade: |\n`, 'requires improvement', 'adequate'],
    ['positions', `${IN_ITEM}position: |\n`, 'accepted', 'already met'],
    ['statuses', `${IN_ITEM}status: |\n`, 'not started', 'complete'],
    ['kinds of report', `${HEAD}  kind: |\n`, 'peel', 'custody'],
    ['whom to write to', `${HEAD}letter:\n  to:\n    - |\n`, 'home-secretary', 'hmicfrs'],
    [
      'kinds of item',
      `${HEAD}sections:\n  - title: A\n    items:\n      - |\n`,
      'cause_of_concern',
      'recommendation',
    ],
    ['keys of an item', `${IN_ITEM}|\n`, 'update', 'deadline'],
  ] as const)('%s', async ([, text, ...words]) => {
    const labels = await offered(text)
    expect(labels).toEqual(expect.arrayContaining([...words]))
    expect(labels).not.toContain('null')
  })

  test('rules and their severities in section55.yaml', async () => {
    expect(await offered('rules:\n  |', 'section55.yaml')).toContain('missing-signature')
    expect(await offered('rules:\n  missing-signature: |', 'section55.yaml')).toContain('warning')
  })

  test('kinds and sections at the beginning of a part', async () => {
    const labels = await offered('- |\n', 'responses/x/sections/a.yaml')
    expect(labels).toEqual(expect.arrayContaining(['recommendation', 'title']))
  })
})

describe('pointing at', () => {
  test.for([
    ['a key of the report', `${HEAD}  kind: peel\n`, 'kind', 'What kind of report it is'],
    ['the kind of an item', IN_ITEM, 'recommendation', "The report's recommendation."],
    [
      'a key of an item',
      `${IN_ITEM}position: accepted\n`,
      'position',
      'Where the force stands; all but "accepted" need a reason',
    ],
    ['a section', `${HEAD}sections:\n  - title: A\n    grade: good\n`, 'grade', 'The grade, a word'],
  ] as const)('%s shows what it is', async ([, text, word, shown]) => {
    const path = fresh('response.yaml')
    await server.open(path, text)
    expect(await server.hover(path, spotOf(text, word))).toContain(shown)
  })
})

describe('in the example', () => {
  const EXAMPLE = readFileSync('responses/northshire-custody-2026/response.yaml', 'utf8')

  test('a mistyped key is marked where it stands', async () => {
    const text = EXAMPLE.replace('  published:', '  publised:')
    const [said, ...others] = await server.open(fresh('response.yaml'), text)
    expect(others).toEqual([])
    expect(said!.message).toBe('Property publised is not allowed.')
    expect(said!.range.start).toEqual(spotOf(text, 'publised'))
    expect(said!.range.end.character).toBe('  publised'.length)
  })

  test('kinds of report are offered', async () => {
    const kinds = await offered(EXAMPLE.replace('kind: custody', 'kind: |'))
    expect(kinds).toEqual(expect.arrayContaining([...REPORT_KINDS]))
  })

  test('pointing at a key shows what it is', async () => {
    const path = fresh('response.yaml')
    await server.open(path, EXAMPLE)
    expect(await server.hover(path, spotOf(EXAMPLE, 'published:'))).toContain(
      'The exact day it was published: day 1 of the 56.',
    )
  })
})
