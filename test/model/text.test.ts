import { describe, expect, test } from 'vitest'
import { isPlainProse, parseText, readMarkdown } from '../../src/model/text.ts'
import type { Block, Inline } from '../../src/document/tree.ts'
import { seeded } from '../random-response.ts'

/** The blocks as a line of text, marks written out. */
function show(blocks: readonly Block[]): string {
  return blocks.map(showBlock).join(' ¶ ')
}

function showBlock(block: Block): string {
  switch (block.type) {
    case 'paragraph':
      return showInlines(block.children)
    case 'list': {
      const items = block.children.map(item => show(item.children)).join(' | ')
      return `${block.ordered ? `ol${block.start}` : 'ul'}(${items})`
    }
    case 'blockquote':
      return `quote(${show(block.children)})`
    case 'table':
      return `table(${block.children
        .map(row => row.children.map(cell => showInlines(cell.children)).join(' & '))
        .join(' / ')})`
    default:
      return block.type
  }
}

function showInlines(nodes: readonly Inline[]): string {
  return nodes
    .map(node => {
      if (node.type === 'text') return node.value
      if (node.type === 'break') return '⏎'
      if (node.type === 'link') return `link[${showInlines(node.children)}](${node.url})`
      return `${node.type}[${showInlines(node.children)}]`
    })
    .join('')
}

const read = (value: string): string => {
  const { blocks, refusals } = parseText(value)
  expect(refusals).toEqual([])
  return show(blocks)
}

describe('a text is a small Markdown', () => {
  test.each([
    ['wrapped lines are one paragraph', 'one\ntwo\n\nthree', 'one two ¶ three'],
    ['tabs and trailing spaces collapse', 'a\tb  \nc', 'a b c'],
    ['* and ** emphasise', '*a* and **b**', 'emphasis[a] and strong[b]'],
    ['lists nest', '- a\n  - b\n    1. c\n- d', 'ul(a ¶ ul(b ¶ ol1(c)) | d)'],
    ['a numbered list keeps its first number', '4. a\n5. b', 'ol4(a | b)'],
    [
      'links stand in the line',
      'see [the plan](https://a.example/b_c)',
      'see link[the plan](https://a.example/b_c)',
    ],
    [
      'mailto and tel are links',
      '[a](mailto:a@b.example) [t](tel:01632960123)',
      'link[a](mailto:a@b.example) link[t](tel:01632960123)',
    ],
    ['quotations', '> a\n> b', 'quote(a b)'],
    ['tables', '| a | b |\n| - | - |\n| 1 | 2 |', 'table(a & b / 1 & 2)'],
    [
      'a table row with too few cells is filled up',
      '| a | b |\n| - | - |\n| 1 |',
      'table(a & b / 1 & )',
    ],
    ['a backslash escapes punctuation', '\\*a\\* \\# \\[b\\]', '*a* # [b]'],
    ['a backslash at the end of a line breaks it', 'a\\\nb', 'a⏎b'],
    ['a list item of which only the mark was typed stays', '- a\n-\n- b', 'ul(a |  | b)'],
  ])('%s', (_, value, expected) => {
    expect(read(value)).toBe(expected)
  })
})

describe('everything else is literal', () => {
  test.each([
    '$',
    '<1%',
    '1 < 2 > 0',
    'C#',
    '#hashtag',
    '&amp; &lt; &#65;',
    '{{x}} {{{y}}} {{#if}}',
    '`code`',
    '``` fence',
    'www.a.example',
    '~~gone~~',
    '[^1]',
    '[1]: x',
    '[1]: https://a.example',
    '+ 3%',
    '2*3*4',
    'snake_case_word',
    '_a_ and __b__',
    '100. not a list',
    '2019. A year',
    '1990) too',
    ']]>',
    '@ref',
    '<https://a.example>',
    'a * b',
    'ends with *',
    '\u2022 pasted bullet',
    'ŵ ŷ £ € – — “ ” ‘ ’ → ✓',
  ])('%s', value => {
    expect(read(value)).toBe(value)
  })

  test('an indented line is no code', () => {
    expect(read('    indented')).toBe('indented')
  })

  test('a reference to a link is plain, for there are no definitions', () => {
    expect(read('[a][1]\n\n[1]: https://a.example')).toBe('[a][1] ¶ [1]: https://a.example')
  })
})

describe('what a letter has no place for is refused where it stands', () => {
  test.each([
    ['a heading', 'text\n\n# Heading', 6, 9],
    ['an underlined heading', 'text\n---', 0, 8],
    ['a rule', 'a\n\n***\n\nb', 3, 3],
    ['HTML', 'a <b>c</b>', 2, 3],
    ['an HTML comment', '<!-- x -->', 0, 10],
    ['a picture', 'a ![b](c.png)', 2, 11],
    ['a link that runs', '[a](javascript:alert(1))', 0, 24],
    ['a link into the folders', '[a](../b.pdf)', 0, 13],
    ['a title in a link', '[a](https://b.example "c")', 0, 26],
  ])('%s', (_, value, offset, length) => {
    const { refusals } = parseText(value)
    expect(refusals[0]).toMatchObject({ offset, length })
    expect(refusals[0]?.message).toMatch(/^Unexpected .+, expected .+/)
  })

  test('the place holds behind tabs and escaped signs', () => {
    const value = '_a_ 2*3*4\t+ x <b>'
    expect(parseText(value).refusals[0]).toMatchObject({ offset: value.indexOf('<b>'), length: 3 })
  })
})

describe('plain prose is read without the Markdown reader', () => {
  test.each([
    'one',
    'one\ntwo\n\n\nthree  \nfour',
    '\n\na\n\n',
    'a\t b',
    '& $ % _x_ `y` {{z}} ]',
    'a - b',
    'a\r\nb\r\n\r\nc',
  ])('with the same result: %j', value => {
    expect(isPlainProse(value)).toBe(true)
    expect(parseText(value)).toEqual(readMarkdown(value, undefined, false))
  })

  test.each([
    '- a',
    'a\n# b',
    '1. a',
    'a *b*',
    '<b>',
    '| a |',
    'a\\',
    '> a',
    'a\n---',
    '+ a',
    'a\n===',
  ])('and not taken for it: %j', value => {
    expect(isPlainProse(value)).toBe(false)
  })
})

test('words know the path of the value they were typed in', () => {
  const { blocks } = parseText('a **b**', ['comments'])
  expect(blocks).toEqual([
    {
      type: 'paragraph',
      children: [
        { type: 'text', value: 'a ', at: ['comments'] },
        { type: 'strong', children: [{ type: 'text', value: 'b', at: ['comments'] }] },
      ],
    },
  ])
})

describe('what is meant to hurt is read fast, or refused', () => {
  const links = (count: number): string => '[a](https://a.example) '.repeat(count)
  test.each([
    ['brackets', '['.repeat(50_000)],
    ['pairs of brackets', '['.repeat(10_000) + ']'.repeat(10_000)],
    ['backslashes', '\\'.repeat(50_001)],
    ['spaces', `${' '.repeat(100_000)}a*`],
    ['tabs', `a${'\t'.repeat(50_000)}\\b`],
    ['blank lines', `${'\n'.repeat(100_000)}*a*`],
    ['a wide table', `|${'a|'.repeat(2000)}\n|${'-|'.repeat(2000)}\n|${'b|'.repeat(2000)}`],
    ['links', links(1000)],
    ['a long text', 'word *a*\n\n'.repeat(5000)],
  ])('%s are read', (_, value) => {
    const { blocks, refusals } = parseText(value)
    expect(refusals).toEqual([])
    expect(blocks.length).toBeGreaterThan(0)
  })

  const nested = (depth: number): string =>
    Array.from({ length: depth }, (_, n) => `${'  '.repeat(n)}- a`).join('\n')
  test.each([
    ['lists', nested(9)],
    ['many lists', nested(400)],
    ['quotations', `${'>'.repeat(5000)} a`],
    ['quotations apart', `${'> '.repeat(5000)}a`],
    ['lists in a line', `${'- '.repeat(5000)}a`],
    ['numbers in a line', `${'1. '.repeat(5000)}a`],
    ['emphases', `${'*a **b '.repeat(9)}${'c** d*'.repeat(9)}`],
    ['many emphases', '*a **b '.repeat(2000) + 'c** d*'.repeat(2000)],
    ['asterisks', 'a**b '.repeat(20_000)],
    ['links', links(3000)],
    ['broken links', '[a]('.repeat(20_000)],
  ])('%s without end are refused', (_, value) => {
    const { refusals } = parseText(value)
    expect(refusals[0]?.message).toMatch(
      /^Unexpected (list|emphasis|paragraph) .+, expected fewer$/,
    )
  })

  test('eight lists in each other are read', () => {
    expect(read(nested(8))).toContain('ul(a ¶ ul(a ¶')
    expect(read(`${'> '.repeat(8)}a`)).toBe(`${'quote('.repeat(8)}a${')'.repeat(8)}`)
  })
})

test('random prose is read the same without the Markdown reader', () => {
  const random = seeded(55)
  const pieces = [
    ...'abc   \n\n\t.,:;!?()[]{}_`$%&~^@"\'/1£é',
    '\n\n',
    '- ',
    '1 ',
    '&amp;',
    '](',
    '\r\n',
  ]
  let plain = 0
  for (let n = 0; n < 3000; n++) {
    const value = Array.from(
      { length: 1 + Math.floor(random() * 30) },
      () => pieces[Math.floor(random() * pieces.length)]!,
    ).join('')
    if (!isPlainProse(value)) continue
    plain++
    expect(parseText(value), JSON.stringify(value)).toEqual(readMarkdown(value, undefined, false))
  }
  expect(plain).toBeGreaterThan(1000)
})
