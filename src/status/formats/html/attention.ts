import { quotePath } from '../../../reporters/printable.ts'
import { isSoon, itemsInOrder } from '../../make-overview.ts'
import type { Overview, Standing } from '../../standing.ts'
import { count, figure, shape, show, showDay, unseen } from './markup.ts'
import { anchorOf, tellDaysLeft } from './responses.ts'

/** Of each kind of trouble so many are named; the rest stands further down. */
const MOST = 8

type Concern = {
  look: string
  /** What all of them have in common. */
  heading: string
  lines: string[]
  /** Where all of them stand. */
  href: string
  /** Of the items that the lines sum up; else the lines are counted. */
  total?: number
}

/** What somebody should do something about, before all else. */
export function showAttention(overview: Overview): string {
  const concerns = findConcerns(overview).filter(({ lines }) => lines.length > 0)
  return `<section id="attention" aria-labelledby="attention-heading">
<h2 id="attention-heading">Needs attention first</h2>
${
  concerns.length === 0
    ? '<p>Nothing is late, overdue or about to be.</p>'
    : `<div class="concerns">${concerns.map(showConcern).join('\n')}</div>`
}
</section>`
}

function findConcerns(overview: Overview): Concern[] {
  const { responses } = overview
  const each = (is: (standing: Standing) => boolean, tell: (standing: Standing) => string) =>
    responses.flatMap((standing, index) =>
      is(standing)
        ? [`<a href="#${anchorOf(index)}">${show(standing.title)}</a>${tell(standing)}`]
        : [],
    )
  return [
    {
      look: 'unreadable',
      heading: 'Cannot be read',
      href: '#clocks',
      lines: each(
        ({ stage }) => stage === 'unreadable',
        ({ name }) => `: <code>s55 check ${show(quotePath(name))}</code> says why`,
      ),
    },
    {
      look: 'late',
      heading: 'Past the 56 days',
      href: '#clocks',
      lines: each(
        ({ clock }) => clock?.state === 'late',
        standing => `: ${tellDaysLeft(standing)}, ${standing.stage}`,
      ),
    },
    {
      look: 'soon',
      heading: 'Soon to be published',
      href: '#clocks',
      lines: each(isSoon, standing => {
        const { days_left, last_day } = standing.clock!
        const left =
          days_left === 0
            ? 'the last day is today'
            : `${tellDaysLeft(standing)}, until ${showDay(last_day!)}`
        return `: ${left}; ${standing.stage}`
      }),
    },
    {
      look: 'asked',
      heading: 'The chief officer’s comments have not come',
      href: '#clocks',
      lines: each(
        ({ stage, due }) =>
          stage === 'awaiting the force' && due !== undefined && due <= overview.today,
        ({ due }) => `: due before ${showDay(due!)}`,
      ),
    },
    {
      look: 'overdue',
      heading: 'Items overdue',
      href: '#items-overdue',
      total: overview.totals.overdue,
      lines: sumOverdue(overview),
    },
  ]
}

/** By response, the one with the longest first. */
function sumOverdue(overview: Overview): string[] {
  const longest = new Map<Standing, number>()
  for (const { standing, item } of itemsInOrder(overview))
    if (item.overdue && !longest.has(standing)) longest.set(standing, item.overdue.days)
  const indexes = new Map(overview.responses.map((standing, index) => [standing, index]))
  return [...longest].map(([standing, days]) => {
    const title = `<a href="#${anchorOf(indexes.get(standing)!)}">${show(standing.title)}</a>`
    return `${title}: ${count(standing.overdue, 'item')}, the longest by ${count(days, 'day')}`
  })
}

function showConcern({ look, heading, lines, href, total = lines.length }: Concern): string {
  const named = lines.slice(0, MOST)
  const rest = lines.length - named.length
  return `<div class="concern is-${look}">
<h3>${shape(look, `is-${look}`)} ${heading} <span class="count">${figure(total)}</span></h3>
<ul>
${named.map(line => `<li>${line}</li>`).join('\n')}
${rest > 0 ? `<li><a href="${href}">${figure(rest)} more${unseen(`: ${heading.toLowerCase()}`)}</a></li>\n` : ''}</ul>
</div>`
}
