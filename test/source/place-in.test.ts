import { expect, test } from 'vitest'
import { findNode } from '../../src/source/find-node.ts'
import { parseYaml } from '../../src/source/parse-yaml.ts'
import { placeIn } from '../../src/source/place-in.ts'
import { SourceFile } from '../../src/source/source-file.ts'

/** The characters of the file at the place of a word of the value. */
const shown = (yaml: string, word: string): string => {
  const file = new SourceFile('a.yaml', yaml)
  const { node } = findNode(parseYaml(file).value!, ['text'])
  if (node.kind !== 'scalar') throw new Error('expected words')
  const { start, end } = placeIn(node, node.value.indexOf(word), word.length)
  const offset = (point: typeof start) => file.lineStarts[point.line - 1]! + point.column - 1
  return yaml.slice(offset(start), offset(end))
}

test.each([
  ['a literal block', 'text: |\n  One two\n\n    three four\n', 'three'],
  ['a literal block with an indentation of its own', 'text: |2\n    One\n   two\n', 'two'],
  ['a literal block of Windows lines', 'text: |\r\n  One\r\n  two\r\n', 'two'],
  ['a literal block with a remark', 'text: | # 4 words\n  One two\n', 'two'],
  ['a plain value', 'text: One two three\n', 'two'],
  ['a plain value over two lines', 'text: One\n  two three\n', 'three'],
  ['single quotes', "text: 'It''s one two'\n", 'two'],
  ['double quotes', 'text: "\\u00a3 \\"one\\" two"\n', 'two'],
  ['a folded block', 'text: >\n  One\n  two\n\n  three\n', 'three'],
])('a word of %s is found in the file', (_name, yaml, word) => {
  expect(shown(yaml, word)).toBe(word)
})

test('a place beyond the value ends with it', () => {
  const file = new SourceFile('a.yaml', 'text: One\n')
  const { node } = findNode(parseYaml(file).value!, ['text'])
  expect(placeIn(node, 90, 10).end).toEqual({ line: 1, column: 10 })
})
