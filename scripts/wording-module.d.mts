import type { Plugin as BundlePlugin } from 'esbuild'
import type { Plugin as TestPlugin } from 'vitest/config'

export function wordingModule(): { code: string; files: string[] }
export const wordingForBundle: BundlePlugin
export const wordingForTests: TestPlugin
