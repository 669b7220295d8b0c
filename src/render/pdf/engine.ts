import type { TemplateData } from './data.ts'
import type { Drawn, Engine, EngineName } from './drawn.ts'

/** Neither program that draws the pages is there. */
export class PdfEngineMissing extends Error {
  override readonly name = 'PdfEngineMissing'
}

export type Chosen = {
  engine: Engine
  /** Why it is not the native one, where that was not asked for. */
  because?: string
}

/** The native engine where there is one for this machine, else the one of WebAssembly; or the one that is wanted. */
export function chooseEngine(wanted?: EngineName): Promise<Chosen> {
  const known = chosen.get(wanted) ?? choose(wanted)
  chosen.set(wanted, known)
  return known
}

const chosen = new Map<EngineName | undefined, Promise<Chosen>>()

async function choose(wanted: EngineName | undefined): Promise<Chosen> {
  if (wanted === 'wasm') return { engine: await loadWasm() }
  try {
    const { loadNativeEngine } = await import('./native-engine.ts')
    return { engine: await loadNativeEngine() }
  } catch (error) {
    const because = sayWhy(error)
    if (wanted === 'native') {
      const message = `Unexpected engine for PDF: ${because}, expected one that loads`
      throw new PdfEngineMissing(message, { cause: error })
    }
    return { engine: await loadWasm(because), because }
  }
}

async function loadWasm(because?: string): Promise<Engine> {
  try {
    const { loadWasmEngine } = await import('./wasm-engine.ts')
    return await loadWasmEngine()
  } catch (error) {
    const why = because === undefined ? '' : `: ${because}, and that of WebAssembly too`
    const message = `Missing the engine for PDF${why}, expected the packages that s55 is installed with`
    throw new PdfEngineMissing(message, { cause: error })
  }
}

/** Its package says that it found none, and in the causes below why each of those it tried failed. */
function sayWhy(error: unknown): string {
  const machine = `${process.platform} ${process.arch}`
  const isFound = causesOf(error).some(({ code }) => code === 'ERR_DLOPEN_FAILED')
  return isFound
    ? `the native package for ${machine} does not load`
    : `the native package for ${machine} is missing`
}

function causesOf(error: unknown): NodeJS.ErrnoException[] {
  if (Array.isArray(error)) return error.flatMap(causesOf)
  return error instanceof Error ? [error, ...causesOf(error.cause)] : []
}

/** Draws a letter with the engine that fits this machine, or the one that is wanted. */
export async function drawPdf(
  template: string,
  data: TemplateData,
  fonts: Uint8Array[],
  wanted?: EngineName,
): Promise<Drawn> {
  const { engine } = await chooseEngine(wanted)
  return engine.draw(template, data, fonts)
}
