import type { Block, ListItem } from '../document/tree.ts'
import { itemsOf } from '../model/response.ts'
import type { ItemKind, LetterText, Text } from '../model/response.ts'
import { gapParagraph, listed, plain } from './letter.ts'
import type { Letter } from './letter.ts'

/** A text as typed; one with a placeholder still has its gap before it. */
export function composeText(letter: Letter, text: Text, gapName = 'gap-text'): Block[] {
  if (text.placeholder === undefined) return text.blocks
  return [...gapParagraph(letter, gapName, text.at), ...text.blocks]
}

/** A text of the letter, its computed blocks in their places. */
export function composeLetterText(
  letter: Letter,
  text: LetterText | undefined,
  gapName = 'gap-text',
): Block[] {
  return (text?.blocks ?? []).flatMap((block): Block[] => {
    if (block.type === 'text') return composeText(letter, block.text, gapName)
    if (block.type === 'grades') return composeGrades(letter, block.which)
    return composeCounts(letter)
  })
}

function composeGrades({ response, wording }: Letter, which: 'current' | 'previous'): Block[] {
  const children = response.sections.flatMap((section): ListItem[] => {
    const grade = which === 'current' ? section.grade : section.previous
    if (grade === undefined || grade === 'ungraded') return []
    const values = { title: section.title.value, grade: wording.vocabulary.word(grade) }
    return [{ type: 'listItem', children: wording.blocks('grade-line', values) }]
  })
  return children.length > 0 ? [{ type: 'list', ordered: false, start: 1, children }] : []
}

const countedKinds: readonly ItemKind[] = [
  'cause_of_concern',
  'recommendation',
  'area_for_improvement',
  'observation',
  'practice',
]

function composeCounts(letter: Letter): Block[] {
  const { response, wording } = letter
  const items = [...itemsOf(response.sections)]
  const counts = countedKinds.flatMap(kind => {
    const number = items.filter(item => item.kind === kind).length
    return number > 0 ? [[plain(wording.vocabulary.counted(number, kind))]] : []
  })
  return wording.blocks('counts', { counts: listed(letter, counts), none: counts.length === 0 })
}
