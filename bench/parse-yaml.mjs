// What the yaml library alone takes: node bench/parse-yaml.mjs WORKSPACE parses every response, with positions.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { LineCounter, parseDocument } from 'yaml'

const responses = join(process.argv[2], 'responses')
for (const name of readdirSync(responses))
  parseDocument(readFileSync(join(responses, name, 'response.yaml'), 'utf8'), {
    lineCounter: new LineCounter(),
  })
