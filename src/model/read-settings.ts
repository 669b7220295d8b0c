import type { Loader } from '../source/load-source.ts'
import type { SettingsFile } from './schema/settings-file.ts'
import { settingsFileSchema } from './schema/settings-file.ts'
import { DEFAULT_FOLDERS, DEFAULT_STATUSES, type Settings } from './settings.ts'
import { validate } from './validate/validate.ts'

export const SETTINGS_FILE = 'section55.yaml'

/** What section55.yaml says; the defaults where there is none. */
export async function readSettings(loader: Loader): Promise<Settings> {
  const { node } = await loader.load(SETTINGS_FILE)
  if (!node) return fillIn({})
  const { value, problems } = validate(settingsFileSchema, node, {
    isPrivate: ({ file, start }) => loader.isPrivate(file, start.line),
    findPlaceholder: () => undefined,
  })
  loader.problems.push(...problems)
  return fillIn(value ?? {})
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
