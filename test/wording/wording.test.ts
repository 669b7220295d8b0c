import { describe, expect, test } from 'vitest'
import { vocabulary } from 'section55:wording'
import type { Block, Inline } from '../../src/document/tree.ts'
import { compileTemplate } from '../../src/wording/compile-template.ts'
import { wordsOf } from '../../src/document/words.ts'
import type { Values } from '../../src/wording/values.ts'
import { Vocabulary } from '../../src/wording/vocabulary.ts'
import { Wording } from '../../src/wording/wording.ts'

/** A wording of one template, `sentence`. */
function wordingOf(template: string, common: Values = {}): Wording {
  const compiled = compileTemplate(template)
  if (!('run' in compiled)) throw new Error(compiled.message)
  const file = 'templates/northshire/wording/sentence.hbs'
  return new Wording(
    {
      language: 'en-GB',
      vocabulary: new Vocabulary(vocabulary),
      templates: new Map([['sentence', { file, text: template, run: compiled.run }]]),
      fileOf: name => `templates/wording/${name}.hbs`,
    },
    {},
    common,
  )
}

const say = (template: string, values: Values = {}): string => {
  const wording = wordingOf(template)
  const words = wording.words('sentence', values)
  expect(wording.problems).toEqual([])
  return words
}

/** The one message of a template that cannot be filled. */
const complaint = (template: string, values: Values = {}): string | undefined => {
  const wording = wordingOf(template)
  expect(wording.blocks('sentence', values)).toEqual([])
  expect(wording.problems).toHaveLength(1)
  expect(wording.problems[0]?.place.file).toBe('templates/northshire/wording/sentence.hbs')
  return wording.problems[0]?.message
}

describe('a template asks for what it is given', () => {
  test('values, flags, lists and groups', () => {
    const values = { name: 'Ada', flag: true, list: ['a', 'b'], group: { x: 'y' }, no: false }
    expect(
      say(
        '{{name}} {{#if flag}}yes{{/if}}{{#unless no}}!{{/unless}} {{#each list}}{{this}}{{#unless @last}}, {{/unless}}{{/each}} {{group.x}}',
        values,
      ),
    ).toBe('Ada yes! a, b y')
  })

  test('triple braces print the same', () => {
    expect(say('{{{name}}}', { name: '<b>' })).toBe('<b>')
  })

  test('the outer values are in reach inside a list', () => {
    expect(
      say('{{#each list}}{{../name}}{{this}} {{/each}}', { name: 'N', list: ['a', 'b'] }),
    ).toBe('Na Nb')
  })

  test('a value that nobody gives is an error that names it and those there are', () => {
    expect(complaint('Dear {{nam}}', { name: 'Ada' })).toBe(
      'Unexpected {{nam}}, expected one of {{name}}',
    )
  })

  test.each([
    '{{#if nam}}x{{/if}}',
    '{{#unless nam}}x{{/unless}}',
    '{{#each nam}}x{{/each}}',
    '{{#with nam}}x{{/with}}',
    '{{@root.nam}}',
    '{{#if nam.x}}x{{/if}}',
  ])('in a block too: %s', template => {
    expect(complaint(template, { name: 'Ada' })).toContain('Unexpected {{nam}}')
  })

  test.each([
    ['one\n{{name}} and\n{{nam}}', 3],
    ['{{#if name}}\n{{#if nam}}x{{/if}}\n{{/if}}', 2],
    ['nam\n{{name}}\n\n{{group.nam}}', 4],
    ['{{name}}\n{{#with group}}\n{{nam}}{{/with}}', 3],
    ['{{name}}\n{{list}}', 2],
  ])('its line is told: %j', (template, line) => {
    const wording = wordingOf(template, { name: 'Ada', group: { x: 'y' }, list: ['a'] })
    wording.blocks('sentence')
    expect(wording.problems.map(({ place }) => place.start.line)).toEqual([line])
  })

  test('in a group the whole name is told', () => {
    expect(complaint('{{body.titel}}', { body: { title: 'PCC' } })).toBe(
      'Unexpected {{body.titel}}, expected one of {{body.title}}',
    )
  })

  test('a value that this letter lacks may be asked for, not printed', () => {
    expect(say('{{#if panel}}{{panel}}{{else}}none{{/if}}', { panel: undefined })).toBe('none')
    expect(complaint('{{panel}}', { panel: undefined })).toBe(
      'Missing value of {{panel}}, expected it, or {{#if panel}} around it',
    )
  })

  test('an empty list or word is lacking too', () => {
    expect(say('{{#if list}}x{{/if}}{{#if word}}y{{/if}}none', { list: [], word: '' })).toBe('none')
  })

  test.each([
    ['{{flag}}', 'Unexpected {{flag}}, expected {{#if flag}} around words'],
    ['{{no}}', 'Unexpected {{no}}, expected {{#if no}} around words'],
    ['{{list}}', 'Unexpected {{list}}, expected {{#each list}} around words'],
    ['{{list.length}}', 'Unexpected {{list.length}}, expected {{#each list}}'],
    ['{{list.[7]}}', 'Unexpected {{list.7}}, expected {{#each list}}'],
    ['{{group}}', 'Unexpected {{group}}, expected one of {{group.x}}'],
    ['{{#if lack.x}}a{{/if}}', 'Unexpected {{lack.x}}, expected {{lack}}'],
    ['{{name.x}}', 'Unexpected {{name.x}}, expected {{name}}'],
    ['{{#each list}}{{name}}{{/each}}', 'Unexpected {{list.0.name}}, expected {{list.0}}'],
    ['{{#with group}}{{name}}{{/with}}', 'Unexpected {{group.name}}, expected one of {{group.x}}'],
  ])('%s is told for what it is', (template, message) => {
    const values = {
      name: 'Ada',
      flag: true,
      no: false,
      list: ['a', 'b'],
      group: { x: 'y' },
      lack: undefined,
    }
    expect(complaint(template, values)).toBe(message)
  })

  test.each([
    '{{constructor.name}}',
    '{{name.constructor.name}}',
    '{{group.__proto__.x}}',
    '{{this}}',
    '{{@root}}',
    '{{@name}}',
  ])('what JavaScript or Handlebars brings is not there: %s', template => {
    expect(complaint(template, { name: 'Ada', group: { x: 'y' } })).toMatch(/^Unexpected {{/)
  })

  test.each([
    '{{> part}}',
    '{{#> part}}x{{/part}}',
    '{{#*inline "a"}}x{{/inline}}',
    '{{* decorated}}',
    '{{log "x"}}',
    '{{lookup list 0}}',
    '{{hasOwnProperty "x"}}',
    '{{#if (lookup list 0)}}x{{/if}}',
    '{{#if}}x{{/if}}',
    '{{#if a b}}x{{/if}}',
    '{{if a}}',
    '{{#each list as |one|}}{{one}}{{/each}}',
    '{{#constructor}}x{{/constructor}}',
    '{{{{raw}}}} x {{{{/raw}}}}',
    '{{../name}}',
    '{{#each list}}{{../../name}}{{/each}}',
    '{{#if name}}{{../name}}{{/if}}',
  ])('what a template has no use for is refused with its line: %s', template => {
    expect(compileTemplate(`One.\n${template}`)).toEqual({
      message: expect.stringMatching(/^Unexpected .+, expected .+/) as unknown,
      line: 2,
    })
  })

  test('a template that is not there is named with its file', () => {
    const wording = wordingOf('x')
    wording.blocks('opening')
    expect(wording.problems[0]?.message).toBe(
      "Missing templates/wording/opening.hbs, expected a template of this letter's language",
    )
  })

  test('broken syntax is told with its line', () => {
    expect(compileTemplate('a\n{{#if x}}b')).toMatchObject({
      message: expect.stringContaining('Unexpected template syntax') as unknown,
      line: 2,
    })
    expect(compileTemplate('a\n\n{{#if x}}b{{/each}}')).toMatchObject({ line: 3 })
  })
})

describe('what officers typed is never a template, nor Markdown', () => {
  const hostile =
    '*a* {{constructor}} [x](javascript:1) # {{{y}}} <b> \ue0001\ue001 `c` | - _d_ &amp;'

  test('a plain value stays as it is', () => {
    const wording = wordingOf('**{{title}}** and {{{title}}}')
    const [block] = wording.blocks('sentence', { title: hostile })
    expect(wording.problems).toEqual([])
    expect(block).toEqual({
      type: 'paragraph',
      children: [
        { type: 'strong', children: [{ type: 'text', value: hostile }] },
        { type: 'text', value: ' and ' },
        { type: 'text', value: hostile },
      ],
    })
  })

  test('a value cannot begin a list, a heading or a table', () => {
    for (const value of ['- a', '# a', '1. a', '| a |\n| - |', '> a', '+ a'])
      expect(wordingOf('{{v}}').blocks('sentence', { v: value })).toEqual([
        { type: 'paragraph', children: [{ type: 'text', value }] },
      ])
  })

  test('a text takes its place as paragraphs, and what is in it stays as parsed', () => {
    const list: Block = { type: 'list', ordered: false, start: 1, children: [] }
    expect(
      wordingOf('Before\n\n{{text}}\n\nAfter').blocks('sentence', { text: { blocks: [list] } }),
    ).toEqual([
      { type: 'paragraph', children: [{ type: 'text', value: 'Before' }] },
      list,
      { type: 'paragraph', children: [{ type: 'text', value: 'After' }] },
    ])
  })

  test('typed words keep their place in the YAML', () => {
    const typed: Inline[] = [{ type: 'text', value: 'x', at: ['letter', 'subject'] }]
    expect(wordingOf('a {{t}} b').inlines('sentence', { t: typed })[1]).toEqual(typed[0])
  })
})

test("a template's headings are lowered to where it stands", () => {
  expect(wordingOf('# {{t}}\n\n## b').blocks('sentence', { t: 'a' }, 2)).toMatchObject([
    { type: 'heading', depth: 3 },
    { type: 'heading', depth: 4 },
  ])
})

test("a letter's own wording stands in for the template, and may leave it out", () => {
  const own = {
    at: ['letter'],
    value: 'Mine',
    blocks: [{ type: 'paragraph' as const, children: [{ type: 'text' as const, value: 'Mine' }] }],
  }
  const set = {
    language: 'en-GB' as const,
    vocabulary: new Vocabulary(vocabulary),
    templates: new Map(),
    fileOf: (name: string) => name,
  }
  const wording = new Wording(set, { opening: own, publication: false }, {})
  expect(wordsOf(wording.inlines('opening'))).toBe('Mine')
  expect(wording.blocks('publication')).toEqual([])
  expect(wording.problems).toEqual([])
})

describe('numbers, dates and lists', () => {
  const words = new Vocabulary(vocabulary)

  test('one to twelve in words, 13 and more in figures', () => {
    expect([1, 7, 12, 13, 100].map(n => words.count(n))).toEqual([
      'one',
      'seven',
      'twelve',
      '13',
      '100',
    ])
  })

  test('singular and plural', () => {
    expect(words.counted(1, 'cause_of_concern')).toBe('one cause of concern')
    expect(words.counted(3, 'cause_of_concern')).toBe('three causes of concern')
    expect(words.counted(13, 'area_for_improvement')).toBe('13 areas for improvement')
  })

  test('a date does not break over lines', () => {
    expect(words.date('2019-11-21')).toBe('21\u00a0November\u00a02019')
    expect(words.date('2026-03-01')).toBe('1\u00a0March\u00a02026')
  })

  test('a list has its "and"', () => {
    expect(words.list(['a'])).toBe('a')
    expect(words.list(['a', 'b', 'c'])).toBe('a, b and c')
  })
})
