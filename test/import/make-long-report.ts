import { seeded } from '../random-response.ts'
import type { Specimen, TrueItem, TrueSection } from './specimen.ts'

const FORCE = 'Northshire Police'
const AREAS: readonly [title: string, activity: string][] = [
  ['Police powers and public treatment', 'using police powers and treating the public fairly'],
  ['Preventing crime and antisocial behaviour', 'prevention and deterrence'],
  ['Responding to the public', 'responding to the public'],
  ['Investigating crime', 'investigating crime'],
  ['Protecting vulnerable people', 'protecting vulnerable people'],
  ['Managing offenders and suspects', 'managing offenders and suspects'],
  ['Disrupting serious organised crime', 'tackling serious and organised crime'],
  ['Vetting and counter corruption', 'vetting and counter corruption'],
  ['Building and supporting the workforce', 'building and supporting its workforce'],
  ['Custody', 'looking after people in custody'],
  ['Roads policing', 'keeping people safe on the roads'],
  ['Leadership and force management', 'leadership and force management'],
]
const GRADES = ['outstanding', 'good', 'adequate', 'requires improvement', 'inadequate']

const SUBJECTS = ['The force', 'Supervisors', 'The control room', 'Each district', 'Detectives']
const TEAMS = ['neighbourhood teams', 'the exploitation team', 'call takers', 'custody staff']
const SUBJECT_TAILS = ['in Harbourne', 'at Westmere', 'in the northern dales', 'across the county']
const DEEDS = [
  'examined the records of the past year',
  'meets partner organisations every month',
  'has changed the way in which work is allocated',
  'showed us several examples of good results',
  'could not explain why figures differ between stations',
  'has trained most of those who need it',
]
const RESULTS = [
  'and victims told us that they had noticed the difference',
  'but it is too early to say what has come of this',
  'although demand has risen by a tenth since then',
  'which is more than in comparable forces',
  'and intends to do so again before the summer',
]
const DUTIES = [
  'make sure that supervisors review the work of',
  'improve the training and the equipment of',
  'collect better information about the workload of',
  'reduce the time that the public wait for',
  'explain to the public what it expects of',
]

/** A report as long as the longest, of varied sections in the form since 2021/22; the same on every run. */
export function makeLongReport(seed = 55, paragraphs = 8): Specimen {
  const random = seeded(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!
  const number = (most: number): number => 2 + Math.floor(random() * most)
  const writeSentence = () =>
    `${pick(SUBJECTS)} ${pick(SUBJECT_TAILS)} ${pick(DEEDS)}, ${pick(RESULTS)}.`
  const writeParagraph = () =>
    [...Array.from({ length: number(4) }, writeSentence)].join(' ') +
    ` We examined ${number(90)} cases, of which ${number(40)} were satisfactory.`

  let count = 0
  const makeAreaForImprovement = (): TrueItem => ({
    kind: 'area_for_improvement',
    title: `The force should ${pick(DUTIES)} ${pick(TEAMS)} by stage ${++count}`,
    words: `${writeParagraph()}\n\n${writeSentence()} In stage ${count} we found ${number(60)}.\n`,
    recommendations: [],
    again: 0,
  })
  const makeCauseOfConcern = (): TrueItem => ({
    kind: 'cause_of_concern',
    words: `${FORCE} doesn’t do enough at stage ${++count}. ${writeParagraph()}\n`,
    lead: `By 30 September 2027, ${FORCE} should`,
    deadline: 'By 30 September 2027',
    recommendations: Array.from({ length: 4 }, (_, index) => ({
      kind: 'recommendation',
      words: `${pick(DUTIES)} ${pick(TEAMS)}, as stage ${++count} has shown${[';', ';', '; and', '.'][index]!}\n`,
      recommendations: [],
      again: 0,
    })),
    again: 0,
  })

  const sections: TrueSection[] = []
  const html: string[] = []
  for (const [index, [title, activity]] of AREAS.entries()) {
    const grade = GRADES[index % GRADES.length]!
    const cause = index % 4 === 2 ? [makeCauseOfConcern()] : []
    const items = [...cause, ...Array.from({ length: 3 }, makeAreaForImprovement)]
    sections.push({ title, grade, items, sections: [] })
    const verb = grade === 'requires improvement' ? grade : `is ${grade}`
    html.push(
      `<h2>${title}</h2><div>${grade[0]!.toUpperCase()}${grade.slice(1)}</div>`,
      `<p>${FORCE} ${verb} at ${activity}.</p>`,
      ...items.map(showItem),
      '<h3>Main findings</h3>',
      `<p>In this section we set out our main findings that relate to ${activity}.</p>`,
    )
    for (let part = 0; part < paragraphs; part++) {
      html.push(`<h4>${pick(SUBJECTS)} ${pick(DEEDS)}</h4>`)
      for (let paragraph = 0; paragraph < 4; paragraph++) html.push(`<p>${writeParagraph()}</p>`)
    }
  }
  const title = `PEEL 2025–27: An inspection of ${FORCE}`
  const contents = AREAS.map(([title]) => `<li>${title}</li>`).join('')
  const page = `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><title>${title}</title></head>
<body><main><h1>${title}</h1><p>Published on: 3 November 2026</p><p>A report by HMICFRS</p>
<nav class="contents"><h2>Contents</h2><ol>${contents}</ol></nav>
${html.join('\n')}
</main></body></html>
`
  const truth = {
    ...({ title, kind: 'peel', published: '2026-11-03', scale: 'peel-2021' } as const),
    ...{ inspectorates: ['HMICFRS'], other_days: [], sections, counts: [], passed: [] },
  }
  return { name: 'a report of sixty pages', pages: [page], truth }
}

const showParagraphs = (words: string): string =>
  words
    .trim()
    .split('\n\n')
    .map(paragraph => `<p>${paragraph}</p>`)
    .join('')

function showItem({ kind, title, words, lead, recommendations }: TrueItem): string {
  if (kind !== 'cause_of_concern')
    return `<div class="box"><h3>Area for improvement</h3><p><strong>${title}</strong></p>${showParagraphs(words)}</div>`
  const entries = recommendations.map(({ words }) => `<li>${words.trim()}</li>`).join('')
  return `<div class="box"><h3>Cause of concern</h3>${showParagraphs(words)}<h4>Recommendations</h4><p>${lead}:</p><ul>${entries}</ul></div>`
}
