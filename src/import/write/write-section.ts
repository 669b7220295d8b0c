import { SCALES } from '../../model/read-report.ts'
import type { FoundSection } from '../found-report.ts'
import { writeSpot } from './remarks.ts'
import { writeItem, type ItemContext } from './write-item.ts'
import { asEntry, indentBy, oneLine, writeValue } from '../../edit/yaml-value.ts'

export type SectionContext = Omit<ItemContext, 'idOf' | 'before'> & {
  idOf: (found: FoundSection | FoundSection['items'][number]) => string
  before: (found: FoundSection | FoundSection['items'][number]) => string[]
  /** A section that has a file of its own: how the list names it. */
  fileOf: (section: FoundSection) => string | undefined
}

/** The lines of its map, from the margin. `indent`: how far in they will stand. */
export function writeSection(
  section: FoundSection,
  context: SectionContext,
  indent: number,
): string[] {
  const { title, question, grade, previous, items, sections } = section
  const lines = [...context.before(section), ...writeSpot(section)]
  lines.push(`id: ${writeValue(context.idOf(section))}`)
  if (title !== undefined) lines.push(`title: ${writeValue(title)}`)
  else if (question === undefined) lines.push('title: TODO, what the report calls this part')
  if (question !== undefined) lines.push(`question: ${writeValue(question)}`)
  if (grade !== undefined) lines.push(`grade: ${writeValue(gradeWord(grade))}`)
  if (previous !== undefined) lines.push(`previous: ${writeValue(gradeWord(previous))}`)
  if (items.length > 0) {
    lines.push('items:')
    for (const [index, item] of items.entries())
      lines.push(...(index > 0 ? [''] : []), ...indentBy(2, writeItem(item, context, indent + 2)))
  }
  if (sections.length > 0) {
    lines.push('sections:')
    lines.push(...indentBy(2, writeSections(sections, context, indent + 2)))
  }
  return lines
}

/** The entries of a list of sections, from the margin. */
export function writeSections(
  sections: readonly FoundSection[],
  context: SectionContext,
  indent: number,
): string[] {
  return sections.flatMap((section, index) => {
    const file = context.fileOf(section)
    if (file !== undefined) return [`- file: ${writeValue(file)}`]
    const lines = asEntry(writeSection(section, context, indent + 2))
    return index > 0 && context.fileOf(sections[index - 1]!) === undefined ? ['', ...lines] : lines
  })
}

const GRADES = new Set(['ungraded', ...Object.values(SCALES).flat()])

/** Reports print it with a capital or without; the scale has it without. */
export function gradeWord(grade: string): string {
  const word = oneLine(grade)
  const small = word.toLowerCase()
  return GRADES.has(small) ? small : word
}
