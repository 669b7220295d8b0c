/** The values of a PDF (ISO 32000-1, 7.3). Null, booleans, numbers and arrays are those of the language. */
export type PdfValue =
  null | boolean | number | PdfName | PdfText | PdfRef | PdfStream | Shared | PdfDict | PdfValue[]
export type PdfDict = Map<string, PdfValue>

export class PdfName {
  constructor(readonly name: string) {}
}
/** A byte a character. */
export class PdfText {
  constructor(readonly text: string) {}
}
/** To an object of the file that was read. */
export class PdfRef {
  constructor(readonly object: number) {}
}
/** `bytes` as they stand in the file, encoded as `dict` says. */
export class PdfStream {
  constructor(
    readonly dict: PdfDict,
    readonly bytes: Uint8Array,
  ) {}
}
/** An object that is to be written once, wherever it is used. */
export class Shared {
  constructor(public value: PdfValue = null) {}
}

export const isDict = (value: PdfValue | undefined): value is PdfDict => value instanceof Map

export const nameOf = (value: PdfValue | undefined): string | undefined =>
  value instanceof PdfName ? value.name : undefined

export const dictOf = (entries: Record<string, PdfValue>): PdfDict =>
  new Map(Object.entries(entries))
