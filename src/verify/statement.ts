export type Format = 'docx' | 'pdf' | 'html'

/** What holds of the files of a letter for whoever reads them, or does not. */
export type Statement = {
  about:
    'document' | 'language' | 'headings' | 'pictures' | 'links' | 'tables' | 'fonts' | 'colours'
  isKept: boolean
  says: string
  hint?: string
  /** Absent on what is said of all three. */
  format?: Format
}

export type About = Statement['about']

/** As the middle of a sentence has them. */
export const nameOf: Record<Format, string> = { docx: 'Word', pdf: 'the PDF', html: 'the page' }
export const within: Record<Format, string> = {
  docx: 'in Word',
  pdf: 'in the PDF',
  html: 'on the page',
}

export const keptOf = (about: About, says: string, format?: Format): Statement => ({
  ...{ about, isKept: true, says },
  ...(format && { format }),
})

/** `format`: absent where it is so in all of them. */
export const brokenOf = (
  about: About,
  format: Format | undefined,
  says: string,
  hint?: string,
): Statement => ({
  ...{ about, isKept: false, says },
  ...(hint !== undefined && { hint }),
  ...(format && { format }),
})

/** "Word, PDF and page" */
export function sayFormats(opened: readonly { format: Format }[]): string {
  const names = opened.map(({ format }) => nameOf[format].replace('the ', ''))
  const last = names.pop() ?? ''
  return names.length === 0 ? last : `${names.join(', ')} and ${last}`
}

/** "2 of 2 in Word, PDF and page", or each by itself where they differ. */
export function sayCounts<T extends { format: Format }>(
  opened: readonly T[],
  count: (of: T) => number,
): string {
  const counts = opened.map(each => ({ each, of: count(each) }))
  const [first] = counts
  if (counts.every(({ of }) => of === first?.of))
    return `${first?.of} of ${first?.of} in ${sayFormats(opened)}`
  return counts.map(({ each, of }) => `${of} ${within[each.format]}`).join(', ')
}

/** Words as they are quoted in a sentence, cut where they are long. */
export const quote = (words: string): string =>
  `“${words.length > 60 ? `${words.slice(0, 57).trimEnd()}…` : words}”`

export const countOf = (count: number, thing: string): string =>
  `${count} ${thing}${count === 1 ? '' : 's'}`
