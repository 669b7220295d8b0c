/** Letters that a terminal gives the room of two: of East Asia (Unicode, UAX #11), and emoji. */
const WIDE =
  /^(?:\p{Emoji_Presentation}|[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}])$/u
/** Drawn on the letter before. */
const NARROW = /^[\p{Mn}\p{Me}\u200b-\u200d]$/u
const PLAIN = /^[ -\u02ff]*$/

const cellOf = (letter: string): number => (NARROW.test(letter) ? 0 : WIDE.test(letter) ? 2 : 1)

/** The room that a text takes in a terminal. */
export function cellsOf(text: string): number {
  if (PLAIN.test(text)) return text.length
  let cells = 0
  for (const letter of text) cells += cellOf(letter)
  return cells
}

/** As much of the text's start as has room. */
export function startOf(text: string, room: number): string {
  let cells = 0
  let kept = ''
  for (const letter of text) {
    cells += cellOf(letter)
    if (cells > room) break
    kept += letter
  }
  return kept
}

/** As much of its end. */
export function endOf(text: string, room: number): string {
  const letters = Array.from(text)
  let cells = 0
  let from = letters.length
  while (from > 0 && (cells += cellOf(letters[from - 1]!)) <= room) from -= 1
  return letters.slice(from).join('')
}
