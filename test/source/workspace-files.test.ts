import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { workspaceFiles } from '../../src/cli/workspace-files.ts'

let folder: string
let root: string
let hasLinks = true

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 's55-'))
  root = join(folder, 'workspace')
  await mkdir(join(root, 'responses', 'one'), { recursive: true })
  await mkdir(join(root, 'templates'))
  await writeFile(join(root, 'responses', 'one', 'response.yaml'), 'office: a\n')
  await writeFile(join(folder, 'outside.yaml'), 'secret: yes\n')
  try {
    await symlink(join(folder, 'outside.yaml'), join(root, 'link.yaml'))
    await symlink(join(root, 'responses', 'one', 'response.yaml'), join(root, 'inside.yaml'))
  } catch {
    hasLinks = false // Windows asks for a right that not everybody has
  }
})
afterAll(() => rm(folder, { recursive: true, force: true }))

describe('a workspace’s files', () => {
  test('are read by their paths', async () => {
    const { bytes } = await workspaceFiles(root).read('responses/one/response.yaml')
    expect(new TextDecoder().decode(bytes)).toBe('office: a\n')
  })

  test.each([
    ['nothing.yaml', 'missing'],
    ['responses', 'folder'],
    ['../outside.yaml', 'outside'],
    ['responses/one/response.yaml/x', 'missing'],
  ])('%s is refused: %s', async (path, refusal) => {
    expect(await workspaceFiles(root).read(path)).toEqual({ refusal })
  })

  test('do not lead out by a link', async ({ skip }) => {
    if (!hasLinks) skip()
    expect(await workspaceFiles(root).read('link.yaml')).toEqual({ refusal: 'outside' })
    expect(await workspaceFiles(root).exists('link.yaml')).toBe(false)
    expect((await workspaceFiles(root).read('inside.yaml')).bytes).toHaveLength(10)
  })

  test('are listed by name', async () => {
    expect(await workspaceFiles(root).list('responses')).toEqual([{ name: 'one', isFolder: true }])
    expect(await workspaceFiles(root).list('nowhere')).toEqual([])
  })
})
