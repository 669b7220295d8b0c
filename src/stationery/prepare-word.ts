import type { Finding } from './finding.ts'
import { openPackage } from './word/open-package.ts'
import { hasWords } from './word/paragraphs.ts'
import { placeIn, readWord } from './word/read-word.ts'
import { writeZip } from './word/write-zip.ts'
import { childOf, edited } from '../office-file/xml.ts'

/** `where`: the words that `{{body}}` now stands below; empty where the page has none. */
export type Prepared =
  { bytes: Uint8Array; where: string; findings?: never } | { findings: Finding[]; bytes?: never }

/**
 * A copy of Word stationery with `{{body}}` in a paragraph of its own, below the last words of its page.
 * Nothing else in it changes.
 */
export function prepareWord(bytes: Uint8Array): Prepared {
  const { package: opened, refusals } = openPackage(bytes)
  if (!opened) return { findings: refusals }
  const { body, stories, parts, packed, main } = readWord(opened)
  const there = stories
    .flatMap(story => story.placeholders.map(found => ({ story, found })))
    .find(({ found }) => found.name === 'body')
  if (there) {
    const message = 'Unexpected {{body}}, expected a file without: there is nothing to prepare'
    const where = placeIn(there.story, there.found.paragraph)
    return { findings: [{ severity: 'error', message, where }] }
  }
  const { part, paragraphs } = body
  const page = childOf(part.root, 'w:body')!
  const last = paragraphs
    .filter(({ text, within }) => hasWords(text) && within !== 'text box')
    .at(-1)
  // What stands in a table or a control is followed from outside it.
  let block = last?.element
  while (block && block.parent !== page) block = block.parent
  const section = page.children.find(({ name }) => name === 'w:sectPr')
  const at =
    block?.end ??
    (page.children[0] === section ? section?.start : page.children[0]?.start) ??
    page.contentEnd
  // In the format of an ordinary paragraph: that above may be a heading or a right-aligned date.
  const paragraph = '<w:p><w:r><w:t>{{body}}</w:t></w:r></w:p>'
  const source =
    page.contentStart === page.end
      ? // A page without anything: <w:body/>.
        edited(part.source, [
          { start: page.start, end: page.end, text: `<w:body>${paragraph}</w:body>` },
        ])
      : edited(part.source, [{ start: at, end: at, text: paragraph }])
  const made = new Map<string, Uint8Array | string>(parts).set(main, source)
  const words = last?.text.replace(/[\s\ufffc]+/g, ' ').trim() ?? ''
  const same = (path: string) => (path === main ? undefined : packed.get(path))
  return { bytes: writeZip(made, same), where: words }
}
