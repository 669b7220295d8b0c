import type { Block, Image, Media, Node, Paragraph } from '../document/tree.ts'
import { wordsOf } from '../document/words.ts'
import { escapeHtml } from './html/escape.ts'
import { htmlPage } from './html/page.ts'
import { keepLeads, staysWhole } from './keep.ts'
import type { Renderer } from './renderer.ts'
import { pixels } from './units.ts'

export const renderHtml: Renderer = (tree, look) => {
  const { head, letter } = parted(keepLeads(tree.children))
  const { accessibleFormat = [] } = tree
  const parts = { head: lines(head), letter: lines(letter), accessible: all(accessibleFormat) }
  return Promise.resolve(new TextEncoder().encode(htmlPage(parts, tree, look)))
}

/** The letterhead and what stands above it are the page's banner, which the skip link passes by. */
function parted(blocks: readonly Block[]): { head: Block[]; letter: Block[] } {
  const end = blocks.findIndex(({ type }) => type === 'letterhead') + 1
  return { head: blocks.slice(0, end), letter: blocks.slice(end) }
}

const html: { [T in Node['type']]: (node: Extract<Node, { type: T }>) => string } = {
  title: ({ children }) => `<h1>${all(children)}</h1>`,
  heading: ({ depth, id, newPage, children }) => {
    // The title is the page's h1, so that a part of the letter is an h2.
    const tag = `h${depth + 1}`
    return `<${tag}${attributes({ id, class: newPage && 'new-page' })}>${all(children)}</${tag}>`
  },
  paragraph: node => {
    const tag = node.role === 'contact' ? 'address' : 'p'
    return `<${tag}${attributes({ id: node.id, class: classOf(node) })}>${all(node.children)}</${tag}>`
  },
  list: node => {
    const { ordered, start, children } = node
    const first = ordered && start !== 1 ? `${start}` : undefined
    const tag = ordered ? 'ol' : 'ul'
    return `<${tag}${attributes({ start: first, class: staysWhole(node) && 'whole' })}>\n${lines(children)}\n</${tag}>`
  },
  listItem: ({ children }) => {
    const paragraphs = children.filter(child => child.type === 'paragraph')
    const [first, ...rest] = children
    if (first?.type !== 'paragraph' || paragraphs.length > 1) return `<li>${lines(children)}</li>`
    return `<li>${[all(first.children), ...rest.map(show)].join('\n')}</li>`
  },
  blockquote: node => {
    const { voice, keepWithNext, children } = node
    const classes = join(voice, keepWithNext && 'keep', staysWhole(node) && 'whole')
    return `<blockquote${attributes({ class: classes })}>\n${lines(children)}\n</blockquote>`
  },
  table: node => {
    const { align, children } = node
    const [header, ...body] = children.map(({ children: cells }, index) => {
      const shown = cells.map((cell, column) => {
        // An empty cell is the header of nothing.
        const isHeader = index === 0 && cell.children.length > 0
        const side = align[column]
        const look = side === 'center' || side === 'right' ? side : undefined
        const tag = isHeader ? 'th' : 'td'
        const scope = isHeader ? 'col' : undefined
        return `<${tag}${attributes({ scope, class: look })}>${show(cell)}</${tag}>`
      })
      return `<tr>${shown.join('')}</tr>`
    })
    // Wider than a telephone, it scrolls by itself, for which a keyboard must reach it.
    const name = children[0]?.children
      .map(cell => wordsOf([cell]))
      .filter(Boolean)
      .join(', ')
    const region = attributes({
      class: join('table', staysWhole(node) && 'whole'),
      role: 'group',
      'aria-label': name,
      tabindex: '0',
    })
    return `<div${region}><table>\n<thead>\n${header ?? ''}\n</thead>\n<tbody>\n${body.join('\n')}\n</tbody>\n</table></div>`
  },
  tableRow: ({ children }) => all(children),
  tableCell: ({ children }) => all(children),
  image: node => `<p class="picture">${picture(node)}</p>`,
  letterhead: ({ logo, children }) =>
    `<div class="letterhead">\n${logo ? `${picture(logo)}\n` : ''}${lines(children)}\n</div>`,
  closing: ({ children }) => `<div class="closing">\n${lines(children)}\n</div>`,
  text: ({ value }) => escapeHtml(value),
  strong: ({ children }) => `<strong>${all(children)}</strong>`,
  emphasis: ({ children }) => `<em>${all(children)}</em>`,
  link: ({ url, children }) =>
    followed.test(url)
      ? `<a${attributes({ href: encodeUrl(url) })}>${all(children)}</a>`
      : all(children),
  break: () => '<br>\n',
  gap: ({ children }) => `<mark class="gap">${all(children)}</mark>`,
}

const show = (node: Node): string => html[node.type](node as never)
const all = (nodes: readonly Node[]): string => nodes.map(show).join('')
const lines = (nodes: readonly Node[]): string => nodes.map(show).join('\n')

/** The tree holds no other links; should one get in, it is words and not a link. */
const followed = /^(?:https?:|mailto:|tel:|#|\.\/)/i

/** What no URL may hold (RFC 3986, 2); its own percent signs stay. */
const encodeUrl = (url: string): string => url.replace(/[\s"<>\\^`{|}]/g, encodeURIComponent)

const attributes = (values: Record<string, string | false | undefined>): string =>
  Object.entries(values)
    .filter(([, value]) => value)
    .map(([name, value]) => ` ${name}="${escapeHtml(value || '')}"`)
    .join('')

const join = (...names: (string | false | undefined)[]): string => names.filter(Boolean).join(' ')
const classOf = ({ role, keepWithNext }: Paragraph): string => join(role, keepWithNext && 'keep')

const mediaTypes: Record<Media['kind'], string> = {
  png: 'image/png',
  jpeg: 'image/jpeg',
  svg: 'image/svg+xml',
}

function picture({ media, alt, width, height }: Image): string {
  const data = Buffer.from(media.bytes).toString('base64')
  const src = `data:${mediaTypes[media.kind]};base64,${data}`
  return `<img src="${src}" alt="${escapeHtml(alt)}" width="${Math.round(pixels(width))}" height="${Math.round(pixels(height))}">`
}
