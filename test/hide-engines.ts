import { afterEach, beforeEach, vi } from 'vitest'

export const NATIVE = '@myriaddreamin/typst-ts-node-compiler'
export const WASM = '@myriaddreamin/typst-ts-web-compiler'
export const machine = `${process.platform} ${process.arch}`

/** As the package fails where that of the machine is not installed, or is and does not load. */
export const hide = (name: string, code = 'MODULE_NOT_FOUND') =>
  vi.doMock(name, () => {
    const cause = [Object.assign(new Error('./x.node'), { code })]
    throw new Error('Failed to load native binding', { cause })
  })

/** For a file of tests that hide the engines of the PDF; what is loaded then is loaded anew. */
export function hidesEngines(): void {
  // WebAssembly of this size takes a moment to begin.
  vi.setConfig({ testTimeout: 60_000 })
  beforeEach(() => void vi.resetModules())
  afterEach(() => {
    vi.doUnmock(NATIVE)
    vi.doUnmock(WASM)
  })
}
