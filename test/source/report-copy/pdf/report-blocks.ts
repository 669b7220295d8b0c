/** A report as its author has it: what every way of printing it must give back. */
export type Block =
  | { heading: string; level: number }
  | { words: string; note?: string }
  | { list: Entry[] }
  | { table: string[][] }
  | { box: Block[] }
  | { columns: Block[] }
  | { pageBreak: true }
export type Entry = { words: string; entries?: Entry[] }

/** A report of an inspectorate in its usual outline, about a force that there is not. */
export function makeReport(sections: number): Block[] {
  return [
    { heading: 'Northshire Police: effectiveness, efficiency and legitimacy', level: 1 },
    { words: 'An inspection of the police force of Northshire, made in the spring of 2025.' },
    { heading: 'Overall findings', level: 2 },
    { words: PROSE[0]! },
    {
      table: [
        ['Area', 'Grade', 'Grade before'],
        ['Preventing crime', 'Good', 'Adequate'],
        ['Responding to the public', 'Requires improvement', 'Good'],
        ['Investigating crime', 'Inadequate', 'Requires improvement'],
        ['Protecting vulnerable people from exploitation and harm', 'Adequate', 'Adequate'],
        ['Managing offenders', 'Outstanding', 'Good'],
      ],
    },
    { words: PROSE[1]!, note: 'Northshire has 412,000 people, a fifth of them over 65.' },
    ...Array.from({ length: sections }, (_, index) => makeSection(index)).flat(),
  ]
}

function makeSection(index: number): Block[] {
  const one = (step: number) => PROSE[(index * 3 + step) % PROSE.length]!
  const area = AREAS[index % AREAS.length]!
  return [
    { heading: area, level: 2 },
    { heading: `How well does the force do in ${area.toLowerCase()}?`, level: 3 },
    {
      words: one(0),
      note: `Survey of the force’s control room, with ${90 + index} answers, the last of them on day ${index + 11}.`,
    },
    { words: one(1) },
    {
      box: [
        { heading: 'Area for improvement', level: 4 },
        {
          words: `The force should make sure that its officers know ${area.toLowerCase()} as their first-line duty.`,
        },
        { words: one(2) },
      ],
    },
    { words: 'The force needs to do three things in this field:' },
    {
      list: [
        { words: 'answer emergency calls within ten seconds, and others within a minute;' },
        {
          words:
            'train its supervisors to look at investigations when they are opened, half-way and when they are closed, so that evidence-based decisions are recorded; and',
          entries: [
            { words: 'with a plan for every victim who is vulnerable' },
            {
              words:
                'with a date by which a supervisor has looked at the plan and has said so in the file of the case',
            },
          ],
        },
        { words: 'tell victims what it decided.' },
      ],
    },
    { words: one(4) },
    {
      box: [
        { heading: `Recommendation ${index + 1}`, level: 4 },
        { words: 'By 31 October 2026, the chief constable should:' },
        {
          list: [
            { words: 'publish a plan to bring the number of unallocated incidents down;' },
            { words: 'report its progress to the police and crime commissioner every quarter.' },
          ],
        },
      ],
    },
    ...(index % 2 === 0
      ? [{ columns: [{ words: one(5) }, { words: one(6) }, { words: one(7) }, { words: one(8) }] }]
      : [{ words: one(5) }, { words: one(6) }]),
  ]
}

const AREAS = [
  'Preventing crime',
  'Responding to the public',
  'Investigating crime',
  'Protecting vulnerable people',
  'Managing offenders',
]

const PROSE = [
  'Northshire Police is good at keeping people safe and reducing crime. Since our last inspection it has put officers back into neighbourhood teams, and it has found the staff for a third problem-solving unit. The force’s own figures suggest that burglary fell by 14 percent in the year to March 2025; our reality testing confirms it.',
  'We found that the control room doesn’t always recognise vulnerability at the first point of contact. In 11 of the 98 calls that we listened to, the caller was not asked whether they had called before. Supervisors told us that demand is highest on Friday evenings, when the fewest trained call handlers are on duty. This is a shortcoming that we expect the force to address.',
  'Investigations are often thorough, but their supervision is not sufficient. Officers in the specialist investigation teams carry up to 23 cases each. Some of these investigators aren’t accredited, and the force has no timetable for their accreditation. Victims wait too long to be told about the outcome of their investigation, and withdraw their support more often than elsewhere.',
  'The force manages its offenders effectively. It reviews each registered sex offender’s risk assessment within the nationally agreed time, and it works with the probation service to find accommodation for those who leave prison. Officers of the integrated offender management team know their communities well.',
  'Stop and search is used fairly in most cases. We examined 210 records and found reasonable grounds in 189 of them. The external scrutiny panel has a diverse membership and looks at body-worn video every month; its feedback reaches the officers concerned, their supervisors and the professional standards department.',
  'The force’s financial plans are realistic. It has identified savings of £4.2m over three years, and holds reserves of 3 percent of its budget. We were told that the benefits of its new record management system will be available from September, a year later than the force had planned. It should re-examine what it expects of this.',
  'Leaders understand how the workforce feels. A survey in which 61 percent of the staff took part led to a different shift pattern, to earlier occupational health referrals and to more flexible working. Sergeants, however, described difficult conversations that they had not been trained to hold.',
]
