import { describe, expect, test } from 'vitest'
import { contrastOnWhite, darkenForText, plainColour } from '../../src/render/colour.ts'

describe('the office’s colour as text', () => {
  test('black on white has the highest contrast there is', () => {
    expect(contrastOnWhite('#000000')).toBeCloseTo(21)
    expect(contrastOnWhite('#ffffff')).toBeCloseTo(1)
    expect(contrastOnWhite('#767676')).toBeCloseTo(4.54, 2)
  })
  test('stays as it is where it can be read', () => {
    expect(darkenForText('#1f2a5c')).toBe('#1f2a5c')
    expect(darkenForText('#1D4F5F')).toBe('#1d4f5f')
  })
  test.each(['#ffcc00', '#ffffff', '#7fbf3f', '#ff0000', '#00ffff'])('%s is darkened', colour => {
    const ink = darkenForText(colour)
    expect(ink).not.toBe(colour)
    expect(contrastOnWhite(ink)).toBeGreaterThanOrEqual(4.5)
    expect(contrastOnWhite(ink)).toBeLessThan(5.2)
  })
  test('is darkened further for what lies over a grey', () => {
    const grey = darkenForText('#767676', '#f0f0f0')
    expect(contrastOnWhite(grey)).toBeGreaterThan(contrastOnWhite('#767676'))
    expect(contrastOnWhite(grey) / contrastOnWhite('#f0f0f0')).toBeGreaterThanOrEqual(4.5)
  })
  test('what is no colour becomes black', () => {
    expect(plainColour('red;}</style>')).toBe('#000000')
    expect(darkenForText('')).toBe('#000000')
  })
})
