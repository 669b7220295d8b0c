/** The words as a value in quotes: double ones, as people type them, unless a sign in them means something there. */
export const quote = (words: string): string =>
  /["\\]/.test(words) ? `'${words.replaceAll("'", "''")}'` : `"${words}"`
