import type { Token } from 'parse5'

/** More of an attribute says nothing that is asked here. */
const LENGTH_LIMIT = 2000

export const attributeOf = ({ attrs }: Token.TagToken, name: string): string | undefined =>
  attrs.find(attribute => attribute.name === name)?.value.slice(0, LENGTH_LIMIT)

export const wordsOfAttribute = (token: Token.TagToken, name: string): string[] =>
  attributeOf(token, name)?.trim().toLowerCase().split(/\s+/) ?? []

/** The part of an address behind "#". Browsers that save a page make its own links whole addresses. */
export function fragmentOf(token: Token.TagToken): string | undefined {
  const href = attributeOf(token, 'href')
  const at = href?.indexOf('#') ?? -1
  return at === -1 ? undefined : href!.slice(at + 1).toLowerCase()
}
