import { json } from './json.ts'
import type { Reporter } from './reporter.ts'
import { text } from './text.ts'

export type Format = 'text' | 'json'

export const reporters: Record<Format, Reporter> = { text, json }

export const FORMATS = Object.keys(reporters) as Format[]
