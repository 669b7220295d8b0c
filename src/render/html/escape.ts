export { escapeMarkup as escapeHtml } from '../../document/escape-markup.ts'

/**
 * A CSS string, quotes and all. What could end it, or the `<style>` around it, is written as its
 * code point (CSS Syntax 3, 4.3.7).
 */
export const quoteCss = (value: string): string =>
  `"${value.replace(/[^\w .,:;()\u00a0-\uffff-]/g, character => `\\${character.charCodeAt(0).toString(16)} `)}"`
