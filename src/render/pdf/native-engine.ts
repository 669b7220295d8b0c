import type { NodeCompiler, NodeError } from '@myriaddreamin/typst-ts-node-compiler'
import type { TemplateData } from './data.ts'
import { marksIn, MARKS, refused, type Drawn, type Engine } from './drawn.ts'
import { keepFor } from './keep-for.ts'

/** No folder of anybody: all that the template reads is given by name. */
const WORKSPACE = process.platform === 'win32' ? 'C:\\section55' : '/section55'

/** Rejects where the package for this machine is missing or does not load. */
export async function loadNativeEngine(): Promise<Engine> {
  const { NodeCompiler: Compiler } = await import('@myriaddreamin/typst-ts-node-compiler')
  const compilerWith = keepFor((fonts: Uint8Array[]) => {
    const fontArgs = [{ fontBlobs: fonts.map(asBuffer) }]
    return Compiler.create({ workspace: WORKSPACE, fontArgs })
  })
  return {
    name: 'native',
    draw: (template, data, fonts) => draw(compilerWith(fonts), template, data),
  }
}

function draw(compiler: NodeCompiler, template: string, { json, pictures }: TemplateData): Drawn {
  compiler.resetShadow()
  compiler.mapShadow(`${WORKSPACE}/data.json`, Buffer.from(json))
  for (const [name, bytes] of pictures) compiler.mapShadow(WORKSPACE + name, asBuffer(bytes))
  const compiled = compiler.compile({ mainFileContent: template })
  const noticed = compiled.takeError() ?? compiled.takeWarnings()
  const document = compiled.result
  if (noticed || !document) throw refused(messagesOf(noticed))
  try {
    const marks = marksIn(compiler.query(document, { selector: MARKS, field: 'value' }))
    return { pdf: compiler.pdf(document, { pdfStandard: 'ua-1' }), ...marks }
  } catch (error) {
    // What it throws is a dump of its diagnostics.
    const dump = error instanceof Error ? error.message : String(error)
    const messages = [...dump.matchAll(/message: "((?:[^"\\]|\\.)*)"/g)].map(([, text]) => text)
    throw refused(messages.length > 0 ? messages.join('; ') : dump)
  } finally {
    // What was laid out is kept for the next document, which is another one.
    compiler.evictCache(0)
  }
}

const asBuffer = (bytes: Uint8Array) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

function messagesOf(noticed: NodeError | null): string {
  const diagnostics = (noticed?.shortDiagnostics ?? []) as { message: string }[]
  return diagnostics.map(({ message }) => message).join('; ')
}
