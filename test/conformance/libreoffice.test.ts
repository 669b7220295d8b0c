import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, onTestFinished } from 'vitest'
import { renderDocx } from '../../src/render/docx.ts'
import { libreOffice, runTool, testWith, whySkipped } from '../tool.ts'
import { wordsIn } from '../words.ts'
import { everyLetter, withoutCases } from './letters.ts'

const tool = libreOffice()

/** What LibreOffice reads in some Word files, each as plain text. */
function readAll(folder: string, files: readonly string[]): string[] {
  // A profile of its own, so that no other run of it is in the way.
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, 'profile')).href}`
  const asText = ['--convert-to', 'txt:Text (encoded):UTF8', '--outdir', folder]
  runTool(tool.path!, [profile, '--headless', ...asText, ...files])
  return files.map(file => readFileSync(file.replace(/docx$/, 'txt'), 'utf8'))
}

/** Marks of lists are not words of the letter, in either: bullets, dashes, "1." */
const withoutMarks = (words: readonly string[]): string[] =>
  words.filter(word => !/^(?:[•◦▪–·-]|\d+\.|\ufeff)$/.test(word))

testWith(tool)(
  `LibreOffice opens every letter and finds the same words in the same order${withoutCases}${whySkipped(tool)}`,
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 's55-letters-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const [files, expected]: [string[], string[][]] = [[], []]
    for (const { name, compose } of everyLetter)
      for (const { tree, look, name: letter } of await compose()) {
        const bytes = await renderDocx(tree, look)
        const file = join(folder, `${name.replaceAll(' ', '-')}.${letter}.docx`)
        writeFileSync(file, bytes)
        files.push(file)
        expected.push(await wordsIn({ name: letter, format: 'docx', bytes, seconds: 0 }))
      }
    expect(files.length).toBeGreaterThan(4)
    for (const [n, text] of readAll(folder, files).entries()) {
      const found = text
        .replace(/\u200b/g, '')
        .replace(/(?<=\S[-–—/])\s+/g, '')
        .split(/[\s\u00a0]+/)
      expect(withoutMarks(found.filter(Boolean)), files[n]).toEqual(withoutMarks(expected[n]!))
    }
  },
  120_000,
)
