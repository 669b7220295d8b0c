/** About as wide as Arial draws a line, and rather too wide than too narrow; in the unit of `size`. */
export const widthOfLine = (line: string, size: number): number => {
  const hundredths = [...line].reduce(
    (sum, character) =>
      sum +
      (/[A-Zmw%&@]/.test(character) ? 78 : /[ .,:;'’|!/()[\]ijlftr-]/.test(character) ? 31 : 56),
    0,
  )
  return (hundredths / 100) * size
}
