import { describe, expect, test } from 'vitest'
import { aRecommendation, aResponse, aSection, RESPONSE, read, readValid, say } from '../makers.ts'

const folder = 'responses/northshire-2019'
const withPart = (file: string) => ({ sections: [{ file }] })
const lastLine = (yaml: string) => yaml.trimEnd().split('\n').length

test('a part holds a section, and its values know their own file', async () => {
  const files = {
    [RESPONSE]: aResponse(withPart('sections/one.yaml')),
    [`${folder}/sections/one.yaml`]: aSection({ title: 'One' }),
  }
  const reading = await read(files)
  expect(reading.problems).toEqual([])
  expect(reading.responses[0]!.sections[0]!.title.value).toBe('One')
  expect(reading.place(['sections', 0, 'title'])).toEqual({
    file: `${folder}/sections/one.yaml`,
    start: { line: 1, column: 8 },
    end: { line: 1, column: 11 },
  })
  expect(reading.files).toContain(`${folder}/sections/one.yaml`)
})

test('paths count the entries of all parts, in the order of their names', async () => {
  const response = await readValid(
    { sections: [aSection({ title: 'First' }), { file: 'sections/*.yaml' }] },
    {
      [`${folder}/sections/b.yaml`]: aSection({ title: 'B' }),
      [`${folder}/sections/a.yaml`]: '- title: A1\n- title: A2\n',
    },
  )
  expect(response.sections.map(({ title }) => title.value)).toEqual(['First', 'A1', 'A2', 'B'])
  expect(response.sections[3]!.at).toEqual(['sections', 3])
})

test('a part may name parts, from its own folder', async () => {
  const response = await readValid(withPart('sections/one.yaml'), {
    [`${folder}/sections/one.yaml`]: { title: 'One', items: [{ file: 'items/r.yaml' }] },
    [`${folder}/sections/items/r.yaml`]: aRecommendation(),
  })
  expect(response.sections[0]!.items).toHaveLength(1)
})

describe('a part that cannot be followed is told at the line that names it', () => {
  test.each([
    [
      'missing.yaml',
      `missing-file: Missing file ${folder}/missing.yaml, expected it in the workspace`,
    ],
    ['none/*.yaml', `missing-file: Missing file ${folder}/none/*.yaml, expected at least one`],
    [
      '../../../secret.yaml',
      'part: Unexpected path out of the workspace, expected a file in the workspace',
    ],
    [
      '/etc/passwd',
      'part: Unexpected path from the root of a drive, expected a path from the folder of this file',
    ],
    [
      'C:\\a.yaml',
      'part: Unexpected path from the root of a drive, expected a path from the folder of this file',
    ],
    ['sections\\a.yaml', 'part: Unexpected backslash in a path, expected forward slashes'],
  ])('%s', async (file, problem) => {
    const yaml = aResponse(withPart(file))
    const reading = await read({ [RESPONSE]: yaml })
    expect(say(reading)).toEqual([`${lastLine(yaml)}:11 ${problem}`])
    expect(reading.responses).toEqual([])
  })
})

test('a part that names itself by another is refused', async () => {
  const reading = await read({
    [RESPONSE]: aResponse(withPart('a.yaml')),
    [`${folder}/a.yaml`]: '- file: b.yaml\n',
    [`${folder}/b.yaml`]: '- file: a.yaml\n',
  })
  expect(say(reading)).toEqual([
    `${folder}/b.yaml:1:9 part: Unexpected part that holds itself (${folder}/a.yaml, which names ${folder}/b.yaml, which names ${folder}/a.yaml), expected another`,
  ])
})

test('a part with broken marks is told once, and the rest is still checked', async () => {
  const reading = await read({
    [RESPONSE]: aResponse({ ...withPart('a.yaml'), letter: { layuot: 'letter' } }),
    [`${folder}/a.yaml`]: 'title: "open\nitems:\n  - nonsense: x\n',
  })
  expect(say(reading).map(line => line.replace(/^.*?(\w[\w-]*): .*/, '$1'))).toHaveLength(2)
  expect(reading.problems.map(({ rule }) => rule)).toEqual(['unknown-key', 'yaml'])
})
