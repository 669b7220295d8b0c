import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

const require = createRequire(import.meta.url)
const FONTS = ['arimo', 'tinos'].flatMap(family =>
  ['400Regular', '700Bold', '400Regular_Italic'].map(face => {
    const name = family[0]!.toUpperCase() + family.slice(1)
    return require.resolve(`@expo-google-fonts/${family}/${face}/${name}_${face}.ttf`)
  }),
)

let compiler: NodeCompiler | undefined

/** A PDF as a typesetter makes it, tagged or not. */
export function printWithTypst(source: string, { isTagged = false } = {}): Uint8Array {
  const fontArgs = [{ fontBlobs: FONTS.map(file => readFileSync(file)) }]
  compiler ??= NodeCompiler.create({ workspace: '/section55', fontArgs })
  const compiled = compiler.compile({ mainFileContent: source })
  const { result } = compiled
  if (!result) throw new Error(JSON.stringify(compiled.takeError()?.shortDiagnostics))
  return compiler.pdf(result, isTagged ? { pdfStandard: 'ua-1' } : { pdfTags: false })
}
