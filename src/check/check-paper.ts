import { leavePaper } from '../model/panel.ts'
import type { DrawnSection, Paper, PaperReading } from '../model/panel.ts'
import { placeholderFinder } from '../model/placeholder.ts'
import type { Reading } from '../model/reading.ts'
import { entriesOf, jointAnswersOf } from '../model/response.ts'
import type { InspectionResponse } from '../model/response.ts'
import { textsIn } from '../document/words.ts'
import type { DocumentTree } from '../document/tree.ts'
import type { Path, Place, Problem } from '../problem.ts'

/** The responses that a paper draws on, each with what was read of it. */
export type DrawnReadings = ReadonlyMap<
  string,
  Reading & { responses: readonly InspectionResponse[] }
>

/** What only a paper and its responses together tell: what is left out of it, and what does not fit it. */
export function checkPaper(
  { paper, place, settings }: PaperReading & { paper: Paper },
  readings: DrawnReadings,
): Problem[] {
  const problems: Problem[] = []
  const find = placeholderFinder(settings.placeholders)
  for (const section of paper.sections) {
    const reading = 'response' in section ? readings.get(section.response) : undefined
    const [response] = reading?.responses ?? []
    if (!reading || !response || !('response' in section)) continue
    const at = place([...section.at, 'response'])
    if (response.office.key !== paper.office.key)
      problems.push({
        rule: 'reference',
        severity: 'warning',
        message: `Unexpected response of ${response.office.key}, expected one of ${paper.office.key}, whose paper this is`,
        place: at,
      })
    if (isLeftOut(section, response)) problems.push(sayLeftOut(section, at))
    if (
      find(response.report.title) !== undefined &&
      (!section.title || section.detail !== 'grades')
    )
      problems.push({
        rule: 'placeholder',
        severity: 'error',
        message: `Unexpected placeholder "${response.report.title}", expected the title of the report`,
        place: reading.place(['report', 'title']),
        related: [{ place: at, label: 'the paper shows it here' }],
      })
  }
  if (paper.kind === 'progress') problems.push(...sayUntoldDrafts(paper, place(['kind']), readings))
  return problems
}

function isLeftOut({ detail, draft }: DrawnSection, response: InspectionResponse): boolean {
  return response.status !== 'final' && !draft && detail !== 'grades' && hasUpdates(response)
}

function hasUpdates({ sections, chief_officer }: InspectionResponse): boolean {
  if (chief_officer.introduction ?? chief_officer.conclusion) return true
  if (entriesOf(sections).some(({ item }) => item.update ?? item.position)) return true
  return [...jointAnswersOf(sections)].some(({ item }) => item.update)
}

const sayLeftOut = ({ response }: DrawnSection, place: Place): Problem => ({
  rule: 'draft-left-out',
  severity: 'warning',
  message: `Unexpected draft ${response}, expected a final response: the force's updates are left out`,
  hint: 'Build it again once the response says `status: final`, or write `draft: true` here to show them, marked as a draft',
  place,
})

/** A progress paper tells nothing of the history of a draft. */
function sayUntoldDrafts(paper: Paper, place: Place, readings: DrawnReadings): Problem[] {
  const drawn = paper.sections.flatMap(section => ('response' in section ? [section.response] : []))
  const isAbout = (name: string) => paper.responses?.includes(name) ?? !drawn.includes(name)
  const untold = [...readings].filter(
    ([name, { responses }]) =>
      isAbout(name) &&
      responses[0]?.status !== 'final' &&
      entriesOf(responses[0]?.sections ?? []).some(({ item }) => item.history.length > 0),
  )
  return untold.map(([name]) => ({
    rule: 'draft-left-out',
    severity: 'warning',
    message: `Unexpected draft ${name}, expected a final response: its items are listed, what the force says of them is left out`,
    hint: 'Build it again once the response says `status: final`',
    place,
  }))
}

/** A paper has no gaps: words of a response that are still to be written do not go out with it. */
export function findUnfinished(
  tree: DocumentTree,
  { settings }: Pick<PaperReading, 'settings'>,
  readings: DrawnReadings,
): Problem[] {
  const find = placeholderFinder(settings.placeholders)
  const told = new Set<string>()
  return [...textsIn(tree.children)].flatMap(({ value, at }): Problem[] => {
    const found = at && leavePaper(at)
    const placeholder = found && find(value)
    const reading = found && readings.get(found.name)
    if (!reading || placeholder === undefined || told.has(String(at))) return []
    told.add(String(at))
    return [
      {
        rule: 'placeholder',
        severity: 'error',
        message: `Unexpected placeholder "${placeholder}", expected the finished words`,
        hint: 'A paper is no draft: write the words in the response, or draw grades alone',
        place: reading.place(found.at),
      },
    ]
  })
}

/** Where the words of a paper's tree were typed: in the paper itself, or in a response. */
export function placesOf(
  { place }: Pick<PaperReading, 'place'>,
  readings: DrawnReadings,
): (at: Path) => Place {
  return at => {
    const found = leavePaper(at)
    return found ? (readings.get(found.name)?.place(found.at) ?? place([])) : place(at)
  }
}
