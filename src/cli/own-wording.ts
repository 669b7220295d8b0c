import { severityOf } from '../check/severity.ts'
import { findWrongCitations } from '../check/citations.ts'
import { wrongCitation } from '../check/rules/wrong-citation.ts'
import type { Reading } from '../model/reading.ts'
import { isError, type Problem } from '../problem.ts'
import { decodeText } from '../source/decode-text.ts'
import type { WorkspaceFiles } from '../source/workspace-files.ts'

/**
 * What is wrong with the sentences that an office words itself: they are filled as a letter would fill
 * them. Where there are none, in a letter in English, nothing is loaded.
 */
export async function findWordingProblems(
  reading: Reading,
  files: WorkspaceFiles,
): Promise<Problem[]> {
  const { responses, problems } = reading
  if (responses.length === 0 || problems.some(isError)) return []
  const own = await findOwnWording(reading, files)
  if (own.length === 0 && responses.every(({ language }) => language === 'en-GB')) return []
  const { composeTrees } = await import('./compose-trees.ts')
  const composed = await composeTrees(reading, files)
  return [...composed.problems, ...(await findCitations(own, reading, files))]
}

/** A copy of the product's own sentence, in which there is nothing to find; and what is no sentence. */
async function isOurs(path: string, name: string, files: WorkspaceFiles): Promise<boolean> {
  if (name === 'README.md') return true
  const { templates, vocabularyText } = await import('section55:wording')
  const own =
    name === 'vocabulary.yaml' ? vocabularyText : templates[name.replace(/\.hbs$/, '')]?.text
  const { bytes } = await files.read(path)
  return bytes !== undefined && own !== undefined && Buffer.from(own).equals(bytes)
}

/** The files of the office's wording and the workspace's, where they say something else than the product's. */
async function findOwnWording(
  { responses, settings }: Reading,
  files: WorkspaceFiles,
): Promise<string[]> {
  const { templates } = settings.folders
  const offices = new Set(responses.map(({ office }) => `${templates}/${office.key}/wording`))
  const found: string[] = []
  for (const folder of [...offices, `${templates}/wording`]) {
    const languages = responses.map(({ language }) => `${folder}/${language}`)
    for (const place of [folder, ...languages])
      for (const { name, isFolder } of await files.list(place))
        if (!isFolder && !(await isOurs(`${place}/${name}`, name, files)))
          found.push(`${place}/${name}`)
  }
  return found
}

/** A citation in a fixed sentence goes out with every letter of the office. */
async function findCitations(
  own: readonly string[],
  { settings, responses }: Reading,
  files: WorkspaceFiles,
): Promise<Problem[]> {
  if (responses.every(({ report }) => !report.is_section_55)) return []
  const severity = severityOf({ ...wrongCitation, isBinding: true }, settings, 'error')
  if (severity === 'off') return []
  const problems: Problem[] = []
  for (const path of own.filter(path => path.endsWith('.hbs'))) {
    const { bytes } = await files.read(path)
    const file = bytes && decodeText(path, bytes).value
    if (!file) continue
    // What is asked for in braces is no word of the sentence.
    const words = file.text.replace(/\{\{[^{}]*\}\}/g, asked => '·'.repeat(asked.length))
    for (const { offset, words: cited, message, hint } of findWrongCitations(words, true))
      problems.push({
        rule: wrongCitation.id,
        severity,
        law: wrongCitation.source,
        message,
        hint,
        place: file.place(offset, offset + cited.length),
      })
  }
  return problems
}
