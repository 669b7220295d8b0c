import { composed } from '../compose.ts'
import { outlineOf } from '../outline.ts'

/** The letter of some sections, as an outline. */
export const sectionsOf = async (sections: unknown[]): Promise<string> =>
  outlineOf(await composed({ sections }))

/** What stands under the letter's first area, as an outline. */
export async function areaOf(
  items: unknown[],
  keys: Record<string, unknown> = {},
): Promise<string> {
  const outline = outlineOf(await composed({ sections: [{ title: 'Area', items }], ...keys }))
  const start = outline.indexOf('## Area\n') + '## Area\n'.length
  const end = /\n(?:# |  This response|This response)/.exec(outline.slice(start))?.index ?? 0
  return outline.slice(start, start + end).trim()
}

export const unanswered = (words: string) => ({ recommendation: `${words}\n` })
