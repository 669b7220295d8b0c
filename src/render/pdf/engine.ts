import type { NodeCompiler, NodeError } from '@myriaddreamin/typst-ts-node-compiler'
import type { TemplateData } from './data.ts'

/** The programs that draw the pages come in a package per kind of machine; this one has none. */
export class PdfEngineMissing extends Error {
  override readonly name = 'PdfEngineMissing'
}

/** No folder of anybody: all that the template reads is given by name. */
const WORKSPACE = process.platform === 'win32' ? 'C:\\section55' : '/section55'

/** A PDF/UA-1 file. A warning of the engine means words that are lost or ugly: it throws like an error. */
export async function drawPdf(
  template: string,
  { json, pictures }: TemplateData,
  fonts: Uint8Array[],
): Promise<Buffer> {
  const compiler = await compilerWith(fonts)
  compiler.resetShadow()
  compiler.mapShadow(`${WORKSPACE}/data.json`, Buffer.from(json))
  for (const [name, bytes] of pictures) compiler.mapShadow(WORKSPACE + name, asBuffer(bytes))
  const compiled = compiler.compile({ mainFileContent: template })
  const noticed = compiled.takeError() ?? compiled.takeWarnings()
  const document = compiled.result
  if (noticed || !document) throw refused(messagesOf(noticed))
  try {
    return compiler.pdf(document, { pdfStandard: 'ua-1' })
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

const refused = (why: string) => new Error(`The PDF cannot be drawn: ${why}`)

/** Most letters of a run have the fonts of the one before, and a compiler holds a copy of them. */
let kept: { fonts: Uint8Array[]; compiler: NodeCompiler } | undefined

async function compilerWith(fonts: Uint8Array[]): Promise<NodeCompiler> {
  if (!kept || !areSame(kept.fonts, fonts)) {
    const Compiler = await loadCompiler()
    const fontArgs = [{ fontBlobs: fonts.map(asBuffer) }]
    kept = { fonts, compiler: Compiler.create({ workspace: WORKSPACE, fontArgs }) }
  }
  return kept.compiler
}

const areSame = (some: Uint8Array[], others: Uint8Array[]) =>
  some.length === others.length &&
  some.every((font, index) => Buffer.compare(font, others[index] ?? new Uint8Array()) === 0)

const asBuffer = (bytes: Uint8Array) =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)

async function loadCompiler(): Promise<typeof NodeCompiler> {
  try {
    return (await import('@myriaddreamin/typst-ts-node-compiler')).NodeCompiler
  } catch (error) {
    const machine = `${process.platform} ${process.arch}`
    const message = `Missing the PDF engine for ${machine}, expected its optional package`
    throw new PdfEngineMissing(message, { cause: error })
  }
}

function messagesOf(noticed: NodeError | null): string {
  const diagnostics = (noticed?.shortDiagnostics ?? []) as { message: string }[]
  return diagnostics.map(({ message }) => message).join('; ')
}
