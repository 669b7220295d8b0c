import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, vi } from 'vitest'
import { writePage } from '../../src/status/formats/html.ts'
import { aFullOverview } from '../status/page-overview.ts'
import { chromium, testWith, whySkipped } from '../tool.ts'
import { findFaults, look, sideways, useBrowser, type Circumstances } from './browser.ts'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })
const tool = chromium()
const test = testWith(tool)
useBrowser(tool)

/** What is folded is judged as well, and what is out of sight. */
async function unfold(page: Page): Promise<void> {
  await page.addStyleTag({ content: '* { content-visibility: visible !important }' })
  await page.evaluate('document.querySelectorAll("details").forEach(one => (one.open = true))')
}

/** WCAG 2.2, 1.4.12. */
const SPACED =
  '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }'

const shown = (page: Page) => page.locator('tr[data-of]:visible').count()

const headings = async (page: Page): Promise<string[]> =>
  (await page.locator('.group:visible h3').allInnerTexts()).map(text => text.trim())

describe(`the page of status${whySkipped(tool)}`, () => {
  let html = ''
  beforeAll(async () => {
    html = writePage(await aFullOverview())
  })

  describe.each(['light', 'dark'] as const)('in a %s scheme', colorScheme => {
    test.each([400, 1200])('%i pixels wide: axe-core finds nothing', async width => {
      const faults = await look(html, { width, colorScheme, bypassCSP: true }, async page => {
        await unfold(page)
        return findFaults(page)
      })
      expect(faults).toEqual([])
    })
  })

  test.each<[string, Circumstances]>([
    ['printed', { media: 'print' }],
    ['in forced colours', { forcedColors: 'active' }],
  ])('%s: axe-core finds nothing', async (_, way) => {
    const faults = await look(html, { ...way, bypassCSP: true }, async page => {
      await unfold(page)
      return findFaults(page)
    })
    expect(faults).toEqual([])
  })

  // WCAG 2.2, 1.4.10: at 400 % a window of 1280 pixels is 320 wide.
  test.each([320, 400, 760, 800, 1080, 1200])(
    '%i pixels wide: nobody scrolls sideways, spaced out or not',
    async width => {
      await look(html, { width, bypassCSP: true }, async page => {
        await unfold(page)
        expect(await sideways(page)).toBe(0)
        await page.addStyleTag({ content: SPACED })
        expect(await sideways(page)).toBe(0)
      })
    },
  )

  test('is whole without script: every item, and no control that would do nothing', async () => {
    const overview = await aFullOverview()
    const items = overview.responses.flatMap(({ items }) => items).length
    await look(html, { javaScriptEnabled: false }, async page => {
      expect(await shown(page)).toBe(items)
      expect(await page.locator('select, input, button').count()).toBe(0)
    })
  })

  test('asks for nothing where there is no network, and obeys no style or script but its own', async () => {
    const late = html.replace(
      '<main',
      '<script>document.title = "taken"</script><style>h1 { display: none }</style><main',
    )
    await look(html, { offline: true }, async page => {
      expect(await page.locator('select').count()).toBeGreaterThan(0)
    })
    // Its policy complains on the console.
    const seen = look(late, {}, async page => {
      expect(await page.title()).not.toBe('taken')
      expect(await page.locator('h1').isVisible()).toBe(true)
    })
    const refused: unknown = expect.stringContaining('Content Security Policy')
    await expect(seen).rejects.toMatchObject({ actual: [refused, refused] })
  })

  test('shows some of its items, and says how many', async () => {
    await look(html, {}, async page => {
      const told = page.getByRole('status')
      expect(await told.innerText()).toBe('All 8 items are shown')
      await page.getByLabel('Overdue only').check()
      expect(await shown(page)).toBe(1)
      expect(await told.innerText()).toBe('1 of 8 items is shown')
      await page.getByRole('button', { name: 'Show all items' }).click()
      expect(await shown(page)).toBe(8)

      await page.getByLabel('Response').selectOption({ label: 'PEEL 2023' })
      expect(await shown(page)).toBe(3)
      await page.getByLabel('Kind').selectOption({ label: 'Practices' })
      expect(await shown(page)).toBe(1)
      expect(await headings(page)).toEqual(['Promising practice 1'])
      await page.getByRole('button', { name: 'Show all items' }).click()

      await page.getByLabel('The force’s word').selectOption({ label: 'GREEN' })
      expect(await told.innerText()).toBe('2 of 8 items are shown')
      await page.getByRole('button', { name: 'Show all items' }).click()

      await page.getByLabel('Where it stands').selectOption({ label: 'Open, not overdue' })
      expect(await shown(page)).toBe(2)
      await page.getByLabel('Words in it').fill('  ARMOURY ')
      await expect.poll(() => told.innerText()).toBe('1 of 8 items is shown')
      expect(await headings(page)).toEqual(['Open, not overdue 1 of 2'])
      await page.getByLabel('Words in it').fill('nowhere')
      await expect.poll(() => told.innerText()).toBe('None of 8 items are shown')
      // A link to what is hidden shows it again.
      await page.getByRole('link', { name: 'Items overdue' }).click()
      expect(await shown(page)).toBe(8)
    })
  })

  test('leads a keyboard past its head, and shows where it is', async () => {
    await look(html, {}, async page => {
      await page.keyboard.press('Tab')
      expect(await page.evaluate('document.activeElement.className')).toBe('skip')
      await page.keyboard.press('Enter')
      expect(await page.evaluate('document.activeElement.tagName')).toBe('MAIN')
      await page.keyboard.press('Tab')
      expect(await page.evaluate('!!document.activeElement.closest("main")')).toBe(true)
      for (let n = 0; n < 30; n++) {
        const outline = 'getComputedStyle(document.activeElement).outlineStyle'
        expect(await page.evaluate(outline)).toBe('solid')
        await page.keyboard.press('Tab')
      }
    })
  })

  test('has targets that a finger hits: 24 pixels, but for links within sentences', async () => {
    const small = await look(html, { width: 400, bypassCSP: true }, async page => {
      await unfold(page)
      return page.evaluate<string[]>(
        `[...document.querySelectorAll('nav a, .tile, summary, select, input, button, .links a')]
          .filter(one => one.getBoundingClientRect().height < 24 || one.getBoundingClientRect().width < 24)
          .map(one => one.outerHTML)`,
      )
    })
    expect(small).toEqual([])
  })

  test('has its rows and cells still where they are laid out as cards', async () => {
    const roles = (width: number) =>
      look(html, { width, bypassCSP: true }, async page => {
        await unfold(page)
        const session = await page.context().newCDPSession(page)
        const { nodes } = await session.send('Accessibility.getFullAXTree')
        const told = nodes.filter(({ ignored }) => !ignored).map(({ role }) => String(role?.value))
        return ['table', 'row', 'columnheader', 'rowheader', 'cell'].map(
          name => told.filter(role => role === name).length,
        )
      })
    expect(Math.min(...(await roles(1200)))).toBeGreaterThan(10)
    expect(await roles(400)).toEqual(await roles(1200))
  })

  test.each([true, false])(
    'prints unfolded, without its controls (script: %s)',
    async javaScriptEnabled => {
      await look(html, { media: 'print', javaScriptEnabled }, async page => {
        // As `print()` does; without script the style sheet alone unfolds.
        if (javaScriptEnabled) await page.evaluate('dispatchEvent(new Event("beforeprint"))')
        const folded = await page.locator('details > :not(summary)').all()
        const boxes = await Promise.all(folded.map(one => one.boundingBox()))
        const heights = boxes.map(box => box?.height ?? 0)
        expect(heights.length).toBeGreaterThan(5)
        expect(Math.min(...heights)).toBeGreaterThan(0)
        for (const hidden of ['nav', 'fieldset', '.skip'])
          expect(await page.locator(`${hidden}:visible`).count(), hidden).toBe(0)
        const display = 'getComputedStyle(document.querySelector(".items thead")).display'
        if (javaScriptEnabled) {
          expect(await page.evaluate(display)).toBe('table-header-group')
          await page.evaluate('dispatchEvent(new Event("afterprint"))')
          expect(await page.locator('details[open]').count()).toBeLessThan(5)
        }
      })
    },
  )
})
