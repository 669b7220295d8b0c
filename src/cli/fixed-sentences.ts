import { templates, vocabulary } from 'section55:wording'
import { replaceableWording } from '../model/wording-names.ts'
import { Vocabulary } from '../wording/vocabulary.ts'
import { templateOf, Wording } from '../wording/wording.ts'
import type { Values } from '../wording/values.ts'

/** Enough of a letter to fill the product's own sentences, so that an officer reads words and no template. */
const SAMPLE: Values = {
  section_55: true,
  draft: true,
  office: { office: 'Office of the Police and Crime Commissioner for Northshire' },
  body: {
    title: 'Police and Crime Commissioner',
    title_possessive: "Police and Crime Commissioner's",
    area: 'Northshire',
  },
  voice: { subject: 'I', possessive: 'my', board: false, we: false },
  chief_officer: { title: 'Chief Constable', title_possessive: "Chief Constable's" },
  report: {
    title: 'An inspection of Northshire Police',
    inspectorate: 'HMICFRS',
    published: '10 January 2024',
  },
  // What single sentences are given: see templates/wording/README.md.
  comments: true,
  chief_officer_comments: true,
  reply: true,
  appendix: false,
  several: true,
  count_capital: 'Two',
  kinds: 'recommendations',
  within_56_days: true,
  copies: ['HMICFRS', 'Northshire Police and Crime Panel'],
}

/** The sentences that `letter.wording` replaces by name, with the product's words. */
export function fixedSentences(): { name: string; words: string }[] {
  const wording = new Wording(
    {
      language: 'en-GB',
      vocabulary: new Vocabulary(vocabulary),
      templates: new Map(
        Object.entries(templates).map(([name, { spec }]) => [name, templateOf(spec, name)]),
      ),
      fileOf: name => name,
    },
    {},
    SAMPLE,
  )
  const sentences = replaceableWording.map(name => ({ name, words: wording.words(name) }))
  const [problem] = wording.problems
  if (problem) throw new Error(problem.message)
  return sentences
}
