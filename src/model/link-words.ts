/** Words of links that say nothing to who hears them read out in a list. */
const VAGUE = new Set([
  'here',
  'click here',
  'see here',
  'available here',
  'this',
  'this link',
  'the link',
  'link',
  'this page',
  'page',
  'this website',
  'website',
  'this document',
  'document',
  'download',
  'more',
  'read more',
  'find out more',
  'learn more',
  'more information',
  'yma',
  'cliciwch yma',
  'ar gael yma',
  'dolen',
  'y ddolen',
  'y ddolen hon',
  'mwy',
  'darllen mwy',
  'darllenwch fwy',
  'rhagor',
  'rhagor o wybodaeth',
])

/** A shorter address can be read out, and typed from paper. */
const LONGEST_ADDRESS = 60

export const isAddress = (words: string): boolean => /^(?:https?:\/\/|www\.)\S+$/i.test(words)

/** Nobody knows from these words of a link where it leads (WCAG 2.2, 2.4.4). */
export function isVague(words: string): boolean {
  if (words.length > LONGEST_ADDRESS) return isAddress(words)
  return VAGUE.has(words.toLowerCase().replace(/^[^\p{L}]+|[^\p{L}]+$/gu, ''))
}
