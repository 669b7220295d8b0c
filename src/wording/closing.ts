import type { Block, Closing, Image, Inline, Paragraph } from '../document/tree.ts'
import { fit } from './head.ts'
import { gapParagraph, isWithin56Days, lines, paragraph, plain } from './letter.ts'
import type { Letter } from './letter.ts'

/** A signature picture is as wide as a hand writes. Millimetres. */
const SIGNATURE = { height: 20, width: 60 }

/** From the publication sentence to the copies. */
export function composeClosing(letter: Letter): Block[] {
  const { response, wording } = letter
  const publication = wording.blocks('publication', { within_56_days: isWithin56Days(response) })
  // What stays together is the last paragraph, the sign-off and the name.
  const last = publication.at(-1)
  const kept: Paragraph[] = last?.type === 'paragraph' ? [last] : []
  const closing: Closing = {
    type: 'closing',
    children: [...kept, composeSignOff(letter), ...composeSignature(letter)],
  }
  return [
    ...publication.slice(0, publication.length - kept.length),
    closing,
    ...composeCopies(letter),
  ]
}

function composeSignOff({ response, wording }: Letter): Paragraph {
  const { sign_off, is_formal } = response.letter
  return paragraph(wording.inlines('sign-off', { sign_off, formal: is_formal }), 'sign-off')
}

/** Without a picture the name follows the sign-off, and renderers leave four lines for a pen. A draft is not signed. */
function composeSignature(letter: Letter): (Paragraph | Image)[] {
  const { signatory } = letter.response.letter
  if (!signatory) return gapParagraph(letter, 'gap-signatory', ['letter', 'signed_by'], 'signatory')
  const { name, titles, signature, on_behalf_of } = signatory
  const under: Inline[][] = [
    [{ type: 'strong', children: [plain(name)] }],
    ...titles.map(title => [plain(title)]),
    ...(on_behalf_of ? [letter.wording.inlines('on-behalf-of', { name: on_behalf_of })] : []),
  ]
  if (!signature || letter.response.status === 'draft')
    return [paragraph(lines(under), 'signatory')]
  return [
    {
      type: 'image',
      media: signature,
      alt: letter.wording.words('signature-alt', { name }),
      ...fit(signature, SIGNATURE),
    },
    paragraph(lines(under), 'signatory'),
  ]
}

function composeCopies({ response, wording }: Letter): Paragraph[] {
  const copies = response.letter.copies.map(({ value }) => value)
  if (copies.length === 0) return []
  const words = wording.inlines('copies', { copies })
  return words.length > 0 ? [paragraph(words, 'copies')] : []
}
