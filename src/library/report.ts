/**
 * The report for a clinician, joined to what Unknot knows: `unknot/report`.
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
import { lookUp } from '../medicines/look-up.ts'
import { indexNames } from '../medicines/name-index.ts'
import type { FoodTable } from '../nutrition/food-table.ts'
import { withOwnFoods } from '../nutrition/own-foods.ts'
import { targetsFor } from '../nutrition/targets.ts'
import { isDay } from '../report/days.ts'
import { dayIntakes, eatenByDay, type FoodFacts, foodDays, foodFacts } from '../report/food.ts'
import { type Report, type ReportKnowledge, type ReportOptions, report as reportWith } from '../report/report.ts'

export { isDay } from '../report/days.ts'
export { type PageOptions, type Paper, papers, reportHtml } from '../report/page.ts'
export { type Report, type Section, type SectionKind, sectionKinds, sectionOf } from '../report/report.ts'
export { reportSummary, reportText } from '../report/text.ts'

const index = indexNames(medicineKnowledge)

/** What a report reads besides the diary. */
export const reportKnowledge: ReportKnowledge = {
  triage: triageKnowledge,
  names: { remedies, exercises },
  medicines: medicineKnowledge,
  lookUp: name => lookUp(index, name),
  sources,
}

export type ReportRequest = Omit<ReportOptions, 'dayOf' | 'food'> & {
  /** The day of a time at the place of the person; without it days are counted in UTC. */
  readonly dayOf?: ReportOptions['dayOf']
  /** The table of foods (`foodTable()` of `unknot/nutrition`); without it the report says that food was told and not counted. */
  readonly foods?: FoodTable
}

/**
 * What a diary says of a period, as sections in the order in which a clinician reads them: who, warning signs with their
 * dates, episodes, what was tried, trials, medicines, food, questions. Struck-out events never count. The same events,
 * period and `now` (milliseconds since 1970) always give the same report. No clinician has reviewed its content.
 * Throws a RangeError where `from` or `to` is no day, or the first comes after the last.
 */
export function report(events: readonly DiaryEvent[], request: ReportRequest): Report {
  const { foods, dayOf = inUtc, ...options } = request
  for (const key of ['from', 'to'] as const)
    if (typeof request[key] !== 'string' || !isDay(request[key]))
      throw new RangeError(`${key} is ${JSON.stringify(request[key])}: give a day like 2026-01-31`)
  if (request.from > request.to) throw new RangeError(`from ${request.from} is after to ${request.to}`)
  const food = {
    days: foodDays(counting(events), options.from, options.to),
    facts: foods && foodOf(events, foods, options),
  }
  return reportWith(reportKnowledge, fold(events), { ...options, dayOf, food })
}

const inUtc = (at: number): string => new Date(at).toISOString().slice(0, 10)

function foodOf(
  events: readonly DiaryEvent[],
  table: FoodTable,
  { from, to, now }: Pick<ReportOptions, 'from' | 'to' | 'now'>,
): FoodFacts | undefined {
  const { person, foods: own } = fold(events)
  const { birthYear, sex } = person
  const age = birthYear === undefined ? person.age : new Date(now).getUTCFullYear() - birthYear
  const lifeStage = person.pregnant === true && sex === 'female' ? 'pregnancy' : 'none'
  const isKnown = age !== undefined && (sex === 'female' || sex === 'male')
  const eater = isKnown
    ? ({ age, sex, lifeStage, reference: 'us-canada', conditions: undefined, medicines: undefined } as const)
    : undefined
  return foodFacts(
    dayIntakes(withOwnFoods(table, own), eatenByDay(counting(events), own, from, to)),
    eater && targetsFor(nutritionKnowledge, eater),
  )
}
