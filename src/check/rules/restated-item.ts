import type { Item } from '../../model/response.ts'
import { entriesOf } from '../../model/response.ts'
import { inSection, nameItem } from '../names.ts'
import type { Rule } from '../rule.ts'

/** Of the words of the answer that say something, the share that the report's own words make up. */
const SHARE = 0.85
const FEWEST_WORDS = 6
/** Longer answers say more than the item; counting would take its time, too. */
const MOST_WORDS = 300

// What accepts, and what holds a sentence together, says nothing of the work.
const FILLING = new Set(
  `a an and are as at be been being both but by can could does each every for from had has have her his
  i in into is it its may must of on or our shall she should so such than that the their them then
  there these they this those to up was we were when where which while who will with would you your
  accept accepted accepts agree agreed agrees area constable chief constabulary fully force forces hmicfrs
  improvement improvements police recommendation recommended recommends report finding`.split(
    /\s+/,
  ),
)

export const restatedItem: Rule = {
  id: 'restated-item',
  severity: 'warning',
  title: 'An answer says more than the item itself',
  source: 'Police Act 1996, section 55(5B)(a): the action taken or proposed is explained',
  *check({ sections }) {
    for (const { item, section } of entriesOf(sections)) {
      if (!item.update || item.update.placeholder !== undefined || !isRestated(item)) continue
      yield {
        at: item.update.at,
        part: 'key',
        item: item.id,
        message: `Unexpected answer to ${nameItem(item)}${inSection(section)} that only restates it, expected what was done or will be done, by whom and by when`,
        related: [{ at: item.words.at, part: 'key', label: 'the same words' }],
      }
    }
  },
}

function isRestated({ words, title, update }: Item): boolean {
  const answer = update!.value
  // Only what is hardly longer than the item can be nothing but the item.
  const item = `${title?.value ?? ''} ${words.value}`
  if (answer.length > 1.3 * item.length + 120) return false
  const said = tellingWords(answer)
  if (said.length < FEWEST_WORDS || said.length > MOST_WORDS) return false
  const asked = tellingWords(item)
  if (asked.length > 2 * MOST_WORDS) return false
  const known = new Set(asked)
  const enough = Math.max(FEWEST_WORDS, SHARE * said.length)
  if (said.filter(word => known.has(word)).length < enough) return false
  return countInOrder(said, asked) >= enough
}

const tellingWords = (value: string): string[] =>
  (value.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter(word => !FILLING.has(word))

/** How many words of one run stand in the other in the same order: their longest common subsequence. */
function countInOrder(said: readonly string[], asked: readonly string[]): number {
  let counts = new Array<number>(asked.length + 1).fill(0)
  for (const word of said) {
    const next = [0]
    asked.forEach((other, index) => {
      next.push(word === other ? counts[index]! + 1 : Math.max(counts[index + 1]!, next[index]!))
    })
    counts = next
  }
  return counts.at(-1)!
}
