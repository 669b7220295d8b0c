import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { TypstCompiler } from '@myriaddreamin/typst-ts-web-compiler'
import type { TemplateData } from './data.ts'
import { declarePdfUa } from './declaration.ts'
import { boxFigures } from './figure-boxes.ts'
import { marksIn, MARKS, refused, type Drawn, type Engine } from './drawn.ts'
import { keepFor } from './keep-for.ts'

const PACKAGE = '@myriaddreamin/typst-ts-web-compiler'
/** As its interface numbers them: of what is asked, a laid-out document and a PDF of it. */
const PAGED = 0
const PDF = 1
/** Diagnostics as objects. */
const OBJECTS = 3
const TEMPLATE = '/letter.typ'

/** The same compiler on any machine, some times slower. Rejects where its package is missing. */
export async function loadWasmEngine(): Promise<Engine> {
  const { default: start, TypstCompilerBuilder } =
    await import('@myriaddreamin/typst-ts-web-compiler')
  const { resolve } = createRequire(import.meta.url)
  await start({ module_or_path: await readFile(resolve(`${PACKAGE}/wasm`)) })
  const compilerWith = keepFor(async (fonts: Uint8Array[]) => {
    const builder = new TypstCompilerBuilder()
    // There is no disk: all that the template reads is given by name.
    builder.set_dummy_access_model()
    for (const font of fonts) await builder.add_raw_font(font)
    return builder.build()
  })
  return {
    name: 'wasm',
    draw: async (template, data, fonts) => draw(await compilerWith(fonts), template, data),
  }
}

function draw(compiler: TypstCompiler, template: string, { json, pictures }: TemplateData): Drawn {
  compiler.reset_shadow()
  const isGiven =
    compiler.add_source(TEMPLATE, template) &&
    compiler.map_shadow('/data.json', Buffer.from(json)) &&
    [...pictures].every(([name, bytes]) => compiler.map_shadow(name, bytes))
  if (!isGiven) throw refused('a file could not be given to the engine')
  const world = compiler.snapshot(undefined, TEMPLATE, undefined)
  try {
    const { diagnostics } = world.compile(PAGED, OBJECTS) as Diagnosed
    if (diagnostics.length > 0) throw refused(sayAll(diagnostics))
    const marks = marksIn(JSON.parse(world.query(PAGED, MARKS, 'value')))
    const { result, diagnostics: others = [] } = world.get_artifact(PDF, OBJECTS) as Artifact
    if (!result) throw refused(sayAll(others))
    return { pdf: declarePdfUa(boxFigures(result)), ...marks }
  } finally {
    world.free()
    compiler.reset()
  }
}

type Diagnosed = { diagnostics: { message: string }[] }
type Artifact = Partial<Diagnosed> & { result?: Uint8Array }

const sayAll = (diagnostics: Diagnosed['diagnostics']): string =>
  diagnostics.map(({ message }) => message).join('; ')
