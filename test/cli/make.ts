import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import type { Io } from '../../src/cli/io.ts'
import type { BuildOptions } from '../../src/cli/options.ts'

const HERE = dirname(fileURLToPath(import.meta.url))
export const OFFICE = readFileSync(join(HERE, '../rules/office.yaml'), 'utf8')

/** A letter in which nothing is wrong but that it has no picture of a signature. */
export const FINISHED = `office: northshire
status: final
report:
  title: An inspection of Northshire Police
  inspectorate: HMICFRS
  kind: peel
  published: 2024-01-10
  basis: section 55
  scale: peel-2021
letter:
  date: 2024-02-20
  to: [home-secretary, hmicfrs]
comments: I welcome the report.
sections:
  - title: Investigating crime
    grade: adequate
    items:
      - recommendation: The force should supervise investigations.
        update: Supervisors now review each investigation.
actions:
  - { text: I pay for two more supervisors., answers: [investigating-crime.r1] }
`
/** The same with an answer that is still to come. */
export const UNFINISHED = FINISHED.replace('final', 'draft').replace(/Supervisors.*/, 'TODO')

/** A folder with these files, for as long as the test runs. */
export function aFolder(files: Record<string, string | Uint8Array>): string {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 's55-')))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  return root
}

/** A workspace of these responses. */
export function aWorkspace(
  responses: Record<string, string>,
  files: Record<string, string | Uint8Array> = {},
): string {
  const paths = Object.entries(responses).map(
    ([name, text]) => [`responses/${name}/response.yaml`, text] as const,
  )
  return aFolder({
    'templates/northshire/office.yaml': OFFICE,
    ...Object.fromEntries(paths),
    ...files,
  })
}

/** A world to run a command in, and what was said there. */
export function anIo(parts: Partial<Io> = {}): Io & { out: string; err: string } {
  const io = {
    out: '',
    err: '',
    write: (result: string | Uint8Array) =>
      void (io.out += typeof result === 'string' ? result : Buffer.from(result).toString('latin1')),
    error: (text: string) => void (io.err += text),
    env: {},
    cwd: tmpdir(),
    columns: 80,
    isTerminal: false,
    isErrorTerminal: false,
    today: '2024-02-01',
    untilEnded: () => Promise.resolve(),
    ...parts,
  }
  return io
}

/** A build that nothing was asked of. */
export const BUILD_OPTIONS: BuildOptions = {
  isQuiet: false,
  isColourWanted: false,
  isJson: false,
  hasComments: false,
  hasSource: false,
  isVerified: false,
}
