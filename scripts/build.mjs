import { rmSync, writeFileSync } from 'node:fs'
import { build } from 'esbuild'
import { licences } from './licences.mjs'
import { manualForBundle } from './manual-module.mjs'
import { starterForBundle } from './starter-module.mjs'
import { wordingForBundle } from './wording-module.mjs'

/** Packages that are installed beside the bundle: what is native, is WebAssembly, or is a font. */
const external = ['@myriaddreamin/*', '@expo-google-fonts/*', '@resvg/*']

rmSync('dist', { recursive: true, force: true })
const { metafile } = await build({
  entryPoints: ['s55', 'docx-worker', 'check-worker'].map(name => ({
    in: `src/cli/${name}.ts`,
    out: name,
  })),
  outdir: 'dist',
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  minify: true,
  keepNames: false,
  legalComments: 'none',
  external,
  loader: Object.fromEntries(
    ['.typ', '.css', '.bash', '.zsh', '.fish', '.ps1'].map(ending => [ending, 'text']),
  ),
  plugins: [wordingForBundle, manualForBundle, starterForBundle],
  metafile: true,
  banner: {
    // Some bundled CommonJS packages ask for Node's own modules by `require`.
    js: "import { createRequire as __createRequire } from 'node:module'; const require = __createRequire(import.meta.url);",
  },
  logLevel: 'warning',
})
writeFileSync('dist/THIRD-PARTY-LICENCES.txt', licences(Object.keys(metafile.inputs)))
