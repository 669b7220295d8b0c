const references: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** For the words of XML and HTML, and for attributes in double quotes. All other characters go out as they are. */
export const escapeMarkup = (value: string): string =>
  value.replace(/[&<>"]/g, character => references[character] ?? '')
