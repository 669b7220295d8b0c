/** The colours of a terminal (ECMA-48, 8.3.117), or none. */
export type Paint = (text: string, style: Style) => string
export type Style = keyof typeof CODES

const CODES = {
  bold: [1, 22],
  dim: [2, 22],
  error: [31, 39],
  warning: [33, 39],
  note: [34, 39],
  related: [36, 39],
} as const

export function painter(hasColours: boolean): Paint {
  if (!hasColours) return text => text
  return (text, style) => `\u001b[${CODES[style][0]}m${text}\u001b[${CODES[style][1]}m`
}
