import { expect, test } from 'vitest'
import { sayDiff } from '../../src/cli/say-diff.ts'
import { Draft, type Mended } from '../../src/fix/draft.ts'
import { mendResponse } from '../../src/fix/mend-response.ts'
import { readInspectionResponse } from '../../src/model/read-workspace.ts'
import type { WorkspaceFiles } from '../../src/source/workspace-files.ts'
import { aWorkspace } from '../makers.ts'
import { seeded } from '../random-response.ts'
import { EXAMPLE_DAY, EXAMPLES, exampleFiles, SECRETS } from './example.ts'

// The examples, spoilt at random and the same each time.
const ROUNDS = 25
const options = { today: EXAMPLE_DAY }
const read = (files: WorkspaceFiles, name: string) => readInspectionResponse(files, name, options)
const textOf = (bytes: Uint8Array | undefined): string => new TextDecoder().decode(bytes)

async function mendBoth(files: WorkspaceFiles): Promise<{ draft: Draft; mended: Mended }> {
  const mended: Mended = new Map()
  const draft = new Draft(files, mended)
  for (const name of EXAMPLES) await mendResponse(draft, name, options)
  return { draft, mended }
}

type Random = (below: number) => number
const randomOf = (seed: number): Random => {
  const random = seeded(seed)
  return below => Math.floor(random() * below)
}
const pick = <T>(values: readonly T[], random: Random): T => values[random(values.length)]!

const MONTHS = ['January', 'Feb', 'March', 'April', 'May', 'June', 'July', 'Aug.', 'Sept', 'October', 'Nov', 'December'] // prettier-ignore
const WRITINGS = [
  (year: string, month: number, day: number) => `${day}/${month}/${year}`,
  (year: string, month: number, day: number) => `${String(day).padStart(2, '0')}.${month}.${year}`,
  (year: string, month: number, day: number) => `${year}-${month}-${day}`,
  (year: string, month: number, day: number) => `${day} ${MONTHS[month - 1]} ${year}`,
]

/** The inverse of each mend. Each line is spoilt, or not, by chance. */
const SPOILS: ((text: string, random: Random) => string)[] = [
  function rewriteDates(text, random) {
    const date = /(?<=^ +(?:- )?[a-z]+: )(\d{4})-(\d\d)-(\d\d)$/gm
    return text.replace(date, (typed, year: string, month: string, day: string) =>
      random(2) === 0 ? typed : pick(WRITINGS, random)(year, Number(month), Number(day)),
    )
  },
  function indentByTabs(text) {
    return text.replace(/^(?: {2})+/gm, spaces => '\t'.repeat(spaces.length / 2))
  },
  function takeQuotes(text, random) {
    return text.replace(/'([^'\n]*: [^'\n]*)'$/gm, (typed, words: string) =>
      pick([typed, words, `“${words}”`, `"${words}”`, `'${words}’`], random),
    )
  },
  function addSpaces(text, random) {
    return text.replace(/$/gm, () => pick(['', '', '', ' ', '   ', '\t'], random))
  },
  function addEnds(text, random) {
    return text
      .replace(/^ +lead: .*/gm, line => line + pick(['', ':', ' :', ':-'], random))
      .replace(/^ +salutation: .*/gm, line => line + pick(['', ','], random))
  },
  function takeMadeIds(text, random) {
    const made = text.replace(/^ *id: [a-z0-9-]+(?:\.[a-z]?\d+)+\n/gm, line =>
      random(2) === 0 ? line : '',
    )
    return made.replace(/- id: [a-z0-9-]+(?:\.[a-z]?\d+)+\n +/g, line =>
      random(2) === 0 ? line : '- ',
    )
  },
  function endLinesAsWindows(text) {
    return text.replaceAll('\n', '\r\n')
  },
]

/** The examples with every id written, and some words in a list whose colon needs quotes. */
async function wholeExample(): Promise<Record<string, Uint8Array>> {
  const files = exampleFiles()
  const path = 'responses/northshire-peel-2025/response.yaml'
  const copies = textOf(files[path]).replace('    - HMICFRS\n', "    - 'Clerk: the Council'\n$&")
  files[path] = new TextEncoder().encode(copies)
  const { draft, mended } = await mendBoth(aWorkspace(files))
  for (const path of mended.keys()) files[path] = (await draft.read(path)).bytes!
  return files
}

test('the examples, spoilt in what needs no decision, read as before once they are mended', async () => {
  const whole = await wholeExample()
  const paths = Object.keys(whole).filter(path => path.endsWith('.yaml'))
  const expected = await Promise.all(EXAMPLES.map(name => read(aWorkspace(whole), name)))
  expect(expected.flatMap(({ problems }) => problems)).toEqual([])
  const kinds = new Map<string, number>()
  for (let round = 0; round < ROUNDS; round++) {
    const random = randomOf(round)
    const spoilt = { ...whole }
    for (const path of paths) {
      const text = SPOILS.filter(() => random(3) === 0).reduce(
        (words, spoil) => spoil(words, random),
        textOf(whole[path]),
      )
      spoilt[path] = new TextEncoder().encode(text)
    }
    const { draft, mended } = await mendBoth(aWorkspace(spoilt))
    for (const [index, name] of EXAMPLES.entries()) {
      const reading = await read(draft, name)
      expect(reading.problems, `round ${round}`).toEqual([])
      expect(reading.responses, `round ${round}`).toEqual(expected[index]!.responses)
    }
    for (const { counts } of mended.values())
      for (const [id, { count }] of counts) kinds.set(id, count + (kinds.get(id) ?? 0))
  }
  // Each of them was asked for.
  expect([...kinds.keys()].sort()).toEqual([
    ...['colon', 'curly-quotes', 'date', 'id', 'lead-colon', 'tab', 'trailing-space'],
  ])
}, 120_000)

const SIGNS = [
  ...':#-|>[]{}&*!%@`\'"\\\t\r\n ,?~”“',
  '- ', ': ', ' #', '\n---\n', '\n\n', '\n\t', '  \n', 'a: b: c', '27/9/2019', '&a ', '*a', '<<: ', 'file: x\n',
] // prettier-ignore
const splice = (text: string, at: number, length: number, put: string) =>
  text.slice(0, at) + put + text.slice(at + length)
/** One of the spots that look so, at random. */
const onOne = (text: string, random: Random, spot: RegExp, put: string) => {
  const found = [...text.matchAll(spot)]
  if (found.length === 0) return text
  const { index, 0: typed } = pick(found, random)
  return splice(text, index, typed.length, typed.replace(new RegExp(spot, 'm'), put))
}
const MUTATIONS: ((text: string, random: Random) => string)[] = [
  ...SPOILS,
  (text, random) => splice(text, random(text.length), 0, pick(SIGNS, random)),
  (text, random) => splice(text, random(text.length), 1, pick(SIGNS, random)),
  (text, random) => splice(text, random(text.length), 1 + random(4), ''),
  (text, random) => onOne(text, random, /^/gm, ' '),
  (text, random) => onOne(text, random, /^ /gm, ''),
  (text, random) => onOne(text, random, /^ */gm, '\t'),
  (text, random) => onOne(text, random, /^.*\n/gm, '$&$&'),
  (text, random) => onOne(text, random, /^.*$/gm, '\t'),
  (text, random) => onOne(text, random, /: \|$/gm, ': >'),
]
/** Each breaks what is mended. */
const PROMISING: typeof MUTATIONS = [
  (text, random) => onOne(text, random, /: (?=\w)/gm, ': x: '),
  (text, random) => onOne(text, random, /: \|\n/g, ': |\n\n                \n'),
  (text, random) => onOne(text, random, /: (\w.*)$/gm, ': “x: $1”'),
  (text, random) => onOne(text, random, /: (\w.*)$/gm, ': "x $1”'),
  (text, random) => onOne(text, random, /- (?=[A-Z]\w+ \w)/g, '- Chair: '),
]

test('however the examples are changed, what check promises is done, once, and nothing private is shown', async () => {
  const example = exampleFiles()
  const paths = Object.keys(example).filter(path => path.endsWith('.yaml'))
  let promises = 0
  for (let round = 0; round < ROUNDS; round++) {
    const random = randomOf(round)
    const changed = { ...example }
    for (let change = 0; change < 3; change++) {
      const path = pick(paths, random)
      const mutations = random(2) === 0 ? MUTATIONS : PROMISING
      const text = pick(mutations, random)(textOf(changed[path]), random)
      changed[path] = new TextEncoder().encode(text)
    }
    const files = aWorkspace(changed)
    const about = `round ${round}`
    for (const name of EXAMPLES) promises += promisesIn(await read(files, name)).length
    const { draft, mended } = await mendBoth(files)
    for (const name of EXAMPLES) expect(promisesIn(await read(draft, name)), about).toEqual([])
    const again = await mendBoth(draft)
    expect([...again.mended.keys()], about).toEqual([])
    for (const file of mended.values()) {
      const diff = sayDiff(file, { columns: 200, hasColours: false })
      expect(diff, about).not.toMatch(SECRETS)
    }
  }
  expect(promises).toBeGreaterThan(20)
}, 120_000)

/** Of what check finds, what it says that we mend. */
const promisesIn = ({ problems }: Awaited<ReturnType<typeof read>>) =>
  problems.filter(({ mendable, hint }) => mendable || hint?.includes('`s55 fix` mends it'))
