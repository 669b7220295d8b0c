import type { StatutoryCopy } from '../../model/response.ts'
import { listWords } from '../../model/validate/did-you-mean.ts'
import type { Rule } from '../rule.ts'

const COPIES: { to: StatutoryCopy; name: string; typed: string }[] = [
  { to: 'inspectorate', name: 'the inspectorate', typed: '`copies: [HMICFRS]`' },
  { to: 'secretary of state', name: 'the Secretary of State', typed: '`to: [home-secretary]`' },
]

export const missingCopy: Rule = {
  id: 'missing-copy',
  severity: 'warning',
  title: 'Copies go to the inspectorate and to the Secretary of State',
  source: 'Police Act 1996, section 55(6)',
  statutory: true,
  *check({ has_duty, letter }) {
    // Without any addressee, that is what is missing.
    if (!has_duty || letter.to.length === 0) return
    const key = letter.copies.length > 0 ? 'copies' : 'to'
    const missing = COPIES.filter(({ to }) => !letter.receives.includes(to))
    if (missing.length === 0) return
    const names = listWords(
      missing.map(({ name }) => name),
      'and',
    )
    yield {
      at: ['letter', key],
      part: 'key',
      from: [
        ['letter', 'to'],
        ['letter', 'copies'],
      ],
      message: `Missing ${missing.length === 1 ? 'copy' : 'copies'} to ${names}, expected ${missing.length === 1 ? 'it' : 'both'} among the addressees or the copies`,
      hint: `Type ${missing.map(({ typed }) => typed).join(' and ')}. An addressee of your own says which it is: \`receives: [${missing.map(({ to }) => to).join(', ')}]\`.`,
    }
  },
}
