import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { pathToFileURL } from 'node:url'

export type Diagnostic = { message: string; range: { start: Spot; end: Spot } }
export type Spot = { line: number; character: number }

type Schemas = Record<string, string | string[]>
type Message = { id?: number; method?: string; params?: unknown; result?: unknown }

const SERVER = createRequire(import.meta.url).resolve(
  'yaml-language-server/bin/yaml-language-server',
)

/**
 * The server that VS Code's YAML extension starts, as a process of its own, spoken to as an editor
 * does. `schemas`: glob patterns of files by the address of their schema; `root`: the folder that is open.
 */
export async function startServer(schemas: Schemas, root?: string) {
  const server = spawn(process.execPath, [SERVER, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] })
  const waiting = new Map<number, (result: unknown) => void>()
  const diagnosed = new Map<string, (diagnostics: Diagnostic[]) => void>()
  let [ids, read] = [0, Buffer.alloc(0)]

  const send = (message: Message) => {
    const body = JSON.stringify({ jsonrpc: '2.0', ...message })
    server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
  }
  const ask = (method: string, params: unknown) =>
    new Promise<unknown>(done => {
      waiting.set(++ids, done)
      send({ id: ids, method, params })
    })

  const settings = {
    yaml: {
      schemas,
      validate: true,
      hover: true,
      completion: true,
      schemaStore: { enable: false },
    },
    http: {},
  }
  const hear = ({ id, method, params, result }: Message) => {
    if (method === undefined) return waiting.get(id!)?.(result)
    if (method === 'textDocument/publishDiagnostics') {
      const { uri, diagnostics } = params as { uri: string; diagnostics: Diagnostic[] }
      return diagnosed.get(uri)?.(diagnostics)
    }
    if (id === undefined) return
    const { items } = (params ?? {}) as { items?: { section: string }[] }
    // What the server asks the editor: its settings, section by section.
    const known: Record<string, unknown> = settings
    send({ id, result: items ? items.map(({ section }) => known[section] ?? null) : null })
  }
  server.stdout.on('data', (bytes: Buffer) => {
    read = Buffer.concat([read, bytes])
    for (;;) {
      const end = read.indexOf('\r\n\r\n')
      if (end === -1) return
      const length = Number(/Content-Length: (\d+)/i.exec(read.toString('ascii', 0, end))![1])
      if (read.length < end + 4 + length) return
      const body = read.toString('utf8', end + 4, end + 4 + length)
      read = read.subarray(end + 4 + length)
      hear(JSON.parse(body) as Message)
    }
  })

  await ask('initialize', {
    processId: process.pid,
    rootUri: root === undefined ? null : pathToFileURL(root).href,
    capabilities: {
      workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
      textDocument: { completion: { completionItem: { documentationFormat: ['markdown'] } } },
    },
  })
  send({ method: 'initialized', params: {} })
  send({ method: 'workspace/didChangeConfiguration', params: { settings } })

  return {
    /** Opens a file with this text; what the server has to say of it. */
    open(path: string, text: string): Promise<Diagnostic[]> {
      const uri = pathToFileURL(path).href
      return new Promise(done => {
        diagnosed.set(uri, done)
        const textDocument = { uri, languageId: 'yaml', version: 1, text }
        send({ method: 'textDocument/didOpen', params: { textDocument } })
      })
    },
    /** The words that are offered at a spot of an opened file. */
    async complete(path: string, position: Spot): Promise<string[]> {
      const textDocument = { uri: pathToFileURL(path).href }
      const list = await ask('textDocument/completion', { textDocument, position })
      const { items } = list as { items: { label: string }[] }
      return items.map(({ label }) => label)
    },
    async hover(path: string, position: Spot): Promise<string> {
      const textDocument = { uri: pathToFileURL(path).href }
      const shown = await ask('textDocument/hover', { textDocument, position })
      return (shown as { contents: { value: string } } | null)?.contents.value ?? ''
    },
    stop: () => server.kill(),
  }
}
