import { describe, expect, test } from 'vitest'
import { checkPicture, readPicture } from '../../src/model/picture.ts'
import { specimenLogo, specimenSignature } from '../specimen-tree.ts'
import { aJpeg, anSvg, aPng, PNG_SIGNATURE, pngChunk } from './pictures.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)
const read = async (bytes: Uint8Array, name = 'logo.png') => {
  const picture = await readPicture(name, bytes)
  const checked = await checkPicture(name, bytes)
  if ('refusal' in picture) return picture.refusal
  expect(checked).toBeUndefined()
  return picture.media
}
const drawn = async (content: string, attributes?: string) => {
  const media = await read(anSvg(content, attributes), 'logo.svg')
  if (typeof media === 'string' || media.kind !== 'svg') throw new Error(JSON.stringify(media))
  return { ...media, source: new TextDecoder().decode(media.bytes) }
}

describe('a PNG', () => {
  test('is known by its content, whatever its name', async () => {
    const bytes = aPng()
    expect(await read(bytes, 'logo.jpg')).toEqual({ kind: 'png', width: 4, height: 3, bytes })
  })
  test('of a real signature is read whole', async () => {
    const { bytes } = specimenSignature()
    expect(await read(bytes)).toEqual(specimenSignature())
  })
  test('cut off at any byte is refused', async () => {
    const bytes = aPng()
    for (let length = 1; length < bytes.length; length++)
      expect(await read(bytes.slice(0, length))).toMatch(/^Unexpected /)
  })
  test('with a changed byte is refused', async () => {
    const bytes = aPng()
    bytes[45] = (bytes[45] ?? 0) ^ 1
    expect(await read(bytes)).toBe(
      'Unexpected damage in logo.png, its checksums do not agree, expected a whole PNG',
    )
  })
  test('with fewer rows than it says is refused', async () => {
    expect(await read(aPng({ height: 9, rows: 3 }))).toContain('rows of pixels are missing')
  })
  test('in Adam7 order is counted by its passes', async () => {
    // 1 × 1 has one pass alone, so that its pixels are those of a plain one.
    expect(await read(aPng({ width: 1, height: 1, interlace: 1 }))).toMatchObject({ width: 1 })
    expect(await read(aPng({ interlace: 1, rows: 3 }))).toContain('rows of pixels are missing')
    expect(await read(aPng({ interlace: 2 }))).toContain('its colours are of no known kind')
  })
  test('of colours by number needs its palette', async () => {
    expect(await read(aPng({ colour: 3 }))).toContain('its palette is missing')
    expect(await read(aPng({ colour: 5 }))).toContain('its colours are of no known kind')
    expect(await read(aPng({ colour: 2, depth: 4 }))).toContain('its colours are of no known kind')
  })
  test('without a size is refused', async () => {
    expect(await read(aPng({ width: 0 }))).toBe(
      'Unexpected size of logo.png, 0 × 3 pixels, expected a picture with a size',
    )
  })
  test.each([
    [12_001, 1],
    [11_000, 11_000],
  ])('of %d by %d pixels is refused before it is unpacked', async (width, height) => {
    expect(await read(aPng({ width, height, rows: 1 }))).toMatch(/^Unexpected size of logo\.png/)
  })
  test('with pixels that do not unpack is refused', async () => {
    const header = [0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]
    const chunks = [...pngChunk('IHDR', ...header), ...pngChunk('IDAT', 1, 2, 3)]
    const bytes = Uint8Array.from([...PNG_SIGNATURE, ...chunks, ...pngChunk('IEND')])
    expect(await read(bytes)).toContain('rows of pixels are missing')
  })
})

describe('a JPEG', () => {
  test.each([
    ['baseline', 0xc0],
    ['extended', 0xc1],
    ['progressive', 0xc2],
  ])('is read when it is %s', async (_, frame) => {
    const bytes = aJpeg({ frame, width: 300, height: 200 })
    expect(await read(bytes, 'a.png')).toEqual({ kind: 'jpeg', width: 300, height: 200, bytes })
  })
  test('of grey is read', async () => {
    expect(await read(aJpeg({ components: 1 }))).toMatchObject({ kind: 'jpeg' })
  })
  test.each([
    ['CMYK colours', { components: 4 }],
    ['rare kind of JPEG', { frame: 0xc3 }],
    ['rare kind of JPEG', { frame: 0xc9 }],
    ['rare kind of JPEG', { depth: 12 }],
    ['note that the picture is to be turned', { orientation: 6 }],
    ['size', { width: 0 }],
  ])('with %s is refused: not every program shows it alike', async (what, changes) => {
    expect(await read(aJpeg(changes), 'a.jpg')).toMatch(new RegExp(`^Unexpected ${what} `))
  })
  test('that says it stands upright is read', async () => {
    expect(await read(aJpeg({ orientation: 1 }))).toMatchObject({ width: 4, height: 3 })
  })
  test('cut off at any byte is refused', async () => {
    const bytes = aJpeg({ orientation: 1 })
    for (let length = 1; length < bytes.length; length++)
      expect(await read(bytes.slice(0, length))).toMatch(/^Unexpected /)
  })
})

describe('what is no picture', () => {
  test.each([
    ['empty file', ''],
    ['text', 'This is a letter'],
    ['text', '<!DOCTYPE html><html><svg></svg></html>'],
    ['pointer to a file of Git LFS', 'version https://git-lfs.github.com/spec/v1\noid sha256:0'],
    ['GIF', 'GIF89a'],
    ['PDF', '%PDF-1.7'],
    ['WebP', 'RIFF1234WEBP'],
    ['TIFF', 'II*\0'],
    ['HEIC photograph', '\0\0\0\x18ftypheic'],
    ['zip archive or Office document', 'PK\x03\x04'],
    ['data of no known kind', '\x01\x02\x03'],
  ])('is refused by what it is: %s', async (what, content) => {
    const refusal = await read(bytesOf(content))
    expect(refusal).toContain(`Unexpected ${what}`)
    expect(refusal).toMatch(/logo\.png, expected a PNG, JPEG or SVG picture$/)
  })
  test('of more than 20 MB is refused', async () => {
    expect(await read(new Uint8Array(21 * 1024 * 1024))).toBe(
      'Unexpected size of logo.png, 21 MB, expected at most 20 MB',
    )
  })
})

describe('an SVG', () => {
  test('is drawn as shapes, with a PNG of three times its size or what print needs', async () => {
    const media = await drawn('<rect width="30" height="20" fill="#1d4f5f"/>')
    expect(media).toMatchObject({ width: 30, height: 20 })
    expect(media.source).toContain('<path fill="#1d4f5f"')
    expect(await read(media.png)).toMatchObject({ kind: 'png', width: 300, height: 200 })
    const wide = await drawn('<rect width="9" height="9"/>', 'width="200" height="100"')
    expect(await read(wide.png)).toMatchObject({ width: 600, height: 300 })
  })
  test('of a real logo gives the same bytes every time', async () => {
    const first = await read(specimenLogo().bytes)
    expect(first).toMatchObject({ kind: 'svg', width: 112, height: 112 })
    expect(await read(specimenLogo().bytes)).toEqual(first)
  })
  test('survives the way to a worker', async () => {
    const media = await drawn('<rect width="30" height="20"/>')
    expect(structuredClone(media)).toEqual(media)
  })
  test.each([
    ['Arial, Helvetica, sans-serif'],
    ['Calibri'],
    ["'Times New Roman'"],
    ['Gotham, Arial'],
  ])('has its lettering in %s turned into paths', async family => {
    const source = `<text x="2" y="15" font-size="9" font-family="${family}">Tŷ</text>`
    const media = await drawn(source)
    expect(media.source).not.toMatch(/<text|font|Tŷ/)
    expect(media.source.length).toBeGreaterThan((await drawn('')).source.length + 300)
  })
  test('takes bold, and families of a style sheet, as they are asked for', async () => {
    const plain = await drawn('<text y="15" font-family="Arial">WP</text>')
    const bold = await drawn('<text y="15" font-family="Arial" font-weight="700">WP</text>')
    const style = '<style>.a{font-family:"Arial";font-weight:bold}</style>'
    const styled = await drawn(`${style}<text y="15" class="a">WP</text>`)
    expect(bold.source).not.toBe(plain.source)
    expect(styled.source).toBe(bold.source)
  })
  test('with lettering that no font at hand has is refused', async () => {
    expect(await read(anSvg('<text y="9" font-family="Gotham">WP</text>'), 'logo.svg')).toBe(
      'Unexpected lettering in the font Gotham in logo.svg, expected outlines, or Arial, Calibri or Times New Roman',
    )
    const short = '<text y="9" style="font: bold 16px Arial">WP</text>'
    expect(await read(anSvg(short))).toMatch(/^Unexpected short form of a font/)
    const long = `<text y="9" font-family="Arial">${'a'.repeat(1001)}</text>`
    expect(await read(anSvg(long))).toMatch(/^Unexpected length of the lettering/)
    expect(await read(anSvg('<text y="9" font-family="Arial">警察</text>'))).toMatch(
      /^Unexpected character in the lettering "警察"/,
    )
  })
  test('without lettering may name any font', async () => {
    expect((await drawn('<g font-family="Gotham"><path d="M0 0h9v9z"/></g>')).kind).toBe('svg')
  })
  test('takes its size from its viewBox, or from units of length', async () => {
    const box = 'viewBox="0 0 40 20"'
    expect(await drawn('', box)).toMatchObject({ width: 40, height: 20 })
    expect(await drawn('', `width="100%" height="100%" ${box}`)).toMatchObject({ width: 40 })
    expect(await drawn('', `width="80" ${box}`)).toMatchObject({ width: 80, height: 40 })
    expect(await drawn('', 'width="1in" height="72pt"')).toMatchObject({ width: 96, height: 96 })
  })
  test.each([
    [''],
    ['width="0" height="0"'],
    ['width="9"'],
    ['viewBox="0 0 0 0"'],
    ['width="-1" height="2"'],
  ])('without a size is refused: %s', async attributes => {
    expect(await read(anSvg('', attributes))).toMatch(/^Unexpected drawing without a size/)
  })
  test('of a huge size is refused', async () => {
    expect(await read(anSvg('', 'width="90000" height="20"'))).toMatch(/^Unexpected size/)
  })
  test('opened by a DOCTYPE that declares nothing is read', async () => {
    const doctype =
      '<?xml version="1.0"?>\n<!-- a logo -->\n<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">\n'
    const bytes = bytesOf(doctype + new TextDecoder().decode(anSvg('<rect width="9" height="9"/>')))
    expect(await read(bytes)).toMatchObject({ kind: 'svg' })
  })
  test('may hold a picture of its own', async () => {
    const data = Buffer.from(aPng()).toString('base64')
    const image = (of: string) => `<image width="9" height="9" href="data:image/png;base64,${of}"/>`
    expect((await drawn(image(data))).source).toContain('data:image/png;base64,')
    expect(await read(anSvg(image(data.slice(0, 40))))).toMatch(/^Unexpected damaged picture/)
  })
  const shape = '<path id="a" d="M0 0h9v9z"/>'
  const doubling = Array.from(
    { length: 30 },
    (_, i) => `<g id="g${i + 1}"><use href="#g${i}"/><use href="#g${i}"/></g>`,
  ).join('')
  test.each([
    ['script', '<script>alert(1)</script>'],
    ['script', '<x:script xmlns:x="http://www.w3.org/2000/svg">1</x:script>'],
    ['script (onload)', '<g onload="alert(1)"/>'],
    ['script (ONCLICK)', '<g ONCLICK="alert(1)"/>'],
    ['content of another kind (foreignObject)', '<foreignObject/>'],
    ['animation', '<animate/>'],
    ['filter', '<filter id="f"/>'],
    ['reference to something outside', '<image href="https://a.example/a.png"/>'],
    ['reference to something outside', '<image xlink:href="file:///etc/passwd"/>'],
    ['reference to something outside', '<use href="other.svg#a"/>'],
    ['reference to something outside', '<a href="javascript:alert(1)"/>'],
    ['reference to something outside', '<image href="data:image/svg+xml;base64,AAAA"/>'],
    ['reference to something outside', '<g fill="url( &quot;https://a.example/#a&quot;)"/>'],
    ['reference to something outside', '<style>@import "a.css";</style>'],
    ['reference to something outside', '<style>a{fill:url(//a.example)}</style>'],
    ['picture that is no PNG or JPEG', '<image href="data:image/png;base64,PHN2Zz4="/>'],
    ['number of shapes', `<g id="g0">${shape}</g>${doubling}`],
    ['number of shapes', '<g id="a"><use href="#a"/></g>'],
    ['number of shapes', '<pattern id="p"><rect fill="url(#p)"/></pattern>'],
    ['control characters', '<g id="\u001b[2J"/>'],
    ['damage', '<g>'],
    ['damage', '<g></h>'],
    ['damage', '<g a="1" a="2"/>'],
    ['damage', '<g a=1/>'],
    ['damage', '&bomb;'],
    ['damage', '&#0;'],
    ['damage', '<!-- a -- b -->'],
    ['damage', '<g>'.repeat(60) + '</g>'.repeat(60)],
  ])('with %s is refused: %s', async (what, content) => {
    expect(await read(anSvg(content))).toContain(`Unexpected ${what}`)
  })
  test('with entities of its own is refused', async () => {
    const bomb = '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><svg>&b;</svg>'
    expect(await read(bytesOf(bomb))).toMatch(/^Unexpected declarations of entities/)
  })
  test('in another encoding, or of no SVG namespace, is refused', async () => {
    expect(await read(Uint8Array.from([...bytesOf('<svg>'), 0xff]))).toContain('no UTF-8')
    expect(await read(bytesOf('<svg width="9" height="9"/>'))).toContain('Unexpected <svg>')
  })
})

test('no change of a byte makes reading throw', async () => {
  const samples = [
    aPng({ width: 20, height: 20 }),
    aJpeg({ orientation: 3 }),
    anSvg('<style>a{fill:red}</style><text y="9" font-family="Arial">A&amp;</text>'),
  ]
  let seed = 7
  const random = (below: number) => (seed = (seed * 48271) % 2147483647) % below
  for (const sample of samples)
    for (let round = 0; round < 300; round++) {
      const bytes = sample.slice()
      for (let change = 0; change < 3; change++) bytes[random(bytes.length)] = random(256)
      await expect(readPicture('a', bytes)).resolves.toBeTypeOf('object')
    }
})
