/**
 * A mixed-integer programme, and the one builder that makes every diet one: things with a cost, what each brings of
 * several contents, limits on the totals, and sets of things. The solver is passed in.
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
  /** `-Infinity` and `Infinity` where there is no bound. */
  readonly lower: number
  readonly upper: number
  /** The columns it weighs, and each one's coefficient: two lists of numbers, for a menu has thousands of them. */
  readonly columns: readonly number[]
  readonly coefficients: readonly number[]
}

/** Minimise the cost. */
export interface Programme {
  readonly columns: readonly Column[]
  readonly rows: readonly Row[]
}

export interface Solved {
  /** `limit`: stopped before the proof; `values`, if any, hold but may not be the best. */
  readonly status: 'optimal' | 'infeasible' | 'limit'
  readonly values: readonly number[] | undefined
  readonly cost: number
  /** No solution costs less than this. */
  readonly bound: number
  /** Of each row, for a linear programme: what one more unit of its bound costs. */
  readonly prices?: readonly number[]
}

export interface SolveOptions {
  /** A solution to begin from. */
  readonly start?: readonly number[]
  /** Stop when the cost is proven within this share of the best. */
  readonly relativeGap?: number
  readonly seconds?: number
  /** Hears each better solution as it is found. */
  readonly onBetter?: (values: readonly number[]) => void
}

export type Solver = (programme: Programme, options?: SolveOptions) => Solved | Promise<Solved>

/** Something that can be taken: a food in dollars, a food in portions, or a food at one of its amounts. */
export interface Item {
  readonly name: string
  readonly cost: number
  readonly lower?: number
  readonly upper?: number
  readonly isInteger?: boolean
  /** What one unit brings, in the order of the limits. */
  readonly brings: readonly number[]
}

/** A bound on a total. */
export interface Limit {
  readonly name: string
  readonly least?: number
  readonly most?: number
}

/** A bound on how much is taken of some items together. */
export interface ItemSet {
  readonly name: string
  readonly items: readonly number[]
  readonly least?: number
  readonly most?: number
}

/** The programme of a diet: which items, within which limits, at the least of what is to be kept small (docs/menu.md). */
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

/** A bound on the total of what each thing counts, one column a thing; those that count nothing are left out. */
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
