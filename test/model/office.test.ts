import { describe, expect, test } from 'vitest'
import { anOffice, aResponse, OFFICE, read, readValid, RESPONSE, say, TODAY } from '../makers.ts'

type Keys = Record<string, unknown>
const withOffice = (office: Keys, response: Keys = {}) =>
  readValid(response, { [OFFICE]: anOffice(office) })
const HOLDERS = [
  { name: 'Avery Holt', from: '2016-05-12', to: '2021-05-12' },
  { name: 'Jo Penn', from: '2021-05-13' },
]

test('the letter’s date picks who held the post, and today where it has none', async () => {
  const before = await withOffice({ holders: HOLDERS }, { letter: { date: '2021-05-12' } })
  const after = await withOffice({ holders: HOLDERS }, { letter: { date: '2021-05-13' } })
  const now = await withOffice({ holders: HOLDERS }, { letter: { date: undefined } })
  expect([before, after, now].map(({ letter }) => letter.signatory!.name)).toEqual([
    'Avery Holt',
    'Jo Penn',
    'Avery Holt',
  ])
  expect(TODAY < '2021').toBe(true)
})

test('a deputy signs on behalf of the holder', async () => {
  const { letter } = await withOffice(
    { deputies: [{ name: 'Sam Reed', title: 'Deputy Police and Crime Commissioner' }] },
    { letter: { signed_by: 'Sam Reed' } },
  )
  expect(letter.signatory).toEqual({
    at: ['deputies', 0],
    name: 'Sam Reed',
    titles: ['Deputy Police and Crime Commissioner'],
    on_behalf_of: 'Avery Holt',
  })
})

test('who signs must be known to the office', async () => {
  const reading = await read({ [RESPONSE]: aResponse({ letter: { signed_by: 'Avery Hlt' } }) })
  expect(reading.problems).toMatchObject([
    {
      rule: 'reference',
      message: 'Unexpected signed_by "Avery Hlt", expected Avery Holt',
      hint: 'Did you mean Avery Holt?',
    },
  ])
})

test.each([
  [{}, 'Chief Constable'],
  [{ force: 'Metropolitan Police Service' }, 'Commissioner'],
])('without an entry for the chief officer, the head of %j is a %s', async (keys, title) => {
  const { chief_officer } = await withOffice({ ...keys, chief_officers: undefined })
  expect(chief_officer.title).toBe(title)
})

describe('the address book', () => {
  test('knows posts and no persons', async () => {
    const { letter } = await readValid({
      letter: { to: ['home-secretary', 'home-office', 'hmicfrs'] },
    })
    expect(letter.to.map(({ lines, email, receives }) => [lines[0], email, receives])).toEqual([
      ['The Home Secretary', undefined, ['secretary of state']],
      ['Home Office', 'section55responses@homeoffice.gov.uk', ['secretary of state']],
      ['HMICFRS', undefined, ['inspectorate']],
    ])
  })

  test('takes the entry of the letter’s date', async () => {
    const entry = (name: string, from: string) => ({ lines: [name, 'Home Secretary'], from })
    const addressees = {
      'home-secretary': [
        { ...entry('A', '2019-07-24'), to: '2022-09-06' },
        entry('B', '2022-09-07'),
      ],
    }
    const { letter } = await withOffice({ addressees }, { letter: { date: '2022-09-07' } })
    expect(letter.to[0]!.lines[0]).toBe('B')
  })

  test('reads from the lines which of the copies it is', async () => {
    const addressees = { both: { lines: ['HMICFRS and Home Office'], salutation: 'Dear both,' } }
    const { letter } = await withOffice({ addressees }, { letter: { to: ['both'] } })
    expect(letter.to[0]).toMatchObject({
      salutation: 'Dear both',
      receives: ['inspectorate', 'secretary of state'],
    })
  })

  test('says which names it has', async () => {
    const reading = await read({ [RESPONSE]: aResponse({ letter: { to: ['home-sekretary'] } }) })
    expect(reading.problems[0]).toMatchObject({
      message:
        'Unexpected addressee home-sekretary, expected home-secretary, home-office or hmicfrs',
      hint: 'Did you mean home-secretary?',
    })
  })
})

test.each([
  ['Dear Home Secretary,', 'Dear Home Secretary', 'Yours sincerely'],
  ['Dear Sir or Madam', 'Dear Sir or Madam', 'Yours faithfully'],
  ['Dear colleagues', 'Dear colleagues', 'Yours faithfully'],
  ['Dear Inspector / Minister', 'Dear Inspector / Minister', 'Yours faithfully'],
  ['Dear Ms Sirrell', 'Dear Ms Sirrell', 'Yours sincerely'],
])('a letter that begins "%s" ends "%s", %s', async (salutation, shown, signOff) => {
  const { letter } = await readValid({ letter: { salutation } })
  expect([letter.salutation, letter.is_formal]).toEqual([shown, signOff === 'Yours faithfully'])
})

test('a sign-off loses the comma that the template has', async () => {
  const { letter } = await readValid({ letter: { sign_off: 'Best wishes,' } })
  expect(letter.sign_off).toBe('Best wishes')
})

test('the letterhead has looks without being told any', async () => {
  const { office } = await withOffice({ letterhead: undefined, short: undefined })
  expect(office.letterhead.look).toEqual({
    font: 'Arial',
    colour: '#26374a',
    margins: { top: 25, bottom: 24, left: 34, right: 34 },
    stationery: {},
  })
  expect(office.short).toBe(office.office)
})

test.each([
  ['Arial', 34],
  ['Calibri', 40],
  ['Times New Roman', 40],
])('a line of %s holds about 70 characters', async (font, side) => {
  const { office } = await withOffice({ letterhead: { font } })
  expect(office.letterhead.look.margins).toMatchObject({ left: side, right: side })
})

test('the first page may begin lower than the others', async () => {
  const margins = { first_top: '48mm' }
  const { problems, responses } = await read({ [OFFICE]: anOffice({ letterhead: { margins } }) })
  expect(problems).toEqual([])
  expect(responses[0]?.office.letterhead.look.margins).toMatchObject({ top: 25, first_top: 48 })
})

test('a font of the office’s own needs its files', async () => {
  const reading = await read({ [OFFICE]: anOffice({ letterhead: { font: 'Gill Sans' } }) })
  expect(reading.problems.map(({ message }) => message)).toEqual([
    'Unexpected font Gill Sans without its files, expected Arial, Calibri or Times New Roman',
  ])
})

test('the office’s own stationery is a file of its folder', async () => {
  const own = anOffice({ letterhead: { docx: 'letterhead.docx', pdf: 'letterhead.pdf' } })
  const reading = await read({ [OFFICE]: own, 'templates/northshire/letterhead.docx': 'PK' })
  expect(reading.problems).toMatchObject([
    { rule: 'missing-file', severity: 'error', place: { file: OFFICE } },
  ])
  expect(reading.problems[0]?.message).toContain('templates/northshire/letterhead.pdf')
  expect(reading.responses[0]?.office.letterhead.look.stationery).toEqual({
    docx: 'templates/northshire/letterhead.docx',
  })
})

describe('a signature', () => {
  const office = (signature: string) => ({
    [OFFICE]: anOffice({ holders: [{ name: 'Avery Holt', signature }] }),
  })

  test('whose variable is unset leaves room for a pen', async () => {
    const reading = await read(office('${S55_SIGNATURE}'))
    expect(reading.problems).toEqual([])
    expect(reading.unsetSignatures).toEqual([
      { at: ['holders', 0, 'signature'], variable: 'S55_SIGNATURE', name: 'Avery Holt' },
    ])
  })

  test('whose file is missing is an error that does not tell a private folder', async () => {
    const environment = { S55_SIGNATURE: '/home/avery/private.png' }
    const reading = await read(office('${S55_SIGNATURE}'), { environment })
    expect(say(reading)).toEqual([
      `${OFFICE}:9:16 missing-file: Missing file that \${S55_SIGNATURE} names, expected it there`,
    ])
  })

  test('that is no picture is refused', async () => {
    const files = {
      ...office('signature.png'),
      'templates/northshire/signature.png': 'not a picture',
    }
    const reading = await read(files)
    expect(reading.problems.map(({ rule }) => rule)).toEqual(['picture'])
  })
})

test('the saved report must be where the response says', async () => {
  const reading = await read({ [RESPONSE]: aResponse({ report: { copy: 'report.txt' } }) })
  expect(reading.problems.map(({ rule }) => rule)).toEqual(['missing-file'])
})
