import { describe, expect, test } from 'vitest'
import { anOffice } from '../makers.ts'
import { countsOf, mend, mendOffice, SECTIONS, START } from './make.ts'

/** The lines before and after, in a response in which nothing else is to be mended. */
async function expectMended(before: string, after: string, start = START): Promise<void> {
  expect(await mend(start + before)).toBe(start + after)
}

describe('a date', () => {
  test.each([
    '27/09/2019',
    '27/9/2019',
    '27.9.2019',
    '27-09-2019',
    '2019-9-27',
    '2019/09/27',
    '27 September 2019',
    '27th of September, 2019',
    '27 Sept. 2019',
    'Friday 27 September 2019',
    '2019-09-27T10:00:00Z',
    '2019-09-27 10:00',
    '2019–09–27',
    '“2019-09-27”',
  ])('written %s has one reading', async typed => {
    await expectMended(`  published: ${typed}\n`, '  published: 2019-09-27\n')
  })

  test.each([
    '27/09/19',
    '09/27/2019',
    '31/02/2019',
    'TODO',
    'soon',
    'September 2019',
    'Monday 27 September 2019',
    'before 27 September 2019',
    '2019-09-27 or 2019-09-28',
  ])('written %s is left to who knows', async typed => {
    await expectMended(`  published: ${typed}\n`, `  published: ${typed}\n`)
  })

  test('keeps its quotes, its remark and its place in braces', async () => {
    await expectMended(
      `  published: '27/9/2019'  # day 1\npublication: { published: "1.10.2019", sent: 2/10/2019 }\n`,
      `  published: '2019-09-27'  # day 1\npublication: { published: "2019-10-01", sent: 2019-10-02 }\n`,
    )
  })

  test('under a bar, or with a space in its quotes, becomes one on the line', async () => {
    await expectMended(
      '  published: | # from the web page\n    27/9/2019\nletter:\n  date: "2019-11-21\u00a0"\n',
      '  published: 2019-09-27 # from the web page\nletter:\n  date: "2019-11-21"\n',
    )
  })

  test('is one only where a date is asked for', async () => {
    const yaml = '  published: 2019-09-27\nletter:\n  subject: 27/09/2019\n  our_ref: 27/09/2019\n'
    await expectMended(yaml, yaml)
    const notes = 'notes:\n  published: 27/09/2019\ncomments: 27/09/2019\n'
    await expectMended(notes, notes)
  })

  test('behind a key that is spelt wrongly is one as well', async () => {
    await expectMended('  publised: 27/09/2019\n', '  publised: 2019-09-27\n')
  })

  test('that other keys take over by its name is left where it means something else there', async () => {
    const words = '  published: &day 27/09/2019\n  covered_by: *day\n'
    await expectMended(words, words)
    await expectMended(
      '  published: 2019-09-27\nactions:\n  - &one { text: A, by: 1/2/2020 }\n  - *one\n',
      '  published: 2019-09-27\nactions:\n  - &one { text: A, by: 2020-02-01 }\n  - *one\n',
    )
  })

  test('of the office is mended too', async () => {
    const office = anOffice({ holders: [{ name: 'Avery Holt', from: '12/05/2016' }] })
    expect(await mendOffice(office)).toBe(office.replace('12/05/2016', '2016-05-12'))
  })
})

describe('a colon', () => {
  test.each([
    ['title: PEEL: An inspection', 'title: "PEEL: An inspection"'],
    ['title: PEEL: An inspection: of us', 'title: "PEEL: An inspection: of us"'],
    ['title: PEEL: 3" of rain', `title: 'PEEL: 3" of rain'`],
    ['title: PEEL: it\'s 3" of rain', `title: 'PEEL: it''s 3" of rain'`],
    ['title: Questions:', 'title: "Questions:"'],
    ['title: PEEL: An inspection # as printed', 'title: "PEEL: An inspection" # as printed'],
    ['title: PEEL: “good”', 'title: "PEEL: “good”"'],
    ['title: “PEEL”: an inspection', 'title: "“PEEL”: an inspection"'],
    ['title: “PEEL: an inspection”', 'title: "PEEL: an inspection"'],
    ['title: ‘PEEL: an inspection’', 'title: "PEEL: an inspection"'],
    ['title: "An inspection”', 'title: "An inspection"'],
    ['title: "An “inner” inspection”', 'title: "An “inner” inspection"'],
    [String.raw`title: "3\" of rain”`, String.raw`title: "3\" of rain"`],
    ["title: 'The force’s plan’", "title: 'The force’s plan'"],
  ])('%s', async (before, after) => {
    const rest = '\n  published: 2019-09-27\n'
    const [start] = START.split('  title')
    await expectMended(`  ${before}${rest}`, `  ${after}${rest}`, start)
  })

  test.each([
    'title: "PEEL": an inspection',
    'title: PEEL #1: an inspection',
    'title: PEEL: an inspection #1',
    'title: [PEEL]: an inspection',
    'title: “PEEL: an inspection',
    'title: PEEL: an inspection\n    of Northshire',
    'title: "The so-called “inspection”',
    'title: "An inspection’',
    'title: &peel An: inspection',
    'title: `PEEL: an inspection`',
  ])('%s is left', async line => {
    const [start] = START.split('  title')
    await expectMended(`  ${line}\n`, `  ${line}\n`, start)
  })

  test('of a lead is left out, for the letter adds one', async () => {
    const yaml = (lead: string) =>
      `  published: 2019-09-27\n${SECTIONS}    items:\n      - id: c\n        cause_of_concern: It is late.\n        lead: ${lead}\n`
    for (const lead of ['The force should:', '"The force should: -"', 'The force should :-'])
      expect((await mend(START + yaml(lead))).match(/lead: (.*)/)?.[1]).toMatch(
        /^("?)The force should\1$/,
      )
    await expectMended(yaml('By May: the force should:'), yaml('"By May: the force should"'))
    await expectMended(
      yaml('|\n          The force\n          should:'),
      yaml('|\n          The force\n          should'),
    )
    // What would then end in one again is a decision.
    await expectMended(yaml('"should::"'), yaml('"should::"'))
    await expectMended(yaml('":"'), yaml('":"'))
  })

  test('that makes a key of words in a list is in quotes', async () => {
    await expectMended(
      'letter:\n  copies:\n    - Chair: Police Panel # by post\n    - Clerk: "the" Council: him\n    - “Mayor: of Harbourne”\n    - HMICFRS\n',
      'letter:\n  copies:\n    - "Chair: Police Panel" # by post\n    - \'Clerk: "the" Council: him\'\n    - "Mayor: of Harbourne"\n    - HMICFRS\n',
    )
  })

  test.each([
    '    - { Chair: Police Panel }\n',
    '    - Chair: Police\n        Panel\n',
    '    - Chair: Police Panel\n      Clerk: Police Panel\n',
    '    - en: Police Panel\n',
    '    - Chair:\n        Police Panel\n',
  ])('that makes a key of words is left where more than a line belongs to it: %s', async entry => {
    const yaml = `  published: 2019-09-27\nletter:\n  copies:\n${entry}`
    await expectMended(yaml, yaml)
  })

  test('in a text, or in one that looks like keys, is a word', async () => {
    const yaml =
      '  published: 2019-09-27\ncomments: |\n  title: PEEL: an inspection\n  lead: should:\n  date: 27/09/2019\n'
    await expectMended(yaml, yaml)
  })
})

describe('a comma', () => {
  test('behind a salutation or a sign-off is left out, for the letter adds one', async () => {
    await expectMended(
      'letter:\n  to:\n    - { lines: [A], salutation: "Dear Sir," }\n  salutation: Dear Minister,\n  sign_off: Yours ,\n',
      'letter:\n  to:\n    - { lines: [A], salutation: "Dear Sir" }\n  salutation: Dear Minister\n  sign_off: Yours\n',
    )
  })

  test('of the address book, in each language', async () => {
    const office = anOffice({
      addressees: {
        minister: { lines: ['A'], salutation: { en: 'Dear Sir,', cy: 'Annwyl Syr,' } },
      },
    })
    expect(await mendOffice(office)).toBe(office.replace('Sir,', 'Sir').replace('Syr,', 'Syr'))
  })

  test.each([
    'letter:\n  salutation: Dear Sir,,\n',
    'letter:\n  subject: A,\n',
    'notes:\n  salutation: A,\n',
    'letter:\n  wording:\n    opening: A,\n',
  ])('elsewhere is left: %s', async yaml => {
    await expectMended(yaml, yaml)
  })
})

describe('a tab', () => {
  test('before keys, list entries and texts becomes the spaces that it means', async () => {
    await expectMended(
      'letter:\n\tdate: 2019-11-21\n\tcopies:\n\t\t- A\n\t\t-\tB\ncomments: |\n\tI welcome it.\n\n\t- one\n\t\t- two\n',
      'letter:\n  date: 2019-11-21\n  copies:\n    - A\n    - B\ncomments: |\n  I welcome it.\n\n  - one\n    - two\n',
    )
  })

  test('stands for four spaces where the other lines have four', async () => {
    await expectMended(
      'letter:\n    subject: A\n\tcopies:\n\t    - A\n',
      'letter:\n    subject: A\n    copies:\n        - A\n',
    )
  })

  test('before a line of a text puts it where the others of the text begin', async () => {
    await expectMended(
      'letter:\n  wording:\n    opening: |\n      I answer:\n\tthis and that.\n',
      'letter:\n  wording:\n    opening: |\n      I answer:\n      this and that.\n',
    )
  })

  test('further in than its text is one of its words', async () => {
    const yaml = 'comments: |\n  | a |\tb |\n  \tc\n'
    await expectMended(`${yaml}letter:\n\tsubject: A\n`, `${yaml}letter:\n  subject: A\n`)
  })

  test('alone on a line of a text goes', async () => {
    await expectMended('comments: |\n  One.\n\t\n  Two.\n', 'comments: |\n  One.\n\n  Two.\n')
    await expectMended('comments: |\n      \n  One.\n', 'comments: |\n\n  One.\n')
    await expectMended(
      'comments: |\n  One.\n\t\n\n  \n  Two.\n\t\n  Three.\n',
      'comments: |\n  One.\n\n\n\n  Two.\n\n  Three.\n',
    )
  })

  test('that may be read in two ways is left', async () => {
    // A key of the item, or words of its text.
    const yaml =
      '  published: 2019-09-27\nsections:\n  - title: A\n    items:\n      - update: |\n          One.\n\t\t\t\ttitle: B\n'
    await expectMended(yaml, yaml)
    const section =
      'sections:\n  - title: A\n    items:\n    - update: |\n        One.\n\tgrade: good\n'
    await expectMended(section, section)
    // A list beside the other, or in it.
    const list = 'comments: |\n  - one\n\t- two\nletter:\n\tsubject: A\n'
    await expectMended(list, list)
  })
})

describe('trailing spaces', () => {
  test('go, in texts too', async () => {
    await expectMended(
      '  published: 2019-09-27  \ncomments: |  \n  One.  \n  \t\n  Two.\t \n# A remark. \n  \n',
      '  published: 2019-09-27\ncomments: |\n  One.\n\n  Two.\n# A remark.\n\n',
    )
  })

  test('stay behind a backslash, and alone in a folded text, where they mean something', async () => {
    const yaml = 'comments: >\n  One.\n    \n  Two.\nreply: "One.\\  \n  Two."\n'
    await expectMended(yaml, yaml)
  })
})

describe('an id that is missing', () => {
  test('is written as it is made from the place', async () => {
    await expectMended(
      `sections:
  - title: Effectiveness # 1
    items:
      - recommendation: Do it.
        update: Done.
      - cause_of_concern: |
          It is late.
        recommendations:
          - { recommendation: Be early. }
      - id: own
        practice: A good one.
      - answers: [own]
        comment: So it is.
      - id:
        practice: Another.
    sections:
      - items:
          - observation: >
              It is dark.
        title: Light
`,
      `sections:
  - title: Effectiveness # 1
    id: effectiveness
    items:
      - recommendation: Do it.
        id: effectiveness.r1
        update: Done.
      - id: effectiveness.c1
        cause_of_concern: |
          It is late.
        recommendations:
          - { id: effectiveness.r2, recommendation: Be early. }
      - id: own
        practice: A good one.
      - answers: [own]
        id: effectiveness.j1
        comment: So it is.
      - id: effectiveness.p2
        practice: Another.
    sections:
      - id: effectiveness.1
        items:
          - id: effectiveness.1.o1
            observation: >
              It is dark.
        title: Light
`,
    )
  })

  test('is left where two would have the same one', async () => {
    const yaml =
      'sections:\n  - title: A\n    id: a\n    items:\n      - &one { recommendation: B, update: C }\n      - *one\n'
    await expectMended(yaml, yaml)
  })

  test('waits while something is wrong that may change the places', async () => {
    const yaml = 'sections:\n  - title: A\n    items:\n      - recomendation_x: B\n'
    await expectMended(yaml, yaml)
  })
})

test('each mend is counted', async () => {
  expect(
    await countsOf(
      `${START}  published: 1/2/2019 \n  url: https://a.b\nletter:\n\tsubject: A: b\n\tsalutation: C,\n\tcopies: [D]\nsections:\n  - title: “E: f”\n`,
    ),
  ).toEqual({
    tab: 3,
    'curly-quotes': 1,
    colon: 1,
    date: 1,
    'closing-comma': 1,
    id: 1,
    'trailing-space': 1,
  })
})
