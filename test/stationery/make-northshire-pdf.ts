import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

const { resolve } = createRequire(import.meta.url)
const font = (path: string) => readFileSync(resolve(`@expo-google-fonts/${path}`))

/** Another designer's PDF: of the compiler that draws the letter, without any standard. */
export function makePdf(source: string, pictures: Record<string, Buffer> = {}): Uint8Array {
  const fontBlobs = [
    font('arimo/400Regular/Arimo_400Regular.ttf'),
    font('tinos/400Regular/Tinos_400Regular.ttf'),
  ]
  const compiler = NodeCompiler.create({ workspace: '/stationery', fontArgs: [{ fontBlobs }] })
  for (const [name, bytes] of Object.entries(pictures))
    compiler.mapShadow(`/stationery/${name}`, bytes)
  return new Uint8Array(compiler.pdf({ mainFileContent: source }))
}

/** Two pages: a band with crest and name above and the contacts below, and a thin band. */
export const makeNorthshirePdf = (): Uint8Array =>
  makePdf(readFileSync(new URL('northshire.typ', import.meta.url), 'utf8'))

/** Two pixels. */
export const LOGO = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAIAAAB7QOjdAAAAD0lEQVR4nGPkCrBhYGAAAALKAJh0XIVIAAAAAElFTkSuQmCC',
  'base64',
)
