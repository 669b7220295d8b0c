import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { makeNewPanel } from '../../src/cli/new-panel.ts'
import { parseYaml } from '../../src/source/parse-yaml.ts'
import { SourceFile } from '../../src/source/source-file.ts'
import { anIo, aWorkspace, FINISHED, OFFICE, UNFINISHED } from './make.ts'

const PUBLISHED = FINISHED.replace(
  'letter:',
  'publication: { published: 2024-02-21, sent: 2024-02-21 }\nletter:',
)
const OLD = PUBLISHED.replace(/2024-0[12]/g, year => year.replace('2024', '2021'))

type Asked = Partial<Parameters<typeof makeNewPanel>[0]>
async function made(
  responses: Record<string, string>,
  files: Record<string, string> = {},
  asked: Asked = {},
) {
  const cwd = aWorkspace(responses, { 'responses/.keep': '', ...files })
  const io = anIo({ cwd, today: '2024-02-25' })
  const options = { meeting: '2024-03-14', kind: 'report', isQuiet: false, ...asked } as const
  const code = await makeNewPanel(options, io)
  const path = /^Made (.+)\n/.exec(io.out)?.[1]
  const text = path === undefined ? '' : readFileSync(join(cwd, path), 'utf8')
  if (text !== '') expect(parseYaml(new SourceFile('panel.yaml', text)).broken).toBe(false)
  return { code, io, path, text }
}
const aPaper = (keys: string) => `office: northshire\n${keys}\nsections: []\n`

describe('the next paper', () => {
  test('draws each response that was touched since the meeting before', async () => {
    const { code, path, text } = await made(
      { '2024-peel': PUBLISHED, '2021-peel': OLD, '2024-custody': UNFINISHED },
      { 'panel/last.yaml': aPaper('title: My work\nmeeting: 2023-12-07') },
    )
    expect({ code, path }).toEqual({ code: 0, path: 'panel/northshire-2024-03-14.yaml' })
    expect(text).toMatchInlineSnapshot(`
      "# yaml-language-server: $schema=../schema/panel.schema.json
      #
      # The report to the Police and Crime Panel. \`s55 panel\` builds it, and says what is still to be written
      # here. Take out what this meeting does not need.

      office: northshire
      kind: report
      # As the agenda numbers it.
      # item: Item 4
      title: My work
      meeting: 2024-03-14

      sections:
        - title: Purpose
          text: |
            This report tells the members of the Panel what has been done since they last met on 7 December 2023.
        # Since the meeting before: report published 10 January 2024.
        - response: 2024-custody
          # Not final: the force's updates are left out, unless \`draft: true\`.
          before: |
            The report is at {appendix 2024-custody-report}.
        # Since the meeting before: report published 10 January 2024; response published 21 February 2024; copies sent 21 February 2024.
        - response: 2024-peel
          before: |
            The report is at {appendix 2024-peel-report}, and the response to it at {appendix 2024-peel-response}.
        - title: Decisions published
          text: |
            TODO

      appendices:
        - title: 'HMICFRS: An inspection of Northshire Police, published on 10 January 2024'
          id: 2024-custody-report
        - title: 'HMICFRS: An inspection of Northshire Police, published on 10 January 2024'
          id: 2024-peel-report
        - title: The response to “An inspection of Northshire Police”, published on 21 February 2024
          id: 2024-peel-response
      "
    `)
  })

  test('looks back three months where no paper is before it', async () => {
    const { text } = await made({ '2024-peel': PUBLISHED, '2021-peel': OLD })
    expect(text).toContain('since they last met on 14 December 2023.')
    expect(text).toContain('- response: 2024-peel')
    expect(text).not.toContain('2021-peel')
  })

  test('of a paper for a later meeting, of another office or of progress, nothing is carried on', async () => {
    const { text } = await made(
      {},
      {
        'panel/a.yaml': aPaper('title: A\nmeeting: 2024-06-01'),
        'panel/b.yaml': 'office: elsewhere\ntitle: B\nmeeting: 2024-02-01\n',
        'panel/c.yaml': aPaper('kind: progress\ntitle: C\nmeeting: 2024-02-01'),
        'panel/d.yaml': '{',
      },
    )
    expect(text).toContain('title: Report on the work of the office\n')
    expect(text).toContain('14 December 2023')
  })

  test('without anything to attach has no list of appendices', async () => {
    const { text } = await made({})
    expect(text).not.toContain('appendices')
  })

  test('is made from the frame of the office, where it has one', async () => {
    const frame =
      'office: x\ntitle: Ours\nmeeting: x\nsections:\n  - title: Since {since}\n    text: To {meeting}\n  # inspections\n'
    const { text } = await made(
      { '2024-custody': UNFINISHED },
      { 'templates/northshire/panel-report.yaml': frame },
    )
    expect(text).toContain('office: northshire\ntitle: Ours\nmeeting: 2024-03-14\n')
    expect(text).toContain('title: Since 14 December 2023\n    text: To 14 March 2024\n')
    expect(text).toContain('\n  - response: 2024-custody\n')
  })

  test('of progress names no response: all that is open is in it', async () => {
    const { path, text } = await made(
      { '2024-peel': PUBLISHED },
      { 'panel/last.yaml': aPaper('kind: progress\nmeeting: 2023-09-30') },
      { kind: 'progress' },
    )
    expect(path).toBe('panel/northshire-progress-2024-03-14.yaml')
    expect(text).toContain('\nsince: 2023-09-30\n')
    expect(text).not.toContain('2024-peel')
  })
})

describe('is not made', () => {
  test('in the place of one that is there', async () => {
    const { code, io } = await made({}, { 'panel/northshire-2024-03-14.yaml': 'mine' })
    expect(code).toBe(2)
    expect(io.err).toContain('Unexpected panel/northshire-2024-03-14.yaml, expected nothing there')
  })

  test('from a frame that does not say where the inspections go', async () => {
    const files = { 'templates/northshire/panel-report.yaml': 'office: x\nsections: []\n' }
    const { code, io } = await made({}, files)
    expect(code).toBe(2)
    expect(io.err).toContain('Missing line # inspections in templates/northshire/panel-report.yaml')
  })

  test('without saying of which of several offices', async () => {
    const { code, io } = await made({}, { 'templates/westmere/office.yaml': OFFICE })
    expect(code).toBe(2)
    expect(io.err).toContain('Missing --office')
  })
})

test('a response that cannot be read is named', async () => {
  const { code, io } = await made({ broken: 'office: [', '2024-custody': UNFINISHED })
  expect(code).toBe(0)
  expect(io.err).toContain('they cannot be read: broken')
})

test('a title that YAML could misread is written so that it cannot', async () => {
  const hostile = UNFINISHED.replace(/title: An inspection.*/, 'title: \'# {x}: "a" & - b\'')
  const { text } = await made({ hostile })
  const { value } = parseYaml(new SourceFile('panel.yaml', text))
  expect(value?.kind === 'map' && value.entries.has('appendices')).toBe(true)
})
