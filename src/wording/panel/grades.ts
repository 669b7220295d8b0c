import type { Block, ListItem } from '../../document/tree.ts'
import type { SectionStanding } from '../../status/standing.ts'
import type { Letter } from '../letter.ts'
import type { Values } from '../values.ts'
import { capitalise } from '../vocabulary.ts'
import type { DrawnParts } from './items.ts'

/**
 * The grades of a report by question: the overview question's first. Where those of the inspection before
 * are known they stand beside them, and say of themselves whether they are of another scale.
 */
export function composeGrades({ letter, standing }: DrawnParts): Block[] {
  const graded = standing.sections.filter(({ grade }) => grade !== undefined)
  if (graded.length === 0) return []
  if (graded.some(({ previous }) => previous !== undefined)) {
    const rows = graded.map(section => gradeValues(letter, section, graded, standing.scale))
    return letter.wording.blocks('panel-grades-table', { rows })
  }
  return composeLines(letter, graded, standing.scale)
}

/** An overview question is a paragraph, and the questions below it a list. */
function composeLines(
  letter: Letter,
  graded: readonly SectionStanding[],
  scale: readonly string[],
): Block[] {
  const blocks: Block[] = []
  for (const section of graded) {
    const values = gradeValues(letter, section, graded, scale)
    const line = letter.wording.blocks('panel-grade-line', values)
    const last = blocks.at(-1)
    const item: ListItem = { type: 'listItem', children: line }
    if (values['overview']) blocks.push(...line)
    else if (last?.type === 'list') last.children.push(item)
    else blocks.push({ type: 'list', ordered: false, start: 1, children: [item] })
  }
  return blocks
}

function gradeValues(
  { wording }: Letter,
  section: SectionStanding,
  graded: readonly SectionStanding[],
  scale: readonly string[],
): Values {
  const { title, within, question, grade, previous } = section
  const { vocabulary } = wording
  const isAbove = graded.some(other => other !== section && isBelow(other, section))
  const asked = question ?? (title.trimEnd().endsWith('?') ? title : undefined)
  return {
    overview: within.length === 0 && isAbove,
    question: asked,
    title,
    grade: capitalise(vocabulary.word(grade!)),
    previous: previous && capitalise(vocabulary.word(previous)),
    other_scale: previous !== undefined && isOnAnother(previous, scale),
  }
}

const isBelow = ({ within }: SectionStanding, above: SectionStanding): boolean =>
  within.length > above.within.length &&
  [...above.within, above.title].every((title, n) => within[n] === title)

const isOnAnother = (grade: string, scale: readonly string[]): boolean =>
  grade !== 'ungraded' && !scale.includes(grade)
