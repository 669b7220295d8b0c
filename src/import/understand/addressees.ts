/** Whom the opening words of a recommendation address, where that is not the one force of the report. */
export function addresseesIn(words: string): string[] | undefined {
  const opening = OPENING.exec(words)?.[1]
  if (opening === undefined) return undefined
  const [named = ''] = opening.split(
    /,? (?:working|together|in (?:conjunction|consultation|collaboration|partnership)|with (?:the )?(?:support|help|input))\b/i,
  )
  const names = partNames(named)
    .map(name =>
      name
        .replace(/^(?:and|the)\s+/i, '')
        .replace(/^(?:all|every|each)\s+(?:the\s+)?/i, '')
        .trim(),
    )
    .filter(name => name !== '')
  if (names.length === 0 || names.some(name => FORCE.test(name) || name.split(' ').length > 14))
    return undefined
  return names
}

const OPENING =
  /^(?:(?:by|within|before|no later than) [^,:]{3,60}?,? |(?:immediately|with immediate effect|as soon as possible|urgently),? )?(?:we recommend (?:that|to) )?((?:all |the |every |each )?(?:chief (?:constables?|officers?)|(?:police )?forces|home (?:office|secretary)|college of policing|national|npcc|nca\b|npps|police (?:and crime|, fire)|pccs?|association|ministry|department|crown|cps\b|ofsted|care quality|directors of|youth justice|local policing bodies|hm |his majesty|regional).{0,200}?),? (?:should|must|needs? to)\b/i

/** One force, which the report is on. */
const FORCE =
  /^(?:force|constabulary|it|they|chief constable|[a-z]+(?: [a-z&]+)? (?:police|constabulary))$/i

/** At commas and "and", but for the names that have these themselves. */
function partNames(words: string): string[] {
  const kept = words.replace(WHOLE, name =>
    name.replace(/,/g, '\u0001').replace(/ and /gi, '\u0002'),
  )
  return kept
    .split(/,\s*(?:and\s+)?|\s+and\s+/i)
    .map(name => name.replaceAll('\u0001', ',').replaceAll('\u0002', ' and ').trim())
}
const WHOLE =
  /police,? (?:fire )?and crime (?:commissioners?|panels?)|police, fire and crime commissioners?|fire and rescue|\b(?:lead|leads) for [^,]+?(?= and (?:the|all|chief)\b|,|$)|home office and ministry|[a-z]+ and [a-z]+ (?:police|constabulary)/gi
