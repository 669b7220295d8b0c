/** The names of a table's columns; the first holds what its row is of. */
export type Columns = readonly string[]

type Table = {
  /** Says what the rows are, and in which order. */
  caption: string
  columns: Columns
  /** Its class: the labels of its cards hang on it. */
  name: string
}

/**
 * A table that becomes a list of cards on a narrow screen. The roles are written out, for a browser that
 * is told to lay out a row otherwise forgets that it is one.
 */
export const table = ({ caption, columns, name }: Table, rows: readonly string[]): string =>
  `<table class="${name}" role="table">
<caption>${caption}</caption>
<thead role="rowgroup"><tr role="row">${columns
    .map(column => `<th role="columnheader" scope="col">${column}</th>`)
    .join('')}</tr></thead>
<tbody role="rowgroup">
${rows.join('\n')}
</tbody>
</table>`

export const row = (header: string, cells: readonly string[], attributes = ''): string =>
  `<tr role="row"${attributes && ` ${attributes}`}><th role="rowheader" scope="row">${header}</th>${cells.map(cell).join('')}</tr>`

/** A dash stands for nothing: a cell that is merely empty might have been forgotten. */
const cell = (html: string): string =>
  html === '' ? '<td role="cell" class="none">–</td>' : `<td role="cell">${html}</td>`

/** The name of its column before each cell, for where the heads of the columns are out of sight. */
export const cardLabels = (name: string, columns: Columns): string =>
  columns
    .slice(1)
    .map((column, index) => {
      const at = `.${name} td:nth-child(${index + 2})::before`
      // The second says that it is not to be read out: the head of the column is.
      return `${at} { content: "${column}"; content: "${column}" / ""; }`
    })
    .join('\n')
