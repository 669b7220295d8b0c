import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { elements, readDocx, wordsOf } from '../render/docx/read-docx.ts'
import { aWordFile } from '../stationery/make-word.ts'
import { anIo, aWorkspace, FINISHED, OFFICE, UNFINISHED } from './make.ts'

/** Word's comments in the letter of a response: what each says, and the words it stands beside. */
async function build(
  response: string,
  argv = ['build', '--comments'],
  files: Record<string, string | Uint8Array> = {},
) {
  const root = aWorkspace({ letter: response }, files)
  const io = anIo({ cwd: root })
  await main(argv, io)
  const bytes = readFileSync(join(root, 'output/letter/letter.docx'))
  const docx = readDocx(bytes)
  const hasComments = docx.paths.includes('word/comments.xml')
  const said = (hasComments ? elements(docx.xml('word/comments.xml'), 'w:comment') : []).map(
    comment => wordsOf(comment).trim(),
  )
  const beside = elements(docx.xml('word/document.xml'), 'w:commentRangeStart').map(start =>
    wordsOf(start.parentNode!).trim(),
  )
  return { bytes, docx, io, said, beside, comments: said.map((words, n) => [words, beside[n]]) }
}
const aDraft = (from: string, to: string) =>
  FINISHED.replace('status: final', 'status: draft').replace(from, to)

test('what is missing stands beside the gap that waits for it, with the day of the 56', async () => {
  const { comments } = await build(
    aDraft('\n        update: Supervisors now review each investigation.', ''),
  )
  expect(comments).toContainEqual([
    'The recommendation: no update from the Chief Constable. Day 23 of 56.',
    "Chief Constable's response: [Awaiting the Chief Constable's update]",
  ])
})

test('the date of a letter that has none is missed where it will stand', async () => {
  const { comments } = await build(aDraft('  date: 2024-02-20\n', ''))
  expect(comments).toContainEqual([
    'Missing date of the letter, expected a date such as 2019-11-21. Day 23 of 56.',
    '[Date of the letter]',
  ])
})

test('what is wrong with some words stands beside those words', async () => {
  const { comments } = await build(aDraft('each investigation.', 'each each investigation.'))
  expect(comments).toContainEqual([
    expect.stringMatching(/^Unexpected "each each".* Day 23 of 56\.$/),
    expect.stringContaining('Supervisors now review each each investigation.'),
  ])
})

test('what is about no words of the letter stands beside its title', async () => {
  const { comments } = await build(aDraft('  published: 2024-01-10', '  published: 2023-06-01'))
  expect(comments).toContainEqual([
    'Unexpected letter of 20 February 2024, expected 26 July 2023 or earlier. 190 days past the last day.',
    'Draft: Response under section 55 of the Police Act 1996: An inspection of Northshire Police',
  ])
})

test('once the response is published no day is told', async () => {
  const { said } = await build(
    `${aDraft('each investigation.', 'each each investigation.')}publication: { published: 2024-02-21 }\n`,
  )
  expect(said).not.toEqual([])
  expect(said.join()).not.toContain('Day')
})

test('a final letter has no comments, and that is said', async () => {
  const { docx, io } = await build(FINISHED)
  expect(docx.paths).not.toContain('word/comments.xml')
  expect(docx.textOf('word/document.xml')).not.toContain('w:comment')
  expect(io.err).toContain('letter is final: its DOCX has no comments.')
})

test('without --comments a draft has none', async () => {
  const { docx, io } = await build(UNFINISHED, ['build'])
  expect(docx.paths).not.toContain('word/comments.xml')
  expect(io.err).not.toContain('comments')
})

test('comments are dated by what they say alone, so that the same draft is the same bytes', async () => {
  const { bytes, docx } = await build(UNFINISHED)
  expect(docx.textOf('word/comments.xml')).not.toContain('w:date')
  expect(Buffer.compare(bytes, (await build(UNFINISHED)).bytes)).toBe(0)
})

test('what is withheld or noted is in no comment', async () => {
  const secret = 'the informant'
  const { bytes, docx } = await build(
    aDraft(
      '        update: Supervisors now review each investigation.',
      `        update: We hide hide ${secret}.\n        withheld: { reason: It names ${secret}., public: Answered in private. }\n        notes: TODO ${secret}`,
    ),
  )
  expect(bytes.length).toBeGreaterThan(0)
  for (const path of docx.paths) expect(docx.textOf(path)).not.toContain(secret)
})

test('on the office’s own stationery a draft has the same comments', async () => {
  const office = OFFICE.replace('letterhead:', 'letterhead:\n  docx: letterhead.docx')
  const draft = aDraft('\n        update: Supervisors now review each investigation.', '')
  const { docx, said, beside } = await build(draft, ['build', '--comments'], {
    'templates/northshire/office.yaml': office,
    'templates/northshire/letterhead.docx': aWordFile(),
  })
  const plain = await build(draft)
  expect([...said].sort()).toEqual([...plain.said].sort())
  expect(beside).toContain("Chief Constable's response: [Awaiting the Chief Constable's update]")
  expect(docx.textOf('[Content_Types].xml')).toContain('/word/comments.xml')
  expect(docx.textOf('word/styles.xml')).toContain('annotation text')
})

test('what is found several times at one place is said once', async () => {
  const { comments } = await build(
    aDraft('each investigation.', 'each each investigation and each each week.'),
  )
  const doubled = comments.filter(([words]) => words?.startsWith('Unexpected "each each"'))
  expect(doubled).toHaveLength(1)
})
