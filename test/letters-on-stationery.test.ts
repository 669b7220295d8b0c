import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { workspaceFiles } from '../src/cli/workspace-files.ts'
import type { Block } from '../src/document/tree.ts'
import { readInspectionResponse } from '../src/model/read-workspace.ts'
import { renderDocx } from '../src/render/docx.ts'
import { composeReading } from './compose.ts'
import { wordsIn, words, wordsOfTree } from './words.ts'

const CASES = '../shared/cases'
const letters = [
  ['.', 'northshire-peel-2025'],
  ['.', 'northshire-custody-2026'],
  [CASES, 'warwickshire-2019'],
] as const
const stationery = ['northshire-word', 'northshire-word-libreoffice']

/** From the salutation on, a letter's words are its own, whatever it is written on. */
const fromSalutation = (blocks: Block[]): Block[] =>
  blocks.slice(blocks.findIndex(block => block.type === 'paragraph' && block.role === 'salutation'))

describe.each(letters)('%s/responses/%s', (root, name) => {
  const isThere = existsSync(`${root}/responses/${name}`)
  const only = isThere ? test : test.skip
  const why = isThere ? '' : ` (skipped: no ${root} here)`

  only.each(stationery)(
    `has the same words on %s, and its head once${why}`,
    async file => {
      const files = workspaceFiles(root)
      const reading = await readInspectionResponse(files, name, { today: '2026-11-20' })
      const { letters } = await composeReading(reading, files)
      const { tree, look } = letters[0]!
      const docx = readFileSync(`test/stationery/${file}.docx`)
      const bytes = await renderDocx(tree, { ...look, stationery: { docx } })
      const found = await wordsIn({ name: '', format: 'docx', bytes, seconds: 0 })
      const own = words(fromSalutation(tree.children).map(wordsOfTree).join(''))
      expect(own.length).toBeGreaterThan(1500)
      expect(found.slice(-own.length)).toEqual(own)
      const head = found.slice(0, -own.length).join(' ')
      const { our_ref, your_ref, date, addressee, email } = tree.fields
      for (const value of [our_ref, your_ref, date, addressee, email].flatMap(lines =>
        lines.slice(0, 1),
      ))
        expect(head.split(words(value).join(' ')).length, value).toBe(2)
      expect(head).not.toContain('{{')
    },
    30_000,
  )
})
