import { expect, test, vi } from 'vitest'
import { specimenLook, specimenTree } from '../../specimen-tree.ts'

test('a machine without the engine is told so', async () => {
  vi.doMock('@myriaddreamin/typst-ts-node-compiler', () => {
    throw new Error('Cannot find native binding')
  })
  const { renderPdf } = await import('../../../src/render/pdf.ts')
  await expect(renderPdf(specimenTree(), specimenLook())).rejects.toThrow(
    `Missing the PDF engine for ${process.platform} ${process.arch}, expected its optional package`,
  )
})
