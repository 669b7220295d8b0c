import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import { parseYaml } from '../../../src/source/parse-yaml.ts'
import { SourceFile } from '../../../src/source/source-file.ts'
import type { SourceNode } from '../../../src/source/source-node.ts'
import { itemsOf } from '../../../src/model/response.ts'
import { PRIVATE, randomResponse, seeded } from '../../random-response.ts'
import { aResponse, read, say } from '../../makers.ts'
import { aFoundItem } from '../found.ts'
import { MAIN, update } from './make.ts'
import { foundOf } from './of-a-letter.ts'

const ANSWERS =
  /^(?:update|comment|notes|reason|public|position|status|owner|target|evidence|date|text)$/

/** Each value of the office's own, by its key. */
function* answersIn(node: SourceNode, key = ''): Generator<string> {
  if (node.kind === 'scalar' && ANSWERS.test(key) && node.value.trim() !== '')
    yield `${key}: ${node.value.trim().replaceAll('\r\n', '\n')}`
  if (node.kind === 'list') for (const item of node.items) yield* answersIn(item, key)
  if (node.kind === 'map')
    for (const [name, { value }] of node.entries) yield* answersIn(value, name)
}
const answersOf = (text: string) => [...answersIn(parseYaml(new SourceFile('', text)).value!)]

type Keys = ReturnType<typeof randomResponse>['keys']
const office = { office: 'northshire', report: { title: 'An inspection' } }

const LAYOUTS: [name: string, lay: (keys: Keys) => string][] = [
  ['as it is', aResponse],
  ['with Windows line ends', keys => aResponse(keys).replaceAll('\n', '\r\n')],
  [
    'with its sections between brackets',
    ({ sections, ...keys }) =>
      `${stringify({ ...office, ...keys })}sections: ${JSON.stringify(sections)}\n`,
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
]

describe.each(LAYOUTS)('a response %s', (_name, lay) => {
  test.each(Array.from({ length: 25 }, (_, seed) => seed + 1))(
    'keeps every answer, whatever the report becomes (%i)',
    async seed => {
      const { keys } = randomResponse(seed)
      const files = { [MAIN]: lay(keys) }
      const reading = await read(files)
      const [response] = reading.responses
      if (!response) expect(say(reading)).toEqual([])
      const random = seeded(seed)
      const found = foundOf(response!)
      // The report loses items, gains some, words change, all in another order.
      const spoil = (section: (typeof found.sections)[number]): void => {
        section.items = section.items.filter(() => random() < 0.8)
        for (const item of section.items) {
          if (random() < 0.3)
            item.words = [
              ...item.words,
              { type: 'paragraph', children: [{ type: 'text', value: 'It says more.' }] },
            ]
          if (random() < 0.2) item.title = 'A headline: #new'
          if (item.kind === 'cause_of_concern' && random() < 0.4)
            item.recommendations.push(aFoundItem(`Another one ${random()}`))
        }
        if (random() < 0.5)
          section.items.splice(
            Math.floor(random() * 3),
            0,
            aFoundItem(`Entirely new words ${random()}`),
          )
        if (random() < 0.2) section.items.reverse()
        if (random() < 0.3) section.grade = 'inadequate'
        section.sections = section.sections.filter(() => random() < 0.8)
        section.sections.forEach(spoil)
      }
      found.sections.forEach(spoil)
      if (random() < 0.5)
        found.sections.push({
          ...found.sections[0]!,
          title: 'Wholly new',
          items: [aFoundItem(`New ${random()}`)],
          sections: [],
        })
      const { after, said } = await update(files, found)
      const left = answersOf(after[MAIN]!)
      for (const answer of answersOf(files[MAIN])) expect(left).toContain(answer)
      expect(said.join('\n')).not.toContain(PRIVATE)
      const again = await read(after)
      expect(
        again.problems.filter(
          ({ severity, rule }) => severity === 'error' && rule !== 'missing-file',
        ),
      ).toEqual(reading.problems.filter(({ severity }) => severity === 'error'))
      expect([...itemsOf(again.responses[0]!.sections)].length).toBeGreaterThanOrEqual(
        [...itemsOf(response!.sections)].length,
      )
      expect((await update(after, found)).changed).toEqual([])
    },
  )
})
