import { describe, expect, test } from 'vitest'
import { version } from '../../package.json'
import { anIo } from './make.ts'
import { hide, hidesEngines, machine, NATIVE, WASM } from '../hide-engines.ts'

hidesEngines()

async function run(argv: string[], env: Record<string, string> = {}) {
  const { main } = await import('../../src/cli/main.ts')
  const io = anIo({ env })
  return { code: await main(argv, io), out: io.out, err: io.err }
}
const said = (engine: string) =>
  [
    `section55 ${version}`,
    `Node.js ${process.versions.node}`,
    `Machine: ${machine}`,
    `PDF engine: ${engine}`,
    'The variable S55_PDF_ENGINE, set to native or wasm, chooses the engine.',
    '',
  ].join('\n')

describe('--version --verbose', () => {
  test.for([
    [['--version', '--verbose']],
    [['--verbose', '--version']],
    [['-V', '--verbose']],
  ] as const)('%s', async ([argv]) => {
    expect(await run([...argv])).toEqual({ code: 0, out: said('native'), err: '' })
  })

  test('names the engine that stands in for the native one, and why', async () => {
    hide(NATIVE)
    expect((await run(['--version', '--verbose'])).out).toBe(
      said(`WebAssembly, which is slower, because the native package for ${machine} is missing`),
    )
  })

  test('names the one that is asked for', async () => {
    const { out } = await run(['--version', '--verbose'], { S55_PDF_ENGINE: 'wasm' })
    expect(out).toBe(said('WebAssembly, which is slower, because S55_PDF_ENGINE=wasm asks for it'))
  })

  test('says that there is none', async () => {
    hide(NATIVE)
    hide(WASM)
    const { code, out } = await run(['--version', '--verbose'])
    expect(code).toBe(0)
    expect(out).toContain('PDF engine: none. Missing the engine for PDF: the native package')
  })

  test('knows no other engine', async () => {
    for (const argv of [['--version', '--verbose'], ['build']])
      expect(await run(argv, { S55_PDF_ENGINE: 'webasm' })).toMatchObject({
        code: 2,
        out: '',
        err: expect.stringContaining(
          'Unexpected S55_PDF_ENGINE=webasm, expected native or wasm\n',
        ) as string,
      })
  })
})

test('--version alone asks for no engine', async () => {
  hide(NATIVE)
  hide(WASM)
  expect(await run(['--version'])).toEqual({ code: 0, out: `${version}\n`, err: '' })
})

test('--verbose means nothing to a command', async () => {
  expect(await run(['check', '--verbose'])).toMatchObject({
    code: 2,
    err: 'Unexpected option --verbose, expected it beside --version\n',
  })
})
