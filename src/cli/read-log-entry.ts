import type { Language } from '../document/tree.ts'
import type { LoggedEntry } from '../edit/history-entry.ts'
import { longDate } from '../calendar.ts'
import { isDay } from '../model/day.ts'
import { sourceOf, type HistorySource } from '../model/history.ts'
import type { Day } from '../model/response.ts'
import { INSPECTORATE_STATUSES } from '../model/schema/item.ts'
import type { Settings } from '../model/settings.ts'
import { parseText } from '../model/text.ts'
import { didYouMean, listWords } from '../model/validate/did-you-mean.ts'
import { withoutControls } from '../source/decode-text.ts'
import type { SourceMap } from '../source/source-node.ts'
import type { Complaint, Io } from './io.ts'
import type { LogOptions } from './log.ts'

/** The entry that is asked for, or what is wrong with it. */
export function readEntry(
  { status, text, textCy, source, date: typedDate }: LogOptions,
  languages: readonly Language[],
  settings: Settings,
  { today }: Pick<Io, 'today'>,
): LoggedEntry | Complaint {
  const date = typedDate ?? today
  if (status === undefined && text === undefined && textCy === undefined)
    return {
      message: 'Missing --status or --text, expected one of them at least',
      hint: 'For instance: --status "in progress" --text "The first course was held."',
    }
  if (date > today)
    return {
      message: `Unexpected --date ${date}, expected ${longDate(today)}, which is today, or earlier`,
      hint: 'What is still to come is a `target` of the item.',
    }
  const word = status?.replace(/\s+/g, ' ').trim()
  const unknown = word === undefined ? undefined : refuseStatus(word, source, settings)
  if (unknown) return unknown
  const words = readWords({ text, textCy }, languages)
  if (typeof words === 'object' && 'message' in words) return words
  return {
    date,
    ...(word !== undefined && { status: word }),
    source,
    ...(words !== undefined && { text: words }),
  }
}

/** The register has words of its own. */
function refuseStatus(
  word: string,
  source: HistorySource,
  { statuses }: Settings,
): Complaint | undefined {
  const scale: readonly string[] =
    source === 'inspectorate' ? INSPECTORATE_STATUSES : statuses.map(({ word }) => word)
  if (scale.includes(word)) return undefined
  const hint = hintStatus(word, source, scale, statuses)
  return {
    message: `Unexpected --status ${word}, expected ${listWords(scale)}`,
    ...(hint !== undefined && { hint }),
  }
}

function hintStatus(
  word: string,
  source: HistorySource,
  scale: readonly string[],
  statuses: Settings['statuses'],
): string | undefined {
  const meant = didYouMean(word, scale)
  const isOfRegister = INSPECTORATE_STATUSES.some(one => one === word)
  if (source !== 'inspectorate' && isOfRegister)
    return "Of the inspectorate's register? Then add --source inspectorate."
  if (source === 'inspectorate' && statuses.some(status => status.word === word))
    return "Of the force's scale? Then leave out --source inspectorate."
  if (meant !== undefined) return `Did you mean ${meant}?`
  // The register's words are its own: no setting adds to them.
  if (source === 'inspectorate') return undefined
  return 'Words of your own stand in section55.yaml, under `statuses`.'
}

function readWords(
  { text, textCy }: { text: string | undefined; textCy: string | undefined },
  languages: readonly Language[],
): LoggedEntry['text'] | Complaint {
  const options = Object.entries({ '--text': text, '--text-cy': textCy })
  for (const [option, typed] of options) {
    const refusal = typed === undefined ? undefined : refuseWords(option, cleanWords(typed))
    if (refusal) return refusal
  }
  if (textCy !== undefined && languages.length < 2)
    return {
      message: 'Unexpected --text-cy, expected it where a response is in two languages',
      hint: 'This one is in one language: --text alone has its words.',
    }
  if (textCy === undefined) return text === undefined ? undefined : cleanWords(text)
  return { cy: cleanWords(textCy), ...(text !== undefined && { en: cleanWords(text) }) }
}

function refuseWords(option: string, words: string): Complaint | undefined {
  if (words === '') return { message: `Unexpected empty ${option}, expected words` }
  const [refusal] = parseText(words).refusals
  if (!refusal) return undefined
  const line = words.slice(0, refusal.offset).split('\n').length
  return {
    message: `${option}, line ${line}: ${refusal.message}`,
    ...(refusal.hint !== undefined && { hint: refusal.hint }),
  }
}

/** As the small Markdown reads it, in characters that a file can hold. */
const cleanWords = (typed: string): string =>
  withoutControls(typed.replace(/\r\n?/g, '\n'))
    .replace(/[\t\u0085\u2028\u2029]/g, ' ')
    .split('\n')
    .map(line => line.trimEnd())
    .join('\n')
    .trim()

type TypedEntry = {
  date: Day | undefined
  source: HistorySource
  status: string | undefined
  node: SourceMap
}

/** The entries that an item has, as its file has them: of a withheld item nothing else knows them. */
export function readTypedHistory(item: SourceMap): TypedEntry[] {
  const history = item.entries.get('history')?.value
  if (history?.kind !== 'list') return []
  return history.items.flatMap(node => {
    if (node.kind !== 'map') return []
    const word = (key: string) => {
      const value = node.entries.get(key)?.value
      return value?.kind === 'scalar' && value.value.trim() !== '' ? value.value.trim() : undefined
    }
    const [date, status, source] = [word('date'), word('status'), word('source')]
    const known = source as HistorySource | undefined
    return [
      {
        date: date !== undefined && isDay(date) ? date : undefined,
        status,
        source: sourceOf({
          at: [],
          ...(status !== undefined && { status }),
          ...(known !== undefined && { source: known }),
        }),
        node,
      },
    ]
  })
}
