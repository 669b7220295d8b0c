/** A copy of Word stationery that says where the letter goes. */
export function prepareWord(
  bytes: Uint8Array,
): { bytes: Uint8Array; where: string } | { refusal: string } {
  return { refusal: `Unexpected ${bytes.length} bytes, expected the part that prepares them` }
}
