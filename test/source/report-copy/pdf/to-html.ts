import type { Block, Entry } from './report-blocks.ts'

/** The report as a page of the web, which browsers and word processors print. */
export function toHtml(blocks: readonly Block[], style = ''): string {
  return `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>Northshire</title><style>
body { font: 11pt Arimo, Arial, sans-serif; line-height: 1.3 }
h1 { font-size: 24pt; color: #12436d } h2 { font-size: 18pt; color: #12436d }
h3 { font-size: 14pt } h4 { font-size: 11pt }
.box { background: #e4ebf5; padding: 8pt 10pt; margin: 10pt 0 }
.columns { columns: 2; column-gap: 20pt }
table { border-collapse: collapse } td { border: 1px solid #555; padding: 4pt }
${style}</style></head><body>${blocks.map(mark).join('\n')}</body></html>`
}

const escape = (words: string): string => words.replace(/&/g, '&amp;').replace(/</g, '&lt;')

function mark(block: Block): string {
  if ('heading' in block) return `<h${block.level}>${escape(block.heading)}</h${block.level}>`
  if ('words' in block) return `<p>${escape(block.words)}</p>`
  if ('list' in block) return markList(block.list)
  if ('box' in block) return `<div class="box">${block.box.map(mark).join('\n')}</div>`
  if ('columns' in block) return `<div class="columns">${block.columns.map(mark).join('\n')}</div>`
  if ('pageBreak' in block) return '<div style="break-after: page"></div>'
  const rows = block.table.map(
    cells => `<tr>${cells.map(words => `<td>${escape(words)}</td>`).join('')}</tr>`,
  )
  return `<table>${rows.join('')}</table>`
}

const markList = (entries: readonly Entry[]): string =>
  `<ul>${entries.map(({ words, entries }) => `<li>${escape(words)}${entries ? markList(entries) : ''}</li>`).join('')}</ul>`
