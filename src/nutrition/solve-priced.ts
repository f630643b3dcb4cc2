/**
 * Solves a programme of many binary columns quickly and exactly. The relaxed programme prices every column. Without a
 * solution to start from, a small programme of the best-priced columns gives one. Then only the columns that could be
 * in a better one are left, and the solver finds it or proves that there is none. Costs are whole numbers.
 */
import { reducedCosts } from './preselect.ts'
import type { Programme, Solved, Solver } from './programme.ts'

/** The number of best-priced columns in the first, small programme; more if it has no solution. */
const smallSizes = [100, 300]

export interface PricedOptions {
  /** The longest time of one solver call. */
  readonly seconds: number
  /** A solution to improve on. */
  readonly start?: readonly number[] | undefined
  readonly onBetter: (values: readonly number[]) => void
}

export async function solvePriced(
  programme: Programme,
  solver: Solver,
  { seconds, start, onBetter }: PricedOptions,
): Promise<Pick<Solved, 'status' | 'values'>> {
  const relaxed = await solver(
    { ...programme, columns: programme.columns.map(column => ({ ...column, isInteger: false })) },
    { seconds },
  )
  if (relaxed.status === 'infeasible' || relaxed.prices === undefined)
    return relaxed.status === 'infeasible'
      ? { status: 'infeasible', values: undefined }
      : solver(programme, { seconds, onBetter })
  const reduced = reducedCosts(programme, relaxed.prices)
  const order = programme.columns.map((_, place) => place).toSorted((a, b) => (reduced[a] ?? 0) - (reduced[b] ?? 0))

  let best: { readonly values: readonly number[]; readonly cost: number } | undefined
  if (start) best = { values: start, cost: costOf(programme, start) }
  const solve = async (places: readonly number[], mostCost: number | undefined) => {
    const kept = places.toSorted((a, b) => a - b)
    const { part, back } = partOf(programme, kept, mostCost)
    const solved = await solver(part, { seconds, relativeGap: 0, onBetter: values => onBetter(back(values)) })
    if (solved.values) {
      const values = back(solved.values)
      best = { values, cost: costOf(programme, values) }
    }
    return solved.status
  }
  const ableUnder = (cost: number) =>
    programme.columns.flatMap((_, place) =>
      relaxed.cost + Math.max(0, reduced[place] ?? 0) <= cost + tolerance ? [place] : [],
    )
  for (const size of smallSizes) {
    if (best && (size !== smallSizes[0] || ableUnder(best.cost - 1).length <= size)) break
    await solve(keeping(programme, order.slice(0, size)), best ? best.cost - 1 : undefined)
  }
  for (;;) {
    const better = best ? best.cost - 1 : Infinity
    if (best && relaxed.cost > better + tolerance) return { status: 'optimal', values: best.values }
    const before = best
    const status = await solve(keeping(programme, ableUnder(better)), best ? better : undefined)
    if (status === 'infeasible')
      return best ? { status: 'optimal', values: best.values } : { status, values: undefined }
    if (status === 'limit') return { status, values: best?.values }
    if (best === before) return { status: 'limit', values: best?.values }
    if (before === undefined) return { status: 'optimal', values: best?.values }
  }
}

const tolerance = 1e-6

/** Continuous columns always stay. */
const keeping = ({ columns }: Programme, places: readonly number[]): readonly number[] => [
  ...new Set([...places, ...columns.flatMap(({ isInteger }, place) => (isInteger ? [] : [place]))]),
]

const costOf = ({ columns }: Programme, values: readonly number[]): number =>
  Math.round(columns.reduce((sum, { cost }, place) => sum + cost * (values[place] ?? 0), 0) * 1e6) / 1e6

/** The programme of some of the columns, and the way back to all of them. */
function partOf(programme: Programme, kept: readonly number[], mostCost: number | undefined) {
  const at = new Map(kept.map((place, index) => [place, index]))
  const rows = programme.rows.map(row => {
    const columns: number[] = []
    const coefficients: number[] = []
    row.columns.forEach((column, place) => {
      const index = at.get(column)
      if (index === undefined) return
      columns.push(index)
      coefficients.push(row.coefficients[place] ?? 0)
    })
    return { ...row, columns, coefficients }
  })
  const columns = kept.flatMap(place => programme.columns[place] ?? [])
  const bound = {
    name: 'most-cost',
    lower: -Infinity,
    upper: mostCost ?? 0,
    columns: columns.map((_, index) => index),
    coefficients: columns.map(({ cost }) => cost),
  }
  const back = (values: readonly number[]) => programme.columns.map((_, place) => values[at.get(place) ?? -1] ?? 0)
  return { part: { columns, rows: mostCost === undefined ? rows : [...rows, bound] } satisfies Programme, back }
}
