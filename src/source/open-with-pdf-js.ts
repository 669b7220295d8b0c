import type { PDFDocumentLoadingTask } from 'pdfjs-dist'

/** A PDF whose words can be read. Nothing is fetched, run or drawn. */
export async function openWithPdfJs(
  bytes: Uint8Array,
  { isForWords = false } = {},
): Promise<PDFDocumentLoadingTask> {
  const { getDocument } = await loadPdfJs()
  return getDocument({
    data: new Uint8Array(bytes),
    verbosity: 0,
    isEvalSupported: false,
    useSystemFonts: false,
    // Where only the words and their places count, no letter's outline is made and no picture unpacked.
    disableFontFace: !isForWords,
    ...(isForWords && { maxImageSize: 1 }),
    useWorkerFetch: false,
    stopAtErrors: false,
  })
}

/** What a page is drawn by, by the names that the library gives the operators. */
export const operatorsOfPdfJs = async (): Promise<PdfJs['OPS']> => (await loadPdfJs()).OPS

type PdfJs = typeof import('pdfjs-dist')
type Globals = Record<string, unknown>

let loading: Promise<PdfJs> | undefined
const loadPdfJs = (): Promise<PdfJs> => (loading ??= importPdfJs())

/**
 * The library asks for three classes of browsers when it is loaded, looks for a package that has them, and
 * warns on the terminal that there is none. They draw pages; what a page says is read without them.
 */
async function importPdfJs(): Promise<PdfJs> {
  const globals = globalThis as unknown as Globals
  const missing = ['DOMMatrix', 'ImageData', 'Path2D'].filter(name => !(name in globals))
  for (const name of missing) globals[name] = class {}
  const { console: terminal } = globals
  globals['console'] = { log() {}, warn() {}, info() {}, error() {} }
  try {
    const pdfJs = await import('pdfjs-dist/legacy/build/pdf.mjs')
    // Without it the library looks for a file beside itself, which the bundle does not have.
    // @ts-expect-error the library has no types for this file
    globals['pdfjsWorker'] ??= (await import('pdfjs-dist/legacy/build/pdf.worker.mjs')) as unknown
    return pdfJs
  } finally {
    globals['console'] = terminal
    for (const name of missing) delete globals[name]
  }
}
