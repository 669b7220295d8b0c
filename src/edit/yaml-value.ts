import { withoutControls } from '../source/decode-text.ts'

/** Words on one line, of characters that can be written. */
export const oneLine = (words: string): string =>
  withoutControls(words)
    .replace(/[\s\u0085]+/g, ' ')
    .trim()

/** No sign in it means anything to YAML, and no editor takes it for a flag or a number. */
const PLAIN = /^[\p{L}\p{N}](?:[\p{L}\p{M}\p{N} ,./()–—’'“”‘&%£;?!+-]|:(?=[^\s:]))*$/u
const PLAIN_IN_BRACKETS = /^[\p{L}\p{N}][\p{L}\p{M}\p{N} ./()–—’&%£;-]*$/u
const OTHERWISE_READ = /^(?:true|false|null|yes|no|on|off|y|n|[-+.\d_]*[.e_][-+.\d_e]*|0[xob].*)$/i

/** A value on one line that no character of it can break. `isInBrackets`: of a `[…]` or `{…}`. */
export function writeValue(words: string, isInBrackets = false): string {
  const line = oneLine(words)
  const isPlain = (isInBrackets ? PLAIN_IN_BRACKETS : PLAIN).test(line)
  return isPlain && !OTHERWISE_READ.test(line) ? line : inSingleQuotes(line)
}

export const inSingleQuotes = (line: string): string => `'${line.replaceAll("'", "''")}'`

/** A text of several lines on one; what JSON escapes, YAML reads. */
export const inDoubleQuotes = (text: string): string => JSON.stringify(text)

/** `key: |` and the text below it. */
export const writeText = (key: string, text: string): string[] => [
  `${key}: |`,
  ...text.split('\n').map(line => (line === '' ? '' : `  ${line}`)),
]

export const writeList = (key: string, values: readonly string[]): string =>
  `${key}: [${values.map(value => writeValue(value, true)).join(', ')}]`

export const indentBy = (spaces: number, lines: readonly string[]): string[] =>
  lines.map(line => (line === '' ? '' : ' '.repeat(spaces) + line))

/** The lines of a map as an entry of a list; remarks above its first key stand above the dash. */
export function asEntry(lines: readonly string[]): string[] {
  const first = lines.findIndex(line => line !== '' && !line.startsWith('#'))
  return lines.map((line, index) => {
    if (index < first || line === '') return line
    return (index === first ? '- ' : '  ') + line
  })
}
