import type { Block, Entry } from './report-blocks.ts'

export type Design = {
  columns?: number
  justify?: boolean
  font?: string
  boxes?: 'shade' | 'frame'
}

/** The report as a designer sets it: cover, contents, running heads that change, boxes, hyphens. */
export function toTypst(blocks: readonly Block[], design: Design = {}): string {
  const { columns = 1, justify = true, font = 'Tinos', boxes = 'shade' } = design
  const look =
    boxes === 'shade'
      ? 'fill: rgb("#e4ebf5"), inset: 10pt'
      : 'stroke: 1pt + rgb("#12436d"), inset: 10pt'
  return `
#set document(title: "Northshire")
#set text(font: "${font}", size: 11pt, lang: "en", region: "GB", hyphenate: ${justify})
#set par(justify: ${justify}, leading: 0.65em, spacing: 1.2em)
#set page(
  paper: "a4", margin: (x: 25mm, y: 30mm), columns: ${columns},
  header: context {
    if counter(page).get().first() > 1 {
      let before = query(selector(heading.where(level: 2)).before(here()))
      let name = if before.len() > 0 { before.last().body } else { [Northshire] }
      set text(size: 8.5pt, fill: gray)
      if calc.even(counter(page).get().first()) [PEEL 2025/27 #h(1fr) #name] else [#name #h(1fr) Northshire Police]
    }
  },
  footer: context { set text(size: 9pt); align(if calc.even(counter(page).get().first()) { left } else { right }, counter(page).display()) },
)
#show heading: set text(fill: rgb("#12436d"), font: "Arimo", hyphenate: false)
#show heading.where(level: 1): set text(size: 24pt)
#show heading.where(level: 2): set text(size: 18pt)
#show heading.where(level: 3): set text(size: 14pt)
#show heading.where(level: 4): set text(size: 11pt, fill: black)
#set table(inset: 6pt)
${blocks.map(block => typeset(block, look)).join('\n\n')}
`
}

const say = (words: string): string => `#${JSON.stringify(words)}`

function typeset(block: Block, look: string): string {
  if ('heading' in block) return `#heading(level: ${block.level})[${say(block.heading)}]`
  if ('words' in block)
    return say(block.words) + (block.note ? `#footnote[${say(block.note)}]` : '')
  if ('list' in block) return typesetList(block.list)
  if ('box' in block)
    return `#block(width: 100%, breakable: true, ${look})[\n${block.box.map(one => typeset(one, look)).join('\n\n')}\n]`
  if ('columns' in block)
    return `#columns(2, gutter: 16pt)[\n${block.columns.map(one => typeset(one, look)).join('\n\n')}\n]`
  if ('pageBreak' in block) return '#pagebreak()'
  const cells = block.table.flat().map(words => `[${say(words)}]`)
  return `#table(columns: ${block.table[0]!.length}, ${cells.join(', ')})`
}

const typesetList = (entries: readonly Entry[]): string =>
  `#list(${entries.map(({ words, entries }) => `[${say(words)}${entries ? typesetList(entries) : ''}]`).join(', ')})`
