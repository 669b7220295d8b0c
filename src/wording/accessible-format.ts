import type { Inline } from '../document/tree.ts'
import { plain } from './letter.ts'
import type { Letter } from './letter.ts'

/**
 * How to ask for the letter in another format, as the Public Sector Bodies (Websites and Mobile
 * Applications) Accessibility Regulations 2018 want readers told. Nothing where the office gives no
 * email, telephone or address.
 */
export function composeAccessibleFormat({ response, wording }: Letter, title: string): Inline[] {
  const { office, address, telephone, email } = response.office
  if (!email && !telephone && address.length === 0) return []
  return wording.inlines('accessible-format', {
    email: email && emailAbout(email, wording.words('accessible-format-subject', { title })),
    telephone: telephone && telephoneLink(telephone),
    address: address.length > 0 ? [office, ...address].join(', ') : undefined,
  })
}

const emailAbout = (email: string, subject: string): Inline[] => [
  {
    type: 'link',
    url: `mailto:${email}?subject=${encodeURIComponent(subject)}`,
    children: [plain(email)],
  },
]

/** A number that is more than digits ("ext. 5", "+44 (0)…") is not one to be dialled as it stands. */
const telephoneLink = (telephone: string): Inline[] =>
  /^\+?[\d -]+$/.test(telephone)
    ? [
        {
          type: 'link',
          url: `tel:${telephone.replace(/[ -]/g, '')}`,
          children: [plain(telephone)],
        },
      ]
    : [plain(telephone)]
