import { ImageRun } from 'docx'
import type { IImageOptions } from 'docx'
import type { Image, Media } from '../../document/tree.ts'
import type { Letter } from './place.ts'
import { pixels } from '../units.ts'

/** A picture in line with the text, as screen readers and Word's accessibility checker want it. */
export function picture(
  { media, alt, width, height }: Image,
  letter: Letter,
  room = letter.measure,
): ImageRun {
  // The box of the tree, or the room, filled as far as the picture's own proportions let it.
  const scale = Math.min(Math.min(width, room) / media.width, height / media.height)
  const id = letter.nextPicture()
  return new ImageRun({
    ...data(media),
    transformation: { width: pixels(media.width * scale), height: pixels(media.height * scale) },
    altText: { id, name: `Picture ${id}`, ...(alt === '' ? {} : { description: alt }) },
    decorative: alt === '',
  } as IImageOptions)
}

const data = (media: Media) =>
  media.kind === 'svg'
    ? { type: 'svg', data: media.bytes, fallback: { type: 'png', data: media.png } }
    : { type: media.kind === 'jpeg' ? 'jpg' : 'png', data: media.bytes }
