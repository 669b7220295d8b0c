// npm runs this once it has installed a checkout, before it packs one, and in its clone of a repository
// that somebody installs from git.
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const { env, execPath } = process
const canBuild = () => existsSync('node_modules/esbuild')

// What is installed for all folders (--global, as pre-commit asks) comes without what it is built with:
// https://github.com/npm/cli/issues/8440
if (!canBuild() && env.npm_config_global === 'true')
  execFileSync(execPath, [env.npm_execpath, 'ci', '--ignore-scripts', '--silent'], {
    env: { ...env, npm_config_global: 'false', npm_config_omit: '' },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
if (canBuild()) await import('./build.mjs')
else console.error('dist/ stays as it is: what builds it was left out (--omit=dev).')
