import { beforeAll, describe, expect, test } from 'vitest'
import type { Drawable } from '../../src/cli/build-letter.ts'
import type { Statement } from '../../src/verify/statement.ts'
import { verifyLetter } from '../../src/verify/verify-letter.ts'
import { everyLetter, withoutCases } from '../conformance/letters.ts'
import { specimenLook, specimenTree } from '../specimen-tree.ts'
import { draw } from './make.ts'

const verify = async ({ tree, look }: Drawable): Promise<Statement[]> =>
  verifyLetter(await draw(tree, look), look, tree)

describe(`every statement is kept of each letter${withoutCases}`, () => {
  test.each(everyLetter)('$name', { timeout: 60_000 }, async ({ compose }) => {
    for (const letter of await compose()) {
      const statements = await verify(letter)
      expect(statements.filter(({ isKept }) => !isKept)).toEqual([])
      expect(new Set(statements.map(({ about }) => about))).toEqual(
        new Set([
          ...['document', 'language', 'headings', 'pictures'],
          ...['links', 'tables', 'fonts', 'colours'],
        ]),
      )
    }
  })
})

describe('what is said of one of everything', () => {
  let said: string[]
  beforeAll(async () => {
    const letter = { tree: specimenTree(), look: specimenLook(), name: 'letter' }
    said = (await verify(letter)).map(({ says }) => says)
  })

  test.each([
    'Word, PDF and page have the title “Draft: Northshire Police – Integrated PEEL Assessment 2025/26”.',
    'The PDF declares that it can be read aloud (PDF/UA-1) and kept in archives (PDF/A-2a).',
    'The page has one main part, and its first link leads a keyboard there.',
    'Word, PDF and page say that they are in English (en-GB).',
    '10 headings under one title, the same in Word, PDF and page, and no level is left out.',
    'The PDF has a bookmark for each heading: 10 of 10.',
    'Every picture has words for who cannot see it: 1 of 1 in Word, PDF and page (“Signature of Rowan Aldercott”). One more only decorates, and nothing is read out for it.',
    'Every link has words that say where it leads, and leads to an address or a place that is there: 5 in Word, 5 in the PDF, 9 on the page.',
    'Every table names its columns in its first row: 1 of 1 in Word, PDF and page.',
    'Every font of the PDF is in the file itself: Arimo-Bold, Arimo-Regular, Arimo-Italic, NotoSansSymbols2-Regular.',
    'Word and page ask for Arial; the PDF is drawn with Arimo, whose letters are as wide, so that lines break alike.',
    'Your colour #1d4f5f is 8.9 to 1 on white, and words need 4.5 to 1: headings and links are printed in it.',
    'The palest words in Word, PDF and page are 7.0 to 1.',
  ])('%s', words => {
    expect(said).toContain(words)
  })

  test('and nothing else', () => {
    expect(said).toHaveLength(13)
  })
})
