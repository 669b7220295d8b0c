import { hasChiefOfficerWords, isStillToCome } from '../chief-officer-comments.ts'
import type { Rule } from '../rule.ts'

const INVITED = ['chief_officer', 'invited']

export const chiefOfficerNotInvited: Rule = {
  id: 'chief-officer-not-invited',
  severity: 'warning',
  title: 'The chief officer is invited to comment on the report',
  source: 'Police Act 1996, section 55(4)',
  statutory: true,
  *check(context) {
    const { has_duty, is_closed, chief_officer } = context
    if (!has_duty || is_closed || chief_officer.invited !== undefined) return
    // Comments that have come prove the invitation.
    if (chief_officer.received !== undefined || hasChiefOfficerWords(context)) return
    if (isStillToCome(context, INVITED)) return
    yield {
      at: INVITED,
      part: 'key',
      // Words that could not be read may be the proof.
      from: [['chief_officer'], ['sections']],
      message: `Missing day on which the ${chief_officer.title} was invited to comment, expected \`invited\` under \`chief_officer:\``,
      hint: 'Invite comments before a day that you set, and type both: `invited: 2024-01-11`, `due: 2024-02-09`.',
    }
  },
}
