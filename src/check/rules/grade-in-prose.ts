import type { InspectionResponse, Section } from '../../model/response.ts'
import { escapePattern } from '../../model/placeholder.ts'
import { sectionsOf } from '../../model/response.ts'
import type { Rule } from '../rule.ts'
import { proseOf, sentencesOf } from '../texts.ts'

const GRADING = /\b(?:grad(?:ed?|ing)|rat(?:ed|ing)|judged|assessed|judge?ment)\b/i
// Another time, other forces, a part of it, or no grade at all.
const NOT_THE_GRADE =
  /\b(?:previous(?:ly)?|last|before|earlier|former(?:ly)?|compar\w*|then|up|down|improved|from|since|will|would|aim\w*|not|no longer|never|other|forces|national(?:ly)?|aspects?|elements?|parts?|some|mostly|(?:19|20)\d\d)\b/i

export const gradeInProse: Rule = {
  id: 'grade-in-prose',
  severity: 'warning',
  title: "Grades in the letter's sentences are those of its sections",
  source: 'Practice: the letter is compared with the report, grade by grade',
  *check(response) {
    const sections = gradedSections(response)
    const findGrades = gradePattern(response)
    if (sections.length === 0 || !findGrades) return
    for (const { text } of proseOf(response)) {
      if (text.value.search(findGrades) < 0) continue
      for (const { offset, words } of sentencesOf(text.value)) {
        const [found, ...others] = words.matchAll(findGrades)
        if (!found || others.length > 0 || NOT_THE_GRADE.test(words)) continue
        const section = sectionIn(words, sections)
        if (!section || !isGrading(words, section.title.value, found[0])) continue
        if (sameWords(found[0], section.grade)) continue
        yield {
          at: text.at,
          within: { offset: offset + found.index, length: found[0].length },
          message: `Unexpected grade "${found[0].replace(/\s+/g, ' ')}" of "${section.title.value}", expected "${section.grade}" as its section has it`,
          hint: '`- grades: current`, in place of a text, writes the grades from the sections.',
          related: [{ at: [...section.at, 'grade'], label: 'the grade of the section' }],
        }
      }
    }
  },
}

type GradedSection = Section & { grade: string }

/** Those that a title can tell apart. */
function gradedSections({ report, sections }: InspectionResponse): GradedSection[] {
  const all = [...sectionsOf(sections)]
  const counts = new Map<string, number>()
  for (const { title } of all) {
    const key = title.value.toLowerCase()
    counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return all.filter(
    (section): section is GradedSection =>
      section.grade !== undefined &&
      report.scale.includes(section.grade) &&
      section.title.value !== '' &&
      counts.get(section.title.value.toLowerCase()) === 1,
  )
}

// Of the few scales that there are.
const patterns = new Map<string, RegExp>()

function gradePattern({ report: { scale } }: InspectionResponse): RegExp | undefined {
  if (scale.length === 0) return undefined
  const key = scale.join('\n')
  const words = [...scale]
    .sort((one, other) => other.length - one.length)
    .map(one => escapePattern(one).replace(/\s+/g, '\\s+'))
  const pattern =
    patterns.get(key) ?? new RegExp(`(?<![\\p{L}-])(?:${words.join('|')})(?![\\p{L}-])`, 'giu')
  patterns.set(key, pattern)
  return pattern
}

/** The one section whose title stands in a sentence. */
function sectionIn(words: string, sections: readonly GradedSection[]): GradedSection | undefined {
  const plain = words.replace(/\s+/g, ' ')
  const lower = plain.toLowerCase()
  // One word alone, such as "Efficiency", is a title only with its capital letter.
  const named = sections.filter(({ title: { value } }) =>
    value.includes(' ') ? lower.includes(value.toLowerCase()) : hasWord(plain, value),
  )
  return named.length === 1 ? named[0] : undefined
}

const hasWord = (words: string, word: string): boolean =>
  words.split(/[^\p{L}\p{N}-]+/u).includes(word)

/** A sentence about grading, or an entry of a list: "Effectiveness – Good". */
function isGrading(words: string, title: string, grade: string): boolean {
  if (GRADING.test(words)) return true
  const rest = words
    .replace(/\s+/g, ' ')
    .toLowerCase()
    .replace(title.toLowerCase(), '')
    .replace(grade.toLowerCase().replace(/\s+/g, ' '), '')
  return !/[\p{L}\p{N}]/u.test(rest)
}

const sameWords = (one: string, other: string): boolean =>
  one.replace(/\s+/g, ' ').toLowerCase() === other.toLowerCase()
