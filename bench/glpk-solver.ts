/** GLPK behind the interface of our solvers. */
import GLPK from 'glpk.js/node'
import type { Solver } from '../src/nutrition/programme.ts'

/** GLPK is GPL: it is only compared with in benches, and is not shipped. */
export async function glpkSolver(): Promise<Solver> {
  const glpk = await GLPK()
  return ({ columns, rows }, { seconds = 60 } = {}) => {
    const bounds = (lower: number, upper: number) => {
      if (lower === -Infinity && upper === Infinity) return { type: glpk.GLP_FR, lb: 0, ub: 0 }
      if (upper === Infinity) return { type: glpk.GLP_LO, lb: lower, ub: 0 }
      if (lower === -Infinity) return { type: glpk.GLP_UP, lb: 0, ub: upper }
      return lower === upper ? { type: glpk.GLP_FX, lb: lower, ub: lower } : { type: glpk.GLP_DB, lb: lower, ub: upper }
    }
    const name = (column: number) => `c${column}`
    const { result } = glpk.solve(
      {
        name: 'menu',
        objective: {
          direction: glpk.GLP_MIN,
          name: 'cost',
          vars: columns.map(({ cost }, column) => ({ name: name(column), coef: cost })),
        },
        subjectTo: rows.map(({ lower, upper, columns: weighed, coefficients }, row) => ({
          name: `r${row}`,
          vars: weighed.map((column, place) => ({ name: name(column), coef: coefficients[place] ?? 0 })),
          bnds: bounds(lower, upper),
        })),
        bounds: columns.map(({ lower, upper }, column) => ({ name: name(column), ...bounds(lower, upper) })),
        generals: columns.flatMap(({ isInteger }, column) => (isInteger ? [name(column)] : [])),
      },
      { msglev: glpk.GLP_MSG_OFF, tmlim: seconds, presol: true },
    )
    const { status, vars, z } = result
    if (status === glpk.GLP_NOFEAS || status === glpk.GLP_INFEAS)
      return { status: 'infeasible', values: undefined, cost: Infinity, bound: Infinity }
    const values = columns.map((_, column) => vars[name(column)] ?? 0)
    if (status === glpk.GLP_OPT) return { status: 'optimal', values, cost: z, bound: z }
    return { status: 'limit', values: status === glpk.GLP_FEAS ? values : undefined, cost: z, bound: -Infinity }
  }
}
