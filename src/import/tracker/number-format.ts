import { MONTHS, toDay } from '../../model/day.ts'

/** What a number's format makes of it, as far as it changes what is read. */
export type NumberFormat =
  'day' | 'month' | 'time' | 'percent' | { digits: number; decimals: number }

/** ISO/IEC 29500-1, 18.8.30: those that no file writes out. */
const builtIn = (id: number): NumberFormat | undefined => {
  if (id === 1) return { digits: 1, decimals: 0 }
  if (id === 2) return { digits: 1, decimals: 2 }
  if (id === 9 || id === 10) return 'percent'
  if (id === 17) return 'month'
  if ((id >= 14 && id <= 16) || id === 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58))
    return 'day'
  return (id >= 18 && id <= 21) || (id >= 45 && id <= 47) ? 'time' : undefined
}

export function numberFormat(id: number, code: string | undefined): NumberFormat | undefined {
  if (code === undefined) return builtIn(id)
  // The first part is for positive numbers; what is quoted, escaped or in brackets is no sign of a date.
  const signs = code
    .slice(0, 255)
    .replace(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '')
    .split(';')[0]!
    .toLowerCase()
    .replace(/general/g, '')
  if (/d/.test(signs)) return 'day'
  if (/y/.test(signs)) return 'month'
  if (/[hs]/.test(signs)) return 'time'
  if (signs.includes('%')) return 'percent'
  const [, whole = '', decimals = ''] = /^(0+)(?:\.(0+))?$/.exec(signs.trim()) ?? []
  return whole === '' ? undefined : { digits: whole.length, decimals: decimals.length }
}

/** A number as its reader sees it; days as YYYY-MM-DD. */
export function showNumber(
  written: string,
  format: NumberFormat | undefined,
  isFrom1904: boolean,
): string {
  const value = Number(written)
  if (written.trim() === '' || !Number.isFinite(value)) return written
  if (format === 'day') return dayOf(value, isFrom1904) ?? written
  if (format === 'month') {
    const [year, month] = dayOf(value, isFrom1904)?.split('-') ?? []
    const name = MONTHS[Number(month) - 1]
    return name === undefined ? written : `${name[0]!.toUpperCase()}${name.slice(1)} ${year}`
  }
  if (format === 'time') {
    const minutes = Math.round((value - Math.floor(value)) * 1440)
    return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
  }
  // Excel keeps 15 digits: 0.1 + 0.2 is 0.3 to whoever reads it.
  if (format === 'percent') return `${Number((value * 100).toPrecision(15))}%`
  if (format === undefined || Math.abs(value) >= 1e15) return String(Number(value.toPrecision(15)))
  const [whole = '', part] = Math.abs(value).toFixed(format.decimals).split('.')
  const shown = `${whole.padStart(format.digits, '0')}${part === undefined ? '' : `.${part}`}`
  return value < 0 ? `-${shown}` : shown
}

/** ISO/IEC 29500-1, 18.17.4.1: Excel counts a 29 February 1900, which there was not. */
function dayOf(serial: number, isFrom1904: boolean): string | undefined {
  const days = Math.floor(serial)
  // To the end of the year 9999.
  if (days < 1 || days > 2_958_465 || (!isFrom1904 && days === 60)) return undefined
  const first = isFrom1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, days < 60 ? 31 : 30)
  const date = new Date(first + days * 86_400_000)
  return toDay(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate())
}
