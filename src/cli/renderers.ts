import type { EngineName } from '../render/pdf/drawn.ts'
import type { Renderers } from './build-letter.ts'
import type { DocxThread } from './docx-thread.ts'
import { ENGINE_VARIABLE } from './pdf-engine.ts'

/** Each engine is loaded when it is first asked for. `saySlower`: told once, why the PDF takes longer here. */
export function renderersWith(
  { render }: DocxThread,
  wanted: EngineName | undefined,
  saySlower: (because: string) => void,
): Renderers {
  let isSaid = false
  return {
    docx: render,
    pdf: async (tree, look, { attachments }) => {
      const { chooseEngine, drawPages } = await import('../render/pdf.ts')
      const { engine, because = `${ENGINE_VARIABLE} asks for it` } = await chooseEngine(wanted)
      if (engine.name === 'wasm' && !isSaid) saySlower(because)
      isSaid = true
      return drawPages(tree, look, { engine: wanted, attachments })
    },
    html: async (tree, look) => (await import('../render/html.ts')).renderHtml(tree, look),
  }
}
