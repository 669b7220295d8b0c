/** Why a picture cannot be used, and what the officer can do about it. */
export type Refusal = { refusal: string; hint: string }

export const isRefusal = (value: object): value is Refusal => 'refusal' in value

/** What Word, the PDF and browsers show alike. */
export const SHOWN_EVERYWHERE = 'a PNG, JPEG or SVG picture'
