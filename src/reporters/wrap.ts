/** Lines of at most so many characters, broken at spaces; a longer word stands alone. */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = []
  for (const word of wordsOf(text, columns)) {
    const line = lines.at(-1)
    if (line !== undefined && line.length + 1 + word.length <= columns)
      lines[lines.length - 1] = `${line} ${word}`
    else lines.push(word)
  }
  return lines
}

/** What is to be typed stands in backticks, and is one word where a line has room for it. */
function* wordsOf(text: string, columns: number): Generator<string> {
  let open = ''
  for (const word of text.split(' ')) {
    const joined = open === '' ? word : `${open} ${word}`
    if (isOpen(joined) && joined.length <= columns) open = joined
    else if (joined.length <= columns) {
      yield joined
      open = ''
    } else {
      // The backtick has no partner, or there is too much between the two.
      if (open !== '') yield* open.split(' ')
      open = ''
      yield word
    }
  }
  if (open !== '') yield* open.split(' ')
}

const isOpen = (words: string): boolean => words.split('`').length % 2 === 0
