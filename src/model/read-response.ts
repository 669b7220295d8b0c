import type { Language } from '../document/tree.ts'
import type { Path, Problem } from '../problem.ts'
import type { Loader } from '../source/load-source.ts'
import type { FindPlaceholder } from './placeholder.ts'
import { LanguageReader } from './language-reader.ts'
import { linkAnswers } from './link-answers.ts'
import { makeIds } from './make-ids.ts'
import { ItemReader } from './read-items.ts'
import { readLetter } from './read-letter.ts'
import { type OfficeMedia } from './read-office-media.ts'
import { readChiefOfficer, readOffice, readSignatory, type Signer } from './read-office.ts'
import { readReport } from './read-report.ts'
import { readSections } from './read-sections.ts'
import { readWaivers } from './read-waivers.ts'
import type { ReadingContext } from './reading-context.ts'
import { References } from './references.ts'
import { type Action, type Day, type InspectionResponse, itemsOf } from './response.ts'
import type { OfficeFile } from './schema/office-file.ts'
import type { ResponseFile } from './schema/response-file.ts'

/** References, addressees and the like: a response with more wrong ones is not one of ours. */
const REFUSALS_TOLD = 500

type Where = LanguageReader['where']
export type ResponseInputs = {
  name: string
  file: ResponseFile
  office: { key: string; file: OfficeFile; media: OfficeMedia; signer?: Signer }
  languages: readonly Language[]
  /** The letter's date, or today. */
  day: Day
  where: Where
  officeWhere: Where
  findPlaceholder: FindPlaceholder
  loader: Loader
  gaps: Problem[]
  refused: Path[]
}

/** The response in one of its languages. */
export function readResponse(inputs: ResponseInputs, language: Language): InspectionResponse {
  const { name, file, office, languages, day, where, officeWhere, findPlaceholder } = inputs
  const { loader, gaps } = inputs
  const readerAt = (place: Where) =>
    new LanguageReader(language, languages, findPlaceholder, place, loader.problems, gaps)
  const reader = readerAt(where)
  const officeReader = readerAt(officeWhere)
  const officeRead = readOffice(office.key, office.file, office.media, officeReader)
  const chiefOfficer = readChiefOfficer(office.file, day, officeReader)
  const context: ReadingContext = {
    reader,
    office: officeRead,
    chiefOfficerTitle: chiefOfficer.title,
    published: file.report.published,
    place: where.place,
    refuse(at, rule, message, more, part) {
      inputs.refused.push(at)
      if (inputs.refused.length > REFUSALS_TOLD) return
      const place = where.place(at, part)
      loader.problems.push({ rule, severity: 'error', message, place, ...more })
    },
  }
  const ids = makeIds(file.sections ?? [])
  for (const { id, first, second } of ids.doubles) {
    context.refuse(
      [...second, 'id'],
      'double-id',
      `Unexpected second id ${id}, expected each id once`,
      {
        related: [{ place: where.place([...first, 'id']), label: 'the first one' }],
      },
    )
  }
  const items = new ItemReader(context, ids)
  const sections = readSections(file.sections ?? [], ['sections'], items)
  const references = new References(itemsOf(sections), context)
  linkAnswers(sections, items.joints, references)
  const signatory =
    office.signer &&
    readSignatory(office.signer, officeRead.body.title, office.media.signature, officeReader)
  const { chief_officer = {}, publication = {} } = file
  const letterText = (key: 'comments' | 'reply') => {
    const text = reader.letterText(file[key], [key])
    return text && { [key]: text }
  }
  const introduction = reader.letterText(chief_officer.introduction, [
    'chief_officer',
    'introduction',
  ])
  const conclusion = reader.letterText(chief_officer.conclusion, ['chief_officer', 'conclusion'])
  return {
    name,
    language,
    languages: [...languages],
    status: file.status ?? 'draft',
    office: officeRead,
    report: readReport(file.report, context),
    publication: defined({
      published: publication.published,
      url: publication.url,
      sent: publication.sent,
    }),
    letter: readLetter(
      file.letter,
      office.file.addressees ?? {},
      officeReader,
      signatory,
      day,
      context,
    ),
    ...letterText('comments'),
    chief_officer: {
      ...chiefOfficer,
      ...defined({
        invited: chief_officer.invited,
        due: chief_officer.due,
        received: chief_officer.received,
      }),
      ...(introduction && { introduction }),
      ...(conclusion && { conclusion }),
    },
    ...letterText('reply'),
    actions: readActions(file.actions, references, context),
    sections,
    waive: readWaivers(file.waive, []),
  }
}

const readActions = (
  inputs: ResponseFile['actions'],
  references: References,
  { reader }: ReadingContext,
): Action[] =>
  (inputs ?? []).flatMap(({ text, owner, by, answers = [] }, index) => {
    const at: Path = ['actions', index]
    const read = reader.ownText(text, [...at, 'text'])
    if (!read) return []
    const isList = Array.isArray(answers)
    const typed = isList ? answers : answers.split(/[\s,]+/).filter(Boolean)
    const items = typed.flatMap((reference, position) => {
      const item = references.resolve(reference, [...at, 'answers', ...(isList ? [position] : [])])
      return item ? [item] : []
    })
    const ownerRead = reader.value(owner, [...at, 'owner'])
    return [
      {
        at,
        text: read,
        ...(ownerRead && { owner: ownerRead }),
        ...(by !== undefined && { by }),
        answers: [...new Set(items)],
      },
    ]
  })

/** Without the keys that have no value. */
const defined = <T extends object>(values: T) =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>
  }
