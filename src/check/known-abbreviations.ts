/** What every reader of a letter knows. An office adds its own by spelling them out once in office.yaml. */
const KNOWN = [
  'AI AM BBC BFPO BST CBE CCTV CD COVID DBE DL DNA DVD EU FAQ GB GMT GP GPS HM HMIC HMICFRS HMIP ICT ID IT',
  'ITV JP KC KCMG KPM MBE MOT MP MPS MS NHS OBE OK PDF PEEL PIN PM PO QC QPM TD TV UK UN URL US USA VAT VIP',
  // Ranks, which stand before a name.
  'ACC CC DC DCC DCI DCS DI DS PC PS',
  // Placeholders, which have a rule of their own.
  'TBA TBC TODO XX XXX',
  // Words that are typed in capitals for emphasis, and the colours of a status.
  'ALL AMBER AND ANY BLUE BOTH FOR GOOD GREEN MUST NEVER NO NONE NOT ONLY OR RED THE WHITE WILL YELLOW YES',
]

export const knownAbbreviations: ReadonlySet<string> = new Set(KNOWN.join(' ').split(' '))

const ROMAN = /^(?:X{0,3})(?:IX|IV|V?I{0,3})$/
/** "NS1", "SW1P", "CV34": the first half of a postcode; "PCC19": of a reference. */
const NUMBERED = /^[A-Z]{1,3}\d+[A-Z]?$/

export const isKnownToAll = (word: string): boolean =>
  knownAbbreviations.has(word) || ROMAN.test(word) || NUMBERED.test(word)
