import { describe, expect, test } from 'vitest'
import { addToHistory } from '../../src/edit/add-to-history.ts'
import type { LoggedEntry } from '../../src/edit/history-entry.ts'
import { parseYaml } from '../../src/source/parse-yaml.ts'
import { SourceFile } from '../../src/source/source-file.ts'
import type { SourceMap, SourceNode } from '../../src/source/source-node.ts'

const ENTRY: LoggedEntry = { date: '2024-05-10', status: 'in progress', source: 'force' }
const LONG =
  'The force has trained all of its supervisors in the review of investigations, and the second course will be held in September for those who joined since.'

function* itemsIn(node: SourceNode): Generator<SourceMap> {
  if (node.kind === 'list') for (const item of node.items) yield* itemsIn(item)
  if (node.kind !== 'map') return
  if (node.entries.has('recommendation')) yield node
  for (const { value } of node.entries.values()) yield* itemsIn(value)
}

/** The file once the entry is in the history of its first recommendation, or of another. */
function add(text: string, entry: Partial<LoggedEntry> = {}, index = 0): string | undefined {
  const { value } = parseYaml(new SourceFile('response.yaml', text))
  const item = [...itemsIn(value!)][index]!
  return addToHistory(item, { ...ENTRY, ...entry })?.after
}

describe('an item without a history', () => {
  test('gets one behind its last key', () => {
    expect(
      add(`items:
  - recommendation: Train.
    update: |
      We do.

      All of us.

  - recommendation: Record.
`),
    ).toBe(`items:
  - recommendation: Train.
    update: |
      We do.

      All of us.
    history:
      - { date: 2024-05-10, status: in progress, source: force }

  - recommendation: Record.
`)
  })

  test('has it before its notes, its waivers and its own recommendations', () => {
    expect(
      add(`items:
  - recommendation: Train.
    update: We do.
    waive: [{ rule: missing-comment }]
    notes: Ask again.
`),
    ).toBe(`items:
  - recommendation: Train.
    update: We do.
    history:
      - { date: 2024-05-10, status: in progress, source: force }
    waive: [{ rule: missing-comment }]
    notes: Ask again.
`)
  })

  test('keeps remarks beside and below what they are of', () => {
    expect(
      add(`items:
  - recommendation: Train. # page 4
    evidence:
      - The plan.
      # and the rota, once it is there
    # target: 2025-01-01
  # The next one is joint.
  - recommendation: Record.
`),
    ).toBe(`items:
  - recommendation: Train. # page 4
    evidence:
      - The plan.
      # and the rota, once it is there
    history:
      - { date: 2024-05-10, status: in progress, source: force }
    # target: 2025-01-01
  # The next one is joint.
  - recommendation: Record.
`)
  })

  test('has its dashes as far in as the file has others', () => {
    expect(add('items:\n- recommendation: Train.\n  update: We do.\n')).toBe(
      'items:\n- recommendation: Train.\n  update: We do.\n  history:\n  - { date: 2024-05-10, status: in progress, source: force }\n',
    )
    expect(add('items:\n    -   recommendation: Train.\n        update: We do.\n')).toBe(
      'items:\n    -   recommendation: Train.\n        update: We do.\n        history:\n            - { date: 2024-05-10, status: in progress, source: force }\n',
    )
  })

  test('keeps Windows line ends, and a last line without one', () => {
    expect(add('items:\r\n  - recommendation: Train.\r\n    update: We do.')).toBe(
      'items:\r\n  - recommendation: Train.\r\n    update: We do.\r\n    history:\r\n      - { date: 2024-05-10, status: in progress, source: force }',
    )
  })

  test('fills a key that is empty, and empty brackets', () => {
    for (const empty of [' # to come', ' []', " ''"])
      expect(
        add(`items:\n  - recommendation: Train.\n    history:${empty}\n    notes: a\n`),
      ).toMatch(
        /^items:\n {2}- recommendation: Train\.\n {4}history:( # to come)? *\n {6}- \{ date: 2024-05-10, status: in progress, source: force \}\n {4}notes: a\n$/,
      )
  })

  test('that stands in a part of its own is edited there', () => {
    expect(add('recommendation: Train.\nupdate: We do.\n')).toBe(
      'recommendation: Train.\nupdate: We do.\nhistory:\n  - { date: 2024-05-10, status: in progress, source: force }\n',
    )
  })
})

describe('a history', () => {
  const withHistory = (lines: string) =>
    `items:\n  - recommendation: Train.\n    history:\n${lines}    notes: a\n`

  test('runs forward: an entry of an earlier day goes before later ones, and one of the same day behind', () => {
    const entries = [
      '      - { date: 2024-03-01, text: One. }\n',
      '      # The course.\n      - { date: 2024-05-10, text: Two. } # in May\n',
      '      - { date: 2024-07-01, text: Three. }\n',
    ]
    const added = '      - { date: 2024-05-10, status: in progress, source: force }\n'
    expect(add(withHistory(entries.join('')))).toBe(
      withHistory([...entries.slice(0, 2), added, entries[2]].join('')),
    )
    const first = added.replace('2024-05-10', '2023-01-01')
    expect(add(withHistory(entries.join('')), { date: '2023-01-01' })).toBe(
      withHistory(first + entries.join('')),
    )
    const before = '      # The course.\n'
    const second = added.replace('2024-05-10', '2024-04-01')
    expect(add(withHistory(entries.join('')), { date: '2024-04-01' })).toBe(
      withHistory(entries[0]! + second + before + entries[1]!.replace(before, '') + entries[2]!),
    )
  })

  test('whose entries have lines of their own goes on like that', () => {
    const entry = '      - date: 2024-03-01\n        text: One.\n'
    expect(add(withHistory(entry), { text: 'It is begun.' })).toBe(
      withHistory(
        `${entry}      - date: 2024-05-10\n        status: in progress\n        source: force\n        text: It is begun.\n`,
      ),
    )
  })

  test('whose entries are parted by empty lines goes on like that', () => {
    const one = '      - { date: 2024-03-01, text: One. }\n'
    const two = '      - { date: 2024-04-01, text: Two. }\n'
    expect(add(withHistory(`${one}\n${two}`))).toBe(
      withHistory(
        `${one}\n${two}\n      - { date: 2024-05-10, status: in progress, source: force }\n`,
      ),
    )
  })

  test('in brackets goes on in them', () => {
    const text = (entries: string) =>
      `items:\n  - recommendation: Train.\n    history: [${entries}] # so far\n`
    const one = '{ date: 2024-03-01, text: One. }'
    const added = '{ date: 2024-05-10, status: in progress, source: force }'
    expect(add(text(one))).toBe(text(`${one}, ${added}`))
    expect(add(text(one), { date: '2024-01-01' })).toBe(
      text(`${added.replace('05-10', '01-01')}, ${one}`),
    )
    expect(add(text(one), { text: 'One.\n\nTwo: "so".' })).toContain(
      String.raw`, source: force, text: "One.\n\nTwo: \"so\"." }]`,
    )
  })
})

describe('the words of an entry', () => {
  const item = 'items:\n  - recommendation: Train.\n'

  test('that are long stand below their key, in lines that fit', () => {
    const after = add(item, { text: LONG })
    expect(after).toBe(`${item}    history:
      - date: 2024-05-10
        status: in progress
        source: force
        text: |
          The force has trained all of its supervisors in the review of investigations, and the
          second course will be held in September for those who joined since.
`)
  })

  test('are not broken where a line would then begin something', () => {
    const text = `${'x'.repeat(88)} a - ${'word '.repeat(10).trim()}`
    expect(add(item, { text })).toContain(`          ${text}\n`)
  })

  test('of several paragraphs and lists stay as they were typed', () => {
    const text = 'Two things:\n\n- one\n  - and in it\n- two'
    expect(add(item, { text })).toContain(
      '        text: |\n          Two things:\n\n          - one\n            - and in it\n          - two\n',
    )
  })

  test.each([
    'It is 50% done: see #4',
    '{ braces }, [brackets]',
    "it's",
    '"so"',
    '- no list',
    '2024-01-01',
    'true',
    '=HYPERLINK("x")',
    '*star',
    '&mark',
    'a \\ b',
    'Yes, “so” it is; £4 & more',
  ])('mean what they are: %s', text => {
    const after = add(item, { text })
    expect(after).toBeDefined()
    expect(add(after!, { text })).toBeDefined()
  })

  test('in two languages stand below both', () => {
    expect(add(item, { source: 'body', text: { cy: 'Do.', en: 'Yes.' } })).toContain(
      '- { date: 2024-05-10, status: in progress, source: body, text: { cy: Do., en: Yes. } }',
    )
    expect(add(item, { text: { cy: 'Un.\n\nDau.', en: 'Begun.' } })).toContain(
      '        text:\n          cy: |\n            Un.\n\n            Dau.\n          en: Begun.\n',
    )
  })

  test('do not take in a remark that stands further in below them', () => {
    const text = 'items:\n  - recommendation: Train.\n\n                # far in\n    update: a\n'
    expect(add(text.replace('    update: a\n', ''), { text: LONG })).toContain('# far in')
    expect(add(`${item}    history: [] # far in\n`, { text: LONG })).toContain(
      `text: '${LONG}' } # far in`,
    )
  })
})

describe('an item in braces', () => {
  test('is written on lines, with all its values as they were typed', () => {
    expect(
      add(`items:
  - { recommendation: "Train: all", update: We do., evidence: [a, 'b'], target: 2024-09-01 } # four
  - recommendation: Record.
`),
    ).toBe(`items:
  - recommendation: "Train: all"
    update: We do.
    evidence: [a, 'b']
    target: 2024-09-01 # four
    history:
      - { date: 2024-05-10, status: in progress, source: force }
  - recommendation: Record.
`)
  })

  test('keeps its remarks, its marks and its lines', () => {
    expect(
      add(`items:
  - { # of the report
      number: 4, # page 12
      # The words.
      recommendation: "Train
        all.

        And more.",
      evidence: [
        a, # first
        b
      ],
      # The end.
      update: &done We do., comment: , # to come
    }
  - { recommendation: Record., update: *done }
`),
    ).toBe(`items:
  - # of the report
    number: 4 # page 12
    # The words.
    recommendation: "Train
      all.

      And more."
    evidence: [
        a, # first
        b
      ]
    # The end.
    update: &done We do.
    # to come
    comment:
    history:
      - { date: 2024-05-10, status: in progress, source: force }
  - { recommendation: Record., update: *done }
`)
  })

  test('with a value that is named elsewhere keeps its name', () => {
    expect(
      add(
        'items:\n  - { recommendation: Train., update: &done We do. }\n  - { recommendation: Record., update: *done, comment: a }\n',
        {},
        1,
      ),
    ).toContain('  - recommendation: Record.\n    update: *done\n    comment: a\n    history:\n')
  })

  test('has the entries that it has a line each', () => {
    expect(
      add(
        'items:\n  - { recommendation: Train., history: [{ date: 2024-01-01, text: a }], notes: b }\n',
      ),
    ).toBe(`items:
  - recommendation: Train.
    history:
      - { date: 2024-01-01, text: a }
      - { date: 2024-05-10, status: in progress, source: force }
    notes: b
`)
  })

  test('that has a name keeps it', () => {
    expect(add('items:\n  - &one { recommendation: Train., update: a }\n')).toBe(
      'items:\n  - &one\n    recommendation: Train.\n    update: a\n    history:\n      - { date: 2024-05-10, status: in progress, source: force }\n',
    )
  })

  test('that is a file is written on lines', () => {
    expect(add('{ "recommendation": "Train.", "update":"a" }\n')).toBe(
      '"recommendation": "Train."\n"update": "a"\nhistory:\n  - { date: 2024-05-10, status: in progress, source: force }\n',
    )
  })

  test('among others in brackets has its entry between braces', () => {
    const text = (more: string) => `items: [{ recommendation: Train., update: a${more} }]\n`
    const entry = '{ date: 2024-05-10, status: in progress, source: force }'
    expect(add(text(''))).toBe(text(`, history: [${entry}]`))
    expect(add(text(', notes: '))).toBe(
      `items: [{ recommendation: Train., update: a, notes:, history: [${entry}]  }]\n`,
    )
    expect(add(text(', history:'))).toBe(text(`, history: [${entry}]`))
    expect(add(text(', history: []'))).toBe(text(`, history: [${entry}]`))
  })
})

test('an item that stands for several by its name is left alone', () => {
  expect(add('items:\n  - &one\n    recommendation: Train.\n  - *one\n')).toBeUndefined()
  expect(
    add(
      'items:\n  - recommendation: Train.\n    history: &past\n      - { date: 2024-01-01, text: a }\n  - recommendation: Record.\n    history: *past\n',
    ),
  ).toBeUndefined()
})
