import type { Inline } from '../document/tree.ts'
import type { Office } from '../model/office.ts'
import { plain } from './letter.ts'
import type { Wording } from './wording.ts'

/**
 * How to ask for a letter or paper in another format, as the Public Sector Bodies (Websites and Mobile
 * Applications) Accessibility Regulations 2018 want readers told. Nothing where the office gives no
 * email, telephone or address. `name`: of the sentence.
 */
export function composeAccessibleFormat(
  { office, address, telephone, email }: Office,
  wording: Wording,
  title: string,
  name = 'accessible-format',
): Inline[] {
  if (!email && !telephone && address.length === 0) return []
  return wording.inlines(name, {
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
