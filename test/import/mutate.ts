import { serialize, type DefaultTreeAdapterTypes as P5 } from 'parse5'
import {
  attribute,
  childrenOf,
  elementsIn,
  findElement,
  hasClass,
  isElement,
  isTextNode,
  makeElement,
  makeText,
  parsePage,
  removeNode,
  replaceNode,
  wordsOf,
  type Element,
} from './page-tree.ts'

/**
 * A way in which a page or its text comes spoilt. `words`: what it does to the report's words, where it
 * changes them; what is found is then to be equal to those that stand there.
 */
export type Mutation = {
  name: string
  words?: (words: string) => string
} & (
  | { of: 'page'; spoil: (html: string) => string }
  | { of: 'text'; spoil: (text: string) => string }
  | { of: 'bytes'; spoil: (text: string) => Uint8Array }
)

const HEADING = /^h[1-6]$/

function change(html: string, spoil: (main: Element, page: P5.Document) => void): string {
  const page = parsePage(html)
  spoil(findElement(page, 'main')!, page)
  return serialize(page)
}

const all = (root: P5.Node, is: (element: Element) => boolean): Element[] =>
  [...elementsIn(root)].filter(is)
const headingsOf = (root: P5.Node) => all(root, ({ tagName }) => HEADING.test(tagName))

/** As if the editor of the page had forgotten each heading of these words. */
export const dropHeadings = (html: string, words: RegExp): string =>
  change(html, main => {
    for (const heading of headingsOf(main)) if (words.test(wordsOf(heading))) removeNode(heading)
  })

export const shoutHeadings = (html: string): string =>
  change(html, main => {
    for (const heading of headingsOf(main)) changeWords(heading, words => words.toUpperCase())
  })

export const endHeadingsWithColons = (html: string): string =>
  change(html, main => {
    for (const heading of headingsOf(main))
      if (!/[?:.]$/.test(wordsOf(heading))) heading.childNodes.push(makeText(':'))
  })

export const makeHeadingsBold = (html: string): string =>
  change(html, main => {
    for (const heading of headingsOf(main))
      replaceNode(heading, [makeElement('p', [makeElement('strong', [...heading.childNodes])])])
  })

const KEPT = new Set(
  'html head body meta title style script main br a img input button label form'.split(' '),
)
const INLINE = new Set('b cite code em i q small span strong sub sup time u'.split(' '))

/** As pages come from editors that know no other element; a list's entry is a line without a mark. */
export const makeAllDivisions = (html: string): string =>
  change(html, main => {
    for (const element of elementsIn(main)) {
      if (KEPT.has(element.tagName)) continue
      element.tagName = element.nodeName = INLINE.has(element.tagName) ? 'span' : 'div'
    }
  })

export const wrapEverything = (html: string): string =>
  change(html, main => {
    const isBlock = ({ tagName }: Element) =>
      HEADING.test(tagName) || ['p', 'ul', 'ol'].includes(tagName)
    for (const element of all(main, isBlock)) {
      const marker = makeText('')
      replaceNode(element, [marker])
      let wrapped = element
      for (const tagName of ['div', 'section', 'div', 'div'])
        wrapped = makeElement(tagName, [wrapped])
      replaceNode(marker, [wrapped])
    }
  })

/** A row an entry, as pages were laid out of old: the mark in one cell, the words in the other. */
export const makeListsTables = (html: string): string =>
  change(html, main => {
    const lists = all(main, ({ tagName }) => tagName === 'ul' || tagName === 'ol')
    // Lists in lists first, so that none is left behind in a row that has moved.
    for (const list of lists.reverse().filter(list => !isOfScreen(list))) {
      const rows = list.childNodes.filter(isElement).map((entry, index) => {
        const mark = list.tagName === 'ol' ? `${index + 1}.` : '•'
        const cells = [
          makeElement('td', [makeText(mark)]),
          makeElement('td', [...entry.childNodes]),
        ]
        return makeElement('tr', cells)
      })
      replaceNode(list, [makeElement('table', [makeElement('tbody', rows)])])
    }
  })

export const makeEntriesParagraphs = (html: string): string =>
  change(html, main => {
    const isEntry = ({ tagName }: Element) => tagName === 'li'
    for (const entry of all(main, isEntry).filter(entry => !isOfScreen(entry))) {
      const isList = (node: P5.ChildNode) => isElement(node) && /^[uo]l$/.test(node.tagName)
      const inline = entry.childNodes.filter(node => !isList(node))
      const rest = entry.childNodes.filter(isList)
      for (const node of [...entry.childNodes]) removeNode(node)
      for (const node of [makeElement('p', inline), ...rest]) {
        node.parentNode = entry
        entry.childNodes.push(node)
      }
    }
  })

/** Menus and lists of contents, and what stands in them. */
function isOfScreen(element: Element): boolean {
  for (let node: P5.ParentNode | null = element; node && isElement(node); node = node.parentNode)
    if (node.tagName === 'nav' || hasClass(node, 'footnotes')) return true
  return false
}

/** The words of the banner and the menu stand in the report, unmarked, as some ways of saving have it. */
export const spillScreenWords = (html: string): string =>
  change(html, (main, page) => {
    const isSpilt = (element: Element) =>
      hasClass(element, 'cookies') ||
      (element.tagName === 'nav' && attribute(element, 'aria-label') === 'Main menu')
    const spilt = all(page, isSpilt)
    const words = spilt.flatMap(element => {
      const isLine = ({ tagName }: Element) => ['h2', 'p', 'button', 'a'].includes(tagName)
      return all(element, isLine).map(wordsOf)
    })
    for (const element of spilt) removeNode(element)
    for (const line of words.reverse()) {
      const paragraph = makeElement('div', [makeText(line)])
      paragraph.parentNode = main
      main.childNodes.unshift(paragraph)
    }
  })

export const straighten = (words: string): string =>
  words.replace(/[‘’]/g, "'").replace(/[“”]/g, '"')
/** As word processors curl them: an opening one behind a space or a bracket. */
export const curl = (words: string): string =>
  words
    .replace(/(^|[\s(\[–—])'/gu, '$1‘')
    .replaceAll("'", '’')
    .replace(/(^|[\s(\[–—])"/gu, '$1“')
    .replaceAll('"', '”')

const changeWords = (node: P5.Node, spoil: (words: string) => string): void => {
  if (isTextNode(node)) node.value = spoil(node.value)
  for (const child of childrenOf(node)) changeWords(child, spoil)
}
const changeAllWords = (html: string, spoil: (words: string) => string): string =>
  change(html, main => changeWords(main, spoil))

/** A space that no line may break at, where editors put one; spaces that a browser shows as one. */
export const harden = (words: string): string =>
  words.replace(/(?<=\b(?:the|of|within)) (?=\S)/g, '\u00a0')
export const doubleSpaces = (words: string): string => words.replace(/(?<=[.;,]) (?=\S)/g, '  ')

/** As the inspectorate's own pages have them (U+2011). */
export const hardenHyphens = (words: string): string =>
  words.replace(/(?<=\p{L})-(?=\p{L})/gu, '\u2011')

const MENU = [
  ...[
    'Menu',
    'Home',
    'About us',
    'What we do',
    'Inspections',
    'PEEL assessments',
    'Good',
    'Reports',
  ],
  ...['Recommendations', 'Areas for improvement', 'Causes of concern', 'News', 'Contact', 'Search'],
]
export const putMenuFirst = (text: string): string => `${MENU.join('\n')}\n\n${text}`

/** Of lists in the text: another mark, or none. */
export const markWith =
  (mark: string | ((index: number) => string)) =>
  (text: string): string => {
    let index = 0
    return text
      .split('\n')
      .map(line => {
        const found = /^( *)[•◦▪] (.*)$/u.exec(line)
        if (!found) {
          index = 0
          return line
        }
        index += 1
        const sign = typeof mark === 'string' ? mark : mark(index)
        return `${sign === '' ? '' : found[1]}${sign === '' ? '' : `${sign} `}${found[2]}`
      })
      .join('\n')
  }

/** As mail programs and old editors break lines. */
export const wrapHard =
  (width: number) =>
  (text: string): string =>
    text
      .split('\n')
      .map(line => {
        const indent = /^ *(?:[•◦▪] )?/u.exec(line)![0]
        const hang = ' '.repeat(indent.length)
        const lines: string[] = []
        let current = indent
        for (const word of line.slice(indent.length).split(' ')) {
          if (current.length + word.length > width && current.trim() !== '') {
            lines.push(current.trimEnd())
            current = hang
          }
          current += `${word} `
        }
        return [...lines, current.trimEnd()].join('\n')
      })
      .join('\n')

export const dropBlankLines = (text: string): string => text.replace(/\n{2,}/g, '\n')

const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
/** What the code page lacks is a question mark, as old editors write it. */
export function toWindows1252(text: string): Uint8Array {
  return Uint8Array.from(
    [...text.replace(/[◦▪]/gu, 'o')].map(sign => {
      const index = WINDOWS_1252.indexOf(sign)
      if (index >= 0) return 0x80 + index
      const code = sign.codePointAt(0)!
      return code < 0x100 ? code : 0x3f
    }),
  )
}

export function toUtf16(text: string): Uint8Array {
  return Uint8Array.from(Buffer.from(`\ufeff${text}`, 'utf16le'))
}

/** Two files where the second begins some paragraphs before the first ends. */
export function splitWithOverlap(text: string, overlap = 3): [string, string] {
  const paragraphs = text.split('\n\n')
  const middle = Math.floor(paragraphs.length / 2)
  return [
    paragraphs.slice(0, middle + overlap).join('\n\n') + '\n',
    paragraphs.slice(middle).join('\n\n'),
  ]
}

const page = (
  name: string,
  spoil: (html: string) => string,
  words?: (words: string) => string,
): Mutation => ({ of: 'page', name, spoil, ...(words && { words }) })
const text = (
  name: string,
  spoil: (text: string) => string,
  words?: (words: string) => string,
): Mutation => ({ of: 'text', name, spoil, ...(words && { words }) })

export const MUTATIONS: readonly Mutation[] = [
  page('no heading above the areas for improvement', html =>
    dropHeadings(html, /^areas? for improvement$/i),
  ),
  page('no heading above the recommendations', html => dropHeadings(html, /^recommendations?$/i)),
  page('no heading above the cause of concern', html =>
    dropHeadings(html, /^(?:accelerated )?causes? of concern$/i),
  ),
  page('headings in capitals', shoutHeadings),
  page('headings that end in a colon', endHeadingsWithColons),
  page('headings that are bold paragraphs', makeHeadingsBold),
  page('divisions for all elements', makeAllDivisions),
  page('everything wrapped four times', wrapEverything),
  page('tables for lists', makeListsTables),
  page('paragraphs in the entries of lists', makeEntriesParagraphs),
  page('banner and menu among the words', spillScreenWords),
  page('straight quotes', html => changeAllWords(html, straighten), straighten),
  page('curly quotes', html => changeAllWords(html, curl), curl),
  page('no-break spaces', html => changeAllWords(html, harden)),
  page('no-break hyphens', html => changeAllWords(html, hardenHyphens), hardenHyphens),
  page('doubled spaces', html => changeAllWords(html, doubleSpaces)),
  text('a menu before the text', putMenuFirst),
  text('dashes for bullets', markWith('–')),
  text('the letter o for bullets', markWith('o')),
  text('arrows for bullets', markWith('►')),
  text(
    'numbers for bullets',
    markWith(index => `${index})`),
  ),
  text('no bullets', markWith('')),
  text('lines broken at 72', wrapHard(72)),
  text('no blank lines', dropBlankLines),
  text('hyphens for bullets and no blank lines', text => dropBlankLines(markWith('-')(text))),
  text('lines that end in CR', text => text.replaceAll('\n', '\r')),
  text('lines that end in CR and LF', text => text.replaceAll('\n', '\r\n')),
  text('doubled spaces', doubleSpaces),
  text('no-break spaces', harden),
  { of: 'bytes', name: 'Windows-1252', spoil: toWindows1252 },
  { of: 'bytes', name: 'UTF-16', spoil: toUtf16 },
]
