import type { Reading } from '../../src/model/reading.ts'
import type { InspectionResponse, Item, Section, Text } from '../../src/model/response.ts'
import { DEFAULT_SETTINGS } from '../../src/model/settings.ts'
import type { Path, Place } from '../../src/problem.ts'

/** Every value stands on a line of its own, in the order of first asking. */
export function aReading(responses: InspectionResponse[], parts: Partial<Reading> = {}): Reading {
  return {
    name: 'northshire-2024',
    responses,
    problems: [],
    gaps: [],
    unknownDates: [],
    unsetSignatures: [],
    copies: [],
    settings: DEFAULT_SETTINGS,
    files: ['response.yaml', 'office.yaml'],
    sources: new Map(),
    place: at => aPlace('response.yaml', at),
    officePlace: at => aPlace('office.yaml', at),
    refused: [],
    refusedOfOffice: [],
    placeIn: at => aPlace('response.yaml', at),
    isPrivate: () => false,
    ...parts,
  }
}

/** The line is told by the numbers in the path, so that the order of items is that of the lines. */
export function aPlace(file: string, at: Path | number): Place {
  const line =
    typeof at === 'number'
      ? at
      : at.reduce<number>((sum, step) => sum + (typeof step === 'number' ? step + 1 : 0), 1)
  return { file, start: { line, column: 1 }, end: { line, column: 2 } }
}

/** A final letter in which nothing is wrong. */
export function aResponse(parts: Partial<InspectionResponse> = {}): InspectionResponse {
  return {
    name: 'northshire-2024',
    language: 'en-GB',
    languages: ['en-GB'],
    status: 'final',
    office: {
      key: 'northshire',
      office: 'Office of the Police and Crime Commissioner for Northshire',
      short: 'Northshire OPCC',
      body: {
        title: 'Police and Crime Commissioner',
        short: 'PCC',
        area: 'Northshire',
        voice: 'I',
      },
      force: 'Northshire Police',
      people: [],
      address: ['1 Station Road', 'Northam', 'NS1 1AA'],
      letterhead: {
        logo_alt: '',
        has_own_alt: true,
        wordmark: [],
        look: {
          font: 'Arial',
          colour: '#000000',
          margins: { top: 25, bottom: 25, left: 34, right: 34 },
          stationery: {},
        },
      },
    },
    report: {
      title: 'Northshire Police: PEEL 2023–25',
      inspectorates: ['HMICFRS'],
      kind: 'peel',
      published: '2024-01-10',
      basis: 'section 55',
      is_section_55: true,
      scale: ['outstanding', 'good', 'adequate', 'requires improvement', 'inadequate'],
      copy: [],
      expects: [],
    },
    publication: {},
    letter: {
      date: '2024-02-20',
      to: [
        {
          at: ['letter', 'to', 0],
          lines: ['The Home Secretary', '2 Marsham Street', 'London SW1P 4DF'],
          receives: ['secretary of state'],
        },
      ],
      copies: [],
      receives: ['secretary of state', 'inspectorate'],
      signatory: {
        at: ['holders', 0],
        name: 'Alex Marlow',
        titles: ['Police and Crime Commissioner'],
        signature: { kind: 'png', bytes: new Uint8Array(), width: 1, height: 1 },
      },
      is_formal: false,
      layout: 'letter',
      wording: {},
    },
    comments: {
      at: ['comments'],
      blocks: [{ type: 'text', text: aText('Welcome.', ['comments']) }],
    },
    chief_officer: {
      title: 'Chief Constable',
      introduction: {
        at: ['chief_officer', 'introduction'],
        blocks: [{ type: 'text', text: aText('Thanks.', ['chief_officer', 'introduction']) }],
      },
    },
    actions: [],
    sections: [aSection([anItem()])],
    waive: [],
    ...parts,
  }
}

export function aText(value: string, at: Path): Text {
  return { at, value, blocks: [] }
}

export function aSection(items: Section['items'], parts: Partial<Section> = {}): Section {
  const at = ['sections', 0]
  return {
    at,
    id: 'vetting',
    title: { at: [...at, 'title'], value: 'Vetting' },
    items,
    sections: [],
    ...parts,
  }
}

/** An answered item, the first of `of` unless it says otherwise. */
export function anItem(parts: Partial<Item> = {}, index = 0): Item {
  const kind = parts.kind ?? 'recommendation'
  const at = parts.at ?? ['sections', 0, 'items', index]
  return {
    at,
    kind,
    id: `vetting.${kind}.${index + 1}`,
    position_in_group: { index: index + 1, of: 3 },
    words: aText('The force should clear its backlog.', [...at, kind]),
    answer_due: kind !== 'practice',
    comment_due: false,
    ...(kind === 'recommendation' &&
      parts.answered !== false && {
        comment: aText('I pay for two more clerks.', [...at, 'comment']),
      }),
    answered: true,
    answered_by: [],
    recommendations: [],
    evidence: [],
    raised_before: [],
    history: [],
    waive: [],
    ...parts,
  }
}
