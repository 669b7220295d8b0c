import type { Look } from '../../document/look.ts'
import type { DocumentTree } from '../../document/tree.ts'
import { escapeHtml } from './escape.ts'
import { styleSheet } from './style-sheet.ts'

/** Nothing is fetched, run or sent: the page holds all it shows. */
const POLICY =
  "default-src 'none'; img-src data:; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

/** Each as HTML; `head` and `accessible` may be empty. */
export type PageParts = { head: string; letter: string; accessible: string }

export function htmlPage(parts: PageParts, tree: DocumentTree, look: Look): string {
  const { language, title, skip, watermark } = tree
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
${metadata(tree)}
<style>${styleSheet(tree, look)}</style>
</head>
<body>
<a class="skip" href="#_letter">${escapeHtml(skip)}</a>
${translations(tree)}${
    watermark === undefined
      ? ''
      : `<div class="watermark" aria-hidden="true"><span>${escapeHtml(watermark)}</span></div>\n`
  }${parts.head === '' ? '' : `<header>\n${parts.head}\n</header>\n`}<main id="_letter" tabindex="-1">
${parts.letter}
</main>
${footer(parts, tree)}</body>
</html>
`
}

function metadata(tree: DocumentTree): string {
  const meta = (name: string, content: string) =>
    `<meta name="${name}" content="${escapeHtml(content)}">`
  return [
    meta('description', tree.description),
    meta('author', tree.author),
    ...(tree.keywords.length > 0 ? [meta('keywords', tree.keywords.join(', '))] : []),
    // A draft that strays onto a website is not to be found there.
    ...(tree.watermark === undefined && !tree.unlisted ? [] : [meta('robots', 'noindex')]),
    '<link rel="schema.dcterms" href="http://purl.org/dc/terms/">',
    meta('dcterms.title', tree.title),
    meta('dcterms.creator', tree.author),
    meta('dcterms.description', tree.description),
    ...tree.keywords.map(keyword => meta('dcterms.subject', keyword)),
    ...(tree.date === undefined ? [] : [meta('dcterms.date', tree.date)]),
    meta('dcterms.language', tree.language),
    meta('dcterms.type', 'Text'),
    meta('dcterms.format', 'text/html'),
    ...tree.translations.map(
      ({ language, file }) =>
        `<link rel="alternate" hreflang="${language}" href="${escapeHtml(fileUrl(file))}">`,
    ),
    ...(tree.data === undefined
      ? []
      : [
          `<link rel="alternate" type="application/json" href="${escapeHtml(fileUrl(tree.data.file))}">`,
        ]),
  ].join('\n')
}

function translations({ translations }: DocumentTree): string {
  if (translations.length === 0) return ''
  const links = translations.map(
    ({ language, file, label }) =>
      `<a href="${escapeHtml(fileUrl(file))}" hreflang="${language}" lang="${language}">${escapeHtml(label)}</a>`,
  )
  return `<nav class="translations">${links.join('\n')}</nav>\n`
}

function footer({ accessible }: PageParts, { data }: DocumentTree): string {
  const contents = [
    ...(accessible === '' ? [] : [`<p>${accessible}</p>`]),
    ...(data === undefined
      ? []
      : [
          `<p class="data"><a href="${escapeHtml(fileUrl(data.file))}" type="application/json">${escapeHtml(data.label)}</a></p>`,
        ]),
  ]
  return contents.length === 0 ? '' : `<footer>\n${contents.join('\n')}\n</footer>\n`
}

/** A file beside this one: no name can be taken for a scheme or another site. */
const fileUrl = (file: string): string => `./${file.split('/').map(encodeURIComponent).join('/')}`
