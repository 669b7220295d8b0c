import type { Token } from 'parse5'
import type { Area } from './area.ts'
import { attributeOf, wordsOfAttribute } from './attributes.ts'
import { drawsBox, type PageStyles } from './page-styles.ts'

const setOf = (names: string): ReadonlySet<string> => new Set(names.split(' '))

/** Of these nothing is read. */
const UNREAD = setOf(
  'script style template noscript svg head select iframe object textarea datalist audio video canvas title',
)
/** Elements within a line; all others begin one. */
const INLINE = setOf(
  'a abbr acronym area audio b bdi bdo big canvas cite code data del dfn em font i img input ins kbd label map mark meter output picture progress q rb rp rt ruby s samp small source span strike strong sub sup time tt u var video wbr',
)
export const VOID = setOf(
  'area base br col embed hr img input link meta param source track wbr command keygen frame',
)
const BUTTON_ROLES = setOf('button switch')
const LANDMARK_ROLES = setOf('navigation banner contentinfo search dialog alertdialog')
const LANDMARKS: Readonly<Record<string, true>> = { nav: true, dialog: true, search: true }
/** A header or footer in one of these is its own, not the page's. */
const SECTIONING = setOf('main article section aside')
const FRAME = setOf('html body main article head')
const HEADING = /^h([1-6])$/
const UNSHOWN = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b/i

export const isForeign = (name: string): boolean => name === 'svg' || name === 'math'
export const isUnreadName = (name: string): boolean => UNREAD.has(name)
/** What is not read leaves the line that it stands in whole. */
export const isWithinLine = (name: string): boolean =>
  INLINE.has(name) || (UNREAD.has(name) && name !== 'head')

/** What an element is, by its name and its attributes, whatever the site calls its classes. */
export type Meaning = {
  isInline: boolean
  isUnread: boolean
  heading?: number
  /** A list, or an entry of one. */
  list?: 'ordered' | 'plain' | 'entry'
  area?: Exclude<Area['kind'], 'table'>
  id?: string
  isSection: boolean
  isNote: boolean
}

/** `isSectioned`: it stands in the main part, an article or a section. */
export function readMeaning(
  token: Token.TagToken,
  isSectioned: boolean,
  styles: PageStyles,
): Meaning {
  const { tagName } = token
  const role = wordsOfAttribute(token, 'role')[0]
  const heading = headingOf(token, role)
  const list = heading === undefined ? listOf(tagName, role) : undefined
  const area = areaOf(token, { role, isSectioned, isHeading: heading !== undefined }, styles)
  const id = attributeOf(token, 'id')?.toLowerCase()
  return {
    isInline: isWithinLine(tagName) && heading === undefined && list === undefined,
    isUnread: UNREAD.has(tagName) || tagName === 'del',
    ...(heading !== undefined && { heading }),
    ...(list && { list }),
    ...(area && { area }),
    ...(id !== undefined && id !== '' && { id }),
    isSection: SECTIONING.has(tagName) || role === 'main' || role === 'article',
    isNote: role === 'doc-footnote' || role === 'doc-endnote' || role === 'doc-endnotes',
  }
}

function headingOf(token: Token.TagToken, role: string | undefined): number | undefined {
  const named = HEADING.exec(token.tagName)?.[1]
  if (named === undefined && role !== 'heading') return undefined
  const level = Number(attributeOf(token, 'aria-level') ?? named ?? 2)
  return Number.isInteger(level) && level > 0 ? Math.min(level, 6) : 2
}

function listOf(name: string, role: string | undefined): Meaning['list'] {
  if (name === 'ol') return 'ordered'
  if (name === 'ul' || name === 'menu' || name === 'dir') return 'plain'
  if (name === 'li') return 'entry'
  if (role === 'list') return 'plain'
  return role === 'listitem' ? 'entry' : undefined
}

type Where = { role: string | undefined; isSectioned: boolean; isHeading: boolean }

function areaOf(
  token: Token.TagToken,
  { role, isSectioned, isHeading }: Where,
  styles: PageStyles,
): Meaning['area'] {
  const { tagName } = token
  if (tagName === 'html' || tagName === 'body') return undefined
  if (isClosed(token, styles)) return 'closed'
  if (tagName === 'main' || role === 'main') return 'main'
  if (isHeading) return undefined
  if (tagName === 'button' || (BUTTON_ROLES.has(role ?? '') && tagName !== 'a'))
    return isSectioned && opensPart(token) ? undefined : 'button'
  if (isNamedConsent(token)) return 'consent'
  if (isLandmark(token, role, isSectioned)) return 'landmark'
  if (tagName === 'article' || role === 'article') return 'article'
  if (tagName === 'form') return 'form'
  return isBoxed(token, role, styles) ? 'box' : undefined
}

/** Not on the screen when the page was saved. What is only to be found is text like any other. */
function isClosed(token: Token.TagToken, { printed }: PageStyles): boolean {
  const hidden = attributeOf(token, 'hidden')
  // A tab that is not the open one is.
  if (attributeOf(token, 'role') === 'tabpanel') return false
  if (hidden !== undefined && hidden.toLowerCase() !== 'until-found') return true
  if (attributeOf(token, 'aria-hidden')?.toLowerCase() === 'true') return true
  if (UNSHOWN.test(attributeOf(token, 'style') ?? '')) return true
  return printed.size > 0 && classesOf(token).some(name => printed.has(name))
}

/** It opens and closes a part of the page: its words are the title of that. */
export const opensPart = (token: Token.TagToken): boolean =>
  attributeOf(token, 'aria-controls') !== undefined &&
  attributeOf(token, 'aria-expanded') !== undefined

const classesOf = (token: Token.TagToken): string[] =>
  attributeOf(token, 'class')?.trim().split(/\s+/) ?? []

/** The banner that asks for consent; whether it speaks of cookies is seen when it ends. */
function isNamedConsent(token: Token.TagToken): boolean {
  if (FRAME.has(token.tagName) || INLINE.has(token.tagName)) return false
  return ['id', 'class', 'aria-label'].some(name =>
    /cookie|consent/i.test(attributeOf(token, name) ?? ''),
  )
}

function isLandmark(token: Token.TagToken, role: string | undefined, isSectioned: boolean) {
  const { tagName } = token
  if (role !== undefined && LANDMARK_ROLES.has(role)) return true
  if (LANDMARKS[tagName] || attributeOf(token, 'aria-modal') === 'true') return true
  return (tagName === 'header' || tagName === 'footer') && !isSectioned
}

function isBoxed(token: Token.TagToken, role: string | undefined, { boxed }: PageStyles): boolean {
  const { tagName } = token
  if (tagName === 'aside' || tagName === 'fieldset') return true
  if (role === 'note' || role === 'complementary') return true
  if (INLINE.has(tagName) || /^(?:t[rdh]|thead|tbody|tfoot|table|li|p|dt|dd)$/.test(tagName))
    return false
  if (drawsBox(attributeOf(token, 'style') ?? '')) return true
  return boxed.size > 0 && classesOf(token).some(name => boxed.has(name))
}
