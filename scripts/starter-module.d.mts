import type { Plugin as BundlePlugin } from 'esbuild'
import type { Plugin as TestPlugin } from 'vitest/config'

export const starterForBundle: BundlePlugin
export const starterForTests: TestPlugin
