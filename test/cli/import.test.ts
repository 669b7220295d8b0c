import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { main } from '../../src/cli/main.ts'
import { anIo, aWorkspace } from './make.ts'

/** A page of an invented report, in the outline of those to 2018/19. */
const PAGE = `Northshire PEEL 2018

Effectiveness

How effectively does the force cut crime?

Last updated 09/09/2019
Good

We have made three recommendations and named one cause of concern.

Questions for Effectiveness

1

How effective is the force at investigating crime?

Requires improvement

Cause of concern

Investigations wait for weeks before anybody looks at them.

Recommendations

To address this cause of concern, we recommend that within nine months the force should:

  • allocate each crime within two days;
  • review each investigation every month; and
  • tell victims what has become of it.

Areas for improvement

  • The force should train its detectives in disclosure.

We set out our detailed findings below.

The force should look at its fleet as well.

2

How effective are the force’s specialist capabilities?

Ungraded

Armed policing

The assessment does not say how quickly officers arrive. It is a shortcoming that we expect the force to address.
`

async function imported(argv: string[], files: Record<string, string | Uint8Array> = {}) {
  const root = aWorkspace({}, { 'responses/.keep': '', 'page.txt': PAGE, ...files })
  const io = anIo({ cwd: root, today: '2026-03-09' })
  const code = await main(['import', ...argv], io)
  const again = async (...args: string[]) => {
    ;[io.out, io.err] = ['', '']
    return main(args, io)
  }
  const read = (path: string) => readFileSync(join(root, path), 'utf8')
  return { root, io, code, again, read }
}

const NAME = 'northshire-peel-2018'
const FILE = `responses/${NAME}/response.yaml`
const rulesIn = (out: string) =>
  [...out.matchAll(/ (?:error|warning) ([a-z-]+)$/gm)].map(one => one[1])

describe('a saved report', () => {
  test('becomes a response in which nothing is left to do but to answer', async () => {
    const { io, code, again, read } = await imported(['page.txt'])
    expect(code).toBe(0)
    expect(io.out).toBe(`Made ${FILE}\nMade responses/${NAME}/report.txt\n`)
    expect(read(`responses/${NAME}/report.txt`)).toBe(PAGE)
    expect(await again('check', `responses/${NAME}`)).toBe(1)
    expect(rulesIn(io.out).sort()).toEqual([
      'chief-officer-not-invited',
      'missing-chief-officer-comments',
      'missing-comments',
      'missing-letter-date',
      'missing-publication-date',
      'missing-signature',
      'unanswered-area-for-improvement',
      'unanswered-cause-of-concern',
      'unanswered-observation',
    ])
    expect(await again('build', `responses/${NAME}`)).toBe(0)
  })

  test('is told of with its counts, and with what was not taken', async () => {
    const { io } = await imported(['page.txt'])
    expect(io.err).toContain('1 cause of concern, 3 recommendations and 1 area for improvement')
    expect(io.err).toContain(
      '“We have made three recommendations and named one cause of concern.” (as',
    )
    expect(io.err).toContain('page.txt:38\n    The force should look at its fleet as well.')
    expect(io.err).toContain('1 observation made from prose')
    expect(io.err.split('\n').every(line => line.length <= 80)).toBe(true)
  })

  test('writes the report’s own counts, where they are those that were found', async () => {
    const { read } = await imported(['page.txt'])
    expect(read(FILE)).toMatch(/expects:\n(?: {4}.*\n)*? {4}recommendations: 3\n/)
  })

  test('says what was found beside the report’s own counts, however long their sentence', async () => {
    const { io } = await imported(['page.txt'], {
      'page.txt': PAGE.replace(
        'We have made three recommendations and named one cause of concern.',
        'In this report, which follows from what we saw in spring and from what people in every part of Northshire told us then, we have made three recommendations and named two causes of concern.',
      ),
    })
    expect(io.err.replace(/\s+/g, ' ')).toContain('…” (found: 1 cause of concern)')
  })

  test('says which day it does not say', async () => {
    const { read } = await imported(['page.txt'])
    expect(read(FILE)).toContain('Last updated 09/09/2019')
    expect(read(FILE)).toContain('published: TODO')
    const { read: known } = await imported(['page.txt', '--published', '2019-09-27'])
    expect(known(FILE)).toContain('published: 2019-09-27')
  })

  test('may be in the folder of its response already', async () => {
    const path = 'responses/2019-peel/saved page.txt'
    const { io, code, read } = await imported([path], { [path]: PAGE })
    expect(code).toBe(0)
    expect(io.out).toBe('Made responses/2019-peel/response.yaml\n')
    expect(read('responses/2019-peel/response.yaml')).toContain('copy: saved page.txt')
  })

  test('of several pages is one response, and each page is kept', async () => {
    const other = PAGE.replace('Effectiveness', 'Efficiency')
      .replace('How effectively does the force cut crime?', 'How efficiently does the force work?')
      .replace('Questions for Effectiveness', 'Questions for Efficiency')
      .replaceAll('How effective ', 'How efficient ')
      .replace('train its detectives in disclosure', 'know what its services cost')
    const { io, read, root } = await imported(['page.txt', 'two.txt'], { 'two.txt': other })
    expect(io.err).toContain('Effectiveness: good')
    expect(io.err).toContain('Efficiency: good')
    expect(read(FILE)).toContain('copy: [report-1.txt, report-2.txt]')
    expect(readdirSync(join(root, `responses/${NAME}`))).toEqual(
      expect.arrayContaining(['report-1.txt', 'report-2.txt']),
    )
  })

  test('is shown and not written with --dry-run', async () => {
    const { io, code, root } = await imported(['page.txt', '--dry-run'])
    expect(code).toBe(0)
    expect(io.out).toContain(`Would make ${FILE}\n`)
    expect(existsSync(join(root, `responses/${NAME}`))).toBe(false)
  })

  test('is data for programs with --json', async () => {
    const { io } = await imported(['page.txt', '--json'])
    const told = JSON.parse(io.out) as {
      report: { counts: object; passed: object[] }
    }
    expect(told).toMatchObject({ written: true, made: [FILE, `responses/${NAME}/report.txt`] })
    expect(told.report.counts).toMatchObject({ recommendation: 3, observation: 1 })
    expect(told.report.passed).toEqual([expect.objectContaining({ file: 'page.txt', line: 38 })])
    expect(io.err).toBe('')
  })
})

describe('what is not understood', () => {
  const LOST = PAGE.replace('Areas for improvement\n', '')

  test('is said with its line, stands in the file, and makes the exit code 1', async () => {
    const { io, code, read } = await imported(['page.txt'], { 'page.txt': LOST })
    expect(code).toBe(1)
    expect(io.err).toContain('Not understood here (1):\n  page.txt:33\n')
    expect(io.err).toContain('The force should train its detectives in disclosure.')
    expect(read(FILE)).toContain('disclosure')
    expect(read(FILE)).not.toContain('area_for_improvement:')
  })

  test('at all is not written: nothing is invented', async () => {
    const { io, code, root } = await imported(['a.txt'], { 'a.txt': 'Dear Sir\n\nThank you.\n' })
    expect(code).toBe(1)
    expect(io.err).toContain('Nothing was written.')
    expect(readdirSync(join(root, 'responses'))).toEqual(['.keep'])
  })
})

describe('a report that is imported again', () => {
  const answer = (text: string) =>
    text.replace(
      /(review each investigation every month; and\n +update: \|\n)/,
      '$1                  Sergeants do so since May.\n',
    )

  async function answered(change: (page: string) => string) {
    const made = await imported(['page.txt'])
    const { root, again, read } = made
    const { writeFileSync } = await import('node:fs')
    writeFileSync(join(root, FILE), answer(read(FILE)))
    expect(read(FILE)).toContain('Sergeants do so since May.')
    writeFileSync(join(root, 'page.txt'), change(PAGE))
    return { ...made, code: await again('import', 'page.txt') }
  }

  test('as it was changes nothing', async () => {
    const { io, code, read } = await answered(page => page)
    expect(code).toBe(0)
    expect(io.out).toBe('Nothing to change\n')
    expect(read(FILE)).toContain('Sergeants do so since May.')
  })

  test('with corrected words has them, and every answer stays with its item', async () => {
    const { io, read } = await answered(page =>
      page
        .replace('  • allocate each crime within two days;\n', '')
        .replace('every month', 'each month'),
    )
    expect(read(FILE)).toMatch(
      /review each investigation each month; and\n +update: \|\n +Sergeants do so since May\./,
    )
    expect(io.out).toMatch(/^[-] .*every month/m)
    expect(io.out).toMatch(/^[+] .*each month/m)
    // It may have been answered: only who knows deletes it.
    expect(read(FILE)).toContain('allocate each crime within two days;')
    expect(io.out.replace(/\s+/g, ' ')).toContain('not in the report any more: kept, and marked')
    expect(read(`responses/${NAME}/report.txt`)).toContain('each month')
  })

  test('one page of several takes the place of that page alone', async () => {
    const other = PAGE.replace('Effectiveness', 'Efficiency')
      .replace('How effectively does the force cut crime?', 'How efficiently does the force work?')
      .replace('Questions for Effectiveness', 'Questions for Efficiency')
      .replaceAll('How effective ', 'How efficient ')
      .replace('train its detectives in disclosure', 'know what its services cost')
    const { again, root, read, io } = await imported(['page.txt', 'two.txt'], { 'two.txt': other })
    const { writeFileSync } = await import('node:fs')
    writeFileSync(join(root, 'two.txt'), other.replace('know what', 'know exactly what'))
    expect(await again('import', 'two.txt', '--name', NAME)).toBe(0)
    expect(io.out).toContain(`Made responses/${NAME}/report-2.txt`)
    expect(read(FILE)).toContain('copy: [report-1.txt, report-2.txt]')
    expect(read(`responses/${NAME}/report-2.txt`)).toContain('know exactly what')
    expect(read(`responses/${NAME}/report-1.txt`)).toBe(PAGE)
    expect(io.out).not.toContain('not in the report any more')
  })

  test('shows first what it would do', async () => {
    const { again, root, read, io } = await imported(['page.txt'])
    const { writeFileSync } = await import('node:fs')
    writeFileSync(join(root, 'page.txt'), PAGE.replace('every month', 'each month'))
    const before = read(FILE)
    expect(await again('import', 'page.txt', '--dry-run')).toBe(0)
    expect(io.out).toContain(`Would change ${FILE}`)
    expect(read(FILE)).toBe(before)
  })

  test('never shows what is for the office alone', async () => {
    const { again, root, read, io } = await imported(['page.txt'])
    const { writeFileSync } = await import('node:fs')
    const secret = read(FILE).replace(
      /( +)(update: \|\n)/,
      '$1notes: Ask about PRIVATE matters\n$1withheld: { reason: PRIVATE too, public: Withheld. }\n$1$2',
    )
    writeFileSync(join(root, FILE), secret)
    writeFileSync(join(root, 'page.txt'), PAGE.replace('Investigations wait', 'Inquiries wait'))
    await again('import', 'page.txt')
    expect(io.out).toContain('Inquiries wait')
    expect(io.out + io.err).not.toContain('PRIVATE')
  })

  test('into a response that cannot be read says where, and writes nothing', async () => {
    const { again, root, io } = await imported(['page.txt'])
    const { writeFileSync } = await import('node:fs')
    writeFileSync(join(root, FILE), 'office: [\n')
    expect(await again('import', 'page.txt')).toBe(2)
    expect(io.err).toContain(`${FILE}:`)
    expect(readFileSync(join(root, FILE), 'utf8')).toBe('office: [\n')
  })
})

describe('a letter after a revisit', () => {
  const LETTER = `Northshire Police: PEEL causes of concern revisit letter

Published on: 24 June 2020

Cause of concern

Investigations wait for weeks before anybody looks at them.

Recommendations

To address this cause of concern, we recommend that within nine months the force should:

  • allocate each crime within two days; and
  • tell victims what has become of it.

The force now allocates crimes in a day. We have closed this cause of concern.
`

  test('says what is closed, and in which response it was answered', async () => {
    const { again, root, read, io } = await imported(['page.txt'])
    const { writeFileSync } = await import('node:fs')
    writeFileSync(join(root, 'letter.txt'), LETTER)
    expect(await again('import', 'letter.txt', '--name', 'revisit')).toBe(0)
    expect(io.err).toContain(`3 of them were answered in ${NAME}.`)
    const text = read('responses/revisit/response.yaml')
    expect(text).toContain(`# Answered before, in ${NAME}: effectiveness.1.c1\n`)
    expect(text.match(/inspectorate_status: complete/g)).toHaveLength(3)
    expect(text).toContain('published: 2020-06-24')
  })
})

describe('the office’s own tracker', () => {
  const TRACKER = `Rec text,Type,Area,Force update,RAG,Due
The force should train its detectives in disclosure.,AFI,Effectiveness,All are trained.,Green,31/03/2026
tell victims what has become of it.,Recommendation,Effectiveness,We write to them.,Amber,
`
  const SCALE = `statuses:
  - { word: GREEN, colour: "#00703c", done: true }
  - { word: AMBER, colour: "#b35900" }
`

  test('is shown column by column, and becomes items with their answers', async () => {
    const argv = ['t.csv', '--name', 'tracked', '--map', 'Rec text=recommendation']
    const { io, code, read, again } = await imported(argv, {
      't.csv': TRACKER,
      'section55.yaml': SCALE,
    })
    expect(code).toBe(0)
    expect(io.err).toMatch(/^ {2}Force update +update +“All are trained.”$/m)
    const text = read('responses/tracked/response.yaml')
    expect(text).toContain('status: GREEN')
    expect(text).toMatch(/update: \|\n +All are trained\./)
    expect(text).not.toContain('copy:')
    await again('check', 'responses/tracked')
    expect(rulesIn(io.out)).not.toContain('unreadable-deadline')
    expect(rulesIn(io.out)).not.toContain('unknown-status')
  })

  test('fills what is empty in a response that is there, and leaves what is typed', async () => {
    const { again, root, read, io } = await imported(['page.txt'], { 't.csv': TRACKER })
    const { writeFileSync } = await import('node:fs')
    const typed = read(FILE).replace(
      /(tell victims what has become of it\.\n +update: \|\n)/,
      '$1                  We telephone them.\n',
    )
    writeFileSync(join(root, FILE), typed)
    expect(await again('import', 't.csv', '--name', NAME)).toBe(0)
    expect(read(FILE)).toContain('All are trained.')
    expect(read(FILE)).toContain('We telephone them.')
    expect(read(FILE)).not.toContain('We write to them.')
    expect(io.out.replace(/\s+/g, ' ')).toContain('update differs from the source: left as typed')
    expect(read(FILE)).toContain('copy: report.txt')
  })

  test('stands alone', async () => {
    const { io, code } = await imported(['t.csv', 'page.txt'], { 't.csv': TRACKER })
    expect(code).toBe(2)
    expect(io.err).toContain('Unexpected file beside t.csv')
  })
})

describe('what cannot be imported', () => {
  const refusals: [string, string[], Record<string, string | Uint8Array>, string][] = [
    ['a file that is not there', ['gone.html'], {}, 'Missing file gone.html'],
    ['a folder', ['responses'], {}, 'Unexpected folder responses'],
    [
      'a file of another kind',
      ['a.exe'],
      { 'a.exe': 'MZ' },
      'a.exe: Unexpected file ending in .exe',
    ],
    ['a PDF with a false name', ['a.txt'], { 'a.txt': '%PDF-1.7' }, 'a.txt: Unexpected PDF'],
    ['a broken PDF', ['a.pdf'], { 'a.pdf': '%PDF-1.7 x' }, 'cannot be read'],
    ['a broken Word file', ['a.docx'], { 'a.docx': 'PK\u0003\u0004' }, 'a.docx: '],
    ['an address of this machine', ['http://127.0.0.1:1/'], {}, '127.0.0.1'],
    ['an address of a file', ['file:///etc/passwd'], {}, 'file:'],
    ['columns without a tracker', ['page.txt', '--map', 'a=b'], {}, 'Unexpected --map'],
    ['a name that no folder can have', ['page.txt', '--name', '../x'], {}, 'Unexpected name ../x'],
  ]
  test.each(refusals)('%s is refused in words', async (_, argv, files, message) => {
    const { io, code, root } = await imported(argv, files)
    expect(code).toBe(2)
    expect(io.err).toContain(message)
    expect(readdirSync(join(root, 'responses'))).toEqual(['.keep'])
  })
})
