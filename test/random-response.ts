/** Numbers that look random and are the same on every run (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

type Keys = { [key: string]: unknown }

/** What response.yaml may say, made of words that are each used once. */
export type RandomResponse = {
  keys: Keys
  /** A word of each text and plain value that the letter prints. */
  printed: string[]
}

/** Begins every word that no letter prints. */
export const PRIVATE = 'Private'

const SHAPES = [
  (word: string) => `${word} is here.\n`,
  (word: string) => `${word} is here,\nover two lines.\n\nAnd a second paragraph.\n`,
  (word: string) => `- ${word} in a list\n  - and one in it\n- and another\n`,
  (word: string) => `1. ${word} counted\n2. and again\n`,
  (word: string) => `| ${word} | b |\n| - | - |\n| 1 | 2 |\n`,
  (word: string) => `> ${word} is quoted.\n`,
  (word: string) => `**${word}** and a [link](https://northshire.example/a_b).\n`,
]
const POSITIONS = ['accepted', 'partly accepted', 'not accepted', 'not applicable', 'already met']
const STATUSES = ['not started', 'in progress', 'complete']
const ITEM_KINDS = ['recommendation', 'area_for_improvement', 'observation', 'practice']

export function randomResponse(seed: number): RandomResponse {
  const random = seeded(seed)
  const printed: string[] = []
  const ids: string[] = []
  let count = 0
  const chance = (share: number): boolean => random() < share
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const upTo = (most: number): number => Math.floor(random() * (most + 1))
  const times = <T>(number: number, make: () => T): T[] => Array.from({ length: number }, make)
  const word = (): string => {
    count += 1
    printed.push(`Word${count}x`)
    return `Word${count}x`
  }
  const hidden = (): string => `${PRIVATE}${(count += 1)}`
  const text = (): string => pick(SHAPES)(word())
  const maybe = (share: number, key: string, make: () => unknown): Keys =>
    chance(share) ? { [key]: make() } : {}
  const isDraft = chance(0.5)
  const answer = (): string => (isDraft && chance(0.1) ? `TODO ${word()}\n` : text())

  const item = (kind: string): Keys => {
    const id = `item-${(count += 1)}`
    ids.push(id)
    const made: Keys = {
      id,
      [kind]: text(),
      ...maybe(0.2, 'number', () => String((count += 1))),
      ...maybe(0.2, 'title', () => `${word()} headline`),
      ...maybe(0.2, 'for', () =>
        pick([['PCCs'], ['chief constables'], ['the Home Office'], ['forces', 'PCCs']]),
      ),
      ...maybe(0.2, 'deadline', () => pick(['within six months', 'immediately', 'by March 2023'])),
      ...maybe(0.2, 'status', () => pick(STATUSES)),
      ...maybe(0.1, 'target', () => '2020-03-31'),
      ...maybe(0.2, 'notes', hidden),
    }
    if (chance(0.1))
      return {
        ...made,
        update: hidden(),
        comment: hidden(),
        owner: hidden(),
        evidence: [hidden()],
        withheld: { reason: hidden(), ...maybe(0.7, 'public', () => `${word()} is withheld.`) },
      }
    return {
      ...made,
      ...maybe(0.5, 'update', answer),
      ...maybe(0.3, 'comment', answer),
      ...maybe(0.2, 'position', () => pick(POSITIONS)),
      ...maybe(0.2, 'owner', () => 'Head of Custody.'),
      ...maybe(0.1, 'evidence', () => ['https://northshire.example/plan', 'The plan.']),
    }
  }
  const withReason = (made: Keys): Keys =>
    made['position'] !== undefined && made['position'] !== 'accepted' && !(isDraft && chance(0.3))
      ? { ...made, reason: `${word()} is why.` }
      : made
  const cause = (): Keys => {
    const recommendations = times(upTo(4), () => withReason(item('recommendation')))
    return {
      ...withReason(item('cause_of_concern')),
      ...maybe(0.7, 'lead', () => `${word()} the force should${pick(['', ':', ': -', ' :–'])}`),
      ...(recommendations.length > 0 && { recommendations }),
    }
  }
  const joint = (): Keys => ({
    answers: chance(0.5) || ids.length === 0 ? 'all' : times(1 + upTo(5), () => pick(ids)),
    ...maybe(0.3, 'title', () => `${word()} jointly`),
    ...(isDraft && chance(0.2)
      ? {}
      : pick([
          () => ({ update: answer() }),
          () => ({ comment: answer() }),
          () => ({ update: answer(), comment: answer() }),
        ])()),
  })
  const entry = (): Keys => {
    const one = random()
    if (one < 0.2) return cause()
    return one < 0.4 ? joint() : withReason(item(pick(ITEM_KINDS)))
  }
  const blocks = (): unknown =>
    chance(0.7)
      ? text()
      : [{ text: text() }, { grades: 'current' }, { counts: true }, { text: text() }]
  const section = (depth: number): Keys => ({
    ...pick([
      () => ({ title: `${word()} area` }),
      () => ({ question: `${word()} how well?` }),
      () => ({ title: `${word()} area`, question: `${word()} how well?` }),
    ])(),
    ...maybe(0.6, 'grade', () => pick(['good', 'inadequate', 'ungraded'])),
    ...maybe(0.2, 'introduction', text),
    ...maybe(0.1, 'notes', hidden),
    items: times(upTo(6), entry),
    ...(depth < 4 && { sections: times(upTo(depth === 1 ? 3 : 1), () => section(depth + 1)) }),
  })

  const sections = times(1 + upTo(3), () => section(1))
  const keys: Keys = {
    status: isDraft ? 'draft' : 'final',
    letter: {
      layout: pick(['letter', 'appendix']),
      ...maybe(0.3, 'salutation', () => 'Dear Minister,'),
      ...(isDraft && chance(0.3) && { date: undefined }),
      ...(isDraft && chance(0.3) && { to: undefined }),
    },
    comments: chance(0.8) ? blocks() : undefined,
    chief_officer: {
      introduction: chance(0.5) ? blocks() : undefined,
      ...maybe(0.5, 'conclusion', text),
    },
    ...maybe(0.5, 'reply', blocks),
    actions: times(upTo(2), () => ({
      text: answer(),
      ...maybe(0.5, 'owner', () => `${word()} lead.`),
      ...maybe(0.5, 'by', () => '2020-03-31'),
      ...(ids.length > 0 && maybe(0.5, 'answers', () => [pick(ids)])),
    })),
    sections,
  }
  return { keys, printed }
}
