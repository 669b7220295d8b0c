import type { Day } from '../model/response.ts'
import type { Settings } from '../model/settings.ts'
import { linkStandings } from './link-standings.ts'
import { noCounts } from './make-standing.ts'
import type { GradePoint, GradeSeries, ItemStanding, Overview, Standing } from './standing.ts'

/** With no more days left than these, a response is soon due. */
export const DAYS_SOON = 14

export const isSoon = ({ clock }: Standing): boolean =>
  clock?.state === 'running' && clock.days_left! <= DAYS_SOON

/**
 * What all formats tell of some responses, on a day. `others`: of the same workspaces, told of only where
 * an item was raised before or again.
 */
export function makeOverview(
  standings: readonly Standing[],
  statuses: Settings['statuses'],
  today: Day,
  others: readonly Standing[] = [],
): Overview {
  const linked = linkStandings([...standings, ...others], today)
  return overviewOf(linked.slice(0, standings.length), statuses, today)
}

/** The same of standings that know already what raises an item of theirs again. */
export function overviewOf(
  linked: readonly Standing[],
  statuses: Settings['statuses'],
  today: Day,
): Overview {
  const responses = [...linked].sort(worstFirst)
  const sum = (of: (standing: Standing) => number): number =>
    responses.reduce((total, standing) => total + of(standing), 0)
  const isClock = (state: string) => (standing: Standing) => Number(standing.clock?.state === state)
  const counts = noCounts()
  for (const standing of responses)
    for (const state of Object.keys(counts) as (keyof typeof counts)[])
      counts[state] += standing.counts[state]
  return {
    today,
    responses,
    statuses: statuses.map(({ word, colour, means, done }) => ({
      word,
      done,
      items: sum(({ items }) => items.filter(({ status }) => status === word).length),
      ...(colour !== undefined && { colour }),
      ...(means !== undefined && { means }),
    })),
    grades: gradesOf(responses),
    totals: {
      responses: responses.length,
      late: sum(isClock('late')),
      running: sum(isClock('running')),
      soon: sum(standing => Number(isSoon(standing))),
      unreadable: sum(({ stage }) => Number(stage === 'unreadable')),
      answered: sum(({ answered }) => answered.reduce((all, { answered }) => all + answered, 0)),
      due: sum(({ answered }) => answered.reduce((all, { due }) => all + due, 0)),
      overdue: sum(({ overdue }) => overdue),
      errors: sum(({ errors }) => errors),
      counts,
    },
  }
}

/**
 * What cannot be read; what is past the 56 days, longest first; what runs out soonest; drafts without a
 * known day; then by overdue items and the next date.
 */
export function worstFirst(one: Standing, other: Standing): number {
  return (
    rankOf(one) - rankOf(other) ||
    daysLeft(one) - daysLeft(other) ||
    other.overdue - one.overdue ||
    compare(one.next?.day ?? '9999', other.next?.day ?? '9999') ||
    compare(one.name, other.name) ||
    compare(one.root, other.root)
  )
}

function rankOf({ stage, clock }: Standing): number {
  if (stage === 'unreadable') return 0
  if (clock?.state === 'late') return 1
  if (clock?.state === 'running') return 2
  return stage === 'published' ? 4 : 3
}

const daysLeft = ({ clock }: Standing): number =>
  clock?.state === 'late' || clock?.state === 'running' ? clock.days_left! : 0

export const compare = (one: string, other: string): number =>
  one < other ? -1 : one > other ? 1 : 0

/** An item, and the response that it is of. */
export type PlacedItem = { standing: Standing; item: ItemStanding }

/** Every item of every response: overdue ones first, then open ones by their day, then the rest as they stand. */
export function itemsInOrder({ responses }: Pick<Overview, 'responses'>): PlacedItem[] {
  const rank = ({ state, overdue }: ItemStanding): number =>
    overdue ? 0 : state === 'open' ? 1 : state === 'done' ? 2 : 3
  return responses
    .flatMap(standing => standing.items.map(item => ({ standing, item })))
    .map((placed, index) => ({ placed, index }))
    .sort(
      ({ placed: { item: one }, index }, { placed: { item: other }, index: otherIndex }) =>
        rank(one) - rank(other) ||
        (other.overdue?.days ?? 0) - (one.overdue?.days ?? 0) ||
        (one.state === 'open' ? compare(one.due ?? '9999', other.due ?? '9999') : 0) ||
        index - otherIndex,
    )
    .map(({ placed }) => placed)
}

/** One question's grades within an office and a scale: grades of two scales cannot be compared. */
function gradesOf(responses: readonly Standing[]): GradeSeries[] {
  const series = new Map<string, GradeSeries>()
  const dated = responses
    .filter(({ published }) => published !== undefined)
    .sort(
      (one, other) => compare(one.published!, other.published!) || compare(one.name, other.name),
    )
  for (const { office, scale, sections, published, name, title } of dated) {
    for (const section of sections) {
      const { grade, previous } = section
      const isOfScale = (word: string | undefined): word is string =>
        word !== undefined && scale.includes(word)
      if (!isOfScale(grade)) continue
      const key = JSON.stringify([office.key, scale, simple(section.title)])
      const known: GradeSeries = series.get(key) ?? {
        office: office.key,
        scale,
        question: section.title,
        points: [],
      }
      series.set(key, known)
      // What the report says of the inspection before stands for one that is not among the responses.
      const before: GradePoint[] =
        known.points.length === 0 && isOfScale(previous)
          ? [{ grade: previous, published: '', title: 'The inspection before' }]
          : []
      known.points.push(...before, { grade, published: published!, response: name, title })
    }
  }
  return [...series.values()]
}

const simple = (title: string): string => title.toLowerCase().replace(/\s+/g, ' ').trim()
