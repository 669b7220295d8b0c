import type { Block, Inline } from '../../document/tree.ts'
import type { DrawnSection } from '../../model/panel.ts'
import type { InspectionResponse, LetterText } from '../../model/response.ts'
import { countByKind } from '../../status/make-progress.ts'
import { listed, paragraph, plain, withLabel } from '../letter.ts'
import type { Values } from '../values.ts'
import { capitalise } from '../vocabulary.ts'
import { fromResponse } from './from-response.ts'
import { composeGrades } from './grades.ts'
import { composeFindings } from './items.ts'
import type { DrawnParts } from './items.ts'
import { updatesOf, type Drawn, type PaperParts } from './paper.ts'
import { referTo } from './references.ts'

/** What a paper shows of a response, between the body's own words. `prefix`: of what is linked to in it. */
export function composeDrawn(
  paper: PaperParts,
  section: DrawnSection,
  drawn: Drawn,
  prefix: string,
  titleOf: (name: string) => string | undefined,
): Block[] {
  const { response, standing } = drawn
  const parts: DrawnParts = {
    letter: paper.letterOf(response),
    standing,
    items: new Map(standing.items.map(item => [item.id, item])),
    updates: updatesOf(response, section.draft),
    isInFull: section.detail === 'full',
    cut: { isAny: false },
  }
  const own = (blocks: Block[]): Block[] => fromResponse(section.response, prefix, blocks)
  const { before, after } = section
  return [
    ...own(composeReportLine(parts, section.title === undefined)),
    ...(before ? referTo(paper, before.blocks) : []),
    ...own(composeGrades(parts)),
    ...own(composeWhereItStands(parts, paper, titleOf)),
    ...(section.detail === 'grades' ? [] : own(composeAll(parts, response))),
    ...(after ? referTo(paper, after.blocks) : []),
  ]
}

/**
 * The report, who published it and when: a line below the heading, so that the body's words may lead to
 * the grades. `isNamed`: the heading is the report's title.
 */
function composeReportLine({ letter }: DrawnParts, isNamed: boolean): Block[] {
  const { title, url } = letter.response.report
  const named: Inline[] = url ? [{ type: 'link', url, children: [plain(title)] }] : [plain(title)]
  const values = {
    name: isNamed ? undefined : named,
    url: isNamed && url ? linkTo(url) : undefined,
  }
  return [paragraph(letter.wording.inlines('panel-report-line', values), 'detail')]
}

/** The chief officer's words around the items are shown with the items' answers in full. */
function composeAll(parts: DrawnParts, { chief_officer, sections }: InspectionResponse): Block[] {
  const { letter, updates, isInFull, cut, standing } = parts
  const hasUpdates = updates !== 'left out'
  const around = (text: LetterText | undefined): Block[] => {
    if (!hasUpdates || !isInFull) return []
    const label = letter.wording.inlines('panel-update-label', { draft: updates === 'draft' })
    return withLabel(label, finishedTexts(text))
  }
  const findings = composeFindings(parts, sections)
  const url = standing.response_url
  return [
    ...(updates === 'draft' && findings.length > 0
      ? letter.wording.blocks('panel-draft-note')
      : []),
    ...around(chief_officer.introduction),
    ...findings,
    ...around(chief_officer.conclusion),
    ...(cut.isAny
      ? [
          paragraph(
            letter.wording.inlines('panel-shortened-note', {
              sign: letter.wording.inlines('panel-shortened'),
              url: url === undefined ? undefined : linkTo(url),
            }),
            'detail',
          ),
        ]
      : []),
  ]
}

const linkTo = (url: string): Inline[] => [{ type: 'link', url, children: [plain(url)] }]

const finishedTexts = (text: LetterText | undefined): Block[] =>
  (text?.blocks ?? []).flatMap(block =>
    block.type === 'text' && block.text.placeholder === undefined ? block.text.blocks : [],
  )

/** What was found, what is answered, where the items stand, and the 56 days. */
function composeWhereItStands(
  parts: DrawnParts,
  { today }: PaperParts,
  titleOf: (name: string) => string | undefined,
): Block[] {
  const { letter, standing } = parts
  const sentences = [
    composeCounts(parts),
    letter.wording.inlines('panel-answered', answeredValues(parts)),
    letter.wording.inlines('panel-standing', standingValues(parts, today)),
    composeClock(
      parts,
      today,
      standing.covered_by === undefined ? undefined : titleOf(standing.covered_by),
    ),
  ].filter(sentence => sentence.length > 0)
  if (sentences.length === 0) return []
  return [paragraph(sentences.flatMap((one, n) => (n === 0 ? one : [plain(' '), ...one])))]
}

function composeCounts({ letter, standing }: DrawnParts): Inline[] {
  const { vocabulary } = letter.wording
  const counts = countByKind(standing.items).map(({ kind, count }) => [
    plain(vocabulary.counted(count, kind)),
  ])
  return letter.wording.inlines('counts', {
    counts: listed(letter, counts),
    none: counts.length === 0,
  })
}

function answeredValues({ letter, standing }: DrawnParts): Values {
  const { vocabulary } = letter.wording
  const sum = (of: 'answered' | 'due') => standing.answered.reduce((all, one) => all + one[of], 0)
  const [answered, due] = [sum('answered'), sum('due')]
  return {
    due: due > 0 && !standing.covered_by ? vocabulary.count(due) : undefined,
    one_due: due === 1,
    two_due: due === 2,
    answered: answered > 0 ? capitalise(vocabulary.count(answered)) : undefined,
    one_answered: answered === 1,
    all: answered === due,
  }
}

/** Told where more is to be said than that everything is open. */
function standingValues({ letter, standing }: DrawnParts, today: string): Values {
  const { vocabulary } = letter.wording
  const { counts, overdue } = standing
  const told = ['done', 'no action', 'closed', 'raised again'] as const
  const isTold = overdue > 0 || told.some(state => counts[state] > 0)
  const count = (number: number) => (number > 0 ? vocabulary.count(number) : undefined)
  return {
    told: isTold,
    today: vocabulary.date(today),
    items: [
      ['open', counts.open],
      ['done', counts.done],
      ['no_action', counts['no action']],
      ['raised_again', counts['raised again']],
      ['closed', counts.closed],
    ].flatMap(([state, number]): Values[] => {
      if (number === 0) return []
      const flags = {
        open: false,
        done: false,
        no_action: false,
        raised_again: false,
        closed: false,
      }
      return [{ ...flags, [state!]: true, count: count(Number(number)), one: number === 1 }]
    }),
    overdue: count(overdue),
    one_overdue: overdue === 1,
    overdue_are_all: overdue === counts.open,
  }
}

/** When the response went out, or that it is still due and by when: Police Act 1996, section 55(5A) and (6). */
function composeClock(
  { letter, standing }: DrawnParts,
  today: string,
  covering: string | undefined,
): Inline[] {
  const { wording, response } = letter
  const { clock, covered_by, response_published: published, sent, response_url: url } = standing
  const date = (day: string | undefined) => day && wording.vocabulary.date(day)
  const late = Math.max(0, -(clock?.days_left ?? 0))
  const { possessive } = wording.vocabulary.words.voices[response.office.body.voice]
  return wording.inlines('panel-clock', {
    limit: wording.inlines('panel-limit'),
    response_of: capitalise(possessive),
    covered: covered_by !== undefined,
    covering,
    binding: clock !== undefined,
    published: date(published),
    sent: date(sent),
    same_day: sent !== undefined && sent === published,
    within: clock?.state === 'met',
    running: clock?.state === 'running',
    unknown: clock?.state === 'unknown',
    last_day: date(clock?.last_day),
    late: late > 0 ? wording.vocabulary.count(late) : undefined,
    one_late: late === 1,
    today: date(today),
    url: url === undefined ? undefined : linkTo(url),
  })
}
