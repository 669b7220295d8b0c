const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** For the parts that we write as text: their elements and their attributes. */
export const escapeXml = (value: string): string =>
  value.replace(/[&<>"]/g, character => entities[character]!)
