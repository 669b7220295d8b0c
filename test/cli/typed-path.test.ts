import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { findSameNames } from '../../src/cli/typed-path.ts'
import { aFolder, anIo, FINISHED, OFFICE } from './make.ts'

/** As macOS may write it, and as it is typed. */
const PARTED = 'Ŵyl é'.normalize('NFD')
const TYPED = 'Ŵyl é'.normalize('NFC')

async function run(argv: string[], cwd: string) {
  const io = anIo({ cwd })
  const code = await main(argv, io)
  return { code, out: io.out, err: io.err }
}

describe('a name whose accents are characters of their own', () => {
  const letter = FINISHED.replace('actions:', `  - file: ${TYPED}/part.yaml\nactions:`)
  const aMac = () =>
    aFolder({
      'templates/northshire/office.yaml': OFFICE,
      [`responses/${PARTED}/response.yaml`]: letter,
      [`responses/${PARTED}/${PARTED}/part.yaml`]: '- title: Custody\n  grade: good\n',
    })

  test('is found as it is typed, in a command and in a file', async () => {
    const cwd = aMac()
    expect(await run(['build', '--quiet', `responses/${TYPED}`], cwd)).toMatchObject({
      code: 0,
      err: '',
    })
    expect(readdirSync(join(cwd, 'output'))).toEqual([PARTED])
  })

  test('is found from above its workspace', async () => {
    const cwd = aMac()
    const { code } = await run(['check', join(cwd, 'responses', TYPED, 'response.yaml')], '/')
    expect(code).toBe(0)
  })

  test('gives way to the very name', () => {
    const folder = aFolder({ [`${TYPED}/a`]: '', [`${PARTED}/a`]: '' })
    // Where the disk takes both for one name there is nothing to tell apart.
    if (readdirSync(folder).length === 1) return
    expect(findSameNames(folder, [TYPED, 'a'])).toBe(join(folder, TYPED, 'a'))
    expect(findSameNames(folder, [PARTED, 'a'])).toBe(join(folder, PARTED, 'a'))
    expect(findSameNames(folder, ['none é', 'a'])).toBe(join(folder, 'none é', 'a'))
  })
})

describe.skipIf(process.platform === 'win32')('backslashes where they part nothing', () => {
  test('lead to a suggestion', async () => {
    const cwd = aFolder({
      'templates/northshire/office.yaml': OFFICE,
      'responses/a/response.yaml': FINISHED,
    })
    expect(await run(['check', 'responses\\a'], cwd)).toMatchObject({
      code: 2,
      err: expect.stringContaining('Did you mean responses/a?') as string,
    })
    const init = await run(['init', 'our\\letters'], cwd)
    expect(init.code).toBe(2)
    expect(init.err).toContain(
      'Unexpected folder our\\letters, expected a name that every computer',
    )
  })
})

test('a workspace in a long folder, with spaces and letters of many languages', async () => {
  const folder = [
    'OneDrive – Swyddfa Comisiynydd yr Heddlu a Throseddu Gogledd y Sir',
    'Arolygiadau ac ymatebion o dan adran 55 o Ddeddf yr Heddlu 1996',
    'Ŵyl ŷd, Żółć, Ελληνικά, 警察 & “quotations” (copy #2) 100%',
    'Responses to inspection reports that the Commissioner has published since 2019',
  ].join('/')
  const name = 'custody-2026'
  const root = aFolder({
    [`${folder}/templates/northshire/office.yaml`]: OFFICE,
    [`${folder}/responses/${name}/response.yaml`]: FINISHED,
  })
  const plain = aFolder({
    'templates/northshire/office.yaml': OFFICE,
    [`responses/${name}/response.yaml`]: FINISHED,
  })
  expect(join(root, folder).length).toBeGreaterThan(260)
  for (const cwd of [join(root, folder), plain])
    expect(await run(['build', '--quiet'], cwd)).toMatchObject({ code: 0, err: '' })
})

test('a command to be typed has its path in quotation marks where that needs them', async () => {
  const draft = FINISHED.replace('final', 'draft').replace('Supervisors', 'TODO')
  const cwd = aFolder({
    'templates/northshire/office.yaml': OFFICE,
    'responses/Ŵyl/response.yaml': draft,
    'responses/Ŵyl 2026/response.yaml': draft,
  })
  const { out } = await run(['build'], cwd)
  expect(out).toContain('s55 check responses/Ŵyl shows where.')
  expect(out).toContain('s55 check "responses/Ŵyl 2026" shows where.')
})
