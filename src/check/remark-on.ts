import { DAYS_TO_PUBLISH, dayOfTheClock } from '../calendar.ts'
import type { Block, DocumentTree, Heading, ListItem, Paragraph, Title } from '../document/tree.ts'
import { walk } from '../document/words.ts'
import { itemsOf, type Day, type InspectionResponse, type Item } from '../model/response.ts'
import type { Path, Problem } from '../problem.ts'
import { nameItem } from './names.ts'

/** What a remark can stand beside. */
type Remarkable = Paragraph | Heading | Title
/** A value that a block shows, or lacks. */
type Shown = { block: Remarkable; at: Path; isGap: boolean }

/**
 * The letter with what was found in it as remarks beside the places that it is about: for whom the draft
 * goes round to, in Word. What is about no words of the letter stands beside its title.
 */
export function remarkOn(
  tree: DocumentTree,
  problems: readonly Problem[],
  response: InspectionResponse,
  today: Day,
): DocumentTree {
  const { shown, title } = findShown(tree)
  const remarks = new Map<Remarkable, string[]>()
  for (const problem of problems) {
    const block = nearest(problem, shown) ?? title
    const remark = sayRemark(problem, response, today)
    const before = block ? (remarks.get(block) ?? []) : []
    if (block && !before.includes(remark)) remarks.set(block, [...before, remark])
  }
  return { ...tree, children: tree.children.map(block => withRemarks(block, remarks)) }
}

function findShown({ children }: DocumentTree): { shown: Shown[]; title?: Title | undefined } {
  const shown: Shown[] = []
  let title: Title | undefined
  let block: Remarkable | undefined
  for (const node of walk(children)) {
    if (node.type === 'title') title ??= node
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'title') block = node
    // The words of a table's cells stand beside the paragraph before it.
    else if ((node.type === 'text' || node.type === 'gap') && node.at && block)
      shown.push({ block, at: node.at, isGap: node.type === 'gap' })
  }
  return { shown, title }
}

/** The gap that waits for what is missing, else the words that it is about. */
function nearest({ at, item }: Problem, shown: readonly Shown[]): Remarkable | undefined {
  if (!at) return undefined
  const isAt = (other: Shown) => startsWith(other.at, at)
  // The key of an item's words, where an answer is missed, stands beside that answer's.
  const isOfItem = (other: Shown) => item !== undefined && startsWith(other.at, at.slice(0, -1))
  const found =
    shown.find(other => other.isGap && (isAt(other) || isOfItem(other))) ??
    shown.find(isAt) ??
    shown.find(other => startsWith(at, other.at)) ??
    shown.find(isOfItem)
  return found?.block
}

const startsWith = (path: Path, beginning: Path): boolean =>
  beginning.length <= path.length && beginning.every((key, index) => path[index] === key)

/** "Recommendation 3 of 7: no update from the Chief Constable. Day 41 of 56." */
function sayRemark(problem: Problem, response: InspectionResponse, today: Day): string {
  const found = problem.item === undefined ? undefined : findItem(response, problem.item)
  const isUnanswered = /^unanswered-/.test(problem.rule) && found !== undefined
  const said = isUnanswered ? sayUnanswered(found, response) : problem.message
  return `${said.replace(/\.?$/, '.')}${sayDay(response, today)}`
}

function sayUnanswered(item: Item, { chief_officer }: InspectionResponse): string {
  const name = nameItem(item)
  return `${name[0]!.toUpperCase()}${name.slice(1)}: no update from the ${chief_officer.title}`
}

/** While the 56 days run. */
function sayDay({ report, publication }: InspectionResponse, today: Day): string {
  if (
    !report.is_section_55 ||
    report.published === undefined ||
    publication.published !== undefined
  )
    return ''
  const day = dayOfTheClock(report.published, today)
  const past = day - DAYS_TO_PUBLISH
  if (past > 0)
    return past === 1 ? ' One day past the last day.' : ` ${past} days past the last day.`
  return day < 1 ? '' : ` Day ${day} of ${DAYS_TO_PUBLISH}.`
}

function findItem({ sections }: InspectionResponse, id: string): Item | undefined {
  for (const item of itemsOf(sections)) if (item.id === id) return item
  return undefined
}

function withRemarks<T extends Block | ListItem>(
  node: T,
  remarks: ReadonlyMap<Remarkable, string[]>,
): T {
  switch (node.type) {
    case 'title':
    case 'heading':
    case 'paragraph': {
      const own = remarks.get(node)
      return own ? { ...node, remarks: own } : node
    }
    case 'list':
      return { ...node, children: node.children.map(child => withRemarks(child, remarks)) }
    case 'listItem':
    case 'blockquote':
      return { ...node, children: node.children.map(child => withRemarks(child, remarks)) }
    case 'closing':
      return { ...node, children: node.children.map(child => withRemarks(child, remarks)) }
    default:
      return node
  }
}
