import type { Finding } from '../finding.ts'
import { MEGABYTE } from '../../office-file/open-office-file.ts'
import type { OfficePackage, Relationship } from '../../office-file/open-office-file.ts'
import { CONTENT_TYPES, relationshipsPath } from '../../office-file/part-names.ts'
import { pixelsOf } from './pixels-of.ts'
import { quote, refuse, SAVE_AGAIN, WORD } from './refuse.ts'
import { attributeOf, elementsNamed } from '../../office-file/xml.ts'

const MOST_IMAGE_BYTES = 20 * MEGABYTE
const MOST_PIXELS_A_SIDE = 12_000

/** What in an opened file could do harm, or could not be written back as it is. */
export const refuseContents = (opened: OfficePackage): Finding[] => [
  ...refuseActiveContent(opened),
  ...refuseOutside(opened),
  ...refuseImages(opened),
  ...refuseDialects(opened),
]

/** The parts that hold relationships, each with the part they start from. */
function* allRelationships({
  parts,
  relationships,
}: OfficePackage): Generator<[string, Relationship]> {
  for (const path of parts.keys()) {
    const source = /^(.*?)_rels\/([^/]*)\.rels$/.exec(path)
    if (!source) continue
    const from = `${source[1] ?? ''}${source[2] ?? ''}`
    for (const relationship of relationships(from)) yield [from, relationship]
  }
}

const activeParts: [pattern: RegExp, what: string][] = [
  [/vbaProject|vbaData|macroEnabled/i, 'macros'],
  [/activeX|\/control$/i, 'ActiveX controls'],
  [/oleObject|embeddings\/|\.bin$/i, 'an embedded object'],
  [/webextension/i, 'an add-in'],
]

/** What would run on the reader's machine, or be opened by another program. */
function refuseActiveContent(opened: OfficePackage): Finding[] {
  const { parts, xml } = opened
  const types = xml(CONTENT_TYPES)
  const said = [
    ...parts.keys(),
    ...(types?.root.children ?? []).map(type => attributeOf(type, 'ContentType') ?? ''),
    ...[...allRelationships(opened)].map(([, { kind }]) => `/${kind}`),
  ].filter(name => !/printerSettings/i.test(name))
  const found = activeParts.filter(([pattern]) => said.some(name => pattern.test(name)))
  const refusals = found.map(([, what]) =>
    refuse(
      `Unexpected ${what} in the file, expected a document without`,
      what === 'macros'
        ? 'Save it as Word Document (.docx) or Word Template (.dotx): Word leaves the macros out'
        : what === 'an embedded object'
          ? 'In Word: select the object, cut it, and paste it again as a picture'
          : 'Remove it in Word, and save the file again',
    ),
  )
  const imported = [...allRelationships(opened)].some(([, { kind }]) => kind === 'aFChunk')
  if (imported)
    refusals.push(
      refuse(
        'Unexpected import of another document (altChunk), expected its own words',
        SAVE_AGAIN,
      ),
    )
  return refusals
}

const outsideHints: Record<string, string> = {
  attachedTemplate:
    'In Word: File, Options, Add-ins, Manage: Templates, Go; replace the template by Normal, and save',
  image: 'In Word: File, Info, Edit Links to Files; choose Break Link, and save',
}

/** Word would fetch it whenever the letter is opened, and tell its server who reads it. */
function refuseOutside(opened: OfficePackage): Finding[] {
  const refusals = new Map<string, Finding>()
  for (const [, { kind, target, isExternal }] of allRelationships(opened)) {
    if (!isExternal) continue
    if (kind === 'hyperlink') {
      if (!/^(https?|mailto|tel):/i.test(target) && !target.startsWith('#'))
        refusals.set(
          target,
          refuse(
            `Unexpected link to ${quote(target)}, expected one that begins with https: or mailto:`,
            'Right-click the link in Word, and choose Edit Hyperlink',
          ),
        )
      continue
    }
    const what =
      kind === 'attachedTemplate'
        ? 'a template that is fetched from elsewhere'
        : kind === 'image'
          ? 'a picture that is fetched from elsewhere'
          : 'content that is fetched from elsewhere'
    refusals.set(
      kind,
      refuse(
        `Unexpected ${what}, ${quote(target)}, expected everything in the file itself`,
        outsideHints[kind] ?? outsideHints['image'],
      ),
    )
  }
  return [...refusals.values()]
}

function refuseImages({ parts }: OfficePackage): Finding[] {
  const refusals: Finding[] = []
  for (const [path, bytes] of parts) {
    if (!/\/media\//.test(path)) continue
    const name = path.slice(path.lastIndexOf('/') + 1)
    const size = pixelsOf(bytes)
    const hint = 'In Word: select the picture, Picture Format, Compress Pictures, and save'
    if (bytes.length > MOST_IMAGE_BYTES)
      refusals.push(
        refuse(
          `Unexpected size of the picture ${quote(name)}, ${Math.ceil(bytes.length / MEGABYTE)} MB, expected at most 20 MB`,
          hint,
        ),
      )
    else if (size && Math.max(size.width, size.height) > MOST_PIXELS_A_SIDE)
      refusals.push(
        refuse(
          `Unexpected size of the picture ${quote(name)}, ${size.width} × ${size.height} pixels, expected at most 12,000 a side`,
          hint,
        ),
      )
  }
  return refusals
}

const WORDPROCESSING = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const STRICT = 'http://purl.oclc.org/ooxml/wordprocessingml/main'

const storyKinds = ['header', 'footer', 'footnotes', 'endnotes']

/** Read and written are the names that Word gives its elements. */
function refuseDialects(opened: OfficePackage): Finding[] {
  const { main, xml, relationships } = opened
  const stories = relationships(main).filter(
    ({ kind, isExternal }) =>
      !isExternal && [...storyKinds, 'styles', 'numbering', 'settings'].includes(kind),
  )
  const used = [
    CONTENT_TYPES,
    '_rels/.rels',
    relationshipsPath(main),
    main,
    ...stories.map(({ target }) => target),
  ]
  for (const path of used)
    if (!xml(path))
      return [
        refuse(`Unexpected damage in ${quote(path)}, expected a file as Word saves it`, SAVE_AGAIN),
      ]
  const root = xml(main)?.root
  if (Object.values(root?.attributes ?? {}).includes(STRICT))
    return [
      refuse(
        'Unexpected Strict Open XML Document, expected an ordinary Word document',
        'In Word: File, Save As, Word Document (*.docx), not Strict',
      ),
    ]
  if (root?.name !== 'w:document') return [refuse(`Unexpected document of another kind, ${WORD}`)]
  if (!stories.some(({ kind }) => kind === 'styles'))
    return [refuse('Missing styles in the file, expected a file as Word saves it', SAVE_AGAIN)]
  const lists = [xml(CONTENT_TYPES)?.root.name, xml(relationshipsPath(main))?.root.name]
  if (lists.join() !== 'Types,Relationships')
    return [refuse('Unexpected way of writing the file, expected one as Word saves it', SAVE_AGAIN)]
  for (const path of [main, ...stories.map(({ target }) => target)]) {
    const part = xml(path)
    if (!/^word\/[^/]+$/.test(path) || part?.root.attributes['xmlns:w'] !== WORDPROCESSING)
      return [
        refuse(
          `Unexpected way of writing ${quote(path)}, expected a file as Word saves it`,
          SAVE_AGAIN,
        ),
      ]
    for (const { name } of elementsNamed(part.root, 'w:altChunk', 'w:object', 'w:control'))
      return [
        refuse(
          `Unexpected ${name === 'w:altChunk' ? 'import of another document (altChunk)' : 'embedded object'}, expected the document's own words and pictures`,
          'Remove it in Word, and save the file again',
        ),
      ]
  }
  return []
}
