import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { expect, test } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { anIo, aWorkspace, FINISHED } from './make.ts'

async function build(argv: string[], response = FINISHED) {
  const root = aWorkspace({ letter: response })
  const io = anIo({ cwd: root })
  const code = await main(['build', ...argv], io)
  expect([code, io.err]).toEqual([0, expect.stringContaining('1 letter built')])
  const read = (name: string) => readFileSync(join(root, 'output/letter', name))
  const pdf = new Uint8Array(read('letter.pdf'))
  const opened = await getDocument({ data: pdf.slice(), verbosity: 0 }).promise
  const attached = (await opened.getAttachments()) as Record<
    string,
    { content: Uint8Array; description: string }
  > | null
  return { root, read, pdf, attached: attached ?? {} }
}
const latin1 = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')

test('with --attach-source the letter can be made again from its own PDF', async () => {
  const { read, attached } = await build(['--attach-source'])
  expect(Object.keys(attached)).toEqual(['response.yaml'])
  const { content, description } = attached['response.yaml']!
  expect(description).toContain('An inspection of Northshire Police')
  const again = await build([], Buffer.from(content).toString())
  expect(again.read('letter.html').equals(read('letter.html'))).toBe(true)
})

test('it is PDF/A-3 then, and PDF/A-2 with no file in it otherwise', async () => {
  const { pdf } = await build(['--attach-source'])
  expect(latin1(pdf)).toContain('<pdfaid:part>3</pdfaid:part>')
  // What the letter was made from (ISO 19005-3, 6.8).
  expect(latin1(pdf)).toMatch(/\/AFRelationship\s*\/Source\b/)
  const plain = await build([])
  expect(latin1(plain.pdf)).toContain('<pdfaid:part>2</pdfaid:part>')
  expect(plain.attached).toEqual({})
})

test('comments of the YAML, notes and what is withheld do not travel', async () => {
  const secret = 'an informant'
  const { attached } = await build(
    ['--attach-source'],
    `${FINISHED}chief_officer: { introduction: The force agrees. }\n`.replace(
      '        update: Supervisors now review each investigation.',
      `        update: We heard of it from ${secret}. # ${secret}\n        withheld: { reason: It names ${secret}., public: Answered in private. }\n        notes: Ask ${secret}.`,
    ),
  )
  const text = Buffer.from(attached['response.yaml']!.content).toString()
  expect(text).toContain('Answered in private.')
  expect(text).not.toContain(secret)
})

test('the same letter is the same bytes, its source in it', async () => {
  const one = await build(['--attach-source', '--today', '2024-03-01'])
  const other = await build(['--attach-source', '--today', '2025-06-30'])
  expect(Buffer.compare(one.pdf, other.pdf)).toBe(0)
})
