import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished } from 'vitest'
import { renderHtml } from '../../src/render/html.ts'
import { java, runTool, testWith, vnu, whySkipped } from '../tool.ts'
import { everyLetter, withoutCases } from './letters.ts'

const tools = [java(), vnu()]

/**
 * It takes every image that a page holds itself for one that "img-src data:" forbids, and any other policy
 * with it. Browsers show them (CSP 3, 6.7.2.8), as the test beside this one sees.
 */
const MISTAKEN =
  '.*Content Security Policy.*image “data:image/(?:png|jpeg|svg\\+xml);.* blocked by “img-src” directive.*'

/** What the Nu Html Checker says of some pages: errors, and what it warns of. */
function findFaults(files: readonly string[]): string[] {
  const [run, jar] = tools.map(({ path }) => path!) as [string, string]
  // It speaks on its error stream alone, and ends with 1 where it found something.
  const options = ['--format', 'gnu', '--exit-zero-always', '--filterpattern', MISTAKEN]
  const said = runTool(run, ['-jar', jar, ...options, ...files])
  return said.split('\n').filter(Boolean)
}

testWith(...tools)(
  `the Nu Html Checker finds no error and nothing to warn of on any page${withoutCases}${whySkipped(...tools)}`,
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 's55-pages-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const files: string[] = []
    for (const { name, compose } of everyLetter)
      for (const { tree, look, name: letter } of await compose()) {
        const file = join(folder, `${name.replaceAll(' ', '-')}.${letter}.html`)
        writeFileSync(file, await renderHtml(tree, look))
        files.push(file)
      }
    expect(files.length).toBeGreaterThan(4)
    // That it looks at all: this page lacks its title.
    const faulty = join(folder, 'faulty.html')
    writeFileSync(faulty, '<!DOCTYPE html><html lang="en-GB"><p>Words.</p></html>')
    const faults = findFaults([...files, faulty])
    expect(faults.filter(line => line.includes('faulty.html'))).not.toEqual([])
    expect(faults.filter(line => !line.includes('faulty.html'))).toEqual([])
  },
  120_000,
)
