import type { LaidOut, Spot } from '../../document/laid-out.ts'
import type { Look } from '../../document/look.ts'
import type { DocumentTree, Heading } from '../../document/tree.ts'
import { wordsOf } from '../../document/words.ts'
import { sizes } from '../sizes.ts'
import { toMillimetres } from '../units.ts'

/** What the template says of its pages, in the order in which they are read. */
type Marks = { pages: number; marks: (Spot & { kind: Kind })[] }
type Kind =
  'heading' | 'below' | 'addressee' | 'addressee-end' | 'sign-off' | 'sign-off-end' | 'end'

export function readLaidOut(found: unknown, tree: DocumentTree, look: Look): LaidOut {
  const { pages, marks } = found as Marks
  const headings = tree.children.filter(node => node.type === 'heading')
  const spots = (kind: Kind) => marks.filter(mark => mark.kind === kind).map(spotOf)
  const starts = spots('heading')
  if (starts.length !== headings.length)
    throw new Error(
      `Unexpected ${starts.length} headings on the pages, expected ${headings.length}`,
    )
  const appendix = starts[headings.findIndex(({ newPage }) => newPage === true)]
  const ends = spots('addressee-end')
  const [signOff] = spots('sign-off')
  return {
    pages,
    ...(appendix && { appendix: appendix.page }),
    addressees: spots('addressee').map((start, n) => ({ start, end: ends[n] ?? start })),
    ...(signOff && { signOff }),
    headings: headingsOf(marks, headings),
    ends: spots('end'),
    top: look.margins.top,
    line: toMillimetres(sizes.paragraph.line),
  }
}

/** What stands below a heading is another one, or the block that was marked for it. */
function headingsOf(marks: Marks['marks'], headings: readonly Heading[]): LaidOut['headings'] {
  const inOrder = marks.filter(({ kind }) => kind === 'heading' || kind === 'below')
  let n = 0
  return inOrder.flatMap((mark, index) => {
    if (mark.kind !== 'heading') return []
    const at = spotOf(mark)
    const words = wordsOf([headings[n++]!])
    return [{ words, at, below: spotOf(inOrder[index + 1] ?? mark) }]
  })
}

const spotOf = ({ page, x, y }: Spot): Spot => ({ page, x, y })
