import type { Format, Statement } from '../verify/statement.ts'
import type { Built, Drawable } from './build-letter.ts'

/** `letter`: the name of the files that it is about, without their ending. */
export type Verified = Statement & { letter: string }

/** What holds of a letter in its three formats. What opens them is loaded for nobody else. */
export async function verifyDrawn(
  { name, tree, look }: Drawable,
  made: readonly Built[],
): Promise<Verified[]> {
  const { verifyLetter } = await import('../verify/verify-letter.ts')
  const bytesOf = (format: Format) => made.find(each => each.format === format)!.bytes
  const files = { docx: bytesOf('docx'), pdf: bytesOf('pdf'), html: bytesOf('html') }
  const statements = await verifyLetter(files, look, tree)
  return statements.map(statement => ({ ...statement, letter: name }))
}
