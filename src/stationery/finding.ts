/** Something about the office's own stationery that its owner should know, in words of Word or of print. */
export type Finding = {
  /** `error`: the letter cannot be made on it. `warning`: the letter would suffer. `note`: as it should be, or to know. */
  severity: 'error' | 'warning' | 'note'
  message: string
  hint?: string
  /** Where its owner finds it: 'the header of the first page', 'paragraph 3 ("Our ref: …")', 'page 2'. */
  where?: string
}
