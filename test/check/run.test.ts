import { describe, expect, test } from 'vitest'
import { checkReading, type CheckOptions } from '../../src/check/run.ts'
import type { Rule } from '../../src/check/rule.ts'
import { rules } from '../../src/check/rules/index.ts'
import type { Reading } from '../../src/model/reading.ts'
import type { InspectionResponse, Waiver } from '../../src/model/response.ts'
import { DEFAULT_SETTINGS, type Settings } from '../../src/model/settings.ts'
import type { Problem } from '../../src/problem.ts'
import { anItem, aPlace, aReading, aResponse, aSection } from './make.ts'

const today = '2024-02-01'
const unanswered = (parts = {}, index = 0) => anItem({ answered: false, ...parts }, index)
const improvement = (index = 0, parts = {}) =>
  unanswered({ kind: 'area_for_improvement', ...parts }, index)
const until = '2024-12-31'

test('a letter in which nothing is wrong has no problems', () => {
  expect(find(aResponse({ sections: [aSection([anItem()])] }))).toEqual([])
})

describe('severities', () => {
  const draft = aResponse({ sections: [aSection([unanswered(), improvement(1)])] })

  test('an office may lower what the Act does not ask', () => {
    const settings = withRules({ 'unanswered-area-for-improvement': 'warning' })
    expect(say(find(draft, {}, { settings }))).toEqual([
      'error unanswered-recommendation',
      'warning unanswered-area-for-improvement',
    ])
  })

  test('an office may switch a rule off', () => {
    const settings = withRules({ 'unanswered-area-for-improvement': 'off' })
    expect(say(find(draft, {}, { settings }))).toEqual(['error unanswered-recommendation'])
  })

  test('what the Act asks cannot be lowered, and the office is told', () => {
    const settings = withRules({ 'unanswered-recommendation': 'off' })
    const sources = new Map([['section55.yaml', 'rules:\n  unanswered-recommendation: off\n']])
    const problems = find(draft, {}, { settings, sources })
    expect(say(problems)).toContain('error unanswered-recommendation')
    expect(problems.find(({ rule }) => rule === 'rule-setting')).toMatchObject({
      severity: 'warning',
      message: 'Unexpected off for unanswered-recommendation, expected error: the Act asks it',
      law: 'Police Act 1996, section 55(5B)',
      place: {
        file: 'section55.yaml',
        start: { line: 2, column: 3 },
        end: { line: 2, column: 28 },
      },
    })
  })

  test('what the Act asks can be made stricter', () => {
    const response = aResponse()
    const late = { ...response, letter: { ...response.letter, date: '2024-03-06' } }
    expect(say(find(late))).toEqual(['warning publish-within-56-days'])
    const settings = withRules({ 'publish-within-56-days': 'error' })
    expect(say(find(late, {}, { settings }))).toEqual(['error publish-within-56-days'])
  })

  test('under another legal basis the Act asks nothing, and all can be lowered', () => {
    const report = { ...draft.report, basis: 'Police Reform Act 2002', is_section_55: false }
    const settings = withRules({ 'unanswered-recommendation': 'note' })
    expect(say(find({ ...without(draft, 'comments'), report }, {}, { settings }))).toEqual([
      'note unanswered-recommendation',
      'error unanswered-area-for-improvement',
    ])
  })

  test('the law is cited where it asks', () => {
    expect(find(draft).map(({ law }) => law)).toEqual([
      'Police Act 1996, section 55(5B)',
      undefined,
    ])
  })

  test('a setting for a rule that there is not asks which was meant', () => {
    const settings = withRules({ 'unanswered-recomendation': 'off' })
    expect(find(aResponse(), {}, { settings })).toMatchObject([
      { rule: 'rule-setting', hint: 'Did you mean unanswered-recommendation?' },
    ])
  })

  test('with gaps as warnings, only what is still to be written is one', () => {
    const report = {
      ...draft.report,
      expects: [{ at: ['report', 'expects'], kind: 'recommendation' as const, count: 2 }],
    }
    expect(say(find({ ...draft, report }, { gaps: 'warning' }))).toEqual([
      'error unexpected-count',
      'warning unanswered-recommendation',
      'warning unanswered-area-for-improvement',
    ])
  })

  test('what stands in one language only is a gap', () => {
    const gaps = [aProblem({ rule: 'one-language' })]
    expect(say(find(aResponse(), {}, { gaps }))).toEqual(['error one-language'])
    expect(say(find(aResponse(), { gaps: 'warning' }, { gaps }))).toEqual(['warning one-language'])
  })
})

describe('who only counts errors', () => {
  const waived = { rule: 'missing-comments', reason: 'Agreed.', until, at: ['waive', 0] }
  const response = aResponse({
    sections: [aSection([unanswered(), unanswered({ number: '1' }, 1)])],
    waive: [waived],
  })
  const errorsOf = (all: readonly Problem[]) => say(all).filter(line => line.startsWith('error '))

  test('is told of all errors, and of nothing else', () => {
    const all = find(response)
    const errors = find(response, { isOnlyErrors: true })
    expect(say(all)).not.toEqual(errorsOf(all))
    expect(say(errors)).toEqual(errorsOf(all))
  })

  test('where a waiver without use is an error, is told of it', () => {
    const settings = withRules({ 'unused-waiver': 'error' })
    const errors = errorsOf(find(response, { isOnlyErrors: true }, { settings }))
    expect(errors).toEqual(errorsOf(find(response, {}, { settings })))
    expect(errors).toContain('error unused-waiver')
  })
})

describe('classes', () => {
  test('a draft can be built from what has gaps but no broken structure', () => {
    const response = aResponse({ sections: [aSection([unanswered(), improvement(1)])] })
    const problems = [aProblem({ rule: 'unknown-key', severity: 'error' })]
    const reading = aReading([response], { problems })
    const found = checkReading(reading, { today })
    expect(say(found.structure)).toEqual(['error unknown-key'])
    expect(say(found.completeness)).toEqual([
      'error unanswered-recommendation',
      'error unanswered-area-for-improvement',
    ])
    expect(found.all).toHaveLength(3)
  })
})

describe('order', () => {
  test('problems stand in the order of the files and of their lines, whoever found them', () => {
    const response = aResponse({ sections: [aSection([unanswered({}, 4), improvement(1)])] })
    const problems = [
      aProblem({ rule: 'unknown-key', place: aPlace('office.yaml', 1) }),
      aProblem({ rule: 'unknown-key', severity: 'note', place: aPlace('response.yaml', 90) }),
    ]
    expect(
      find(response, {}, { problems }).map(({ place }) => [place.file, place.start.line]),
    ).toEqual([
      ['response.yaml', 4],
      ['response.yaml', 7],
      ['response.yaml', 90],
      ['office.yaml', 1],
    ])
  })

  test('what stands in one language only is not called unanswered in the other', () => {
    const sections = [aSection([unanswered()])]
    const gaps = [aProblem({ rule: 'two-languages', place: aPlace('response.yaml', 3) })]
    expect(say(find(aResponse({ sections }), {}, { gaps }))).toEqual(['error two-languages'])
  })

  test('what is wrong in both languages is told once', () => {
    const sections = [aSection([unanswered()])]
    const responses = [aResponse({ sections }), aResponse({ sections, language: 'cy-GB' })]
    expect(checkReading(aReading(responses), { today }).all).toHaveLength(1)
  })
})

describe('follow-ups', () => {
  const update = {
    file: 'response.yaml',
    start: { line: 3, column: 3 },
    end: { line: 3, column: 9 },
  }

  test('an item with a mistyped key is not called unanswered as well', () => {
    const response = aResponse({ sections: [aSection([unanswered(), unanswered({}, 5)])] })
    const problems = [aProblem({ rule: 'unknown-key', place: update })]
    expect(find(response, {}, { problems }).map(({ item }) => item)).toEqual([
      undefined,
      'vetting.recommendation.6',
    ])
  })

  test('a mistyped "coments" is not called missing comments as well', () => {
    const response = without(aResponse(), 'comments')
    const sources = new Map([['response.yaml', 'office: northshire\ncoments: Welcome.\n']])
    const place = {
      file: 'response.yaml',
      start: { line: 2, column: 1 },
      end: { line: 2, column: 8 },
    }
    const problems = [aProblem({ rule: 'unknown-key', place })]
    expect(say(find(response, {}, { problems, sources }))).toEqual(['error unknown-key'])
    expect(say(find(response))).toEqual(['error missing-comments'])
  })
})

describe('waivers', () => {
  const waive = (parts: Partial<Waiver> = {}): Waiver => ({
    at: ['sections', 0, 'items', 0, 'waive', 0],
    rule: 'unanswered-area-for-improvement',
    reason: 'Answered by letter of 3 January.',
    until,
    ...parts,
  })
  const withWaiver = (...waivers: Waiver[]) =>
    aResponse({ sections: [aSection([improvement(0, { waive: waivers }), improvement(1)])] })

  test('a waiver excuses the finding of its own item, not that of the next', () => {
    expect(find(withWaiver(waive())).map(({ item }) => item)).toEqual([
      'vetting.area_for_improvement.2',
    ])
  })

  test('a waiver without a reason or an end excuses nothing', () => {
    for (const lack of ['reason', 'until'] as const) {
      const problems = find(withWaiver(without(waive(), lack)))
      expect(say(problems)).toContain('warning unused-waiver')
      expect(problems).toHaveLength(3)
      expect(problems.map(({ message }) => message).join()).toContain(`in \`${lack}\``)
    }
  })

  test('a waiver holds on its last day and no longer', () => {
    expect(find(withWaiver(waive({ until: today })))).toHaveLength(1)
    const problems = find(withWaiver(waive({ until: '2024-01-31' })))
    expect(problems.map(({ message }) => message)).toContain(
      'Unexpected waiver until 31 January 2024, expected one that has not ended',
    )
    expect(problems).toHaveLength(3)
  })

  test('a waiver that excuses nothing is reported', () => {
    const response = aResponse({ sections: [aSection([anItem({ waive: [waive()] })])] })
    expect(find(response)).toMatchObject([
      { rule: 'unused-waiver', severity: 'warning', item: 'vetting.recommendation.1' },
    ])
  })

  test('a waiver excuses one finding, so two waivers of one are one too many', () => {
    expect(say(find(withWaiver(waive(), waive())))).toContain('warning unused-waiver')
  })

  test('a waiver of a rule that there is not asks which was meant', () => {
    const response = aResponse({ waive: [waive({ rule: 'publish-within-56-day' })] })
    expect(find(response)).toMatchObject([{ hint: 'Did you mean publish-within-56-days?' }])
  })

  test('a waiver of the response excuses what is about no item', () => {
    const response = aResponse({ waive: [waive({ rule: 'publish-within-56-days' })] })
    const late = { ...response, letter: { ...response.letter, date: '2024-03-06' } }
    expect(find(late)).toEqual([])
  })

  test('a waiver is in use though its rule is off', () => {
    const settings = withRules({ 'unanswered-area-for-improvement': 'off' })
    expect(find(withWaiver(waive()), {}, { settings })).toEqual([])
  })
})

describe('the list of rules', () => {
  test('each rule has a name of its own', () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length)
  })

  test('what the Act asks cites the Act', () => {
    const statutory = rules.filter((rule: Rule) => rule.statutory)
    expect(statutory.length).toBeGreaterThan(0)
    for (const { source } of statutory) expect(source).toMatch(/^Police Act 1996, section 55\(/)
  })
})

function find(
  response: InspectionResponse,
  options: Partial<CheckOptions> = {},
  parts: Partial<Reading> = {},
): Problem[] {
  return checkReading(aReading([response], parts), { today, ...options }).all
}

function say(problems: readonly Problem[]): string[] {
  return problems.map(({ severity, rule }) => `${severity} ${rule}`)
}

function withRules(rules: Settings['rules']): Settings {
  return { ...DEFAULT_SETTINGS, rules }
}

function aProblem(parts: Partial<Problem>): Problem {
  return {
    rule: 'a-rule',
    severity: 'error',
    message: 'Unexpected',
    place: aPlace('response.yaml', 2),
    ...parts,
  }
}

function without<T extends object, K extends keyof T>(whole: T, key: K): Omit<T, K> {
  const { ...rest } = whole
  delete (rest as Partial<T>)[key]
  return rest
}
