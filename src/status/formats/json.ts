import type { Overview } from '../standing.ts'

/** For programs: what every other format shows. Paths of items are from the workspace. */
export function writeJson({ responses, ...overview }: Overview): string {
  const plain = {
    ...overview,
    // Where the workspace lies on this machine is nobody's business.
    responses: responses.map(standing => ({ ...standing, root: undefined })),
  }
  return `${JSON.stringify(plain, null, 2)}\n`
}
