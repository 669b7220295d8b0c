import { createServer, type RequestListener, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { describe, expect, onTestFinished, test } from 'vitest'
import { fetchReport, refuseRedirection, type FetchOptions } from '../../src/cli/fetch-report.ts'
import { isPublic } from '../../src/cli/fetch/is-public.ts'

const PAGE = '<h1>Northshire</h1>'

/** A site of this machine, for as long as the test runs: its address, and what it was asked. */
async function aSite(answer: RequestListener): Promise<{ origin: string; port: number }> {
  const server = createServer(answer)
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { origin: `http://127.0.0.1:${port}`, port }
}

const html = (response: ServerResponse, body: string | Uint8Array, headers = {}) =>
  response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', ...headers }).end(body)

/** The machine of the test is allowed, and nothing else. */
const here: FetchOptions = {
  isAllowed: address => address === '127.0.0.1',
  resolve: () => Promise.resolve([{ address: '127.0.0.1', family: 4 }]),
}
const messageOf = async (url: string, options: FetchOptions = here) => {
  const fetched = await fetchReport(url, options)
  if (!('message' in fetched)) throw new Error(`fetched ${fetched.name}`)
  expect(fetched.hint).toMatch(/import/)
  return fetched.message
}
const textOf = async (url: string, options: FetchOptions = here) => {
  const fetched = await fetchReport(url, options)
  if ('message' in fetched) throw new Error(fetched.message)
  return `${fetched.name}: ${new TextDecoder().decode(fetched.bytes)}`
}

describe('a report on the web', () => {
  test('is got as it is, by a name that no cookie or password goes with', async () => {
    let asked = {}
    const { origin } = await aSite(({ headers, method, url }, response) => {
      asked = { ...headers, method, url }
      html(response, PAGE)
    })
    const fetched = await fetchReport(`${origin}/report?a=1#part`, here)
    expect(fetched).toMatchObject({ name: 'report.html', url: `${origin}/report?a=1#part` })
    expect(asked).toMatchObject({
      method: 'GET',
      url: '/report?a=1',
      'user-agent': expect.stringMatching(/^section55\/\d/) as string,
    })
    expect(asked).not.toHaveProperty('cookie')
    expect(asked).not.toHaveProperty('authorization')
  })

  test.each([
    ['text/html', 'report.html'],
    ['application/xhtml+xml; charset=UTF-8', 'report.html'],
    ['Text/Plain', 'report.txt'],
    ['application/pdf', 'report.pdf'],
  ])('of the type %s is named %s', async (type, name) => {
    const { origin } = await aSite((_, response) => html(response, 'x', { 'Content-Type': type }))
    expect(await textOf(origin)).toBe(`${name}: x`)
  })

  test.each([
    ['gzip', gzipSync],
    ['deflate', deflateSync],
    ['br', brotliCompressSync],
  ])('may come packed by %s', async (coding, pack) => {
    const { origin } = await aSite((_, response) =>
      html(response, pack(PAGE), { 'Content-Encoding': coding }),
    )
    expect(await textOf(origin)).toBe(`report.html: ${PAGE}`)
  })

  test('in an encoding that only its header tells becomes UTF-8', async () => {
    const { origin } = await aSite((_, response) =>
      html(response, Uint8Array.from([0xa4]), {
        'Content-Type': 'text/html; charset="iso-8859-15"',
      }),
    )
    expect(await textOf(origin)).toBe('report.html: €')
  })

  test('is followed to where it moved', async () => {
    const { origin } = await aSite(({ url }, response) =>
      url === '/new' ? html(response, PAGE) : response.writeHead(301, { Location: 'new' }).end(),
    )
    expect(await fetchReport(`${origin}/old`, here)).toMatchObject({ url: `${origin}/new` })
  })

  test('is asked for at the very address that was checked', async () => {
    const { port } = await aSite((_, response) => html(response, PAGE))
    let lookups = 0
    const resolve = () => {
      lookups += 1
      return Promise.resolve([{ address: lookups === 1 ? '127.0.0.1' : '10.0.0.5', family: 4 }])
    }
    expect(await textOf(`http://report.example:${port}/`, { ...here, resolve })).toBe(
      `report.html: ${PAGE}`,
    )
    expect(lookups).toBe(1)
  })
})

describe('an address is refused', () => {
  test.each([
    ['file:///etc/passwd', /^Unexpected address file:\/\/\/etc\/passwd, expected one as https/],
    ['ftp://example.org/report', 'Unexpected address in ftp:, expected one in https: or http:'],
    ['javascript:alert(1)', 'Unexpected address javascript:alert(1), expected one as https://…'],
    ['https://', 'Unexpected address https://, expected one as https://…'],
    [
      'https://me:secret@example.org/',
      'Unexpected name or password in the address of example.org, expected a page that anybody can open',
    ],
  ])('as %s', async (url, message) => {
    expect(await messageOf(url)).toEqual(
      typeof message === 'string' ? message : expect.stringMatching(message),
    )
  })

  test.each([
    ...['http://127.0.0.1/', 'http://2130706433/', 'http://0x7f.1/', 'http://[::1]/'],
    ...['http://169.254.169.254/latest/meta-data', 'http://[::ffff:10.0.0.5]/', 'http://0/'],
  ])('%s, which is none of the public internet', async url => {
    expect(await messageOf(url, {})).toMatch(/, expected one on the public internet$/)
  })

  test('whose name has one such address among others', async () => {
    const resolve = () =>
      Promise.resolve([
        { address: '93.184.215.14', family: 4 },
        { address: '10.0.0.5', family: 4 },
      ])
    expect(await messageOf('https://report.example/', { resolve })).toBe(
      'Unexpected address 10.0.0.5 of report.example, expected one on the public internet',
    )
  })

  test('whose name is not known', async () => {
    const resolve = () => Promise.reject(Object.assign(new Error('no'), { code: 'ENOTFOUND' }))
    expect(await messageOf('https://report.example/', { resolve })).toBe(
      'Unexpected site report.example, expected one that has an address',
    )
  })

  test('where nobody answers', async () => {
    const { port } = await aSite(() => {})
    const closed = port === 65_535 ? port - 1 : port + 1
    expect(await messageOf(`http://127.0.0.1:${closed}/`)).toBe(
      'Missing answer of 127.0.0.1, expected the page',
    )
  })
})

describe('a redirection is refused', () => {
  const sentTo = async (location: string) => {
    const { origin } = await aSite((_, response) =>
      response.writeHead(302, { Location: location }).end(),
    )
    return messageOf(origin)
  }

  test.each([
    [
      'http://10.0.0.5/',
      'Unexpected address 10.0.0.5 of 10.0.0.5, expected one on the public internet',
    ],
    ['file:///etc/passwd', 'Unexpected redirection in file:, expected one in https: or http:'],
    ['http://a:b@127.0.0.1/', /^Unexpected name or password/],
    ['http://127.0.0.1:22/', 'Unexpected redirection to port 22 of 127.0.0.1, expected 80 or 443'],
    ['/', /^Unexpected redirection at .*, expected the page after 5 of them$/],
    ['http://[', /^Unexpected answer 302 Found of /],
  ])('to %s', async (location, message) => {
    expect(await sentTo(location)).toEqual(
      typeof message === 'string' ? message : expect.stringMatching(message),
    )
  })
})

test('a redirection from https to http is refused, and one to https is not', () => {
  const [plain, safe] = [new URL('http://report.example/'), new URL('https://report.example/')]
  expect(refuseRedirection(plain, safe, safe)?.message).toBe(
    'Unexpected redirection to http://report.example/, expected one in https: as https://report.example/',
  )
  expect(refuseRedirection(safe, plain, plain)).toBeUndefined()
})

describe('an answer is refused', () => {
  test('that is no page', async () => {
    const { origin } = await aSite((_, response) => response.writeHead(404).end('none'))
    expect(await messageOf(origin)).toBe(
      `Unexpected answer 404 Not Found of ${origin}/, expected the page`,
    )
  })

  test('of another type', async () => {
    const { origin } = await aSite((_, response) =>
      html(response, 'x', { 'Content-Type': 'image/png' }),
    )
    expect(await messageOf(origin)).toBe(
      `Unexpected image/png at ${origin}/, expected a web page, a PDF or a text`,
    )
  })

  test('without a type', async () => {
    const { origin } = await aSite((_, response) => response.end('x'))
    expect(await messageOf(origin)).toMatch(/^Missing type of what /)
  })

  const tooLarge = (origin: string) => `Unexpected size of ${origin}/, expected at most 10 MB`

  test('that says that it is too large', async () => {
    const { origin } = await aSite((_, response) =>
      html(response, 'x', { 'Content-Length': 11 * 1024 * 1024 }),
    )
    expect(await messageOf(origin)).toBe(tooLarge(origin))
  })

  test('that is too large and does not say so', async () => {
    const { origin } = await aSite((_, response) => {
      response.writeHead(200, { 'Content-Type': 'text/html' })
      const more = () => response.write('x'.repeat(1024 * 1024))
      response.on('drain', more)
      more()
    })
    expect(await messageOf(origin)).toBe(tooLarge(origin))
  })

  test('that is small and would be too large unpacked', async () => {
    const bomb = gzipSync(Buffer.alloc(40 * 1024 * 1024))
    expect(bomb.length).toBeLessThan(50_000)
    const { origin } = await aSite((_, response) =>
      html(response, bomb, { 'Content-Encoding': 'gzip' }),
    )
    expect(await messageOf(origin)).toBe(tooLarge(origin))
  })

  test('that is packed otherwise, or broken', async () => {
    const { origin } = await aSite(({ url }, response) =>
      html(response, 'no gzip', { 'Content-Encoding': url === '/a' ? 'gzip, gzip' : 'gzip' }),
    )
    expect(await messageOf(`${origin}/a`)).toMatch(/^Unexpected packing gzip, gzip of /)
    expect(await messageOf(`${origin}/b`)).toMatch(
      /^Unexpected end or fault in what 127.0.0.1 sent/,
    )
  })

  test.each([
    ['does not begin', () => {}],
    [
      'does not end',
      (response: ServerResponse) =>
        response.writeHead(200, { 'Content-Type': 'text/html' }).write('x'),
    ],
  ])('that %s in time', async (_, answer) => {
    const { origin } = await aSite((_, response) => void answer(response))
    expect(await messageOf(origin, { ...here, milliseconds: 200 })).toBe(
      'Missing answer of 127.0.0.1 after 0.2 seconds, expected the page',
    )
  })

  test('whose name takes for ever to look up', async () => {
    const resolve = () => new Promise<never>(() => {})
    expect(await messageOf('https://report.example/', { resolve, milliseconds: 50 })).toMatch(
      /^Missing answer of report.example after/,
    )
  })
})

test.each([
  ...[
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.8.8.8',
    '169.254.169.254',
    '172.31.0.1',
    '192.168.1.1',
  ],
  ...[
    '192.0.0.170',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    'fe80::1',
    'fe80::1%eth0',
  ],
  ...[
    'fc00::1',
    'fd00:ec2::254',
    'ff02::1',
    '::ffff:10.0.0.5',
    '::ffff:7f00:1',
    '64:ff9b::10.0.0.5',
  ],
  ...['2002:a00:5::', '2001:0:1::1', '2001:db8::1', '::10.0.0.5', 'localhost', ''],
])('%s is no address of the public internet', address => {
  expect(isPublic(address)).toBe(false)
})

test.each([
  ...['93.184.215.14', '172.32.0.1', '100.128.0.1', '8.8.8.8', '2606:4700::6810:84e5'],
  ...['2a00:1450:4009::1', '::ffff:8.8.8.8', '64:ff9b::8.8.8.8'],
])('%s is one', address => {
  expect(isPublic(address)).toBe(true)
})
