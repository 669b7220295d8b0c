import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { ItemKind } from '../../src/model/response.ts'
import type { FoundItem, FoundReport } from '../../src/import/found-report.ts'

/** What an importer must find in a specimen, neither more nor less; by the names of the YAML. */
export type Truth = Pick<FoundReport, 'title' | 'kind' | 'published' | 'scale'> & {
  inspectorates: string[]
  other_days: string[]
  sections: TrueSection[]
  /** Of items, as the report's own prose counts them. */
  counts: { kind: ItemKind; count: number; words: string }[]
  /** Sentences and headings that look like a finding and are none, and why. */
  passed: { words: string; why: string }[]
}

export type TrueSection = {
  title?: string
  question?: string
  grade?: string
  previous?: string
  items: TrueItem[]
  sections: TrueSection[]
}

export type TrueItem = Pick<
  FoundItem,
  'kind' | 'number' | 'title' | 'lead' | 'deadline' | 'for' | 'inspectorate_status'
> & {
  /** In the small Markdown. */
  words: string
  recommendations: TrueItem[]
  /** How often the report has it once more. */
  again: number
  /** Of an observation: the sentence by which it is one. */
  suggested_by?: string
}

/** A report of our own in the outline of real ones: its pages, in order, and the truth about them. */
export type Specimen = { name: string; pages: string[]; truth: Truth }

const FOLDER = new URL('specimens/', import.meta.url)
const read = (file: string): string => readFileSync(new URL(file, FOLDER), 'utf8')

/** A page as the website has it: its title, where it stands, and its main part, in the frame that all pages have. */
function inSite(page: string): string {
  const [title = '', breadcrumb = '', main = ''] =
    /^(<title>[^]*?<\/title>)\s*(<nav[^]*?<\/nav>)\s*([^]*)$/.exec(page)?.slice(1) ?? []
  return SITE.replace('<!-- title -->', () => title)
    .replace('<!-- breadcrumb -->', () => breadcrumb)
    .replace('<!-- main -->', () => main.trim())
}
const SITE = read('site.html')

/** `NAME.yaml` is the truth about `NAME.html`, or about `NAME.1.html`, `NAME.2.html` … */
export function readSpecimens(): Specimen[] {
  const files = readdirSync(FOLDER).sort()
  return files
    .filter(file => file.endsWith('.yaml'))
    .map(file => {
      const name = file.slice(0, -'.yaml'.length)
      const isPage = (other: string) =>
        other.startsWith(`${name}.`) && /^(?:\d+\.)?html$/.test(other.slice(name.length + 1))
      return { name, pages: files.filter(isPage).map(file => inSite(read(file))), truth: readTruth(read(file)) }
    })
}

type Sparse<T> = { [K in keyof T]?: T[K] extends unknown[] ? unknown[] : T[K] }

/** Lists that a truth leaves out are empty. */
export function readTruth(text: string): Truth {
  const truth = parse(text) as Sparse<Truth>
  return {
    inspectorates: [],
    other_days: [],
    counts: [],
    passed: [],
    ...truth,
    sections: fillSections(truth.sections),
  } as Truth
}

const fillSections = (sections: unknown[] = []): TrueSection[] =>
  (sections as Sparse<TrueSection>[]).map(section => ({
    ...(section as TrueSection),
    items: fillItems(section.items),
    sections: fillSections(section.sections),
  }))

const fillItems = (items: unknown[] = []): TrueItem[] =>
  (items as Sparse<TrueItem>[]).map(item => ({
    again: 0,
    ...(item as Partial<TrueItem> & Pick<TrueItem, 'kind' | 'words'>),
    recommendations: fillItems(item.recommendations),
  }))

/** An item with the headings that it stands under. */
export type Placed<Item> = { item: Item; under: string[]; cause?: Item | undefined }

type AnySection<Item> = {
  title?: string
  question?: string
  items: Item[]
  sections: AnySection<Item>[]
}

/** All items, in the order of the report. */
export function* placeItems<Item extends { recommendations: Item[] }>(
  sections: readonly AnySection<Item>[],
  above: string[] = [],
): Generator<Placed<Item>> {
  for (const { title, question, items, sections: inner } of sections) {
    const under = [...above, title ?? question ?? '']
    for (const item of items) {
      yield { item, under }
      for (const recommendation of item.recommendations)
        yield { item: recommendation, under, cause: item }
    }
    yield* placeItems(inner, under)
  }
}
