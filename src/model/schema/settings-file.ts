import { array, describe, enum as oneOf, optional, record, strictObject, string } from 'zod/mini'
import type { infer as Infer } from 'zod/mini'
import { colour, flag, notes, path, plain, plainList, requiredPlain } from './fields.ts'

/** section55.yaml */
export const settingsFileSchema = strictObject({
  folders: optional(
    strictObject({
      templates: path('The offices'),
      responses: path('The responses'),
      panel: path('The reports to the Police and Crime Panel'),
      output: path('What is built'),
      notes,
    }).check(describe('The folders of the workspace')),
  ),
  rules: optional(
    record(string(), oneOf(['error', 'warning', 'note', 'off'])).check(
      describe('A severity for a rule in place of its own; those of the Act cannot be lowered'),
    ),
  ),
  placeholders: plainList('Words that stand for what is still to come, beside the built-in ones'),
  statuses: optional(
    array(
      strictObject({
        word: requiredPlain('The status'),
        colour: colour('Its colour: "#00703c"'),
        means: plain('What it means'),
        done: flag('The item needs nothing more'),
        needs_reason: flag('The item needs a reason'),
        notes,
      }),
    ).check(describe('The words of `status`, in place of not started, in progress, complete')),
  ),
  notes,
})
export type SettingsFile = Infer<typeof settingsFileSchema>
