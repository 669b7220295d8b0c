import type { Overview } from '../../standing.ts'
import type { ItemState } from '../../standing.ts'
import { shape } from './markup.ts'

/** What a state looks like; `overdue` is an open item past its day. */
export type Look = 'overdue' | ItemState

const IDS: Record<Look, string> = {
  overdue: 'overdue',
  open: 'open',
  done: 'done',
  'no action': 'no-action',
  closed: 'closed',
  'raised again': 'raised-again',
  'not ours': 'not-ours',
  practice: 'practice',
}

export const idOf = (look: Look): string => IDS[look]
export const shapeOf = (look: Look): string => shape(IDS[look], `is-${IDS[look]}`)

/** Of the words of the scale that are not yet done, in its order; a longer scale begins again. */
const UNDONE = ['square', 'diamond', 'hexagon', 'pentagon', 'bar']

/** The word's own shape, in its colour within a line of ink: nobody has to tell the colours apart. */
export function shapeOfWord(word: string, statuses: Overview['statuses']): string {
  const index = statuses.findIndex(status => status.word === word)
  if (index < 0) return shape('unknown')
  const before = statuses.slice(0, index).filter(({ done }) => !done).length
  const name = statuses[index]!.done ? 'word-done' : UNDONE[before % UNDONE.length]!
  return shape(name, `word w${index}`)
}

/** The colours that the office gave its words, as the style sheet has them. */
export const coloursOfWords = (statuses: Overview['statuses']): string =>
  statuses
    .flatMap(({ colour }, index) =>
      colour !== undefined && /^#[\da-f]{6}$/i.test(colour)
        ? [`.w${index} { --fill: ${colour}; }`]
        : [],
    )
    .join('\n')

/** Each is drawn in a square of 16 and used by its name. */
const SHAPES: Record<string, string> = {
  overdue: '<path d="M8 1.5 15 14H1z"/><path class="cut" d="M8 6v4M8 11.2v1.3"/>',
  late: '<path d="M8 1.5 15 14H1z"/><path class="cut" d="M8 6v4M8 11.2v1.3"/>',
  soon: '<path d="M8 1 15 8 8 15 1 8z"/><path class="cut" d="M8 4.5v4M8 10v1.4"/>',
  unreadable:
    '<path d="M5 1h6l4 4v6l-4 4H5l-4-4V5z"/><path class="cut" d="M5.2 5.2l5.6 5.6M10.8 5.2l-5.6 5.6"/>',
  asked: '<path class="line" d="M2 3h12v8H7l-3 3v-3H2z"/>',
  open: '<circle class="line" cx="8" cy="8" r="6"/>',
  done: '<circle cx="8" cy="8" r="7"/>',
  'no-action': '<path class="line" d="M2 8h12"/>',
  closed: '<path d="M1.5 1.5h13v13h-13z"/><path class="cut" d="M4.5 8l2.5 2.6 4.5-5"/>',
  'raised-again': '<circle class="line" cx="8" cy="8" r="6.5"/><circle cx="8" cy="8" r="3"/>',
  'not-ours': '<circle class="line dotted" cx="8" cy="8" r="6"/>',
  practice: '<path d="M8 1l2.1 4.6 5 .6-3.7 3.4 1 5L8 12.1l-4.4 2.5 1-5L.9 6.2l5-.6z"/>',
  square: '<path class="word" d="M2 2h12v12H2z"/>',
  diamond: '<path class="word" d="M8 1 15 8 8 15 1 8z"/>',
  hexagon: '<path class="word" d="M4.5 2h7L15 8l-3.5 6h-7L1 8z"/>',
  pentagon: '<path class="word" d="M8 1l7 5.3-2.7 8.2H3.7L1 6.3z"/>',
  bar: '<path class="word" d="M1 5h14v6H1z"/>',
  'word-done':
    '<circle class="word" cx="8" cy="8" r="7"/><circle class="dot" cx="8" cy="8" r="2.5"/>',
  unknown: '<path class="line dotted" d="M2 2h12v12H2z"/>',
}

/** Once in the page, out of sight; each row then only names its shape. */
export const shapeSet = (more: string): string =>
  `<svg class="set" width="0" height="0" aria-hidden="true" focusable="false"><defs>
${Object.entries(SHAPES)
  .map(([name, paths]) => `<symbol id="${name}" viewBox="0 0 16 16">${paths}</symbol>`)
  .join('\n')}
${more}
</defs></svg>`
