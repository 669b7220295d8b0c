/** Escape codes, and marks that turn the direction of writing, would let a file redraw the terminal. */
const UNPRINTABLE = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g

/** The text with every such character shown as one sign, so that columns stay where they are. */
export function printable(text: string): string {
  return text.replace(UNPRINTABLE, sign => (sign === '\t' ? ' ' : '\ufffd'))
}

/** GitHub's runner obeys a line of a log that begins so, and titles are other people's words. */
export const disarm = (lines: string): string => lines.replace(/^( *)::/gm, '$1\u200b::')

/** Halves of a letter, and two codes that are none: XML and some readers of JSON refuse a file with one. */
const BROKEN = /[\p{Surrogate}\ufffe\uffff]/gu

/** The same for a file: what is in it is whole letters, and columns stay where they are. */
export const storable = (text: string): string => printable(text).replace(BROKEN, '\ufffd')

/** A path within a command that somebody is to type. */
export const quotePath = (path: string): string =>
  /[^\p{L}\p{N}_./-]/u.test(path) ? `"${path}"` : path
