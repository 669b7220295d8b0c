import { expect, test } from 'vitest'
import { sayDeadline } from '../../src/status/say.ts'
import { aRecommendation } from '../makers.ts'
import { itemOf } from './make.ts'

test.for([
  [{ words: 'within six months', day: '2020-03-27' }, 'within six months (27 March 2020)'],
  [{ words: 'by 31 March 2026', day: '2026-03-31' }, 'by 31 March 2026'],
  [{ words: 'by March 2026', day: '2026-03-31' }, 'by March 2026 (31 March 2026)'],
  [{ words: 'immediately' }, 'immediately'],
  [
    { words: 'within twelve weeks', day: '2026-03-31', of: 'plan' },
    'within twelve weeks (31 March 2026), for its plan',
  ],
] as const)('a deadline of %o', ([deadline, said]) => {
  expect(sayDeadline(deadline)).toBe(said)
})

test('the words of a report stand on one line, paragraphs and entries of lists apart', async () => {
  const recommendation = 'Improve *how* it responds.\n\n- To calls\n- To visits\n'
  const { words } = await itemOf(aRecommendation({ recommendation }))
  expect(words).toBe('Improve how it responds. To calls To visits')
})
