import ICAL from 'ical.js'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { writeIcs } from '../../src/status/formats/ics.ts'
import type { Standing } from '../../src/status/standing.ts'
import { aRecommendation, aSection, type Keys } from '../makers.ts'
import { A_WITHHELD_ITEM, anOverview, aStanding, aStandingWith } from './overview.ts'

type ReadEvent = {
  day: string
  isWholeDay: boolean
  uid: string
  summary: string
  description: string
  category: string
  stamp: string
  isTransparent: boolean
  /** Days before the event's, and the hour. */
  alarms: string[]
}

const read = (ics: string): ICAL.Component => new ICAL.Component(ICAL.parse(ics) as unknown[])

const eventsOf = (ics: string): ReadEvent[] =>
  read(ics)
    .getAllSubcomponents('vevent')
    .map(component => {
      const text = (name: string): string => String(component.getFirstPropertyValue(name))
      const start = component.getFirstPropertyValue('dtstart') as ICAL.Time
      return {
        day: start.toString(),
        isWholeDay: start.isDate,
        uid: text('uid'),
        summary: text('summary'),
        description: text('description'),
        category: text('categories'),
        stamp: text('dtstamp'),
        isTransparent: text('transp') === 'TRANSPARENT',
        alarms: component.getAllSubcomponents('valarm').map(alarm => {
          const at = start.clone()
          at.isDate = false
          at.addDuration(alarm.getFirstPropertyValue('trigger') as ICAL.Duration)
          return `${String(alarm.getFirstPropertyValue('action'))} ${at.toString()}`
        }),
      }
    })

const calendarOf = (...standings: Standing[]): string => writeIcs(anOverview(standings))
/** The days of a response with this recommendation, without its own last day. */
const daysWith = async (item: Keys): Promise<ReadEvent[]> =>
  eventsOf(calendarOf(await aStandingWith(item))).filter(
    ({ category }) => category !== 'Last day to publish',
  )

describe('status as a calendar', () => {
  test('the last lawful day rings two weeks, a week and a day before, at nine', async () => {
    expect(eventsOf(calendarOf(await aStanding()))).toEqual([
      {
        day: '2024-03-05',
        isWholeDay: true,
        uid: 'northshire-2024-last-day@section55',
        summary: 'northshire-2024: Last day to publish the response',
        description:
          'Northshire Police: an inspection\n' +
          'Police Act 1996, section 55(5A): 56 days beginning with 10 January 2024, when the report was published\n' +
          'responses/northshire-2019/response.yaml',
        category: 'Last day to publish',
        stamp: '2024-02-01T00:00:00Z',
        isTransparent: true,
        alarms: [
          'DISPLAY 2024-02-20T09:00:00',
          'DISPLAY 2024-02-27T09:00:00',
          'DISPLAY 2024-03-04T09:00:00',
        ],
      },
    ])
  })

  test('the date set for the chief officer rings a week and a day before', async () => {
    const standing = await aStanding({ chief_officer: { due: '2024-02-20' } })
    expect(eventsOf(calendarOf(standing))[0]).toMatchObject({
      day: '2024-02-20',
      summary: "northshire-2024: The Chief Constable's comments are due before this day",
      category: 'Chief officer',
      alarms: ['DISPLAY 2024-02-13T09:00:00', 'DISPLAY 2024-02-19T09:00:00'],
    })
  })

  test('deadlines and dates of the force ring four weeks and a week before', async () => {
    const days = await daysWith({
      number: '3',
      title: 'Visits',
      deadline: 'by 31 December 2024',
      target: '2024-02-29',
    })
    expect(
      days.map(({ day, summary, category, alarms }) => [day, summary, category, alarms]),
    ).toEqual([
      [
        '2024-02-29',
        "northshire-2024: The force's own date for Recommendation 3",
        "Force's own date",
        ['DISPLAY 2024-02-01T09:00:00', 'DISPLAY 2024-02-22T09:00:00'],
      ],
      [
        '2024-12-31',
        'northshire-2024: Deadline of Recommendation 3',
        'Deadline',
        ['DISPLAY 2024-12-03T09:00:00', 'DISPLAY 2024-12-24T09:00:00'],
      ],
    ])
    expect(days[0]!.description).toMatch(
      /^Northshire Police: an inspection\nVisits\nRecord each visit\.\nresponses\/northshire-2019\/response\.yaml, line \d+$/,
    )
  })

  test("the body's own actions are there, each under a name of its own", async () => {
    const actions = [
      'I pay for two supervisors.',
      'I pay for two supervisors.',
      'I ask each month.',
    ]
    const standing = await aStanding({
      actions: actions.map(text => ({ text, by: '2024-06-30' })),
    })
    const days = eventsOf(calendarOf(standing)).filter(one => one.category === "Body's own action")
    expect(days.map(({ summary }) => summary)).toContain(
      "northshire-2024: The body's own action: I ask each month.",
    )
    expect(new Set(days.map(({ uid }) => uid)).size).toBe(3)
  })

  test('a past day stays where it was, and does not ring', async () => {
    const [day] = await daysWith({ target: '2024-01-15' })
    expect(day).toMatchObject({ day: '2024-01-15', alarms: [] })
  })

  test('an alarm that is past is left out', async () => {
    const [day] = await daysWith({ target: '2024-02-10' })
    expect(day!.alarms).toEqual(['DISPLAY 2024-02-03T09:00:00'])
  })

  test('a day that is moved keeps its name', async () => {
    const [one] = await daysWith({ target: '2024-06-01' })
    const [other] = await daysWith({ target: '2024-07-01', deadline: 'by March 2025' })
    expect(one!.uid).toBe(other!.uid)
    expect(one!.uid).toMatch(/^northshire-2024-target-[a-z0-9.-]+@section55$/)
  })

  test('two workspaces with a response of the same name have days of different names', async () => {
    const one = await aStanding({}, { root: '/one' })
    const other = await aStanding({}, { root: '/other' })
    expect(eventsOf(calendarOf(one, other)).map(({ uid }) => uid)).toEqual([
      'northshire-2024-last-day@section55',
      'northshire-2024-last-day-2@section55',
    ])
  })

  test.each([
    'a;b,c\\d:e"f',
    'BEGIN:VEVENT',
    '\\n is no line, nor is \\N',
    '<b>=1+1</b> {{ x }} $1 $& %0A',
    'Zoë – “café” 🚓👩‍👩‍👧',
  ])('%s comes back as it was typed', async typed => {
    const standing = await aStandingWith({ target: '2024-06-01' })
    standing.items[0]!.words = typed
    standing.title = typed
    const day = eventsOf(calendarOf(standing)).at(-1)!
    expect(day.description.split('\n').slice(0, 2)).toEqual([typed, typed])
  })

  test('a typed line break makes no line of the file', async () => {
    const standing = await aStandingWith({ target: '2024-06-01' })
    standing.title = 'x\r\nEND:VEVENT\r\nATTACH:http://evil.example\u2028y\u0085z'
    const ics = calendarOf(standing)
    expect(eventsOf(ics)).toHaveLength(2)
    expect(ics).not.toMatch(/^ATTACH/m)
    expect(eventsOf(ics)[0]!.description).toMatch(
      /^x END:VEVENT ATTACH:http:\/\/evil\.example y\ufffdz\n/,
    )
  })

  test('control characters and half letters are shown as one sign', async () => {
    const standing = { ...(await aStanding()), title: 'a\u0000b\u001bc\ud800d' }
    expect(eventsOf(calendarOf(standing))[0]!.description).toMatch(/^a\ufffdb\ufffdc\ufffdd\n/)
  })

  test('no line has more than 75 octets, and no letter is cut', async () => {
    for (const letter of ['a', 'é', '–', '🚓', ';', 'a🚓'])
      for (let before = 0; before < 6; before++) {
        const title = 'x'.repeat(before) + letter.repeat(100)
        const ics = calendarOf({ ...(await aStanding()), title })
        const lengths = ics.split('\r\n').map(line => Buffer.byteLength(line))
        expect(Math.max(...lengths)).toBeLessThanOrEqual(75)
        // Half of a letter has no UTF-8.
        expect(Buffer.from(ics).toString()).toBe(ics)
        expect(eventsOf(ics)[0]!.description.startsWith(`${title}\n`)).toBe(true)
      }
  })

  test('lines end as the standard asks, the last one too', async () => {
    const ics = calendarOf(await aStanding())
    expect(ics.endsWith('END:VCALENDAR\r\n')).toBe(true)
    expect(ics.replace(/\r\n/g, '')).not.toMatch(/[\r\n]/)
  })

  test('alarms stand behind all that is said of the day', async () => {
    const ics = calendarOf(await aStandingWith({ target: '2024-06-01' }))
    expect(ics).not.toMatch(/END:VALARM\r\n(?!BEGIN:VALARM|END:VEVENT)/)
    expect(ics.match(/BEGIN:VALARM/g)).toHaveLength(5)
  })

  test('nothing of a withheld item but the words of the report', async () => {
    const ics = calendarOf(await aStandingWith(A_WITHHELD_ITEM)).replace(/\r\n /g, '')
    expect(ics).toContain('Do what cannot be told.')
    expect(ics).not.toContain('PRIVATE')
  })

  test('what is done has no days', async () => {
    expect(await daysWith({ target: '2024-06-01', status: 'complete' })).toEqual([])
  })

  test('without responses it is a calendar without days', () => {
    const calendar = read(writeIcs(anOverview([])))
    expect(calendar.getFirstPropertyValue('version')).toBe('2.0')
    expect(calendar.getAllSubcomponents()).toEqual([])
  })

  test('the same input has the same bytes at another hour and in another zone', async () => {
    const zone = process.env['TZ']
    onTestFinished(() => {
      vi.useRealTimers()
      if (zone === undefined) delete process.env['TZ']
      else process.env['TZ'] = zone
    })
    const items = [aRecommendation({ target: '2024-06-01' }), aRecommendation({})]
    const standing = await aStanding({ sections: [aSection({ items })] })
    const once = calendarOf(standing)
    vi.useFakeTimers({ now: Date.UTC(2031, 5, 3, 22, 1), toFake: ['Date'] })
    process.env['TZ'] = 'Pacific/Kiritimati'
    expect(calendarOf(standing)).toBe(once)
  })
})
