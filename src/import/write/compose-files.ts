import { isDevice } from '../../source/windows-names.ts'
import type { Doubt, FoundItem, FoundReport, FoundSection } from '../found-report.ts'
import { giveIds } from './give-ids.ts'
import { writeDoubt } from './remarks.ts'
import { LETTER, writeModeline, writeOpening, writeReport } from './write-head.ts'
import { writeSection, writeSections, type SectionContext } from './write-section.ts'
import { indentBy, writeValue } from '../../edit/yaml-value.ts'

/** More items or lines than this are easier to find in a file for each section. */
const ITEMS_OF_A_FILE = 12
const LINES_OF_A_FILE = 300

export type ComposeOptions = {
  /** Of the response, from the root of the workspace: `responses/northshire-2025`. */
  folder: string
  office: string
  /** The saved report's files, from the folder of the response. */
  copies: readonly string[]
  /** The folder of the schemas for editors, from the root, where there is one. */
  schemas?: string
  /** How to name what it was made from: else by the copies. */
  source?: string
}

/** The files of a response in which what the report says is written and all else is to be written, by path. */
export function composeFiles(report: FoundReport, options: ComposeOptions): Map<string, string> {
  const { folder, office, copies, schemas, source = copies.join(', ') || 'a report' } = options
  const modeline = writeModeline(folder, schemas, 'response')
  const head = [
    ...modeline,
    ...(modeline.length > 0 ? ['#'] : []),
    ...writeOpening(source),
    '',
    `office: ${writeValue(office)}`,
    'status: draft # final, when it is to go out',
    '',
    ...writeReport(report, copies),
    '',
    ...LETTER,
    '',
  ]
  const whole = writeAll(report, () => undefined)
  const parts = isLong(report, whole.lines) ? chooseParts(report) : new Map<FoundSection, string>()
  const files = new Map<string, string>()
  const { lines, partLines } = parts.size > 0 ? writeAll(report, one => parts.get(one)) : whole
  files.set(`${folder}/response.yaml`, asFile([...head, ...lines]))
  for (const [section, path] of parts) {
    const lines = [
      ...writeModeline(`${folder}/sections`, schemas, 'part'),
      ...partLines.get(section)!,
    ]
    files.set(`${folder}/${path}`, asFile(lines))
  }
  return files
}

const asFile = (lines: readonly string[]): string => `${lines.join('\n')}\n`

function writeAll(
  report: FoundReport,
  fileOf: SectionContext['fileOf'],
): { lines: string[]; partLines: Map<FoundSection, string[]> } {
  const ids = giveIds(report.sections)
  const doubts = new Doubts(report)
  const partLines = new Map<FoundSection, string[]>()
  const context: SectionContext = {
    idOf: ids.of,
    hasDoubleId: item => ids.doubles.has(item),
    before: found => doubts.before(found),
    fileOf(section) {
      const file = fileOf(section)
      // Asked for once where it stands: what was not understood before it goes into its file.
      if (file !== undefined && !partLines.has(section))
        partLines.set(section, writeSection(section, { ...context, fileOf }, 0))
      return file
    },
  }
  const { sections } = report
  const lines =
    sections.length === 0
      ? ['# Nothing was found that is to be answered.', 'sections:']
      : ['sections:', ...indentBy(2, writeSections(sections, context, 2))]
  lines.push(...indentBy(2, doubts.rest()))
  return { lines, partLines }
}

const countItems = (sections: readonly FoundSection[]): number =>
  sections.reduce(
    (sum, { items, sections: inner }) =>
      sum +
      items.reduce((count, { recommendations }) => count + 1 + recommendations.length, 0) +
      countItems(inner),
    0,
  )

const isLong = ({ sections }: FoundReport, lines: readonly string[]): boolean =>
  lines.length > LINES_OF_A_FILE || countItems(sections) > ITEMS_OF_A_FILE

/** The sections at the top, or those within the only one. */
function chooseParts({ sections }: FoundReport): Map<FoundSection, string> {
  const [only] = sections
  const own = sections.length === 1 && only!.items.length === 0 ? only!.sections : sections
  if (own.length < 2) return new Map()
  const ids = giveIds(own)
  const taken = new Set<string>()
  return new Map(
    own.map((section, index) => {
      const id = ids.of(section).replace(/[^a-z0-9-]+/g, '-')
      const name = isDevice(id) || taken.has(id) ? `section-${index + 1}` : id
      taken.add(name)
      return [section, `sections/${name}.yaml`]
    }),
  )
}

/** What was not understood, to be told where it stands. */
class Doubts {
  readonly #left: Doubt[]
  readonly #files: string[] = []

  constructor({ doubts, sections }: FoundReport) {
    this.#note(sections)
    this.#left = [...doubts].sort((a, b) => this.#compare(a, b))
  }

  #note(sections: readonly FoundSection[]): void {
    for (const { place, items, sections: inner } of sections) {
      for (const one of [{ place }, ...items])
        if (!this.#files.includes(one.place.file)) this.#files.push(one.place.file)
      this.#note(inner)
    }
  }

  #compare(a: Pick<Doubt, 'place'>, b: Pick<Doubt, 'place'>): number {
    const order = ({ place }: Pick<Doubt, 'place'>) => {
      const index = this.#files.indexOf(place.file)
      return index === -1 ? this.#files.length : index
    }
    return order(a) - order(b) || a.place.start.line - b.place.start.line
  }

  before(found: FoundItem | FoundSection): string[] {
    const count = this.#left.findIndex(doubt => this.#compare(doubt, found) > 0)
    return this.#left.splice(0, count === -1 ? this.#left.length : count).flatMap(writeDoubt)
  }

  rest(): string[] {
    return this.#left.splice(0).flatMap(writeDoubt)
  }
}
