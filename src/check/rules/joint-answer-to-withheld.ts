import { jointAnswersOf } from '../../model/response.ts'
import { inSection, nameItem } from '../names.ts'
import type { Rule } from '../rule.ts'
import { isWritten } from '../texts.ts'

export const jointAnswerToWithheld: Rule = {
  id: 'joint-answer-to-withheld',
  severity: 'warning',
  title: 'A joint answer is not to an item that is withheld',
  source: 'Practice: what is withheld is left out of everything that is published',
  *check({ sections }) {
    for (const { item: joint, section } of jointAnswersOf(sections)) {
      if (!isWritten(joint.update) && !isWritten(joint.comment)) continue
      for (const item of joint.targets) {
        if (!item.withheld) continue
        yield {
          at: [...joint.at, 'answers'],
          item: item.id,
          message: `Unexpected joint answer${inSection(section)} to ${nameItem(item)}, which is withheld, expected an answer of its own`,
          hint: 'A joint answer is printed all the same. Answer the withheld item in its own `update`, which is not.',
          related: [{ at: [...item.at, 'withheld'], part: 'key', label: 'withheld here' }],
        }
      }
    }
  },
}
