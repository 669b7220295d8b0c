import type { Look } from '../../document/look.ts'
import { Anchors } from './anchors.ts'
import type { Quotation } from './lists.ts'
import { Lists } from './lists.ts'
import { page } from '../units.ts'

/** What is gathered while a letter is drawn: the lists, links, anchors and pictures of one file. */
export class Letter {
  readonly lists = new Lists()
  readonly anchors = new Anchors()
  /** The addresses that links lead to, in the order of their relationships. */
  readonly addresses: { id: string; address: string }[] = []
  /** Word's comments, by their numbers. */
  readonly remarks: string[] = []
  #pictures = 0

  constructor(readonly look: Look) {}

  /** Millimetres between the margins. */
  get measure(): number {
    return page.width - this.look.margins.left - this.look.margins.right
  }

  nextPicture(): string {
    return String(++this.#pictures)
  }
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
