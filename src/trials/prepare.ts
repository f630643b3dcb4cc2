/** Converts records to the input of the models: recorded days in order, or one row per period. */
import { countModel } from './count.ts'
import type { PeriodModel } from './period-model.ts'
import type { RatingData } from './rating-data.ts'
import { periodsOf, spanOf, type TrialRecords, timeOf } from './records.ts'
import { yesNoModel } from './yes-no.ts'

export function ratingData(records: TrialRecords, scale: RatingData['scale']): RatingData {
  const span = spanOf(records)
  const rows = records.rows.filter(({ y }) => y !== null)
  return {
    days: Float64Array.from(rows, ({ day }) => day),
    arms: Float64Array.from(rows, ({ arm }) => arm),
    y: Float64Array.from(rows, ({ y }) => y ?? 0),
    time: Float64Array.from(rows, ({ day }) => timeOf(day, span)),
    armCount: records.arms.length,
    scale,
  }
}

/** The periods of two arms; periods without a recorded night are left out. */
export function periodModel(records: TrialRecords, from: number, to: number, model: 'count' | 'yes-no'): PeriodModel {
  const span = spanOf(records)
  const rows = periodsOf(records)
    .filter(({ arm, recorded }) => recorded > 0 && (arm === from || arm === to))
    .map(({ arm, total, recorded, meanDay }) => ({
      y: total,
      nights: recorded,
      x: arm === from ? -0.5 : 0.5,
      time: timeOf(meanDay, span),
    }))
  return model === 'count' ? countModel(rows) : yesNoModel(rows)
}
