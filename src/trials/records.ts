/**
 * The records of a trial: one row per scheduled day, rated or missed, and the same grouped by period. A period is a run
 * of days on one arm (a block, in the words of the design).
 */

export interface Arm {
  /** The number of the arm in the file; contrasts run from the lower to the higher. */
  readonly number: number
  readonly label: string
}

export interface TrialRow {
  /** Whole number, each day once. */
  readonly day: number
  readonly period: number
  /** Position in `arms`. */
  readonly arm: number
  /** Null: a scheduled day that was missed. */
  readonly y: number | null
  /** The nights that `y` covers: 1 if each night has its own row. */
  readonly nights: number
}

export interface TrialRecords {
  /** In order of days. */
  readonly rows: readonly TrialRow[]
  /** In order of their numbers; at least two. */
  readonly arms: readonly Arm[]
}

export interface Period {
  readonly period: number
  readonly arm: number
  readonly firstDay: number
  readonly lastDay: number
  /** Scheduled days or nights, and how many of them have a record that counts. */
  readonly scheduled: number
  readonly recorded: number
  /** Sum of y over the recorded nights. */
  readonly total: number
  /** Mean day of the recorded rows; NaN without any. */
  readonly meanDay: number
}

/** First and last scheduled day, including missed days: the span of the time covariate. */
export function spanOf({ rows }: TrialRecords): readonly [first: number, last: number] {
  return [rows[0]?.day ?? 0, rows.at(-1)?.day ?? 0]
}

/** Time from -1/2 on the first scheduled day to 1/2 on the last; 0 if there is only one day. */
export const timeOf = (day: number, [first, last]: readonly [number, number]): number =>
  last === first ? 0 : (day - (first + last) / 2) / (last - first)

/**
 * Leaves out the first days of each period (recorded and shown, but not analysed), because an earlier remedy may still
 * act. They stay scheduled, so the span of the trial does not change.
 */
export function withoutFirstDays(records: TrialRecords, days: number): TrialRecords {
  if (days === 0) return records
  const firstDay = new Map<number, number>()
  for (const { period, day } of records.rows) firstDay.set(period, Math.min(day, firstDay.get(period) ?? day))
  const rows = records.rows.map(row =>
    row.day - (firstDay.get(row.period) ?? row.day) < days ? { ...row, y: null } : row,
  )
  return { ...records, rows }
}

/** The rows grouped by period, in the order of their first day. */
export function periodsOf({ rows }: TrialRecords): readonly Period[] {
  const byPeriod = new Map<number, TrialRow[]>()
  for (const row of rows) {
    const found = byPeriod.get(row.period)
    if (found) found.push(row)
    else byPeriod.set(row.period, [row])
  }
  return [...byPeriod].map(([period, own]) => {
    const recorded = own.filter(({ y }) => y !== null)
    const nights = recorded.reduce((sum, row) => sum + row.nights, 0)
    return {
      period,
      arm: own[0]?.arm ?? 0,
      firstDay: own[0]?.day ?? 0,
      lastDay: own.at(-1)?.day ?? 0,
      scheduled: own.reduce((sum, row) => sum + row.nights, 0),
      recorded: nights,
      total: recorded.reduce((sum, { y }) => sum + (y ?? 0), 0),
      meanDay: recorded.reduce((sum, { day, nights: weight }) => sum + day * weight, 0) / nights,
    }
  })
}
