import { describe, expect, test } from 'vitest'
import { bytesOf } from '../../src/fix/draft.ts'
import { ID } from '../../src/fix/ids.ts'
import { aResponse, OFFICE, RESPONSE } from '../makers.ts'
import { expectNothingToMend, mend, mendAll, readIn, SECTIONS, START } from './make.ts'

const BROKEN = `${START}  published: 27/09/2019  \nletter:\n\tsubject: A: b\n`
const encode = (text: string) => new TextEncoder().encode(text)

async function bytesAfter(bytes: Uint8Array): Promise<Buffer> {
  const { mended } = await mendAll({ [RESPONSE]: bytes })
  return Buffer.from(bytesOf(mended.get(RESPONSE)!))
}

describe('a file keeps', () => {
  const after = `${START}  published: 2019-09-27\nletter:\n  subject: "A: b"\n`

  test('the line ends of Windows, in new lines too', async () => {
    const toWindows = (text: string) => text.replaceAll('\n', '\r\n')
    expect(await mend(toWindows(BROKEN))).toBe(toWindows(after))
    const yaml = 'sections:\n  - title: A \n    items:\n      - practice: |\n          B\n'
    const mended =
      'sections:\n  - title: A\n    id: a\n    items:\n      - id: a.p1\n        practice: |\n          B\n'
    expect(await mend(toWindows(START + yaml))).toBe(toWindows(START + mended))
  })

  test('its byte order mark', async () => {
    expect(await bytesAfter(encode(`\ufeff${BROKEN}`))).toEqual(Buffer.from(`\ufeff${after}`))
  })

  test('its letters, and an end without a line end', async () => {
    const before = BROKEN.replace('A: b', 'Café: “ŵ” 😀').trimEnd()
    const expected = after.replace('A: b', 'Café: “ŵ” 😀').trimEnd()
    expect(await bytesAfter(encode(before))).toEqual(Buffer.from(expected))
  })

  test('its comments, its order and its empty lines', async () => {
    const yaml = (day: string) =>
      `# First.\n\nreport: # Second.\n\n  # Third.\n  published: ${day} # Fourth.\n\n\n  title: A\noffice: northshire\n`
    expect(await mend(yaml('27/09/2019'))).toBe(yaml('2019-09-27'))
  })
})

describe('a file that cannot be read is left, and said to be', () => {
  test.each([
    [
      'with marks of a merge',
      BROKEN.replace('letter', '<<<<<<< HEAD\nletter') + '=======\n>>>>>>> theirs\n',
      'Unexpected marks of a merge conflict, expected one of the two versions',
    ],
    [
      'of two documents',
      `${START}  published: 27/09/2019 \n---\n${START}`,
      'Unexpected second document, expected one in a file',
    ],
    [
      'of tabs alone',
      '\t\t\n\t\n',
      'Missing content, expected `key: value` lines; the file is empty',
    ],
    [
      'with an alias of nothing',
      `${START}  published: 27/09/2019 \ncomments: *nothing\n`,
      'Unexpected * at the start of a value, expected words',
    ],
    [
      'that nests without end',
      `${START}  published: 27/09/2019 \nnotes: ${'['.repeat(100_000)}\n`,
      'Unexpected depth, expected at most 60 levels of lists and keys in each other',
    ],
    [
      'in another encoding',
      Buffer.from(BROKEN.replace('A: b', 'Café: b'), 'latin1'),
      'Unexpected character that is not UTF-8, expected a file saved as UTF-8',
    ],
    [
      'in UTF-16',
      Buffer.from(`\ufeff${BROKEN}`, 'utf16le'),
      'Unexpected UTF-16 file, expected UTF-8',
    ],
    ['that is no text', Buffer.from('PK\u0003\u0004'), /^Unexpected data that is no text/],
  ] as const)('%s', async (_title, content, message) => {
    const { mended, left } = await mendAll({ [RESPONSE]: content })
    expect(left).toEqual([message instanceof RegExp ? expect.stringMatching(message) : message])
    expect([...mended.values()].filter(({ path }) => path === RESPONSE)).toEqual([])
  })

  test('one that is too large', async () => {
    const yaml = `${START}  published: 27/09/2019\ncomments: |\n${'  words\n'.repeat(1_400_000)}`
    const { mended, left } = await mendAll({ [RESPONSE]: yaml })
    expect(left).toEqual(['Unexpected file of 11 MB, expected at most 10 MB'])
    expect(mended.size).toBe(0)
  })

  test('but what it breaks on in other lines is mended, and what is in other files', async () => {
    const { text, left } = await mendAll({
      [RESPONSE]: `${START}  published: 27/09/2019\nletter:\n\tsubject: A: b\n\tcopies: [A\n${SECTIONS}`,
      'section55.yaml': 'placeholders: [to follow] \n',
    })
    expect(await text(RESPONSE)).toContain('  subject: "A: b"\n  copies: [A\n')
    // Its values say nothing sure.
    expect(await text(RESPONSE)).toContain('27/09/2019')
    expect(await text('section55.yaml')).toBe('placeholders: [to follow]\n')
    expect(left).toHaveLength(1)
  })
})

test('a long file is mended before anybody tires of waiting', { timeout: 20_000 }, async () => {
  const lines = Array.from({ length: 5000 }, (_, n) => `\t- title: A: ${n}\n\t  grade: “good”  \n`)
  const { draft, left } = await mendAll({ [RESPONSE]: `${START}sections:\n${lines.join('')}` })
  expect(left).toEqual([])
  const { responses } = await readIn(draft)
  expect(responses[0]!.sections[4999]!.title.value).toBe('A: 4999')
})

test('what would grow too large to be read is not written', async () => {
  const { draft, mended } = await mendAll({ [RESPONSE]: 'a'.repeat(10 * 1024 * 1024 - 1) })
  expect(await draft.edit(RESPONSE, ID, [{ start: 0, end: 0, text: 'é' }])).toBe(false)
  expect(mended.size).toBe(0)
  expect(await draft.edit(RESPONSE, ID, [{ start: 0, end: 0, text: 'e' }])).toBe(true)
})

describe('parts', () => {
  const RESPONSE_WITH_PARTS = `${START}sections:\n  - file: one.yaml\n  - file: two/*.yaml\n`
  const FOLDER = 'responses/northshire-2019'

  test('of a file that was broken are mended as well', async () => {
    const { draft, text } = await mendAll({
      [RESPONSE]: RESPONSE_WITH_PARTS.replace('title: An', 'title: An: '),
      [`${FOLDER}/one.yaml`]: 'title: A: b\nsections:\n\t- file: deep/three.yaml\n',
      [`${FOLDER}/two/a.yaml`]: '- title: C \n',
      [`${FOLDER}/deep/three.yaml`]: 'title: D\nitems:\n- practice: E\n  target: 1/2/2020\n',
    })
    expect(await text(`${FOLDER}/one.yaml`)).toBe(
      'title: "A: b"\nid: a-b\nsections:\n  - file: deep/three.yaml\n',
    )
    expect(await text(`${FOLDER}/two/a.yaml`)).toBe('- title: C\n  id: c\n')
    expect(await text(`${FOLDER}/deep/three.yaml`)).toBe(
      'title: D\nid: a-b.1\nitems:\n- practice: E\n  id: a-b.1.p1\n  target: 2020-02-01\n',
    )
    await expectNothingToMend(draft)
  })

  test('that are named twice, or lie elsewhere, get no ids, for they have several places', async () => {
    const twice = await mendAll({
      [RESPONSE]: RESPONSE_WITH_PARTS.replace('two/*', 'one'),
      [`${FOLDER}/one.yaml`]: 'title: A \n',
    })
    expect(await twice.text(`${FOLDER}/one.yaml`)).toBe('title: A\n')
    const elsewhere = await mendAll({
      [RESPONSE]: `${START}sections:\n  - file: ../common/one.yaml\n`,
      'responses/common/one.yaml': 'title: A \n',
    })
    expect(await elsewhere.text('responses/common/one.yaml')).toBe('title: A\n')
  })

  test('keep their numbers while one of them is missing', async () => {
    const { text, left } = await mendAll({
      [RESPONSE]: `${START}sections:\n  - title: A \n    sections:\n      - file: gone.yaml\n      - title: B\n`,
    })
    expect(await text(RESPONSE)).not.toContain('id:')
    expect(left).toEqual([])
  })
})

test('the saved report is not ours to mend', async () => {
  const path = 'responses/northshire-2019/report.txt'
  const { mended } = await mendAll({
    [RESPONSE]: `${START}  copy: report.txt\n`,
    [path]: 'title: A  \npublished: 27/09/2019  \n',
  })
  expect([...mended.keys()]).toEqual([])
})

test('a response of which nothing is to be mended is not touched', async () => {
  const { mended } = await mendAll({
    [RESPONSE]: aResponse({ sections: undefined }),
    [OFFICE]: undefined,
  })
  expect(mended.size).toBe(0)
})
