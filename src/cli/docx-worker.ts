import { parentPort } from 'node:worker_threads'
import type { Look } from '../document/look.ts'
import type { DocumentTree } from '../document/tree.ts'
import { renderDocx } from '../render/docx.ts'

/** What the thread is sent, and what it sends back. */
export type DocxTask = { id: number; tree: DocumentTree; look: Look }
export type DocxResult = { id: number; bytes: Uint8Array } | { id: number; error: Error }

// The tree was copied to this thread, its pictures too; the bytes go back without a copy.
parentPort?.on('message', ({ id, tree, look }: DocxTask) => {
  renderDocx(tree, look).then(
    bytes => {
      const whole = bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice()
      parentPort?.postMessage({ id, bytes: whole } satisfies DocxResult, [
        whole.buffer as ArrayBuffer,
      ])
    },
    (error: Error) => parentPort?.postMessage({ id, error } satisfies DocxResult),
  )
})
