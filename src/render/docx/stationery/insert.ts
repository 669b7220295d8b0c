import { PatchType, patchDocument } from 'docx'
import type { FileChild, INumberingOptions, ParagraphChild } from 'docx'
import { strToU8, unzipSync, zipSync } from 'fflate'
import type { Zippable } from 'fflate'
import { CONTENT_TYPES, relationshipsPath } from '../../../office-file/part-names.ts'
import type { WordStationery } from '../../../stationery/word/read-word.ts'

/** The letter in the words of the file it goes into, and the parts that say what they refer to. */
export type Inserted = {
  /** Blocks, to stand where `{{body}}` stood. */
  blocks: string
  /** A run, for a header. */
  watermark?: string
  /** Those that were added to, or are new, by their paths. */
  parts: Map<string, Uint8Array>
}

/** No stationery asks for these, nor does any letter: the character is nobody's. */
const mark = (name: string): string => `\ue055${name}`
const delimiters = { start: '\ue056', end: '\ue057' }
const asked = (name: string): string => `${delimiters.start}${mark(name)}${delimiters.end}`

const WORDPROCESSING = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const NUMBERING = 'application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml'
const root = (name: string, inner: string) =>
  `<w:${name} xmlns:w="${WORDPROCESSING}">${inner}</w:${name}>`
const paragraph = (words: string) => `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`
const end = '<w:sectPr/>'

const SKELETON_HEADER = 'word/s55-watermark.xml'

/**
 * docx's patcher brings lists, pictures and their relationships in under ids that the file does not have.
 * It would write anew every part that it is given, and looks through all of them: so it is given an empty
 * page in place of the office's, and of the rest only the parts that it adds to.
 */
export async function insert(
  { main, parts, paths }: WordStationery,
  children: FileChild[],
  numbering: INumberingOptions['config'],
  watermark: ParagraphChild | undefined,
): Promise<Inserted> {
  const needsList = numbering.length > 0
  const page = 'word/document.xml'
  const from = relationshipsPath(main)
  const text = (path: string): string =>
    new TextDecoder().decode(parts.get(path) ?? new Uint8Array())
  let types = text(CONTENT_TYPES)
  let relationships =
    text(from) ||
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
  const lists = paths.numbering ?? 'word/numbering.xml'
  const isNew = needsList && paths.numbering === undefined
  if (isNew) {
    const id = freeId(relationships)
    types = before(types, '</Types>', `<Override PartName="/${lists}" ContentType="${NUMBERING}"/>`)
    relationships = before(
      relationships,
      '</Relationships>',
      `<Relationship Id="${id}" Type="${RELATIONSHIPS}/numbering" Target="numbering.xml"/>`,
    )
  }
  const skeleton: Zippable = {
    [CONTENT_TYPES]: strToU8(types),
    [page]: strToU8(root('document', `<w:body>${paragraph(asked('body'))}${end}</w:body>`)),
    [relationshipsPath(page)]: strToU8(relationships),
    ...(needsList && { [lists]: isNew ? strToU8(root('numbering', '')) : parts.get(lists)! }),
    ...(watermark && { [SKELETON_HEADER]: strToU8(root('hdr', paragraph(asked('watermark')))) }),
  }
  // So that no new picture takes a name that is taken.
  for (const path of parts.keys())
    if (/^word\/media\//.test(path)) skeleton[path] = new Uint8Array()
  const patched = await patchDocument({
    outputType: 'uint8array',
    data: zipSync(skeleton, { level: 0 }),
    patches: {
      ...(watermark && {
        [mark('watermark')]: { type: PatchType.PARAGRAPH, children: [watermark] },
      }),
      [mark('body')]: { type: PatchType.DOCUMENT, children },
    },
    placeholderDelimiters: delimiters,
    keepOriginalStyles: false,
    numbering: { config: numbering },
  })
  const files = unzipSync(patched)
  const written = (path: string): string => new TextDecoder().decode(files[path])
  const made = written(page)
  const result = new Map<string, Uint8Array>()
  for (const [path, bytes] of Object.entries(files))
    if (!skeleton[path] && path !== SKELETON_HEADER) result.set(path, bytes)
  if (needsList) result.set(lists, files[lists]!)
  result.set(from, files[relationshipsPath(page)]!)
  // docx compares endings by their case, and would list one twice: Word takes that for damage.
  const pictures = [...result.keys()].filter(path => path.startsWith('word/media/'))
  result.set(CONTENT_TYPES, strToU8(withTypesOf(pictures, types)))
  return {
    blocks: made.slice(made.indexOf('<w:body>') + '<w:body>'.length, made.lastIndexOf(end)),
    ...(watermark && {
      watermark: /<w:r><w:pict>[^]*?<\/w:pict><\/w:r>/.exec(written(SKELETON_HEADER))![0],
    }),
    parts: result,
  }
}

const pictureTypes: Record<string, string> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  svg: 'image/svg+xml',
}

/** The list of types with those of new pictures: by their ending, unless it stands for something else. */
function withTypesOf(pictures: string[], types: string): string {
  let list = types
  for (const path of pictures) {
    const ending = path.slice(path.lastIndexOf('.') + 1)
    const type = pictureTypes[ending] ?? 'application/octet-stream'
    const given = new RegExp(
      `<Default\\b[^>]*\\bExtension\\s*=\\s*["']${ending}["'][^>]*>`,
      'i',
    ).exec(list)
    if (given?.[0].includes(`"${type}"`)) continue
    const added = given
      ? `<Override PartName="/${path}" ContentType="${type}"/>`
      : `<Default Extension="${ending}" ContentType="${type}"/>`
    list = before(list, '</Types>', added)
  }
  return list
}

const before = (source: string, closing: string, text: string): string => {
  const at = source.lastIndexOf(closing)
  if (at === -1) throw new Error(`Missing ${closing}`)
  return source.slice(0, at) + text + source.slice(at)
}

/** The next of Word's own, rId1, rId2 … */
export const freeId = (relationships: string): string => {
  const taken = [...relationships.matchAll(/\bId\s*=\s*["']rId(\d+)["']/g)].map(([, id]) =>
    Number(id),
  )
  return `rId${Math.max(0, ...taken) + 1}`
}
