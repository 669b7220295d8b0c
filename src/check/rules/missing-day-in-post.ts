import type { Person } from '../../model/office.ts'
import type { Rule } from '../rule.ts'

const POSTS: readonly Person['post'][] = ['holder', 'chief officer', 'home secretary']

export const missingDayInPost: Rule = {
  id: 'missing-day-in-post',
  severity: 'warning',
  title: 'Where several held a post, each has a first or last day in it',
  source: "Practice: the letter's date picks who signs and who is named",
  *check({ office: { people } }) {
    for (const post of POSTS) {
      const all = people.filter(person => person.post === post)
      for (const { at, name, from, to } of all) {
        if (all.length < 2 || from !== undefined || to !== undefined) continue
        yield {
          at: { office: at },
          message: `Missing days of ${name} in the post, expected \`from\`, \`to\` or both, since others held it too`,
          hint: 'Without them, whoever has a first day comes before.',
        }
      }
    }
  },
}
