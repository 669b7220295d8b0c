import type { Rule } from '../rule.ts'

export const missingAltText: Rule = {
  id: 'missing-alt-text',
  severity: 'warning',
  title: 'The logo has words for those who do not see it',
  source: 'WCAG 2.2, 1.1.1: Public Sector Bodies Accessibility Regulations 2018',
  *check({ office: { office, letterhead } }) {
    if (!letterhead.logo || letterhead.has_own_alt) return
    yield {
      at: { office: ['letterhead', 'logo'] },
      message: 'Missing logo_alt beside the logo, expected the words that the logo shows',
      hint: `Until then a screen reader says "${office}".`,
    }
  },
}
