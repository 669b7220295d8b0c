import { FIELDS } from '../../../document/tree.ts'
import type { Field } from '../../../document/tree.ts'
import type { Finding } from '../../finding.ts'
import { placeIn } from '../read-word.ts'
import type { WordStationery } from '../read-word.ts'

const named = (field: string): string => `{{${field}}}`

/** Names that no letter has: they would be printed as they are typed. */
export function inspectPlaceholders({ stories }: WordStationery): Finding[] {
  return stories.flatMap(story =>
    story.placeholders.flatMap(({ name, meant, typed, paragraph }): Finding[] => {
      if (name !== undefined) return []
      return [
        {
          severity: 'error',
          message: `Unexpected ${typed.trim()}, expected ${meant ? named(meant) : 'a name that letters have'}`,
          hint: meant
            ? `Type ${named(meant)}`
            : `They have ${FIELDS.map(named).join(', ')} and {{body}}`,
          where: placeIn(story, paragraph),
        },
      ]
    }),
  )
}

const told: readonly Field[] = ['our_ref', 'your_ref', 'date', 'addressee', 'salutation', 'subject']

/** What only a header, footer or text box shows is not read out (WCAG 2.2, 1.3.2). */
export function inspectSkipped({ stories }: WordStationery): Finding[] {
  const all = stories.flatMap(story => story.placeholders.map(found => ({ story, found })))
  return told.flatMap((field): Finding[] => {
    const asked = all.filter(({ found }) => found.name === field)
    const [first] = asked
    const isRead = asked.some(
      ({ story, found }) => story.kind === 'body' && found.paragraph.within !== 'text box',
    )
    if (!first || isRead) return []
    return [
      {
        severity: 'warning',
        message: `Unexpected ${named(field)} where screen readers pass over it, expected it on the page itself: the letter says it once more`,
        hint: `Type ${named(field)} into the page above {{body}}, and delete it where it is`,
        where: placeIn(first.story, first.found.paragraph),
      },
    ]
  })
}
