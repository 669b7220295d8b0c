import type { Block } from '../../src/document/tree.ts'
import type { FoundItem, FoundReport, FoundSection, Words } from '../../src/import/found-report.ts'

const FILE = 'responses/northshire-2019/report.txt'

export const atLine = (line: number, words = ''): Words => ({
  words,
  place: { file: FILE, start: { line, column: 1 }, end: { line, column: 2 } },
})

/** A paragraph each. */
export const prose = (...paragraphs: string[]): Block[] =>
  paragraphs.map(value => ({ type: 'paragraph', children: [{ type: 'text', value }] }))

export const bullets = (...entries: string[]): Block => ({
  type: 'list',
  ordered: false,
  start: 1,
  children: entries.map(entry => ({ type: 'listItem', children: prose(entry) })),
})

export const aFoundItem = (
  words: string | Block[],
  keys: Partial<FoundItem> & { line?: number } = {},
): FoundItem => {
  const { line = 1, ...rest } = keys
  return {
    kind: 'recommendation',
    words: typeof words === 'string' ? prose(words) : words,
    recommendations: [],
    again: [],
    place: atLine(line).place,
    ...rest,
  }
}

export const aFoundSection = (
  keys: Partial<FoundSection> & { line?: number } = {},
): FoundSection => {
  const { line = 1, ...rest } = keys
  return { title: 'Effectiveness', items: [], sections: [], place: atLine(line).place, ...rest }
}

export const aFoundReport = (keys: Partial<FoundReport> = {}): FoundReport => ({
  title: 'PEEL 2018/19: an inspection of Northshire Police',
  inspectorates: ['HMICFRS'],
  kind: 'peel',
  otherDays: [],
  scale: 'peel-2014',
  sections: [],
  counts: [],
  passed: [],
  doubts: [],
  ...keys,
})

/** A report with an item of each kind, as its page has it. */
export const northshireReport = (): FoundReport =>
  aFoundReport({
    otherDays: [atLine(9, 'Last updated 09/10/2019')],
    counts: [
      { ...atLine(12, 'We have made two recommendations'), kind: 'recommendation', count: 2 },
      { ...atLine(13, 'three areas for improvement'), kind: 'area_for_improvement', count: 3 },
    ],
    sections: [
      aFoundSection({
        line: 10,
        grade: 'Good',
        previous: 'requires improvement',
        sections: [
          aFoundSection({
            line: 14,
            title: 'Answering calls',
            question: 'How well does the force answer calls?',
            grade: 'Requires improvement',
            items: [
              aFoundItem('Northshire Police does not answer enough of the calls that it is sent.', {
                kind: 'cause_of_concern',
                line: 20,
                lead: 'To address this cause of concern, we recommend that within nine months the force should:',
                deadline: 'within nine months',
                recommendations: [
                  aFoundItem('have enough call takers at the times when most people call; and', {
                    line: 22,
                    again: [atLine(80)],
                  }),
                  aFoundItem('tell callers how long they are likely to wait.', { line: 23 }),
                ],
              }),
              aFoundItem(
                [
                  ...prose('The force should look again at how it assesses risk. It should:'),
                  bullets('record who assessed it; and', 'record why.'),
                ],
                {
                  kind: 'area_for_improvement',
                  line: 30,
                  title: 'Risk: who assesses it, and #how',
                },
              ),
            ],
          }),
          aFoundSection({
            line: 40,
            title: 'Armed policing',
            grade: 'Ungraded',
            items: [
              aFoundItem(
                'The force cannot show that it has enough armed officers. This must change.',
                {
                  kind: 'observation',
                  line: 44,
                  suggestedBy: atLine(
                    45,
                    'It is a shortcoming that we expect the force to address.',
                  ),
                },
              ),
              aFoundItem('Trained dogs are shared with Southshire.', {
                kind: 'practice',
                line: 50,
              }),
            ],
          }),
        ],
      }),
    ],
    doubts: [
      {
        ...atLine(35, 'Area for improvment'),
        message: 'Unexpected heading without an item, expected one below it',
        hint: 'Look there, and write the item in if there is one.',
      },
    ],
  })
