import { decodeCopy } from './decode-copy.ts'

/** A page and its style sheets out of a file that holds them all (RFC 2557), as browsers save one. */
export type WebArchive = { page?: string; css: string }

const PART_LIMIT = 2000
const CSS_LIMIT = 2_000_000

export function readWebArchive(archive: string): WebArchive {
  const { headers, body } = splitHeaders(archive.trimStart())
  const boundary = parameterOf(headers.get('content-type'), 'boundary')
  const parts = boundary === undefined ? [archive.trimStart()] : partsOf(body, boundary)
  let page: string | undefined
  let css = ''
  for (const part of parts) {
    const inner = splitHeaders(part)
    const type = (inner.headers.get('content-type') ?? '').trim().toLowerCase()
    // The first is the page; others are pages within it.
    if (/^(?:text\/html|application\/xhtml\+xml)/.test(type)) page ??= decodeBody(inner)
    else if (type.startsWith('text/css') && css.length + inner.body.length < CSS_LIMIT)
      css += `${decodeBody(inner) ?? ''}\n`
  }
  return { ...(page !== undefined && { page }), css }
}

type Part = { headers: ReadonlyMap<string, string>; body: string }

function splitHeaders(part: string): Part {
  const headers = new Map<string, string>()
  let name = ''
  let at = 0
  while (at < part.length) {
    const found = part.indexOf('\n', at)
    const end = found === -1 ? part.length : found
    const line = part.slice(at, Math.min(end, at + 4000)).trimEnd()
    at = end + 1
    if (line === '') break
    const colon = line.indexOf(':')
    if (/^\s/.test(line))
      headers.set(name, `${headers.get(name) ?? ''} ${line.trim()}`.slice(0, 9000))
    else if (colon > 0) {
      name = line.slice(0, colon).toLowerCase()
      headers.set(name, line.slice(colon + 1).trim())
    }
  }
  return { headers, body: part.slice(at) }
}

/** `boundary="----x"` or without its quotation marks. */
function parameterOf(header: string | undefined, name: string): string | undefined {
  const found = new RegExp(`[;\\s]${name}=(?:"([^"]+)"|([^;\\s"]+))`, 'i').exec(header ?? '')
  return found?.[1] ?? found?.[2]
}

function partsOf(body: string, boundary: string): string[] {
  const parts: string[] = []
  const mark = `--${boundary}`
  let at = body.indexOf(mark)
  while (at !== -1 && parts.length < PART_LIMIT) {
    const from = body.indexOf('\n', at + mark.length)
    if (from === -1) break
    const next = body.indexOf(mark, from)
    parts.push(body.slice(from + 1, next === -1 ? body.length : next))
    at = next
  }
  return parts
}

function decodeBody({ headers, body }: Part): string | undefined {
  const coding = headers.get('content-transfer-encoding')?.toLowerCase()
  if (coding === 'base64') return decodeCopy(Buffer.from(body, 'base64'))
  if (coding === 'quoted-printable') return decodeCopy(fromQuotedPrintable(body))
  return body
}

/** RFC 2045, 6.7: "=E2" is a byte, "=" at the end of a line joins it to the next. */
function fromQuotedPrintable(text: string): Uint8Array {
  const joined = Buffer.from(text.replace(/=[\t ]{0,80}\r?\n/g, ''), 'utf8')
  const bytes = Buffer.alloc(joined.length)
  let length = 0
  for (let at = 0; at < joined.length; at++) {
    const code = joined[at] === 0x3d ? joined.toString('latin1', at + 1, at + 3) : ''
    if (/^[0-9a-f]{2}$/i.test(code)) {
      bytes[length++] = Number.parseInt(code, 16)
      at += 2
    } else bytes[length++] = joined[at]!
  }
  return bytes.subarray(0, length)
}
