import { beforeAll, describe, expect, test } from 'vitest'
import type { Block, DocumentTree, Heading, Node } from '../../src/document/tree.ts'
import { walk } from '../../src/document/words.ts'
import { composed } from '../compose.ts'
import { OFFICE, anOffice } from '../makers.ts'
import { outlineOf } from '../outline.ts'
import { PRIVATE, randomResponse } from '../random-response.ts'
import type { RandomResponse } from '../random-response.ts'

const SEEDS = Array.from({ length: 60 }, (_, seed) => seed + 1)
const OFFICES = [
  {},
  { body: { voice: 'we', title: 'Mayor of Northshire', short: 'Mayor' } },
  { body: { voice: 'the Board', title: 'Police Authority Board', short: 'Board' } },
]

let letters: (RandomResponse & { seed: number; tree: DocumentTree })[]
beforeAll(async () => {
  letters = await Promise.all(
    SEEDS.map(async seed => {
      const response = randomResponse(seed)
      const office = anOffice(OFFICES[seed % OFFICES.length])
      return { ...response, seed, tree: await composed(response.keys, { [OFFICE]: office }) }
    }),
  )
}, 60_000)

const nodes = <T extends Node['type']>(
  { children }: DocumentTree,
  type: T,
): Extract<Node, { type: T }>[] =>
  [...walk(children)].filter((node): node is Extract<Node, { type: T }> => node.type === type)

const wordsOf = (node: Node): string => {
  if (node.type === 'text') return node.value
  if (node.type === 'break') return ' '
  return 'children' in node ? node.children.map(wordsOf).join('') : ''
}

/** The lists of blocks of a tree: its own, and those of quotations and list items. */
const listsOf = ({ children }: DocumentTree): (readonly Block[])[] => [
  children,
  ...[...walk(children)].flatMap(node =>
    node.type === 'blockquote' || node.type === 'listItem' ? [node.children] : [],
  ),
]

/** Says of which random response an assertion failed. */
const each = (check: (letter: (typeof letters)[number]) => void): void => {
  for (const letter of letters)
    try {
      check(letter)
    } catch (error) {
      if (error instanceof Error) error.message = `seed ${letter.seed}: ${error.message}`
      throw error
    }
}

describe('whatever a response holds', () => {
  test('each text and typed word stands in its letter once', () => {
    each(({ tree, printed }) => {
      const typed = nodes(tree, 'text').filter(({ at }) => at)
      for (const word of printed)
        expect(typed.filter(({ value }) => value.includes(`${word}`))).toHaveLength(1)
    })
  })

  test('nothing private is in the tree', () => {
    each(({ tree }) => {
      expect(JSON.stringify(tree)).not.toContain(PRIVATE)
    })
  })

  test('no value that is missing is printed as what a program calls it', () => {
    each(({ tree }) => {
      const { title, author, description, keywords, header } = tree
      const said = [title, author, description, ...keywords, header, ...tree.children.map(wordsOf)]
      expect(said.join('\n')).not.toMatch(/\bundefined\b|\bnull\b|\bNaN\b|\[object /)
    })
  })

  test('headings begin at 1, never skip and never go deeper than 5', () => {
    each(({ tree }) => {
      let before = 0
      for (const { depth } of nodes(tree, 'heading')) {
        expect(depth).toBeLessThanOrEqual(Math.min(before + 1, 5))
        before = depth
      }
    })
  })

  test('ids are unique, and each link within the letter has its heading', () => {
    each(({ tree }) => {
      const ids = nodes(tree, 'heading').flatMap(({ id }) => id ?? [])
      expect(new Set(ids).size).toBe(ids.length)
      for (const { url } of nodes(tree, 'link'))
        if (url.startsWith('#')) expect(ids).toContain(url.slice(1))
    })
  })

  test('there is one title, and no heading before it', () => {
    each(({ tree }) => {
      expect(nodes(tree, 'title')).toHaveLength(1)
      const types = tree.children.map(({ type }) => type)
      expect(types.slice(0, types.indexOf('title'))).not.toContain('heading')
    })
  })

  test('no paragraph, list, quotation or heading is empty', () => {
    each(({ tree }) => {
      for (const node of walk(tree.children)) {
        if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'gap')
          expect(wordsOf(node).trim()).not.toBe('')
        if (node.type === 'list' || node.type === 'blockquote')
          expect(node.children.length).toBeGreaterThan(0)
      }
    })
  })

  test('no word is one of the machine', () => {
    each(({ tree }) => {
      expect(outlineOf(tree)).not.toMatch(/undefined|\[object|NaN|[\ue000-\uf8ff]|\bnull\b/)
    })
  })

  test('no mark is doubled', () => {
    each(({ tree }) => {
      for (const node of walk(tree.children))
        if (node.type === 'paragraph' || node.type === 'heading')
          expect(wordsOf(node)).not.toMatch(/[:,.;] ?[:,.;]|\s[,.;:]|\S {2,}\S|^\s|\s$/)
    })
  })

  test('every label and every opening sentence has what it opens behind it', () => {
    each(({ tree }) => {
      for (const blocks of listsOf(tree))
        blocks.forEach((block, n) => {
          const next = blocks[n + 1]
          const opens = block.type === 'paragraph' && (block.keepWithNext ?? block.role === 'label')
          if (opens) expect(next).toBeDefined()
          if (opens && block.role === 'label') expect(next?.type).not.toBe('heading')
        })
    })
  })

  test('below the heading of an item or answer stand its words', () => {
    each(({ tree }) => {
      const isSection = ({ id }: Heading): boolean => id !== undefined && /^word\d/.test(id)
      tree.children.forEach((block, n) => {
        if (block.type !== 'heading' || isSection(block)) return
        const next = tree.children[n + 1]
        const isOver = next === undefined || (next.type === 'heading' && next.depth <= block.depth)
        expect(isOver, wordsOf(block)).toBe(false)
      })
    })
  })

  test('a final letter has no gaps', () => {
    each(({ tree }) => {
      if (tree.watermark === undefined) expect(nodes(tree, 'gap')).toEqual([])
    })
  })

  test('drafts and finals of every kind are among them', () => {
    const gaps = letters.flatMap(({ tree }) => nodes(tree, 'gap'))
    expect(new Set(gaps.map(wordsOf)).size).toBeGreaterThan(5)
    expect(letters.filter(({ tree }) => tree.watermark === undefined).length).toBeGreaterThan(10)
  })
})
