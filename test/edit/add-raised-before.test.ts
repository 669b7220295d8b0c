import { expect, test } from 'vitest'
import { addRaisedBefore } from '../../src/edit/add-raised-before.ts'

const add = (text: string, earlier = '2017-peel A1') =>
  addRaisedBefore('response.yaml', text, ['items', 0], earlier)?.after

test.each([
  [
    'behind the words of the report',
    'items:\n  - number: 7\n    area_for_improvement: |\n      Train.\n    update: We do. # all\n',
    'items:\n  - number: 7\n    area_for_improvement: |\n      Train.\n    raised_before: [2017-peel A1]\n    update: We do. # all\n',
  ],
  [
    'at the end of braces',
    'items:\n  - { recommendation: Train., update: We do. } # one\n',
    'items:\n  - { recommendation: Train., update: We do., raised_before: [2017-peel A1] } # one\n',
  ],
  [
    'behind what is there, in brackets',
    'items:\n  - recommendation: Train.\n    raised_before: [2014-peel R3] # twice\n',
    'items:\n  - recommendation: Train.\n    raised_before: [2014-peel R3, 2017-peel A1] # twice\n',
  ],
  [
    'behind what is there, on lines',
    'items:\n- recommendation: Train.\n  raised_before:\n  - 2014-peel R3 # once\n  update: We do.\n',
    'items:\n- recommendation: Train.\n  raised_before:\n  - 2014-peel R3 # once\n  - 2017-peel A1\n  update: We do.\n',
  ],
  [
    'beside a single value',
    'items:\n  - recommendation: Train.\n    raised_before: 2014-peel R3 # once\n',
    'items:\n  - recommendation: Train.\n    raised_before: [2014-peel R3, 2017-peel A1] # once\n',
  ],
  [
    'where nothing stands yet',
    'items:\r\n  - recommendation: Train.\r\n    raised_before: # to come\r\n    update: We do.',
    'items:\r\n  - recommendation: Train.\r\n    raised_before: [2017-peel A1] # to come\r\n    update: We do.',
  ],
])('is written %s', (_name, before, after) => {
  expect(add(before)).toBe(after)
})

test('a name that YAML would read otherwise is put in quotes', () => {
  expect(add('items:\n  - recommendation: Train.\n', '2017_peel: A1')).toContain(
    "raised_before: ['2017_peel: A1']",
  )
})

test('an item that stands for several by its name is left alone', () => {
  expect(add('items:\n  - &one\n    recommendation: Train.\n  - *one\n')).toBeUndefined()
})
