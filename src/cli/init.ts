import { existsSync } from 'node:fs'
import { dirname, join, parse, resolve, sep } from 'node:path'
import { files as starter, installed } from 'section55:starter'
import { rules } from '../check/rules/index.ts'
import { dayOfTheClock } from '../calendar.ts'
import { addDays } from '../model/day.ts'
import type { Day } from '../model/response.ts'
import { isRefusedByWindows, WINDOWS_NAMES } from '../source/windows-names.ts'
import { quotePath } from '../reporters/printable.ts'
import { complain, showPath, type Complaint, type Io } from './io.ts'
import { findProduct, packageOf, type ProductPackage } from './product-package.ts'
import { putNewFiles } from './put-new-files.ts'
import { editorSchemaFiles } from './schema.ts'

const FOLDER = 'workspace/'
/** The day on which the sample in starter/ would have been written. */
const DAY_OF_SAMPLE = '2001-03-08'
const SAMPLE = /^responses\//

/** A new workspace: an office, a sample response, what npm, editors and CI need. */
export async function init(
  dir: string,
  { isQuiet }: { isQuiet: boolean },
  io: Io,
  product: ProductPackage | Promise<ProductPackage> = packageOf(findProduct()),
): Promise<number> {
  const misnamed = refuseFolder(dir)
  if (misnamed) return complain(io, [misnamed])
  const folder = resolve(io.cwd, dir)
  const files = new Map<string, string | Uint8Array>()
  for (const [path, text] of Object.entries(starter))
    if (path.startsWith(FOLDER)) {
      const name = path.slice(FOLDER.length)
      files.set(name, SAMPLE.test(name) ? moveDays(text, io.today) : text)
    }
  for (const [name, text] of editorSchemaFiles(rules)) files.set(`schema/${name}`, text)
  const { asks, locked, file } = await product
  if (file) files.set(file.path, file.bytes)
  const dependencies = { section55: asks }
  files.set('package.json', asJson({ private: true, dependencies }))
  // With it the first `npm ci` needs nothing to be worked out, on any machine.
  const packages = { '': { dependencies }, ...installed, 'node_modules/section55': locked }
  files.set('package-lock.json', asJson({ lockfileVersion: 3, requires: true, packages }))

  const refused = await putNewFiles(folder, files, path => showPath(path, io))
  if (refused.length > 0) return complain(io, refused)
  const shown = showPath(folder, io)
  io.write(`Made a workspace in ${shown === '.' ? 'this folder' : shown} (${files.size} files).\n`)
  if (!isQuiet) io.error(nextSteps(shown))
  if (isWithinRepository(folder)) io.error(NOT_AT_THE_TOP)
  return 0
}

/** A workspace goes from one officer to the next, and most of them have Windows. */
function refuseFolder(dir: string): Complaint | undefined {
  const names = dir.slice(parse(dir).root.length).split(sep === '\\' ? /[\\/]/ : sep)
  const misnamed = names.find(name => !/^\.{0,2}$/.test(name) && isRefusedByWindows(name))
  if (misnamed === undefined) return undefined
  return {
    message: `Unexpected folder ${misnamed}, expected a name that every computer can hold`,
    hint: WINDOWS_NAMES,
  }
}

const asJson = (value: object): string => `${JSON.stringify(value, undefined, 2)}\n`

/** The days of the sample, so that its report was published a week ago. */
function moveDays(text: string, today: Day): string {
  const days = dayOfTheClock(DAY_OF_SAMPLE, today) - 1
  return text.replace(/\b2001-\d\d-\d\d\b/g, day => addDays(day, days))
}

const nextSteps = (folder: string): string => `\
What to do next:

${folder === '.' ? '' : `  cd ${quotePath(folder)}\n`}\
  npm ci           once on each computer: fetches what Section 55 needs
  npx s55 build    builds the sample letter into output/
  npx s55 check    says what the sample still lacks, and where

Then write who you are in templates/example/office.yaml, and begin a response
of your own with npx s55 new NAME. README.md has the rest.
`

/** GitHub and GitLab look for their settings there alone. */
function isWithinRepository(folder: string): boolean {
  for (let here = folder; !existsSync(join(here, '.git')); here = dirname(here))
    if (dirname(here) === here) return false
  return !existsSync(join(folder, '.git'))
}

const NOT_AT_THE_TOP = `
This folder lies within a git repository. GitHub and GitLab look for settings at
its top alone: .github/ and .gitlab-ci.yml do nothing here. Make the workspace at
the top of a repository of its own, and every push is checked.
`
