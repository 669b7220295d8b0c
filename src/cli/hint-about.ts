import { CannotWrite } from './put-files.ts'

/** What helps where something could not be drawn or put in place for no fault of ours. */
export function hintAbout(error: unknown): string | undefined {
  if (error instanceof CannotWrite) return error.hint
  // By its name: the engine is not loaded for this.
  if (error instanceof Error && error.name === 'PdfEngineMissing')
    return 'Install s55 on this machine itself, where npm picks the packages that fit it.'
  return undefined
}
