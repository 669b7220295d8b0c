import type { TemplateData } from './data.ts'

/** What an engine made of a letter: a PDF/UA-1 file. */
export type Drawn = {
  pdf: Uint8Array
  /** The value of the template's one `metadata(..) <laid-out>`: what it says of where things came to stand. */
  marks?: unknown
}

export const ENGINE_NAMES = ['native', 'wasm'] as const
export type EngineName = (typeof ENGINE_NAMES)[number]

/**
 * A program that draws pages. Both are the same compiler and draw the same. A warning means words that
 * are lost or ugly: it throws like an error.
 */
export type Engine = {
  name: EngineName
  draw: (template: string, data: TemplateData, fonts: Uint8Array[]) => Drawn | Promise<Drawn>
}

export const refused = (why: string) => new Error(`The PDF cannot be drawn: ${why}`)

/** The label that a template gives to what it says of itself. */
export const MARKS = '<laid-out>'

/** Of all values with the label, in a list, the only one. */
export function marksIn(found: unknown): Pick<Drawn, 'marks'> {
  if (!Array.isArray(found) || found.length > 1)
    throw refused(`unexpected marks of the layout, expected one ${MARKS}`)
  return found.length === 0 ? {} : { marks: found[0] as unknown }
}
