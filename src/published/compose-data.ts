import { wordsOf } from '../document/words.ts'
import { withoutComma } from '../model/address-book.ts'
import type {
  InspectionResponse,
  Item,
  JointAnswer,
  LetterText,
  Section,
} from '../model/response.ts'
import { itemLabel } from '../wording/labels.ts'
import { composeLetterText } from '../wording/letter-text.ts'
import { letterOf } from '../wording/compose-letter.ts'
import type { Letter } from '../wording/letter.ts'
import type { WordingSet } from '../wording/wording.ts'
import type { EntryData, LetterData, SectionData } from './letter-data-schema.ts'
import { toMarkdown, unwrap } from '../document/markdown.ts'
import {
  given,
  publishAction,
  publishItem,
  publishJoint,
  publishSection,
  publishText,
} from './published-parts.ts'

/**
 * The letter as plain data, its keys in the schema's order. `title`: the document's. Grades, positions and
 * statuses are in the letter's words; what a draft still lacks is absent.
 */
export function composeData(
  response: InspectionResponse,
  set: WordingSet,
  title: string,
): LetterData {
  const letter = letterOf(response, set)
  const { office, publication, chief_officer } = response
  const { body, address, telephone, email, website } = office
  const isPublished = Object.keys(publication).length > 0
  return {
    $schema: 'urn:section55:letter',
    title,
    language: response.language,
    status: response.status,
    body: {
      title: body.title,
      ...given('short', body.short === body.title ? undefined : body.short),
      ...given('area', body.area || undefined),
    },
    force: office.force,
    office: {
      name: office.office,
      address,
      ...given('telephone', telephone),
      ...given('email', email),
      ...given('website', website),
    },
    report: reportData(response),
    letter: letterData(letter),
    ...(isPublished && {
      publication: {
        ...given('published', publication.published),
        ...given('url', publication.url),
        ...given('sent', publication.sent),
      },
    }),
    ...given('comments', textData(letter, response.comments)),
    ...given('reply', textData(letter, response.reply)),
    chief_officer: {
      title: chief_officer.title,
      ...given('introduction', textData(letter, chief_officer.introduction)),
      ...given('conclusion', textData(letter, chief_officer.conclusion)),
    },
    actions: response.actions.map(action => {
      const { text, ...rest } = publishAction(letter, action)
      return { text: unwrap(text), ...rest }
    }),
    sections: response.sections.map(section => sectionData(letter, section)),
  }
}

/** The same bytes for the same letter. */
export const writeData = (data: LetterData): Uint8Array =>
  new TextEncoder().encode(`${JSON.stringify(data, null, 2)}\n`)

function reportData({ report }: InspectionResponse): LetterData['report'] {
  const { title, inspectorates, kind, published, url, basis, scale } = report
  return {
    title,
    inspectorates,
    kind: kind as LetterData['report']['kind'],
    ...given('published', published),
    ...given('url', url),
    basis,
    scale,
  }
}

function letterData({ response, wording }: Letter): LetterData['letter'] {
  const { date, our_ref, your_ref, to, copies, subject, salutation, signatory } = response.letter
  const { sign_off, is_formal } = response.letter
  return {
    ...given('date', date),
    ...given('our_ref', our_ref),
    ...given('your_ref', your_ref),
    to: to.map(({ lines, email }) => ({ lines, ...given('email', email) })),
    copies: copies.map(({ value }) => value),
    ...given('subject', subject),
    ...given('salutation', salutation),
    sign_off: withoutComma(
      wordsOf(wording.inlines('sign-off', { sign_off, formal: is_formal }), ' '),
    ),
    ...(signatory && {
      signed_by: {
        name: signatory.name,
        titles: signatory.titles,
        ...given('on_behalf_of', signatory.on_behalf_of),
      },
    }),
  }
}

/** As typed, a paragraph a line; what is computed, as the letter has it. */
function textData(letter: Letter, text: LetterText | undefined): string | undefined {
  const parts = (text?.blocks ?? []).map(block =>
    block.type === 'text'
      ? unwrap(publishText(block.text))
      : toMarkdown(composeLetterText(letter, { at: block.at, blocks: [block] })),
  )
  return parts.filter(Boolean).join('\n\n') || undefined
}

function sectionData(letter: Letter, section: Section): SectionData {
  const { id, title, question, grade, previous } = publishSection(section, letter.response)
  const { vocabulary } = letter.wording
  return {
    id,
    title,
    ...given('question', question),
    ...given('grade', grade && vocabulary.word(grade)),
    ...given('previous', previous && vocabulary.word(previous)),
    ...given('introduction', textData(letter, section.introduction)),
    items: section.items.map(entry => entryData(letter, entry)),
    sections: section.sections.map(inner => sectionData(letter, inner)),
  }
}

function entryData(letter: Letter, entry: Item | JointAnswer): EntryData {
  if (entry.kind === 'answers') {
    const { id, title, answers, update, comment } = publishJoint(entry)
    return {
      id,
      kind: 'answers',
      ...given('title', title),
      answers,
      ...given('update', update && unwrap(update)),
      ...given('comment', comment && unwrap(comment)),
    }
  }
  if (entry.kind !== 'cause_of_concern') return itemData(letter, entry, entry.kind, undefined)
  const lead = entry.lead?.value
  return {
    ...itemData(letter, entry, entry.kind, lead),
    ...given('lead', lead),
    recommendations: entry.recommendations.map(item =>
      itemData(letter, item, 'recommendation', lead),
    ),
  }
}

function itemData<K extends Item['kind']>(
  letter: Letter,
  item: Item,
  kind: K,
  lead: string | undefined,
) {
  const { wording } = letter
  const {
    number,
    title,
    words,
    for: addressees,
    lead: own,
    withheld,
    ...answer
  } = publishItem(letter, item, lead)
  const { deadline, position, reason, update, comment, status, owner, target, evidence } = answer
  const elsewhere = withheld ? [] : item.answered_by.map(({ id }) => id)
  return {
    id: item.id,
    kind,
    label: wordsOf(itemLabel(letter, item), ' '),
    ...given('number', number),
    ...given('title', title),
    ...given('lead', kind === 'cause_of_concern' ? undefined : own),
    words: unwrap(words),
    ...given('for', addressees),
    ...given('withheld', withheld),
    ...given('deadline', deadline && { words: deadline.words, ...given('day', deadline.day) }),
    ...given('position', position && wording.vocabulary.word(position)),
    ...given('reason', reason),
    ...given('update', update && unwrap(update)),
    ...given('comment', comment && unwrap(comment)),
    ...given('status', status && wording.vocabulary.word(status)),
    ...given('owner', owner),
    ...given('target', target),
    ...given('evidence', evidence),
    ...given('answered_under', elsewhere.length > 0 ? elsewhere : undefined),
  }
}
