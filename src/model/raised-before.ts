import type { Path, Problem } from '../problem.ts'
import { Loader } from '../source/load-source.ts'
import { oneLine } from './language-reader.ts'
import { makeIds } from './make-ids.ts'
import type { FindPlaceholder } from './placeholder.ts'
import type { ReadingContext } from './reading-context.ts'
import { ItemNames } from './references.ts'
import type { Day, EarlierItem, InspectionResponse, Item, ItemKind } from './response.ts'
import { itemsOf } from './response.ts'
import { KIND_KEYS } from './schema/item.ts'
import { responseFileSchema, type ResponseFile } from './schema/response-file.ts'
import { didYouMean } from './validate/did-you-mean.ts'
import { validate } from './validate/validate.ts'

/** `2017-peel A1`: the folder's name may have spaces in it, the reference has none. */
export function readEarlierItems(
  input: string | string[] | undefined,
  at: Path,
  { refuse }: ReadingContext,
): EarlierItem[] {
  if (input === undefined) return []
  const typed = Array.isArray(input)
    ? input.map((one, index) => ({ one, at: [...at, index] }))
    : [{ one: input, at }]
  return typed.flatMap(({ one, at }) => {
    const [, response, reference] = /^(.*\S)\s+(\S+)$/.exec(oneLine(one)) ?? []
    if (response !== undefined && reference !== undefined) return [{ at, response, reference }]
    refuse(
      at,
      'reference',
      `Unexpected ${oneLine(one)}, expected the name of a response and an item of it: 2017-peel A1`,
      { hint: 's55 carry finds and writes them.' },
    )
    return []
  })
}

type Refuse = (at: Path, message: string, more: Partial<Problem>) => void
type World = Pick<Loader, 'workspace'> & {
  /** Of the workspace. */
  responses: string
  findPlaceholder: FindPlaceholder
  refuse: Refuse
}

/** Tells of items of earlier responses that are not there. Each of those is read once, and no further than that takes. */
export async function checkEarlierItems(
  { name, sections, report }: InspectionResponse,
  world: World,
): Promise<void> {
  const read = new Map<string, Promise<Earlier | undefined>>()
  for (const { raised_before } of itemsOf(sections))
    for (const earlier of raised_before) {
      const { response } = earlier
      if (response === name) {
        refuseItself(earlier, world)
        continue
      }
      const other = read.get(response) ?? readEarlier(response, world)
      read.set(response, other)
      await checkEarlierItem(earlier, await other, report.published, world)
    }
}

type Earlier = {
  names: ItemNames<{ id: string; kind: ItemKind; number?: string }>
  published: Day | undefined
}

function refuseItself({ at, response }: EarlierItem, { refuse }: World): void {
  refuse(at, `Unexpected response ${response}, which is this one, expected an earlier one`, {})
}

async function checkEarlierItem(
  { at, response, reference }: EarlierItem,
  other: Earlier | undefined,
  published: Day | undefined,
  { workspace, responses, refuse }: World,
): Promise<void> {
  if (!other) {
    // One that is there and cannot be read has errors of its own.
    if (await workspace.exists(`${responses}/${response}/response.yaml`)) return
    const known = await workspace.list(responses)
    const meant = didYouMean(
      response,
      known.filter(({ isFolder }) => isFolder).map(({ name }) => name),
    )
    refuse(
      at,
      `Unexpected response ${response}, expected the name of one in ${responses}/`,
      meant === undefined ? {} : { hint: `Did you mean ${meant} ${reference}?` },
    )
    return
  }
  const { names, published: day } = other
  if (day !== undefined && published !== undefined && day > published) {
    refuse(
      at,
      `Unexpected response ${response}, whose report is of ${day}, expected an earlier one`,
      {
        hint: `The item belongs to ${response}: there, \`raised_before\` names this one.`,
      },
    )
    return
  }
  const [first, second] = names.named(reference)
  if (first && !second) return
  if (first && second) {
    const both = `which is both ${first.id} and ${second.id}`
    refuse(at, `Unexpected reference ${reference}, ${both}, expected one that is unique`, {
      hint: "Write the kind's letter before the number (R10, A2, C1), or an id",
    })
    return
  }
  const meant = names.nearest(reference)
  refuse(at, `Unexpected reference ${reference}, expected an item of ${response}`, {
    hint:
      meant === undefined
        ? `s55 status ${response} lists its items, and what each is called.`
        : `Did you mean ${response} ${meant}?`,
  })
}

/** What the items of another response are called, and when; nothing where it cannot be read. */
async function readEarlier(
  name: string,
  { workspace, responses, findPlaceholder }: World,
): Promise<Earlier | undefined> {
  const path = `${responses}/${name}/response.yaml`
  if (!/^[^/\\]+$/.test(name) || name.startsWith('.')) return undefined
  const { node } = await new Loader(workspace).load(path)
  const context = { isPrivate: () => true, findPlaceholder }
  const file = node && validate(responseFileSchema, node, context).value
  if (!file) return undefined
  const ids = makeIds(file.sections ?? [])
  return {
    names: new ItemNames(namedItems(file.sections ?? [], ['sections'], ids.of)),
    published: file.report.published,
  }
}

type SectionInput = NonNullable<ResponseFile['sections']>[number]
type ItemInput = { number?: string | undefined; recommendations?: readonly object[] | undefined }

function* namedItems(
  sections: readonly SectionInput[],
  at: Path,
  idOf: (at: Path) => string,
): Generator<Pick<Item, 'id' | 'kind'> & { number?: string }> {
  const visit = function* (items: readonly object[], at: Path): ReturnType<typeof namedItems> {
    for (const [index, item] of items.entries()) {
      const kind = KIND_KEYS.find(key => key in item)
      if (kind === undefined || kind === 'answers') continue
      const { number, recommendations = [] } = item as ItemInput
      const here = [...at, index]
      yield { id: idOf(here), kind, ...(number && { number: oneLine(number) }) }
      yield* visit(recommendations, [...here, 'recommendations'])
    }
  }
  for (const [index, { items = [], sections: inner = [] }] of sections.entries()) {
    yield* visit(items, [...at, index, 'items'])
    yield* namedItems(inner, [...at, index, 'sections'], idOf)
  }
}
