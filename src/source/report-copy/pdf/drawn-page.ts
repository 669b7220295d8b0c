/** All in points, from the left and from the top of the page as it is shown. */
export type Area = { left: number; top: number; right: number; bottom: number }

/** A character as it is drawn, with the space that it takes. */
export type Glyph = { text: string; left: number; right: number }

/** Characters that one operator after another draws side by side, in one font and size. */
export type Run = {
  glyphs: Glyph[]
  /** Where they stand: the height of their base line. */
  base: number
  size: number
  font: Font
  colour: string
  /** Smaller, and above the line: the mark of a footnote, or "st". */
  isRaised: boolean
  /** Of a tagged PDF: what its tags name these words with. */
  tag?: number
  /** Tagged as no part of the text: a running header, a rule, a background (ISO 32000-1, 14.8.2.2). */
  isArtifact: boolean
}

export type Font = { name: string; isBold: boolean; isSymbols: boolean }

/** A thin line. */
export type Rule = Area & { isUpright: boolean }
/** A shaded or framed area. */
export type Panel = Area & { colour: string }

export type DrawnPage = {
  width: number
  height: number
  runs: Run[]
  /** Words that do not run from left to right. */
  turned: Run[]
  rules: Rule[]
  panels: Panel[]
  /** Round marks that stand for a bullet. */
  dots: Area[]
}

export const heightOf = ({ top, bottom }: Area): number => bottom - top
export const widthOf = ({ left, right }: Area): number => right - left

export const isWithin = (inner: Area, outer: Area, slack = 2): boolean =>
  inner.left >= outer.left - slack &&
  inner.right <= outer.right + slack &&
  inner.top >= outer.top - slack &&
  inner.bottom <= outer.bottom + slack

export const areaOf = (areas: readonly Area[]): Area => {
  const around = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity }
  for (const { left, top, right, bottom } of areas) {
    around.left = Math.min(around.left, left)
    around.top = Math.min(around.top, top)
    around.right = Math.max(around.right, right)
    around.bottom = Math.max(around.bottom, bottom)
  }
  return around
}
