import { longDate } from '../calendar.ts'
import type { Day, InspectionResponse, Waiver } from '../model/response.ts'
import type { Waived } from '../problem.ts'
import type { Finding, Rule } from './rule.ts'
import { entriesOf, jointAnswersOf } from '../model/response.ts'
import { didYouMean } from '../model/validate/did-you-mean.ts'

/** A waiver of the response stands for findings about no item. */
type Excuse = { waiver: Waiver; item?: string; isWithheld: boolean; isUsed: boolean }

/** Keeps account of what is excused: each waiver one finding, with a reason, up to its last day. */
export class Waivers {
  readonly #excuses: Excuse[]
  readonly #today: Day

  constructor(response: InspectionResponse, today: Day) {
    this.#today = today
    this.#excuses = response.waive.map(waiver => ({
      waiver,
      isWithheld: false,
      isUsed: false,
    }))
    const { sections } = response
    for (const { item } of [...entriesOf(sections), ...jointAnswersOf(sections)])
      for (const waiver of item.waive)
        this.#excuses.push({
          waiver,
          item: item.id,
          isWithheld: 'withheld' in item && item.withheld !== undefined,
          isUsed: false,
        })
  }

  /** The waiver that excuses a finding, which is then used up. */
  excuse(rule: string, item: string | undefined): Excuse | undefined {
    const excuse = this.#excuses.find(
      ({ waiver, ...about }) =>
        waiver.rule === rule &&
        about.item === item &&
        !about.isUsed &&
        this.#lackOf(waiver) === undefined,
    )
    if (excuse) excuse.isUsed = true
    return excuse
  }

  /** What is told of one that is in use. Why a finding on a withheld item is excused may give it away. */
  static told({ waiver, isWithheld }: Excuse): Omit<Waived, 'problem'> {
    const { reason = '', by, until = '' } = waiver
    return { ...(!isWithheld && { reason }), ...(by !== undefined && { by }), until }
  }

  /** What is wrong with the waivers themselves, once every finding was offered to them. */
  *findings(rules: readonly Pick<Rule, 'id' | 'needsPages'>[]): Generator<Finding> {
    if (this.#excuses.length === 0) return
    const known = rules.map(({ id }) => id)
    for (const { waiver, item, isUsed } of this.#excuses) {
      // What the pages tell is not yet known.
      if (isUsed || rules.some(rule => rule.id === waiver.rule && rule.needsPages)) continue
      const about = { at: [...waiver.at, 'rule'], ...(item !== undefined && { item }) }
      if (!known.includes(waiver.rule)) {
        const meant = didYouMean(waiver.rule, known)
        yield {
          ...about,
          message: `Unexpected waiver of ${waiver.rule}, expected a rule that can be waived`,
          ...(meant !== undefined && { hint: `Did you mean ${meant}?` }),
        }
        continue
      }
      const lack = this.#lackOf(waiver)
      yield lack
        ? { ...about, ...lack, at: lack.at ?? about.at }
        : {
            ...about,
            message: `Unexpected waiver of ${waiver.rule}, expected a finding that it excuses`,
            hint: 'Remove it: there is nothing left to excuse.',
          }
    }
  }

  #lackOf({
    at,
    reason,
    until,
  }: Waiver): (Pick<Finding, 'message'> & { at?: Finding['at'] }) | undefined {
    if (!reason?.trim()) return { message: 'Missing reason of the waiver, expected it in `reason`' }
    if (until === undefined)
      return { message: 'Missing end of the waiver, expected a date in `until`' }
    if (until < this.#today)
      return {
        at: [...at, 'until'],
        message: `Unexpected waiver until ${longDate(until)}, expected one that has not ended`,
      }
    return undefined
  }
}
