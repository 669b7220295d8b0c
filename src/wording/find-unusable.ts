import Handlebars from 'handlebars'

/** The blocks of a template, and which of them have values of their own inside, `../` outside. */
const BLOCKS: Record<string, { isScope: boolean }> = {
  if: { isScope: false },
  unless: { isScope: false },
  each: { isScope: true },
  with: { isScope: true },
}
const FORMS = '{{value}}, {{#if value}}, {{#unless value}}, {{#each list}} or {{#with group}}'

/** What Handlebars has and our templates do not: partials, decorators, helpers of one's own. */
export function findUnusable(
  template: hbs.AST.Program,
): { message: string; line: number } | undefined {
  const finder = new Finder()
  finder.accept(template)
  return finder.found
}

class Finder extends Handlebars.Visitor {
  found: { message: string; line: number } | undefined
  #scopes = 0

  override PartialStatement(node: hbs.AST.PartialStatement): void {
    this.#refuse(node, `{{> ${nameOf(node.name)}}}`)
  }
  override PartialBlockStatement(node: hbs.AST.PartialBlockStatement): void {
    this.#refuse(node, `{{#> ${nameOf(node.name)}}}`)
  }
  override Decorator(node: hbs.AST.Decorator): void {
    this.#refuse(node, `{{* ${nameOf(node.path)}}}`)
  }
  override DecoratorBlock(node: hbs.AST.DecoratorBlock): void {
    this.#refuse(node, `{{#* ${nameOf(node.path)}}}`)
  }
  override SubExpression(node: hbs.AST.SubExpression): void {
    this.#refuse(node, `(${nameOf(node.path)} …)`)
  }

  override MustacheStatement(node: hbs.AST.MustacheStatement): void {
    const name = nameOf(node.path)
    const isCall = node.params.length > 0 || (node.hash?.pairs.length ?? 0) > 0
    if (isCall || Object.hasOwn(BLOCKS, name))
      this.#refuse(node, `{{${name}${isCall ? ' …' : ''}}}`)
    else super.MustacheStatement(node)
  }

  override BlockStatement(node: hbs.AST.BlockStatement): void {
    const name = nameOf(node.path)
    const block = Object.hasOwn(BLOCKS, name) ? BLOCKS[name] : undefined
    const isOneOfOurs = block !== undefined && node.params.length === 1
    const hasMore =
      (node.hash?.pairs.length ?? 0) > 0 ||
      [node.program, node.inverse].some(part => (part?.blockParams?.length ?? 0) > 0)
    if (!isOneOfOurs || hasMore) {
      this.#refuse(node, `{{#${name}${node.params.length > 0 ? ' …' : ''}}}`)
      return
    }
    this.acceptArray(node.params)
    if (block.isScope) this.#scopes++
    this.accept(node.program)
    if (block.isScope) this.#scopes--
    if (node.inverse) this.accept(node.inverse)
  }

  override PathExpression(node: hbs.AST.PathExpression): void {
    if (node.depth <= this.#scopes) return
    this.#refuse(node, `{{${node.original}}}`, 'a value in reach')
  }

  #refuse({ loc }: hbs.AST.Node, what: string, expected = FORMS): void {
    this.found ??= { message: `Unexpected ${what}, expected ${expected}`, line: loc.start.line }
  }
}

const nameOf = (node: hbs.AST.Node): string =>
  'original' in node && typeof node.original === 'string' ? node.original : '…'
