import { longDate } from '../calendar.ts'
import { indentBy, inSingleQuotes, writeValue } from '../edit/yaml-value.ts'
import type { Day } from '../model/response.ts'
import { compare } from '../status/make-overview.ts'
import type { Standing } from '../status/standing.ts'

export type NewPaper = {
  office: string
  meeting: Day
  /** The meeting before. */
  since: Day
  /** Touched since then. */
  responses: readonly Standing[]
  /** Of the paper for the meeting before. */
  title?: string
}

/** Where a frame says that sections and appendices go. */
export const MARKS = { inspections: /^( *)# inspections *$/m, published: /^( *)# published *$/m }

/** The next paper: the frame, a drawn section for each response, and an appendix for what was published. */
export function composeNewPanel(frame: string, paper: NewPaper): string {
  const { office, meeting, since, title } = paper
  const responses = [...paper.responses].sort(
    (one, other) =>
      compare(one.published ?? '9999', other.published ?? '9999') || compare(one.name, other.name),
  )
  const appendices = responses.flatMap(standing => appendicesOf(standing, since, meeting))
  const sections = responses.flatMap(standing => sectionOf(standing, paper))
  const values = {
    office: writeValue(office),
    meeting,
    since,
    ...(title !== undefined && { title: writeValue(title) }),
  }
  return Object.entries(values)
    .reduce((text, [key, value]) => withValue(text, key, value), frame)
    .replaceAll('{since}', () => longDate(since))
    .replaceAll('{meeting}', () => longDate(meeting))
    .replace(MARKS.inspections, (_, indent: string) => linesAt(indent, sections))
    .replace(MARKS.published, (_, indent: string) =>
      linesAt(indent, appendices.flatMap(writeAppendix)),
    )
    .replace(/\nappendices:\s*$/, '\n')
    .replace(/\n*$/, '\n')
}

/** A key at the margin of the frame. */
const withValue = (frame: string, key: string, value: string): string =>
  frame.replace(new RegExp(`^${key}:.*$`, 'm'), () => `${key}: ${value}`)

/** None take the mark's line away. */
const linesAt = (indent: string, lines: readonly string[]): string =>
  indentBy(indent.length, lines).join('\n')

type Appendix = { id: string; title: string }

/** What went out between the two meetings: the inspectorate's report, and the response to it. */
function appendicesOf(standing: Standing, since: Day, meeting: Day): Appendix[] {
  const { name, title, inspectorates, published, response_published } = standing
  const isNew = (day: Day | undefined): boolean =>
    day !== undefined && day > since && day <= meeting
  const report = `${inspectorates.join(', ')}: ${title}, published on ${longDate(published ?? since)}`
  const response = `The response to “${title}”, published on ${longDate(response_published ?? since)}`
  return [
    ...(isNew(published) ? [{ id: `${name}-report`, title: report }] : []),
    ...(isNew(response_published) ? [{ id: `${name}-response`, title: response }] : []),
  ]
}

const writeAppendix = ({ id, title }: Appendix): string[] => [
  `- title: ${writeValue(title)}`,
  `  id: ${id}`,
]

function sectionOf(standing: Standing, { since, meeting }: NewPaper): string[] {
  const { name, stage } = standing
  const [report, response] = ['report', 'response'].map(what =>
    appendicesOf(standing, since, meeting).find(({ id }) => id === `${name}-${what}`),
  )
  const sentence =
    report && response
      ? `The report is at {appendix ${report.id}}, and the response to it at {appendix ${response.id}}.`
      : report
        ? `The report is at {appendix ${report.id}}.`
        : response
          ? `The response is at {appendix ${response.id}}.`
          : undefined
  const isDraft = stage !== 'final' && stage !== 'published'
  return [
    `# ${reasonFor(standing, since, meeting)}`,
    `- response: ${/^[\w-]+$/.test(name) ? name : inSingleQuotes(name)}`,
    ...(isDraft ? ["  # Not final: the force's updates are left out, unless `draft: true`."] : []),
    ...(sentence === undefined ? [] : ['  before: |', `    ${sentence}`]),
  ]
}

/** Why a response is in the paper, for who takes it out again. */
function reasonFor(standing: Standing, since: Day, meeting: Day): string {
  const days = touchesOf(standing).filter(({ day }) => day > since && day <= meeting)
  const words = days.map(({ day, what }) => `${what} ${longDate(day)}`)
  if (words.length > 0) return `Since the meeting before: ${words.join('; ')}.`
  return standing.clock?.state === 'late'
    ? 'Still to be published, and late.'
    : 'Still to be published.'
}

/** The days on which something was done to a response. */
function touchesOf(standing: Standing): { day: Day; what: string }[] {
  const logged = standing.items
    .flatMap(({ last }) => (last ? [last.date] : []))
    .sort(compare)
    .at(-1)
  const days: [Day | undefined, string][] = [
    [standing.published, 'report published'],
    [standing.invited, 'comments asked for'],
    [standing.received, 'comments received'],
    [standing.response_published, 'response published'],
    [standing.sent, 'copies sent'],
    [logged, 'last entry on an item'],
  ]
  return days.flatMap(([day, what]) => (day === undefined ? [] : [{ day, what }]))
}

/** Whether the Panel should hear of a response: something happened to it since, or it is still to go out. */
export function isTouched(standing: Standing, since: Day, meeting: Day): boolean {
  const { clock } = standing
  if (clock?.state === 'running' || clock?.state === 'late')
    return standing.published !== undefined && standing.published <= meeting
  return touchesOf(standing).some(({ day }) => day > since && day <= meeting)
}
