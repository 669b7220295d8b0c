import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { expect, test } from 'vitest'
import { checkReading } from '../src/check/run.ts'
import { composeReading } from './compose.ts'
import { readInspectionResponse } from '../src/model/read-workspace.ts'
import { FORMATS, reporters } from '../src/reporters/index.ts'
import { OPTIONS } from './reporters/make.ts'
import { lineOf } from '../src/line-of.ts'
import type { WorkspaceFiles } from '../src/source/workspace-files.ts'

// The example, with one thing changed at random and the same each time. Whatever it is, it is told or
// it is well: nothing is thrown, every place is in its file, and nothing private is quoted.
const ROOT = join(import.meta.dirname, '..')
const ROUNDS = 60
const SECRETS = /The answer shows which risks remain|The 14 with the highest risk|promised for the/

const example = new Map<string, Uint8Array>()
const take = (folder: string) => {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) take(path)
    else example.set(relative(ROOT, path).replaceAll(sep, '/'), readFileSync(path))
  }
}
take(join(ROOT, 'templates/northshire'))
take(join(ROOT, 'responses'))
const yamls = [...example.keys()].filter(path => path.endsWith('.yaml'))

/** Mulberry32: small, seeded, the same on every machine. */
function randomFrom(seed: number) {
  let state = seed
  return (below: number): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}
type Random = ReturnType<typeof randomFrom>

const SIGNS = [
  ...':#-|>[]{}&*!%@`\'"\\\t\r\n ,?~^$<=\u0000\u0007\u00a0\u2028\ufeff😀漢Ŵ–“',
  '- ', ': ', ' #', '\n---\n', '\n\n', '<b>', '![x](y)', '[x](javascript:x)', '{{x}}', '&a ', '*a',
  '!!int ', '<<: ', '__proto__: ', 'file: x\n', '\udc00', '=======\n',
] // prettier-ignore

const mutations: ((text: string, random: Random) => string)[] = [
  (text, random) => splice(text, random(text.length), 0, pick(SIGNS, random)),
  (text, random) => splice(text, random(text.length), 1 + random(4), ''),
  (text, random) => splice(text, random(text.length), 1, pick(SIGNS, random)),
  (text, random) => splice(text, random(text.length), random(text.length), ''),
  (text, random) => onLine(text, random, line => ` ${line}`),
  (text, random) => onLine(text, random, line => line.slice(1)),
  (text, random) => onLine(text, random, line => line.replace(/(?<=\w)(\w)(\w)/, '$2$1')),
  (text, random) => onLine(text, random, () => ''),
  (text, random) => onLine(text, random, line => `${line}\n${line}`),
  (text, random) => onLine(text, random, line => line.replace(/:.*/, ':')),
  (text, random) => onLine(text, random, line => line.replace(/:.*/, ': [a, {b: c}]')),
]
const pick = <T>(values: readonly T[], random: Random): T => values[random(values.length)]!
const splice = (text: string, at: number, length: number, put: string) =>
  text.slice(0, at) + put + text.slice(at + length)
const onLine = (text: string, random: Random, change: (line: string) => string) => {
  const lines = text.split('\n')
  const at = random(lines.length)
  lines[at] = change(lines[at]!)
  return lines.join('\n')
}

function filesOf(files: ReadonlyMap<string, Uint8Array>): WorkspaceFiles {
  return {
    read: path => {
      const bytes = files.get(path)
      return Promise.resolve(bytes ? { bytes } : { refusal: 'missing' })
    },
    readOutside: () => Promise.resolve({ refusal: 'missing' }),
    exists: path => Promise.resolve(files.has(path)),
    list: folder => {
      const below = [...files.keys()].filter(path => path.startsWith(`${folder}/`))
      const names = below.map(path => path.slice(folder.length + 1).split('/'))
      const entries = new Map(names.map(([name = '', ...rest]) => [name, rest.length > 0]))
      return Promise.resolve(
        [...entries]
          .map(([name, isFolder]) => ({ name, isFolder }))
          .sort((a, b) => (a.name < b.name ? -1 : 1)),
      )
    },
  }
}

test.each(['northshire-peel-2025', 'northshire-custody-2026'])(
  '%s, changed at random, is told about or is well, and never more than that',
  async name => {
    const random = randomFrom(name.length)
    const own = yamls.filter(path => path.includes(name) || path.startsWith('templates'))
    for (let round = 0; round < ROUNDS; round++) {
      const path = pick(own, random)
      const which = random(mutations.length)
      const changed = mutations[which]!(Buffer.from(example.get(path)!).toString(), random)
      const files = filesOf(new Map([...example, [path, Buffer.from(changed)]]))
      const about = `round ${round}, change ${which} of ${path}`
      const reading = await readInspectionResponse(files, name, {
        today: '2026-11-20',
        pictures: 'checked',
      })
      const { all, structure } = checkReading(reading, { today: '2026-11-20' })
      for (const { place } of all) {
        if (!reading.sources.has(place.file)) continue
        const { start, end } = place
        const line = lineOf(reading.sources, place)
        expect(start.column - 1, about).toBeLessThanOrEqual(line.length)
        expect(
          [start.line, start.column].every(number => number >= 1),
          about,
        ).toBe(true)
        expect(end.line > start.line || end.column >= start.column, about).toBe(true)
      }
      for (const format of FORMATS) {
        const report = {
          problems: all,
          waived: [],
          sources: reading.sources,
          isPrivate: reading.isPrivate,
          showPath: (file: string) => file,
          summary: { name, answered: 0, due: 0, errors: 0, warnings: 0, notes: 0, excused: 0 },
        }
        let told = ''
        for await (const words of reporters[format]([report], OPTIONS)) told += words
        expect(told, about).not.toMatch(SECRETS)
      }
      if (structure.some(({ severity }) => severity === 'error')) continue
      const { letters, problems } = await composeReading(reading, files)
      expect(letters.length + problems.length, about).toBeGreaterThan(0)
    }
  },
  60_000,
)
