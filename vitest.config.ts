import { defineConfig } from 'vitest/config'
import { manualForTests } from './scripts/manual-module.mjs'
import { wordingForTests } from './scripts/wording-module.mjs'

export default defineConfig({
  plugins: [
    wordingForTests,
    manualForTests,
    {
      // As the bundle does it: esbuild's loader { '.typ': 'text', '.css': 'text' }.
      name: 'files-as-text',
      enforce: 'pre',
      transform: (code, id) =>
        /\.typ$/.test(id) ? `export default ${JSON.stringify(code)}` : undefined,
    },
  ],
})
