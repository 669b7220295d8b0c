/** The looks of an office's letters, as its letterhead has them. The same for every format. */
export type Look = {
  /** "Arial": the family that Word and browsers are told. */
  font: string
  /** The files the PDF is drawn with: of the metric twin, or the office's own. */
  fontFiles: FontFiles
  /** #rrggbb, of headings, rules and the bars beside the report's words. */
  colour: string
  /** Millimetres. `first_top`: of the first page, where stationery stands at its head. */
  margins: { top: number; bottom: number; left: number; right: number; first_top?: number }
  /** The office's own, in place of the letterhead made from the rest: Word's for the DOCX, a PDF under the PDF. */
  stationery: { docx?: Uint8Array; pdf?: Uint8Array }
}
/** The bytes of static TrueType or OpenType fonts. */
export type FontFiles = {
  /** The family's name in the files themselves. */
  family: string
  faces: Uint8Array[]
  /** Asked, in order, for what the faces lack: ticks, arrows, bullets. */
  symbols: { family: string; bytes: Uint8Array }[]
}
