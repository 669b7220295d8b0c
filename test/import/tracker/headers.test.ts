import { describe, expect, test } from 'vitest'
import { keyOfHeader } from '../../../src/import/tracker/headers.ts'

const said: Record<string, string[]> = {
  id: ['Ref', 'Our ref', 'Unique ID', 'Reference no.', 'URN'],
  number: ['Rec no.', 'Rec #', 'AFI Number', 'Recommendation reference', 'No. in report'],
  inspectorate_ref: ['HMICFRS reference', 'HMIC Ref No', 'HMICFRS Unique Reference Number'],
  inspectorate_status: ['HMICFRS Status', 'Inspectorate’s position'],
  kind: ['Type', 'Category', 'Type of recommendation'],
  section: ['Pillar', 'Area/Theme', 'PEEL question', 'Area of policing'],
  title: ['Headline', 'AFI title'],
  recommendation: [
    'Rec text',
    'Recommendations',
    'RECOMMENDATION (in full)',
    'Text of recommendation',
  ],
  area_for_improvement: ['AFI', 'Areas for Improvement', 'Area for improvement – wording'],
  cause_of_concern: ['Cause of Concern', 'CoC', 'Linked cause of concern'],
  words: [
    'Description',
    'Finding',
    'Recommendation/AFI',
    'AFI / Rec / CoC',
    'Area for Improvement or Recommendation',
  ],
  deadline: ['Deadline', 'HMICFRS due date', 'Timescale'],
  due: ['Due', 'Date due', 'Completion date'],
  target: ['Target date', 'Expected completion date', 'Force deadline', 'Revised target'],
  for: ['Addressed to', 'Applies to'],
  update: [
    'Force update',
    'Progress',
    'Update – October 2025',
    'Progress (Q2 2025)',
    'Chief Constable’s response',
    'Action taken',
  ],
  comment: [
    'PCC comment',
    'OPCC Response',
    'Commissioner’s comments',
    'Mayor’s view',
    'Comments of the PCC',
  ],
  status: ['Status', 'RAG', 'BRAG rating', 'Status as at 3 May 2025'],
  owner: ['Lead/Owner', 'Exec Lead', 'SRO', 'Responsible officer'],
  position: ['Accepted?', 'Position'],
  reason: ['Rationale', 'Reason if not accepted'],
  evidence: ['Evidence', 'Supporting documents', 'Link'],
  report: ['Inspection', 'Report title'],
  published: ['Date published', 'Publication date'],
}

describe('a header', () => {
  test.each(Object.entries(said))('that says %s', (key, headers) => {
    expect(headers.map(keyOfHeader)).toEqual(headers.map(() => key))
  })

  // Whose they are, or which day they mean, only the office knows.
  test.each(['Comments', 'No.', 'Item', 'Actions', 'Closed date', 'Priority', 'Grade 2022', ''])(
    '%s is not understood by itself',
    header => {
      expect(keyOfHeader(header)).toBeUndefined()
    },
  )

  test('of many words is none', () => {
    expect(keyOfHeader('recommendation '.repeat(5000))).toBeUndefined()
  })
})
