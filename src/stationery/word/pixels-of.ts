/** Width and height of a PNG, JPEG, GIF or BMP, by its header alone. */
export function pixelsOf(bytes: Uint8Array): { width: number; height: number } | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (bytes.length < 26) return undefined
  const [first, second] = bytes
  if (first === 0x89 && second === 0x50)
    return { width: view.getUint32(16), height: view.getUint32(20) }
  if (first === 0x47 && second === 0x49)
    return { width: view.getUint16(6, true), height: view.getUint16(8, true) }
  if (first === 0x42 && second === 0x4d)
    return { width: Math.abs(view.getInt32(18, true)), height: Math.abs(view.getInt32(22, true)) }
  if (first === 0xff && second === 0xd8) return pixelsOfJpeg(view)
  return undefined
}

/** In its frame header (ITU T.81, B.2.2). */
function pixelsOfJpeg(view: DataView): { width: number; height: number } | undefined {
  for (let at = 2; at + 9 < view.byteLength;) {
    if (view.getUint8(at) !== 0xff) return undefined
    const marker = view.getUint8(at + 1)
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2)
  }
  return undefined
}
