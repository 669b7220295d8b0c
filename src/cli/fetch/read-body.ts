import type { IncomingMessage } from 'node:http'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'

const decoders: Readonly<Record<string, () => NodeJS.ReadWriteStream>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
}

/** `unknown`: it came packed in a way that was not asked for. */
export type Body = { bytes: Uint8Array } | { refused: 'too large' | 'unknown' }

/** What was sent, unpacked, and no more of it than `limit`, whatever it says of its own size. */
export async function readBody(response: IncomingMessage, limit: number): Promise<Body> {
  const coding = (response.headers['content-encoding'] ?? 'identity').trim().toLowerCase()
  const decoder = decoders[coding]?.()
  if (!decoder && coding !== 'identity' && coding !== '') return { refused: 'unknown' }
  if (Number(response.headers['content-length'] ?? 0) > limit) return { refused: 'too large' }
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of decoder ? unpack(response, decoder) : response) {
    const bytes = chunk as Uint8Array
    size += bytes.length
    if (size > limit) return { refused: 'too large' }
    chunks.push(bytes)
  }
  return { bytes: Buffer.concat(chunks) }
}

/** A packed byte makes a thousand: the one is read no faster than the others are counted. */
function unpack(
  response: IncomingMessage,
  decoder: NodeJS.ReadWriteStream,
): NodeJS.ReadWriteStream {
  response.on('error', error => decoder.emit('error', error))
  return response.pipe(decoder)
}
