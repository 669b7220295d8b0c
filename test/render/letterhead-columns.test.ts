import { describe, expect, test } from 'vitest'
import type { Image, Inline, Letterhead, Paragraph } from '../../src/document/tree.ts'
import { letterheadColumns, letterheadGap } from '../../src/render/letterhead-columns.ts'
import { specimenLogo } from '../specimen-tree.ts'

const lines = (role: 'wordmark' | 'contact', ...words: string[]): Paragraph => ({
  type: 'paragraph',
  role,
  children: words.flatMap((value, index): Inline[] => [
    ...(index > 0 ? [{ type: 'break' } as const] : []),
    { type: 'text', value },
  ]),
})
const logo = (width: number): Image => ({
  type: 'image',
  media: specimenLogo(),
  alt: '',
  width,
  height: 20,
})
const wordmark = lines('wordmark', 'Police and Crime', 'Commissioner')
const contact = lines('contact', '1 Lane', 'office@northshire-pcc.example')
const columns = (node: Omit<Letterhead, 'type'>) =>
  letterheadColumns({ type: 'letterhead', ...node }, 142)
const total = (made: ReturnType<typeof columns>) =>
  made.reduce((sum, { width }) => sum + width, letterheadGap * (made.length - 1))

describe('the letterhead', () => {
  test('has logo, wordmark and contact side by side', () => {
    const made = columns({ logo: logo(22), children: [wordmark, contact] })
    expect(made.map(({ children }) => children.length)).toEqual([1, 1, 1])
    expect(made[0]?.width).toBe(22)
    expect(total(made)).toBeCloseTo(142)
  })
  test('has a wide logo above the wordmark', () => {
    const made = columns({ logo: logo(60), children: [wordmark, contact] })
    expect(made.map(({ children }) => children.length)).toEqual([2, 1])
    expect(total(made)).toBeCloseTo(142)
  })
  test('wraps a long line of the wordmark before the logo goes above it', () => {
    const long = lines('wordmark', 'Police, Fire and Crime Commissioner')
    const made = columns({ logo: logo(22), children: [long, contact] })
    expect(made.map(({ children }) => children.length)).toEqual([1, 1, 1])
    expect(total(made)).toBeCloseTo(142)
  })
  test('leaves an address of mail on one line', () => {
    const made = columns({ logo: logo(22), children: [wordmark, contact] })
    // An average letter of 9.5 points is half as wide.
    expect(made[2]?.width).toBeGreaterThan('office@northshire-pcc.example'.length * 1.67)
  })
  test('of one thing is as wide as the lines', () => {
    expect(columns({ children: [wordmark] })).toEqual([{ width: 142, children: [wordmark] }])
  })
})
