import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findResponses } from '../../src/cli/find-responses.ts'
import { aFolder, aWorkspace, FINISHED } from './make.ts'

const two = { '2023-custody': FINISHED, '2024-peel': FINISHED }

describe('a path', () => {
  test.for([
    ['of the workspace means all its responses', '.', ['2023-custody', '2024-peel']],
    ['of the folder of responses does too', 'responses', ['2023-custody', '2024-peel']],
    ['of a folder means its response', 'responses/2024-peel', ['2024-peel']],
    ['of a file means the response it is of', 'responses/2024-peel/response.yaml', ['2024-peel']],
    ['of a part does too', 'responses/2024-peel/sections/a.yaml', ['2024-peel']],
    ['of a folder of parts does too', 'responses/2024-peel/sections/', ['2024-peel']],
    ['of the settings means all', 'section55.yaml', ['2023-custody', '2024-peel']],
    ['of an office does too', 'templates/northshire/office.yaml', ['2023-custody', '2024-peel']],
  ] as const)('%s', async ([, path, names]) => {
    const cwd = aWorkspace(two, {
      'responses/2024-peel/sections/a.yaml': '[]',
      'section55.yaml': '{}\n',
    })
    const { responses, complaints } = await findResponses([path], { cwd })
    expect(complaints).toEqual([])
    expect(responses.map(({ name }) => name)).toEqual(names)
    expect(responses[0]).toMatchObject({ root: cwd, folder: `responses/${names[0]}` })
  })

  test('may lie in another workspace than the current folder', async () => {
    const root = aWorkspace(two)
    const { responses } = await findResponses([join(root, 'responses/2024-peel')], {
      cwd: aWorkspace({}),
    })
    expect(responses).toEqual([{ root, name: '2024-peel', folder: 'responses/2024-peel' }])
  })

  test('named twice is one response', async () => {
    const cwd = aWorkspace(two)
    const { responses } = await findResponses(['responses/2024-peel', '.'], { cwd })
    expect(responses).toHaveLength(2)
  })
})

test('a response may be named from anywhere in its workspace', async () => {
  const cwd = join(aWorkspace(two), 'templates/northshire')
  const { responses } = await findResponses(['2024-peel'], { cwd })
  expect(responses.map(({ name }) => name)).toEqual(['2024-peel'])
  const { complaints } = await findResponses(['2024-peal'], { cwd })
  expect(complaints[0]?.hint).toContain('2024-peel')
})

test('without a path, the workspace around the current folder is meant', async () => {
  const cwd = join(aWorkspace(two), 'responses/2024-peel')
  const { responses } = await findResponses([], { cwd })
  expect(responses.map(({ name }) => name)).toEqual(['2023-custody', '2024-peel'])
})

test('section55.yaml marks a workspace, and says where its responses are', async () => {
  const cwd = aFolder({
    'section55.yaml': 'folders: { responses: letters }\n',
    'letters/2024-peel/response.yaml': FINISHED,
  })
  const { responses } = await findResponses([], { cwd })
  expect(responses).toEqual([{ root: cwd, name: '2024-peel', folder: 'letters/2024-peel' }])
})

test('a folder without a response is passed over', async () => {
  const cwd = aWorkspace(two, { 'responses/old/readme.txt': 'Nothing here.' })
  const { responses, complaints } = await findResponses([], { cwd })
  expect([responses.length, complaints.length]).toEqual([2, 0])
})

describe('there is a message for', () => {
  test.for([
    ['no file there', 'responses/2025', 'Missing responses/2025, expected a response'],
    ['a folder without a response', 'responses/old', 'Missing response.yaml in responses/old'],
    ['a folder of something else', 'templates', 'Unexpected folder templates, expected a resp'],
    ['a file among the responses', 'responses/list.txt', 'Unexpected file responses/list.txt'],
  ] as const)('%s', async ([, path, message]) => {
    const cwd = aWorkspace(two, { 'responses/old/response.yml': '', 'responses/list.txt': '' })
    const { responses, complaints } = await findResponses([path], { cwd })
    expect(responses).toEqual([])
    expect(complaints.map(({ message }) => message)).toEqual([expect.stringContaining(message)])
  })

  test('a response of another name', async () => {
    const cwd = aWorkspace(two)
    for (const path of ['responses/2024-pel', '2024-pel', '2024']) {
      const { complaints } = await findResponses([path], { cwd })
      expect(complaints).toMatchObject([{ hint: 'Did you mean responses/2024-peel?' }])
    }
  })

  test('a response.yml', async () => {
    const cwd = aWorkspace(two, { 'responses/old/response.yml': FINISHED })
    for (const paths of [['responses/old'], []]) {
      const { complaints } = await findResponses(paths, { cwd })
      expect(complaints).toMatchObject([
        { hint: 'Is response.yml meant? Its name must be response.yaml.' },
      ])
    }
  })

  test('a response outside any workspace', async () => {
    const cwd = aFolder({ 'response.yaml': FINISHED })
    const { complaints } = await findResponses(['response.yaml'], { cwd })
    expect(complaints).toMatchObject([
      { message: expect.stringContaining('Unexpected response outside any workspace') as string },
    ])
  })

  test('no workspace around the current folder', async () => {
    const { complaints } = await findResponses([], { cwd: aFolder({ 'a.txt': '' }) })
    expect(complaints).toMatchObject([
      { message: expect.stringContaining('Missing workspace') as string },
    ])
  })

  test('a workspace without responses', async () => {
    const cwd = aFolder({ 'section55.yaml': '{}\n' })
    const { complaints } = await findResponses([], { cwd })
    expect(complaints).toMatchObject([
      { message: expect.stringContaining('Missing responses in') as string },
    ])
  })
})
