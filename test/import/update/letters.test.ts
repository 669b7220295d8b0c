import { existsSync, readdirSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readInspectionResponse } from '../../../src/model/read-workspace.ts'
import { workspaceFiles } from '../../../src/cli/workspace-files.ts'
import { updateResponse } from '../../../src/import/update/update-response.ts'
import { itemsOf } from '../../../src/model/response.ts'
import { TODAY } from '../../makers.ts'
import { foundOf } from './of-a-letter.ts'

const WORKSPACES = ['.', '../shared/cases']

describe.each(WORKSPACES)('letters of %s', root => {
  const isThere = existsSync(`${root}/responses`)
  const names = isThere ? readdirSync(`${root}/responses`) : ['(the folder is missing)']

  test.skipIf(!isThere).each(names)(
    '%s: a report that says what the letter has changes nothing in it',
    async name => {
      const files = workspaceFiles(root)
      const { responses } = await readInspectionResponse(files, name, { today: TODAY })
      const found = foundOf(responses[0]!)
      const { value } = await updateResponse(found, files, { folder: `responses/${name}` })
      expect([...value!.files.keys()]).toEqual([])
    },
  )

  test.skipIf(!isThere).each(names)(
    '%s: each item is known again when an eighth of its words are others',
    async name => {
      const files = workspaceFiles(root)
      const { responses } = await readInspectionResponse(files, name, { today: TODAY })
      const found = foundOf(responses[0]!)
      let count = 0
      for (const section of found.sections)
        walk(section, item => {
          let words = 0
          for (const block of item.words)
            spoil(block, word => ((words += 1) % 8 === 5 ? 'otherwise' : word))
          if (words > 12) count += 1
        })
      const { value } = await updateResponse(found, files, { folder: `responses/${name}` })
      const kinds = value!.changes.map(({ kind }) => kind)
      expect(kinds.filter(kind => kind === 'added' || kind === 'gone')).toEqual([])
      expect(value!.changes.filter(({ key }) => key === 'words').length).toBeGreaterThanOrEqual(
        Math.min(count, [...itemsOf(responses[0]!.sections)].length) * 0.9,
      )
    },
  )
})

type Found = ReturnType<typeof foundOf>['sections'][number]

function walk(section: Found, visit: (item: Found['items'][number]) => void): void {
  for (const item of section.items) for (const one of [item, ...item.recommendations]) visit(one)
  for (const inner of section.sections) walk(inner, visit)
}

function spoil(node: object, change: (word: string) => string): void {
  if ('value' in node && typeof node.value === 'string')
    node.value = node.value.replace(/[\p{L}\p{N}]+/gu, change)
  if ('children' in node && Array.isArray(node.children))
    for (const child of node.children as object[]) spoil(child, change)
}
