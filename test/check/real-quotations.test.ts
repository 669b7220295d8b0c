import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readQuotations } from '../../src/check/quotations/quotations.ts'
import { checkReading } from '../../src/check/run.ts'
import { readInspectionResponse } from '../../src/model/read-workspace.ts'
import { workspaceFiles } from '../../src/cli/workspace-files.ts'
import type { WorkspaceFiles } from '../../src/source/workspace-files.ts'

const CASES = resolve('../shared/cases')
const NAME = 'warwickshire-2019'
const FILE = `responses/${NAME}/response.yaml`
const isThere = existsSync(CASES)
const title = isThere
  ? 'the letter of Warwickshire beside the pages of its report'
  : 'the letter of Warwickshire beside its report (skipped: ../shared/cases is absent)'
const RULES = ['quotation-differs', 'quotation-not-found', 'item-of-report-missing']

describe.skipIf(!isThere)(title, () => {
  test('has 14 of its items there', async () => {
    const { reading } = await read()
    const [response] = reading.responses
    const { found } = readQuotations({ ...response!, copies: reading.copies })!
    expect(found.size).toBe(14)
  })

  test('quotes them as they stand, and leaves none out', async () => {
    expect((await read()).told).toEqual([])
  })

  test('is told word by word where it quotes otherwise, with the line of the report', async () => {
    const { told } = await read(text =>
      text.replace('does not have the capacity', 'lacks the capacity'),
    )
    expect(told).toEqual([
      expect.objectContaining({
        rule: 'quotation-differs',
        message: expect.stringMatching(
          /^Unexpected "lacks" in .*, expected "does not have" as the report has it$/,
        ) as string,
        related: [
          expect.objectContaining({
            place: expect.objectContaining({ file: `responses/${NAME}/report.txt` }) as object,
          }),
        ],
      }),
    ])
  })

  test('is told which item of the report it leaves out', async () => {
    const { told } = await read(text => withoutEntry(text, /^ +- recommendation: \|\n/m))
    const missing = told.filter(({ rule }) => rule === 'item-of-report-missing')
    expect(missing.map(({ message }) => message)).toEqual([
      expect.stringMatching(
        /^Missing recommendation ".+" of the report, expected it among the items$/,
      ),
    ])
  })
})

async function read(change: (text: string) => string = text => text) {
  const files = workspaceFiles(CASES)
  const before = readFileSync(resolve(CASES, FILE), 'utf8')
  const after = change(before)
  const changed: WorkspaceFiles = {
    ...files,
    read: path =>
      path === FILE
        ? Promise.resolve({ bytes: new TextEncoder().encode(after) })
        : files.read(path),
  }
  const options = { today: '2019-11-21', environment: {} }
  const reading = await readInspectionResponse(changed, NAME, options)
  expect(reading.problems).toEqual([])
  const { all } = checkReading(reading, { today: '2019-11-21' })
  return { reading, told: all.filter(({ rule }) => RULES.includes(rule)) }
}

/** Without the entry that begins there, up to the next of its list. */
function withoutEntry(text: string, begins: RegExp): string {
  const { 0: first, index } = begins.exec(text)!
  const dash = first.indexOf('-')
  const next = new RegExp(`^ {0,${dash}}\\S`, 'gm')
  next.lastIndex = index + first.length
  return text.slice(0, index) + text.slice(next.exec(text)!.index)
}
