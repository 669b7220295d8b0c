import { contrastBetween, LEAST_CONTRAST } from '../../../document/contrast.ts'
import type { Finding } from '../../finding.ts'
import { hasWords } from '../paragraphs.ts'
import { paragraphAround, placeIn } from '../read-word.ts'
import type { WordStationery } from '../read-word.ts'
import {
  ancestorsOf,
  attributeOf,
  childOf,
  descend,
  elementsNamed,
  textOf,
  valueOf,
} from '../../../office-file/xml.ts'
import type { XmlElement } from '../../../office-file/xml.ts'

/** What letters are set in; a file without one is given it. Tested against the renderer's own. */
export const LETTER_STYLES = [
  'Body Text',
  'Title',
  'heading 1',
  'heading 2',
  'heading 3',
  'heading 4',
  'heading 5',
  'List Bullet',
  'List Number',
  'Hyperlink',
]

const styleName = (style: XmlElement): string => valueOf(childOf(style, 'w:name')) ?? ''
const shownName = (name: string): string => name.replace(/^h(?=eading \d)/, 'H')
const stylesOf = ({ styles }: WordStationery): XmlElement[] =>
  (styles?.root.children ?? []).filter(({ name }) => name === 'w:style')

export function inspectStyles(stationery: WordStationery): Finding[] {
  const names = stylesOf(stationery).flatMap(style =>
    [styleName(style), ...(valueOf(childOf(style, 'w:aliases')) ?? '').split(',')].map(name =>
      name.trim().toLowerCase(),
    ),
  )
  const missing = LETTER_STYLES.filter(name => !names.includes(name.toLowerCase())).map(shownName)
  const findings: Finding[] = []
  if (missing.length > 0)
    findings.push({
      severity: 'note',
      message: `The file has no style ${missing.join(', ')}: the letter brings its own, in your font`,
      hint: 'To set its look yourself: in Word, open the Styles pane, modify the style, type a word in it, and save',
    })
  const language = attributeOf(
    descend(stationery.styles?.root, 'w:docDefaults', 'w:rPrDefault', 'w:rPr', 'w:lang'),
    'w:val',
  )
  if (language !== undefined && !['en-GB', 'cy-GB'].includes(language))
    findings.push({
      severity: 'note',
      message: `The language of the file is ${language}: in a letter it is the letter's`,
      hint: 'In Word: Review, Language, Set Proofing Language, English (United Kingdom), Set As Default',
    })
  return findings
}

/** The default paragraph, what letters are set in, what the pages use, and what these are based on. */
function usedStyles(stationery: WordStationery): XmlElement[] {
  const all = stylesOf(stationery)
  const ids = new Map(all.map(style => [attributeOf(style, 'w:styleId') ?? '', style]))
  const named = stationery.stories.flatMap(({ part }) =>
    elementsNamed(part.root, 'w:pStyle', 'w:rStyle').map(found => ids.get(valueOf(found) ?? '')),
  )
  const ours = all.filter(
    style =>
      ['1', 'true', 'on'].includes(attributeOf(style, 'w:default') ?? '') ||
      LETTER_STYLES.some(name => name.toLowerCase() === styleName(style).toLowerCase()),
  )
  const used = new Set<XmlElement>()
  const add = (style: XmlElement | undefined) => {
    if (!style || used.has(style)) return
    used.add(style)
    add(ids.get(valueOf(childOf(style, 'w:basedOn')) ?? ''))
  }
  for (const style of [...ours, ...named]) add(style)
  return [...used]
}

/** On every machine with Office; the three of `font` first. */
const common =
  'Arial|Calibri|Times New Roman|Aptos|Aptos Display|Arial Black|Arial Narrow|Arial Nova|Arial Unicode MS|Baskerville Old Face|Bodoni MT|Book Antiqua|Bookman Old Style|Calibri Light|Cambria|Cambria Math|Candara|Century|Century Gothic|Century Schoolbook|Comic Sans MS|Consolas|Constantia|Corbel|Courier New|Franklin Gothic Book|Franklin Gothic Medium|Garamond|Georgia|Georgia Pro|Gill Sans MT|Gill Sans Nova|Impact|Lucida Console|Lucida Sans|Lucida Sans Unicode|Microsoft Sans Serif|MS Gothic|Palatino Linotype|Rockwell|Segoe UI|Segoe UI Light|Segoe UI Semibold|Segoe UI Symbol|Sylfaen|Symbol|Tahoma|Times|Trebuchet MS|Tw Cen MT|Verdana|Webdings|Wingdings|Wingdings 2|Wingdings 3'
const commonFonts = new Set(common.toLowerCase().split('|'))

/** Of ordinary words: of the default paragraph, else of the whole file. */
export function fontOf(stationery: WordStationery): string | undefined {
  const normal = stylesOf(stationery).find(
    style =>
      attributeOf(style, 'w:type') === 'paragraph' &&
      ['1', 'true', 'on'].includes(attributeOf(style, 'w:default') ?? ''),
  )
  const defaults = descend(stationery.styles?.root, 'w:docDefaults', 'w:rPrDefault')
  for (const place of [normal, defaults]) {
    const name = fontNamed(descend(place, 'w:rPr', 'w:rFonts'), 'w:ascii', themeOf(stationery))
    if (name) return name
  }
  return undefined
}

const themeOf = ({ main, parts, relationships }: WordStationery): string => {
  const theme = relationships(main).find(({ kind }) => kind === 'theme')?.target
  return new TextDecoder().decode(parts.get(theme ?? '') ?? new Uint8Array())
}

/** A theme's font stands before one by name (ISO/IEC 29500-1, 17.3.2.26). */
function fontNamed(fonts: XmlElement | undefined, key: string, theme: string): string | undefined {
  const themed = attributeOf(fonts, `${key}Theme`)
  return themed === undefined ? attributeOf(fonts, key) : themeFont(theme, themed)
}

export function inspectFonts(stationery: WordStationery): Finding[] {
  const { styles, stories, main, xml, relationships } = stationery
  const places = [
    ...(styles ? [childOf(styles.root, 'w:docDefaults'), ...usedStyles(stationery)] : []),
    ...stories.map(({ part }) => part.root),
  ].filter(place => place !== undefined)
  const theme = themeOf(stationery)
  const named = new Set<string>()
  for (const place of places)
    for (const fonts of elementsNamed(place, 'w:rFonts'))
      for (const key of ['w:ascii', 'w:hAnsi']) {
        const name = fontNamed(fonts, key, theme)
        if (name) named.add(name)
      }
  const table = relationships(main).find(({ kind }) => kind === 'fontTable')?.target
  const root = table === undefined ? undefined : xml(table)?.root
  const embedded = (root?.children ?? [])
    .filter(font => childOf(font, 'w:embedRegular'))
    .map(font => (attributeOf(font, 'w:name') ?? '').toLowerCase())
  return [...named]
    .filter(name => !commonFonts.has(name.toLowerCase()) && !embedded.includes(name.toLowerCase()))
    .map(name => ({
      severity: 'warning',
      message: `Unexpected font ${name}, which is not in the file: a reader's machine may not have it, and shows another`,
      hint: 'In Word: File, Options, Save, Embed fonts in the file; or choose one that comes with Word',
    }))
}

const themeFont = (theme: string, named: string): string | undefined => {
  const kind = named.startsWith('major') ? 'majorFont' : 'minorFont'
  return new RegExp(`<a:${kind}>\\s*<a:latin typeface="([^"]*)"`).exec(theme)?.[1]
}

/** WCAG 2.2, 1.4.3. */
export function inspectColours(stationery: WordStationery): Finding[] {
  const faint = (colour: string, paper: string, where: string): Finding[] => {
    const contrast = contrastBetween(colour, paper)
    if (contrast >= LEAST_CONTRAST) return []
    const rounded = Math.floor(contrast * 10) / 10
    return [
      {
        severity: 'warning',
        message: `Unexpected faint words, #${colour} on ${paper === WHITE ? 'white' : `#${paper}`} with a contrast of ${rounded}:1, expected at least ${LEAST_CONTRAST}:1`,
        hint: 'Choose a darker colour for them in Word',
        where,
      },
    ]
  }
  const ofStyles = usedStyles(stationery).flatMap(style => {
    const colour = colourIn(descend(style, 'w:rPr', 'w:color'), 'w:val')
    const name = shownName(styleName(style))
    return colour === undefined ? [] : faint(colour, paperOf(style), `the style "${name}"`)
  })
  const ofRuns = stationery.stories.flatMap(story =>
    elementsNamed(story.part.root, 'w:r').flatMap(run => {
      const colour = colourIn(descend(run, 'w:rPr', 'w:color'), 'w:val')
      if (colour === undefined) return []
      const says = run.children.some(({ name }) => name === 'w:t')
      const paragraph = paragraphAround(story, run)
      // A box has a colour of its own, that may be a picture.
      if (!says || !paragraph || paragraph.within === 'text box') return []
      const words = run.children
        .filter(({ name }) => name === 'w:t')
        .map(found => textOf(story.part, found))
      return hasWords(words.join('')) ? faint(colour, paperOf(run), placeIn(story, paragraph)) : []
    }),
  )
  return [...ofStyles, ...ofRuns]
}

const WHITE = 'FFFFFF'

const colourIn = (element: XmlElement | undefined, name: string): string | undefined =>
  /^[\da-f]{6}$/i.exec(attributeOf(element, name) ?? '')?.[0].toUpperCase()

/** The shading nearest to words, or white. */
function paperOf(element: XmlElement): string {
  const shaded: Record<string, string[]> = {
    ...{ 'w:r': ['w:rPr'], 'w:p': ['w:pPr'], 'w:tc': ['w:tcPr'] },
    'w:style': ['w:rPr', 'w:pPr'],
  }
  for (const around of [element, ...ancestorsOf(element)])
    for (const properties of shaded[around.name] ?? []) {
      const fill = colourIn(descend(around, properties, 'w:shd'), 'w:fill')
      if (fill !== undefined) return fill
    }
  return WHITE
}
