import type { Look } from '../../document/look.ts'
import { Anchors } from './anchors.ts'
import type { Quotation } from './lists.ts'
import { Lists } from './lists.ts'
import { page } from '../units.ts'

/** What a file has already, where a letter is put into one. */
export type Surroundings = {
  /** Millimetres between its margins. */
  measure: number
  /** The highest number that a picture has, and that a bookmark has. */
  pictures: number
  bookmarks: number
  bookmarkNames: string[]
  relationships: string[]
}

/** What is gathered while a letter is drawn: the lists, links, anchors and pictures of one file. */
export class Letter {
  readonly lists = new Lists()
  readonly anchors: Anchors
  /** The addresses that links lead to, in the order of their relationships. */
  readonly addresses: { id: string; address: string }[] = []
  /** Word's comments, by their numbers. */
  readonly remarks: string[] = []
  readonly #links: string
  #pictures: number

  constructor(
    readonly look: Look,
    private readonly around?: Surroundings,
  ) {
    this.anchors = new Anchors(around?.bookmarks, around?.bookmarkNames)
    this.#pictures = around?.pictures ?? 0
    this.#links = freePrefix(around?.relationships ?? [])
  }

  /** Millimetres between the margins. */
  get measure(): number {
    const { margins } = this.look
    return this.around?.measure ?? page.width - margins.left - margins.right
  }

  /** Keeps the address of a link, and gives the id of its relationship. */
  addAddress(address: string): string {
    const id = `${this.#links}${this.addresses.length + 1}`
    this.addresses.push({ id, address })
    return id
  }

  nextPicture(): string {
    return String(++this.#pictures)
  }
}

/** For ids that none of the file's begins with: it may be a letter of ours. */
function freePrefix(taken: readonly string[]): string {
  let prefix = 'Link'
  while (taken.some(id => id.toLowerCase().startsWith(`rid${prefix.toLowerCase()}`))) prefix += 'A'
  return prefix
}

/** Where in the letter a node stands. */
export type Place = {
  letter: Letter
  quotation?: Quotation
  /** Twips from the margin to a quotation within a list. */
  inset?: number
  /** The style and the numbers of the list around it; the level counts from 0. */
  list?: { level: number; style: string }
}
