import type { Edit, XmlElement } from '../../../office-file/xml.ts'

const namespaces = {
  r: 'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
  wp: 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  v: 'urn:schemas-microsoft-com:vml',
  o: 'urn:schemas-microsoft-com:office:office',
}

/** Of the prefixes that what we write begins names with, those that a part's root does not explain. */
export function declare(root: XmlElement | undefined, written: string): Edit[] {
  const missing = Object.entries(namespaces).filter(
    ([prefix]) =>
      root?.attributes[`xmlns:${prefix}`] === undefined &&
      new RegExp(`[<\\s]${prefix}:[\\w]`).test(written),
  )
  if (missing.length === 0) return []
  const at = root === undefined ? 0 : root.start + 1 + root.name.length
  const text = missing.map(([prefix, name]) => ` xmlns:${prefix}="${name}"`).join('')
  return [{ start: at, end: at, text }]
}
