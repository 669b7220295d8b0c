import { jointAnswersOf } from '../../model/response.ts'
import { inSection } from '../names.ts'
import type { Rule } from '../rule.ts'

export const answerWithoutItems: Rule = {
  id: 'answer-without-items',
  severity: 'error',
  title: 'A joint answer answers something',
  source: 'Practice: a text that belongs to no item is read as an answer to the wrong one',
  *check({ sections }) {
    for (const { item, section } of jointAnswersOf(sections)) {
      if (item.targets.length > 0) continue
      yield {
        at: [...item.at, 'answers'],
        item: item.id,
        // What was left out of its list may be what it answers.
        from: [item.at.slice(0, -1)],
        message: `Unexpected joint answer${inSection(section)}, expected an item that it answers`,
        hint: item.all
          ? '`answers: all` takes the items above it in its list that have no answer yet: there is none.'
          : 'Name the items by their references: `answers: [R10, R22]`.',
      }
    }
  },
}
