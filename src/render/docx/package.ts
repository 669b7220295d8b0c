import { Packer } from 'docx'
import type { Document } from 'docx'
import { strToU8, zipSync } from 'fflate'
import type { Zippable } from 'fflate'
import type { DocumentTree, Language } from '../../document/tree.ts'
import { escapeMarkup } from '../../document/escape-markup.ts'

type Part = string | Uint8Array

type Compiler = { compile(document: Document): Map<string, Part> }

/** The parts of the file as docx writes them, before it zips them with the hour of the day. */
export const partsOf = (document: Document): Map<string, Part> =>
  (Packer['compiler'] as Compiler).compile(document)

/** Zip knows local times only, from 1980 on: one that is the same, and exists, in every zone. */
const packed = () => new Date(1980, 0, 1, 12)

/** Compressed once, by fflate alone: zlib's bytes differ between versions of Node. */
export function zip(parts: Map<string, Part>): Uint8Array {
  const files: Zippable = {}
  for (const [path, part] of inOrder(parts))
    files[path] = [
      typeof part === 'string' ? strToU8(part) : part,
      { level: /\.(png|jpg)$/.test(path) ? 0 : 6 },
    ]
  return zipSync(files, { mtime: packed() })
}

/** Mail filters tell what a file is from its first part. */
function inOrder(parts: Map<string, Part>): [string, Part][] {
  const isFirst = ([path]: [string, Part]) => path === '[Content_Types].xml'
  return [...parts].sort((a, b) => Number(isFirst(b)) - Number(isFirst(a)))
}

/** docx names a watermark by lot; Word knows one by the beginning of its name. */
export function nameWatermarks(parts: Map<string, Part>): void {
  for (const [path, part] of parts) {
    const number = /^word\/header(\d+)\.xml$/.exec(path)?.[1]
    if (number === undefined) continue
    const name = `<v:shape id="PowerPlusWaterMarkObject${number}"`
    parts.set(path, String(part).replace(/<v:shape id="PowerPlusWaterMarkObject[^"]*"/g, name))
  }
}

/** The language of the theme's fonts, after the settings that docx knows. */
export const withLanguage = (settings: Part | undefined, language: Language): string =>
  String(settings).replace('</w:settings>', `<w:themeFontLang w:val="${language}"/></w:settings>`)

/** docProps/core.xml: docx's own has the clock's time and no language. */
export function corePropertiesXml(tree: DocumentTree): string {
  const element = (name: string, value: string) =>
    value === '' ? '' : `<${name}>${escapeMarkup(value)}</${name}>`
  const time = (name: string) =>
    tree.date === undefined
      ? ''
      : `<dcterms:${name} xsi:type="dcterms:W3CDTF">${tree.date}T00:00:00Z</dcterms:${name}>`
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"' +
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"' +
    ' xmlns:dcmitype="http://purl.org/dc/dcmitype/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">' +
    element('dc:title', tree.title) +
    element('dc:subject', tree.description) +
    element('dc:creator', tree.author) +
    element('cp:keywords', tree.keywords.join('; ')) +
    element('dc:description', tree.description) +
    time('created') +
    time('modified') +
    element('dc:language', tree.language) +
    '</cp:coreProperties>'
  )
}
