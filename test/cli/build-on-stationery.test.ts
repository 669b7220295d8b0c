import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { build } from '../../src/cli/build.ts'
import { main } from '../../src/cli/main.ts'
import { readPdf } from '../render/pdf/read-pdf.ts'
import { aPdf } from '../stationery/a-pdf.ts'
import { makeNorthshirePdf } from '../stationery/make-northshire-pdf.ts'
import { aWordFile, BODY, p } from '../stationery/make-word.ts'
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

test('what a letter can live with is for s55 letterhead to tell, and not for each letter', async () => {
  const office = OFFICE.replace('letterhead:', 'letterhead:\n  docx: letterhead.docx')
  const faint = p('Northshire', '').replace('<w:t', '<w:rPr><w:color w:val="DDDDDD"/></w:rPr><w:t')
  const files = {
    'templates/northshire/office.yaml': office,
    'templates/northshire/letterhead.docx': aWordFile({ body: `${faint}${BODY}` }),
  }
  const io = anIo({ cwd: aWorkspace({ letter: FINISHED }, files) })
  expect(await main(['check', '--notes'], io)).toBe(0)
  expect(io.out).not.toContain('stationery')
  await main(['letterhead'], io)
  expect(io.out).toContain('Unexpected faint words')
})
