import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

const { resolve } = createRequire(import.meta.url)

/** The stationery of the tests as a PDF. */
export function makePdf() {
  const fonts = ['arimo/400Regular/Arimo_400Regular', 'tinos/400Regular/Tinos_400Regular']
  const fontBlobs = fonts.map(name => readFileSync(resolve(`@expo-google-fonts/${name}.ttf`)))
  const compiler = NodeCompiler.create({ workspace: '/stationery', fontArgs: [{ fontBlobs }] })
  return compiler.pdf({ mainFileContent: readFileSync('test/stationery/northshire.typ', 'utf8') })
}
