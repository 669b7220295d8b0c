import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const words =
  'the force reviewed how calls for help are graded and sent an officer sooner where a child or a vulnerable adult may be at risk; supervisors read a sample of cases each month, record what they decide and tell the board what has changed since the last report'.split(
    ' ',
  )

/** Sentences that differ from item to item, as long as those of real letters. */
function prose(seed, count) {
  // No word twice in a row: a check would tell of each.
  const picked = Array.from({ length: count }, (_, n) => words[(seed * 7 + n * 3) % words.length])
    .map(word => word.replace(';', ','))
    .filter((word, n, all) => word.replace(',', '') !== all[n - 1]?.replace(',', ''))
  const text = picked.join(' ')
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`
}

/**
 * A workspace with the example's office and final responses of so many items each. `isFollowed`: as they are
 * after a year, with owners, dates and a history.
 */
export function generateWorkspace(root, items, responses = 1, isFollowed = false) {
  cpSync('templates/northshire', join(root, 'templates/northshire'), { recursive: true })
  for (let number = 0; number < responses; number++) {
    const name = number === 0 ? 'generated' : `generated-${number}`
    const folder = join(root, 'responses', name)
    mkdirSync(folder, { recursive: true })
    writeFileSync(
      join(folder, 'response.yaml'),
      generateResponse(items, number * items, isFollowed),
    )
  }
}

const followed = seed => `        owner: Superintendent ${seed % 40}
        target: 2026-${String(1 + (seed % 12)).padStart(2, '0')}-15
        history:
          - { date: 2025-12-0${1 + (seed % 9)}, status: in progress, source: force, text: ${prose(seed + 4, 12).replaceAll(',', '')} }
          - { date: 2026-05-1${seed % 10}, status: ${seed % 4 === 0 ? 'complete' : 'in progress'}, source: force, text: ${prose(seed + 5, 15).replaceAll(',', '')} }
`

function generateResponse(items, from, isFollowed) {
  const sections = []
  for (let section = 0; section * 10 < items; section++) {
    const entries = Array.from({ length: Math.min(10, items - section * 10) }, (_, n) => {
      const seed = from + section * 10 + n
      const kind = n % 3 === 0 ? 'recommendation' : 'area_for_improvement'
      return `      - ${kind}: |\n          ${prose(seed, 30)}\n        update: |\n          ${prose(seed + 1, 60)}\n\n          ${prose(seed + 2, 45)}\n        comment: |\n          ${prose(seed + 3, 25)}\n${isFollowed ? followed(seed) : ''}`
    })
    sections.push(
      `  - title: Area ${section + 1}\n    grade: good\n    items:\n${entries.join('')}`,
    )
  }
  return `office: northshire
status: final
language: en-GB
report:
  title: A generated report of ${items} items
  inspectorate: HMICFRS
  kind: peel
  published: 2025-09-16
  basis: section 55
  scale: peel-2021
letter:
  date: 2025-11-04
  to: [home-office]
  copies: [HMICFRS]
  layout: letter
comments: |
  ${prose(1, 60)}
chief_officer:
  introduction: |
    ${prose(2, 60)}
sections:
${sections.join('')}`
}
