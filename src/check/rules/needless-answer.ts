import { entriesOf } from '../../model/response.ts'
import { listWords } from '../../model/validate/did-you-mean.ts'
import { inSection, nameItem } from '../names.ts'
import type { Rule } from '../rule.ts'
import { addresseeMeant, knownAddressees } from './unclear-addressee.ts'
import { isWritten } from '../texts.ts'

export const needlessAnswer: Rule = {
  id: 'needless-answer',
  severity: 'note', // an answer too many does no harm
  title: 'What is for others only is answered only for a reason',
  source: 'Practice: of a national report, an office answers what binds its force or itself',
  *check(context) {
    const known = knownAddressees(context)
    for (const { item, section } of entriesOf(context.sections)) {
      if (item.answer_due || item.kind === 'practice' || item.for === undefined) continue
      // unclear-addressee tells of it.
      if (item.for.some(name => addresseeMeant(name, known) !== undefined)) continue
      const text = [item.update, item.comment].find(isWritten)
      if (!text || item.position === 'not applicable' || item.reason?.value.trim()) continue
      yield {
        at: text.at,
        part: 'key',
        item: item.id,
        message: `Unexpected answer to ${nameItem(item)}${inSection(section)}, expected none, since it is for ${listWords(item.for, 'and')} only`,
        hint: 'Say why in `reason`, with `position: not applicable` where that is so; or add the force to `for`.',
        related: [{ at: [...item.at, 'for'], part: 'key', label: 'whom the report names' }],
      }
    }
  },
}
