import { longDate } from '../../calendar.ts'
import {
  countAwaited,
  hasChiefOfficerWords,
  isStillToCome,
  overdueSince,
} from '../chief-officer-comments.ts'
import { inWords } from '../names.ts'
import type { Rule } from '../rule.ts'

const RECEIVED = ['chief_officer', 'received']

export const commentsNotReceived: Rule = {
  id: 'comments-not-received',
  severity: 'warning',
  title: "The chief officer's comments have come before the day that was set",
  source: 'Police Act 1996, section 55(4)',
  statutory: true,
  *check(context) {
    const { has_duty, is_closed, chief_officer } = context
    const due = overdueSince(context)
    if (!has_duty || is_closed || due === undefined) return
    const { title } = chief_officer
    const awaited = countAwaited(context)
    if (awaited > 0 || !hasChiefOfficerWords(context)) {
      const open =
        awaited > 0
          ? `: ${inWords(awaited)} ${awaited === 1 ? 'item is' : 'items are'} unanswered`
          : ''
      yield {
        at: ['chief_officer', 'due'],
        from: [RECEIVED, ['sections']],
        message: `Missing comments of the ${title}, expected them before ${longDate(due)}${open}`,
        hint: 'Once all of them are here, type the day as `received` under `chief_officer:`.',
      }
    } else if (!isStillToCome(context, RECEIVED)) {
      yield {
        at: ['chief_officer', 'due'],
        from: [RECEIVED],
        message: `Missing day on which the comments of the ${title} came, expected \`received\` beside \`due\``,
        hint: 'The comments are here: type the day as `received` under `chief_officer:`.',
      }
    }
  },
}
