import type { Outcome, Problem } from '../problem.ts'
import { SourceFile } from './source-file.ts'

const MEGABYTE = 1024 * 1024
/** The largest YAML file that is read. The longest letters hold a tenth of a megabyte. */
export const SIZE_LIMIT = 10 * MEGABYTE

/**
 * A file's bytes as text: UTF-8 and nothing else, without its byte order mark. `shown`: of a file that
 * is refused, what can be shown of it all the same.
 */
export function decodeText(
  path: string,
  bytes: Uint8Array,
): Outcome<SourceFile> & { shown?: SourceFile } {
  const refuse = (file: SourceFile, offset: number, message: string, hint: string) => {
    const problem: Problem = {
      rule: 'yaml',
      severity: 'error',
      message,
      hint,
      place: file.place(offset, offset + 1),
    }
    return { problems: [problem] }
  }
  if (bytes.length > SIZE_LIMIT) {
    const size = Math.ceil(bytes.length / MEGABYTE)
    return refuse(
      new SourceFile(path, ''),
      0,
      `Unexpected file of ${size} MB, expected at most ${SIZE_LIMIT / MEGABYTE} MB`,
      'Check that this is the right file; a long response can be split with `file:`',
    )
  }
  if (isUtf16(bytes)) {
    return refuse(
      new SourceFile(path, ''),
      0,
      'Unexpected UTF-16 file, expected UTF-8',
      'Save the file again and choose the encoding UTF-8',
    )
  }
  if (bytes.subarray(0, 1024).includes(0) || startsWith(bytes, [0x50, 0x4b, 3, 4])) {
    return refuse(
      new SourceFile(path, ''),
      0,
      'Unexpected data that is no text, expected a text file saved as UTF-8',
      'A Word document cannot be read here, whatever its name: copy its words into a text file',
    )
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return { value: new SourceFile(path, text), problems: [] }
  } catch {
    const text = new TextDecoder('utf-8').decode(bytes)
    const file = new SourceFile(path, text)
    const refused = refuse(
      file,
      Math.max(0, text.indexOf('\uFFFD')),
      'Unexpected character that is not UTF-8, expected a file saved as UTF-8',
      'The file was probably saved as Windows-1252 (ANSI); save it again, choose the encoding UTF-8, and look at the quotation marks and accents of this line',
    )
    return { ...refused, shown: file }
  }
}

export const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte)

/** By its byte order mark, or by every other byte of its first signs, which are of a key. */
function isUtf16(bytes: Uint8Array): boolean {
  if (startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff])) return true
  const [first = 0, second = 0, third = 0, fourth = 0] = bytes
  const isLittle = first > 0 && second === 0 && third > 0 && fourth === 0
  return isLittle || (first === 0 && second > 0 && third === 0 && fourth > 0)
}

// The tab, the line feed and the carriage return are the only controls that text may hold.

const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/g

/** Such as a backslash in double quotes makes. */
export const holdsControl = (value: string): boolean => value.search(CONTROL) !== -1

/** The same text, as it can be written. Half of a pair of surrogates is no character, and cannot be. */
export const withoutControls = (value: string): string =>
  value
    .replace(CONTROL, '')
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')

/** Characters that nobody sees and no format may hold. One problem a line is enough to find them. */
export function findControlCharacters(file: SourceFile): Problem[] {
  const problems: Problem[] = []
  let lastLine = 0
  for (const match of file.text.matchAll(CONTROL)) {
    const place = file.place(match.index, match.index + 1)
    if (place.start.line === lastLine) continue
    lastLine = place.start.line
    const code = match[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')
    problems.push({
      rule: 'text',
      severity: 'error',
      message: `Unexpected control character U+${code}, expected none`,
      hint: 'Delete the invisible character, which may have come with pasted text',
      place,
    })
    if (problems.length === 20) break
  }
  return problems
}
