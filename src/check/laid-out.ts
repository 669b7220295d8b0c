import type { LaidOut, Spot } from '../document/laid-out.ts'

/** How many lines of prose fit into some millimetres. */
export const inLines = (length: number, { line }: LaidOut): number =>
  Math.max(0, Math.round(length / line))

/** "page 3 of 4" */
export const sayPage = ({ page }: Spot, { pages }: LaidOut): string => `page ${page} of ${pages}`
