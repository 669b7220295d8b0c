/** What a paper for the panel may be: the report of a meeting, or the progress of all open items. */
export const PAPER_KINDS = ['report', 'progress'] as const
export type PaperKind = (typeof PAPER_KINDS)[number]
