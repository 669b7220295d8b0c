/** The manual's pages, by rule: scripts/manual-module.mjs makes the module. */
declare module 'section55:manual' {
  export const pages: Readonly<Record<string, string>>
}
