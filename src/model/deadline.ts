import type { Path } from '../problem.ts'

/** By when the report wants a thing done, in its own words and, where they name one, as a day. */
export type Deadline = {
  /** "within six months", "by March 2023", "immediately". */
  words: string
  /** YYYY-MM-DD; absent where the words name no day, or count from one that is not known. */
  day?: string
  /** `plan`: the day binds the plan, not the action. */
  of?: 'plan'
  /** Where `deadline` was typed, and not found in the report's words. */
  typed?: {
    at: Path
    /** The words give a day, or are known to give none: "immediately", "once the review is done". */
    is_readable: boolean
    /** The day that it counts from, where that was typed. */
    from?: string
    /** The English words that the day was read from, where those of the response's language are others. */
    english?: string
  }
}
