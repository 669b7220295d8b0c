import type { Look } from '../../document/look.ts'
import type { DocumentTree } from '../../document/tree.ts'
import { darkenForText, plainColour } from '../colour.ts'
import { oneLineHeader } from '../running-header.ts'
import { bullets, greys, sizes } from '../sizes.ts'
import type { Measures } from '../sizes.ts'
import { quoteCss } from './escape.ts'

type Font = { stack: string; measure: number }

/** `measure`: the em of about 70 characters a line, by the width of the font's letters. */
const fonts: Record<string, Font> = {
  Arial: { stack: 'Arial, Arimo, "Liberation Sans", Helvetica, sans-serif', measure: 35 },
  Calibri: { stack: 'Calibri, Carlito, Arial, Helvetica, sans-serif', measure: 32 },
  'Times New Roman': {
    stack: '"Times New Roman", Tinos, "Liberation Serif", Times, serif',
    measure: 30.5,
  },
}
const fontOf = (name: string): Font =>
  (Object.hasOwn(fonts, name) ? fonts[name] : undefined) ?? {
    stack: `${quoteCss(name)}, Arial, Helvetica, sans-serif`,
    measure: 34,
  }

export const styleSheet = (tree: DocumentTree, look: Look): string =>
  `${onScreen(tree, look)}${inPrint(tree, look)}`

/** Words lie over it: theirs are read on this grey (WCAG 2.2, 1.4.3). */
const WATERMARK = '#f0f0f0'

/** Between links that stand on lines of their own (WCAG 2.2, 2.5.8). */
const TARGET = '24px'

const onScreen = ({ watermark }: DocumentTree, look: Look): string => `
:root {
  color-scheme: light;
  --colour: ${plainColour(look.colour)};
  --ink: ${darkenForText(look.colour, watermark === undefined ? '#ffffff' : WATERMARK)};
  --grey: ${greys.quiet};
  --measure: ${fontOf(look.font).measure + 2.5}em;
}
* { box-sizing: border-box; }
html { font-size: 100%; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0;
  background: #fff;
  color: ${greys.text};
  font-family: ${fontOf(look.font).stack};
  font-size: 1.125rem;
  line-height: 1.55;
  text-align: left;
  hyphens: manual;
  overflow-wrap: break-word;
}
header, main, footer { max-width: var(--measure); margin: 0 auto; padding: 0 1.25em; }
header { padding-top: 2.5em; }
main { padding-bottom: 4em; }
footer { padding-bottom: 3em; }
footer p { font-size: 0.89em; }
footer::before { content: ""; display: block; margin-bottom: 1.2em; border-top: 1px solid var(--colour); }
a { color: var(--ink); text-underline-offset: 0.15em; overflow-wrap: anywhere; }
a:focus-visible, [tabindex]:focus-visible { outline: 3px solid #1a1a1a; outline-offset: 3px; }
main[tabindex]:focus-visible { outline: none; }
.skip { position: absolute; left: -100vw; padding: 0.6em 1em; background: #fff; }
.skip:focus { left: 0.5em; top: 0.5em; z-index: 1; }
.translations { max-width: var(--measure); margin: 0 auto; padding: 1em 1.25em 0; text-align: right; }
.translations a { margin-left: 1em; }
p, ul, ol, blockquote, .table, address { margin: 0 0 1em; }
address { font-style: normal; }
h1, h2, h3, h4, h5, h6 { color: var(--ink); line-height: 1.25; text-wrap: balance; }
h1 { margin: 1.4em 0 0.8em; font-size: 1.5em; }
h2 { margin: 2.2em 0 0.7em; font-size: 1.35em; }
h3 { margin: 2em 0 0.6em; font-size: 1.18em; }
h4 { margin: 1.9em 0 0.6em; font-size: 1.06em; }
h5 { margin: 1.7em 0 0.5em; font-size: 1em; color: inherit; }
h6 { margin: 1.5em 0 0.5em; font-size: 1em; color: var(--grey); }
h2 + h3, h3 + h4, h4 + h5, h5 + h6 { margin-top: 0.8em; }
h2.new-page { margin-top: 3em; padding-top: 1.6em; border-top: 1px solid var(--colour); }
ul { padding-left: 1.4em; }
li ul { list-style-type: "${bullets[1]}\\2003"; }
li li ul { list-style-type: "${bullets[2]}\\2003"; }
ol { padding-left: 1.8em; }
li { margin: 0.35em 0; padding-left: 0.2em; }
li > p { margin-bottom: 0.5em; }
li > ul, li > ol { margin: 0.35em 0 0; }
blockquote { padding-left: 1.2em; }
blockquote.report { padding-left: 1.05em; border-left: 0.2em solid var(--ink); }
blockquote > :last-child { margin-bottom: 0; }
.report > .keep:not(:last-child) { margin-bottom: 0.35em; }
img { max-width: 100%; height: auto; }
.table { overflow-x: auto; }
table { border-collapse: collapse; min-width: 100%; font-size: 0.94em; line-height: 1.4; }
th, td { padding: 0.5em 1.1em 0.5em 0; border-bottom: 1px solid #bfbfbf; text-align: left; vertical-align: top; }
th:last-child, td:last-child { padding-right: 0; }
thead th, thead td { border-bottom: 2px solid var(--ink); vertical-align: bottom; }
td, th { overflow-wrap: normal; }
th.center, td.center { text-align: center; }
th.right, td.right { text-align: right; font-variant-numeric: tabular-nums; }
.letterhead {
  display: flex;
  flex-wrap: wrap;
  align-items: center;
  gap: 1em 1.4em;
  margin-bottom: 2.6em;
  padding-bottom: 1.2em;
  border-bottom: 2px solid var(--colour);
}
.letterhead > * { margin: 0; }
.wordmark { flex: 1 1 auto; color: var(--ink); font-weight: bold; line-height: 1.35; }
.contact { font-size: 0.84em; line-height: max(1.5em, ${TARGET}); }
.draft { font-weight: bold; }
.addressee, .reference, .date { margin-bottom: 1.5em; }
.salutation { margin: 2em 0 1em; }
.question { color: var(--grey); }
.label { margin-bottom: 0.4em; }
.detail { color: var(--grey); font-size: 0.94em; }
.closing { margin-top: 2em; }
.sign-off { margin: 1.8em 0 0; }
.picture { margin: 0.6em 0; }
.sign-off + .signatory { margin-top: 6.2em; }
.copies { margin-top: 2.4em; }
.gap { padding: 0.1em 0.2em; background: #fff2cc; color: ${greys.text}; font-weight: bold; }
.watermark {
  position: fixed;
  inset: 0;
  z-index: -1;
  display: flex;
  align-items: center;
  justify-content: center;
  color: ${WATERMARK};
  font-size: min(24vw, 14rem);
  font-weight: bold;
  letter-spacing: 0.06em;
  line-height: 1;
  pointer-events: none;
  user-select: none;
}
.watermark span { transform: rotate(-45deg); }
@media (forced-colors: active), (prefers-contrast: more) {
  .watermark { display: none; }
}
@media (max-width: 30em) {
  body { font-size: 1.0625rem; }
  header { padding-top: 1.5em; }
  .wordmark { flex-basis: 50%; }
}
`

const inPoints = ({ size, before, after }: Measures): string =>
  `{ margin: ${before}pt 0 ${after}pt; font-size: ${size}pt; }`

/** As in the other formats on paper. */
const headingsInPrint = [
  `  h1 ${inPoints(sizes.title)}`,
  ...sizes.headings.flatMap((measures, index) => [
    `  h${index + 2} ${inPoints(measures)}`,
    ...(index === 0
      ? []
      : [`  h${index + 1} + h${index + 2} { margin-top: ${measures.close}pt; }`]),
  ]),
].join('\n')

/** Margin boxes (CSS Paged Media 3) are shown by Chromium; elsewhere the browser's own header stands. */
function inPrint({ header, pages, watermark }: DocumentTree, { font, margins }: Look): string {
  const measure = 210 - margins.left - margins.right
  const [before, between, after] = pages.map(quoteCss)
  const sides = [margins.top, margins.right, margins.bottom, margins.left]
  // A margin box takes nothing from the body.
  const box = `color: ${greys.quiet}; font-family: ${fontOf(font).stack}; font-size: ${sizes.running.size}pt;`
  return `@page {
  size: A4;
  margin: ${sides.map(side => `${Number(side)}mm`).join(' ')};
  @top-left { content: ${quoteCss(oneLineHeader(header, measure))}; width: 100%; text-align: left; ${box} }
  @bottom-center { content: ${before} counter(page) ${between} counter(pages) ${after}; ${box} }
}
@page :first {${watermark === undefined ? '\n  @top-left { content: none; }' : ''}
  @bottom-center { content: none; }
}
@media print {
  body { font-size: 12pt; line-height: 1.4; orphans: 2; widows: 2; }
  header, main, footer { max-width: none; padding: 0; }
  footer { margin-top: 2em; break-inside: avoid; }
  footer p { font-size: 10pt; }
  p, ul, ol, address { margin-bottom: ${sizes.paragraph.after}pt; }
  li, li > p, li > ul, li > ol { margin-top: ${sizes.list.after}pt; margin-bottom: ${sizes.list.after}pt; }
  blockquote, .table { margin-bottom: ${sizes.report.after}pt; }
  th, td { padding-top: ${sizes.table.cell}pt; padding-bottom: ${sizes.table.cell}pt; }
${headingsInPrint}
  .skip, .translations, .data { display: none; }
  h1, h2, h3, h4, h5, h6, .keep, .label, .question { break-after: avoid; break-inside: avoid; }
  .wordmark { flex-basis: 30%; }
  h2.new-page, .new-page { break-before: page; margin-top: 0; padding-top: 0; border-top: 0; }
  .closing, tr, .letterhead, .whole { break-inside: avoid; }
  .closing + .copies { break-before: avoid; }
  thead { display: table-header-group; }
  .table { overflow: visible; }
  td, th { overflow-wrap: anywhere; }
  .gap, .watermark { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .watermark { font-size: 120pt; }
  a { color: inherit; text-decoration: none; }
}
`
}
