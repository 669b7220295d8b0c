import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { anIo } from './make.ts'

const CASES = resolve('../shared/cases')
const isThere = existsSync(CASES)
const title = isThere ? 'the real letters' : 'the real letters (skipped: ../shared/cases is absent)'

describe.skipIf(!isThere)(title, () => {
  test('the letter of Warwickshire, of day 56, has no error', async () => {
    const { code, problems } = await check('warwickshire-2019', '2019-11-21')
    expect(code).toBe(0)
    expect(rulesOf(problems)).toEqual([
      ['last-day-is-near', 'warning'],
      ['not-explained-by-the-body', 'warning'],
    ])
  })

  test('a letter of day 56 that was never said to be published is late from day 57 on', async () => {
    const { code, problems } = await check('warwickshire-2019', '2019-11-22')
    expect(code).toBe(0)
    expect(rulesOf(problems)).toEqual([
      ['publish-within-56-days', 'warning'],
      ['not-explained-by-the-body', 'warning'],
    ])
  })

  test('the letter of West Mercia, of day 75, has no error and is called late', async () => {
    const { code, problems } = await check('west-mercia-2019', '2019-12-10')
    expect(code).toBe(0)
    expect(rulesOf(problems)).toEqual([
      ['publish-within-56-days', 'warning'],
      ['not-explained-by-the-body', 'warning'],
      ['missing-signature', 'warning'],
    ])
    expect(problems[0]).toMatchObject({
      message: 'Unexpected letter of 10 December 2019, expected 21 November 2019 or earlier',
      law: 'Police Act 1996, section 55(5A)',
    })
  })

  test('the draft still lacks what it lacks, and nothing else', async () => {
    const { code, problems } = await check('warwickshire-2017-efficiency', '2017-12-01')
    expect(code).toBe(1)
    expect(rulesOf(problems)).toEqual([
      ['missing-comments', 'error'],
      ['missing-chief-officer-comments', 'error'],
      ['chief-officer-not-invited', 'warning'],
      ['missing-publication-date', 'error'],
      ['missing-letter-date', 'error'],
      ['unanswered-area-for-improvement', 'error'],
      ['unanswered-area-for-improvement', 'error'],
    ])
  })
})

const rulesOf = (problems: readonly Told[]) =>
  problems.map(({ rule, severity }) => [rule, severity])

type Told = { rule: string; severity: string; message: string; law: string | null }

async function check(name: string, today: string): Promise<{ code: number; problems: Told[] }> {
  const io = anIo({ cwd: CASES, today })
  const code = await main(['check', '--json', `responses/${name}`], io)
  return { code, problems: JSON.parse(io.out) as Told[] }
}
