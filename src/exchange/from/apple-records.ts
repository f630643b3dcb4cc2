/** The records of one source on one day, packed as numbers: a watch writes hundreds a day for years. */

/** Each record is its start, its end (both in seconds) and its amount. */
export interface DayRecords {
  readonly add: (start: number, end: number, amount: number) => void
  /** By time, each record once: the same one may be in the file twice. */
  readonly once: () => readonly DayRecord[]
  readonly count: () => number
}

export interface DayRecord {
  readonly start: number
  readonly end: number
  readonly amount: number
}

export function dayRecords(): DayRecords {
  let [packed, length] = [new Float64Array(6), 0]
  return {
    add(start, end, amount) {
      if (length === packed.length) {
        const larger = new Float64Array(length * 2)
        larger.set(packed)
        packed = larger
      }
      packed.set([start, end, amount], length)
      length += 3
    },
    count: () => length / 3,
    once() {
      const all = Array.from({ length: length / 3 }, (_, at) => ({
        start: packed[at * 3] ?? 0,
        end: packed[at * 3 + 1] ?? 0,
        amount: packed[at * 3 + 2] ?? 0,
      })).sort((a, b) => a.start - b.start || a.end - b.end || a.amount - b.amount)
      return all.filter((each, at) => at === 0 || !isSame(each, all[at - 1]))
    },
  }
}

const isSame = (one: DayRecord, two: DayRecord | undefined): boolean =>
  one.start === two?.start && one.end === two.end && one.amount === two.amount

export const sumOf = (records: readonly DayRecord[]): number => records.reduce((sum, { amount }) => sum + amount, 0)

/**
 * What several devices counted together, as Apple adds them up: the device with most comes first, and another one
 * counts for the time that those before it do not cover. `sources` begins with the first.
 */
export function mergedByTime(sources: readonly (readonly DayRecord[])[]): number {
  let covered: readonly Span[] = []
  let sum = 0
  for (const records of sources) {
    const overlap = overlaps(covered)
    for (const { start, end, amount } of records) {
      if (start === end) sum += overlap.holds(start) ? 0 : amount
      else sum += amount * (1 - overlap.seconds(start, end) / (end - start))
    }
    covered = union([...covered, ...records.map(({ start, end }): Span => [start, end])])
  }
  return sum
}

type Span = readonly [start: number, end: number]

/** Spans that overlap or touch, as one. */
export function union(spans: readonly Span[]): readonly Span[] {
  const merged: [number, number][] = []
  for (const [start, end] of spans.toSorted((a, b) => a[0] - b[0])) {
    const last = merged.at(-1)
    if (last && start <= last[1]) last[1] = Math.max(last[1], end)
    else merged.push([start, end])
  }
  return merged
}

/** How much of a span is covered. Asked in the order of their starts, so that every covered span is passed once. */
function overlaps(covered: readonly Span[]) {
  let from = 0
  const pass = (start: number) => {
    while ((covered[from]?.[1] ?? Number.POSITIVE_INFINITY) < start) from += 1
  }
  return {
    holds(at: number): boolean {
      pass(at)
      const [start, end] = covered[from] ?? [1, 0]
      return start <= at && at <= end
    },
    seconds(start: number, end: number): number {
      pass(start)
      let seconds = 0
      for (let at = from; (covered[at]?.[0] ?? end) < end; at += 1) {
        const [coveredStart, coveredEnd] = covered[at] ?? [0, 0]
        seconds += Math.max(0, Math.min(end, coveredEnd) - Math.max(start, coveredStart))
      }
      return seconds
    },
  }
}
