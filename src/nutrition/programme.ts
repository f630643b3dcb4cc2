/**
 * A mixed-integer programme, and the builder for all diet problems: items with a cost, the contents of each, limits on
 * the totals, and sets of items. The solver is passed in.
 */

export interface Column {
  readonly name: string
  readonly cost: number
  readonly lower: number
  readonly upper: number
  readonly isInteger: boolean
}

export interface Row {
  readonly name: string
  /** `-Infinity` and `Infinity` mean no bound. */
  readonly lower: number
  readonly upper: number
  /** The columns of the row and their coefficients, as two lists of numbers, because a menu has thousands of them. */
  readonly columns: readonly number[]
  readonly coefficients: readonly number[]
}

/** Minimise the cost. */
export interface Programme {
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
}

export interface Solved {
  /** `limit`: stopped before the proof; `values`, if any, are feasible but may not be the best. */
  readonly status: 'optimal' | 'infeasible' | 'limit'
  readonly values: readonly number[] | undefined
  readonly cost: number
  /** No solution costs less than this. */
  readonly bound: number
  /** For each row of a linear programme: the cost of one more unit of its bound. */
  readonly prices?: readonly number[]
}

export interface SolveOptions {
  /** A solution to start from. */
  readonly start?: readonly number[]
  /** Stop when the cost is proven within this share of the best. */
  readonly relativeGap?: number
  readonly seconds?: number
  /** Receives each better solution as it is found. */
  readonly onBetter?: (values: readonly number[]) => void
}

export type Solver = (programme: Programme, options?: SolveOptions) => Solved | Promise<Solved>

/** An item: a food in dollars, a food in portions, or a food at one of its amounts. */
export interface Item {
  readonly name: string
  readonly cost: number
  readonly lower?: number
  readonly upper?: number
  readonly isInteger?: boolean
  /** The contents of one unit, in the order of the limits. */
  readonly brings: readonly number[]
}

/** A bound on a total. */
export interface Limit {
  readonly name: string
  readonly least?: number
  readonly most?: number
}

/** A bound on the total amount of some items. */
export interface ItemSet {
  readonly name: string
  readonly items: readonly number[]
  readonly least?: number
  readonly most?: number
}

/** The programme of a diet: the items, the limits, and the objective to minimise (docs/menu.md). */
export function dietProgramme(
  items: readonly Item[],
  limits: readonly Limit[],
  sets: readonly ItemSet[] = [],
): Programme {
  return {
    columns: items.map(({ name, cost, lower = 0, upper = Infinity, isInteger = false }) => ({
      name,
      cost,
      lower,
      upper,
      isInteger,
    })),
    rows: [
      ...limits.map(({ name, least = -Infinity, most = Infinity }, place) =>
        rowOf(name, least, most, items, ({ brings }) => brings[place] ?? 0),
      ),
      ...sets.map(({ name, items: members, least = -Infinity, most = Infinity }) => ({
        name,
        lower: least,
        upper: most,
        columns: members,
        coefficients: members.map(() => 1),
      })),
    ],
  }
}

/** A bound on a weighted total, with one column per item; items with weight 0 are left out. */
export function rowOf<Thing>(
  name: string,
  lower: number,
  upper: number,
  things: readonly Thing[],
  countOf: (thing: Thing) => number,
): Row {
  const columns: number[] = []
  const coefficients: number[] = []
  things.forEach((thing, column) => {
    const coefficient = countOf(thing)
    if (coefficient === 0) return
    columns.push(column)
    coefficients.push(coefficient)
  })
  return { name, lower, upper, columns, coefficients }
}
