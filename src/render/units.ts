const MILLIMETRES = 25.4 // to the inch
const POINTS = 72

export const toPoints = (millimetres: number): number => (millimetres / MILLIMETRES) * POINTS
export const toMillimetres = (points: number): number => (points * MILLIMETRES) / POINTS
/** Word measures pages in twentieths of a point. */
export const twips = (millimetres: number): number => Math.round((millimetres / MILLIMETRES) * 1440)
export const pointsToTwips = (points: number): number => Math.round(points * 20)
/** Of a screen, 96 to the inch, with their fractions: CSS counts them on paper too, and docx in pictures. */
export const pixels = (millimetres: number): number => (millimetres * 96) / MILLIMETRES

/** A4, in millimetres. */
export const page = { width: 210, height: 297 }
