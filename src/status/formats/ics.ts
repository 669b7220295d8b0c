import ical, { ICalAlarmType, ICalEvent, ICalEventTransparency } from 'ical-generator'
import type { ICalCalendar } from 'ical-generator'
import { longDate } from '../../calendar.ts'
import { addDays } from '../../model/day.ts'
import type { Day } from '../../model/response.ts'
import { storable } from '../../reporters/printable.ts'
import type { DatedEvent, ItemStanding, Overview, Standing } from '../standing.ts'

type EventKind = DatedEvent['kind']

const CATEGORIES: Record<EventKind, string> = {
  'last day': 'Last day to publish',
  'chief officer': 'Chief officer',
  deadline: 'Deadline',
  target: "Force's own date",
  action: "Body's own action",
}

/** Days before, at nine in the morning. */
const ALARMS: Record<EventKind, readonly number[]> = {
  'last day': [14, 7, 1],
  'chief officer': [7, 1],
  deadline: [28, 7],
  target: [28, 7],
  action: [28, 7],
}

const HOUR = 3600
const DAY = 24 * HOUR

/** A calendar of every day that somebody should know of; past ones stay where they were. */
export function writeIcs({ today, responses }: Overview): string {
  const calendar = ical({
    name: 'Section 55: days to keep',
    prodId: { company: 'section55', product: 'status', language: 'EN' },
  })
  const uids = new Set<string>()
  const events = responses.flatMap(standing =>
    standing.events.map(event => {
      const id = addUid(standing, event, uids)
      return makeEvent({ calendar, standing, event, id, today })
    }),
  )
  const [head, end] = calendar.toString().split(/(?=END:VCALENDAR)/) as [string, string]
  // The package's own folding makes an encoder for every letter: 12 seconds for 15,000 days.
  return [head, ...events.map(event => foldLines(orderParts(event.toString()))), end, '\r\n'].join(
    '',
  )
}

/** RFC 5545, 3.6.1: alarms stand behind all that is said of the day itself. The package puts some before. */
const orderParts = (event: string): string =>
  event.replace(/((?:BEGIN:VALARM\r\n[^]*?END:VALARM\r\n)+)([^]*)(?=END:VEVENT)/, '$2$1')

type EventParts = {
  calendar: ICalCalendar
  standing: Standing
  event: DatedEvent
  id: string
  today: Day
}

function makeEvent({ calendar, standing, event, id, today }: EventParts): ICalEvent {
  const { day, kind, what } = event
  return new ICalEvent(
    {
      id,
      // The same calendar has the same bytes: what is looked up of a clock would change them.
      stamp: `${today}T00:00:00Z`,
      start: `${day}T00:00:00Z`,
      allDay: true,
      summary: toLine(`${standing.name}: ${what}`),
      description: describe(standing, event),
      categories: [{ name: CATEGORIES[kind] }],
      // Nobody is busy by a deadline.
      transparency: ICalEventTransparency.TRANSPARENT,
      alarms: ALARMS[kind]
        // Outlook rings for what is long past.
        .filter(days => addDays(day, -days) >= today)
        .map(days => ({ type: ICalAlarmType.display, trigger: days * DAY - 9 * HOUR })),
    },
    calendar,
  )
}

/** On one line, of whole letters. */
const toLine = (typed: string): string => storable(typed.replace(/\s+/g, ' ').trim())

function describe(standing: Standing, event: DatedEvent): string {
  const item = standing.items.find(({ id }) => id === event.item)
  const { file, line } = item?.place ?? { file: standing.file }
  return [standing.title, ...sayWhy(standing, event, item), line ? `${file}, line ${line}` : file]
    .map(toLine)
    .join('\n')
}

function sayWhy(
  { published }: Standing,
  { kind }: DatedEvent,
  item: ItemStanding | undefined,
): string[] {
  if (item) return [...(item.title === undefined ? [] : [item.title]), item.words]
  if (kind === 'last day' && published !== undefined)
    return [
      `Police Act 1996, section 55(5A): 56 days beginning with ${longDate(published)}, when the report was published`,
    ]
  if (kind === 'chief officer')
    return ['Police Act 1996, section 55(4): comments on the report, submitted before this day']
  return []
}

/** The same day has the same name next year, so that a calendar read again moves it and does not double it. */
function addUid({ name }: Standing, { kind, item, what }: DatedEvent, uids: Set<string>): string {
  const base = [name, kind, item ?? (kind === 'action' ? what : '')]
    .filter(part => part !== '')
    .map(toName)
    .join('-')
  let uid = base
  for (let count = 2; uids.has(uid); count++) uid = `${base}-${count}`
  uids.add(uid)
  return `${uid}@section55`
}

/** Of letters that need no escape in a calendar. */
const toName = (part: string): string =>
  encodeURIComponent(toLine(part).toLowerCase().replace(/ /g, '-'))

/** RFC 5545, 3.1: no line of more than 75 octets; a letter is never cut. */
const MOST_OCTETS = 75

function foldLines(lines: string): string {
  return lines.split('\r\n').map(foldLine).join('\r\n')
}

function foldLine(line: string): string {
  if (line.length * 3 <= MOST_OCTETS) return line
  let folded = ''
  let octets = 0
  for (const letter of line) {
    const size = octetsOf(letter)
    if (octets + size > MOST_OCTETS) {
      folded += '\r\n '
      octets = 1
    }
    folded += letter
    octets += size
  }
  return folded
}

/** In UTF-8. */
function octetsOf(letter: string): number {
  const code = letter.codePointAt(0)!
  return code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
}
