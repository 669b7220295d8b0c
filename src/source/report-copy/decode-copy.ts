import { startsWith } from '../decode-text.ts'

/**
 * A saved page as text. Browsers and old editors save in Windows-1252 as well, in which every byte is a
 * character; nothing where the bytes are no text in any of them.
 */
export function decodeCopy(bytes: Uint8Array): string | undefined {
  const utf16 = startsWith(bytes, [0xff, 0xfe]) ? 'utf-16le' : undefined
  const encoding = utf16 ?? (startsWith(bytes, [0xfe, 0xff]) ? 'utf-16be' : undefined)
  if (encoding) return new TextDecoder(encoding).decode(bytes)
  if (bytes.subarray(0, 4096).includes(0)) return undefined
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return fromWindows1252(bytes)
  }
}

/** The characters 0x80 to 0x9f; Node's own decoder of that name takes them for those of Latin-1. */
const OWN = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'

const fromWindows1252 = (bytes: Uint8Array): string =>
  new TextDecoder('latin1')
    .decode(bytes)
    .replace(/[\u0080-\u009f]/g, sign => OWN.charAt(sign.charCodeAt(0) - 0x80))
