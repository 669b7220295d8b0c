/**
 * The letter as a tree of words. It knows nothing of the formats that show it, nor of the response
 * it was made from; the names are those of the Markdown tree (mdast) wherever it has one.
 */
import type { Path } from '../problem.ts'

export type Language = 'en-GB' | 'cy-GB'

/** `at`: the path of the response's value that the words were typed in; absent on words of the templates. */
export type Text = { type: 'text'; value: string; at?: Path }
export type Strong = { type: 'strong'; children: Inline[] }
export type Emphasis = { type: 'emphasis'; children: Inline[] }
/**
 * `url`: http, https, mailto or tel; `#` and the id of a node of this tree; or `./` and the name of a file
 * beside this one, which the web page alone links to.
 */
export type Link = { type: 'link'; url: string; children: Inline[] }
export type Break = { type: 'break' }
/** What a draft still lacks: "[Awaiting the Chief Constable's update]". `at`: the value that is to be typed. */
export type Gap = { type: 'gap'; at?: Path; children: Inline[] }
export type Inline = Text | Strong | Emphasis | Link | Break | Gap

/** What a paragraph is in the letter, where it is more than prose; each has one style in every format. */
export type ParagraphRole =
  | 'wordmark' // the office's name in the letterhead
  | 'contact' // its address, telephone and email
  | 'draft' // the line that says that this is a draft
  | 'addressee'
  | 'reference' // our and your reference
  | 'date'
  | 'salutation'
  | 'question' // the inspection's question, below the heading of its section
  | 'label' // "Chief Constable's response:" on a line of its own, before a list or table
  | 'detail' // status, owner, target: a line about an item
  | 'sign-off'
  | 'signatory' // name and titles under the signature
  | 'copies'

/** What whoever reads a draft should look at: no part of the letter, shown where a format has margins for it. */
type Remarked = { remarks?: string[] }

export type Paragraph = Remarked & {
  type: 'paragraph'
  role?: ParagraphRole
  id?: string
  keepWithNext?: boolean
  children: Inline[]
}
/** The document's title. There is one. */
export type Title = Remarked & { type: 'title'; children: Inline[] }
/** Depth 1 is a part of the letter; depths never skip, and none is deeper than 5. */
export type Heading = Remarked & {
  type: 'heading'
  depth: 1 | 2 | 3 | 4 | 5
  id?: string
  newPage?: boolean
  children: Inline[]
}
export type List = {
  type: 'list'
  ordered: boolean
  /** The first number, for an ordered one. */
  start: number
  children: ListItem[]
}
export type ListItem = { type: 'listItem'; children: Block[] }
/** `voice: report`: the words of the inspectorate; without it, a quotation in somebody's text. */
export type Blockquote = {
  type: 'blockquote'
  voice?: 'report'
  keepWithNext?: boolean
  children: Block[]
}
/** The first row is the header. `align` has one entry a column. */
export type Table = {
  type: 'table'
  align: ('left' | 'center' | 'right' | null)[]
  children: TableRow[]
}
export type TableRow = { type: 'tableRow'; children: TableCell[] }
export type TableCell = { type: 'tableCell'; children: Inline[] }

/** A picture that can be drawn as it is. Sizes in pixels; an SVG holds no live text, script or outside reference. */
export type Media = { width: number; height: number } & (
  | { kind: 'png' | 'jpeg'; bytes: Uint8Array }
  | { kind: 'svg'; bytes: Uint8Array; png: Uint8Array } // png: the same at 3 times the size, for programs that know no SVG
)
/** `alt` is empty for a picture that only decorates. Width and height in millimetres. */
export type Image = { type: 'image'; media: Media; alt: string; width: number; height: number }
/** The head of the first page, in its body so that a screen reader meets it. */
export type Letterhead = {
  type: 'letterhead'
  logo?: Image
  /** A paragraph each of role wordmark and contact. */
  children: Paragraph[]
}
/** Stays on one page: the publication sentence, the sign-off, the signature and its name. */
export type Closing = { type: 'closing'; children: (Paragraph | Image)[] }

export type Block =
  Title | Heading | Paragraph | List | Blockquote | Table | Image | Letterhead | Closing

/** Every kind of node that a renderer shows. */
export type Node = Block | Inline | ListItem | TableRow | TableCell

/** What Word stationery may ask for by its name in braces, `{{our_ref}}`. */
export const FIELDS = [
  'our_ref',
  'your_ref',
  'date',
  'addressee',
  'salutation',
  'subject',
  'report',
  'signatory',
  'office',
  'address',
  'telephone',
  'email',
  'website',
] as const
export type Field = (typeof FIELDS)[number]

export type DocumentTree = {
  language: Language
  /** Of the document: Word's, the PDF's and the page's. */
  title: string
  author: string
  /** One sentence that says what it is. */
  description: string
  keywords: string[]
  /** The letter's date, YYYY-MM-DD. A draft may have none. */
  date?: string
  /** From the second page on; of a draft, on the first as well. */
  header: string
  /** Words about the page number and the number of pages: "Page ", " of ", "". */
  pages: [before: string, between: string, after: string]
  /** Of the web page: the link that leads a keyboard past its head. */
  skip: string
  /** A draft's watermark. */
  watermark?: string
  /** Of the web page: not to be found by search engines, as a draft is not. */
  unlisted?: true
  /** A line each; none for what the letter has not. */
  fields: Record<Field, string[]>
  /** The same letter in the response's other language. */
  translations: { language: Language; file: string; label: string }[]
  /** Of the web page: how to ask for the letter in another format, where the office can be reached. */
  accessibleFormat?: Inline[]
  /** Of the web page: the same letter as data, in a file beside it. */
  data?: { file: string; label: string }
  children: Block[]
}
