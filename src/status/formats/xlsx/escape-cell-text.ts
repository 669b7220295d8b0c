/** What Excel reads for a letter: ECMA-376, 22.9.2.19 (ST_Xstring). */
const TYPED_ESCAPE = /_(?=x[\da-f]{4}_)/gi
/** The library leaves these out, as XML advises: a letter that is lost is not seen. */
const LEFT_OUT = /[\ufffd\ufdd0-\ufdef]/g

/** A text as it must be given to the library for Excel to show it as it was typed. */
export function escapeCellText(words: string): string {
  const escaped = words.replace(TYPED_ESCAPE, '_x005F_').replace(LEFT_OUT, '□')
  // The library finds texts by name in an object, which has names of its own: "constructor".
  return escaped in Object.prototype ? `${escaped} ` : escaped
}
