import { DAYS_SOON } from '../../make-overview.ts'
import type { Overview } from '../../standing.ts'
import { count, figure, shape } from './markup.ts'
import { tellAnswered } from './responses.ts'

/** What somebody who reads one paragraph should know. */
export function summarise({ totals }: Overview): string {
  const { answered, due, overdue, counts } = totals
  const sentences = [
    totals.responses === 1 ? tellOne(totals) : tellMany(totals),
    ...(due > 0 ? [`${tellAnswered(answered, due)} items that are due an answer have one.`] : []),
    counts.open > 0
      ? `${count(counts.open, 'item is', 'items are')} open, ${overdue === 0 ? 'none' : figure(overdue)} of them overdue.`
      : 'No item is open.',
  ]
  return `<p class="summary">${sentences.join(' ')}</p>`
}

function tellOne({ unreadable, late, running }: Overview['totals']): string {
  if (unreadable > 0) return 'The response cannot be read.'
  if (late > 0) return 'The response is past its 56 days.'
  return running > 0 ? 'The response is within its 56 days.' : 'The response has no days running.'
}

function tellMany({ responses, unreadable, late, running }: Overview['totals']): string {
  const clocks = `Of ${count(responses, 'response')}, ${tellNumber(late)} past the 56 days and ${tellNumber(running)} within them.`
  return unreadable === 0 ? clocks : `${clocks} ${count(unreadable, 'response')} cannot be read.`
}

const tellNumber = (value: number): string => (value === 0 ? 'none is' : count(value, 'is', 'are'))

type Figure = { name: string; value: number; href: string; look: string; isAlarming?: boolean }

/** The figures that an office asks for first; each leads to its part of the page. */
export function showFigures({ totals }: Overview): string {
  const { late, soon, unreadable, counts, overdue, due, answered } = totals
  const figures: Figure[] = [
    ...(unreadable > 0
      ? [
          {
            name: 'Cannot be read',
            value: unreadable,
            href: '#attention',
            look: 'unreadable',
            isAlarming: true,
          },
        ]
      : []),
    { name: 'Responses late', value: late, href: '#clocks', look: 'late', isAlarming: late > 0 },
    { name: `Due within ${DAYS_SOON} days`, value: soon, href: '#clocks', look: 'soon' },
    { name: 'Items unanswered', value: due - answered, href: '#answered', look: 'asked' },
    {
      name: 'Items overdue',
      value: overdue,
      href: '#items-overdue',
      look: 'overdue',
      isAlarming: overdue > 0,
    },
    { name: 'Items open', value: counts.open, href: '#items', look: 'open' },
  ]
  return `<ul class="figures">
${figures.map(showFigure).join('\n')}
</ul>`
}

function showFigure({ name, value, href, look, isAlarming = false }: Figure): string {
  const words = `<span class="number">${figure(value)}</span> <span class="name">${shape(look, `is-${look}`)}<span>${name}</span></span>`
  // What counts nothing has no rows to lead to.
  return value === 0
    ? `<li><span class="tile">${words}</span></li>`
    : `<li><a class="tile${isAlarming ? ' alarming' : ''}" href="${href}">${words}</a></li>`
}
