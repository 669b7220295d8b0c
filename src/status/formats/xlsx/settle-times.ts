const END = 0x06054b50
const ENTRY = 0x02014b50
/** Noon of 1 January 1980, the first day that a zip file knows: its time, then its date. */
const NOON = 12 << 11
const FIRST_DAY = (1 << 5) | 1

/** Puts one and the same time in place of that at which each part was packed: APPNOTE 4.3.7, 4.3.12. */
export function settleTimes(zip: Uint8Array): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  const settle = (at: number): void => {
    view.setUint16(at, NOON, true)
    view.setUint16(at + 2, FIRST_DAY, true)
  }
  const end = zip.length - 22
  if (view.getUint32(end, true) !== END) throw new Error('The workbook ends in a remark')
  let entry = view.getUint32(end + 16, true)
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (view.getUint32(entry, true) !== ENTRY) throw new Error('The workbook lists no part there')
    settle(entry + 12)
    settle(view.getUint32(entry + 42, true) + 10)
    entry += 46 + [28, 30, 32].reduce((sum, at) => sum + view.getUint16(entry + at, true), 0)
  }
  return zip
}
