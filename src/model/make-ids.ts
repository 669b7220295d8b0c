import type { Words } from './language-reader.ts'
import type { ResponseFile } from './schema/response-file.ts'
import type { Path } from '../problem.ts'

type SectionInput = NonNullable<ResponseFile['sections']>[number]
const LETTERS = {
  cause_of_concern: 'c',
  recommendation: 'r',
  area_for_improvement: 'a',
  observation: 'o',
  practice: 'p',
  answers: 'j',
} as const
type Kind = keyof typeof LETTERS

/** The ids of a response by place, and the places that claim one id. */
export type Ids = { of: (at: Path) => string; doubles: { id: string; first: Path; second: Path }[] }

/** `effectiveness.2.r3`: the third recommendation of the second section of Effectiveness. */
export function makeIds(sections: readonly SectionInput[]): Ids {
  const ids = new Map<string, string>()
  const taken = new Map<string, Path>()
  const doubles: Ids['doubles'] = []
  const made: { at: Path; wish: string }[] = []

  const claim = (at: Path, given: string | undefined, wish: string) => {
    if (given === undefined) {
      made.push({ at, wish })
      return
    }
    const id = given.trim()
    const first = taken.get(id)
    if (first) doubles.push({ id, first, second: at })
    else taken.set(id, at)
    ids.set(at.join('/'), first ? `${id}-${doubles.length + 1}` : id)
  }
  const visit = (section: SectionInput, at: Path, wish: string) => {
    claim(at, section.id, wish)
    const counts = new Map<Kind, number>()
    const item = (input: object, itemAt: Path) => {
      const kind = (Object.keys(LETTERS) as Kind[]).find(one => one in input)!
      const count = (counts.get(kind) ?? 0) + 1
      counts.set(kind, count)
      const { id, recommendations } = input as { id?: string; recommendations?: object[] }
      claim(itemAt, id, `${wish}.${LETTERS[kind]}${count}`)
      recommendations?.forEach((one, index) => item(one, [...itemAt, 'recommendations', index]))
    }
    section.items?.forEach((one, index) => item(one, [...at, 'items', index]))
    section.sections?.forEach((one, index) => {
      visit(one, [...at, 'sections', index], `${wish}.${index + 1}`)
    })
  }
  const slugs = new Map<string, number>()
  sections.forEach((section, index) => {
    const slug = slugOf(section.title ?? section.question) || `section-${index + 1}`
    const count = (slugs.get(slug) ?? 0) + 1
    slugs.set(slug, count)
    visit(section, ['sections', index], count === 1 ? slug : `${slug}-${count}`)
  })
  // Ids that people gave come first; ours give way.
  for (const { at, wish } of made) {
    let id = wish
    for (let count = 2; taken.has(id); count++) id = `${wish}-${count}`
    taken.set(id, at)
    ids.set(at.join('/'), id)
  }
  return { of: at => ids.get(at.join('/')) ?? at.join('.'), doubles }
}

/** The same in every language of the response. */
const slugOf = (title: Words | undefined): string => {
  const words = typeof title === 'object' ? (title.en ?? title.cy) : title
  return (words ?? '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 40)
    .replace(/-+$/, '')
}
