import type { Finding } from '../../finding.ts'
import { hasWords } from '../paragraphs.ts'
import { placeIn } from '../read-word.ts'
import type { WordStationery } from '../read-word.ts'

/** What templates ask a typist to replace. */
const prompt =
  /\[[^\]\n]*\b(type|insert|click|enter|add|your|name|date|address|subject|here|text)\b[^\]\n]*\]|click (or tap )?here|lorem ipsum|type here|sample text|text goes here/i

/** An address and a reference have fewer. */
const MANY_WORDS = 60

/** Words that would stand in every letter: an old one's, or a template's. */
export function inspectWords({ body, stories }: WordStationery): Finding[] {
  const findings: Finding[] = []
  for (const story of stories)
    for (const paragraph of story.paragraphs)
      if (prompt.test(paragraph.text))
        findings.push({
          severity: 'warning',
          message: `Unexpected words that ask to be replaced, expected what every letter is to say`,
          hint: 'Delete them, or type a name in double braces that the letter fills, such as {{addressee}}',
          where: placeIn(story, paragraph),
        })
  const asked = body.placeholders.find(({ name }) => name === 'body')
  const at = asked?.paragraph.element.start
  const plain = body.paragraphs.filter(
    ({ text, within }) =>
      within !== 'text box' && hasWords(text) && !/\{\{/.test(text) && !prompt.test(text),
  )
  const count = plain.reduce((sum, { text }) => sum + text.split(/\s+/).filter(Boolean).length, 0)
  if (count > MANY_WORDS)
    findings.push({
      severity: 'warning',
      message: `Unexpected ${count} words on the page, expected those of every letter: they look like an old letter's`,
      hint: 'Delete what belongs to one letter alone',
      where: placeIn(body, plain[0]!),
    })
  else
    for (const paragraph of plain) {
      const side = at === undefined ? 'in' : paragraph.element.start < at ? 'above' : 'below'
      findings.push({
        severity: 'note',
        message: `These words stand ${side} every letter`,
        where: placeIn(body, paragraph),
      })
    }
  return findings
}
