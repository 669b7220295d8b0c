import { describe, expect, test, vi } from 'vitest'
import { specimenLook, specimenTree } from '../../specimen-tree.ts'
import { hide, hidesEngines, machine, NATIVE, WASM } from '../../hide-engines.ts'

hidesEngines()

const load = () => import('../../../src/render/pdf.ts')

describe('which engine draws', () => {
  test('the native one, where it is there', async () => {
    const { chooseEngine } = await load()
    const { engine, because } = await chooseEngine()
    expect(engine.name).toBe('native')
    expect(because).toBeUndefined()
  })

  test('without it that of WebAssembly, and why is known', async () => {
    hide(NATIVE)
    const { chooseEngine, renderPdf } = await load()
    const { engine, because } = await chooseEngine()
    expect(engine.name).toBe('wasm')
    expect(because).toBe(`the native package for ${machine} is missing`)
    const pdf = await renderPdf(specimenTree(), specimenLook())
    expect(Buffer.from(pdf).toString('latin1', 0, 8)).toBe('%PDF-1.7')
  })

  test('one that is there and does not load is not called missing', async () => {
    hide(NATIVE, 'ERR_DLOPEN_FAILED')
    const { chooseEngine } = await load()
    expect((await chooseEngine()).because).toBe(`the native package for ${machine} does not load`)
  })

  test('either, where it is wanted', async () => {
    const { chooseEngine } = await load()
    expect((await chooseEngine('wasm')).engine.name).toBe('wasm')
    expect((await chooseEngine('native')).engine.name).toBe('native')
  })

  test('no other than the one that is wanted', async () => {
    hide(NATIVE)
    const { chooseEngine } = await load()
    await expect(chooseEngine('native')).rejects.toMatchObject({
      name: 'PdfEngineMissing',
      message: `Unexpected engine for PDF: the native package for ${machine} is missing, expected one that loads`,
    })
  })

  test('a machine without either is told so', async () => {
    hide(NATIVE)
    hide(WASM)
    const { renderPdf } = await load()
    await expect(renderPdf(specimenTree(), specimenLook())).rejects.toMatchObject({
      name: 'PdfEngineMissing',
      message: `Missing the engine for PDF: the native package for ${machine} is missing, and that of WebAssembly too, expected the packages that s55 is installed with`,
    })
  })

  test('nothing of the slower one is touched where the native one draws', async () => {
    let isTouched = false
    vi.doMock(WASM, () => {
      isTouched = true
      return {}
    })
    const { renderPdf } = await load()
    await renderPdf(specimenTree(), specimenLook())
    expect(isTouched).toBe(false)
  })
})
