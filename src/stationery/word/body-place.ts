import type { Finding } from '../finding.ts'
import { hasWords, THING } from './paragraphs.ts'
import type { Paragraph } from './paragraphs.ts'
import type { Placeholder } from './placeholders.ts'
import { placeIn } from './read-word.ts'
import type { Story, WordStationery } from './read-word.ts'

const PREPARE = 's55 letterhead --prepare writes a copy with it'

/** The paragraph that the letter stands in place of, or why there is none. */
export function findBodyPlace({ body, stories }: WordStationery): {
  paragraph?: Paragraph
  findings: Finding[]
} {
  const asked = stories.flatMap(story =>
    story.placeholders.filter(({ name }) => name === 'body').map(found => ({ story, found })),
  )
  const error = (message: string, where?: string, hint = PREPARE): Finding => ({
    severity: 'error',
    message,
    hint,
    ...(where !== undefined && { where }),
  })
  if (asked.length === 0)
    return {
      findings: [
        error(
          'Missing {{body}}, expected it once, alone in a paragraph, where the letter goes',
          undefined,
          `Type {{body}} into an empty paragraph below the last words that stand above the letter; ${PREPARE}`,
        ),
      ],
    }
  const findings = asked.flatMap(({ story, found }) => {
    const fault = faultOf(story, found)
    return fault === undefined ? [] : [error(fault, placeIn(story, found.paragraph), alone)]
  })
  // A text box is in the file twice: for today's Word, and for older ones.
  const [first, second] = asked.filter(({ story }) => story === body)
  if (findings.length > 0) return { findings }
  if (!first) return { findings }
  if (second)
    return {
      findings: [
        error(
          'Unexpected second {{body}}, expected one',
          placeIn(second.story, second.found.paragraph),
          'Delete all but one: the letter is put in once',
        ),
      ],
    }
  return { paragraph: first.found.paragraph, findings }
}

const alone =
  'Type {{body}} alone into a paragraph of the page itself, where the letter is to begin'

function faultOf(story: Story, { paragraph, typed }: Placeholder): string | undefined {
  const where = 'expected it in a paragraph of the page itself'
  if (story.kind !== 'body') return `Unexpected {{body}} in ${story.name}, ${where}`
  if (paragraph.within === 'text box') return `Unexpected {{body}} in a text box, ${where}`
  if (paragraph.within === 'table') return `Unexpected {{body}} in a table, ${where}`
  if (paragraph.element.parent?.name !== 'w:body')
    return `Unexpected {{body}} in a content control, ${where}`
  const others = paragraph.text.replace(typed, '')
  if (hasWords(others))
    return 'Unexpected words beside {{body}}, expected it alone in its paragraph'
  // One that floats goes with the letter's first paragraph.
  if (others.includes(THING))
    return 'Unexpected picture beside {{body}}, expected it alone in its paragraph'
  return undefined
}
