type Rgb = [red: number, green: number, blue: number]

const BLACK: Rgb = [0, 0, 0]
/** WCAG 2.2, success criterion 1.4.3. */
export const LEAST_CONTRAST = 4.5

const read = (colour: string): Rgb => {
  const [, red, green, blue] = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(colour) ?? []
  if (red === undefined || green === undefined || blue === undefined) return BLACK
  return [parseInt(red, 16), parseInt(green, 16), parseInt(blue, 16)]
}
const write = (rgb: Rgb): string =>
  `#${rgb.map(part => Math.round(part).toString(16).padStart(2, '0')).join('')}`

/** WCAG 2.2, relative luminance. */
const luminance = (rgb: Rgb): number => {
  const linear = (part: number) =>
    part <= 0.04045 * 255 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4
  return 0.2126 * linear(rgb[0]) + 0.7152 * linear(rgb[1]) + 0.0722 * linear(rgb[2])
}

/** Between a colour and a lighter paper, from 1 to 21. */
const contrastOn = (paper: string, colour: string): number =>
  (luminance(read(paper)) + 0.05) / (luminance(read(colour)) + 0.05)

/** Between any two colours. */
export const contrastBetween = (one: string, other: string): number =>
  Math.max(contrastOn(one, other), contrastOn(other, one))

export const contrastOnWhite = (colour: string): number => contrastOn('#ffffff', colour)

/** The colour, or the nearest shade of it that can be read as text on white, or on light paper. */
export function darkenForText(colour: string, paper = '#ffffff'): string {
  let rgb = read(colour)
  while (contrastOn(paper, write(rgb)) < LEAST_CONTRAST)
    rgb = rgb.map(part => Math.floor(part * 0.97)) as Rgb
  return write(rgb)
}

/** As it is, where it is a colour; nothing else gets into a style sheet. */
export const plainColour = (colour: string): string => write(read(colour))
