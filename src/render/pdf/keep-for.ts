/** Most letters of a run have the fonts of the one before, and a compiler holds a copy of them. */
export function keepFor<T>(make: (fonts: Uint8Array[]) => T): (fonts: Uint8Array[]) => T {
  let kept: { fonts: Uint8Array[]; made: T } | undefined
  return fonts => {
    if (!kept || !areSame(kept.fonts, fonts)) kept = { fonts, made: make(fonts) }
    return kept.made
  }
}

const areSame = (some: Uint8Array[], others: Uint8Array[]) =>
  some.length === others.length &&
  some.every((font, index) => Buffer.compare(font, others[index] ?? new Uint8Array()) === 0)
