import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { vocabulary } from 'section55:wording'
import { replaceableWording } from '../../src/model/wording-names.ts'
import { compileTemplate } from '../../src/wording/compile-template.ts'
import { commonValues } from '../../src/wording/letter.ts'
import type { Values } from '../../src/wording/values.ts'
import { Vocabulary } from '../../src/wording/vocabulary.ts'
import { Wording } from '../../src/wording/wording.ts'
import { composed } from '../compose.ts'
import {
  OFFICE,
  RESPONSE,
  aRecommendation,
  aResponse,
  aSection,
  anOffice,
  readValid,
} from '../makers.ts'
import { aProgressPaper, aTypedSection, composedPaper, drawnFrom } from '../paper.ts'
import { randomResponse } from '../random-response.ts'

const folder = 'templates/wording'
const names = readdirSync(folder).flatMap(file => /^(.+)\.hbs$/.exec(file)?.[1] ?? [])
const readme = readFileSync(`${folder}/README.md`, 'utf8')
const quoted = (words = ''): string[] => [...words.matchAll(/`([^`]+)`/g)].map(([, one]) => one!)
const rows = (readme.match(/^\| `[a-z].*$/gm) ?? []).map(row => row.split('|').slice(1, -1))

/** What the README says that each template is given. */
const documented = new Map(
  rows
    .filter(row => row.length === 3)
    .flatMap(row => quoted(row[0]).map(name => [name, quoted(row[2])] as const)),
)
/** What it says that each is given besides: `body.title`. */
const documentedForAll = rows.filter(row => row.length === 2).flatMap(row => quoted(row[0]))

test('the README of the wording lists every template, and no other', () => {
  expect([...documented.keys()].sort()).toEqual(names.sort())
})

describe('the README says what each template is given', () => {
  const given = new Map<string, Set<string>>()
  beforeAll(async () => {
    const blocks = vi.spyOn(Wording.prototype, 'blocks')
    for (let seed = 1; seed <= 40; seed++) await composed(randomResponse(seed).keys)
    await composed(
      {
        status: 'draft',
        report: { published: 'TODO' },
        letter: { our_ref: '1', your_ref: '2', copies: ['HMICFRS'], to: undefined },
        sections: [{ title: 'A', items: [aRecommendation({ withheld: { reason: 'x' } })] }],
      },
      { [OFFICE]: anOffice({ telephone: '01632 960145', holders: [] }) },
    )
    const silent = {
      chief_officer: { introduction: undefined },
      sections: [
        { title: 'A', items: [aRecommendation({ update: undefined, comment: 'Mine.\n' })] },
      ],
    }
    for (const status of ['draft', 'final']) await composed({ ...silent, status })
    await composePapers()
    for (const [name, values] of blocks.mock.calls) {
      const known = given.get(name) ?? new Set()
      for (const key of Object.keys(values ?? {})) known.add(key)
      given.set(name, known)
    }
    blocks.mockRestore()
  }, 60_000)
  // Needs a picture, a deputy, a second language, a file beside the page.
  const elsewhere = ['signature-alt', 'on-behalf-of', 'translation', 'data-link']

  test.each(names.filter(name => !elsewhere.includes(name)))('%s', name => {
    const own = [...(given.get(name) ?? ['never asked for'])].filter(key => key !== 'report')
    expect(own.sort()).toEqual([...documented.get(name)!].sort())
  })

  test('and what all are given', async () => {
    const paths = (values: Values, before = ''): string[] =>
      Object.entries(values).flatMap(([key, value]) =>
        typeof value === 'object' && !Array.isArray(value)
          ? paths(value as Values, `${before}${key}.`)
          : `${before}${key}`,
      )
    const all = paths(commonValues(await readValid(), new Vocabulary(vocabulary)))
    expect(documentedForAll.sort()).toEqual(all.sort())
  })
})

/** Papers that ask for each of their templates. */
async function composePapers(): Promise<void> {
  const history = (source: string) => [
    { date: '2019-10-01', status: 'complete', text: 'Seen.', source },
  ]
  const items = [
    aRecommendation({
      status: 'in progress',
      target: '2019-10-01',
      update: 'So it is. '.repeat(60),
    }),
    aRecommendation({ history: history('force') }),
    aRecommendation({ history: history('inspectorate') }),
    aRecommendation({ inspectorate_status: 'complete' }),
    aRecommendation({ update: 'TODO' }),
    { area_for_improvement: 'A need for plans.' },
  ]
  const graded = [
    aSection({ grade: 'good', items }),
    aSection({ title: 'B', grade: 'good', ...{ sections: [aSection({ grade: 'good' })] } }),
  ]
  const response = { status: 'draft', sections: graded }
  const files = { 'panel/a.csv': 'Calls,1\n' }
  for (const isForMembers of [false, true])
    for (const draft of [false, true])
      await drawnFrom(response, { draft, restricted: true }, { isForMembers })
  await drawnFrom(response, { draft: true }, {})
  await drawnFrom({ sections: [aSection({ grade: 'good', previous: 'good', items })] }, {})
  const appendices = [{ title: 'A', id: 'a', file: 'a.csv' }]
  await composedPaper(
    { sections: [aTypedSection({ text: 'See {appendix a}.' })], appendices },
    { files },
  )
  for (const made of [items, [aRecommendation({ status: 'complete' })]]) {
    const asked = { [RESPONSE]: aResponse({ sections: [aSection({ items: made })] }) }
    await composedPaper(aProgressPaper({ since: '2019-01-01' }), { files: asked })
  }
}

test.each(names)('%s would do as an office of its own writes it', name => {
  expect(compileTemplate(readFileSync(`${folder}/${name}.hbs`, 'utf8'))).toHaveProperty('run')
})

test('what a letter may replace are sentences that stand in templates', () => {
  expect(names).toEqual(expect.arrayContaining([...replaceableWording]))
})

test('the statutory words cite the Act as it stands', () => {
  const texts = names.map(name => readFileSync(`${folder}/${name}.hbs`, 'utf8')).join('\n')
  expect(texts.match(/[Ss]ection 55[()\dA-Z]*/g)?.sort()).toEqual([
    'Section 55',
    'section 55',
    'section 55',
    'section 55(5)',
    'section 55(5A)',
    'section 55(5A)',
  ])
  expect(texts).not.toMatch(/30 days|55\(1\)|proscribed/)
})
