import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { anIo, aWorkspace, FINISHED } from './make.ts'

const UPDATE = '        update: Supervisors now review each investigation.\n'
/** FINISHED with these lines in its item. */
const withLines = (lines: string): string => FINISHED.replace(UPDATE, UPDATE + lines)
const NUMBERED = withLines('        number: 12\n        status: not started\n')
const PATH = 'responses/northshire/response.yaml'
const SCALE = `statuses:
  - { word: GREEN, done: true }
  - { word: RED, needs_reason: true }
`

type World = { text?: string; files?: Record<string, string>; columns?: number }

/** What is said, and what the file then is. `after`: the lines that are new in it. */
async function log(argv: readonly string[], { text = NUMBERED, files = {}, ...io }: World = {}) {
  const cwd = aWorkspace({ northshire: text }, files)
  const world = anIo({ cwd, ...io })
  const code = await main(['log', ...argv], world)
  const after = readFileSync(join(cwd, PATH), 'utf8')
  const lines = after.split('\n').filter(line => !text.split('\n').includes(line))
  return { code, out: world.out, err: world.err, after, lines, cwd }
}

test('an entry is written into the item, and where it is said', async () => {
  const { code, out, err, after, lines } = await log([
    ...['northshire', 'R12', '--status', 'in progress', '--text', 'A course was held.'],
    ...['--date', '2024-01-20'],
  ])
  expect(code).toBe(0)
  expect(lines).toEqual([
    '        history:',
    '          - { date: 2024-01-20, status: in progress, source: force, text: A course was held. }',
  ])
  expect(out).toBe(
    `${PATH}:23: recommendation 12 in "Investigating crime", 20 January 2024: in progress\n`,
  )
  expect(err).toBe(
    `${PATH}:21: Unexpected status "not started", expected "in progress" as the history says
  The history counts. Change \`status\`, or take it away: check warns of it.
`,
  )
  expect(
    after
      .split('\n')
      .filter(line => !lines.includes(line))
      .join('\n'),
  ).toBe(NUMBERED)
})

test('its day is today, and its source the force', async () => {
  const { lines } = await log(['northshire', 'R12', '--text', 'Begun.', '--today', '2024-01-31'])
  expect(lines.at(-1)).toBe('          - { date: 2024-01-31, source: force, text: Begun. }')
})

test.each([
  ['R12'],
  ['r12'],
  ['12'],
  ['investigating-crime.r1'],
  ['Recommendation 12'],
  ['recommendation 12'],
])('the item may be called %s', async item => {
  expect((await log(['northshire', item, '--text', 'Begun.'])).code).toBe(0)
})

test.each([['northshire'], ['responses/northshire'], ['responses/northshire/'], [PATH]])(
  'the response may be called %s',
  async name => {
    expect((await log([name, 'R12', '--text', 'Begun.'])).code).toBe(0)
  },
)

test('the response is known by its name wherever in the workspace one is', async () => {
  const cwd = aWorkspace({ northshire: NUMBERED })
  const io = anIo({ cwd: join(cwd, 'templates') })
  expect(await main(['log', 'northshire', 'R12', '--text', 'Begun.'], io)).toBe(0)
  expect(io.out).toMatch(/^\.\.\/responses\/northshire\/response\.yaml:23: /)
})

test('two entries are two', async () => {
  const cwd = aWorkspace({ northshire: NUMBERED })
  const argv = ['log', 'northshire', 'R12', '--text', 'Begun.']
  expect(await main(argv, anIo({ cwd }))).toBe(0)
  expect(await main(argv, anIo({ cwd }))).toBe(0)
  expect(readFileSync(join(cwd, PATH), 'utf8').match(/text: Begun/g)).toHaveLength(2)
})

describe('where an item stands', () => {
  test('is a word of the scale, and of the register where the inspectorate says it', async () => {
    const closed = await log([
      ...['northshire', 'R12', '--status', 'superseded', '--source', 'inspectorate'],
    ])
    expect(closed.code).toBe(0)
    expect(closed.err).toBe('')
    const red = await log(['northshire', 'R12', '--status', 'RED'], {
      text: withLines('        number: 12\n'),
      files: { 'section55.yaml': SCALE },
    })
    expect(red.code).toBe(0)
  })

  test.each([
    ['compete', 'expected not started, in progress or complete\n  Did you mean complete?'],
    ['green', 'expected not started, in progress or complete\n  Words of your own stand in'],
    [
      'superseded',
      "in progress or complete\n  Of the inspectorate's register? Then add --source inspectorate.",
    ],
  ])('is not %s', async (status, said) => {
    const { code, err, lines } = await log(['northshire', 'R12', '--status', status])
    expect(code).toBe(2)
    expect(err).toContain(`Unexpected --status ${status}, `)
    expect(err).toContain(said)
    expect(lines).toEqual([])
  })

  test.each([
    ['in progress', "  Of the force's scale? Then leave out --source inspectorate.\n"],
    ['supersded', '  Did you mean superseded?\n'],
    // No setting adds to the words of the register.
    ['shut', ''],
  ])('is not %s in the inspectorate’s register', async (status, hint) => {
    const argv = ['northshire', 'R12', '--source', 'inspectorate', '--status', status]
    const { code, err } = await log(argv)
    expect(code).toBe(2)
    expect(err).toBe(
      `Unexpected --status ${status}, expected awaiting review, being progressed, complete or superseded\n${hint}`,
    )
  })

  test('of the inspectorate is compared with its own key', async () => {
    const text = withLines('        number: 12\n        inspectorate_status: awaiting review\n')
    const argv = ['northshire', 'R12', '--source', 'inspectorate', '--status', 'complete']
    const { err } = await log(argv, { text })
    expect(err).toContain(
      `${PATH}:21: Unexpected inspectorate_status "awaiting review", expected "complete"`,
    )
    expect((await log([...argv.slice(0, -1), 'awaiting review'], { text })).err).toBe('')
  })

  test('is what the last entry says, and it is said when that is another', async () => {
    const text = withLines(
      '        number: 12\n        history:\n          - { date: 2024-01-30, status: complete, source: force }\n',
    )
    const { code, err, lines } = await log(
      ['northshire', 'R12', '--status', 'in progress', '--date', '2024-01-02'],
      { text },
    )
    expect(code).toBe(0)
    expect(lines).toHaveLength(1)
    expect(err).toContain('The entry of 30 January 2024 is later, and counts: "complete"')
  })

  test('cannot be two things on one day', async () => {
    const text = withLines(
      '        number: 12\n        history:\n          - { date: 2024-01-30, status: complete }\n',
    )
    const argv = ['northshire', 'R12', '--status', 'in progress', '--date', '2024-01-30']
    const { code, err, lines } = await log(argv, { text })
    expect(code).toBe(2)
    expect(err).toContain(
      `${PATH}:22: Unexpected second status of 30 January 2024, expected "complete"`,
    )
    expect(err).toContain('Nothing was written.')
    expect(lines).toEqual([])
    expect((await log([...argv, '--source', 'body'], { text })).code).toBe(0)
  })
})

describe('nothing is written where', () => {
  test.each([
    [['northshire', 'R12'], 'Missing --status or --text, expected one of them at least'],
    [['northshire', 'R12', '--text', ''], 'Unexpected empty --text, expected words'],
    [['northshire', 'R12', '--text', ' \n '], 'Unexpected empty --text, expected words'],
    [['northshire', 'R12', '--text', 'One.\n\n# Two'], '--text, line 3: Unexpected heading'],
    [
      ['northshire', 'R12', '--text', 'a', '--date', '2024-02-02'],
      'Unexpected --date 2024-02-02, expected 1 February 2024, which is today, or earlier',
    ],
    [['northshire', 'R12', '--text', 'a', '--date', '2.1.2024'], 'Unexpected --date 2.1.2024'],
    [['northshire', 'R12', '--text', 'a', '--source', 'forc'], 'Did you mean force?'],
    [['northshire', 'R12', '--text-cy', 'a'], 'Unexpected --text-cy, expected it where'],
    [['northshire'], 'Missing ITEM, expected an item as `answers` has it'],
    [[], "Missing NAME, expected a response: its folder's name"],
    [['northshire', 'R13', '--text', 'a'], 'Did you mean R12, recommendation 12 in "Inv'],
    [['northshire', 'C4', '--text', 'a'], 's55 status northshire lists its items'],
    [['northshir', 'R12', '--text', 'a'], 'Unexpected response northshir, expected the name'],
    [['northshir', 'R12', '--text', 'a'], 'Did you mean northshire?'],
    [['nowhere', 'R12', '--text', 'a'], 'There are northshire.'],
    [['responses/nowhere', 'R12', '--text', 'a'], 'Missing responses/nowhere, expected'],
    [['', 'R12', '--text', 'a'], 'Unexpected empty path'],
  ])('%j', async (argv, said) => {
    const { code, out, err, lines } = await log(argv)
    expect(code).toBe(2)
    expect(err).toContain(said)
    expect(out).toBe('')
    expect(lines).toEqual([])
  })

  test('a workspace is named, and not one response', async () => {
    const cwd = aWorkspace({ northshire: NUMBERED, other: NUMBERED })
    const io = anIo({ cwd })
    expect(await main(['log', '.', 'R12', '--text', 'a'], io)).toBe(2)
    expect(io.err).toContain('Unexpected ., expected one response')
  })

  test('a reference names two items', async () => {
    const text = NUMBERED.replace(
      'actions:',
      '      - { area_for_improvement: Record., number: 12, update: Done. }\nactions:',
    )
    const { code, err } = await log(['northshire', '12', '--text', 'a'], { text })
    expect(code).toBe(2)
    expect(err)
      .toBe(`Unexpected item 12, which is recommendation 12 (investigating-crime.r1) and area for improvement 12 (investigating-crime.a1), expected one that is unique
  Write R12 or A12.
`)
  })

  test('the response cannot be read', async () => {
    const { code, err, out } = await log(['northshire', 'R12', '--text', 'a'], {
      text: NUMBERED.replace('sections:', 'sections: ['),
    })
    expect(code).toBe(1)
    expect(err).toMatch(/^responses\/northshire\/response\.yaml:\d+: Unexpected /)
    expect(out).toBe('')
  })

  test('an item stands in several places by one name', async () => {
    const text = NUMBERED.replace('- recommendation', '- &one\n        recommendation').replace(
      'actions:',
      '  - { title: Again, items: [*one] }\nactions:',
    )
    const { code, err, lines } = await log(
      ['northshire', 'investigating-crime.r1', '--text', 'a'],
      {
        text,
      },
    )
    expect(code).toBe(2)
    expect(err).toContain('Unexpected item that stands in several places by one name')
    expect(lines).toEqual([])
  })
})

describe('an item between braces', () => {
  const text = FINISHED.replace(
    /- recommendation: (.*)\n +update: (.*)\n/,
    '- { recommendation: "$1", update: $2 } # page 3\n',
  )
  const argv = ['northshire', 'investigating-crime.r1', '--text', 'Begun.']

  test('is shown as it would be written, and left', async () => {
    const { code, out, err, lines } = await log(argv, { text })
    expect(code).toBe(1)
    expect(lines).toEqual([])
    expect(out).toBe(`--- ${PATH}
+++ ${PATH}
@@ -16,5 +16,8 @@
     grade: adequate
     items:
-      - { recommendation: "The force should supervise investigations.", update…
+      - recommendation: "The force should supervise investigations."
+        update: Supervisors now review each investigation. # page 3
+        history:
+          - { date: 2024-02-01, source: force, text: Begun. }
 actions:
   - { text: I pay for two more supervisors., answers: [investigating-crime.r1]…
`)
    expect(err).toContain('Add --yes, and it is written as above, with its entry.')
  })

  test('is written where that is confirmed', async () => {
    const { code, out, after } = await log([...argv, '--yes'], { text })
    expect(code).toBe(0)
    expect(out).toContain(`${PATH}:21: `)
    expect(after).toContain(
      '        update: Supervisors now review each investigation. # page 3\n        history:\n',
    )
  })
})

test('--dry-run shows the lines, and writes none', async () => {
  const { code, out, err, lines } = await log(['northshire', 'R12', '--text', 'a', '--dry-run'])
  expect(code).toBe(0)
  expect(out).toContain('+          - { date: 2024-02-01, source: force, text: a }\n')
  expect(err).toBe('Nothing was written: --dry-run only shows.\n')
  expect(lines).toEqual([])
})

test('--quiet says where it was written, and no more', async () => {
  const { out, err } = await log(['northshire', 'R12', '--status', 'complete', '--quiet'])
  expect(out).toContain(`${PATH}:23: `)
  expect(err).toBe('')
})

test('--json says the same for programs', async () => {
  const { out, err } = await log(['northshire', 'R12', '--status', 'complete', '--json'])
  expect(err).toBe('')
  const { diff, ...told } = JSON.parse(out) as Record<string, unknown>
  expect(told).toEqual({
    written: true,
    file: PATH,
    line: 23,
    item: 'investigating-crime.r1',
    entry: { date: '2024-02-01', status: 'complete', source: 'force' },
    rewritten: false,
  })
  expect(diff).toContain('+          - { date: 2024-02-01, status: complete, source: force }')
})

describe('a withheld item', () => {
  const text = withLines(
    '        number: 12\n        withheld: { reason: PrivateReason, public: It is withheld. }\n        history:\n          - { date: 2024-01-30, status: complete, source: force, text: PrivatePast }\n',
  )
  const argv = ['northshire', 'R12', '--text', 'PrivateWords', '--status', 'in progress']

  test('has its entry, and no word of it is shown', async () => {
    for (const more of [[], ['--json'], ['--dry-run'], ['--dry-run', '--json']]) {
      const { code, out, err, after } = await log([...argv, ...more], { text })
      expect(code).toBe(0)
      expect(out + err).not.toMatch(/Private|in progress|complete/)
      expect(after.includes('PrivateWords')).toBe(!more.includes('--dry-run'))
    }
  })

  test('says no word of what is there where the two cannot both be', async () => {
    const { code, out, err } = await log([...argv, '--date', '2024-01-30'], { text })
    expect(code).toBe(2)
    expect(out + err).not.toMatch(/Private|complete/)
    expect(err).toContain(`${PATH}:23: Unexpected second status of 30 January 2024`)
  })
})

test('a part is edited where it stands, and one outside the response is named', async () => {
  const text = NUMBERED.replace(
    / {6}- recommendation[^]*?(?=actions:)/,
    '      - file: ../shared/one.yaml\n',
  )
  const part = 'recommendation: Train.\nnumber: 12\nupdate: We do.\n'
  const { code, out, err, after, cwd } = await log(['northshire', 'R12', '--text', 'a'], {
    text,
    files: { 'responses/shared/one.yaml': part },
  })
  expect(code).toBe(0)
  expect(after).toBe(text)
  expect(out).toContain('responses/shared/one.yaml:5: recommendation 12')
  expect(err).toContain('Where another response names that file too')
  expect(readFileSync(join(cwd, 'responses/shared/one.yaml'), 'utf8')).toBe(
    `${part}history:\n  - { date: 2024-02-01, source: force, text: a }\n`,
  )
})

test('a mark at the start of the file stays, and so do Windows line ends', async () => {
  const text = `\ufeff${NUMBERED.replaceAll('\n', '\r\n')}`
  const { after } = await log(['northshire', 'R12', '--text', 'a'], { text })
  expect(after.startsWith('\ufeffoffice')).toBe(true)
  expect(after.replaceAll('\r\n', '')).not.toContain('\n')
})

test('words of two languages stand beside each other, and one alone is told of', async () => {
  const text = NUMBERED.replace('status: final', 'status: draft\nlanguage: [cy-GB, en-GB]')
  const both = await log(['northshire', 'R12', '--text', 'Begun.', '--text-cy', 'Wedi dechrau.'], {
    text,
  })
  expect(both.lines.at(-1)).toContain('text: { cy: Wedi dechrau., en: Begun. }')
  expect(both.err).not.toContain('one language')
  const one = await log(['northshire', 'R12', '--text', 'Begun.'], { text })
  expect(one.code).toBe(0)
  expect(one.err).toContain('Unexpected text in one language')
})

test('a section is named in English, as status names it', async () => {
  const text = NUMBERED.replace('status: final', 'status: draft\nlanguage: [cy-GB, en-GB]').replace(
    'title: Investigating crime',
    'title: { cy: Ymchwilio i droseddau, en: Investigating crime }',
  )
  const { out } = await log(['northshire', 'R12', '--text', 'Begun.'], { text })
  expect(out).toContain('recommendation 12 in "Investigating crime"')
})

test('control characters are neither written nor shown', async () => {
  const { after, out } = await log(['northshire', 'R12', '--text', 'a\u001b[31mb\u0000c'])
  expect(after).toContain("text: 'a[31mbc' }")
  expect(out).not.toContain('\u001b')
})

test('what check then says is not an error', async () => {
  const { cwd } = await log(['northshire', 'R12', '--text', 'Begun: #1', '--status', 'complete'])
  const io = anIo({ cwd })
  expect(await main(['check', '--json'], io)).toBe(0)
})
