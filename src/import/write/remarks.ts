import type { Doubt, Words } from '../found-report.ts'
import { oneLine } from '../../edit/yaml-value.ts'

const WIDTH = 96
/** Of a sentence that is quoted in a remark: enough to find it by. */
const QUOTED = 240

/** A remark of YAML, on as many lines as it needs. */
export function writeRemark(words: string): string[] {
  const lines: string[] = []
  let line = '#'
  for (const word of oneLine(words).split(' ')) {
    if (line !== '#' && line.length + word.length >= WIDTH) {
      lines.push(line)
      line = '#'
    }
    line += ` ${word}`
  }
  return [...lines, line]
}

type Spot = Pick<Words, 'place' | 'page'>

/** "report.txt, line 52" */
export const saySpot = (spot: Spot): string => `${nameOf(spot)}, ${sayLine(spot)}`

const nameOf = ({ place }: Spot): string =>
  oneLine(place.file.slice(place.file.lastIndexOf('/') + 1))

const sayLine = ({ place, page }: Spot): string => {
  if (page !== undefined) return `page ${page}`
  return `${/\.(?:xlsx|xlsm|ods)$/i.test(place.file) ? 'row' : 'line'} ${place.start.line}`
}

/** "# report.txt, line 52; also line 20" */
export function writeSpot(spot: Spot, again: readonly Words[] = []): string[] {
  const others = again.map(other =>
    nameOf(other) === nameOf(spot) ? sayLine(other) : saySpot(other),
  )
  const unique = [...new Set(others)].filter(other => other !== sayLine(spot))
  const also = unique.length > 0 ? `; also ${unique.join(', ')}` : ''
  return writeRemark(saySpot(spot) + also)
}

export const quote = (words: string): string => {
  const line = oneLine(words)
  return `"${line.length > QUOTED ? `${line.slice(0, QUOTED).trimEnd()}…` : line}"`
}

/** Parted from what follows it. */
export const writeDoubt = (doubt: Doubt): string[] => [
  ...writeRemark(`NOT UNDERSTOOD: ${doubt.message} (${saySpot(doubt)})`),
  ...(doubt.words === '' ? [] : writeRemark(quote(doubt.words))),
  ...writeRemark(doubt.hint),
  '',
]
