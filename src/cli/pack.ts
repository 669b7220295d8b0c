import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'

/** A package as `npm pack` packs it, of the same files: https://www.gnu.org/software/tar/manual/html_node/Standard.html */
export async function pack(root: string, entries: readonly string[]): Promise<Uint8Array> {
  const paths = (await Promise.all(entries.map(entry => filesAt(root, entry)))).flat().sort()
  const blocks = await Promise.all(
    paths.map(async path => {
      const bytes = await readFile(join(root, path))
      const padding = Buffer.alloc(-bytes.length & (BLOCK - 1))
      return [header(`package/${path}`, bytes.length), bytes, padding]
    }),
  )
  return gzipSync(Buffer.concat([...blocks.flat(), Buffer.alloc(2 * BLOCK)]), { level: 9 })
}

const BLOCK = 512

async function filesAt(root: string, path: string): Promise<string[]> {
  const entries = await readdir(join(root, path), { withFileTypes: true }).catch(() => undefined)
  if (!entries) return [path]
  const within = await Promise.all(entries.map(({ name }) => filesAt(root, `${path}/${name}`)))
  return within.flat()
}

function header(name: string, size: number): Buffer {
  const block = Buffer.alloc(BLOCK)
  if (block.write(name, 0, 100) < Buffer.byteLength(name))
    throw new Error(`${name} is too long for a tar archive`)
  const octal = (value: number, at: number, digits: number) =>
    block.write(value.toString(8).padStart(digits, '0'), at)
  octal(0o644, 100, 7)
  octal(0, 108, 7)
  octal(0, 116, 7)
  octal(size, 124, 11)
  // A day in 1985, as npm has it: the same files make the same archive.
  octal(Date.UTC(1985, 9, 26, 8, 15) / 1000, 136, 11)
  block.fill(' ', 148, 156)
  block.write('0', 156)
  block.write('ustar\x0000', 257)
  const sum = block.reduce((sum, byte) => sum + byte, 0)
  octal(sum, 148, 6)
  block[154] = 0
  return block
}
