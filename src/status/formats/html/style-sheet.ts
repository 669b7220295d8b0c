import type { Overview } from '../../standing.ts'
import { SECTION_COLUMNS, SECTION_TABLE, UNGRADED_COLUMNS, UNGRADED_TABLE } from './answered.ts'
import { CLOCK_COLUMNS, CLOCK_TABLE } from './clocks.ts'
import { GRADE_COLUMNS, GRADE_TABLE } from './grades.ts'
import { ITEM_TABLES } from './items.ts'
import { coloursOfWords } from './shapes.ts'
import { cardLabels } from './table.ts'

/** Under this width a table of a few columns is a list of cards; one of many is so earlier. */
const NARROW = '47.99rem'
const NARROW_FOR_CLOCKS = '59.99rem'
const NARROW_FOR_ITEMS = '67.99rem'

export const styleSheet = ({ today, statuses }: Overview): string =>
  `${COLOURS}${coloursOfWords(statuses)}${ON_SCREEN}${PICTURES}${TABLES}${CARDS}${FORCED}${inPrint(today)}`

/** All of them 4.5 to 1 on the paper, and marks 3 to 1 on their ground (WCAG 2.2, 1.4.3 and 1.4.11). */
const COLOURS = `
:root {
  color-scheme: light dark;
  --paper: #ffffff; --raised: #f3f5f7; --ink: #16202a; --quiet: #4c5a67; --line: #ccd3d9; --edge: #6c7a87;
  --link: #124f8c; --fill: #2a6aa8; --track: #eef1f4; --late: #a81e1e; --soon: #8a4b00; --done: #1c6b3c; --focus: #16202a;
}
@media screen and (prefers-color-scheme: dark) {
  :root {
    --paper: #12171c; --raised: #1c242b; --ink: #e9edf0; --quiet: #aab6c0; --line: #3b4751; --edge: #84919c;
    --link: #8fc1f2; --fill: #6ea8de; --track: #222b33; --late: #ff9d94; --soon: #f0b45c; --done: #7ecb9a; --focus: #ffffff;
  }
}
`

const ON_SCREEN = `
* { box-sizing: border-box; }
[hidden] { display: none !important; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; scroll-padding-top: 3.5rem; }
body {
  margin: 0 auto;
  max-width: 84rem;
  padding: 0 1.5rem 4rem;
  background: var(--paper);
  color: var(--ink);
  font: 1rem/1.5 system-ui, "Segoe UI", Roboto, Arial, sans-serif;
  overflow-wrap: break-word;
}
header { padding: 2.5rem 0 1rem; }
h1, h2, h3, p, ul { margin: 0; }
h1 { font-size: 2rem; line-height: 1.2; }
h2 { padding-top: 1.25rem; border-top: 1px solid var(--line); font-size: 1.5rem; line-height: 1.25; }
h3 { margin-top: 1.75rem; font-size: 1.125rem; line-height: 1.35; }
main > section { margin-top: 3rem; }
main > section > * + *, .folded > * + * { margin-top: 0.9rem; }
main[tabindex]:focus { outline: none; }
.office { color: var(--quiet); font-weight: 600; }
.day { margin-top: 0.4rem; }
.summary { max-width: 48rem; font-size: 1.125rem; }
ul { padding-left: 1.25rem; }
a { color: var(--link); text-underline-offset: 0.15em; overflow-wrap: anywhere; }
code { font: 0.92em ui-monospace, Consolas, "Liberation Mono", monospace; overflow-wrap: anywhere; }
.quiet { color: var(--quiet); font-size: 0.875rem; line-height: 1.4; }
.title { font-weight: 600; }
.count { color: var(--quiet); font-weight: 400; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: -100vw; padding: 0.75rem 1rem; background: var(--paper); }
.skip:focus { left: 0.5rem; top: 0.5rem; z-index: 3; }
nav ul { display: flex; flex-wrap: wrap; gap: 0 1.5rem; padding: 0; list-style: none; }
nav a { display: inline-block; padding: 0.5rem 0; }
main { margin-top: 1.5rem; }
footer { margin-top: 4rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--quiet); font-size: 0.875rem; }

.figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(9.5rem, 100%), 1fr)); gap: 0.75rem; margin-top: 1.25rem; padding: 0; list-style: none; }
.tile { display: block; height: 100%; padding: 0.75rem 1rem; border: 1px solid var(--line); border-radius: 4px; background: var(--raised); color: inherit; text-decoration: none; }
.tile .name { display: flex; gap: 0.4rem; align-items: baseline; line-height: 1.3; }
.tile .shape { vertical-align: 0; transform: translateY(0.1em); }
a.tile .name { text-decoration: underline; text-underline-offset: 0.15em; }
.tile.alarming { border-color: var(--late); border-left-width: 6px; padding-left: calc(1rem - 5px); }
.number { display: block; font-size: 2rem; font-weight: 600; line-height: 1.15; font-variant-numeric: tabular-nums; }
.alarming .number { color: var(--late); }

.concerns { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(24rem, 100%), 1fr)); gap: 1rem 2rem; }
.concern { padding-left: 1rem; border-left: 4px solid var(--line); }
.concern.is-late, .concern.is-overdue, .concern.is-unreadable { border-color: var(--late); }
.concern.is-soon, .concern.is-asked { border-color: var(--soon); }
.concern h3 { margin-top: 0; }
.concern li { margin-top: 0.35rem; }

summary { display: list-item; padding: 0.45rem 0.25rem; min-height: 2.4rem; cursor: pointer; color: var(--ink); }
summary:hover { background: var(--raised); }
details > summary + * { margin-top: 0.4rem; }
.response { border-bottom: 1px solid var(--line); }
.long .response { content-visibility: auto; contain-intrinsic-size: auto 3rem; }
main > section > .response + .response, .folded > .response + .response { margin-top: 0; }
.response .folded { padding: 0 0 1.25rem 1.25rem; }
.response summary .share { float: right; width: 16rem; max-width: 100%; }
.response summary::after { content: ""; display: block; clear: both; }
.links a { display: inline-block; min-height: 1.5rem; margin-right: 1rem; font-size: 0.875rem; }

fieldset { margin: 0; padding: 0.5rem 1rem 1rem; border: 1px solid var(--line); border-radius: 4px; min-width: 0; background: var(--raised); }
legend { padding: 0 0.35rem; font-weight: 600; }
.fields { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(13rem, 100%), 1fr)); gap: 0.75rem 1rem; align-items: end; }
.field { display: block; min-width: 0; }
.field > span { display: block; font-size: 0.875rem; }
.check { display: flex; gap: 0.6rem; align-items: center; min-height: 2.75rem; }
.check > span { font-size: 1rem; }
select, input[type="search"], button { width: 100%; min-height: 2.75rem; padding: 0.35rem 0.6rem; border: 1px solid var(--edge); border-radius: 3px; background: var(--paper); color: var(--ink); font: inherit; }
button { cursor: pointer; font-weight: 600; }
input[type="checkbox"] { width: 1.5rem; height: 1.5rem; margin: 0; accent-color: var(--fill); }
.shown { margin-top: 0.75rem; font-weight: 600; }
`

const PICTURES = `
.set { position: absolute; }
.shape { width: 0.95em; height: 0.95em; vertical-align: -0.09em; overflow: visible; flex: none; fill: currentColor; stroke: none; }
.shape .line, .line { fill: none; stroke: currentColor; stroke-width: 2; }
.dotted { stroke-dasharray: 2.4 2; }
.cut { fill: none; stroke: var(--paper); stroke-width: 2; }
.is-late, .is-overdue, .is-unreadable { --fill: var(--late); }
.is-soon, .is-asked { --fill: var(--soon); }
.is-done, .is-closed { --fill: var(--done); }
.is-no-action, .is-not-ours, .is-practice, .is-raised-again { --fill: var(--quiet); }
.shape.is-late, .shape.is-overdue, .shape.is-unreadable { color: var(--late); }
.shape.is-soon, .shape.is-asked { color: var(--soon); }
.shape.is-done, .shape.is-closed { color: var(--done); }
.shape.is-open { color: var(--fill); }
symbol .word { stroke-linejoin: round; fill: var(--fill); stroke: var(--ink); stroke-width: 1.5; }
symbol .dot { fill: var(--paper); stroke: var(--ink); stroke-width: 1.2; }

.bar { display: block; min-width: 9rem; overflow: visible; }
.track { fill: var(--track); stroke: var(--edge); }
.tick { fill: var(--edge); opacity: 0.55; }
.fill { fill: var(--fill); }
.hatch-ground { fill: var(--paper); }
.hatch-line { fill: var(--late); }
.over { stroke: var(--late); }
.last { fill: none; stroke: var(--ink); stroke-width: 2; }
.mark { fill: var(--ink); stroke: var(--paper); stroke-width: 2; }
.mark.hollow { fill: var(--paper); stroke: var(--ink); stroke-width: 1.5; }
.mark-cut { fill: none; stroke: var(--paper); stroke-width: 1.6; }
.figure-words { font-size: 0.875rem; }
.key { display: flex; flex-wrap: wrap; gap: 0 1.25rem; padding: 0; list-style: none; color: var(--quiet); font-size: 0.875rem; }
.key li { display: flex; align-items: center; gap: 0.35rem; }
.key .shape { color: var(--soon); }
.key-mark { flex: none; overflow: visible; }
.share { display: flex; align-items: center; gap: 0.6rem; white-space: nowrap; font-variant-numeric: tabular-nums; }
.share svg { overflow: visible; flex: 1 1 4rem; min-width: 3rem; max-width: 14rem; }
.share-bar.is-whole { --fill: var(--done); }
.count-bar .fill { stroke: var(--ink); stroke-width: 1; }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(24rem, 100%), 1fr)); gap: 1.5rem 3rem; align-items: start; }

.multiples { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(17.5rem, 100%), 1fr)); gap: 1.5rem 2rem; margin-top: 1rem; align-items: start; }
figure { margin: 0; min-width: 0; }
.long figure { content-visibility: auto; contain-intrinsic-size: auto 15rem; }
figcaption { line-height: 1.35; }
figcaption .now { display: block; color: var(--quiet); font-size: 0.875rem; }
.steps { display: block; width: 100%; max-width: 24rem; height: auto; overflow: visible; margin-top: 0.4rem; }
.level, .year { fill: var(--quiet); font-size: 12px; }
.level { text-anchor: end; }
.year { text-anchor: middle; }
.grid { stroke: var(--line); stroke-width: 1; }
.step { fill: none; stroke: var(--fill); stroke-width: 2; }
.dashed { stroke-dasharray: 4 3; }
.spot { fill: var(--paper); stroke: var(--fill); stroke-width: 2; }
.spot.last { fill: var(--fill); }
figure summary { font-size: 0.875rem; color: var(--quiet); }
`

const TABLES = `
table { width: 100%; border-collapse: collapse; font-size: 0.9375rem; line-height: 1.45; }
caption { padding: 0 0 0.4rem; color: var(--quiet); font-size: 0.875rem; text-align: left; }
th, td { padding: 0.6rem 1rem 0.6rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; font-weight: 400; }
thead th { border-bottom: 2px solid var(--edge); font-weight: 600; vertical-align: bottom; }
th:last-child, td:last-child { padding-right: 0; }
td > p + p, th > p { margin-top: 0.2rem; }
.none { color: var(--quiet); }
p.late { color: var(--late); font-weight: 600; }
.headline { font-weight: 600; }
.clocks { table-layout: fixed; }
.clocks thead th:nth-child(1) { width: 28%; } .clocks thead th:nth-child(2) { width: 24%; } .clocks thead th:nth-child(4) { width: 18%; }
.clocks tr:target th, .clocks tr:target td { background: var(--raised); }
.sections thead th:nth-child(2) { width: 28%; } .sections thead th:nth-child(3), .ungraded thead th:nth-child(2) { width: 30%; }
.depth-1 { padding-left: 1.25rem; } .depth-2 { padding-left: 2.5rem; } .depth-3 { padding-left: 3.75rem; }
.counts thead th:nth-child(2) { width: 55%; }

/* Rows that lay themselves out alone: of thousands a browser then draws those in sight. */
@media screen {
  .items, .items tbody, .items thead, .items caption { display: block; }
  .items tr { display: grid; grid-template-columns: minmax(0, 26fr) minmax(0, 15fr) minmax(0, 14fr) minmax(0, 14fr) minmax(0, 11fr) minmax(0, 15fr) minmax(0, 11fr); gap: 0 1rem; border-bottom: 1px solid var(--line); }
  .items th, .items td { padding-right: 0; border-bottom: 0; min-width: 0; }
  .long .items tbody tr { content-visibility: auto; contain-intrinsic-size: auto 8rem; }
  .items thead { position: sticky; top: 0; z-index: 1; background: var(--paper); }
  .items thead tr { border-bottom: 2px solid var(--edge); }
}
`

/** A cell of a card has the name of its column at its left. */
const card = (name: string): string => `
  .${name}, .${name} tbody, .${name} caption { display: block; }
  .${name} thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .${name} tbody tr { display: block; padding: 0.75rem 0; border-bottom: 1px solid var(--line); }
  .${name} tbody th { display: block; width: auto; padding: 0 0 0.35rem; border: 0; }
  .${name} tbody td { display: block; position: relative; min-height: 1.9rem; padding: 0.2rem 0 0.2rem 7.5rem; border: 0; }
  .${name} tbody td::before { position: absolute; left: 0; width: 7rem; color: var(--quiet); font-size: 0.875rem; }
  .${name} tbody td.none { position: absolute; width: 1px; height: 1px; min-height: 0; padding: 0; overflow: hidden; clip-path: inset(50%); }
`

const CARDS = `
@media screen and (max-width: ${NARROW}) {
  ${[SECTION_TABLE, UNGRADED_TABLE, GRADE_TABLE].map(card).join('')}
  ${cardLabels(SECTION_TABLE, SECTION_COLUMNS)}
  ${cardLabels(UNGRADED_TABLE, UNGRADED_COLUMNS)}
  ${cardLabels(GRADE_TABLE, GRADE_COLUMNS)}
  body { padding: 0 1rem 3rem; }
  h1 { font-size: 1.625rem; }
  header { padding-top: 1.5rem; }
  .response summary .share { float: none; padding-left: 1.1rem; }
  .response .folded { padding-left: 0; }
  .figures { grid-template-columns: repeat(auto-fit, minmax(min(8.5rem, 100%), 1fr)); }
}
@media screen and (max-width: ${NARROW_FOR_CLOCKS}) {
  ${card(CLOCK_TABLE)}
  ${cardLabels(CLOCK_TABLE, CLOCK_COLUMNS)}
  .bar { max-width: 24rem; }
}
@media screen and (max-width: ${NARROW_FOR_ITEMS}) {
  ${card('items')}
  ${ITEM_TABLES.map(({ name, columns }) => cardLabels(name, columns)).join('\n')}
}
/* Where a card has room for it, the item stands at the left of what is told of it. */
@media screen and (min-width: 44rem) and (max-width: ${NARROW_FOR_ITEMS}) {
  .items tbody tr { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); grid-template-rows: repeat(5, min-content) 1fr; gap: 0 2rem; }
  .items tbody th { grid-area: 1 / 1 / span 6; }
  .items tbody td { grid-column: 2; }
}
`

/** Where the reader's own colours are forced on the page, shapes and patterns have to do. */
const FORCED = `
@media (forced-colors: active) {
  :root {
    --paper: Canvas; --raised: Canvas; --ink: CanvasText; --quiet: CanvasText; --line: CanvasText; --edge: CanvasText;
    --link: LinkText; --fill: CanvasText; --track: Canvas; --late: CanvasText; --soon: CanvasText; --done: CanvasText; --focus: Highlight;
  }
}
`

/** On A4 everything is unfolded, in black on white, and a table has its heads on every page. */
const inPrint = (today: string): string => `
@page { size: A4; margin: 16mm 14mm 18mm; @bottom-right { content: counter(page) " of " counter(pages); font: 8pt Arial, sans-serif; color: #4c5a67; } @bottom-left { content: "Where our responses stand, ${today}"; font: 8pt Arial, sans-serif; color: #4c5a67; } }
@media print {
  body { max-width: none; padding: 0; font-size: 9.5pt; line-height: 1.35; }
  header { padding-top: 0; }
  h1 { font-size: 18pt; }
  h2 { font-size: 13pt; } h3 { font-size: 10.5pt; margin-top: 12pt; }
  h2, h3, caption, thead, .key { break-after: avoid; }
  main > section { margin-top: 16pt; }
  nav, .skip, fieldset, .links { display: none; }
  #filters:not(.is-filtered) { display: none; }
  details::details-content { content-visibility: visible !important; display: block !important; block-size: auto !important; }
  .long figure, .long .response, .long .items tbody tr { content-visibility: visible; }
  summary { list-style: none; padding: 0; min-height: 0; }
  .response .folded { padding: 0 0 8pt; }
  table { font-size: 8pt; line-height: 1.3; }
  .quiet, caption, .figure-words, .key, figcaption .now, figure summary { font-size: 8pt; }
  thead { display: table-header-group; }
  tr, figure, .concern, .tile, .key { break-inside: avoid; }
  th, td { padding: 3pt 6pt 3pt 0; }
  .items { table-layout: fixed; font-size: 7.5pt; line-height: 1.22; }
  .items .quiet { font-size: 7pt; line-height: 1.2; }
  .items th, .items td { padding: 2.5pt 5pt 2.5pt 0; }
  .items thead th:nth-child(1) { width: 27%; } .items thead th:nth-child(2) { width: 17%; } .items thead th:nth-child(3) { width: 13%; }
  .items thead th:nth-child(4) { width: 10%; } .items thead th:nth-child(5) { width: 11%; } .items thead th:nth-child(7) { width: 9%; }
  .summary { font-size: 10.5pt; }
  .number { font-size: 16pt; }
  .tile { padding: 5pt 8pt; background: none; }
  .figures { grid-template-columns: repeat(auto-fit, minmax(28mm, 1fr)); gap: 6pt; }
  #answered > details:not(.response) > .folded { columns: 2; column-gap: 8mm; }
  .response { break-inside: avoid; }
  .response .folded > * + * { margin-top: 3pt; }
  .concerns { grid-template-columns: 1fr 1fr; }
  .multiples { grid-template-columns: repeat(3, 1fr); gap: 10pt 14pt; }
  .bar { min-width: 0; }
  a { color: inherit; text-decoration: none; }
  a.tile .name { text-decoration: none; }
  svg, .tile, .concern { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`
