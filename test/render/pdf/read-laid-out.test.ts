import { expect, test } from 'vitest'
import type { Block, Paragraph, ParagraphRole } from '../../../src/document/tree.ts'
import { drawPages } from '../../../src/render/pdf.ts'
import { specimenLook, specimenTree } from '../../specimen-tree.ts'
import { readPdf } from './read-pdf.ts'

const says = (words: string, role?: ParagraphRole): Paragraph => ({
  type: 'paragraph',
  ...(role && { role }),
  children: [{ type: 'text', value: words }],
})
const heading = (words: string, newPage = false): Block => ({
  type: 'heading',
  depth: 1,
  newPage,
  children: [{ type: 'text', value: words }],
})
const title: Block = { type: 'title', children: [{ type: 'text', value: 'A letter' }] }
const draw = async (children: Block[]) =>
  drawPages(specimenTree({ children: [title, ...children] }), specimenLook())
const prose = 'The force has trained its supervisors and reads their reviews every month. '.repeat(
  8,
)

test('every heading is found on its page, with what stands below it', async () => {
  const { laidOut, bytes } = await draw([
    heading('First'),
    ...Array.from({ length: 16 }, () => says(prose)),
    heading('Second'),
    heading('Third'),
    says('Below the third.'),
  ])
  const { lines } = await readPdf(bytes)
  expect(laidOut.pages).toBe(lines.length)
  expect(laidOut.headings.map(({ words }) => words)).toEqual(['First', 'Second', 'Third'])
  for (const { words, at, below } of laidOut.headings) {
    expect(lines[at.page - 1]).toContain(words)
    expect(below.page).toBe(at.page)
    expect(below.y).toBeGreaterThan(at.y)
  }
  expect(laidOut.headings[1]!.below).toEqual(laidOut.headings[2]!.at)
})

test('the end of the letter and that of its appendix are found', async () => {
  const { laidOut } = await draw([
    says('Home Office', 'addressee'),
    ...Array.from({ length: 8 }, () => says(prose)),
    {
      type: 'closing',
      children: [says('Yours faithfully,', 'sign-off'), says('A. Holt', 'signatory')],
    },
    says('Copies: HMICFRS', 'copies'),
    heading('Appendix', true),
    says('One line.'),
  ])
  expect(laidOut.appendix).toBe(3)
  expect(laidOut.ends.map(({ page }) => page)).toEqual([2, 3])
  expect(laidOut.ends[0]!.y).toBeGreaterThan(laidOut.signOff!.y)
  expect(laidOut.signOff!.page).toBe(2)
  const [{ start, end } = { start: undefined, end: undefined }] = laidOut.addressees
  expect(end!.y - start!.y).toBeCloseTo(laidOut.line, 1)
})

test('marks say nothing, and are seen by nobody', async () => {
  const { bytes } = await draw([says('Home Office', 'addressee'), heading('First'), says('Words.')])
  const { words } = await readPdf(bytes)
  expect(words).not.toMatch(/addressee|below|laid-out/)
})
