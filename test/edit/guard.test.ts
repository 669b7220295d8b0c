import { expect, test } from 'vitest'
import { isAllKept } from '../../src/edit/guard.ts'
import { SourceFile } from '../../src/source/source-file.ts'

const BEFORE = `items:
  - recommendation: Train.
    update: |
      We do.
  - recommendation: Record.
    evidence: [a, b]
    update: So do we.
`
const isKept = (after: string): boolean =>
  isAllKept(new SourceFile('response.yaml', BEFORE), after, ({ value }) => value === 'Train.')

test.each([
  ['what was meant to change has changed', BEFORE.replace('Train.', 'Train all.')],
  [
    'something is added between',
    BEFORE.replace(
      '  - recommendation: Record',
      '  - recommendation: New\n    update: |\n  - recommendation: Record',
    ),
  ],
  ['a text has more space behind it', BEFORE.replace('We do.\n', 'We do.\n\n\n')],
])('all is kept where %s', (_name, after) => {
  expect(isKept(after)).toBe(true)
})

test.each([
  ['an answer is cut', BEFORE.replace('We do.', 'We')],
  ['an answer is lost', BEFORE.replace('    update: |\n      We do.\n', '')],
  [
    'two answers change their items',
    BEFORE.replace('We do.', 'X').replace('So do we.', 'We do.').replace('X', 'So do we.'),
  ],
  [
    'a key has become part of a text',
    BEFORE.replace('    update: So', '      update: So').replace(
      '    evidence: [a, b]',
      '    notes: |\n      evidence: [a, b]',
    ),
  ],
  ['a list is shorter', BEFORE.replace('[a, b]', '[a]')],
  ['the file cannot be read', `${BEFORE}: [`],
])('not all is kept where %s', (_name, after) => {
  expect(isKept(after)).toBe(false)
})
