/** What `s55 status` writes. */
export const STATUS_FORMATS = ['text', 'json', 'csv', 'xlsx', 'ics', 'html'] as const
export type StatusFormat = (typeof STATUS_FORMATS)[number]
