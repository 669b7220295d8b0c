/** What `s55 init` and `s55 new` begin with: scripts/starter-module.mjs makes the module. */
declare module 'section55:starter' {
  /** The files of starter/. */
  export const files: Readonly<Record<string, string>>
  /** The packages that are installed beside the product, as npm's lockfile has them. */
  export const installed: Readonly<Record<string, object>>
}
