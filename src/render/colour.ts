import { contrastBetween, LEAST_CONTRAST } from '../document/contrast.ts'

type Rgb = [red: number, green: number, blue: number]

const BLACK: Rgb = [0, 0, 0]

const read = (colour: string): Rgb => {
  const [, red, green, blue] = /^#([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(colour) ?? []
  if (red === undefined || green === undefined || blue === undefined) return BLACK
  return [parseInt(red, 16), parseInt(green, 16), parseInt(blue, 16)]
}
const write = (rgb: Rgb): string =>
  `#${rgb.map(part => Math.round(part).toString(16).padStart(2, '0')).join('')}`

/** Between a colour and white paper, from 1 to 21. */
export const contrastOnWhite = (colour: string): number =>
  contrastBetween(plainColour(colour), '#ffffff')

/** The colour, or the nearest shade of it that can be read as text on white, or on light paper. */
export function darkenForText(colour: string, paper = '#ffffff'): string {
  let rgb = read(colour)
  while (contrastBetween(write(rgb), paper) < LEAST_CONTRAST)
    rgb = rgb.map(part => Math.floor(part * 0.97)) as Rgb
  return write(rgb)
}

/** As it is, where it is a colour; nothing else gets into a style sheet. */
export const plainColour = (colour: string): string => write(read(colour))
