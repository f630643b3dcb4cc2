/**
 * Adapters for third-party solvers. Each takes the package's own module, so that nothing is loaded here: HiGHS
 * (mixed-integer, WebAssembly) and YALPS (small, plain JavaScript).
 */
import type { Programme, Solved, Solver } from './programme.ts'

/** The used part of the `highs` module. */
export interface HighsModule {
  readonly infinity: number
  readonly constants: { readonly modelStatus: Readonly<Record<string, number>> }
  createModel(source: HighsData): HighsModel
}

interface HighsData {
  readonly numCols: number
  readonly numRows: number
  readonly colCost: readonly number[]
  readonly colLower: readonly number[]
  readonly colUpper: readonly number[]
  readonly rowLower: readonly number[]
  readonly rowUpper: readonly number[]
  readonly integrality?: Int32Array
  readonly matrix: {
    readonly format: 'csr'
    readonly numRows: number
    readonly numCols: number
    readonly starts: readonly number[]
    readonly indices: readonly number[]
    readonly values: readonly number[]
  }
}

interface HighsModel {
  readonly options: { set(options: Readonly<Record<string, unknown>>): unknown }
  readonly info: { get(name: string): unknown }
  setSolution(start: { readonly colValue: readonly number[] }): unknown
  run(callbacks?: object): unknown
  getModelStatus(): number
  getObjectiveValue(): number
  getSolution(): { readonly colValue: Float64Array; readonly rowDual: Float64Array }
  dispose(): void
}

const improvingSolution = 4
const integer = 1

/** Sub-MIP searches take half the time of these small programmes; stored cuts take most of the memory. */
const plain = {
  output_flag: false,
  mip_abs_gap: 1e-6,
  mip_heuristic_run_rens: false,
  mip_heuristic_run_rins: false,
  mip_heuristic_run_root_reduced_cost: false,
  mip_allow_restart: false,
  mip_pool_soft_limit: 500,
  mip_pool_age_limit: 5,
}

/** HiGHS: exact, warm-started, and reports each better solution as it finds it. */
export function highsSolver(highs: HighsModule): Solver {
  return (programme, { start, relativeGap = 0, seconds = 60, onBetter } = {}) => {
    if (programme.columns.length === 0) return withoutColumns(programme)
    const model = highs.createModel(highsData(programme, highs.infinity))
    const isMixed = programme.columns.some(({ isInteger }) => isInteger)
    try {
      model.options.set({ ...plain, time_limit: seconds, mip_rel_gap: relativeGap })
      if (start) model.setSolution({ colValue: start })
      const hear = (event: { readonly data: { readonly mip_solution?: Float64Array } }) => {
        if (event.data.mip_solution) onBetter?.(Array.from(event.data.mip_solution))
      }
      model.run(isMixed && onBetter ? { [improvingSolution]: hear } : undefined)
      const { optimal, infeasible, unboundedOrInfeasible } = highs.constants.modelStatus
      const status = model.getModelStatus()
      const cost = model.getObjectiveValue()
      const bound = isMixed ? Number(model.info.get('mip_dual_bound')) : cost
      if (status === infeasible || status === unboundedOrInfeasible)
        return { status: 'infeasible', values: undefined, cost: Infinity, bound: Infinity }
      const hasSolution = Number(model.info.get('primal_solution_status')) === 2
      const { colValue, rowDual } = model.getSolution()
      const values = hasSolution ? Array.from(colValue) : undefined
      if (status === optimal && values)
        return { status: 'optimal', values, cost, bound, ...(isMixed ? {} : { prices: Array.from(rowDual) }) }
      return { status: 'limit', values, cost: values ? cost : Infinity, bound }
    } finally {
      model.dispose()
    }
  }
}

function highsData({ columns, rows }: Programme, infinity: number): HighsData {
  const finite = (value: number) => (value === Infinity ? infinity : value === -Infinity ? -infinity : value)
  const starts = [0]
  for (const { columns: weighed } of rows) starts.push((starts.at(-1) ?? 0) + weighed.length)
  const indices = rows.flatMap(({ columns: weighed }) => weighed)
  const values = rows.flatMap(({ coefficients }) => coefficients)
  const isMixed = columns.some(({ isInteger }) => isInteger)
  return {
    numCols: columns.length,
    numRows: rows.length,
    colCost: columns.map(({ cost }) => cost),
    colLower: columns.map(({ lower }) => finite(lower)),
    colUpper: columns.map(({ upper }) => finite(upper)),
    rowLower: rows.map(({ lower }) => finite(lower)),
    rowUpper: rows.map(({ upper }) => finite(upper)),
    ...(isMixed ? { integrality: Int32Array.from(columns, ({ isInteger }) => (isInteger ? integer : 0)) } : {}),
    matrix: { format: 'csr', numRows: rows.length, numCols: columns.length, starts, indices, values },
  }
}

function withoutColumns({ rows }: Programme): Solved {
  const isPossible = rows.every(({ lower, upper }) => lower <= 0 && upper >= 0)
  return isPossible
    ? { status: 'optimal', values: [], cost: 0, bound: 0 }
    : { status: 'infeasible', values: undefined, cost: Infinity, bound: Infinity }
}

/** The used part of `yalps`. */
export type YalpsSolve = (
  model: {
    readonly direction: 'minimize'
    readonly objective: string
    readonly constraints: Iterable<readonly [string, { readonly min?: number; readonly max?: number }]>
    readonly variables: Iterable<readonly [string, Iterable<readonly [string, number]>]>
    readonly integers: Iterable<string>
  },
  options?: { readonly tolerance?: number; readonly timeout?: number },
) => {
  readonly status: string
  readonly result: number
  readonly variables: readonly (readonly [string, number])[]
}

/** YALPS: loads at once and is quick where integers are few; its columns begin at 0. */
export function yalpsSolver(solve: YalpsSolve): Solver {
  return (programme, { relativeGap = 0, seconds = 60 } = {}) => {
    const { columns, rows } = programme
    const byColumn: [string, number][][] = columns.map(({ cost }) => [['cost', cost]])
    const constraints: [string, { min?: number; max?: number }][] = []
    const bounded = (name: string, lower: number, upper: number) =>
      constraints.push([
        name,
        { ...(lower === -Infinity ? {} : { min: lower }), ...(upper === Infinity ? {} : { max: upper }) },
      ])
    rows.forEach(({ lower, upper, columns: weighed, coefficients }, index) => {
      bounded(`row ${index}`, lower, upper)
      weighed.forEach((column, place) => {
        byColumn[column]?.push([`row ${index}`, coefficients[place] ?? 0])
      })
    })
    for (const [index, { lower, upper }] of columns.entries())
      if (lower !== 0 || upper !== Infinity) {
        bounded(`column ${index}`, lower, upper)
        byColumn[index]?.push([`column ${index}`, 1])
      }
    const { status, result, variables } = solve(
      {
        direction: 'minimize',
        objective: 'cost',
        constraints,
        variables: byColumn.map((entries, index) => [String(index), entries] as const),
        integers: columns.flatMap(({ isInteger }, index) => (isInteger ? [String(index)] : [])),
      },
      { tolerance: relativeGap, timeout: seconds * 1000 },
    )
    if (status === 'infeasible') return { status: 'infeasible', values: undefined, cost: Infinity, bound: Infinity }
    const values = columns.map(() => 0)
    for (const [name, value] of variables) values[Number(name)] = value
    const isFound = Number.isFinite(result)
    if (status === 'optimal') return { status: 'optimal', values, cost: result, bound: result * (1 - relativeGap) }
    return {
      status: 'limit',
      values: isFound ? values : undefined,
      cost: isFound ? result : Infinity,
      bound: -Infinity,
    }
  }
}
