import type { Path, Problem } from '../problem.ts'
import type { LanguageReader } from './language-reader.ts'
import type { Office } from './office.ts'
import type { Day } from './response.ts'

/** What the parts of a response are read with. */
export type ReadingContext = {
  reader: LanguageReader
  office: Office
  chiefOfficerTitle: string
  /** The report's publication: deadlines count from it. */
  published: Day | undefined
  refuse: (
    at: Path,
    rule: string,
    message: string,
    more?: Partial<Problem>,
    part?: 'key' | 'value',
  ) => void
  place: LanguageReader['where']['place']
}
