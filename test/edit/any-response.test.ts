import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { addToHistory } from '../../src/edit/add-to-history.ts'
import type { LoggedEntry } from '../../src/edit/history-entry.ts'
import { isAllKept } from '../../src/edit/guard.ts'
import { itemsOf } from '../../src/model/response.ts'
import { findNode } from '../../src/source/find-node.ts'
import { parseYaml } from '../../src/source/parse-yaml.ts'
import { SourceFile } from '../../src/source/source-file.ts'
import { aResponse, read, RESPONSE } from '../makers.ts'
import { randomResponse, seeded } from '../random-response.ts'

type Keys = ReturnType<typeof randomResponse>['keys']
const office = { office: 'northshire', report: { title: 'An inspection', inspectorate: 'HMICFRS' } }

const LAYOUTS: [name: string, lay: (keys: Keys) => string][] = [
  ['as it is', aResponse],
  ['with Windows line ends', keys => aResponse(keys).replaceAll('\n', '\r\n')],
  ['without a last line end', keys => aResponse(keys).trimEnd()],
  [
    'with its sections between brackets',
    ({ sections, ...keys }) =>
      `${stringify({ ...office, ...keys })}sections: ${JSON.stringify(sections)}\n`,
  ],
  [
    'with its items between braces',
    ({ sections, ...keys }) =>
      `${stringify({ ...office, ...keys })}sections:\n${(sections as Keys[]).map(inBraces).join('')}`,
  ],
  [
    'in narrow lines',
    keys => stringify({ ...office, ...keys }, { lineWidth: 30, indentSeq: false }),
  ],
  [
    'in quotes',
    keys =>
      stringify(
        { ...office, ...keys },
        { lineWidth: 40, defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN' },
      ),
  ],
  ['with remarks', keys => aResponse(keys).replace(/\n( *)(?=\S)/g, '\n$1# A remark.\n$1')],
]

/** A section whose items have a line each. */
function inBraces({ items, sections = [], ...section }: Keys): string {
  const lines = (items as Keys[]).map(item => `      - ${JSON.stringify(item)} # seen\n`)
  const own = stringify(section).trimEnd().replaceAll('\n', '\n    ')
  const inner = `    sections: ${JSON.stringify(sections)}\n    items:\n`
  return `  - ${own}\n${inner}${lines.join('') || '      []\n'}`
}

const TEXTS = [
  undefined,
  'It is begun.',
  'Two: “things”, #1.\n\n- one\n- two',
  `${'A long one that goes on and on. '.repeat(5)}${'And - so on 1. '.repeat(5)}`.trim(),
]
const WORDS = ['in progress', 'complete', undefined] as const

/** What of the second text is not of the first, where that is one piece that was put in. */
function insertion(before: string, after: string): string | undefined {
  let from = 0
  while (from < before.length && before[from] === after[from]) from += 1
  const length = after.length - before.length
  return before.slice(from) === after.slice(from + length)
    ? after.slice(from, from + length)
    : undefined
}

describe.each(LAYOUTS)('a response %s', (name, lay) => {
  test.each(Array.from({ length: 5 }, (_, seed) => seed + 1))(
    'takes entries, and nothing else in it changes (%i)',
    async seed => {
      const { keys } = randomResponse(seed)
      let text = lay(keys)
      const reading = await read({ [RESPONSE]: text })
      const [response] = reading.responses
      expect(response).toBeDefined()
      const random = seeded(seed)
      const items = [...itemsOf(response!.sections)]
      const days = ['2019-03-01', '2018-07-05', '2019-03-01']
      for (let count = 0; count < 3 && items.length > 0; count++) {
        const item = items[Math.floor(random() * items.length)]!
        const [day = ''] = days.splice(Math.floor(random() * days.length), 1)
        const said = TEXTS[Math.floor(random() * TEXTS.length)]
        const status = WORDS[Math.floor(random() * WORDS.length)]
        const entry: LoggedEntry = {
          date: day,
          ...(status && { status }),
          source: 'body',
          ...((said !== undefined || !status) && { text: said ?? 'Seen.' }),
        }
        const root = parseYaml(new SourceFile(RESPONSE, text)).value!
        const { node } = findNode(root, item.at)
        const added = node.kind === 'map' ? addToHistory(node, entry) : undefined
        expect(added).toBeDefined()
        if (!added!.wasInBraces || name === 'with its sections between brackets')
          expect(insertion(text, added!.after)).toBeDefined()
        expect(isAllKept(new SourceFile(RESPONSE, text), added!.after, () => false)).toBe(true)
        text = added!.after
        const again = await read({ [RESPONSE]: text })
        expect(again.problems).toHaveLength(reading.problems.length)
        const logged = [...itemsOf(again.responses[0]!.sections)].find(({ id }) => id === item.id)!
        if (!item.withheld) {
          const dates = logged.history.map(({ date }) => date!)
          expect(dates).toContain(day)
          expect(dates).toEqual([...dates].sort())
        }
      }
    },
  )
})
