import { defineConfig } from 'vitest/config'
import { manualForTests } from './scripts/manual-module.mjs'
import { starterForTests } from './scripts/starter-module.mjs'
import { wordingForTests } from './scripts/wording-module.mjs'

export default defineConfig({
  plugins: [
    wordingForTests,
    manualForTests,
    starterForTests,
    {
      // As the bundle does it, by esbuild's loader.
      name: 'files-as-text',
      enforce: 'pre',
      transform: (code, id) =>
        /\.(?:typ|bash|zsh|fish|ps1)$/.test(id)
          ? `export default ${JSON.stringify(code)}`
          : undefined,
    },
  ],
})
