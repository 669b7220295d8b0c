/** The list of what each part is. */
export const CONTENT_TYPES = '[Content_Types].xml'

/** The part that says what another refers to; of the package itself for an empty path. */
export function relationshipsPath(path: string): string {
  const at = path.lastIndexOf('/') + 1
  return `${path.slice(0, at)}_rels/${path.slice(at)}.rels`
}
