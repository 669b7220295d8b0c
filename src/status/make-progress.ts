import type { Day, ItemKind } from '../model/response.ts'
import { itemsInOrder } from './make-overview.ts'
import { countStates, KINDS } from './make-standing.ts'
import type { ItemStanding, ItemState, Overview, Standing } from './standing.ts'

/** The items of one response that stand alike. */
export type StandingItems = { standing: Standing; items: ItemStanding[] }

/** What a progress paper tells: of every item that the force or the body is to follow. */
export type Progress = {
  responses: number
  /** Kinds without items are left out. `overdue`: of the open ones. */
  kinds: { kind: ItemKind; all: number; overdue: number; counts: Record<ItemState, number> }[]
  /** Over all kinds. */
  all: number
  overdue: number
  counts: Record<ItemState, number>
  /** Of what is not closed: by the words of the scale in its order, then by other words. */
  statuses: { word: string; items: number }[]
  /** Not closed, and without a word. */
  without_status: number
  /** A withheld item's status is for nobody outside to read. */
  withheld: number
  /** Overdue first, by response, the worst of these first. */
  open: StandingItems[]
  /** The force says that they are done; the inspectorate has not closed them. */
  done: StandingItems[]
  closed: StandingItems[]
  /** Closed on a day that nobody has entered, so that nobody can say since when. */
  closed_without_a_day: number
}

/** `since`: what was closed before is left out. */
export function makeProgress(overview: Overview, since?: Day): Progress {
  const items = overview.responses
    .flatMap(standing => standing.items)
    .filter(({ state }) => state !== 'practice' && state !== 'not ours')
  const kinds = KINDS.flatMap(kind => {
    const own = items.filter(item => item.kind === kind)
    if (own.length === 0) return []
    return [{ kind, all: own.length, overdue: countOverdue(own), counts: countStates(own) }]
  })
  const followed = items.filter(({ state }) => state === 'open' || state === 'done')
  const told = followed.filter(({ withheld }) => !withheld)
  const isSince = ({ proof }: ItemStanding) =>
    since === undefined || (proof?.date !== undefined && proof.date >= since)
  const closed = items.filter(({ state }) => state === 'closed')
  return {
    responses: overview.responses.length,
    kinds,
    all: items.length,
    overdue: countOverdue(items),
    counts: countStates(items),
    statuses: countStatuses(told, overview.statuses),
    without_status: told.filter(({ status }) => status === undefined).length,
    withheld: followed.length - told.length,
    open: byResponse(overview, ({ state }) => state === 'open'),
    done: byResponse(overview, ({ state }) => state === 'done'),
    closed: byResponse(overview, item => item.state === 'closed' && isSince(item)),
    closed_without_a_day:
      since === undefined ? 0 : closed.filter(({ proof }) => proof?.date === undefined).length,
  }
}

const countOverdue = (items: readonly ItemStanding[]): number =>
  items.filter(({ overdue }) => overdue !== undefined).length

function countStatuses(
  items: readonly ItemStanding[],
  scale: Overview['statuses'],
): Progress['statuses'] {
  const counts = new Map(scale.map(({ word }) => [word, 0]))
  for (const { status } of items)
    if (status !== undefined) counts.set(status, (counts.get(status) ?? 0) + 1)
  return [...counts].flatMap(([word, items]) => (items > 0 ? [{ word, items }] : []))
}

/** Where it stands tells of a withheld item nothing: it comes last. */
function byResponse(overview: Overview, isMeant: (item: ItemStanding) => boolean): StandingItems[] {
  const found = new Map<Standing, ItemStanding[]>(
    overview.responses.map(standing => [standing, []]),
  )
  const placed = itemsInOrder(overview).filter(({ item }) => isMeant(item))
  for (const { standing, item } of placed) if (!item.withheld) found.get(standing)!.push(item)
  for (const { standing, item } of placed) if (item.withheld) found.get(standing)!.push(item)
  return [...found].flatMap(([standing, items]) => (items.length > 0 ? [{ standing, items }] : []))
}

/** How many items of each kind the report raises; kinds without any are left out. */
export function countByKind(
  items: readonly Pick<ItemStanding, 'kind'>[],
): { kind: ItemKind; count: number }[] {
  return [...KINDS, 'practice' as const].flatMap(kind => {
    const count = items.filter(item => item.kind === kind).length
    return count > 0 ? [{ kind, count }] : []
  })
}
