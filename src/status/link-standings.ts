import { ItemNames } from '../model/references.ts'
import type { Day } from '../model/response.ts'
import { furthestBack, A_DATE } from './item-standing.ts'
import { countStates } from './make-standing.ts'
import type { ItemElsewhere, ItemStanding, ItemState, Standing } from './standing.ts'

/**
 * Standings of workspaces, in which each item knows what it raises again, and what raises it again. One
 * that was raised again is followed under the later report: under the earlier it is neither open nor
 * overdue, and no day of it is told.
 */
export function linkStandings(standings: readonly Standing[], today: Day): Standing[] {
  const isUsed = standings.some(({ items }) => items.some(item => item.raised_before.length > 0))
  if (!isUsed) return [...standings]
  const links = findLinks(standings)
  return standings.map(standing => linkOne(standing, links, today))
}

type Links = {
  before: ReadonlyMap<ItemStanding, ItemElsewhere[]>
  again: ReadonlyMap<ItemStanding, ItemElsewhere[]>
}
type Placed = { standing: Standing; item: ItemStanding }

function findLinks(standings: readonly Standing[]): Links {
  const before = new Map<ItemStanding, ItemElsewhere[]>()
  const again = new Map<ItemStanding, ItemElsewhere[]>()
  const find = earlierItems(standings)
  for (const standing of standings)
    for (const item of standing.items)
      for (const named of item.raised_before) {
        const earlier = find(standing, named)
        if (!earlier || !isEarlier(earlier, { standing, item }, find)) put(before, item, named)
        else {
          put(before, item, elsewhere(earlier))
          put(again, earlier.item, elsewhere({ standing, item }))
        }
      }
  return { before, again }
}

/** Each once: one item may be named twice, by its number and by its id. */
function put(
  map: Map<ItemStanding, ItemElsewhere[]>,
  key: ItemStanding,
  value: ItemElsewhere,
): void {
  const known = map.get(key) ?? []
  const isKnown = known.some(one => one.response === value.response && one.item === value.item)
  if (!isKnown) map.set(key, [...known, value])
}

const keyOf = (root: string, name: string): string => `${root}\n${name}`

type Find = (from: Standing, named: ItemElsewhere) => Placed | undefined

/** Finds the item of another response of the same workspace, by what it is called there. */
function earlierItems(standings: readonly Standing[]): Find {
  const byName = new Map(standings.map(standing => [keyOf(standing.root, standing.name), standing]))
  const names = new Map<Standing, ItemNames<ItemStanding>>()
  return ({ root }, { response, item: reference }) => {
    const standing = byName.get(keyOf(root, response))
    if (!standing) return undefined
    const known = names.get(standing) ?? new ItemNames(standing.items)
    names.set(standing, known)
    const [item, second] = known.named(reference)
    return item && !second ? { standing, item } : undefined
  }
}

/** What is said the wrong way round, or both ways, is left: an item must be followed somewhere. */
function isEarlier(earlier: Placed, later: Placed, find: Find): boolean {
  if (earlier.standing === later.standing) return false
  const [one, other] = [earlier.standing.published, later.standing.published]
  if (one !== undefined && other !== undefined && one !== other) return one < other
  return !earlier.item.raised_before.some(
    named => find(earlier.standing, named)?.item === later.item,
  )
}

const elsewhere = ({ standing, item }: Placed): ItemElsewhere => ({
  response: standing.name,
  item: item.id,
  label: item.label,
  title: standing.title,
  ...(standing.published !== undefined && { published: standing.published }),
})

function linkOne(standing: Standing, { before, again }: Links, today: Day): Standing {
  if (!standing.items.some(item => before.has(item) || again.has(item))) return standing
  const linked = standing.items.map(item => ({
    ...item,
    raised_before: before.get(item) ?? [],
    raised_again: again.get(item) ?? [],
    ...(again.has(item) && UNSETTLED.includes(item.state) && asRaisedAgain(item)),
  }))
  const items = linked.map(item => linkCause(item, linked)).map(withoutDay)
  const raised = new Set(items.filter(({ state }) => state === 'raised again').map(({ id }) => id))
  const events = standing.events.filter(({ item }) => item === undefined || !raised.has(item))
  const overdue = items.filter(item => item.overdue).length
  const changed = { ...standing, counts: countStates(items), overdue, events, items }
  delete changed.next
  const next = events.find(({ day }) => day >= today)
  return { ...changed, ...(next && { next }) }
}

/** What the inspectorate has closed stays closed, though it found the same again. */
const UNSETTLED: readonly ItemState[] = ['open', 'done', 'no action']

const asRaisedAgain = ({ missing }: ItemStanding): Pick<ItemStanding, 'state' | 'missing'> => ({
  state: 'raised again',
  missing: missing.filter(one => one !== A_DATE),
})

/** A cause of concern of which nothing else is told stands where its recommendations do. */
function linkCause(item: ItemStanding, items: readonly ItemStanding[]): ItemStanding {
  if (item.status !== undefined || (item.state !== 'open' && item.state !== 'done')) return item
  const below = items.filter(({ cause }) => cause === item.id)
  if (!below.some(({ state }) => state === 'raised again')) return item
  return { ...item, state: furthestBack(below.map(({ state }) => state)) }
}

function withoutDay(item: ItemStanding): ItemStanding {
  if (item.state !== 'raised again') return item
  const without = { ...item }
  delete without.overdue
  return without
}
