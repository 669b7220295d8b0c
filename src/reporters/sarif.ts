import { lineOf } from '../line-of.ts'
import { PRIVATE, type Place, type Problem, type Waived } from '../problem.ts'
import { longDate } from '../calendar.ts'
import { storable } from './printable.ts'
import type { Report, Reporter, ReporterOptions, RuleInfo, Telling } from './reporter.ts'

const SCHEMA =
  'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'
const ROOT = '%SRCROOT%'
/** Characters of a line that is shown; a longer one is a whole text. */
const LONGEST_LINE = 1000

/** For code scanning: SARIF 2.1.0, written as it goes. The paragraphs named here are those of its standard. */
export const sarif: Reporter<ReporterOptions & Telling> = async function* (reports, options) {
  const rules = await options.loadRules()
  // Loaded for this format alone.
  const { createHash } = await import('node:crypto')
  const hash = (text: string) => createHash('sha256').update(text).digest('hex')
  const run = JSON.stringify({
    tool: {
      driver: { name: 'Section 55', version: options.version, rules: rules.map(describeRule) },
    },
    columnKind: 'utf16CodeUnits',
    originalUriBaseIds: {
      [ROOT]: { description: { text: 'The folder in which the check was run' } },
    },
    redactionTokens: [PRIVATE],
  })
  yield `{"$schema":${JSON.stringify(SCHEMA)},"version":"2.1.0","runs":[${run.slice(0, -1)},"results":[`
  let before = '\n'
  for await (const report of reports)
    for (const result of resultsOf(report, rules, hash)) {
      yield before + JSON.stringify(result)
      before = ',\n'
    }
  yield '\n]}]}\n'
}

function describeRule({ id, title, source, severity, page, tags }: RuleInfo) {
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: `${title} (${source})` },
    help: { text: page, markdown: page },
    defaultConfiguration: { level: severity },
    properties: { tags },
  }
}

type Hash = (text: string) => string

function* resultsOf(report: Report, rules: readonly RuleInfo[], hash: Hash) {
  const excused = new Map(report.waived.map(waived => [waived.problem, waived]))
  const fingerprint = makeFingerprints(report, hash)
  for (const problem of [...report.problems, ...excused.keys()]) {
    const { rule, severity, message, hint, place, related = [] } = problem
    const waived = excused.get(problem)
    const ruleIndex = rules.findIndex(({ id }) => id === rule)
    const words = hint === undefined ? message : `${message}\nHint: ${hint}`
    yield {
      ruleId: rule,
      ...(ruleIndex >= 0 && { ruleIndex }),
      level: severity,
      message: { text: escapeLinks(words.split('\n').map(storable).join('\n')) },
      locations: [{ physicalLocation: locate(place, report) }],
      ...(related.length > 0 && {
        relatedLocations: related.map(({ place, label }, index) => ({
          id: index + 1,
          message: { text: escapeLinks(storable(label)) },
          physicalLocation: locate(place, report),
        })),
      }),
      partialFingerprints: { primaryLocationLineHash: fingerprint(problem) },
      ...(waived && { suppressions: [suppress(waived)] }),
    }
  }
}

function suppress({ reason, by, until }: Waived) {
  const who = by === undefined ? 'Excused' : `Excused by ${by}`
  const why = reason === undefined ? '' : `: ${reason}`
  return {
    kind: 'external',
    status: 'accepted',
    justification: storable(`${who} until ${longDate(until)}${why}`),
  }
}

function locate(place: Place, report: Report) {
  const { file, start, end } = place
  const isOneLine = start.line === end.line
  return {
    artifactLocation: artifactOf(report.showPath(file)),
    region: {
      startLine: start.line,
      startColumn: start.column,
      endLine: end.line,
      endColumn: isOneLine ? Math.max(start.column, end.column) : end.column,
    },
    ...(isOneLine && contextOf(place, report)),
  }
}

/** The line, where it may be shown. */
function contextOf(place: Place, { sources, isPrivate }: Report) {
  const { line } = place.start
  if (!sources.has(place.file)) return {}
  const text = isPrivate(place.file, line) ? PRIVATE : storable(lineOf(sources, place))
  if (text === '' || text.length > LONGEST_LINE) return {}
  return { contextRegion: { startLine: line, endLine: line, snippet: { text } } }
}

/** A path outside the folder has no place below its root; one of another drive begins with its letter. */
function artifactOf(path: string) {
  const uri = storable(path).split('/').map(encodeURIComponent).join('/')
  if (/^[A-Za-z]:\//.test(path)) return { uri: `file:///${uri.replace('%3A', ':')}` }
  return path.startsWith('../') ? { uri } : { uri, uriBaseId: ROOT }
}

/** In a message "[words](target)" is a link (3.11.6), and a title may hold one. */
const escapeLinks = (text: string): string => text.replace(/\[(?=[^\][]*\]\()/g, '\\[')

/**
 * Under this name GitHub knows a finding again when it has moved: the rule, the file, the item and the
 * message, without its numbers, since those of the clock change by the day; equal ones are counted.
 */
function makeFingerprints({ showPath }: Report, hashOf: Hash): (problem: Problem) => string {
  const seen = new Map<string, number>()
  return ({ rule, place, item = '', message }) => {
    const parts = [rule, showPath(place.file), item, message.replace(/\d+/g, '0')]
    const hash = hashOf(parts.join('\0')).slice(0, 16)
    const count = (seen.get(hash) ?? 0) + 1
    seen.set(hash, count)
    return `${hash}:${count}`
  }
}
