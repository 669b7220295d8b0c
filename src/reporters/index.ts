import { github } from './github.ts'
import { json } from './json.ts'
import { junit } from './junit.ts'
import { markdown } from './markdown.ts'
import type { Reporter, ReporterOptions, Telling } from './reporter.ts'
import { sarif } from './sarif.ts'
import { text } from './text.ts'

export type Format = 'text' | 'json' | 'sarif' | 'github' | 'junit' | 'markdown'

export const reporters = { text, json, sarif, github, junit, markdown } satisfies Record<
  Format,
  Reporter<ReporterOptions & Telling>
>

export const FORMATS = Object.keys(reporters) as Format[]
