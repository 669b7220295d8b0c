import { stringify } from 'yaml'
import { expect } from 'vitest'
import { readInspectionResponse } from '../src/model/read-workspace.ts'
import type { Reading, ReadOptions } from '../src/model/reading.ts'
import type { InspectionResponse } from '../src/model/response.ts'
import type { FolderEntry, WorkspaceFiles } from '../src/source/workspace-files.ts'

export type Keys = { [key: string]: unknown }
/** A file's content: its text, or the values that its YAML says. */
type Content = string | Uint8Array | Keys

export const RESPONSE = 'responses/northshire-2019/response.yaml'
export const OFFICE = 'templates/northshire/office.yaml'
export const TODAY = '2019-11-01'

/** Keys of a map are put over those of the other; `undefined` takes a key away. */
const over = (base: Keys, keys: Keys): Keys => {
  const merged: Keys = { ...base }
  for (const [key, value] of Object.entries(keys)) {
    const before = merged[key]
    merged[key] = isMap(before) && isMap(value) ? over(before, value) : value
  }
  return merged
}
const isMap = (value: unknown): value is Keys =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const toYaml = (values: Keys): string => stringify(values, { lineWidth: 0 })

/** response.yaml of an invented force: one recommendation, answered. */
export const aResponse = (keys: Keys = {}): string =>
  toYaml(
    over(
      {
        office: 'northshire',
        status: 'final',
        language: 'en-GB',
        report: {
          title: 'Northshire Police: an inspection',
          inspectorate: 'HMICFRS',
          kind: 'peel',
          published: '2019-09-27',
          scale: 'peel-2014',
        },
        letter: { date: '2019-11-21', to: ['home-secretary'] },
        comments: 'I welcome the report.\n',
        chief_officer: { introduction: 'The force accepts the report.\n' },
        sections: [aSection({ items: [aRecommendation()] })],
      },
      keys,
    ),
  )

export const aSection = (keys: Keys = {}): Keys => over({ title: 'Effectiveness' }, keys)
export const aRecommendation = (keys: Keys = {}): Keys =>
  over({ recommendation: 'Record each visit.\n', update: 'Each visit is now recorded.\n' }, keys)
export const anAreaForImprovement = (keys: Keys = {}): Keys =>
  over(
    {
      area_for_improvement: 'The force should train its call handlers.\n',
      update: 'All call handlers are trained.\n',
    },
    keys,
  )
export const aCauseOfConcern = (keys: Keys = {}): Keys =>
  over(
    {
      cause_of_concern: 'The force does not answer its calls in time.\n',
      lead: 'Within six months Northshire Police should:',
      recommendations: [aRecommendation()],
    },
    keys,
  )

/** office.yaml of an invented office. */
export const anOffice = (keys: Keys = {}): string =>
  toYaml(
    over(
      {
        office: 'Office of the Police and Crime Commissioner for Northshire',
        body: {
          title: 'Police and Crime Commissioner',
          short: 'PCC',
          area: 'Northshire',
          voice: 'I',
        },
        holders: [
          {
            name: 'Avery Holt',
            title: 'Police and Crime Commissioner for Northshire',
            from: '2016-05-12',
          },
        ],
        force: 'Northshire Police',
        chief_officers: [{ name: 'Robin Marsh', title: 'Chief Constable', from: '2015-01-01' }],
        address: ['1 Mill Lane', 'Northtown', 'NT1 1AA'],
        email: 'office@northshire.example',
        letterhead: { wordmark: ['Avery Holt', 'Police and Crime Commissioner'], font: 'Arial' },
      },
      keys,
    ),
  )

/** A workspace in memory: an office and a response, with other files beside or in place of them. */
export const aWorkspace = (files: Record<string, Content | undefined> = {}): WorkspaceFiles => {
  const all: Record<string, Content | undefined> = {
    [OFFICE]: anOffice(),
    [RESPONSE]: aResponse(),
    ...files,
  }
  const contents = new Map<string, Uint8Array>()
  for (const [path, content] of Object.entries(all)) {
    if (content !== undefined) contents.set(path, toBytes(content))
  }
  return inMemory(contents)
}

const toBytes = (content: Content): Uint8Array => {
  if (content instanceof Uint8Array) return content
  return new TextEncoder().encode(typeof content === 'string' ? content : toYaml(content))
}

const inMemory = (contents: ReadonlyMap<string, Uint8Array>): WorkspaceFiles => {
  const read: WorkspaceFiles['read'] = path => {
    const bytes = contents.get(path)
    if (bytes) return Promise.resolve({ bytes })
    const isFolder = [...contents.keys()].some(one => one.startsWith(`${path}/`))
    return Promise.resolve({ refusal: isFolder ? 'folder' : 'missing' })
  }
  return {
    read,
    readOutside: read,
    exists: path => Promise.resolve(contents.has(path)),
    list(folder) {
      const entries = new Map<string, FolderEntry>()
      for (const path of contents.keys()) {
        if (!path.startsWith(`${folder}/`)) continue
        const [name, ...rest] = path.slice(folder.length + 1).split('/')
        entries.set(name!, { name: name!, isFolder: rest.length > 0 })
      }
      return Promise.resolve([...entries.values()].sort((a, b) => (a.name < b.name ? -1 : 1)))
    },
  }
}

/** Reads the response of a workspace, or one made of what `response.yaml` says. */
export const read = (
  files: Record<string, Content | undefined>,
  options: Partial<ReadOptions> = {},
): Promise<Reading> =>
  readInspectionResponse(aWorkspace(files), 'northshire-2019', { today: TODAY, ...options })

/** The response that the keys make, in its first language; it must be without fault of structure. */
export const readValid = async (
  keys: Keys = {},
  files: Record<string, Content | undefined> = {},
  options: Partial<ReadOptions> = {},
): Promise<InspectionResponse> => {
  const reading = await read({ [RESPONSE]: aResponse(keys), ...files }, options)
  expect(say(reading)).toEqual([])
  return reading.responses[0]!
}

/** Each problem as an officer would see it in a list: line, column, rule, message. */
export const say = (reading: Reading): string[] =>
  reading.problems.map(({ place, rule, message }) => {
    const file = place.file === RESPONSE ? '' : `${place.file}:`
    return `${file}${place.start.line}:${place.start.column} ${rule}: ${message}`
  })
