/** What a column of a tracker may be. */
export const TRACKER_KEYS = [
  'id',
  'number',
  'kind',
  'section',
  'title',
  'words',
  'recommendation',
  'area_for_improvement',
  'cause_of_concern',
  'observation',
  'practice',
  'deadline',
  'for',
  'update',
  'comment',
  'status',
  'inspectorate_status',
  'inspectorate_ref',
  'owner',
  'target',
  'position',
  'reason',
  'evidence',
  'notes',
  'report',
  'published',
] as const
export type TrackerKey = (typeof TRACKER_KEYS)[number]

/** Those that hold the report's words; `words` where another column says what they are. */
const WORDS_KEYS = [
  'words',
  'recommendation',
  'area_for_improvement',
  'cause_of_concern',
  'observation',
  'practice',
] as const
export type WordsKey = (typeof WORDS_KEYS)[number]
export const isWordsKey = (key: TrackerKey | undefined): key is WordsKey =>
  (WORDS_KEYS as readonly (string | undefined)[]).includes(key)

/** A header without what is not a letter or a figure. */
export const plainHeader = (header: string): string =>
  header
    .slice(0, 200)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/#/g, ' no ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

const REC = '(?:recommendation|recommendations|rec|recs)'
const AFI = '(?:afi|afis|areas? for improvement)'
const COC = '(?:coc|cocs|causes? of concern)'
const INSPECTORATE =
  '(?:hmicfrs|hmic|hmicfrs s|inspectorate|inspectorate s|monitoring portal|portal|register)'
const BODY = '(?:o?pcc|o?pfcc|opcvc|commissioner|mayor|mopac|deputy mayor|policing body)(?: s)?'
const FORCE = '(?:force|chief constable|chief officer|cc|police|organisation)(?: s)?'
const KIND = `(?:${REC}|${AFI}|${COC}|practices?)`
const TEXT =
  '(?: (?:text|wording|words|details?|description|narrative|title and text|in full|full text))?'
const DATE = '(?: date)?'

/** By what a whole header says; of two that match, the first holds. */
const patterns: [TrackerKey, RegExp][] = (
  [
    [
      'inspectorate_ref',
      `(?:${INSPECTORATE}) (?:unique )?(?:ref|reference|id|no|number|num)(?: no| number)?`,
    ],
    ['inspectorate_status', `(?:${INSPECTORATE}) (?:status|position|state|decision)`],
    [
      'number',
      `(?:${INSPECTORATE} )?(?:${REC}|${AFI}|${COC}|${REC} ${AFI}|report rec|finding) (?:no|nos|num|number|ref|reference)(?: in report)?`,
    ],
    ['number', '(?:no|number) in (?:the )?report|report (?:item )?(?:no|number)'],
    [
      'id',
      '(?:(?:our|internal|local|tracker|unique|force|opcc|action|item|system) )?(?:id|ref|refs|reference|references|ref no|reference no|reference number|ref number|urn|identifier)',
    ],
    ['id', 'action (?:no|number)'],
    [
      'kind',
      `type|kind|category|classification|(?:item|finding|${REC}|action) (?:type|category|kind)|type of (?:item|finding|${REC}|action)`,
    ],
    [
      'published',
      '(?:report )?(?:published|publication)(?: date)?|date (?:published|of publication|of report)|report date',
    ],
    [
      'report',
      '(?:inspection|report|inspection report|report title|report name|title of (?:report|inspection)|name of (?:report|inspection)|inspection title|inspection name|source report)',
    ],
    [
      'section',
      '(?:peel |report |thematic |inspection |hmicfrs )?(?:pillar|area|theme|section|question|core question|strand|domain|chapter)(?: (?:theme|area|pillar|question|of report|of policing))?',
    ],
    [
      'title',
      `(?:short |item )?(?:title|headline|heading|subject)|(?:${REC}|${AFI}) (?:title|headline|heading)`,
    ],
    ['cause_of_concern', `(?:related |linked |parent |${INSPECTORATE} )?${COC}${TEXT}`],
    ['area_for_improvement', `(?:full |${INSPECTORATE} )?${AFI}${TEXT}`],
    ['recommendation', `(?:full |${INSPECTORATE} |text of (?:the )?)?${REC}${TEXT}`],
    ['observation', `observations?${TEXT}|shortcomings?`],
    [
      'practice',
      `(?:promising|innovative|good|notable)(?: (?:and|or) (?:promising|innovative))? practices?${TEXT}`,
    ],
    [
      'words',
      `(?:full )?(?:description|text|wording|details?|findings?|requirement|what (?:the report|hmicfrs) (?:says?|said))${TEXT}|${KIND}(?: (?:or|and|and or))? ${KIND}(?:(?: (?:or|and|and or))? ${KIND})?${TEXT}|text of (?:the )?(?:report|finding)`,
    ],
    [
      'deadline',
      `(?:${INSPECTORATE} |report )?(?:deadline|due by|by when|timescale|timeframe|completion required by)${DATE}|${INSPECTORATE} (?:due|target)${DATE}|date required(?: by)?`,
    ],
    [
      'target',
      `(?:${FORCE} |internal |our |own |revised |current )?(?:target|target completion|expected completion|planned completion|anticipated completion|estimated completion|forecast completion|projected completion|expected|forecast)${DATE}|target date for completion|${FORCE} (?:deadline|due)${DATE}`,
    ],
    [
      'for',
      'for|addressed to|addressees?|recipients?|applies to|applicable to|directed (?:at|to)|aimed at|responsible bod(?:y|ies)',
    ],
    [
      'comment',
      `${BODY} (?:comments?|response|responses|view|views|remarks?|update|commentary|scrutiny|position)|comments? (?:by|of|from) (?:the )?${BODY}`,
    ],
    [
      'update',
      `(?:latest |current |${FORCE} )?(?:updates?|progress|progress updates?|responses?|current position|position statement|narrative|action taken|actions taken|activity)|${FORCE} (?:comments?|commentary|actions?)|(?:update|response|progress|comments?) (?:by|of|from) (?:the )?${FORCE}|progress (?:to date|made|report|narrative|against ${REC})|latest (?:position|progress)`,
    ],
    [
      'status',
      `(?:${FORCE} |current |progress |delivery |overall |action )?(?:status|b?rag(?: status| rating)?|state)`,
    ],
    [
      'owner',
      `(?:(?:action|business|strategic|force|senior|tactical|operational|exec|executive|chief officer|item|${REC}|delivery) )?(?:owner|lead|lead owner|lead officer|leads|owners|responsible owner|sro)|owner lead|responsible(?: officer| person| lead| owner)?|person responsible|officer responsible|assigned to|chief officer lead|lead department|department lead`,
    ],
    [
      'position',
      '(?:force )?position|accepted|accept|accepted or not|accepted y n|accept reject|agreed or not',
    ],
    [
      'reason',
      '(?:reason|reasons|rationale|justification)(?: (?:if not accepted|for position|for decision|not accepted))?',
    ],
    [
      'evidence',
      '(?:supporting |links? to )?(?:evidence|evidence links?|documents?|evidence and links?)|evidence of completion|completion evidence|links?|hyperlinks?|evidence reference',
    ],
    ['notes', '(?:internal |private |office )?notes?'],
  ] as [TrackerKey, string][]
).map(([key, pattern]) => [key, new RegExp(`^(?:${pattern})$`)])

/** "Due" alone is the report's deadline, unless another column is. */
const DUE =
  /^(?:due|due date|due by|date due|completion date|complete by|date due for completion|target completion by)$/

/** "Update – October 2025", "Progress (Q2)", "Status as at 3 May 2025": what it is, without when it was. */
const WHEN =
  / (?:as (?:at|of) )?(?:q[1-4]|(?:\d{1,2}(?:st|nd|rd|th)? )?(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}|(?:\d{1,2} ){2})?(?: ?(?:19|20)?\d{2}(?: \d{2})?)?$/

export function keyOfHeader(header: string): TrackerKey | 'due' | undefined {
  // What stands in brackets explains the header: "Recommendation (full text)".
  const plain = plainHeader(header.replace(/\([^()]{0,100}\)/g, ' '))
  if (plain.length > 60) return undefined
  return knownKey(plain) ?? knownKey(plain.replace(WHEN, ''))
}

function knownKey(plain: string): TrackerKey | 'due' | undefined {
  if (plain === '') return undefined
  if (DUE.test(plain)) return 'due'
  return patterns.find(([, pattern]) => pattern.test(plain))?.[0]
}
