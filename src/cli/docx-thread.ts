import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { Renderer } from '../render/renderer.ts'
import type { DocxResult } from './docx-worker.ts'

export type DocxThread = { render: Renderer; stop: () => Promise<void> }

/**
 * A thread that draws the Word files, so that its library loads while the YAML is read and works while
 * the PDF is drawn. Stop it, or the process does not end. Where the bundled worker is not beside this
 * file, as in tests, the same renderer works in this thread.
 */
export function startDocxThread(): DocxThread {
  const file = fileURLToPath(new URL('./docx-worker.js', import.meta.url))
  if (!existsSync(file)) return inThisThread
  const worker = new Worker(file)
  const waiting = new Map<
    number,
    { resolve: (bytes: Uint8Array) => void; reject: (error: Error) => void }
  >()
  let tasks = 0
  let fault: Error | undefined
  const fail = (error: Error) => {
    fault = error
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  worker.on('message', (result: DocxResult) => {
    const task = waiting.get(result.id)
    waiting.delete(result.id)
    if ('bytes' in result) task?.resolve(result.bytes)
    else task?.reject(result.error)
  })
  worker.on('error', fail)
  worker.on('exit', () => fail(fault ?? new Error('the thread that draws Word files ended early')))
  return {
    render: (tree, look) =>
      new Promise((resolve, reject) => {
        if (fault) return reject(fault)
        const id = tasks++
        waiting.set(id, { resolve, reject })
        // Word brings its own fonts; those of the PDF need not be copied.
        const fontFiles = { family: look.fontFiles.family, faces: [], symbols: [] }
        worker.postMessage({ id, tree, look: { ...look, fontFiles } })
      }),
    stop: async () => {
      worker.removeAllListeners('exit')
      await worker.terminate()
    },
  }
}

const inThisThread: DocxThread = {
  render: async (tree, look) => {
    const { renderDocx } = await import('../render/docx.ts')
    return renderDocx(tree, look)
  },
  stop: async () => {},
}
