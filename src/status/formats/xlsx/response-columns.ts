import { NAMES } from '../../../model/item-names.ts'
import type { ItemKind } from '../../../model/response.ts'
import { KINDS } from '../../make-standing.ts'
import type { ItemState, Standing } from '../../standing.ts'
import { day, number, text, titleOf, type Column } from '../columns.ts'

const STATES: readonly [ItemState, header: string][] = [
  ['done', 'Done'],
  ['no action', 'No action'],
  ['closed', 'Closed'],
  ['raised again', 'Raised again'],
  ['not ours', 'Not ours'],
  ['practice', 'Practices'],
]

/** What is needed on paper. */
export const PRINTED_RESPONSE_COLUMNS: readonly Column<Standing>[] = [
  text('Response', 22, ({ name }) => name, 'The name of its folder'),
  text('Report', 34, titleOf),
  text('Force', 18, ({ office }) => office.force),
  day('Report published', 11, ({ published }) => published, 'Day 1 of the 56'),
  day(
    'Last lawful day',
    11,
    ({ clock }) => clock?.last_day,
    'Day 56: Police Act 1996, section 55(5A)',
  ),
  number(
    'Days left',
    8,
    daysLeftOf,
    'To the last lawful day, until the response is published: below 0 it is late',
  ),
  text(
    'The 56 days',
    11,
    clockOf,
    'running or late; met or missed, once the response is published; unknown, while the day of the report is; no duty, where section 55 does not bind or another response answers',
  ),
  text('Stage', 14, ({ stage }) => stage, 'How far it is on its way out: see above'),
  number(
    'Answered',
    10,
    figureOf(standing => sumOf(standing, 'answered')),
  ),
  number(
    'Answers due',
    9,
    figureOf(standing => sumOf(standing, 'due')),
    'Items that an answer is due to',
  ),
  number('Errors', 8, ({ errors }) => errors, 'What s55 check finds'),
  number(
    'Open items',
    8,
    figureOf(({ counts }) => counts.open),
  ),
  number(
    'Overdue items',
    9,
    figureOf(({ overdue }) => overdue),
    'Open items with a day that is past',
  ),
  day('Next date', 11, ({ next }) => next?.day, 'The first that is not past'),
  text('What is next', 28, ({ next }) => next?.what),
]

export const RESPONSE_COLUMNS: readonly Column<Standing>[] = [
  ...PRINTED_RESPONSE_COLUMNS,
  number(
    'Day of the 56',
    9,
    ({ clock }) => clock?.day_number,
    'The number of today, or of the day on which the response was published',
  ),
  ...KINDS.flatMap(kind => [
    number(`${many(kind)} answered`, 14, answeredOf(kind, 'answered')),
    number(`${many(kind)} due`, 14, answeredOf(kind, 'due'), 'Those that an answer is due to'),
  ]),
  ...STATES.map(([state, header]) =>
    number(
      header,
      10,
      figureOf(({ counts }) => counts[state]),
      'Items by their state: see above',
    ),
  ),
  text('Kind of report', 14, ({ kind }) => kind),
  text('Inspectorate', 18, ({ inspectorates }) => inspectorates.join(', ')),
  text('Office', 32, ({ office }) => office.name),
  day('Chief officer asked', 11, ({ invited }) => invited, 'Police Act 1996, section 55(4)'),
  day('Comments due before', 11, ({ due }) => due, "The chief officer's"),
  day('Comments received', 11, ({ received }) => received, "The chief officer's"),
  day('Letter dated', 11, ({ letter_date }) => letter_date),
  day('Response published', 11, ({ response_published }) => response_published),
  day('Copies sent', 11, ({ sent }) => sent, 'Police Act 1996, section 55(6)'),
  text(
    'Answered by',
    18,
    ({ covered_by }) => covered_by,
    'Another response, which answers the same findings',
  ),
  text('Page of the report', 30, ({ url }) => url),
  text('Page of the response', 30, ({ response_url }) => response_url),
  text('File', 34, ({ file }) => file),
]

/** Of what cannot be read nothing is known, and a 0 would say that there is none. */
function figureOf(valueOf: (standing: Standing) => number): Column<Standing>['valueOf'] {
  return standing => (standing.stage === 'unreadable' ? undefined : valueOf(standing))
}

const sumOf = ({ answered }: Standing, key: 'answered' | 'due'): number =>
  answered.reduce((total, kind) => total + kind[key], 0)

function answeredOf(kind: ItemKind, key: 'answered' | 'due'): Column<Standing>['valueOf'] {
  return figureOf(({ answered }) => answered.find(one => one.kind === kind)?.[key] ?? 0)
}

function many(kind: ItemKind): string {
  const [, name] = NAMES[kind]
  return name.charAt(0).toUpperCase() + name.slice(1)
}

/** After publication nothing is left: `days_left` then tells what was. */
function daysLeftOf({ clock }: Standing): number | undefined {
  return clock?.state === 'running' || clock?.state === 'late' ? clock.days_left : undefined
}

function clockOf({ stage, clock }: Standing): string | undefined {
  return stage === 'unreadable' ? undefined : (clock?.state ?? 'no duty')
}
