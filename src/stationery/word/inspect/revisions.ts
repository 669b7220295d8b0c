import type { Finding } from '../../finding.ts'
import { paragraphAround, placeIn } from '../read-word.ts'
import type { Story, WordStationery } from '../read-word.ts'
import { attributeOf, childOf, elementsNamed, isOn, textOf } from '../../../office-file/xml.ts'
import type { XmlElement } from '../../../office-file/xml.ts'

const tracked = ['w:ins', 'w:del', 'w:moveFrom', 'w:moveTo', 'w:rPrChange', 'w:pPrChange']
tracked.push('w:sectPrChange', 'w:tblPrChange', 'w:trPrChange', 'w:tcPrChange', 'w:numberingChange')

/** Where the paragraph around an element stands. */
export function placeAround(story: Story, element: XmlElement): string {
  const paragraph = paragraphAround(story, element)
  return paragraph ? placeIn(story, paragraph) : story.name || 'the page'
}

/** Every letter would go out with them, and with the names of those who made them. */
export function inspectRevisions(stationery: WordStationery): Finding[] {
  const findings: Finding[] = []
  for (const story of stationery.stories) {
    const [change] = elementsNamed(story.part.root, ...tracked)
    if (change)
      findings.push({
        severity: 'error',
        message: 'Unexpected tracked changes, expected a file in which all are accepted',
        hint: 'In Word: Review, Accept, Accept All Changes and Stop Tracking',
        where: placeAround(story, change),
      })
    const [comment] = elementsNamed(story.part.root, 'w:commentReference', 'w:commentRangeStart')
    if (comment)
      findings.push({
        severity: 'error',
        message: 'Unexpected comments, expected a file without',
        hint: 'In Word: Review, Delete, Delete All Comments in Document',
        where: placeAround(story, comment),
      })
  }
  return [...findings, ...inspectSettings(stationery)]
}

function inspectSettings({ paths, xml }: WordStationery): Finding[] {
  const root = paths.settings === undefined ? undefined : xml(paths.settings)?.root
  const findings: Finding[] = []
  if (childOf(root, 'w:mailMerge'))
    findings.push({
      severity: 'error',
      message:
        'Unexpected mail merge, expected an ordinary document: Word would look for its list of addresses',
      hint: 'In Word: Mailings, Start Mail Merge, Normal Word Document, and save',
    })
  if (isOn(childOf(root, 'w:trackRevisions')))
    findings.push({
      severity: 'warning',
      message:
        'Unexpected tracking of changes, expected it to be off: what is typed into the letter is marked',
      hint: 'In Word: Review, Track Changes',
    })
  const protection = childOf(root, 'w:documentProtection')
  if (['1', 'true', 'on'].includes(attributeOf(protection, 'w:enforcement') ?? ''))
    findings.push({
      severity: 'warning',
      message:
        'Unexpected restriction of editing, expected none: nobody could change the letter in Word',
      hint: 'In Word: Review, Restrict Editing, Stop Protection',
    })
  return findings
}

const fetching = /^\s*(DDEAUTO|DDE|INCLUDEPICTURE|INCLUDETEXT|LINK|IMPORT|DATABASE|RD)\b/i
const clock = /^\s*(DATE|TIME|SAVEDATE|CREATEDATE|PRINTDATE)\b/i

/** What Word puts in by itself when the letter is opened or printed. */
export function inspectFields({ stories }: WordStationery): Finding[] {
  return stories.flatMap(story =>
    fieldsOf(story).flatMap(({ element, instruction }): Finding[] => {
      const where = placeAround(story, element)
      const name = instruction.trim().split(/\s/)[0] ?? ''
      if (fetching.test(instruction))
        return [
          {
            severity: 'error',
            message: `Unexpected field that fetches something from elsewhere (${name}), expected everything in the file itself`,
            hint: 'In Word: click on it and press Ctrl+Shift+F9, which keeps what it shows',
            where,
          },
        ]
      if (clock.test(instruction))
        return [
          {
            severity: 'warning',
            message: `Unexpected date that Word changes by itself (${name}), expected the date of the letter`,
            hint: 'Type {{date}} in its place',
            where,
          },
        ]
      return []
    }),
  )
}

/** The instruction of each field; Word may split it over runs. */
export function fieldsOf({ part }: Story): { element: XmlElement; instruction: string }[] {
  const fields = elementsNamed(part.root, 'w:fldSimple').map(element => ({
    element,
    instruction: attributeOf(element, 'w:instr') ?? '',
  }))
  let begun = false
  for (const element of elementsNamed(part.root, 'w:fldChar', 'w:instrText')) {
    if (element.name === 'w:fldChar') {
      begun = attributeOf(element, 'w:fldCharType') === 'begin'
      if (begun) fields.push({ element, instruction: '' })
    } else if (begun) fields.at(-1)!.instruction += textOf(part, element)
  }
  return fields
}
