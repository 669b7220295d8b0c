import { escapeMarkup } from '../../../document/escape-markup.ts'
import { CONTENT_TYPES, relationshipsPath } from '../../../office-file/part-names.ts'
import type { OfficePackage } from '../../../office-file/open-office-file.ts'
import { edited } from '../../../office-file/xml.ts'
import type { Edit } from '../../../office-file/xml.ts'
import { freeId } from './insert.ts'

const RELATIONSHIPS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const NO_RELATIONSHIPS =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'

type NewRelationship = { id?: string; kind: string; target: string; isExternal?: boolean }

/** What becomes of the parts of a file: those that nobody changes keep their bytes. */
export class PackageEdits {
  readonly #changed: Map<string, Uint8Array | string>
  readonly #edits = new Map<string, Edit[]>()
  readonly #removed = new Set<string>()

  constructor(
    private readonly opened: OfficePackage,
    changed: Map<string, Uint8Array>,
  ) {
    this.#changed = new Map(changed)
  }

  text(path: string): string {
    const part = this.#changed.get(path) ?? this.opened.parts.get(path) ?? ''
    return typeof part === 'string' ? part : new TextDecoder().decode(part)
  }

  set(path: string, text: string): void {
    if (text !== this.text(path)) this.#changed.set(path, text)
  }

  /** Changes places of the part as it came. */
  edit(path: string, edits: Edit[]): void {
    if (edits.length > 0) this.#edits.set(path, [...(this.#edits.get(path) ?? []), ...edits])
  }

  addPart(path: string, text: string, contentType: string): void {
    this.#changed.set(path, text)
    this.#append(CONTENT_TYPES, `<Override PartName="/${path}" ContentType="${contentType}"/>`)
  }

  /** Its id, where none is given, is the next of Word's own. */
  addRelationship(from: string, { id, kind, target, isExternal }: NewRelationship): string {
    const path = relationshipsPath(from)
    if (this.text(path) === '') this.set(path, NO_RELATIONSHIPS)
    const given = id ?? freeId(this.text(path))
    const type = kind.includes(':') ? kind : `${RELATIONSHIPS}/${kind}`
    this.#append(
      path,
      `<Relationship Id="${given}" Type="${type}" Target="${escapeMarkup(target)}"${isExternal ? ' TargetMode="External"' : ''}/>`,
    )
    return given
  }

  /** Takes a part out, with what names it. */
  remove(from: string, path: string): void {
    this.#removed.add(path)
    const name = path.slice(path.lastIndexOf('/') + 1).replace(/[.]/g, '\\.')
    const taken = (tag: string, attribute: string) =>
      new RegExp(
        `<${tag}\\b[^>]*\\b${attribute}\\s*=\\s*["'][^"']*\\b${name}["'][^>]*?(/>|>\\s*</${tag}>)`,
        'i',
      )
    this.set(CONTENT_TYPES, this.text(CONTENT_TYPES).replace(taken('Override', 'PartName'), ''))
    const list = relationshipsPath(from)
    this.set(list, this.text(list).replace(taken('Relationship', 'Target'), ''))
  }

  /** All parts, those that were there in their order. */
  made(): Map<string, Uint8Array | string> {
    const made = new Map<string, Uint8Array | string>()
    for (const [path, bytes] of this.opened.parts) {
      if (this.#removed.has(path)) continue
      const edits = this.#edits.get(path)
      const part = this.#changed.get(path) ?? bytes
      made.set(path, edits ? edited(this.opened.xml(path)!.source, edits) : part)
    }
    for (const [path, part] of this.#changed)
      if (!made.has(path) && !this.#removed.has(path)) made.set(path, part)
    return made
  }

  #append(path: string, element: string): void {
    const text = this.text(path)
    const at = text.lastIndexOf('</')
    // A list of nothing may be one tag.
    const isEmpty = /<(Relationships|Types)\b[^>]*\/>\s*$/.exec(text)
    this.set(
      path,
      isEmpty
        ? text.replace(/\/>\s*$/, `>${element}</${isEmpty[1]}>`)
        : text.slice(0, at) + element + text.slice(at),
    )
  }
}
