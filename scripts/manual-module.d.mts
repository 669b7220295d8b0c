import type { Plugin as TestPlugin } from 'vitest/config'

export const manualForTests: TestPlugin
