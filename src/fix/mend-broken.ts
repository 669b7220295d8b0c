import { findLookAlike } from '../source/look-alikes.ts'
import { parseMarks } from '../source/parse-yaml.ts'
import { SourceFile } from '../source/source-file.ts'
import { colons, curlyQuotes } from './colons.ts'
import { applyEdits, inOrder, type BrokenFile, type BrokenMend, type Kind } from './mend.ts'
import { tabs } from './tabs.ts'
import { blankLines } from './trailing-spaces.ts'

const OTHERS: readonly BrokenMend[] = [blankLines, curlyQuotes, colons]
const MENDS: readonly BrokenMend[] = [tabs(file => mendWith(OTHERS, file).file), ...OTHERS]

/** Each mend may show what it had covered. Characters that are read for it: no file of people needs as many. */
const CHARACTERS_READ = 50_000_000

type MendedText = { file: SourceFile; done: { kind: Kind; count: number }[] }

/** A file that cannot be read, mended until it can, or as far as there is nothing to decide. */
export const mendBroken = (file: SourceFile): MendedText => mendWith(MENDS, file)

function mendWith(mends: readonly BrokenMend[], broken: SourceFile): MendedText {
  let file = broken
  const done: MendedText['done'] = []
  for (let left = CHARACTERS_READ; left > 0; left -= file.text.length) {
    const document = parseMarks(file)
    // What a merge or Word has left breaks lines far from where it stands.
    if (!document || document.errors.length === 0 || findLookAlike(file)) break
    const next = firstThatHelps(mends, { file, document })
    if (!next) break
    const { kind, edits } = next
    file = new SourceFile(file.path, applyEdits(file.text, edits))
    done.push({ kind, count: edits.length })
  }
  return { file, done }
}

function firstThatHelps(mends: readonly BrokenMend[], broken: BrokenFile) {
  for (const mend of mends) {
    const edits = inOrder(mend.edits(broken))
    if (edits.length > 0) return { kind: mend, edits }
  }
  return undefined
}
