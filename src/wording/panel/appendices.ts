import type { Block, Inline } from '../../document/tree.ts'
import type { Appendix } from '../../model/panel.ts'
import { paragraph, typed } from '../letter.ts'
import type { PaperParts } from './paper.ts'
import { anchorOf, referInWords } from './references.ts'

/** The list at the end, to which the texts lead; what goes out with this copy is named with its file. */
export function composeAppendices(parts: PaperParts): Block[] {
  const { paper, wording, isForMembers } = parts
  if (paper.appendices.length === 0) return []
  return [
    { type: 'heading', depth: 1, children: wording.inlines('panel-appendices-heading') },
    ...paper.appendices.flatMap(appendix => {
      const { letter, restricted, title } = appendix
      const words = wording.inlines('panel-appendix', {
        letter,
        restricted,
        title: referInWords(parts, typed(title)),
      })
      const file = isAttached(appendix, isForMembers) ? composeFile(parts, appendix) : []
      return [
        { ...paragraph(words), id: anchorOf(appendix), keepWithNext: file.length > 0 },
        ...file,
      ]
    }),
  ]
}

/** Whether it goes out with this copy. */
export const isAttached = ({ file, restricted }: Appendix, isForMembers: boolean): boolean =>
  file !== undefined && (isForMembers || !restricted)

function composeFile({ wording }: PaperParts, { file, restricted }: Appendix): Block[] {
  if (!file) return []
  const name: Inline[] = [
    { type: 'link', url: `./${file.name}`, children: [{ type: 'text', value: file.name }] },
  ]
  const size = Math.max(1, Math.ceil(file.bytes.length / 1024))
  const values = { name, format: file.format, size, restricted }
  const words = wording.inlines('panel-appendix-file', values)
  return words.length > 0 ? [paragraph(words, 'detail')] : []
}
