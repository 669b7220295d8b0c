import type { Path, Place, Problem } from '../problem.ts'
import { Loader } from '../source/load-source.ts'
import { folderOf, hintOf, resolvePath, sayRefusal } from '../source/relative-path.ts'
import type { WorkspaceFiles } from '../source/workspace-files.ts'
import { findReferences, findTypedAppendices, idOf, letterAt } from './appendix-references.ts'
import { LanguageReader, oneLine } from './language-reader.ts'
import { checkOffice, loadOffice, placesIn, typedOffice } from './load-office.ts'
import { inOrder } from './order.ts'
import type { Appendix, AppendixFile, Paper, PaperReading, PaperSection } from './panel.ts'
import { readAppendixFile } from './paper-files.ts'
import { placeholderFinder, type FindPlaceholder } from './placeholder.ts'
import { readOfficeMedia, sayUnread } from './read-office-media.ts'
import { readOffice } from './read-office.ts'
import { readSettings } from './read-settings.ts'
import { refuse } from './refuse.ts'
import type { Text, Value } from './response.ts'
import { panelFileSchema, type PanelFile } from './schema/panel-file.ts'
import { didYouMean, listWords } from './validate/did-you-mean.ts'
import { validate } from './validate/validate.ts'

const START = { line: 1, column: 1 }
const startOf = (file: string): Place => ({ file, start: START, end: START })

type SectionInput = NonNullable<PanelFile['sections']>[number]
type AppendixInput = NonNullable<PanelFile['appendices']>[number]
type Where = ReturnType<typeof placesIn>

/** One paper with its office, its appendices and all that is wrong with them. Never throws for what a file holds. */
export async function readPaper(files: WorkspaceFiles, file: string): Promise<PaperReading> {
  const loader = new Loader(files)
  const settings = await readSettings(loader)
  const findPlaceholder = placeholderFinder(settings.placeholders)
  const isPrivate = (path: string, line: number) => loader.isPrivate(path, line)
  const context = {
    findPlaceholder,
    isPrivate: ({ file, start }: Place) => isPrivate(file, start.line),
  }
  const reading: PaperReading = {
    name: nameOf(file),
    file,
    responses: [],
    isAboutEvery: false,
    problems: loader.problems,
    settings,
    files: loader.files,
    sources: loader.sources,
    isPrivate,
    place: () => startOf(file),
    placeIn: () => startOf(file),
    officePlace: () => startOf(file),
  }
  const finish = (): PaperReading => {
    reading.problems = inOrder(loader.problems, loader.files)
    return reading
  }

  const source = await loader.load(file, { hasParts: false })
  if (!source.typed && !loader.files.includes(file))
    refuse(loader, startOf(file), 'missing-file', sayUnread(file, (await files.read(file)).refusal))
  const where = source.typed && placesIn(source.typed)
  if (where) Object.assign(reading, where)
  const checked = source.node && validate(panelFileSchema, source.node, context)
  loader.problems.push(...(checked?.problems ?? []))
  for (const { at, words } of checked?.unknownDates ?? [])
    refuse(
      loader,
      where!.place(at),
      'placeholder',
      `Unexpected placeholder "${words}", expected a date such as 2019-09-27`,
      'A paper is no draft: it goes out as it is built',
    )
  const key = checked?.value?.office ?? typedOffice(source.typed)
  const office =
    key === undefined || !where ? undefined : await loadOffice(key, settings, loader, where.place)
  const officeRead = office?.node && checkOffice(office.node, context)
  loader.problems.push(...(officeRead?.checked.problems ?? []))
  const officeWhere = officeRead && placesIn(officeRead.node)
  if (officeWhere) reading.officePlace = officeWhere.place
  const typed = checked?.value
  const officeFile = officeRead?.checked.value
  if (!typed || !where || source.isBroken) return finish()

  const language = typed.language ?? officeFile?.languages?.[0] ?? 'en-GB'
  const readerAt = (at: Where) =>
    new LanguageReader(language, [language], findPlaceholder, at, loader.problems, loader.problems)
  const reader = new PaperReader(readerAt(where), loader, where, findPlaceholder, checked.refused)
  const appendices = await reader.readAppendices(typed.appendices ?? [], folderOf(file))
  const sections = reader.readSections(typed)
  const title = reader.words(typed.title, ['title'])
  const item = reader.words(typed.item, ['item'])
  const { meeting, since } = typed
  if (meeting === undefined && !reader.isTold(['meeting']) && !checked.unknownDates.some(isMeeting))
    reader.refuse(
      ['meeting'],
      'missing-key',
      'Missing meeting, expected the day of the meeting',
      'meeting: 2026-12-10',
    )
  const known = await namesOfResponses(loader, settings.folders.responses)
  const isProgress = typed.kind === 'progress'
  const about = isProgress ? reader.readAbout(typed.responses, known) : undefined
  if (!isProgress)
    for (const key of ['since', 'responses'] as const)
      if (typed[key] !== undefined)
        reader.refuse(
          [key],
          'unknown-key',
          `Unexpected ${key} in a report, expected it in a progress paper`,
          'kind: progress',
          'key',
        )
  reader.checkResponses(sections, known)
  reading.isAboutEvery = isProgress && about === undefined
  const drawn = sections.flatMap(section => ('response' in section ? [section.response] : []))
  const all = [...drawn, ...(about ?? (isProgress ? known : []))]
  reading.responses = [...new Set(all.filter(name => known.includes(name)))]

  if (!office || office.isBroken || !officeFile || !officeWhere || !title || meeting === undefined)
    return finish()
  const media = await readOfficeMedia(
    office.folder,
    officeFile,
    undefined,
    loader,
    officeWhere.place,
    {},
  )
  const paper: Paper = {
    name: reading.name,
    kind: typed.kind ?? 'report',
    language,
    office: readOffice(office.key, officeFile, media, readerAt(officeWhere)),
    ...(item && { item }),
    title,
    meeting,
    ...(isProgress && since !== undefined && { since }),
    ...(about && { responses: about }),
    sections,
    appendices,
  }
  reading.paper = paper
  return finish()
}

/** "warwickshire-2017-11-30" of panel/warwickshire-2017-11-30.yaml. */
export const nameOf = (file: string): string =>
  file.slice(file.lastIndexOf('/') + 1).replace(/\.ya?ml$/i, '')

const isMeeting = ({ at }: { at: Path }): boolean => at.join() === 'meeting'

async function namesOfResponses({ workspace }: Loader, folder: string): Promise<string[]> {
  const names: string[] = []
  for (const { name, isFolder } of await workspace.list(folder))
    if (isFolder && (await workspace.exists(`${folder}/${name}/response.yaml`))) names.push(name)
  return names
}

/** Reads the parts of one paper, and tells what of them cannot go out. */
class PaperReader {
  #appendices: Appendix[] = []

  constructor(
    readonly reader: LanguageReader,
    readonly loader: Loader,
    readonly where: Where,
    readonly findPlaceholder: FindPlaceholder,
    readonly refused: readonly Path[],
  ) {}

  refuse(at: Path, rule: string, message: string, hint?: string, part?: 'key' | 'value'): void {
    refuse(this.loader, this.where.place(at, part), rule, message, hint)
  }

  /** Something was left out there, and told. */
  isTold(at: Path): boolean {
    return this.refused.some(one => String(one) === String(at))
  }

  /** Plain words; `isPublic`: whether everybody reads them. */
  words(
    input: Parameters<LanguageReader['value']>[0],
    at: Path,
    isPublic = true,
  ): Value | undefined {
    const read = this.reader.value(input, at)
    if (read) this.#check(read, isPublic)
    return read
  }

  text(
    input: Parameters<LanguageReader['ownText']>[0],
    at: Path,
    isPublic: boolean,
  ): Text | undefined {
    const read = this.reader.ownText(input, at)
    if (read) this.#check(read, isPublic)
    return read
  }

  /** They are read before the texts that refer to them. */
  async readAppendices(inputs: readonly AppendixInput[], folder: string): Promise<Appendix[]> {
    const ids = new Map<string, Path>()
    const titles = new Map<string, Path>()
    const read: { appendix: Appendix; input: AppendixInput }[] = inputs.map((input, index) => {
      const at: Path = ['appendices', index]
      const title = this.reader.value(input.title, [...at, 'title'])!
      const id = input.id === undefined ? undefined : idOf(input.id)
      const isRestricted = input.restricted === 'true'
      if (id !== undefined) this.#checkId(id, input.id!, [...at, 'id'], ids)
      this.#refuseDouble(titles, simple(title.value), [...at, 'title'], `title "${title.value}"`)
      return {
        input,
        appendix: {
          at,
          letter: letterAt(index),
          ...(id !== undefined && { id }),
          title,
          restricted: isRestricted,
        },
      }
    })
    this.#appendices = read.map(({ appendix }) => appendix)
    for (const { appendix, input } of read) {
      this.#check(appendix.title, !appendix.restricted)
      const file =
        input.file === undefined
          ? undefined
          : await this.#readFile(
              input.file.trim(),
              [...appendix.at, 'file'],
              folder,
              appendix.letter,
            )
      if (file) appendix.file = file
    }
    return this.#appendices
  }

  #checkId(id: string, typed: string, at: Path, ids: Map<string, Path>): void {
    if (!/^[\p{L}\p{N}][\p{L}\p{N}-]*$/u.test(id))
      this.refuse(
        at,
        'unexpected-value',
        `Unexpected id "${oneLine(typed)}", expected letters, digits and dashes`,
        'It stands in texts as {appendix challenge-letter}',
      )
    this.#refuseDouble(ids, id, at, `id ${id}`)
  }

  #refuseDouble(known: Map<string, Path>, key: string, at: Path, what: string): void {
    const first = known.get(key)
    if (first === undefined) {
      known.set(key, at)
      return
    }
    const { loader, where } = this
    loader.problems.push({
      rule: 'double-id',
      severity: 'error',
      message: `Unexpected second appendix with the ${what}, expected each appendix once`,
      hint: 'Take one of the two out, or tell them apart',
      place: where.place(at),
      related: [{ place: where.place(first), label: 'the first one' }],
    })
  }

  async #readFile(
    typed: string,
    at: Path,
    folder: string,
    letter: string,
  ): Promise<AppendixFile | undefined> {
    const resolved = resolvePath(folder, typed)
    if (resolved.refusal)
      return void this.refuse(
        at,
        'missing-file',
        sayRefusal(resolved.refusal),
        hintOf(resolved.refusal),
      )
    const { path } = resolved
    const { bytes, refusal } = await this.loader.workspace.read(path)
    if (!bytes) return void this.refuse(at, 'missing-file', sayUnread(path, refusal))
    this.loader.noteFile(path)
    const read = readAppendixFile(path, bytes, letter)
    if ('file' in read) return read.file
    return void this.refuse(
      at,
      'missing-file',
      `Unexpected file ${path}, expected ${read.expected}`,
    )
  }

  readSections({ sections = [], kind = 'report' }: PanelFile): PaperSection[] {
    if (kind === 'report' && sections.length === 0 && !this.isTold(['sections']))
      this.refuse(
        ['sections'],
        'missing-key',
        'Missing sections, expected at least one',
        'Write `sections:`, and below it `- title: Purpose` with its `text: |`',
      )
    return sections.flatMap((input, index) => this.#section(input, ['sections', index]) ?? [])
  }

  #section(input: SectionInput, at: Path): PaperSection | undefined {
    const restricted = input.restricted === 'true'
    const title = this.words(input.title, [...at, 'title'], !restricted)
    const before = this.text(input.before, [...at, 'before'], !restricted)
    const after = this.text(input.after, [...at, 'after'], !restricted)
    const text = this.text(input.text, [...at, 'text'], !restricted)
    const base = { at, restricted, ...(title && { title }) }
    if (input.response !== undefined) {
      if (input.text !== undefined)
        this.refuse(
          [...at, 'text'],
          'unknown-key',
          'Unexpected text in a section that is drawn from a response, expected before or after',
          'The words of `before` stand above what is drawn, those of `after` below it',
          'key',
        )
      return {
        ...base,
        response: input.response.trim(),
        detail: input.detail ?? 'summary',
        ...(before && { before }),
        ...(after && { after }),
        draft: input.draft === 'true',
      }
    }
    return this.#typedSection(input, at, base, text)
  }

  #typedSection(
    input: SectionInput,
    at: Path,
    base: { at: Path; restricted: boolean; title?: Value },
    text: Text | undefined,
  ): PaperSection | undefined {
    for (const key of ['before', 'after', 'detail', 'draft'] as const)
      if (input[key] !== undefined)
        this.refuse(
          [...at, key],
          'unknown-key',
          `Unexpected ${key} in a section without a response, expected text`,
          'Name the response above it: `response: northshire-2025`',
          'key',
        )
    const isTold = ['response', 'text', 'title'].some(key => this.isTold([...at, key]))
    const { title } = base
    if (!title && !isTold)
      this.refuse(
        at,
        'missing-key',
        'Missing title in a section, expected its heading',
        undefined,
        'key',
      )
    if (
      input.text === undefined &&
      !isTold &&
      (['before', 'after'] as const).every(key => input[key] === undefined)
    )
      this.refuse(
        at,
        'missing-key',
        'Missing text in a section, expected text, or the response that it is drawn from',
        undefined,
        'key',
      )
    return title && text && { ...base, title, text }
  }

  /** The responses that a progress paper names; nothing where it names none. */
  readAbout(typed: PanelFile['responses'], known: readonly string[]): string[] | undefined {
    if (typed === undefined) return undefined
    const isList = Array.isArray(typed)
    return [typed].flat().map((name, index) => {
      this.#checkResponse(name.trim(), ['responses', ...(isList ? [index] : [])], known)
      return name.trim()
    })
  }

  checkResponses(sections: readonly PaperSection[], known: readonly string[]): void {
    for (const section of sections)
      if ('response' in section)
        this.#checkResponse(section.response, [...section.at, 'response'], known)
  }

  #checkResponse(name: string, at: Path, known: readonly string[]): void {
    if (known.includes(name)) return
    const meant = didYouMean(name, known)
    const few = known.length > 0 && known.length <= 8 ? `: ${listWords(known)}` : ''
    this.refuse(
      at,
      'reference',
      `Unexpected response ${oneLine(name)}, expected the name of a response that is there${few}`,
      meant && `Did you mean ${meant}?`,
    )
  }

  /** What may not go out, or leads nowhere. */
  #check({ at, value }: Pick<Value, 'at' | 'value'>, isPublic: boolean): void {
    const placeholder = this.findPlaceholder(value)
    if (placeholder !== undefined)
      this.#tell(
        'error',
        'placeholder',
        this.where.placeIn(at, value.indexOf(placeholder), placeholder.length),
        `Unexpected placeholder "${placeholder}", expected the finished words`,
        'A paper is no draft: it goes out as it is built',
      )
    for (const reference of findReferences(value)) {
      const place = this.where.placeIn(at, reference.offset, reference.length)
      this.#checkReference(reference, place, isPublic)
    }
    for (const { letter, words, offset, length } of findTypedAppendices(value)) {
      const place = this.where.placeIn(at, offset, length)
      this.#checkTyped(letter, words, place, isPublic)
    }
  }

  #checkReference(
    { id, words, isMistyped }: { id: string; words: string; isMistyped: boolean },
    place: Place,
    isPublic: boolean,
  ): void {
    const ids = [...new Set(this.#appendices.flatMap(({ id }) => id ?? []))]
    const found = this.#appendices.find(appendix => appendix.id === id)
    const expected = 'expected the id of an appendix, as {appendix challenge}'
    if (isMistyped || !found) {
      const meant = id === '' ? undefined : (found?.id ?? didYouMean(id, ids))
      const hint = meant
        ? `Did you mean {appendix ${meant}}?`
        : ids.length > 0
          ? `The ids are ${listWords(ids, 'and')}`
          : 'Give the appendix an `id` in the list of appendices'
      this.#tell('error', 'reference', place, `Unexpected ${oneLine(words)}, ${expected}`, hint)
    } else if (found.restricted && isPublic)
      this.#tell(
        'error',
        'reference',
        place,
        `Unexpected restricted appendix in a public section, expected one that everybody may read: ${oneLine(words)}`,
        'Mark the section `restricted: true`, or take the reference out',
        [{ place: this.where.place([...found.at, 'restricted']), label: 'it is restricted here' }],
      )
  }

  #checkTyped(letter: string, words: string, place: Place, isPublic: boolean): void {
    const found = this.#appendices.find(appendix => appendix.letter === letter)
    if (!found) {
      const last = this.#appendices.at(-1)?.letter
      const expected =
        last === undefined
          ? 'an appendix in the list of appendices'
          : last === 'A'
            ? 'A, which is the only one'
            : `a letter from A to ${last}`
      const hint = 'An `id` in the list and {appendix id} in the text keep the letter right'
      this.#tell('warning', 'reference', place, `Unexpected ${words}, expected ${expected}`, hint)
    } else if (found.restricted && isPublic)
      this.#tell(
        'warning',
        'reference',
        place,
        `Unexpected ${words} in a public section, expected an appendix that is not restricted`,
        'Who reads the public copy cannot see it: say so, or mark the section `restricted: true`',
        [{ place: this.where.place([...found.at, 'restricted']), label: 'it is restricted here' }],
      )
  }

  #tell(
    severity: Problem['severity'],
    rule: string,
    place: Place,
    message: string,
    hint?: string,
    related?: Problem['related'],
  ): void {
    const more = { ...(hint !== undefined && { hint }), ...(related && { related }) }
    this.loader.problems.push({ rule, severity, message, place, ...more })
  }
}

const simple = (words: string): string => oneLine(words).toLowerCase()
