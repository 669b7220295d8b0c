import { Document, Scalar } from 'yaml'
import type { Node } from 'yaml'
import { textsIn } from '../document/words.ts'
import type { DocumentTree } from '../document/tree.ts'
import { readReceives } from '../model/address-book.ts'
import { SCALES } from '../model/read-report.ts'
import type {
  InspectionResponse,
  Item,
  JointAnswer,
  LetterText,
  Section,
  Text,
} from '../model/response.ts'
import { letterOf } from '../wording/compose-letter.ts'
import type { Letter } from '../wording/letter.ts'
import type { WordingSet } from '../wording/wording.ts'
import { toMarkdown } from '../document/markdown.ts'
import {
  given,
  publishAction,
  publishItem,
  publishJoint,
  publishSection,
  publishText,
} from './published-parts.ts'
import type { PublishedDeadline } from './published-parts.ts'

/**
 * A response.yaml from which the same office builds the same letter, in one file and one language, made
 * from what the letter prints: without comments, notes, waivers, history, and what is withheld. `tree`: the
 * letter itself.
 */
export function publishedYaml(
  response: InspectionResponse,
  set: WordingSet,
  tree: DocumentTree,
): string {
  const letter = letterOf(response, set)
  const { office, status, language, publication, chief_officer, actions, sections } = response
  const values = {
    office: office.key,
    status,
    language,
    report: reportOf(response),
    ...filled('publication', {
      ...given('published', publication.published),
      ...given('url', publication.url),
      ...given('sent', publication.sent),
    }),
    letter: letterKeys(response, tree),
    ...given('comments', textOf(response.comments)),
    ...filled('chief_officer', {
      ...given('introduction', textOf(chief_officer.introduction)),
      ...given('conclusion', textOf(chief_officer.conclusion)),
    }),
    ...given('reply', textOf(response.reply)),
    ...filled(
      'actions',
      actions.map(action => {
        const { text, answers, ...rest } = publishAction(letter, action)
        return { text: block(text), ...rest, ...filled('answers', answers) }
      }),
    ),
    ...filled(
      'sections',
      sections.map(section => sectionOf(letter, section)),
    ),
  }
  // Values are read as typed, so that none needs marks to be told from a number or a flag.
  const document = new Document(values, { schema: 'failsafe', aliasDuplicateObjects: false })
  return document.toString({ lineWidth: 0, flowCollectionPadding: false })
}

/** A key that holds something. */
const filled = <K extends string, V extends object>(key: K, value: V) =>
  given(key, Object.keys(value).length > 0 ? value : undefined)

/** A text on lines of its own, whatever is in it. */
function block(text: string): Node {
  const scalar = new Scalar(`${text}\n`)
  scalar.type = 'BLOCK_LITERAL'
  return scalar
}

function reportOf({ report }: InspectionResponse) {
  const { title, inspectorates, kind, published, url, basis, scale } = report
  const known = Object.entries(SCALES).find(([, grades]) => grades.join() === scale.join())
  return {
    title,
    inspectorate: inspectorates.length === 1 ? inspectorates[0] : inspectorates,
    kind,
    ...given('published', published),
    ...given('url', url),
    basis,
    scale: known?.[0] ?? scale,
  }
}

function letterKeys({ letter, office }: InspectionResponse, tree: DocumentTree) {
  const { date, our_ref, your_ref, to, copies, subject, salutation, sign_off, layout } = letter
  return {
    ...given('date', date),
    ...given('our_ref', our_ref),
    ...given('your_ref', your_ref),
    ...filled(
      'to',
      to.map(({ lines, email, receives }) => ({
        lines,
        ...given('email', email),
        // Which of the two copies of section 55(6) it is, where its lines do not say it.
        ...(receives.join() !== readReceives(lines.join('\n')).join() && { receives }),
      })),
    ),
    ...filled(
      'copies',
      copies.map(({ value }) => value),
    ),
    ...given('subject', subject),
    ...given('salutation', salutation),
    ...given('sign_off', sign_off),
    ...given('signed_by', signedBy(letter.signatory, office)),
    layout,
    ...filled('wording', printedWording(letter, tree)),
  }
}

/** The holder of the day signs without being named; a name is looked for among the deputies first. */
function signedBy(
  signatory: InspectionResponse['letter']['signatory'],
  { people }: InspectionResponse['office'],
): string | undefined {
  if (!signatory) return undefined
  const isDeputy = people.some(({ post, name }) => post === 'deputy' && name === signatory.name)
  return isDeputy === (signatory.at[0] === 'deputies') ? signatory.name : undefined
}

/** The fixed sentences that the letter words in its own way: those that it prints. */
function printedWording(
  { wording, subject }: InspectionResponse['letter'],
  tree: DocumentTree,
): Record<string, unknown> {
  const printed = new Set(subject === undefined ? [...AROUND, 'title'] : AROUND)
  for (const { at } of textsIn(tree.children))
    if (at?.[0] === 'letter' && at[1] === 'wording') printed.add(String(at[2]))
  const shown: Record<string, unknown> = {}
  for (const [name, text] of Object.entries(wording))
    if (text === false) shown[name] = 'false'
    else if (printed.has(name)) shown[name] = block(publishText(text))
  return shown
}

/** They stand outside the body. */
const AROUND = ['header', 'description']

/** One text, or the list of its blocks where some are computed. */
function textOf(text: LetterText | undefined): unknown {
  const blocks = text?.blocks ?? []
  const [first] = blocks
  if (first === undefined) return undefined
  if (blocks.length === 1 && first.type === 'text') return typed(first.text)
  return blocks.map(one => {
    if (one.type === 'text') return { text: typed(one.text) }
    return one.type === 'grades' ? { grades: one.which } : { counts: 'true' }
  })
}

const typed = (text: Text): Node => block(publishText(text))

const sectionOf = (letter: Letter, section: Section): object => ({
  ...publishSection(section, letter.response),
  ...given('introduction', textOf(section.introduction)),
  ...filled(
    'items',
    section.items.map(entry => entryOf(letter, entry)),
  ),
  ...filled(
    'sections',
    section.sections.map(inner => sectionOf(letter, inner)),
  ),
})

function entryOf(letter: Letter, entry: Item | JointAnswer): object {
  if (entry.kind !== 'answers') return itemOf(letter, entry, entry.lead?.value)
  const { id, title, answers, update, comment } = publishJoint(entry)
  return {
    // Those meant by "all" are named: it would count in what is withheld here.
    answers,
    id,
    ...given('title', title),
    ...given('update', update === undefined ? undefined : block(update)),
    ...given('comment', comment === undefined ? undefined : block(comment)),
  }
}

function itemOf(letter: Letter, item: Item, lead: string | undefined): object {
  const {
    kind,
    words,
    deadline,
    update,
    comment,
    withheld,
    lead: own,
    ...rest
  } = publishItem(letter, item, lead)
  // What is withheld is answered all the same, which its public sentence, or a dash, stands for here. Of an
  // item that is withheld, no update is ever printed.
  const answer = withheld && item.answered ? plainText(withheld.public ?? '–') : update
  return {
    [kind]: block(words),
    ...rest,
    ...given('deadline', deadline && deadlineOf(item, deadline)),
    ...given('update', answer === undefined ? undefined : block(answer)),
    ...given('comment', comment === undefined ? undefined : block(comment)),
    ...given('withheld', withheld),
    ...given('lead', own),
    ...filled(
      'recommendations',
      item.recommendations.map(one => itemOf(letter, one, lead)),
    ),
  }
}

/** Plain words as a text. */
const plainText = (value: string): string =>
  toMarkdown([{ type: 'paragraph', children: [{ type: 'text', value }] }])

/** Only what was typed: the rest is read again from the report's words. */
function deadlineOf({ deadline }: Item, { words, from, of }: PublishedDeadline): unknown {
  const { english } = deadline?.typed ?? {}
  if (!deadline?.typed) return undefined
  const shown = english === undefined ? words : { cy: words, en: english }
  return from === undefined && of === undefined
    ? shown
    : { words: shown, ...given('from', from), ...given('of', of) }
}
