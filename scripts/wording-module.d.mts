import type { Plugin as BundlePlugin } from 'esbuild'
import type { Plugin as TestPlugin } from 'vitest/config'

export const wordingForBundle: BundlePlugin
export const wordingForTests: TestPlugin
