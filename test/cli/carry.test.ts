import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { readOverview } from '../../src/cli/status.ts'
import { anIo, aWorkspace, FINISHED, OFFICE } from './make.ts'

const HEAD = FINISHED.slice(0, FINISHED.indexOf('sections:'))
const inYear = (year: number, items: string): string =>
  `${HEAD.replace('An inspection of Northshire Police', `PEEL ${year}`)
    .replace('2024-01-10', `${year}-01-10`)
    .replace('2024-02-20', `${year}-02-20`)}sections:
  - title: Investigating crime
    items:
${items}`

const CALLS =
  'The force should make sure that it answers emergency calls within ten seconds and records each caller who gives up.'
const BAIL = 'The force should improve its supervision of suspects who are released on bail.'
const PLAN = 'The force should publish its plan for the estate.'

const EARLIER = inYear(
  2020,
  `      - area_for_improvement: ${CALLS}
        number: 1
        update: We have taken on more staff.
        target: 2021-03-31
      - area_for_improvement: ${BAIL}
        number: 2
        update: We do.
        status: complete
      - area_for_improvement: ${PLAN}
        number: 3
        update: We will.
      - area_for_improvement: The force should train its drivers in first aid.
        number: 4
        update: Done.
        inspectorate_status: complete
        inspectorate_ref: N-4
`,
)
const LATER = inYear(
  2023,
  `      - { area_for_improvement: "${CALLS.replace('each caller who gives up', 'abandoned calls')}", number: 7, update: 'Not yet.' } # page 9
      - recommendation: |
          ${BAIL} It should do so by name.
        number: 8
        update: |
          There is now a sergeant for it.
        # The body says more below.
        comment: I pay for him.
      - area_for_improvement: The force should train its drivers in first aid each year.
        update: We do.
      - practice: ${PLAN}
`,
)
const PATH = 'responses/2023-peel/response.yaml'
const both = { '2020-peel': EARLIER, '2023-peel': LATER }

async function carry(argv: readonly string[], cwd = aWorkspace(both)) {
  const io = anIo({ cwd })
  const code = await main(['carry', ...argv], io)
  return { code, out: io.out, err: io.err, cwd, after: readFileSync(join(cwd, PATH), 'utf8') }
}
const TWO = ['2020-peel', '2023-peel']

test('open items are shown with the one that is most like each, and those that are like none', async () => {
  const { code, out, err, after } = await carry(TWO)
  expect(out).toBe(`A7 may raise A1 again: alike
  2020-peel  The force should make sure that it answers emergency calls within
             ten seconds and records each caller who gives up.
  2023-peel  The force should make sure that it answers emergency calls within
             ten seconds and records abandoned calls.

R8 may raise A2 again: nearly the same
  2020-peel  The force should improve its supervision of suspects who are
             released on bail.
  2023-peel  The force should improve its supervision of suspects who are
             released on bail. It should do so by name.

Open in 2020-peel, and like nothing in 2023-peel:
  A3  The force should publish its plan for the estate.

3 open items of 2020-peel: 2 like one of 2023-peel, 1 left
`)
  expect(err).toBe(`Nothing was written.
  \`s55 carry 2020-peel 2023-peel --yes\` writes them; with \`--only A7\`, that one
  alone.
Left is what has no like.
  Where 2023-peel raises it again in other words, write
  \`raised_before: [2020-peel A3]\` at its item.
`)
  expect(code).toBe(1)
  expect(after).toBe(LATER)
})

test('once confirmed, they are written into the later response, and nothing else in it changes', async () => {
  const { code, out, err, after } = await carry([...TWO, '--yes'])
  expect(code).toBe(0)
  expect(err).toBe('')
  expect(out).toBe(`${PATH}:17: A7 raises 2020-peel A1 again
${PATH}:21: R8 raises 2020-peel A2 again
3 open items of 2020-peel: 2 raised again now, 1 left
`)
  expect(after).toBe(
    LATER.replace(
      "update: 'Not yet.' } # page 9",
      "update: 'Not yet.', raised_before: [2020-peel A1] } # page 9",
    ).replace('number: 8\n', 'number: 8\n        raised_before: [2020-peel A2]\n'),
  )
})

test('what is carried is raised again, and carried once', async () => {
  const { cwd } = await carry([...TWO, '--yes'])
  const { code, out, err, after } = await carry([...TWO, '--yes'], cwd)
  expect(code).toBe(0)
  expect(out).toBe(`Raised again in 2023-peel already:
  A1, by A7
  A2, by R8

Open in 2020-peel, and like nothing in 2023-peel:
  A3  The force should publish its plan for the estate.

3 open items of 2020-peel: 0 like one of 2023-peel, 2 raised again already, 1
left
`)
  expect(err).toContain('raised_before: [2020-peel A3]')
  expect(after.match(/raised_before/g)).toHaveLength(2)
})

test('figures of the earlier response know of it, whichever is asked for', async () => {
  const { cwd } = await carry([...TWO, '--yes'])
  const overviewOf = async (...names: string[]) => {
    const found = names.map(name => ({ root: cwd, name, folder: `responses/${name}` }))
    return readOverview(found, anIo({ cwd }))
  }
  const alone = await overviewOf('2020-peel')
  expect(alone.responses.map(({ name }) => name)).toEqual(['2020-peel'])
  expect(alone.totals).toMatchObject({
    overdue: 0,
    counts: { open: 1, done: 0, closed: 1, 'raised again': 2 },
  })
  expect(alone.responses[0]!.items[0]!.raised_again[0]).toMatchObject({ response: '2023-peel' })
  const later = await overviewOf('2023-peel')
  expect(later.responses[0]!.items[0]!.raised_before[0]).toMatchObject({
    label: 'Area for improvement 1',
    title: 'PEEL 2020',
  })
  expect((await overviewOf(...TWO)).totals.counts['raised again']).toBe(2)
})

test('check finds nothing wrong with it', async () => {
  const { cwd } = await carry([...TWO, '--yes'])
  const io = anIo({ cwd })
  await main(['check', '--json', 'responses/2023-peel'], io)
  expect(io.out).not.toContain('raised_before')
  expect(io.out).not.toContain('"reference"')
})

test('some of them can be confirmed alone', async () => {
  const shown = await carry([...TWO, '--only', 'R8'])
  expect(shown.code).toBe(1)
  expect(shown.out).not.toContain('A7')
  expect(shown.out).toContain('1 like one of 2023-peel, 1 not asked for, 1 left')
  expect(shown.err).toContain('`s55 carry 2020-peel 2023-peel --only R8 --yes` does it.')
  const { code, after } = await carry([...TWO, '--yes', '--only', 'Recommendation 8'])
  expect(code).toBe(0)
  expect(after).toBe(
    LATER.replace('number: 8\n', 'number: 8\n        raised_before: [2020-peel A2]\n'),
  )
})

test('--json says the same for programs', async () => {
  const { code, out, err } = await carry([...TWO, '--json', '--yes'])
  expect(code).toBe(0)
  expect(err).toBe('')
  expect(JSON.parse(out)).toMatchObject({
    from: '2020-peel',
    to: '2023-peel',
    written: true,
    pairs: [
      { from: { reference: 'A1' }, to: { reference: 'A7' }, file: PATH, line: 17 },
      { from: { reference: 'A2', state: 'done' }, to: { reference: 'R8' }, file: PATH, line: 21 },
    ],
    carried: [],
    left: [{ reference: 'A3', words: PLAN }],
  })
})

test('--quiet says the pairs alone', async () => {
  const { out, err } = await carry([...TWO, '--quiet'])
  expect(out).toMatch(/^A7 may raise[^]*by name\.\n\n$/)
  expect(err).toContain('Nothing was written.')
  expect(err).not.toContain('Left is')
})

test('where nothing is open, that is all', async () => {
  const cwd = aWorkspace({
    ...both,
    '2020-peel': EARLIER.replaceAll(/update: W.*/g, 'inspectorate_status: complete'),
  })
  const { code, out, err } = await carry(TWO, cwd)
  expect(code).toBe(0)
  expect(out).toBe('Nothing is open in 2020-peel\n')
  expect(err).toBe('')
})

test('of the same words, and of long ones, the beginning is shown', async () => {
  const cwd = aWorkspace({
    ...both,
    '2023-peel': inYear(2023, `      - area_for_improvement: ${CALLS}\n`),
  })
  expect((await carry(TWO, cwd)).out).toContain(`A1 again: the same words
  2020-peel  The force should make sure that it answers emergency calls within…
  2023-peel  The force should make sure that it answers emergency calls within…
`)
  const long = 'The panel asked for it. '.repeat(20).trim()
  const longer = aWorkspace({
    ...both,
    '2020-peel': EARLIER.replace(CALLS, `${CALLS} ${long}`),
    '2023-peel': inYear(2023, `      - area_for_improvement: ${long} ${CALLS}\n`),
  })
  const { out } = await carry(TWO, longer)
  expect(out.split('\n').slice(1, 4)).toEqual([
    '  2020-peel  The force should make sure that it answers emergency calls within',
    '             ten seconds and records each caller who gives up. The panel asked',
    '             for it. The panel asked for it. The panel asked for it. The panel…',
  ])
})

test('what a third response raises again is open there', async () => {
  const third = inYear(
    2021,
    `      - area_for_improvement: ${CALLS}\n        raised_before: 2020-peel A1\n        update: a\n`,
  )
  const { out } = await carry(TWO, aWorkspace({ ...both, '2021-revisit': third }))
  expect(out).toContain('2 open items of 2020-peel: 1 like one of 2023-peel, 1 left')
})

test('what is raised a third time names the second', async () => {
  const cwd = aWorkspace({ ...both, '2025-peel': LATER.replaceAll('2023-0', '2025-0') })
  await carry([...TWO, '--yes'], cwd)
  const io = anIo({ cwd, today: '2025-03-01' })
  expect(await main(['carry', '2023-peel', '2025-peel', '--yes', '--only', 'A7'], io)).toBe(0)
  expect(io.out).toContain('A7 raises 2023-peel A7 again')
})

test('of a withheld item the words of the report are shown, and nothing else', async () => {
  const text = EARLIER.replace(
    'update: We have taken on more staff.',
    'update: Private\n        withheld: { reason: Private, public: It is withheld. }',
  )
  const cwd = aWorkspace({ ...both, '2020-peel': text })
  for (const more of [[], ['--json'], ['--yes']]) {
    const { out, err } = await carry([...TWO, ...more], cwd)
    expect(out + err).not.toContain('Private')
  }
})

test('parts are written where they stand, all of them or none', async () => {
  const [, items = ''] = /items:\n([^]*)/.exec(LATER) ?? []
  const part = items.replace(/^ {6}/gm, '')
  const text = `${LATER.slice(0, LATER.indexOf(items))}      - file: items.yaml\n`
  const cwd = aWorkspace(
    { ...both, '2023-peel': text },
    { 'responses/2023-peel/items.yaml': part.replaceAll('\n', '\r\n') },
  )
  const { code, out } = await carry([...TWO, '--yes'], cwd)
  expect(code).toBe(0)
  expect(out).toContain('responses/2023-peel/items.yaml:5: R8 raises')
  const after = readFileSync(join(cwd, 'responses/2023-peel/items.yaml'), 'utf8')
  expect(after.replaceAll('\r\n', '')).not.toContain('\n')
  expect(after.match(/raised_before/g)).toHaveLength(2)
})

describe('nothing is written where', () => {
  const cases: [argv: string[], code: number, said: string][] = [
    [['2020-peel', '2020-peel'], 2, 'Unexpected 2020-peel twice, expected an earlier response'],
    [
      ['2023-peel', '2020-peel'],
      2,
      'Unexpected 2023-peel, whose report is of 10 January 2023, expected one of 10 January 2020 or earlier\n  The earlier response comes first: s55 carry 2020-peel 2023-peel',
    ],
    [['2020-pel', '2023-peel'], 2, 'Did you mean 2020-peel?'],
    [['2020-peel', '2023-pel'], 2, 'Did you mean 2023-peel?'],
    [['2020-peel'], 2, 'Missing TO, expected the new one'],
    [[...TWO, '--yes', '--only', 'A9'], 2, 'Unexpected item A9'],
    [
      [...TWO, '--yes', '--only', 'investigating-crime.a2'],
      2,
      'Unexpected --only investigating-crime.a2, expected an item that is like an open one of 2020-peel',
    ],
  ]
  test.each(cases)('%j', async (argv, code, said) => {
    const done = await carry(argv)
    expect(done.code).toBe(code)
    expect(done.err).toContain(said)
    expect(done.out).toBe('')
    expect(done.after).toBe(LATER)
  })

  test('one of the two cannot be read', async () => {
    const broken = aWorkspace({ ...both, '2020-peel': EARLIER.replace('sections:', 'sections: [') })
    const { code, err, after } = await carry([...TWO, '--yes'], broken)
    expect(code).toBe(1)
    expect(err).toMatch(/^responses\/2020-peel\/response\.yaml:\d+: /)
    expect(after).toBe(LATER)
  })

  test('one of the items cannot be written into', async () => {
    const text = `${LATER.replace('- recommendation: |', '- &bail\n        recommendation: |')}  - { title: Again, items: [*bail] }\n`
    const cwd = aWorkspace({ ...both, '2023-peel': text })
    const { code, err, after } = await carry([...TWO, '--yes'], cwd)
    expect(code).toBe(2)
    expect(err).toContain('expected one that `raised_before` can be put into')
    expect(after).toBe(text)
  })
})

test('another force is told of', async () => {
  const office = OFFICE.replace('force: Northshire Police', 'force: Westmere Police')
  const cwd = aWorkspace(
    { ...both, '2020-peel': EARLIER.replace('office: northshire', 'office: westmere') },
    { 'templates/westmere/office.yaml': office },
  )
  const { err } = await carry(TWO, cwd)
  expect(err).toContain('Unexpected response on Westmere Police, expected one on Northshire Police')
})
