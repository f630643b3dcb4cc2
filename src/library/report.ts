/**
 * The report for a clinician, joined to the built knowledge: `unknot/report`.
 *
 * ```ts
 * import { report, reportHtml } from 'unknot/report'
 * const made = report(events, { from: '2025-11-26', to: '2026-11-25', now: Date.now() })
 * writeFileSync('report.html', reportHtml(made, { paper: 'a4', isDetailed: true }))
 * ```
 */

import type { DiaryEvent } from '../diary/event.ts'
import { counting, fold } from '../diary/fold.ts'
import { exercises } from '../knowledge/exercises.gen.ts'
import { medicineKnowledge } from '../knowledge/medicines.gen.ts'
import { nutritionKnowledge } from '../knowledge/nutrition.gen.ts'
import { remedies } from '../knowledge/remedies.gen.ts'
import { sources } from '../knowledge/sources.gen.ts'
import { triageKnowledge } from '../knowledge/triage.gen.ts'
import type { FoodTable } from '../nutrition/food-table.ts'
import { withOwnFoods } from '../nutrition/own-foods.ts'
import { targetsFor } from '../nutrition/targets.ts'
import { dayIntakes, eatenByDay, foodDays, foodFacts, wholeDays } from '../report/food.ts'
import type { FoodTold } from '../report/food-facts.ts'
import { type Report, report as reportWith } from '../report/report.ts'
import type { ReportKnowledge, ReportOptions } from '../report/section-input.ts'
import { isDay, utcDay } from '../time.ts'
import { lookUp } from './medicines.ts'

export { type PageOptions, reportHtml } from '../report/page.ts'
export type { Paper } from '../report/paper.ts'
export { papers } from '../report/paper.ts'
export { type Report, type Section, sectionOf } from '../report/report.ts'
export { type SectionKind, sectionKinds } from '../report/section-input.ts'
export { reportSummary, reportText } from '../report/text.ts'
export { suggestedQuestions, twentySeconds } from '../report/visit.ts'
export { isDay } from '../time.ts'

/** What a report uses besides the diary. */
export const reportKnowledge: ReportKnowledge = {
  triage: triageKnowledge,
  names: { remedies, exercises },
  medicines: medicineKnowledge,
  lookUp,
  sources,
}

export type ReportRequest = Omit<ReportOptions, 'dayOf' | 'food'> & {
  /** The day of a time at the person's location; without it, days are counted in UTC. */
  readonly dayOf?: ReportOptions['dayOf']
  /**
   * The table of foods (`foodTable()` of `unknot/nutrition`). Without it, the report says that food was recorded but
   * not counted.
   */
  readonly foods?: FoodTable
}

/**
 * What a diary says about a period, as sections in the order in which a clinician reads them: the person's
 * questions, how it is now, warning signs with their dates and their end, episodes, what was tried, trials, medicines, food,
 * what was advised. Struck-out events never count. The same
 * events, period and `now` (milliseconds since 1970) always give the same report. No clinician has reviewed its
 * content. Throws a RangeError if `from` or `to` is not a day, or `from` is after `to`.
 */
export function report(events: readonly DiaryEvent[], request: ReportRequest): Report {
  const { foods, dayOf = utcDay, ...options } = request
  for (const key of ['from', 'to'] as const)
    if (typeof request[key] !== 'string' || !isDay(request[key]))
      throw new RangeError(`${key} is ${JSON.stringify(request[key])}: give a day like 2026-01-31`)
  if (request.from > request.to) throw new RangeError(`from ${request.from} is after to ${request.to}`)
  const food = {
    days: foodDays(counting(events), options.from, options.to),
    ...(foods ? foodOf(events, foods, options) : { wholeDays: undefined, facts: undefined }),
  }
  return reportWith(reportKnowledge, fold(events), { ...options, dayOf, food })
}

function foodOf(
  events: readonly DiaryEvent[],
  table: FoodTable,
  { from, to, now }: Pick<ReportOptions, 'from' | 'to' | 'now'>,
): Pick<FoodTold, 'wholeDays' | 'facts'> {
  const { person, foods: own } = fold(events)
  const { birthYear, sex } = person
  const age = birthYear === undefined ? person.age : new Date(now).getUTCFullYear() - birthYear
  const lifeStage = person.pregnant === true && sex === 'female' ? 'pregnancy' : 'none'
  const isKnown = age !== undefined && (sex === 'female' || sex === 'male')
  const eater = isKnown
    ? ({ age, sex, lifeStage, reference: 'us-canada', conditions: undefined, medicines: undefined } as const)
    : undefined
  const all = withOwnFoods(table, own)
  const whole = wholeDays(all, eatenByDay(counting(events), own, from, to))
  return {
    wholeDays: whole.length,
    facts: foodFacts(dayIntakes(all, whole), eater && targetsFor(nutritionKnowledge, eater)),
  }
}
