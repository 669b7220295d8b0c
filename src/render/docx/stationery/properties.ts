import type { DocumentTree } from '../../../document/tree.ts'
import type { WordStationery } from '../../../stationery/word/read-word.ts'
import {
  ancestorsOf,
  attributeOf,
  edited,
  elementsNamed,
  textOf,
} from '../../../office-file/xml.ts'
import type { XmlElement } from '../../../office-file/xml.ts'
import { corePropertiesXml } from '../package.ts'
import type { PackageEdits } from './package-edits.ts'

const CORE = 'application/vnd.openxmlformats-package.core-properties+xml'
const CORE_KIND =
  'http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties'
const NOTHING =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
  '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"/>'

/**
 * The properties are the letter's. Of the stationery's own nothing is passed on, for they name persons,
 * companies and templates; but those that a field on its pages shows.
 */
export function setProperties(
  changed: PackageEdits,
  stationery: WordStationery,
  tree: DocumentTree,
): void {
  const { relationships, xml, stories } = stationery
  removePersons(changed, stationery)
  const of = (kind: string) =>
    relationships('').find(found => found.kind === kind && !found.isExternal)?.target
  const core = of('core-properties')
  if (core !== undefined) changed.set(core, corePropertiesXml(tree))
  else {
    changed.addPart('docProps/core.xml', corePropertiesXml(tree), CORE)
    changed.addRelationship('', { kind: CORE_KIND, target: 'docProps/core.xml' })
  }
  const app = of('extended-properties')
  if (app !== undefined) changed.set(app, NOTHING)
  const custom = of('custom-properties')
  const part = custom === undefined ? undefined : xml(custom)
  if (custom === undefined || !part) return
  const fields = stories.flatMap(story => [
    ...elementsNamed(story.part.root, 'w:instrText').map(found => textOf(story.part, found)),
    ...elementsNamed(story.part.root, 'w:fldSimple').map(
      found => attributeOf(found, 'w:instr') ?? '',
    ),
  ])
  const isShown = (name: string) => fields.some(field => field.includes(name))
  const hidden = part.root.children.filter(found => !isShown(attributeOf(found, 'name') ?? ''))
  changed.set(
    custom,
    edited(
      part.source,
      hidden.map(({ start, end }) => ({ start, end, text: '' })),
    ),
  )
}

/** Where Word and SharePoint keep who worked on a file, and with whom it was shared. */
const persons = /(^|:)(person|UserInfo)$/

function removePersons(changed: PackageEdits, { parts, xml }: WordStationery): void {
  for (const path of parts.keys()) {
    if (!/^(word\/people\d*|customXml\/item\d+)\.xml$/.test(path)) continue
    const part = xml(path)
    if (!part) continue
    const found = allBelow(part.root).filter(({ name }) => persons.test(name))
    const outer = found.filter(
      element => ![...ancestorsOf(element)].some(above => found.includes(above)),
    )
    changed.edit(
      path,
      outer.map(({ start, end }) => ({ start, end, text: '' })),
    )
  }
}

const allBelow = ({ children }: XmlElement): XmlElement[] =>
  children.flatMap(child => [child, ...allBelow(child)])
