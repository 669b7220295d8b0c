import { createHash } from 'node:crypto'
import type { Overview } from '../standing.ts'
import { showAnswered } from './html/answered.ts'
import { showAttention } from './html/attention.ts'
import { BAR_SHAPES, showClocks } from './html/clocks.ts'
import { showGrades } from './html/grades.ts'
import { showItems } from './html/items.ts'
import { show, showDay } from './html/markup.ts'
import { officesOf } from './html/responses.ts'
import { SCRIPT } from './html/script.ts'
import { shapeSet } from './html/shapes.ts'
import { styleSheet } from './html/style-sheet.ts'
import { showFigures, summarise } from './html/summary.ts'
import { longDate } from '../../calendar.ts'

/** The office's page: everything that is told, in one file that asks for nothing from outside. */
export function writePage(overview: Overview): string {
  const style = styleSheet(overview)
  const heading =
    overview.responses.length === 1 ? 'Where our response stands' : 'Where our responses stand'
  const offices = officesOf(overview).join(', ')
  const title = [
    `${heading} on ${longDate(overview.today)}`,
    ...(offices === '' ? [] : [offices]),
  ].join(' – ')
  return `<!DOCTYPE html>
<html lang="en-GB">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policyFor(style)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="robots" content="noindex">
<title>${show(title)}</title>
<style>${style}</style>
</head>
<body${isLong(overview) ? ' class="long"' : ''}>
<a class="skip" href="#content">Skip to the content</a>
${shapeSet(BAR_SHAPES)}
<header>
${offices === '' ? '' : `<p class="office">${show(offices)}</p>\n`}<h1>${heading}</h1>
<p class="day">${subjectOf(overview)}On ${showDay(overview.today)}</p>
</header>
${overview.responses.length === 0 ? '<main id="content" tabindex="-1">\n<p>There is no response.</p>' : showParts(overview)}
</main>
<footer><p>Made from the responses as they stood on ${showDay(overview.today)}. Notes, and the answers to what is withheld, are not in this page.</p></footer>
<script>${SCRIPT}</script>
</body>
</html>
`
}

/** Of so many rows a browser draws those in sight, and the others when they come to be. */
const MANY_ITEMS = 1000

const isLong = ({ responses }: Overview): boolean =>
  responses.reduce((sum, { items }) => sum + items.length, 0) > MANY_ITEMS

const PARTS: readonly (readonly [id: string, name: string])[] = [
  ['attention', 'Needs attention'],
  ['clocks', 'The 56 days'],
  ['answered', 'Answered'],
  ['grades', 'Grades'],
  ['items', 'Items'],
]

const showParts = (overview: Overview): string =>
  [
    `<nav aria-label="On this page"><ul>`,
    ...PARTS.map(([id, name]) => `<li><a href="#${id}">${name}</a></li>`),
    '</ul></nav>',
    '<main id="content" tabindex="-1">',
    summarise(overview),
    showFigures(overview),
    showAttention(overview),
    showClocks(overview),
    showAnswered(overview),
    showGrades(overview),
    showItems(overview),
  ].join('\n')

/** Of a page about one response: which. */
function subjectOf({ responses }: Overview): string {
  const [only] = responses
  return responses.length === 1 && only ? `<b>${show(only.title)}</b><br>` : ''
}

/**
 * Nothing is fetched or sent, and nothing but the page's own script and style sheet is run or obeyed:
 * a mark that slipped in with a text would be dead.
 */
function policyFor(style: string): string {
  const [ofStyle, ofScript] = [style, SCRIPT].map(hashOf)
  return `default-src 'none'; style-src '${ofStyle}'; script-src '${ofScript}'; base-uri 'none'; form-action 'none'`
}

const hashOf = (text: string): string =>
  `sha256-${createHash('sha256').update(text).digest('base64')}`
