import { version } from '../../package.json'
import type { Io } from './io.ts'
import { ENGINE_VARIABLE, readWantedEngine } from './pdf-engine.ts'

/** `isVerbose`: with what somebody who is asked for help wants to know first. */
export async function sayVersion(isVerbose: boolean, io: Io): Promise<number> {
  if (!isVerbose) {
    io.write(`${version}\n`)
    return 0
  }
  const lines = [
    `section55 ${version}`,
    `Node.js ${process.versions.node}`,
    `Machine: ${process.platform} ${process.arch}`,
    `PDF engine: ${await sayEngine(io)}`,
    `The variable ${ENGINE_VARIABLE}, set to native or wasm, chooses the engine.`,
  ]
  io.write(`${lines.join('\n')}\n`)
  return 0
}

async function sayEngine(io: Io): Promise<string> {
  const wanted = readWantedEngine(io)
  const { chooseEngine } = await import('../render/pdf/engine.ts')
  try {
    const { engine, because } = await chooseEngine(wanted)
    const why = because ?? (wanted && `${ENGINE_VARIABLE}=${wanted} asks for it`)
    return [NAMES[engine.name], ...(why === undefined ? [] : [`because ${why}`])].join(', ')
  } catch (error) {
    if (error instanceof Error && error.name === 'PdfEngineMissing') return `none. ${error.message}`
    throw error
  }
}

const NAMES = { native: 'native', wasm: 'WebAssembly, which is slower' }
