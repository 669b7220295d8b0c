import { unzipSync, type Unzipped } from 'fflate'
import { CannotOpen, isAddressed, oneSpace } from './opened.ts'
import type { Heading, Ink, Link, OpenedWord, Picture, Table } from './opened.ts'
import { readStyles, type Styles } from './word-styles.ts'
import { at, attribute, childrenOf, elementsIn, isOn, nameIn, readXml, textIn } from './xml.ts'
import type { XmlElement } from './xml.ts'

/** A part of the file: its path, what is in it, and what its relations lead to. */
type Part = { path: string; root: XmlElement; relations: Map<string, Relation> }
type Relation = { type: string; target: string; isOutside: boolean }

/** What Word's reader meets: with the office's stationery, that too. */
export function openDocx(bytes: Uint8Array): OpenedWord {
  const files = unzip(bytes)
  const main = readPart(mainPathIn(files), files)
  const beside = [...main.relations.values()]
    .filter(({ type }) => /\/(?:header|footer|footnotes|endnotes)$/.test(type))
    .map(({ target }) => readPart(target, files))
  const part = (type: string): XmlElement | undefined => {
    const found = [...main.relations.values()].find(relation => relation.type.endsWith(`/${type}`))
    const content = found && files[found.target]
    return content && readXml(content)
  }
  const styles = readStyles(part('styles'), part('theme'))
  const core = files['docProps/core.xml']
  const title = core && at(readXml(core), 'title')
  const { language, font, inks } = readRuns(main.root, styles)
  return {
    format: 'docx',
    title: oneSpace(title ? textIn(title) : ''),
    language,
    font,
    inks,
    headings: headingsIn(main.root, styles),
    pictures: [main, ...beside].flatMap(({ root }) => picturesIn(root)),
    links: [main, ...beside].flatMap(linksIn),
    tables: tablesIn(main.root),
  }
}

/** Pictures are not unpacked: nothing is said of what they show. */
function unzip(bytes: Uint8Array): Unzipped {
  try {
    return unzipSync(bytes, { filter: ({ name }) => /\.(?:xml|rels)$/i.test(name) })
  } catch {
    throw new CannotOpen()
  }
}

/** Word stationery need not have its text in word/document.xml (ISO/IEC 29500-2, 6.5). */
function mainPathIn(files: Unzipped): string {
  for (const { type, target } of relationsOf('', files).values())
    if (type.endsWith('/officeDocument')) return target
  throw new CannotOpen()
}

function readPart(path: string, files: Unzipped): Part {
  const content = files[path]
  if (content === undefined) throw new CannotOpen()
  return { path, root: readXml(content), relations: relationsOf(path, files) }
}

function relationsOf(path: string, files: Unzipped): Map<string, Relation> {
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const content = files[`${folder}_rels/${path.slice(folder.length)}.rels`]
  const relations = new Map<string, Relation>()
  for (const relation of content ? childrenOf(readXml(content)) : []) {
    const isOutside = attribute(relation, 'TargetMode') === 'External'
    const target = attribute(relation, 'Target') ?? ''
    relations.set(attribute(relation, 'Id') ?? '', {
      type: attribute(relation, 'Type') ?? '',
      target: isOutside ? target : resolvePath(folder, target),
      isOutside,
    })
  }
  return relations
}

/** From the part's folder, or from the root (ISO/IEC 29500-2, 6.4.3). */
function resolvePath(folder: string, target: string): string {
  const path: string[] = []
  for (const step of (target.startsWith('/') ? target : folder + target).split('/'))
    if (step === '..') path.pop()
    else if (step !== '' && step !== '.') path.push(step)
  return path.join('/')
}

/** The words of a paragraph, without those of text boxes that are anchored in it. */
function wordsIn(element: XmlElement): string {
  const name = nameIn(element)
  if (name === 't') return textIn(element)
  if (name === 'br' || name === 'cr' || name === 'tab') return ' '
  if (name === 'noBreakHyphen') return '\u2011'
  if (['txbxContent', 'Fallback', 'del', 'moveFrom'].includes(name)) return ''
  const inner = childrenOf(element).map(wordsIn).join('')
  return name === 'p' ? ` ${inner} ` : inner
}

function headingsIn(root: XmlElement, styles: Styles): Heading[] {
  const headings: Heading[] = []
  for (const element of elementsIn(root)) {
    if (nameIn(element) !== 'p') continue
    const depth = styles.depthOf(element)
    if (depth !== undefined) headings.push({ depth, words: oneSpace(wordsIn(element)) })
  }
  return headings
}

function picturesIn(root: XmlElement): Picture[] {
  const pictures: Picture[] = []
  for (const element of elementsIn(root)) {
    const name = nameIn(element)
    const inside = name === 'drawing' || name === 'shape' ? [...elementsIn(element)] : []
    // A drawing without one is a box of words, or a line.
    if (name === 'drawing' && inside.some(each => shown.has(nameIn(each)))) {
      const described = inside.find(each => nameIn(each) === 'docPr')
      pictures.push({
        alt: oneSpace(attribute(described, 'descr') ?? ''),
        isDecoration: inside.some(each => nameIn(each) === 'decorative' && isOn(each)),
      })
    }
    // As older programs draw it; the watermark of a draft is such a shape too, of words.
    if (name === 'shape' && inside.some(each => nameIn(each) === 'imagedata'))
      pictures.push({ alt: oneSpace(attribute(element, 'alt') ?? ''), isDecoration: false })
  }
  return pictures
}

const shown = new Set(['blip', 'chart', 'relIds'])

function linksIn({ root, relations }: Part): Link[] {
  const elements = [...elementsIn(root)]
  const marks = new Set(
    elements
      .filter(element => nameIn(element) === 'bookmarkStart')
      .map(element => attribute(element, 'name')),
  )
  return elements
    .filter(element => nameIn(element) === 'hyperlink')
    .map(element => {
      const words = oneSpace(wordsIn(element))
      const anchor = attribute(element, 'anchor')
      const relation = relations.get(attribute(element, 'id') ?? '')
      if (relation) return { words, url: relation.target, isThere: isAddressed(relation.target) }
      return { words, url: `#${anchor ?? ''}`, isThere: anchor !== undefined && marks.has(anchor) }
    })
}

function tablesIn(root: XmlElement): Table[] {
  return [...elementsIn(root)]
    .filter(element => nameIn(element) === 'tbl')
    .map(table => {
      const row = at(table, 'tr')
      const isHeader = row !== undefined && isOn(at(row, 'trPr', 'tblHeader'))
      const cells = isHeader ? childrenOf(row).filter(cell => nameIn(cell) === 'tc') : []
      return { headerCells: cells.map(cell => oneSpace(wordsIn(cell))) }
    })
}

/** The language and the font of most words, and every colour of words. */
function readRuns(
  root: XmlElement,
  styles: Styles,
): Pick<OpenedWord, 'language' | 'font' | 'inks'> {
  const [languages, fonts] = [new Map<string, number>(), new Map<string, number>()]
  const inks = new Map<string, Ink>()
  const read = (element: XmlElement, paragraph: XmlElement | undefined, cell: string) => {
    const name = nameIn(element)
    if (name === 'r') {
      const words = oneSpace(wordsIn(element))
      if (words === '') return
      const { language, font, colour, paper = cell } = styles.looksOf(element, paragraph)
      languages.set(language, (languages.get(language) ?? 0) + words.length)
      fonts.set(font, (fonts.get(font) ?? 0) + words.length)
      const key = colour + paper
      if (!inks.has(key)) inks.set(key, { colour, paper, words })
      return
    }
    if (['Fallback', 'del', 'moveFrom'].includes(name)) return
    const own = name === 'tc' ? styles.paperOf(at(element, 'tcPr')) : undefined
    const within = name === 'p' ? element : paragraph
    for (const child of childrenOf(element)) read(child, within, own ?? cell)
  }
  read(root, undefined, '#ffffff')
  return { language: mostOf(languages), font: mostOf(fonts), inks: [...inks.values()] }
}

const mostOf = (counts: ReadonlyMap<string, number>): string =>
  [...counts].sort(([, one], [, other]) => other - one)[0]?.[0] ?? ''
