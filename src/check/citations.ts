/** A wrong citation of section 55, or of its 56 days, in some words. */
export type WrongCitation = {
  offset: number
  /** As typed. */
  words: string
  message: string
  hint: string
}

/** Where section 55 speaks of the body's part in it. */
const DUTY = new Set(['4', '5', '5A', '5B', '6'])
const SUSPECT =
  /55[*_]{0,2}(?:, subsection)? {0,2}[*_]{0,2}\(|\) of section 55\b|\b(?:30|thirty)\b/i
const NUMBERS = ['55', '30', 'hirty']
const SECTION =
  /\b(?:sections?|sect?\.?|ss?\.?|adran) {0,2}55[*_]{0,2}(?:, subsection)? {0,2}[*_]{0,2}\( ?(\d{1,2} ?[A-Z]{0,2}) ?\)|\bsubsection \((\d{1,2}[A-Z]{0,2})\) of section 55\b/gi
const DAYS = /\b(?:30|thirty)(?: (?:calendar|working|o))?[ -](?:days?|ddiwrnodau|diwrnod)\b/gi
/** Of a sentence, and of a paragraph whose lines were joined. */
const ENDS = ['. ', '! ', '? ', '  ']
/** How far a sentence is looked at, on either side: a text without full stops is no reason to read it twice. */
const AROUND = 240

const ACT_BEHIND =
  /^[^.;]{0,30}?\b(?:of|in|under) the ((?:[A-Z][\w'’&,-]* |and |of |\([^)]{0,40}\) )+Act(?: \d{4})?)/
/** "s55(1) DPA 1998" */
const SHORT_ACT_BEHIND = /^ {0,2}(?:of the )?[A-Z]{2,}A (?:19|20)\d\d\b/
const ACT_BEFORE = /((?:[A-Z][\w'’&-]* |and |of )+Act(?: \d{4})?),?[ (]{1,2}$/
const NAMES_SECTION_55 = /\bsection 55\b|\bs\.? ?55\b|\badran 55\b|\bPolice Act\b/i
const IS_WITHHELD = /\bwith(?:held|hold)|\bexclu|\bomit|national security|\bsafety\b|\bjeopardi/i
const IS_CLOCK = [
  /\b(?:respon[ds]\w*|comments?|publish)\b[^;]{0,120}\bdays?[^;]{0,40}\bpubli(?:cation|shed|shing)\b/i,
  /\bpublish[^;]{0,80}\b(?:response|comments)\b/i,
  /\brespon(?:d|se|ses)\b[^;]{0,120}\b(?:HMIC|inspectorate|inspection)/i,
  /\bstatutory\b[^;]{0,80}\bdays?\b/i,
]

/**
 * `isOfBody`: the body wrote it, of the response. What a force does within 30 days is its own affair,
 * unless it names the Act.
 */
export function* findWrongCitations(value: string, isOfBody: boolean): Generator<WrongCitation> {
  // Most texts hold no such number, which is found out in no time.
  if (!NUMBERS.some(number => value.includes(number)) || !SUSPECT.test(value)) return
  const words = value.replaceAll('\n', ' ')
  for (const match of words.matchAll(SECTION)) {
    const subsection = (match[1] ?? match[2] ?? '').replace(' ', '').toUpperCase()
    if (DUTY.has(subsection) || isOfAnotherAct(words, match)) continue
    // What a report leaves out for national security or safety, it leaves out under subsection (2).
    if (subsection === '2' && IS_WITHHELD.test(sentenceAround(words, match))) continue
    yield {
      offset: match.index,
      words: match[0],
      message: `Unexpected "${match[0]}", expected section 55(5)`,
      hint: 'Section 55 of the Police Act 1996: (4) the invitation, (5) the comments, (5A) the 56 days, (5B) the recommendations, (6) the copies. The others are not about the body.',
    }
  }
  for (const match of words.matchAll(DAYS)) {
    const sentence = sentenceAround(words, match)
    if (/\b56\b|fifty-six/i.test(sentence)) continue
    const isClock = isOfBody && IS_CLOCK.some(clock => clock.test(sentence))
    if (!isClock && !NAMES_SECTION_55.test(sentence)) continue
    yield {
      offset: match.index,
      words: match[0],
      message: `Unexpected "${match[0]}", expected 56 days`,
      hint: 'Section 55(5A) gives 56 days, beginning with the day on which the report is published.',
    }
  }
}

type Match = { 0: string; index: number }

/** "section 55(1) of the Data Protection Act 1998", "Data Protection Act 1998, s55(1)". */
function isOfAnotherAct(words: string, { 0: cited, index }: Match): boolean {
  const behind = words.slice(index + cited.length, index + cited.length + AROUND)
  const before = words.slice(Math.max(0, index - AROUND), index)
  if (SHORT_ACT_BEHIND.test(behind)) return true
  if (!behind.includes('Act') && !before.includes('Act')) return false
  const [, named] = ACT_BEHIND.exec(behind) ?? ACT_BEFORE.exec(before) ?? []
  return named !== undefined && !/^(?:The )?Police Act(?: 1996)?$/.test(named)
}

function sentenceAround(words: string, { 0: found, index }: Match): string {
  const end = index + found.length
  const before = words.slice(Math.max(0, index - AROUND), index)
  const behind = words.slice(end, end + AROUND)
  const start = Math.max(...ENDS.map(end => before.lastIndexOf(end)))
  const stop = behind.search(/[.!?](?: |$)| {2}/)
  return before.slice(start + 1) + found + (stop === -1 ? behind : behind.slice(0, stop))
}
