import { describe, expect, test } from 'vitest'
import { findTypedAppendices, letterAt } from '../../src/model/appendix-references.ts'
import {
  aPaper,
  aDrawnSection,
  aTypedSection,
  lettersOf,
  readPaperOf,
  sayProblems,
} from '../paper.ts'
import { anOffice, OFFICE, type Keys } from '../makers.ts'

/** What is said of a paper, each with its line and column. */
const said = async (paper: string | Keys, files = {}) =>
  sayProblems((await readPaperOf(paper, files)).problems)

const withText = (text: string, keys: Keys = {}): Keys => ({
  sections: [aTypedSection({ text: `${text}\n` })],
  ...keys,
})
const APPENDICES = {
  appendices: [
    { title: 'The letter', id: 'letter' },
    { title: 'The answer', id: 'answer', restricted: true },
  ],
}

describe('a paper', () => {
  test('in which nothing is wrong says what it holds', async () => {
    const { paper, problems } = await readPaperOf({ sections: [aTypedSection(), aDrawnSection()] })
    expect(problems).toEqual([])
    expect(paper).toMatchObject({
      kind: 'report',
      language: 'en-GB',
      item: { value: 'Item 4' },
      meeting: '2019-12-05',
      sections: [
        { title: { value: 'Purpose' }, restricted: false },
        { response: 'northshire-2019', detail: 'summary', draft: false },
      ],
      appendices: [],
    })
  })

  test('is in the first language of its office, or its own', async () => {
    const files = { [OFFICE]: anOffice({ languages: ['cy-GB', 'en-GB'] }) }
    expect((await readPaperOf({}, files)).paper?.language).toBe('cy-GB')
    expect((await readPaperOf({ language: 'en-GB' }, files)).paper?.language).toBe('en-GB')
  })

  test.each<[string, string | Keys, string]>([
    [
      'an unknown key',
      { agenda: 'Item 4' },
      '9:1 error: Unexpected key agenda at the top of the file',
    ],
    [
      'a misspelt key of a section',
      { sections: [{ titel: 'A', text: 'B\n' }] },
      '6:5 error: Unexpected key titel, expected title',
    ],
    [
      'a misspelt key of an appendix',
      { appendices: [{ title: 'A', restrictd: true }] },
      '11:5 error: Unexpected key restrictd, expected restricted',
    ],
    [
      'a wrong kind',
      { kind: 'progres' },
      '9:7 error: Unexpected kind "progres", expected report or progress',
    ],
    [
      'a date in words',
      { meeting: '5 December 2019' },
      '4:10 error: Unexpected date "5 December 2019", expected 2019-12-05',
    ],
    [
      'a day that is not known',
      { meeting: 'TODO' },
      '4:10 error: Unexpected placeholder "TODO", expected a date such as 2019-09-27',
    ],
    [
      'no meeting',
      { meeting: undefined },
      '1:1 error: Missing meeting, expected the day of the meeting',
    ],
    ['no title', { title: undefined }, '1:1 error: Missing title, expected the title of the paper'],
    ['no sections', { sections: [] }, '5:1 error: Missing sections, expected at least one'],
    [
      'an unknown office',
      { office: 'northshore' },
      '1:9 error: Missing file templates/northshore/office.yaml, expected an office that is there: northshire',
    ],
    [
      'an unknown response',
      { sections: [aDrawnSection({ response: 'northshire-2018' })] },
      '6:15 error: Unexpected response northshire-2018, expected the name of a response that is there: northshire-2019',
    ],
    [
      'a response out of the workspace',
      { sections: [aDrawnSection({ response: '../elsewhere' })] },
      '6:15 error: Unexpected response ../elsewhere, expected the name of a response that is there: northshire-2019',
    ],
    [
      'text beside a response',
      { sections: [aDrawnSection({ text: 'Words.\n' })] },
      '7:5 error: Unexpected text in a section that is drawn from a response, expected before or after',
    ],
    [
      'words around no response',
      { sections: [aTypedSection({ before: 'Words.\n' })] },
      '9:5 error: Unexpected before in a section without a response, expected text',
    ],
    [
      'a section without text',
      { sections: [{ title: 'Purpose' }] },
      '6:5 error: Missing text in a section, expected text, or the response that it is drawn from',
    ],
    [
      'a section without title',
      { sections: [{ text: 'Words.\n' }] },
      '6:5 error: Missing title in a section, expected its heading',
    ],
    [
      'what belongs to a progress paper',
      { since: '2019-06-01' },
      '9:1 error: Unexpected since in a report, expected it in a progress paper',
    ],
    [
      'a heading in a text',
      withText('# Purpose'),
      '8:7 error: Unexpected heading in a text, expected paragraphs, lists, tables, links and quotations',
    ],
    [
      'an appendix without title',
      { appendices: [{ id: 'a' }] },
      '10:5 error: Missing title in an appendix, expected what the appendix is, as the list of appendices prints it',
    ],
  ])('is told of %s', async (_, paper, message) => {
    const all = await said(paper)
    expect(all).toHaveLength(1)
    expect(all[0]).toContain(message)
  })

  test('has no gaps: a placeholder in its own words is an error at its word', async () => {
    expect(await said(withText('The figure is TODO, they say.'))).toEqual([
      '8:21 error: Unexpected placeholder "TODO", expected the finished words',
    ])
    expect(await said({ title: 'Report [awaiting title]' })).toEqual([
      '3:15 error: Unexpected placeholder "[awaiting title]", expected the finished words',
    ])
  })

  test('that is empty, or no YAML, is told of once', async () => {
    expect(await said('')).toHaveLength(1)
    expect(await said('office: [northshire\n')).toEqual([expect.stringContaining(' error: ')])
  })

  test('keeps notes to itself, at every level', async () => {
    const notes = 'The Chair is cross.'
    const { paper, problems } = await readPaperOf({
      notes,
      sections: [aTypedSection({ notes })],
      appendices: [{ title: 'The letter', notes }],
    })
    expect(problems).toEqual([])
    expect(JSON.stringify(paper)).not.toContain('cross')
  })

  test('never quotes its notes', async () => {
    const { isPrivate, problems } = await readPaperOf(
      `${aPaper()}notes: { secret: 1 }\nagenda: 3\n`,
    )
    expect(problems).toHaveLength(1)
    expect(isPrivate('panel/2019-12-05.yaml', 9)).toBe(true)
  })
})

describe('appendices', () => {
  test('are lettered in order, past Z with two letters', async () => {
    const titles = ['The letter', 'The answer']
    const read = await readPaperOf({ appendices: titles.map(title => ({ title })) })
    expect(lettersOf(read.paper!.appendices)).toEqual(['A The letter', 'B The answer'])
    expect([0, 25, 26, 27, 51, 52, 701, 702].map(letterAt)).toEqual([
      ...['A', 'Z', 'AA', 'AB', 'AZ', 'BA', 'ZZ', 'AAA'],
    ])
  })

  test('of one id, or one title, are told with both places', async () => {
    const twice = [
      { title: 'The letter', id: 'a' },
      { title: 'the  Letter', id: 'A' },
    ]
    const { problems } = await readPaperOf({ appendices: twice })
    expect(sayProblems(problems)).toEqual([
      '12:12 error: Unexpected second appendix with the title "the Letter", expected each appendix once',
      '13:9 error: Unexpected second appendix with the id a, expected each appendix once',
    ])
    expect(problems.map(({ related }) => related?.[0]?.place.start.line)).toEqual([10, 11])
  })

  test('have an id that can stand in a text', async () => {
    expect(await said({ appendices: [{ title: 'A', id: 'my letter' }] })).toEqual([
      '11:9 error: Unexpected id "my letter", expected letters, digits and dashes',
    ])
  })
})

describe('a reference to an appendix', () => {
  test('by an id that none has is told at its place, with the one that was meant', async () => {
    const { problems } = await readPaperOf(withText('See {appendix leter}.', APPENDICES))
    expect(sayProblems(problems)).toEqual([
      '8:11 error: Unexpected {appendix leter}, expected the id of an appendix, as {appendix challenge}',
    ])
    expect(problems[0]?.hint).toBe('Did you mean {appendix letter}?')
  })

  test.each(['{appendx letter}', '{apendix letter}', '{appendices letter}'])(
    'is told of its slip: %s',
    async typed => {
      const { problems } = await readPaperOf(withText(`See ${typed}.`, APPENDICES))
      expect(problems.map(({ hint }) => hint)).toEqual(['Did you mean {appendix letter}?'])
    },
  )

  test('other words in braces are words', async () => {
    expect(
      await said(withText('A {draft} and a {{value}}, \\{appendix leter\\}.', APPENDICES)),
    ).toEqual([])
  })

  test('that is restricted is an error in a public section, and none in a restricted one', async () => {
    const text = 'See {appendix answer}.\n'
    const { problems } = await readPaperOf(withText(text, APPENDICES))
    expect(sayProblems(problems)).toEqual([
      '8:11 error: Unexpected restricted appendix in a public section, expected one that everybody may read: {appendix answer}',
    ])
    expect(problems[0]?.hint).toContain('restricted: true')
    const sections = [aTypedSection({ text, restricted: true })]
    expect(await said({ sections, ...APPENDICES })).toEqual([])
  })

  test('typed by its letter is a warning where no appendix has it', async () => {
    expect(await said(withText('See **Appendix C** and (Appendix A).', APPENDICES))).toEqual([
      '8:13 warning: Unexpected Appendix C, expected a letter from A to B',
    ])
    expect(await said(withText('See Appendix A.'))).toEqual([
      '8:11 warning: Unexpected Appendix A, expected an appendix in the list of appendices',
    ])
    expect(await said(withText('See Appendix 1.', APPENDICES))).toHaveLength(1)
  })

  test('typed by the letter of a restricted one is a warning in a public section', async () => {
    expect(await said(withText('See Appendix B.', APPENDICES))).toEqual([
      '8:11 warning: Unexpected Appendix B in a public section, expected an appendix that is not restricted',
    ])
  })

  test.each<[string, string[]]>([
    ['Appendix C', ['C']],
    ['APPENDIX C and appendix D', ['C', 'D']],
    ['**Appendix C**, (Appendix F)', ['C', 'F']],
    ['Appendices A and C', ['A', 'C']],
    ['Appendices A, B and C', ['A', 'B', 'C']],
    ['Appendices **A** and **C**', ['A', 'C']],
    ['Appendices A to D', ['A', 'B', 'C', 'D']],
    ['Appendices B–D', ['B', 'C', 'D']],
    ['Appendix AA', ['AA']],
    ['Appendix A and I will write', ['A']],
    ['the appendix that I sent', []],
    ['Appendix of the report', []],
    ['Appendicitis A', []],
  ])('is found in "%s"', (words, letters) => {
    const found = [...findTypedAppendices(words)].map(({ letter }) => letter)
    expect(found.sort()).toEqual(letters)
  })

  test('is found at its letter', () => {
    const words = 'See Appendices A and C.'
    const spots = [...findTypedAppendices(words)].map(({ offset, length }) =>
      words.slice(offset, offset + length),
    )
    expect(spots).toEqual(['Appendices A', 'C'])
  })
})

describe('the file of an appendix', () => {
  const withFile = (file: string): Keys => ({ appendices: [{ title: 'The figures', file }] })
  const pdf = new TextEncoder().encode('%PDF-1.7\n')

  test('goes out under the letter of its appendix', async () => {
    const { paper, problems, files } = await readPaperOf(withFile('papers/Figures.PDF'), {
      'panel/papers/Figures.PDF': pdf,
    })
    expect(problems).toEqual([])
    expect(paper?.appendices[0]?.file).toMatchObject({ name: 'appendix-a.pdf', format: 'PDF' })
    expect(files).toContain('panel/papers/Figures.PDF')
  })

  test.each<[string, string, Uint8Array | undefined, string]>([
    [
      'is not there',
      'figures.pdf',
      undefined,
      'Missing file panel/figures.pdf, expected it in the workspace',
    ],
    [
      'leads out',
      '../../figures.pdf',
      pdf,
      'Unexpected path out of the workspace, expected a file in the workspace',
    ],
    [
      'may run',
      'figures.exe',
      pdf,
      'Unexpected file panel/figures.exe, expected one that ends in pdf, docx,',
    ],
    ['is a web page', 'figures.html', pdf, 'expected one that ends in pdf'],
    [
      'is not what its name says',
      'figures.docx',
      pdf,
      'Unexpected file panel/figures.docx, expected a file that is Word, as its name says',
    ],
  ])('is told of where it %s', async (_, file, bytes, message) => {
    const all = await said(withFile(file), { [`panel/${file}`]: bytes })
    expect(all).toHaveLength(1)
    expect(all[0]).toContain('11:11 error: ')
    expect(all[0]).toContain(message)
  })
})
