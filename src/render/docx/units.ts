/** Word measures pages in twentieths of a point. */
export const twips = (millimetres: number): number => Math.round((millimetres / 25.4) * 1440)
export const pointsToTwips = (points: number): number => Math.round(points * 20)
/** docx measures pictures in pixels, 96 to the inch, and keeps their fractions. */
export const pixels = (millimetres: number): number => (millimetres / 25.4) * 96

export const page = { width: 210, height: 297 } // A4
