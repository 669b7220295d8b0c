import { describe, expect, test } from 'vitest'
import { composeLetter } from '../../src/wording/compose-letter.ts'
import { loadWording } from '../../src/wording/load.ts'
import type { Heading } from '../../src/document/tree.ts'
import { aWorkspace, readValid } from '../makers.ts'
import { outlineOf } from '../outline.ts'

const OFFICES = 'templates/northshire/wording'
const folders = { templates: 'templates', office: 'northshire' }

/** The letter in the wording of some files, and what was wrong with them. */
async function letterWith(files: Record<string, string>) {
  const { set, problems } = await loadWording(aWorkspace(files), folders, 'en-GB')
  const composed = composeLetter(await readValid(), set)
  return {
    tree: composed.value!,
    outline: outlineOf(composed.value!),
    problems: [...problems, ...composed.problems].map(
      ({ place, message }) => `${place.file}:${place.start.line} ${message}`,
    ),
  }
}

describe('templates', () => {
  test("an office's comes before the workspace's, that before the product's", async () => {
    const files = {
      'templates/wording/publication.hbs': 'Of the workspace.\n',
      'templates/wording/opening.hbs': 'Opened by the workspace.\n',
      [`${OFFICES}/publication.hbs`]: 'Of the office.\n',
    }
    const { outline, problems } = await letterWith(files)
    expect(problems).toEqual([])
    expect(outline).toContain('Opened by the workspace.')
    expect(outline).toContain('Of the office.')
    expect(outline).not.toContain('Of the workspace.')
  })

  test("an office's may hold headings and lists, which never skip a depth", async () => {
    const opening = '### Why\n\n- {{body.short}}\n- {{report.title}}\n\n> {{force}}\n'
    const { tree, outline, problems } = await letterWith({ [`${OFFICES}/opening.hbs`]: opening })
    expect(problems).toEqual([])
    expect(outline).toContain(
      '# Why\n- PCC\n- Northshire Police: an inspection\n> Northshire Police',
    )
    const depths = tree.children
      .filter((block): block is Heading => block.type === 'heading')
      .map(({ depth }) => depth)
    expect(depths.slice(0, 2)).toEqual([1, 1])
  })

  test.each([
    ['{{nam}}\n', 1, /^Unexpected {{nam}}, expected one of {{section_55}}/],
    ['{{panel}}\n', 1, /^Missing value of {{panel}}, expected it, or {{#if panel}} around it$/],
    ['Fine.\n\n{{#if x}}', 3, /^Unexpected template syntax/],
    ['Fine.\n{{> x}}\n', 2, /^Unexpected {{> x}}/],
    ['<b>{{force}}</b>\n', 1, /^Unexpected HTML/],
    ['\ue0000\ue001\n', 1, /^Unexpected private-use character/],
  ])('what is wrong with one is told with its file: %j', async (text, line, message) => {
    const { problems } = await letterWith({ [`${OFFICES}/opening.hbs`]: text })
    const [file, ...rest] = problems[0]!.split(' ')
    expect(file).toBe(`${OFFICES}/opening.hbs:${line}`)
    expect(rest.join(' ')).toMatch(message)
  })
})

describe('vocabulary.yaml', () => {
  const withVocabulary = (text: string) => letterWith({ [`${OFFICES}/vocabulary.yaml`]: text })

  test('replaces the entries that it has', async () => {
    const text = `date: '{day}. {month} {year}'\nwords: { good: strong }\n`
    const { outline, problems } = await withVocabulary(text)
    expect(problems).toEqual([])
    expect(outline).toContain('date: 21.~November~2019')
  })

  test.each([
    ['and: and\nmonth: [a]\n', 2, '`month`'],
    ['and: and\nmonths: [a]\n', 2, '`months`'],
    ['kinds:\n  item: { one: x, several: y }\n', 2, '`kinds.'],
    ['voices: { I: { subject: I } }\n', 1, '`voices.I.possessive`'],
    ['and: [a\n', 2, 'vocabulary'],
    ['- a\n', 1, 'vocabulary'],
    ['and: &a x\ndate: *a\n', 2, 'vocabulary'],
  ])('what is wrong with it is told with its line: %j', async (text, line, what) => {
    const { problems } = await withVocabulary(text)
    expect(problems).toHaveLength(1)
    expect(problems[0]).toContain(`${OFFICES}/vocabulary.yaml:${line} Unexpected ${what}`)
  })

  test('an empty one replaces nothing', async () => {
    expect((await withVocabulary('')).problems).toEqual([])
  })
})
