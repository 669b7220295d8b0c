import { describe, expect, test, vi } from 'vitest'
import { workspaceFiles } from '../../src/cli/workspace-files.ts'
import { aWorkspace, OFFICE, anOffice, RESPONSE } from '../makers.ts'
import { EXAMPLES, SECRETS } from '../fix/example.ts'
import { PRIVATE, randomResponse } from '../random-response.ts'
import { aResponse } from '../makers.ts'
import { composeAll, jsonOf, yamlOf } from './published.ts'

vi.setConfig({ testTimeout: 60_000 })
const NAME = 'northshire-2019'

/** Everything that may not go out, wherever it may be typed. */
const POISONED = `# SECRET
office: northshire # SECRET
status: final
language: en-GB
notes: SECRET
waive: [{ rule: missing-signature, reason: SECRET, by: SECRET, until: 2030-01-01 }]
report:
  title: An inspection
  inspectorate: HMICFRS
  published: 2019-09-27
  copy: SECRET.txt
  expects: { recommendations: 3, notes: SECRET }
  notes: [SECRET, { SECRET: SECRET }]
publication: { published: 2019-11-21, notes: SECRET }
letter:
  date: 2019-11-21
  to: [{ lines: [The Home Secretary, Home Office], salutation: Dear Home Secretary, notes: SECRET }, home-office]
  subject: The inspection
  layout: letter
  wording: { title: SECRET, appendix-heading: SECRET, reply-heading: SECRET, introduction-heading: SECRET, actions-lead-in: 'What I do:' }
  notes: SECRET
comments: | # SECRET
  I welcome it.
  Item #1 of the text
chief_officer: { invited: 2019-10-01, introduction: It is accepted., notes: SECRET }
actions:
  - { text: I pay for it., owner: Head of Finance, notes: SECRET }
sections:
  - title: One
    previous: SECRET
    notes: SECRET
    items:
      # SECRET
      - recommendation: Record each visit.
        number: 1
        update: SECRET
        comment: |
          SECRET
        position: not accepted
        reason: SECRET
        status: SECRET
        owner: SECRET
        target: 2031-01-01
        evidence: [SECRET]
        deadline: { words: SECRET, from: 2031-01-01 }
        history: [{ date: 2019-10-01, status: SECRET, text: SECRET, source: force, notes: SECRET }]
        inspectorate_ref: SECRET
        withheld: { reason: SECRET, public: Answered in private., notes: SECRET }
        waive: [{ rule: x, reason: SECRET }]
        notes: SECRET
      - recommendation: Train call handlers.
        update: They are trained.
        owner: Head of Calls
        status: complete
        reason: SECRET
        inspectorate_status: complete
        inspectorate_ref: SECRET
        history: [{ date: 2019-10-01, text: SECRET }]
        waive: [{ rule: x, reason: SECRET, by: SECRET }]
        notes: SECRET
      - answers: [1]
        comment: Together.
        notes: SECRET
        waive: [{ rule: x, reason: SECRET }]
`
const files = (more = {}) =>
  aWorkspace({ [RESPONSE]: POISONED, 'responses/northshire-2019/SECRET.txt': 'SECRET', ...more })

async function published(workspace: ReturnType<typeof aWorkspace>, name = NAME): Promise<string> {
  const letters = await composeAll(workspace, name)
  return letters.map(letter => yamlOf(letter) + jsonOf(letter)).join('\n')
}

describe('what goes out with a letter', () => {
  test('holds no note, comment, waiver, history, nor what is withheld or not printed', async () => {
    expect(POISONED.match(/SECRET/g)!.length).toBeGreaterThan(45)
    const out = await published(files({ [OFFICE]: anOffice({ notes: 'SECRET' }) }))
    expect(out).not.toMatch(/SECRET|2031|2019-10-01|waive|history|notes|inspectorate_/)
    // What is printed is there, in both.
    for (const words of [
      'Answered in private.',
      'Record each visit.',
      'They are trained.',
      'Head of Calls',
      'Head of Finance',
      '#1 of the text',
      'Together.',
    ])
      expect(out.split(words).length - 1, words).toBeGreaterThanOrEqual(2)
    expect(out).toContain('What I do:')
  })

  test('holds nothing that the office words its letters without', async () => {
    const own = {
      'templates/northshire/wording/item-detail.hbs': '{{#if status}}Status: {{status}}.{{/if}}\n',
      'templates/northshire/wording/action-detail.hbs': '{{#if by}}{{/if}}\n',
    }
    const out = await published(files(own))
    expect(out).not.toMatch(/Head of (?:Calls|Finance)/)
    expect(out.match(/status"?: "?complete/g)).toHaveLength(2)
  })

  test('holds nothing private, whatever the response holds', async () => {
    for (let seed = 1; seed <= 20; seed++) {
      const { keys } = randomResponse(seed)
      const out = await published(aWorkspace({ [RESPONSE]: aResponse(keys) }))
      expect(out.includes(PRIVATE), `seed ${seed}`).toBe(false)
    }
  })

  test('holds none of the secrets of the examples', async () => {
    for (const name of EXAMPLES)
      expect(await published(workspaceFiles('.'), name)).not.toMatch(SECRETS)
  })
})
