import type { Paper } from '../../model/panel.ts'
import type { Day, InspectionResponse } from '../../model/response.ts'
import type { Standing } from '../../status/standing.ts'
import { officeValues } from '../letter.ts'
import type { Letter } from '../letter.ts'
import type { Values } from '../values.ts'
import type { Vocabulary } from '../vocabulary.ts'
import type { Wording } from '../wording.ts'

/** A response that a paper draws on, and where it stands. */
export type Drawn = { response: InspectionResponse; standing: Standing }

/** What every part of a paper is made from. */
export type PaperParts = {
  paper: Paper
  wording: Wording
  /** The day as of which things stand. */
  today: Day
  /** The copy that only members of the panel get: what is restricted is in it. */
  isForMembers: boolean
  /** A response as its letter has it, but for the words that its letter replaces. */
  letterOf: (response: InspectionResponse) => Letter
}

/** What every template of a paper is given. templates/wording/README.md lists it. */
export function paperValues(
  { office, kind, item, title, meeting, since }: Paper,
  words: Vocabulary,
): Values {
  return {
    ...officeValues(office, words),
    paper: {
      progress: kind === 'progress',
      item: item?.value,
      title: title.value,
      meeting: words.date(meeting),
      since: since && words.date(since),
    },
  }
}

/**
 * The force's words, the last of its history among them: the Panel reads them of a final response, or of a
 * draft that its section says so of.
 */
export type Updates = 'final' | 'draft' | 'left out'

export const updatesOf = ({ status }: InspectionResponse, isDraftShown: boolean): Updates =>
  status === 'final' ? 'final' : isDraftShown ? 'draft' : 'left out'
