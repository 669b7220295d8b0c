import { join, posix } from 'node:path'
import { files as starter } from 'section55:starter'
import type { Day } from '../model/response.ts'
import { quotePath } from '../reporters/printable.ts'
import { chooseOffice } from './find-offices.ts'
import { findRoot, missingWorkspace } from './find-responses.ts'
import { complain, showPath, type Io } from './io.ts'
import { isThere, putNewFiles } from './put-new-files.ts'
import { readFolders } from './read-found.ts'
import { refuseName } from './response-name.ts'

export type NewOptions = {
  office?: string
  title?: string
  kind?: string
  published?: Day
  quiet?: boolean
}

/** A response in which everything is still to be written; check then says what, step by step. */
export async function makeNew(name: string, options: NewOptions, io: Io): Promise<number> {
  const misnamed = refuseName(name)
  if (misnamed) return complain(io, [misnamed])
  const root = await findRoot(io.cwd)
  if (root === undefined) return complain(io, [missingWorkspace(io)])
  const folders = await readFolders(root)
  const office = await chooseOffice(root, folders.templates, options.office)
  if (typeof office !== 'string') return complain(io, [office])
  const folder = `${folders.responses}/${name}`
  const file = `${folder}/response.yaml`
  if (await isThere(join(root, folder)))
    return complain(io, [
      {
        message: `Unexpected ${showPath(join(root, folder), io)}, expected nothing there yet`,
        hint: 'Choose another name: no file is ever replaced.',
      },
    ])
  const text = await fillIn({ ...options, office }, root, folder)
  const refused = await putNewFiles(root, new Map([[file, text]]), path => showPath(path, io))
  if (refused.length > 0) return complain(io, refused)
  const shown = showPath(join(root, file), io)
  io.write(`Made ${shown}\n`)
  if (options.quiet) return 0
  // As it was called itself: npx says so in the environment of what it runs.
  const s55 = io.env['npm_command'] === 'exec' ? 'npx s55' : 's55'
  const command = `${s55} check ${quotePath(posix.dirname(shown))}`
  io.error(`Write in it, and let check say what is still missing:\n\n  ${command}\n`)
  return 0
}

async function fillIn(
  { office, title, kind, published }: NewOptions & { office: string },
  root: string,
  folder: string,
): Promise<string> {
  const schema = 'schema/response.schema.json'
  const way = posix.relative(folder, schema)
  const isKnown = await isThere(join(root, schema))
  return starter['response.yaml']!.replace(/^# yaml-language-server:.*\n/, () =>
    isKnown ? `# yaml-language-server: $schema=${way}\n` : '',
  )
    .replace('office: OFFICE', () => `office: ${quote(office)}`)
    .replace(/title: TODO.*/, line => (title === undefined ? line : `title: ${quote(title)}`))
    .replace('kind: KIND', () => `kind: ${kind ?? ''}`.trimEnd())
    .replace(/published:$/m, () => `published: ${published ?? ''}`.trimEnd())
}

/** A value on one line that no character of it can break. */
const quote = (words: string): string => {
  const line = words.replace(/\s+/g, ' ').trim()
  return /^[\p{L}\p{N}][\p{L}\p{N} ,/()–-]*$/u.test(line) ? line : `'${line.replaceAll("'", "''")}'`
}
