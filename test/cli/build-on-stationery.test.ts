import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { build } from '../../src/cli/build.ts'
import { readPdf } from '../render/pdf/read-pdf.ts'
import { aPdf } from '../stationery/a-pdf.ts'
import { makeNorthshirePdf } from '../stationery/make-northshire-pdf.ts'
import { anIo, aWorkspace, BUILD_OPTIONS, FINISHED, OFFICE } from './make.ts'

async function buildOn(pdf: Uint8Array) {
  const margins = '{ first_top: 48mm, bottom: 32mm }'
  const named = `letterhead:\n  pdf: letterhead.pdf\n  margins: ${margins}`
  const office = OFFICE.replace('letterhead:', named)
  const root = aWorkspace({ letter: FINISHED }, { 'templates/northshire/office.yaml': office })
  writeFileSync(join(root, 'templates/northshire/letterhead.pdf'), pdf)
  const io = anIo({ cwd: root })
  const code = await build([], BUILD_OPTIONS, io)
  return { code, said: io.out + io.err, letter: join(root, 'output/letter/letter.pdf') }
}

test("a letter is built on the office's own PDF", async () => {
  const { code, letter } = await buildOn(makeNorthshirePdf())
  expect(code).toBe(0)
  const { artifacts } = await readPdf(new Uint8Array(readFileSync(letter)))
  expect(artifacts[0]?.slice(0, 2)).toEqual(['Police and Crime Commissioner', 'for Northshire'])
})

test('on a PDF for print no letter is built, and the officer learns what to ask for', async () => {
  const { code, said, letter } = await buildOn(aPdf({ content: '0 0 0 1 k' }))
  expect(code).toBe(1)
  expect(said).toContain('templates/northshire/office.yaml:')
  expect(said.replace(/\s+/g, ' ')).toContain(
    'templates/northshire/letterhead.pdf, page 1: Unexpected colours for print (CMYK), expected RGB or grey',
  )
  expect(said).toContain('sRGB')
  expect(existsSync(letter)).toBe(false)
})
