import type { Finding } from '../finding.ts'

export const WORD = 'expected a Word document (.docx or .dotx)'
export const SAVE_AGAIN = 'Open it in Word and save it as Word Document (.docx)'

export const refuse = (message: string, hint?: string, where?: string): Finding => ({
  severity: 'error',
  message,
  ...(hint !== undefined && { hint }),
  ...(where !== undefined && { where }),
})

/** A name from inside the file, as far as it can be shown. */
export const quote = (name = ''): string => `"${name.replace(/[^\x20-\x7e]/g, '?').slice(0, 60)}"`
