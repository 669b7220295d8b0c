import type { Look } from '../document/look.ts'
import type { DocumentTree } from '../document/tree.ts'

/** The same tree and look give the same bytes, on every machine and day. */
export type Renderer = (tree: DocumentTree, look: Look) => Promise<Uint8Array>
