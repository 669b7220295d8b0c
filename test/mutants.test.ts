import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join, relative, sep } from 'node:path'
import { describe, expect, test } from 'vitest'
import { checkReading } from '../src/check/run.ts'
import { readInspectionResponse } from '../src/model/read-workspace.ts'
import type { Reading } from '../src/model/reading.ts'
import { itemsOf, type ItemKind } from '../src/model/response.ts'
import { reporters } from '../src/reporters/index.ts'
import { reportOn } from '../src/cli/report-on.ts'
import { mutantsOf, type Mutant } from './mutants.ts'
import { filesInMemory } from './rules/files-in-memory.ts'

// Every key and text of real letters and of the examples, mistreated one at a time. Nothing is thrown,
// and what must not be lost is never lost in silence. MUTANTS=1 prints what share of the others is told.
const ROOT = join(import.meta.dirname, '..')
const CASES = join(ROOT, '../shared/cases')
const TODAY = '2026-11-20'

const workspaces = [
  { root: ROOT, names: ['northshire-peel-2025', 'northshire-custody-2026'] },
  { root: CASES, names: ['warwickshire-2019', 'west-mercia-2019', 'warwickshire-2017-efficiency'] },
]

for (const { root, names } of workspaces) {
  if (!existsSync(root)) {
    test.skip('real letters: skipped, for ../shared/cases is not here', () => {})
    continue
  }
  const all = new Map<string, string>()
  for (const folder of ['templates', 'responses']) take(root, join(root, folder), all)
  describe.each(names)('%s, each key and text mistreated,', name => {
    const files = [...all.keys()].filter(
      path =>
        path.endsWith('.yaml') && (path.includes(`/${name}/`) || path.endsWith('office.yaml')),
    )
    test('is told about wherever something was lost, and never brings check down', async () => {
      const before = await look(all, name)
      const ofOffice = `templates/${before.reading.responses[0]!.office.key}/office.yaml`
      const silent: string[] = []
      const repeated: string[] = []
      const shares = new Map<string, { told: number; of: number; untold: Map<string, number> }>()
      for (const file of files.filter(path => !path.endsWith('office.yaml') || path === ofOffice))
        for (const mutant of mutantsOf(all.get(file)!)) {
          const after = await look(new Map([...all, [file, mutant.text]]), name)
          const about = `${basename(file)} ${mutant.path}: ${mutant.kind} of ${mutant.of}`
          const isTold = [...after.told].some(words => !before.told.has(words))
          count(shares, mutant, isTold)
          // A slip in one word is one finding. What was told before may be worded otherwise, with other counts.
          const rules = new Set([...before.told].map(ruleOf))
          const fresh = [...after.told].filter(words => !rules.has(ruleOf(words)))
          if (mutant.kind === 'misspell' && fresh.length > 1)
            repeated.push(`${about}: ${fresh.join('; ')}`)
          if (!isTold && mustBeTold(mutant, before, after) && !isOfficeName(file, mutant))
            silent.push(about)
        }
      if (process.env['MUTANTS']) print(name, shares)
      expect(silent).toEqual([])
      expect(repeated).toEqual([])
    }, 240_000)
  })
}

const ruleOf = (words: string): string => words.slice(0, words.indexOf(':'))

type Look = {
  reading: Reading
  told: Set<string>
  unanswered: number
  counts: Map<ItemKind, number>
}

async function look(files: ReadonlyMap<string, string>, name: string): Promise<Look> {
  const workspace = filesInMemory(Object.fromEntries(files))
  const options = { today: TODAY, pictures: 'checked' } as const
  const reading = await readInspectionResponse(workspace, name, options)
  const findings = checkReading(reading, { today: TODAY })
  const found = { root: '/', name, folder: `responses/${name}` }
  const report = reportOn(found, reading, findings, { today: TODAY, cwd: '/' })
  // Shown, for a reporter can fall over as well.
  const shown = { columns: 80, hasColours: false, isQuiet: true }
  for await (const words of reporters.text([report], shown)) void words
  const items = [...itemsOf(reading.responses[0]?.sections ?? [])]
  const counts = new Map<ItemKind, number>()
  for (const { kind } of items) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return {
    reading,
    told: new Set(findings.all.map(({ rule, message }) => `${rule}: ${message}`)),
    unanswered: items.filter(item => item.answer_due && !item.answered).length,
    counts,
  }
}

const KINDS = /(?:^|\.)(?:cause_of_concern|recommendation|area_for_improvement|observation)$/
/** Of a final letter; a draft that lacked them before has nothing to lose. */
const REQUIRED =
  /^(?:office|report|report\.title|report\.published|letter|letter\.date|letter\.to|comments|sections|body|body\.title|force|holders)$|(?:^|\.)items$|items\.\d+\.(?:recommendations|answers)$/
/** Words of lists. */
const WORDS =
  /(?:^|\.)(?:grade|previous|position|inspectorate_status|status|grades|counts|voice)$|^(?:language|office)$|^report\.(?:kind|scale|basis)$|^letter\.(?:layout|to\.\d+)$|\.answers(?:\.\d+)?$|\.receives\.\d+$/
/** Names of one's own: what is misspelt is another name. */
const OWN = /(?:^|\.)(?:notes|addressees)(?:\.|$)/

/** In office.yaml it is the office's name, in response.yaml the folder's. */
const isOfficeName = (file: string, { kind, path, of }: Mutant): boolean =>
  file.endsWith('office.yaml') && path === 'office' && kind === 'misspell' && of === 'value'

function mustBeTold({ kind, of, path }: Mutant, before: Look, after: Look): boolean {
  if (OWN.test(path)) return false
  if (after.unanswered > before.unanswered) return true
  const [response] = before.reading.responses
  for (const { kind, count } of response?.report.expects ?? [])
    if (count !== (after.counts.get(kind) ?? 0)) return true
  if (kind === 'misspell') return of === 'key' || WORDS.test(path)
  if (kind !== 'delete' && kind !== 'blank') return false
  return REQUIRED.test(path) || KINDS.test(path)
}

function count(
  shares: Map<string, { told: number; of: number; untold: Map<string, number> }>,
  { kind, of, path }: Mutant,
  isTold: boolean,
): void {
  const share = shares.get(`${kind} ${of}`) ?? { told: 0, of: 0, untold: new Map() }
  shares.set(`${kind} ${of}`, share)
  share.of += 1
  if (isTold) share.told += 1
  else {
    const key = path.replace(/\.\d+/g, '').split('.').slice(-2).join('.')
    share.untold.set(key, (share.untold.get(key) ?? 0) + 1)
  }
}

function print(name: string, shares: Parameters<typeof count>[0]): void {
  const lines = [...shares].map(([kind, { told, of, untold }]) => {
    const most = [...untold].sort((one, other) => other[1] - one[1]).slice(0, 25)
    const rest = most.map(([key, times]) => `${key} ${times}`).join(', ')
    return `${kind}: ${told} of ${of} (${Math.round((100 * told) / of)} %); untold: ${rest}`
  })
  process.stdout.write(`\n${name}\n${lines.join('\n')}\n`)
}

function take(root: string, folder: string, files: Map<string, string>): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    if (statSync(path).isDirectory()) take(root, path, files)
    // What is no text is only looked for.
    else files.set(relative(root, path).replaceAll(sep, '/'), readFileSync(path, 'utf8'))
  }
}
