import { oneLine } from './language-reader.ts'
import type { ReadingContext } from './reading-context.ts'
import type { InspectionResponse, ItemKind } from './response.ts'
import type { ResponseFile } from './schema/response-file.ts'

/** Best first. The inspectorate says that the two cannot be compared. */
export const SCALES = {
  'peel-2014': ['outstanding', 'good', 'requires improvement', 'inadequate'],
  'peel-2021': ['outstanding', 'good', 'adequate', 'requires improvement', 'inadequate'],
}

/** The name of the scale that has a grade: the older, where both have it. */
export const knownScaleOf = (grade: string): string | undefined =>
  Object.entries(SCALES).find(([, grades]) => grades.includes(grade))?.[0]

const COUNTED = {
  recommendations: 'recommendation',
  'areas for improvement': 'area_for_improvement',
  'causes of concern': 'cause_of_concern',
  observations: 'observation',
  practices: 'practice',
} as const satisfies Record<string, ItemKind>

export function readReport(
  input: ResponseFile['report'],
  { reader }: ReadingContext,
): InspectionResponse['report'] {
  const at = ['report']
  const inspectorates = reader.lines(input.inspectorate, [...at, 'inspectorate'])
  const basis = reader.words(input.basis, [...at, 'basis']) ?? 'section 55'
  const { copy } = input
  return {
    title: reader.words(input.title, [...at, 'title']) ?? '',
    inspectorates: inspectorates.length > 0 ? inspectorates.map(one => one.value) : ['HMICFRS'],
    kind: input.kind ?? 'other',
    ...(input.published !== undefined && { published: input.published }),
    ...(input.url !== undefined && { url: input.url }),
    basis,
    is_section_55: /\b(?:section|sec\.?|s\.?|adran)\s*55\b/i.test(basis),
    scale: readScale(input.scale, reader),
    copy: Array.isArray(copy)
      ? copy.map((value, index) => ({ at: [...at, 'copy', index], value: value.trim() }))
      : copy === undefined
        ? []
        : [{ at: [...at, 'copy'], value: copy.trim() }],
    expects: Object.entries(COUNTED).flatMap(([key, kind]) => {
      const count = input.expects?.[key as keyof typeof COUNTED]
      return count === undefined
        ? []
        : [{ at: [...at, 'expects', key], kind, count: Number(count) }]
    }),
    ...(input.covered_by !== undefined && {
      covered_by: { at: [...at, 'covered_by'], value: oneLine(input.covered_by) },
    }),
  }
}

// Without a scale, the one whose words hold those of the other.
const readScale = (
  scale: ResponseFile['report']['scale'],
  reader: ReadingContext['reader'],
): string[] =>
  Array.isArray(scale)
    ? reader.lines(scale, ['report', 'scale']).map(({ value }) => value)
    : SCALES[scale ?? 'peel-2021']
