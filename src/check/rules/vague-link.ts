import { walk, wordsOf } from '../../document/words.ts'
import { isAddress, isVague } from '../../model/link-words.ts'
import type { Rule } from '../rule.ts'
import { ownTextsOf } from '../own-words.ts'

export const vagueLink: Rule = {
  id: 'vague-link',
  severity: 'warning',
  title: 'The words of a link say where it leads',
  source: 'WCAG 2.2, 2.4.4: Public Sector Bodies Accessibility Regulations 2018',
  *check(context) {
    for (const { text, item } of ownTextsOf(context)) {
      const { at, value } = text
      if (!value.includes('](')) continue
      let from = 0
      for (const node of walk(text.blocks)) {
        if (node.type !== 'link') continue
        const words = wordsOf(node.children, ' ').trim()
        if (!isVague(words)) continue
        const offset = value.indexOf(words, from)
        if (offset >= 0) from = offset + words.length
        yield {
          at,
          ...(offset >= 0 && { within: { offset, length: words.length } }),
          ...(item && { item: item.id }),
          message: isAddress(words)
            ? `Unexpected link of ${words.length} characters, expected words that say where it leads`
            : `Unexpected link "${words}", expected words that say where it leads`,
          hint: 'Name the page or paper: [our accountability papers](https://…).',
        }
      }
    }
  },
}
