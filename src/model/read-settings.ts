import type { Loader } from '../source/load-source.ts'
import { placeAt } from '../source/find-node.ts'
import { foundBy, resolvePath } from '../source/relative-path.ts'
import { sayUnread } from './read-office-media.ts'
import type { SettingsFile } from './schema/settings-file.ts'
import { settingsFileSchema } from './schema/settings-file.ts'
import { DEFAULT_FOLDERS, DEFAULT_STATUSES, type Settings } from './settings.ts'
import { validate } from './validate/validate.ts'

export const SETTINGS_FILE = 'section55.yaml'

/** What section55.yaml says; the defaults where there is none. */
export async function readSettings(loader: Loader): Promise<Settings> {
  const { node } = await loader.load(SETTINGS_FILE)
  if (!node) {
    if (!loader.files.includes(SETTINGS_FILE)) await refuseUnread(loader)
    return fillIn({})
  }
  const { value, problems } = validate(settingsFileSchema, node, {
    isPrivate: ({ file, start }) => loader.isPrivate(file, start.line),
    findPlaceholder: () => undefined,
  })
  loader.problems.push(...problems)
  const folders = value?.folders ?? {}
  for (const name of Object.keys(DEFAULT_FOLDERS) as (keyof Settings['folders'])[]) {
    const path = folders[name]
    const { refusal } = resolvePath('', folder(path, ''))
    if (refusal === undefined) continue
    const at = ['folders', name]
    const hint = name === 'output' ? 'For once, --out DIR builds into any folder' : undefined
    const message = `Unexpected ${foundBy(refusal)}, expected a folder of the workspace`
    const place = placeAt(node, at)
    loader.problems.push({ rule: 'part', severity: 'error', message, place, ...(hint && { hint }) })
    delete folders[name]
  }
  return fillIn(value ?? {})
}

/** Settings that are there and cannot be read are not the same as none. */
const refuseUnread = async (loader: Loader): Promise<void> => {
  const { refusal } = await loader.workspace.read(SETTINGS_FILE)
  if (refusal === undefined || refusal === 'missing') return
  const start = { line: 1, column: 1 }
  const place = { file: SETTINGS_FILE, start, end: start }
  const message = sayUnread(SETTINGS_FILE, refusal)
  loader.problems.push({ rule: 'missing-file', severity: 'error', message, place })
}

const folder = (path: string | undefined, otherwise: string): string =>
  path?.replace(/^(?:\.\/)+|\/+$/g, '') || otherwise

const fillIn = ({
  folders = {},
  rules = {},
  placeholders = [],
  statuses,
}: SettingsFile): Settings => ({
  folders: {
    templates: folder(folders.templates, DEFAULT_FOLDERS.templates),
    responses: folder(folders.responses, DEFAULT_FOLDERS.responses),
    panel: folder(folders.panel, DEFAULT_FOLDERS.panel),
    output: folder(folders.output, DEFAULT_FOLDERS.output),
  },
  rules,
  placeholders: [placeholders].flat(),
  statuses: statuses
    ? statuses.map(({ word, colour, means, done, needs_reason }) => ({
        word,
        ...(colour !== undefined && { colour }),
        ...(means !== undefined && { means }),
        done: done === 'true',
        needs_reason: needs_reason === 'true',
      }))
    : [...DEFAULT_STATUSES],
})
