import type { Finding } from './finding.ts'
import { findBodyPlace } from './word/body-place.ts'
import { inspectColours, inspectFonts, inspectStyles } from './word/inspect/looks.ts'
import { inspectPage } from './word/inspect/page.ts'
import { inspectPictures } from './word/inspect/pictures.ts'
import { inspectPlaceholders, inspectSkipped } from './word/inspect/placeholders.ts'
import { inspectFields, inspectRevisions } from './word/inspect/revisions.ts'
import { inspectWords } from './word/inspect/words.ts'
import { openPackage } from './word/open-package.ts'
import { readWord } from './word/read-word.ts'
import type { WordStationery } from './word/read-word.ts'

const inspections: ((stationery: WordStationery) => Finding[])[] = [
  stationery => findBodyPlace(stationery).findings,
  inspectPlaceholders,
  inspectRevisions,
  inspectFields,
  inspectSkipped,
  inspectWords,
  inspectPictures,
  inspectColours,
  inspectFonts,
  inspectPage,
  inspectStyles,
]

/** What is wrong with Word stationery, and what it lacks; each once, what stands in the way first. */
export function inspectWord(bytes: Uint8Array): Finding[] {
  const known = inspected.get(bytes)
  if (known) return known
  const { package: opened, refusals } = openPackage(bytes)
  const stationery = opened && readWord(opened)
  const all = stationery ? inspections.flatMap(inspect => inspect(stationery)) : refusals
  const once = new Map(all.map(finding => [`${finding.message}\n${finding.where ?? ''}`, finding]))
  const ranks = ['error', 'warning', 'note']
  const findings = [...once.values()].sort(
    (a, b) => ranks.indexOf(a.severity) - ranks.indexOf(b.severity),
  )
  inspected.set(bytes, findings)
  return findings
}

/** Looked at once, though every letter of the office is put into it. */
const inspected = new WeakMap<Uint8Array, Finding[]>()
