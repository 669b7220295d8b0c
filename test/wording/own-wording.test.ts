import { describe, expect, test } from 'vitest'
import { optionalWording, replaceableWording } from '../../src/model/wording-names.ts'
import { composed } from '../compose.ts'
import { anAreaForImprovement, aRecommendation } from '../makers.ts'
import { outlineOf } from '../outline.ts'

/** Every word of a letter that asks for each sentence that it may word in its own way. */
async function wordsWith(wording: Record<string, string>, layout: string): Promise<string> {
  const tree = await composed({
    status: 'draft',
    letter: { layout, copies: ['HMICFRS'], wording },
    reply: 'Reply.\n',
    actions: [{ text: 'Action.\n' }],
    chief_officer: { introduction: 'First.\n', conclusion: 'Last.\n' },
    sections: [
      { title: 'Calls', items: [anAreaForImprovement(), anAreaForImprovement()] },
      { title: 'Crime', items: [aRecommendation()] },
    ],
  })
  return [tree.title, tree.header, tree.description, outlineOf(tree)].join('\n')
}

const layoutOf = (name: string): string => (name === 'appendix-heading' ? 'appendix' : 'letter')
/** Headed as comments of the chief officer wherever they say anything. */
const names = replaceableWording.filter(name => name !== 'findings-heading')

describe("the letter's own wording", () => {
  test.each(names)('%s is printed as typed', async name => {
    const layout = name === 'introduction-heading' ? 'appendix' : layoutOf(name)
    const words = await wordsWith({ [name]: 'Own {{words}} & more' }, layout)
    expect(words).toContain('Own {{words}} & more')
  })

  test.each(optionalWording)('%s may be left out', async name => {
    const whole = (await wordsWith({}, 'letter')).split('\n').filter(Boolean)
    const rest = (await wordsWith({ [name]: 'false' }, 'letter')).split('\n').filter(Boolean)
    expect(rest.length).toBe(whole.length - 1)
    expect(rest.filter(line => !whole.some(other => other.trim() === line.trim()))).toEqual([])
  })
})
