import { BUILT_IN } from '../../model/address-book.ts'
import type { Addressee } from '../../model/response.ts'
import type { Finding, Rule } from '../rule.ts'

const POSTCODE =
  /(?<![\p{L}\p{N}])(?:[A-Z]{1,2}\d[A-Z\d]?[ \u00a0]?\d[A-Z]{2}|GIR ?0AA|BFPO ?\d{1,4})(?![\p{L}\p{N}])/iu
/** Meant as one: "CV34 4S", "CV34 4SPP", "CV34 OSP". */
const NEARLY =
  /(?<![\p{L}\p{N}])[A-Z]{1,2}\d{1,3}[A-Z]?[ \u00a0]{1,3}[\dOIL]{0,2}[A-Z]{1,3}(?![\p{L}\p{N}])/iu

export const incompleteAddress: Rule = {
  id: 'incomplete-address',
  severity: 'warning',
  title: 'Addresses are complete, with the postcode in the last line',
  source: 'Practice: Royal Mail, how to address mail; a window envelope shows what is typed',
  *check({ office, letter }) {
    const words = sayLacking(office.address, "the office's address")
    if (words) yield { at: { office: ['address'] }, ...words }
    for (const addressee of letter.to) {
      if (addressee.email !== undefined || isBuiltIn(addressee)) continue
      const lines = addressee.lines.flatMap(line => line.split(/,\s*/)).filter(Boolean)
      const told = sayLacking(lines, `the address of ${lines[0] ?? 'the addressee'}`)
      if (told) yield { at: addressee.at, ...told }
    }
  },
}

/** Entries that come with the product are as they should be: HMICFRS gets its copies by email. */
const isBuiltIn = ({ lines }: Addressee): boolean =>
  Object.values(BUILT_IN).some(entry => JSON.stringify(entry.lines) === JSON.stringify(lines))

function sayLacking(
  lines: readonly string[],
  address: string,
): Pick<Finding, 'message' | 'hint'> | undefined {
  const last = lines.at(-1) ?? ''
  if (POSTCODE.test(last))
    return lines.length > 1
      ? undefined
      : {
          message: `Unexpected single line of ${address}, expected a line each for the street, the town and the postcode`,
        }
  const nearly = NEARLY.exec(last)?.[0]
  if (nearly !== undefined)
    return {
      message: `Unexpected postcode "${nearly}" of ${address}, expected one of the shape SW1P 4DF`,
    }
  return {
    message: `Missing postcode in the last line of ${address}, expected one of the shape SW1P 4DF`,
    ...(lines.some(line => POSTCODE.test(line)) && { hint: 'Nothing follows the postcode.' }),
  }
}
