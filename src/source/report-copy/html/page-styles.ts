/** What a page's own style sheet says of its classes, where it says it of the class alone. */
export type PageStyles = {
  /** Drawn with a border or a shade. */
  boxed: Set<string>
  /** Shown on paper only: what the screen has already, once more. */
  printed: Set<string>
}

/** The rules of a page, not those of a program that makes pages. */
const RULE_LIMIT = 20_000

/** Adds what a style sheet says. Rules within rules are taken for what they stand in: paper or screen. */
export function readPageStyles(css: string, styles: PageStyles): void {
  const hidden = new Set<string>()
  const onPaper = new Set<string>()
  for (const { selectors, declarations, isPrint } of rulesOf(css)) {
    const classes = classesOf(selectors)
    if (classes.length === 0) continue
    const isNone = /\bdisplay\s*:\s*none/i.test(declarations)
    for (const name of classes) {
      if (isPrint) {
        if (!isNone && /\bdisplay\s*:/i.test(declarations)) onPaper.add(name)
      } else {
        if (isNone) hidden.add(name)
        if (drawsBox(declarations)) styles.boxed.add(name)
      }
    }
  }
  for (const name of hidden) if (onPaper.has(name)) styles.printed.add(name)
}

type Rule = { selectors: string; declarations: string; isPrint: boolean }

function* rulesOf(css: string): Generator<Rule> {
  const text = withoutComments(css)
  const media: boolean[] = []
  let from = 0
  let count = 0
  for (let at = nextBrace(text, 0); at !== -1; at = nextBrace(text, at + 1)) {
    const before = text.slice(from, at).trim()
    if (text[at] === '{') {
      if (before.startsWith('@')) media.push(/^@media\b[^{]{0,200}\bprint\b/i.test(before))
      else {
        const end = text.indexOf('}', at)
        if (end === -1 || (count += 1) > RULE_LIMIT) return
        const isPrint = media.includes(true)
        yield { selectors: before, declarations: text.slice(at + 1, end), isPrint }
        at = end
      }
    } else media.pop()
    from = at + 1
  }
}

function nextBrace(text: string, from: number): number {
  for (let at = from; at < text.length; at++) if (text[at] === '{' || text[at] === '}') return at
  return -1
}

function withoutComments(css: string): string {
  let text = ''
  let from = 0
  for (let at = css.indexOf('/*'); at !== -1; at = css.indexOf('/*', from)) {
    text += css.slice(from, at)
    const end = css.indexOf('*/', at + 2)
    if (end === -1) return text
    from = end + 2
  }
  return text + css.slice(from)
}

function classesOf(selectors: string): string[] {
  if (selectors.length > 4000) return []
  return selectors.split(',').flatMap(one => /^\s*\.([\w-]+)\s*$/.exec(one)?.[1] ?? [])
}

const NO_COLOUR =
  /^(?:none|transparent|inherit|initial|unset|revert|white|#fff(?:fff)?|rgba?\(\s*255[\s,]+255[\s,]+255[^)]*\)|rgba\([^)]*,\s*0\s*\)|currentcolor|var\([^)]*\))?$/i
const NO_BORDER = /^(?:0(?:px|em|rem|pt)?|none|hidden|inherit|initial|unset|medium none)\b/i

/** A border all around or a bar on the left, or a shade that is not the paper's own. */
export function drawsBox(declarations: string): boolean {
  return declarations
    .slice(0, 4000)
    .split(';')
    .some(declaration => {
      const colon = declaration.indexOf(':')
      if (colon === -1) return false
      const key = declaration.slice(0, colon).trim().toLowerCase()
      const value = declaration
        .slice(colon + 1, colon + 200)
        .replace('!important', '')
        .trim()
      if (key === 'border' || key === 'border-left' || key === 'outline')
        return value !== '' && !NO_BORDER.test(value)
      if (key !== 'background' && key !== 'background-color') return false
      return !NO_COLOUR.test(value) && !/\burl\(/i.test(value)
    })
}
