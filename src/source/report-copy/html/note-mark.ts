/** "[1]", "2", "*", "iv": and what leads back from a footnote. */
const MARK = /^[[(]?(?:\d{1,3}|[a-z]|[ivx]{1,5}|[*†‡§¶]{1,3}|note \d{1,3}|footnote \d{1,3})[\])]?$/i
const BACK = /^[↩↑⤴⏎^\ufe0e\ufe0f\s]+$/
const BRACKETED = /^\[(?:\d{1,3}|[a-z]|[ivx]{1,5})\]$/i
const NAMED = /^_?(?:fn|ft|ed|foot|end|note|ref|cite|sdfoot)/

/** Whether a link to a place of the page is the mark of a footnote, or leads back from one. */
export function isNoteLink(
  words: string,
  fragment: string | undefined,
  isRaised: boolean,
): boolean {
  if (fragment === undefined) return false
  if (BACK.test(words)) return true
  return MARK.test(words) && (isRaised || BRACKETED.test(words) || NAMED.test(fragment))
}

/** Whether raised words are the mark of a footnote by themselves. `before`: the last words before them. */
export function isRaisedMark(words: string, before: string): boolean {
  if (BRACKETED.test(words) || /^[*†‡§]{1,3}$/.test(words)) return true
  // Not the 2 of "km2", nor the 6 of a power of ten.
  return /^\d{1,3}(?:,\s?\d{1,3})*$/.test(words) && /(?:\p{L}{4}|[.,;:!?’”)'"])$/u.test(before)
}
