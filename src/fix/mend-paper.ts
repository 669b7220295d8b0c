import { readPaper } from '../model/read-panel.ts'
import type { Problem } from '../problem.ts'
import type { Draft } from './draft.ts'
import { findUnread, mendRead } from './mend-read.ts'

/** Mends a paper for the Panel, as far as there is nothing to decide; what is left is what cannot be read even so. */
export async function mendPaper(draft: Draft, file: string): Promise<Problem[]> {
  const reading = await mendRead(
    () => readPaper(draft, file),
    ({ sources }) => [...sources.keys()],
    draft,
  )
  return findUnread(reading, draft)
}
