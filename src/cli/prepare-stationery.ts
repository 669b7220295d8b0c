import { join, posix } from 'node:path'
import { prepareWord } from '../stationery/prepare-word.ts'
import { complain, showPath, type Io } from './io.ts'
import { inspectStationery } from './letter-stationery.ts'
import { putNewFiles } from './put-new-files.ts'
import { readSpecimen, type Folders } from './read-specimen.ts'
import { sayFindings, type Look } from './say-findings.ts'

const below = (words: string): string =>
  words === ''
    ? 'alone on its page'
    : `below "${words.length > 60 ? `${words.slice(0, 59)}…` : words}"`

/** Writes copies of Word stationery that say where the letter goes. What is there is never replaced. */
export async function prepareAll(
  offices: readonly string[],
  root: string,
  folders: Folders,
  { look, isQuiet }: { look: Look; isQuiet: boolean },
  io: Io,
): Promise<number> {
  for (const office of offices) {
    const { files, reading } = await readSpecimen(office, root, folders, io)
    const own = (await inspectStationery(reading, files)).find(({ kind }) => kind === 'docx')
    if (!own?.bytes) {
      const message = `Missing letterhead.docx of ${office}, expected Word stationery under \`letterhead:\` in office.yaml`
      return complain(io, [{ message }])
    }
    const shown = showPath(join(root, own.path), io)
    const prepared = prepareWord(own.bytes)
    if (!prepared.bytes) {
      io.error(sayFindings({ file: shown, findings: prepared.findings }, look))
      return 1
    }
    const copy = own.path.replace(/(\.\w+)?$/, '-prepared$1')
    const refused = await putNewFiles(root, new Map([[copy, prepared.bytes]]), path =>
      showPath(path, io),
    )
    if (refused.length > 0) return complain(io, refused)
    io.write(`Made ${showPath(join(root, copy), io)}\n`)
    if (!isQuiet)
      io.error(
        `It is ${shown} with {{body}}, where the letter goes, ${below(prepared.where)}.\nLook at it in Word, and name it in office.yaml:\n\n  letterhead:\n    docx: ${posix.relative(`${folders.templates}/${office}`, copy)}\n`,
      )
  }
  return 0
}
