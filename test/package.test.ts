import { execFileSync, spawnSync } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'

/** The tarball as a stranger has it: unpacked, beside the packages that it asks for. */
describe('the packed product', () => {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 's55-package-')))
  const office = join(root, 'office')
  const s55 = join(root, 'package/dist/s55.js')
  const run = (...args: string[]) =>
    execFileSync(process.execPath, [s55, ...args], { cwd: office, encoding: 'utf8', stdio: 'pipe' })

  beforeAll(() => {
    // npm itself, by the path that it gives its scripts; a shell is what Windows would need for npm.cmd.
    const npm = process.env['npm_execpath']
    // What is built stays as it is: other tests are using it.
    const pack = ['pack', '--ignore-scripts', '--silent', '--pack-destination', root]
    if (npm) execFileSync(process.execPath, [npm, ...pack])
    else execFileSync('npm', pack)
    const tarball = readdirSync(root).find(name => name.endsWith('.tgz'))!
    execFileSync('tar', ['-xzf', tarball], { cwd: root })
    symlinkSync(resolve('node_modules'), join(root, 'node_modules'), 'junction')
    cpSync('responses', join(office, 'responses'), { recursive: true })
    cpSync('templates/northshire', join(office, 'templates/northshire'), { recursive: true })
  }, 60_000)
  afterAll(() => rmSync(root, { recursive: true, force: true }))

  test('builds the examples, with its own wording alone', () => {
    const said = run('build')
    expect(said).toContain('output/northshire-peel-2025/letter.pdf')
    for (const name of ['northshire-peel-2025', 'northshire-custody-2026'])
      expect(readdirSync(join(office, 'output', name)).sort()).toEqual([
        'letter.docx',
        'letter.html',
        'letter.json',
        'letter.pdf',
      ])
  }, 60_000)

  test('asks nothing of the network, in no thread of it', () => {
    const guard = join(root, 'no-network.cjs')
    writeFileSync(
      guard,
      `for (const [name, key] of [['net', 'connect'], ['net', 'createConnection'], ['dns', 'lookup']])
         require(name)[key] = () => { throw new Error('asked the network') }
       require('net').Socket.prototype.connect = require('net').connect
       globalThis.fetch = require('net').connect`,
    )
    const env = { ...process.env, NODE_OPTIONS: `--require "${guard.replaceAll('\\', '/')}"` }
    const asking = () =>
      execFileSync(process.execPath, ['-e', 'fetch("https://example.org")'], { env, stdio: 'pipe' })
    expect(asking).toThrow('asked the network')
    const said = execFileSync(process.execPath, [s55, 'build', 'responses/northshire-peel-2025'], {
      cwd: office,
      env,
      encoding: 'utf8',
    })
    expect(said).toContain('letter.docx')
  }, 60_000)

  test('builds them where npm found no native engine for the machine', () => {
    // Elsewhere, or what is above it would be found.
    const alone = realpathSync(mkdtempSync(join(tmpdir(), 's55-alone-')))
    onTestFinished(() => rmSync(alone, { recursive: true, force: true }))
    cpSync(join(root, 'package'), join(alone, 'package'), { recursive: true })
    const links = ['@expo-google-fonts', '@resvg', '@myriaddreamin/typst-ts-web-compiler']
    mkdirSync(join(alone, 'node_modules/@myriaddreamin'), { recursive: true })
    for (const name of links)
      symlinkSync(resolve('node_modules', name), join(alone, 'node_modules', name), 'junction')
    // A copy: beside the original lies what it looks for.
    const wrapper = 'node_modules/@myriaddreamin/typst-ts-node-compiler'
    cpSync(wrapper, join(alone, wrapper), { recursive: true })
    const argv = [join(alone, 'package/dist/s55.js'), 'build', '--out', join(root, 'drawn')]
    const { status, stderr } = spawnSync(process.execPath, argv, { cwd: office, encoding: 'utf8' })
    const machine = `${process.platform} ${process.arch}`
    expect(stderr).toContain(
      `The PDF is drawn by WebAssembly, which is slower: the native package for ${machine} is missing.`,
    )
    expect(status).toBe(0)
    expect(readdirSync(join(root, 'drawn/northshire-peel-2025'))).toContain('letter.pdf')
  }, 60_000)

  test('checks the finished one without an error', () => {
    expect(run('check', 'responses/northshire-peel-2025')).toContain('0 errors')
  })

  test('holds what it needs and nothing else', () => {
    const files = readdirSync(join(root, 'package'), { recursive: true, encoding: 'utf8' })
    const odd = files.filter(
      file =>
        !/^(dist|templates)\b/.test(file) &&
        !['package.json', 'README.md', 'LICENSE', 'CHANGELOG.md'].includes(file),
    )
    expect(odd).toEqual([])
    expect(readFileSync(join(root, 'package/dist/THIRD-PARTY-LICENCES.txt'), 'utf8')).toMatch(
      /docx 9/,
    )
    const { dependencies } = JSON.parse(
      readFileSync(join(root, 'package/package.json'), 'utf8'),
    ) as {
      dependencies: Record<string, string>
    }
    for (const name of Object.keys(dependencies))
      expect(name).toMatch(/^@(expo-google-fonts|myriaddreamin|resvg)\//)
  })

  test('names no path of the machine it was built on', () => {
    const here = resolve('.')
    for (const file of readdirSync(join(root, 'package/dist')))
      expect(readFileSync(join(root, 'package/dist', file), 'utf8').includes(here), file).toBe(
        false,
      )
  })
})
