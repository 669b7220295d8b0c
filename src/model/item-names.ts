import type { ItemKind } from './response.ts'

/** One item of a kind, and several. */
export const NAMES: Record<ItemKind, [one: string, many: string]> = {
  cause_of_concern: ['cause of concern', 'causes of concern'],
  recommendation: ['recommendation', 'recommendations'],
  area_for_improvement: ['area for improvement', 'areas for improvement'],
  observation: ['observation', 'observations'],
  practice: ['practice', 'practices'],
}
