import { readDay } from '../model/day.ts'
import { wordsWithColon } from '../model/validate/words-with-colon.ts'
import type { Problem } from '../problem.ts'
import { parseYaml } from '../source/parse-yaml.ts'
import type { SourceNode } from '../source/source-node.ts'
import { COLON } from './colons.ts'
import type { Draft } from './draft.ts'
import type { Edit, Kind } from './mend.ts'
import { nodesWithOneMeaning } from './nodes.ts'
import { quote } from './quotes.ts'
import { DATE, putDay } from './values.ts'

/** Mends what the reading finds wrong and knows how it is meant. Says whether there was any. */
export async function mendTold(problems: readonly Problem[], draft: Draft): Promise<boolean> {
  const told = problems.filter(({ mendable }) => mendable)
  let isMended = false
  for (const path of new Set(told.map(({ place }) => place.file))) {
    const file = await draft.text(path)
    const { value: root, broken } = file ? parseYaml(file) : { broken: true }
    if (!file || !root || broken) continue
    const own = told.filter(({ place }) => place.file === path)
    const spots = new Set(own.map(({ place: { start } }) => `${start.line}:${start.column}`))
    const edits = [...nodesWithOneMeaning(root)].flatMap(({ node }) => {
      const { line, column } = file.point(node.start)
      return spots.has(`${line}:${column}`) ? asMeant(node) : []
    })
    for (const kind of [DATE, COLON]) {
      const ofKind = edits.filter(edit => edit.kind === kind).map(({ edit }) => edit)
      if (!(await draft.edit(path, kind, ofKind))) continue
      isMended = true
      break // places have moved
    }
  }
  return isMended
}

function asMeant(node: SourceNode): { kind: Kind; edit: Edit }[] {
  const day = node.kind === 'scalar' ? readDay(node.value) : undefined
  if (node.kind === 'scalar' && day !== undefined) return [{ kind: DATE, edit: putDay(node, day) }]
  const words = wordsWithColon(node)
  if (words === undefined || node.kind !== 'map') return []
  // The map would end behind a remark.
  const [{ value: last } = { value: node }] = node.entries.values()
  return [{ kind: COLON, edit: { start: node.start, end: last.end, text: quote(words) } }]
}
