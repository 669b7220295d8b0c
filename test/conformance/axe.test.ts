import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, vi } from 'vitest'
import type { Look } from '../../src/document/look.ts'
import type { Block, DocumentTree } from '../../src/document/tree.ts'
import { renderHtml } from '../../src/render/html.ts'
import { specimenLook, specimenTree } from '../specimen-tree.ts'
import { chromium, testWith, whySkipped } from '../tool.ts'
import { findFaults, look, sideways, useBrowser, type Circumstances } from './browser.ts'
import { everyLetter, withoutCases } from './letters.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })
const tool = chromium()
const test = testWith(tool)
useBrowser(tool)

const pageOf = async (tree: DocumentTree, look: Look): Promise<string> =>
  new TextDecoder().decode(await renderHtml(tree, look))

const WAYS: [string, Circumstances][] = [
  ['400 pixels wide', { width: 400 }],
  ['1200 pixels wide', { width: 1200 }],
  ['printed', { media: 'print' }],
]

describe.each(everyLetter)(`$name as a web page${withoutCases}${whySkipped(tool)}`, shown => {
  let pages: string[] = []
  beforeAll(async () => {
    if (tool.path === undefined) return
    const letters = await shown.compose()
    pages = await Promise.all(letters.map(({ tree, look }) => pageOf(tree, look)))
  })

  test.each(WAYS)('%s: axe-core finds nothing', async (_, way) => {
    expect(pages.length).toBeGreaterThan(0)
    for (const html of pages) expect(await look(html, way, findFaults)).toEqual([])
  })

  // WCAG 2.2, 1.4.10: at 400 % a window of 1280 pixels is 320 wide.
  test.each([320, 400, 1200])('%i pixels wide: nobody scrolls sideways', async width => {
    for (const html of pages) expect(await look(html, { width }, sideways)).toBe(0)
  })
})

/** WCAG 2.2, 1.4.12. */
const SPACED =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }'

/** The elements that cut off some of their words. */
const findCut = `[...document.querySelectorAll('header *, main *, footer *')]
  .filter(one => one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1)
  .filter(one => getComputedStyle(one).overflowX !== 'visible' && !one.matches('.table'))
  .map(one => one.outerHTML)`

describe(`the web page${whySkipped(tool)}`, () => {
  const wide = (): Block => {
    const words = Array.from({ length: 12 }, (_, n) => `Neighbourhoodpolicing${n}`)
    const cell = (value: string) => ({
      type: 'tableCell' as const,
      children: [{ type: 'text' as const, value }],
    })
    const row = { type: 'tableRow' as const, children: words.map(cell) }
    return { type: 'table', align: words.map(() => null), children: [row, row] }
  }
  const long = `https://www.northshire.example/${'inspections'.repeat(20)}`
  const address: Block = {
    type: 'paragraph',
    children: [{ type: 'link', url: long, children: [{ type: 'text', value: long }] }],
  }
  const specimen = (look?: Look) => pageOf(specimenTree(), look ?? specimenLook())
  const withWide = () => {
    const tree = specimenTree()
    return pageOf({ ...tree, children: [...tree.children, wide(), address] }, specimenLook())
  }

  test('lets the text be spaced out without cutting or hiding any of it', async () => {
    for (const width of [320, 1200]) {
      const [over, cut] = await look(await withWide(), { width, bypassCSP: true }, async page => {
        await page.addStyleTag({ content: SPACED })
        return [await sideways(page), await page.evaluate<string[]>(findCut)] as const
      })
      expect(over, `${width}`).toBe(0)
      expect(cut).toEqual([])
    }
  })

  test('of a wide table scrolls within it alone, which a keyboard reaches', async () => {
    await look(await withWide(), { width: 320 }, async page => {
      expect(await sideways(page)).toBe(0)
      const reached = new Set<string>()
      for (let n = 0; n < 40; n++) {
        await page.keyboard.press('Tab')
        reached.add(await page.evaluate<string>('document.activeElement.className'))
        const isWide = await page.evaluate<boolean>(
          `document.activeElement.scrollWidth > document.activeElement.clientWidth && document.activeElement.matches('.table')`,
        )
        if (!isWide) continue
        await page.keyboard.press('ArrowRight')
        const scrolled = () => page.evaluate<number>('document.activeElement.scrollLeft')
        await expect.poll(scrolled).toBeGreaterThan(0)
        return
      }
      expect([...reached]).toContain('a wide table')
    })
  })

  test('leads a keyboard past its head: the first link, shown once it has the focus', async () => {
    await look(await specimen(), {}, async page => {
      const skip = page.locator('.skip')
      const isShown = async () => ((await skip.boundingBox())?.x ?? -1) >= 0
      expect(await isShown()).toBe(false)
      await page.keyboard.press('Tab')
      expect(await page.evaluate('document.activeElement.className')).toBe('skip')
      expect(await isShown()).toBe(true)
      await page.keyboard.press('Enter')
      expect(await page.evaluate('document.activeElement.tagName')).toBe('MAIN')
      // On from there, and not from the top.
      await page.keyboard.press('Tab')
      expect(await page.evaluate('!!document.activeElement.closest("main")')).toBe(true)
    })
  })

  test('shows where the keyboard is', async () => {
    await look(await specimen(), {}, async page => {
      const stops = await page.locator('a, .table').count()
      expect(stops).toBeGreaterThan(6)
      for (let n = 0; n < stops; n++) {
        await page.keyboard.press('Tab')
        const outline = await page.evaluate<string>(
          'getComputedStyle(document.activeElement).outlineStyle',
        )
        expect(outline).toBe('solid')
      }
    })
  })

  test('shows its pictures, which its policy lets it hold', async () => {
    const widths = '[...document.images].map(image => image.naturalWidth)'
    const shown = await look(await specimen(), {}, page => page.evaluate<number[]>(widths))
    expect(shown).toHaveLength(2)
    expect(Math.min(...shown)).toBeGreaterThan(0)
  })

  test('has its landmarks, once each', async () => {
    await look(await specimen(), {}, async page => {
      for (const role of ['banner', 'main', 'contentinfo', 'navigation'] as const)
        expect(await page.getByRole(role).count(), role).toBe(1)
    })
  })

  test('is whole in forced colours, with motion reduced, and without script', async () => {
    const html = await specimen()
    const words = async (page: Page) => {
      const parts = await page.locator('header, main, footer').all()
      return (await Promise.all(parts.map(part => part.innerText()))).join('\n')
    }
    const usual = await look(html, {}, words)
    expect(usual.length).toBeGreaterThan(2000)
    const others: Circumstances[] = [
      { forcedColors: 'active' },
      { reducedMotion: 'reduce' },
      { javaScriptEnabled: false },
    ]
    for (const other of others) expect(await look(html, other, words)).toBe(usual)
    expect(await look(html, { forcedColors: 'active' }, findFaults)).toEqual([])
    expect(await look(html, { forcedColors: 'active' }, sideways)).toBe(0)
    // It would be drawn in the colour of the text; the draft's first line says the same.
    const watermark = (page: Page) => page.locator('.watermark').isVisible()
    expect(await look(html, {}, watermark)).toBe(true)
    expect(await look(html, { forcedColors: 'active' }, watermark)).toBe(false)
    expect(await look(html, { contrast: 'more' }, watermark)).toBe(false)
  })

  test.each(['#ffcc00', '#ffffff', '#00ffff', '#767676', '#ff0000', '#000000'])(
    'can be read whatever the colour of the office: %s',
    async colour => {
      const html = await specimen(specimenLook({ colour }))
      expect(await look(html, {}, findFaults)).toEqual([])
      const final = specimenTree()
      delete final.watermark
      expect(await look(await pageOf(final, specimenLook({ colour })), {}, findFaults)).toEqual([])
    },
  )
})
