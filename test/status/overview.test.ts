import { describe, expect, test } from 'vitest'
import { itemsInOrder } from '../../src/status/make-overview.ts'
import { aRecommendation, type Keys } from '../makers.ts'
import { anOverview, aStanding, draft } from './make.ts'

const published = { publication: { published: '2019-11-01', sent: '2019-11-01' } }
const overdue = {
  sections: [{ title: 'Effectiveness', items: [aRecommendation({ target: '2019-10-01' })] }],
}

test('responses stand worst first', async () => {
  const report = (published: string) => ({ report: { published } })
  const responses: Record<string, Keys | string> = {
    quiet: published,
    overdue: { ...published, ...overdue },
    'day not known': draft(report('TODO')),
    'three weeks left': draft(),
    'one week left': draft(report('2019-09-13')),
    'a little late': draft(report('2019-09-01')),
    'very late': draft(report('2019-01-01')),
    unreadable: 'office: [',
  }
  const standings = await Promise.all(
    Object.entries(responses).map(([name, keys]) => aStanding(keys, { name })),
  )
  const overview = anOverview(standings)
  expect(overview.responses.map(({ name }) => name)).toEqual(Object.keys(responses).reverse())
  expect(overview.totals).toMatchObject({
    responses: 8,
    late: 2,
    running: 2,
    unreadable: 1,
    overdue: 1,
  })
})

test('items stand overdue ones first, then by their day, then what is done', async () => {
  const items = [
    aRecommendation({ id: 'done', status: 'complete', target: '2019-01-01' }),
    aRecommendation({ id: 'undated' }),
    aRecommendation({ id: 'later', target: '2020-01-01' }),
    aRecommendation({ id: 'sooner', target: '2019-12-01' }),
    aRecommendation({ id: 'past', target: '2019-10-30' }),
    aRecommendation({ id: 'long past', target: '2019-03-01' }),
  ]
  const standing = await aStanding({ sections: [{ title: 'Effectiveness', items }] })
  const order = itemsInOrder(anOverview([standing])).map(({ item }) => item.id)
  expect(order).toEqual(['long past', 'past', 'sooner', 'later', 'undated', 'done'])
})

describe('grades over the years', () => {
  const graded = (published: string, grade: string, more: Keys = {}, scale = 'peel-2014') => ({
    report: { published, scale },
    sections: [{ title: 'Investigating crime', grade, items: [aRecommendation()], ...more }],
  })
  const series = async (responses: readonly Keys[]) => {
    const standings = await Promise.all(
      responses.map((keys, n) => aStanding(keys, { name: `report-${n}`, today: '2024-01-01' })),
    )
    return anOverview(standings).grades.map(({ question, points }) => [
      question,
      ...points.map(({ grade, published }) => `${published} ${grade}`),
    ])
  }

  test('a question is known by its title, in the order of the reports', async () => {
    const later = graded('2018-01-01', 'inadequate', { title: 'Investigating  Crime' })
    expect(await series([later, graded('2016-01-01', 'good')])).toEqual([
      ['Investigating crime', '2016-01-01 good', '2018-01-01 inadequate'],
    ])
  })

  test('those of another scale are a series of their own', async () => {
    const other = graded('2022-01-01', 'adequate', {}, 'peel-2021')
    expect(await series([graded('2018-01-01', 'good'), other])).toEqual([
      ['Investigating crime', '2018-01-01 good'],
      ['Investigating crime', '2022-01-01 adequate'],
    ])
  })

  test('the grade before the first is the one that the report tells of', async () => {
    const first = graded('2016-01-01', 'good', { previous: 'inadequate' })
    const second = graded('2018-01-01', 'outstanding', { previous: 'good' })
    expect(await series([first, second])).toEqual([
      ['Investigating crime', ' inadequate', '2016-01-01 good', '2018-01-01 outstanding'],
    ])
  })

  test('what is ungraded, or of a scale that the report has not, is no point', async () => {
    expect(await series([graded('2016-01-01', 'ungraded'), graded('2018-01-01', 'green')])).toEqual(
      [],
    )
  })
})
