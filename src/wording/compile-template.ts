import Handlebars from 'handlebars'
import { findUnusable } from './find-unusable.ts'
import { helpers } from './helpers.ts'

const environment = Handlebars.create()
for (const name of Object.keys(environment.helpers)) environment.unregisterHelper(name)
environment.registerHelper(helpers)

/** Compiles an office's own template; what its author mistyped comes back as a sentence with its line. */
export function compileTemplate(
  text: string,
): { run: (context: object) => string } | { message: string; line: number } {
  try {
    const unusable = findUnusable(environment.parse(text))
    if (unusable) return unusable
  } catch (error) {
    const said = error instanceof Error ? error.message : ''
    return {
      message:
        'Unexpected template syntax, expected each {{#…}} closed by its {{/…}} and names in {{ }}',
      line: Number(/line (\d+)|- (\d+):/.exec(said)?.slice(1).find(Boolean) ?? 1),
    }
  }
  const run = environment.compile<object>(text)
  return { run: context => run(context) }
}
