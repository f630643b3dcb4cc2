/**
 * A solution of a programme of binary columns by a short local search: there in milliseconds, seldom the best, and
 * sometimes none. It is something to show until the exact answer comes, and an upper bound for the exact search.
 * Continuous columns stay 0.
 */
import { randomFrom } from '../random.ts'
import type { Programme } from './programme.ts'

/** Moves after which the search ends, and those after the last better solution. */
const mostMoves = 160
const patience = 40
/** The cost of missing a bound by its whole size: more than any difference between solutions. */
const missing = 400

export function quickSolution(programme: Programme, seed: number): readonly number[] | undefined {
  const { columns } = programme
  const { below } = randomFrom(seed)
  const entries = entriesOf(programme)
  const sums = new Float64Array(programme.rows.length)
  const chosen = new Set<number>()
  const binary = columns.flatMap(({ isInteger }, place) => (isInteger ? [place] : []))
  const missed = () => programme.rows.reduce((all, _, row) => all + missedBy(entries, row, sums[row] ?? 0), 0)
  const put = (column: number, sign: 1 | -1) => {
    for (let at = entries.starts[column] ?? 0; at < (entries.starts[column + 1] ?? 0); at++) {
      const row = entries.rows[at] ?? 0
      sums[row] = (sums[row] ?? 0) + sign * (entries.values[at] ?? 0)
    }
    if (sign === 1) chosen.add(column)
    else chosen.delete(column)
  }
  /** What the cost and the missed bounds change by when the column is added. */
  const change = (column: number) => {
    let difference = columns[column]?.cost ?? 0
    for (let at = entries.starts[column] ?? 0; at < (entries.starts[column + 1] ?? 0); at++) {
      const row = entries.rows[at] ?? 0
      const sum = sums[row] ?? 0
      difference += missedBy(entries, row, sum + (entries.values[at] ?? 0)) - missedBy(entries, row, sum)
    }
    return difference
  }
  /** Takes `out` away, and finds the best column to put in its place, if any is better than none. */
  const bestInPlaceOf = (out: number | undefined) => {
    if (out !== undefined) put(out, -1)
    const without = out === undefined ? 0 : -change(out)
    let best: Move = { out, into: undefined, change: without }
    for (const into of binary) {
      if (chosen.has(into) || into === out) continue
      const all = without + change(into)
      if (all < best.change - tolerance) best = { out, into, change: all }
    }
    if (out !== undefined) put(out, 1)
    return best
  }
  let found: { readonly places: readonly number[]; readonly cost: number } | undefined
  let sinceBetter = 0
  for (let moves = 0; moves < mostMoves && sinceBetter < patience; moves++) {
    const [move] = [undefined, ...chosen].map(bestInPlaceOf).toSorted((a, b) => a.change - b.change)
    if (move && move.change < -tolerance) {
      if (move.out !== undefined) put(move.out, -1)
      if (move.into !== undefined) put(move.into, 1)
    } else {
      const cost = [...chosen].reduce((sum, place) => sum + (columns[place]?.cost ?? 0), 0)
      if (missed() < tolerance && (!found || cost < found.cost)) {
        found = { places: [...chosen], cost }
        sinceBetter = 0
      }
      // A local best: begins again nearby.
      for (let count = 0; count < 3 && chosen.size > 0; count++) put([...chosen][below(chosen.size)] ?? 0, -1)
    }
    sinceBetter += found ? 1 : 0
  }
  if (!found) return undefined
  const values = columns.map(() => 0)
  for (const place of found.places) values[place] = 1
  return values
}

interface Move {
  readonly out: number | undefined
  readonly into: number | undefined
  readonly change: number
}

const tolerance = 1e-9

interface Entries {
  /** By column: where its entries begin in `rows` and `values`. */
  readonly starts: Int32Array
  readonly rows: Int32Array
  readonly values: Float64Array
  readonly lower: Float64Array
  readonly upper: Float64Array
  /** The cost of missing a bound of the row by one. */
  readonly weights: Float64Array
}

function missedBy({ lower, upper, weights }: Entries, row: number, sum: number): number {
  const under = (lower[row] ?? 0) - sum
  const over = sum - (upper[row] ?? 0)
  const far = Math.max(under, over)
  return far > tolerance ? far * (weights[row] ?? 0) : 0
}

/** The programme by columns. */
function entriesOf({ columns, rows }: Programme): Entries {
  const starts = new Int32Array(columns.length + 1)
  for (const { columns: weighed } of rows)
    for (const column of weighed) starts[column + 1] = (starts[column + 1] ?? 0) + 1
  for (let column = 0; column < columns.length; column++)
    starts[column + 1] = (starts[column + 1] ?? 0) + (starts[column] ?? 0)
  const next = starts.slice()
  const size = starts[columns.length] ?? 0
  const inRow = new Int32Array(size)
  const values = new Float64Array(size)
  rows.forEach(({ columns: weighed, coefficients }, row) => {
    weighed.forEach((column, place) => {
      const at = next[column] ?? 0
      inRow[at] = row
      values[at] = coefficients[place] ?? 0
      next[column] = at + 1
    })
  })
  return {
    starts,
    rows: inRow,
    values,
    lower: Float64Array.from(rows, ({ lower }) => lower),
    upper: Float64Array.from(rows, ({ upper }) => upper),
    weights: Float64Array.from(rows, ({ lower, upper }) => {
      const sizes = [lower, upper].filter(Number.isFinite).map(Math.abs)
      return missing / Math.max(1, ...sizes)
    }),
  }
}
