const references: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** For text and for attributes in double quotes. No-break spaces and all other characters go out as they are. */
export const escapeHtml = (value: string): string =>
  value.replace(/[&<>"]/g, character => references[character] ?? '')

/**
 * A CSS string, quotes and all. What could end it, or the `<style>` around it, is written as its
 * code point (CSS Syntax 3, 4.3.7).
 */
export const quoteCss = (value: string): string =>
  `"${value.replace(/[^\w .,:;()\u00a0-\uffff-]/g, character => `\\${character.charCodeAt(0).toString(16)} `)}"`
