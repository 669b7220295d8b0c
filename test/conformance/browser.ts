import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import { chromium } from 'playwright-core'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect } from 'vitest'
import type { Tool } from '../tool.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/** All that axe-core knows of WCAG 2.0 to 2.2, A and AA, and what its makers hold for good practice. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']

let browser: Browser

/** Opens the browser for the tests of a file, where it is on this machine. */
export function useBrowser({ path }: Tool): void {
  beforeAll(async () => {
    if (path === undefined) return
    // In a container the sandbox has no rights to be made with; only pages of ours are shown.
    browser = await chromium.launch({ executablePath: path, args: ['--no-sandbox'] })
  })
  afterAll(() => browser?.close())
}

export type Circumstances = BrowserContextOptions & { width?: number; media?: 'print' }

/** Shows a page and looks at it; it may ask for nothing and say nothing on the console. */
export async function look<T>(
  html: string,
  { width = 1200, media, ...options }: Circumstances,
  at: (page: Page) => Promise<T>,
): Promise<T> {
  const viewport = { width, height: 900 }
  const context = await browser.newContext({ viewport, ...options })
  try {
    const page = await context.newPage()
    const said: string[] = []
    page.on('console', message => said.push(message.text()))
    page.on('pageerror', error => said.push(String(error)))
    page.on('request', request => {
      if (!request.url().startsWith('data:')) said.push(request.url())
    })
    await page.setContent(html)
    if (media) await page.emulateMedia({ media })
    const seen = await at(page)
    expect(said).toEqual([])
    return seen
  } finally {
    await context.close()
  }
}

/** What axe-core finds, a line each, with the element. */
export async function findFaults(page: Page): Promise<string[]> {
  // Not as a script of the page, which its policy would refuse.
  await page.evaluate(axe)
  const { violations } = await page.evaluate<AxeResults>(
    `axe.run(document, { runOnly: ${JSON.stringify(TAGS)} })`,
  )
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary = '' }) => `${id}: ${html} ${failureSummary}`),
  )
}

/** How far a reader would have to scroll sideways, in CSS pixels. */
export const sideways = (page: Page): Promise<number> =>
  page.evaluate<number>('document.scrollingElement.scrollWidth - innerWidth')
