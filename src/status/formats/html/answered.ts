import { NAMES } from '../../../model/item-names.ts'
import type { Overview, SectionStanding, Standing } from '../../standing.ts'
import { capitalise, count, percentOf, quiet, show } from './markup.ts'
import { sumAnswered, tellAnswered } from './responses.ts'
import { row, table } from './table.ts'

export const SECTION_COLUMNS = ['Section', 'Grade', 'Answered']
/** Of a report without grades. */
export const UNGRADED_COLUMNS = ['Section', 'Answered']
export const SECTION_TABLE = 'sections'
export const UNGRADED_TABLE = 'ungraded'

/** So many responses that are still to be published show their sections at once. */
const UNFOLDED = 6

/** What has an answer, by response and section. */
export function showAnswered({ responses }: Overview): string {
  const asking = responses.filter(standing => sumAnswered(standing).due > 0)
  const current = asking.filter(({ stage }) => stage !== 'published')
  const past = asking.filter(({ stage }) => stage === 'published')
  const isAlone = responses.length === 1
  return `<section id="answered" aria-labelledby="answered-heading">
<h2 id="answered-heading">Answered</h2>
<p>Of the items that are due an answer, those that have one.</p>
${
  current.length > 0
    ? current.map((standing, index) => showResponse(standing, index < UNFOLDED)).join('\n')
    : `<p>No item of a response that is still to be published is due an answer.</p>`
}
${
  past.length > 0
    ? `<details${isAlone ? ' open' : ''}>
<summary>${count(past.length, 'response')} already published</summary>
<div class="folded">
${past.map(standing => showResponse(standing, isAlone)).join('\n')}
</div>
</details>`
    : ''
}
</section>`
}

function showResponse(standing: Standing, isUnfolded: boolean): string {
  const { title } = standing
  const { answered, due } = sumAnswered(standing)
  return `<details class="response"${isUnfolded ? ' open' : ''}>
<summary><span class="title">${show(title)}</span> <span class="share">${drawShare(answered, due)} ${tellAnswered(answered, due)}</span></summary>
<div class="folded">
<p>${tellKinds(standing)}</p>
${showSections(standing)}
</div>
</details>`
}

/** "Causes of concern 1 of 1, recommendations 2 of 3." */
const tellKinds = ({ answered }: Standing): string =>
  `${capitalise(answered.map(({ kind, answered, due }) => `${NAMES[kind][1]} ${tellAnswered(answered, due)}`).join(', '))}.`

function showSections({ title, sections }: Standing): string {
  const areGraded = sections.some(({ grade, previous }) => (grade ?? previous) !== undefined)
  return table(
    {
      caption: `Answered by section: ${show(title)}`,
      columns: areGraded ? SECTION_COLUMNS : UNGRADED_COLUMNS,
      name: areGraded ? SECTION_TABLE : UNGRADED_TABLE,
    },
    sections.map(section => showSection(section, areGraded)),
  )
}

function showSection(section: SectionStanding, areGraded: boolean): string {
  const { title, within, question, answered, due } = section
  const depth = Math.min(within.length, 3)
  const share =
    due === 0
      ? ''
      : `<span class="share">${drawShare(answered, due)} ${tellAnswered(answered, due)}</span>`
  return row(
    `<div class="depth-${depth}">${show(title)}${question === undefined ? '' : quiet(show(question))}</div>`,
    areGraded ? [tellGrades(section), share] : [share],
  )
}

const tellGrades = ({ grade, previous }: SectionStanding): string =>
  `${grade === undefined ? '' : show(grade)}${previous === undefined ? '' : quiet(`before: ${show(previous)}`)}`

/** A part of a whole; its figures stand beside it. */
const drawShare = (answered: number, due: number): string =>
  `<svg class="share-bar${answered === due ? ' is-whole' : ''}" aria-hidden="true" width="100%" height="12"><rect class="track" x="0.5" y="0.5" width="100%" height="11"/><rect class="fill" y="1" width="${percentOf(answered, due)}" height="10"/></svg>`
