import { expect, test } from 'vitest'
import type { Reading } from '../../src/model/reading.ts'
import {
  aRecommendation,
  aResponse,
  aSection,
  anOffice,
  OFFICE,
  read,
  RESPONSE,
} from '../makers.ts'

const both = (cy: string, en: string) => ({ cy, en })
const bilingual = (keys: Record<string, unknown> = {}) =>
  aResponse({
    language: ['cy-GB', 'en-GB'],
    comments: both('Croeso', 'Welcome'),
    chief_officer: { introduction: both('Cyflwyniad', 'Introduction') },
    sections: [
      aSection({
        title: both('Effeithiolrwydd', 'Effectiveness'),
        items: [aRecommendation({ update: both('Gwnaed', 'Done') })],
      }),
    ],
    ...keys,
  })
const gapsOf = ({ gaps }: Reading) =>
  gaps.map(({ rule, message, place }) => `${place.start.line} ${rule}: ${message}`)

test('a response of two languages is two responses of one shape', async () => {
  const reading = await read({ [RESPONSE]: bilingual() })
  expect([reading.problems, reading.gaps]).toEqual([[], []])
  const [welsh, english] = reading.responses
  expect([welsh!.language, english!.language]).toEqual(['cy-GB', 'en-GB'])
  expect(welsh!.sections[0]).toMatchObject({
    id: 'effectiveness',
    title: { at: ['sections', 0, 'title', 'cy'], value: 'Effeithiolrwydd' },
  })
  expect(english!.sections[0]).toMatchObject({
    id: 'effectiveness',
    title: { value: 'Effectiveness' },
  })
  expect(welsh!.comments!.blocks[0]).toMatchObject({ text: { value: 'Croeso' } })
})

test('what stands in one language only is a gap', async () => {
  const reading = await read({ [RESPONSE]: bilingual({ comments: { en: 'Welcome' } }) })
  expect(reading.problems).toEqual([])
  expect(gapsOf(reading)).toEqual([
    '16 two-languages: Missing Welsh words of comments, expected them beside the English ones',
  ])
})

test('an answer typed once does not stand for both languages, a title and the report’s words do', async () => {
  const sections = [aSection({ items: [aRecommendation({ update: 'Done' })] })]
  const reading = await read({ [RESPONSE]: bilingual({ sections }) })
  expect(reading.gaps.map(({ message }) => message)).toEqual([
    'Unexpected update in one language, expected it in Welsh and in English',
  ])
})

test('names of the office may be in both languages', async () => {
  const reading = await read({
    [RESPONSE]: bilingual(),
    [OFFICE]: anOffice({
      force: both('Heddlu’r Gogledd', 'Northshire Police'),
      address: { cy: ['Lôn'], en: ['Lane'] },
    }),
  })
  expect(reading.responses.map(({ office }) => [office.force, office.address])).toEqual([
    ['Heddlu’r Gogledd', ['Lôn']],
    ['Northshire Police', ['Lane']],
  ])
})

test('a fault is told once, not once a language', async () => {
  const sections = [aSection({ items: [aRecommendation({ recommendation: '# Heading' })] })]
  const reading = await read({ [RESPONSE]: bilingual({ sections }) })
  expect(reading.problems.map(({ rule }) => rule)).toEqual(['text'])
})
