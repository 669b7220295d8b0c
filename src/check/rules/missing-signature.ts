import type { Rule } from '../rule.ts'

export const missingSignature: Rule = {
  id: 'missing-signature',
  severity: 'warning',
  title: 'The letter carries the picture of a signature',
  source: 'Practice: without it four empty lines are left for a pen',
  *check({ letter: { signatory }, unsetSignatures }) {
    if (!signatory || signatory.signature) return
    const unset = unsetSignatures.find(({ name }) => name === signatory.name)
    if (unset)
      yield {
        at: { office: unset.at },
        message: `Missing value of the variable ${unset.variable}, expected the path of ${signatory.name}'s signature`,
        hint: 'Without it the letter leaves four empty lines for a pen.',
      }
    else
      yield {
        at: { office: [...signatory.at, 'name'] },
        message: `Missing signature of ${signatory.name}, expected a picture in \`signature\``,
        hint: 'Without it the letter leaves four empty lines for a pen.',
      }
  },
}
