import { lookup as lookUp } from 'node:dns/promises'
import { request as requestPlain, type IncomingMessage } from 'node:http'
import { request as requestSecure } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { version } from '../../package.json'
import { isPublic } from './fetch/is-public.ts'
import { readBody } from './fetch/read-body.ts'
import type { Complaint } from './io.ts'

/** A report from the web, named as if it had been saved: readers go by the endings of names. */
export type FetchedReport = {
  name: 'report.html' | 'report.pdf' | 'report.txt'
  bytes: Uint8Array
  /** Where it was in the end. */
  url: string
}

type Address = { address: string; family: number }

export type FetchOptions = {
  /** Whether an address may be asked; only those of the public internet, where it is not given. */
  isAllowed?: (address: string) => boolean
  resolve?: (host: string) => Promise<Address[]>
  /** For all of it, redirections too. */
  milliseconds?: number
}

const MEGABYTE = 1024 * 1024
/** As for saved reports. */
const TYPES: Readonly<Record<string, { name: FetchedReport['name']; limit: number }>> = {
  'text/html': { name: 'report.html', limit: 10 * MEGABYTE },
  'application/xhtml+xml': { name: 'report.html', limit: 10 * MEGABYTE },
  'text/plain': { name: 'report.txt', limit: 10 * MEGABYTE },
  'application/pdf': { name: 'report.pdf', limit: 50 * MEGABYTE },
}
const REDIRECTIONS = 5
const TIME_LIMIT = 30_000
const REDIRECTED = new Set([301, 302, 303, 307, 308])

const SAVE_IT = 'Save the page in the browser and import the file'
const CHECK_IT = `Check the address, or save the page in the browser and import the file`

/**
 * Gets the page or the PDF at an address that the officer typed, and nothing else: no cookies, no passwords,
 * no proxy, no address of the office's own network, wherever the page sends it.
 */
export async function fetchReport(
  typed: string,
  { isAllowed = isPublic, resolve = resolveHost, milliseconds = TIME_LIMIT }: FetchOptions = {},
): Promise<FetchedReport | Complaint> {
  const first = readUrl(typed)
  if ('message' in first) return first
  const signal = AbortSignal.timeout(milliseconds)
  let asked = first
  try {
    return await follow(first)
  } catch (error) {
    if (signal.aborted) return sayTooSlow(asked, milliseconds)
    return sayFailure(asked, error)
  }

  async function follow(
    url: URL,
    before?: URL,
    redirections = 0,
  ): Promise<FetchedReport | Complaint> {
    const refused = before && refuseRedirection(url, before, first as URL)
    if (refused) return refused
    asked = url
    const addresses = await beforeAbort(resolveAll(url, resolve), signal)
    const barred = addresses.find(({ address }) => !isAllowed(address))
    if (barred) return sayNotPublic(url, barred.address)
    if (addresses.length === 0) return sayUnknownHost(url)
    const response = await get(url, addresses, signal)
    try {
      const { statusCode = 0, headers } = response
      if (REDIRECTED.has(statusCode) && headers.location !== undefined) {
        if (redirections === REDIRECTIONS) return sayTooOften(url)
        const next = URL.canParse(headers.location, url.href) && new URL(headers.location, url)
        response.destroy()
        return next ? await follow(next, url, redirections + 1) : sayStatus(url, response)
      }
      return statusCode === 200 ? await readReport(url, response) : sayStatus(url, response)
    } finally {
      response.destroy()
    }
  }
}

function readUrl(typed: string): URL | Complaint {
  const url = URL.canParse(typed) ? new URL(typed) : undefined
  if (!url || url.hostname === '')
    return { message: `Unexpected address ${typed}, expected one as https://…`, hint: CHECK_IT }
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return saySchemeOf(url, 'address')
  return url.username === '' && url.password === '' ? url : sayPassword(url)
}

const saySchemeOf = (url: URL, what: string): Complaint => ({
  message: `Unexpected ${what} in ${url.protocol}, expected one in https: or http:`,
  hint: SAVE_IT,
})

const sayPassword = ({ hostname }: URL): Complaint => ({
  message: `Unexpected name or password in the address of ${hostname}, expected a page that anybody can open`,
  hint: SAVE_IT,
})

/** Where a page may send on to: no less safe, and no port that nobody typed. */
export function refuseRedirection(url: URL, before: URL, typed: URL): Complaint | undefined {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return saySchemeOf(url, 'redirection')
  if (url.username !== '' || url.password !== '') return sayPassword(url)
  if (before.protocol === 'https:' && url.protocol === 'http:')
    return {
      message: `Unexpected redirection to ${show(url)}, expected one in https: as ${show(before)}`,
      hint: SAVE_IT,
    }
  if (['', '80', '443', typed.port].includes(url.port)) return undefined
  return {
    message: `Unexpected redirection to port ${url.port} of ${url.hostname}, expected 80 or 443`,
    hint: SAVE_IT,
  }
}

const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '')

const resolveHost = (host: string): Promise<Address[]> => lookUp(host, { all: true })

async function resolveAll(url: URL, resolve: (host: string) => Promise<Address[]>) {
  const host = hostOf(url)
  const family = isIP(host)
  return family === 0 ? resolve(host) : [{ address: host, family }]
}

/** The name is not looked up once more: what was checked is what is asked. */
function get(url: URL, addresses: Address[], signal: AbortSignal): Promise<IncomingMessage> {
  const lookup: LookupFunction = (_host, options, callback) => {
    if (options.all) return callback(null, addresses)
    const { address, family } = addresses[0]!
    callback(null, address, family)
  }
  const headers = {
    'User-Agent': `section55/${version}`,
    Accept: 'text/html, application/xhtml+xml, application/pdf, text/plain;q=0.9',
    'Accept-Encoding': 'gzip, deflate, br',
    'Accept-Language': 'en-GB, en;q=0.9',
  }
  const request = url.protocol === 'https:' ? requestSecure : requestPlain
  return new Promise((resolve, reject) => {
    request(url, { lookup, headers, signal, agent: false }, resolve).on('error', reject).end()
  })
}

function beforeAbort<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('too slow')), { once: true })
  })
  return Promise.race([promise, aborted])
}

async function readReport(url: URL, response: IncomingMessage): Promise<FetchedReport | Complaint> {
  const declared = response.headers['content-type'] ?? ''
  const type = declared.split(';')[0]!.trim().toLowerCase()
  const known = Object.hasOwn(TYPES, type) ? TYPES[type] : undefined
  if (!known) return sayType(url, type)
  const body = await readBody(response, known.limit)
  if ('refused' in body)
    return body.refused === 'unknown' ? sayCoding(url, response) : sayTooLarge(url, known.limit)
  const bytes = known.name === 'report.pdf' ? body.bytes : asReadable(body.bytes, declared)
  return { name: known.name, bytes, url: url.href }
}

/** What the reader of saved reports tells apart by itself. */
const READABLE = new Set(
  'utf-8 utf8 us-ascii ascii windows-1252 cp1252 iso-8859-1 latin1'.split(' '),
)

/** A saved file has no header that tells its encoding. */
function asReadable(bytes: Uint8Array, declared: string): Uint8Array {
  const charset = /;\s*charset\s*=\s*"?([\w.:-]{1,40})/i.exec(declared)?.[1]?.toLowerCase()
  const hasMark =
    (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  if (charset === undefined || READABLE.has(charset) || hasMark) return bytes
  try {
    return new TextEncoder().encode(new TextDecoder(charset).decode(bytes))
  } catch {
    // One that nobody knows; the reader tells what it can.
    return bytes
  }
}

const SHOWN = 200
const show = ({ href }: URL): string => (href.length > SHOWN ? `${href.slice(0, SHOWN)}…` : href)

const sayNotPublic = (url: URL, address: string): Complaint => ({
  message: `Unexpected address ${address} of ${url.hostname}, expected one on the public internet`,
  hint: SAVE_IT,
})

const sayUnknownHost = ({ hostname }: URL): Complaint => ({
  message: `Unexpected site ${hostname}, expected one that has an address`,
  hint: 'Check how it is spelt and that this machine is connected, or save the page in the browser and import the file',
})

const sayTooOften = (url: URL): Complaint => ({
  message: `Unexpected redirection at ${show(url)}, expected the page after ${REDIRECTIONS} of them`,
  hint: SAVE_IT,
})

const sayStatus = (
  url: URL,
  { statusCode = 0, statusMessage = '' }: IncomingMessage,
): Complaint => ({
  message: `Unexpected answer ${[statusCode, plain(statusMessage)].join(' ').trim()} of ${show(url)}, expected the page`,
  hint: CHECK_IT,
})

const sayType = (url: URL, type: string): Complaint => ({
  message:
    type === ''
      ? `Missing type of what ${show(url)} is, expected a web page, a PDF or a text`
      : `Unexpected ${plain(type)} at ${show(url)}, expected a web page, a PDF or a text`,
  hint: CHECK_IT,
})

const sayCoding = (url: URL, { headers }: IncomingMessage): Complaint => ({
  message: `Unexpected packing ${plain(headers['content-encoding'] ?? '')} of ${show(url)}, expected gzip, deflate or br`,
  hint: SAVE_IT,
})

const sayTooLarge = (url: URL, limit: number): Complaint => ({
  message: `Unexpected size of ${show(url)}, expected at most ${limit / MEGABYTE} MB`,
  hint: 'Check that it is the report; one that came in parts can be imported as several files',
})

const sayTooSlow = (url: URL, milliseconds: number): Complaint => ({
  message: `Missing answer of ${url.hostname} after ${milliseconds / 1000} seconds, expected the page`,
  hint: `Try again, or ${SAVE_IT.toLowerCase()}`,
})

function sayFailure(url: URL, error: unknown): Complaint {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  if (/^(?:ENOTFOUND|EAI_|ENODATA)/.test(code)) return sayUnknownHost(url)
  if (/CERT|SSL|TLS|SELF_SIGNED|UNABLE_TO/.test(code))
    return {
      message: `Unexpected certificate of ${url.hostname}, expected one that holds`,
      hint: SAVE_IT,
    }
  if (/^Z_|^ERR__|^ERR_BROTLI|^ERR_PADDING/.test(code))
    return {
      message: `Unexpected end or fault in what ${url.hostname} sent, expected the page`,
      hint: SAVE_IT,
    }
  if (code === '') throw error
  return {
    message: `Missing answer of ${url.hostname}, expected the page`,
    hint: 'Check that this machine is connected; where the network asks for a proxy, save the page in the browser and import the file',
  }
}

/** What a server sends may be anything. */
const plain = (words: string): string => words.replace(/[^\x20-\x7e]/g, '').slice(0, 60)
