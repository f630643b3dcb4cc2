/**
 * Leaves out choices that no best menu needs, by two proofs.
 *
 * Reduced costs: the relaxed programme of the fewest foods prices every choice. A choice that would raise the relaxed
 * count above the number of foods of a known menu cannot be in a menu of that many foods. The later objectives are
 * bounded by several rows (foods, change, energy), and each of them prices the choices again.
 *
 * Dominance: a choice is dominated by another one of the same group that is no less usual, no higher in energy, sodium
 * or any limited content, of the same family and no heavier (or of a family without a limit), and no lower in anything
 * still missing. A menu has one food of a kind, so a dominator of the same kind can always replace it. A menu of at
 * most `most` foods has at most `most - 1` others, so if there are dominators of `most` kinds, one of them is free to
 * replace it.
 */
import type { Choice } from './candidates.ts'
import type { Day } from './day.ts'
import type { Programme, Solver } from './programme.ts'

/** What each column would add to the cost: its own cost minus its contribution at the rows' prices. */
export function reducedCosts({ columns, rows }: Programme, prices: readonly number[]): Float64Array {
  const reduced = Float64Array.from(columns, ({ cost }) => cost)
  rows.forEach(({ columns: weighed, coefficients }, row) => {
    const price = prices[row] ?? 0
    weighed.forEach((column, place) => {
      reduced[column] = (reduced[column] ?? 0) - price * (coefficients[place] ?? 0)
    })
  })
  return reduced
}

/**
 * Prices the columns again by another bound: the total of one row is minimised over the rest, and a column that would
 * raise it above the row's bound is in no solution. Undefined if there is no solution.
 */
export async function withinBound(
  programme: Programme,
  name: string,
  solver: Solver,
): Promise<readonly boolean[] | undefined> {
  const row = programme.rows.find(each => each.name === name)
  if (row === undefined) return programme.columns.map(() => true)
  const costs = new Map(row.columns.map((column, place) => [column, row.coefficients[place]]))
  const relaxed: Programme = {
    columns: programme.columns.map((column, place) => ({ ...column, isInteger: false, cost: costs.get(place) ?? 0 })),
    rows: programme.rows.filter(each => each !== row),
  }
  const { status, cost, prices } = await solver(relaxed)
  const slack = 1e-6 * Math.max(1, Math.abs(row.upper))
  if (status === 'infeasible' || (status === 'optimal' && cost > row.upper + slack)) return undefined
  if (status !== 'optimal' || prices === undefined) return programme.columns.map(() => true)
  return Array.from(reducedCosts(relaxed, prices), reduced => cost + reduced <= row.upper + slack)
}

/** Removes dominated choices. If a least energy is set, nothing is removed, because more energy may then be better. */
export function preselect(
  choices: readonly Choice[],
  { limits, families }: Pick<Day, 'limits' | 'families'>,
  most: number,
  keep: readonly number[] = [],
): readonly Choice[] {
  if (limits.some(({ content, least }) => content === 'energy' && least !== undefined)) return choices
  const towards = limits.flatMap(({ least }, place) => (least === undefined ? [] : [{ place, least }]))
  const against = limits.flatMap(({ most: bound }, place) => (bound === undefined || bound === Infinity ? [] : [place]))
  const vectors = choices.map(({ brings, change, grams, food }) =>
    Float64Array.from([
      ...towards.map(({ place, least }) => -Math.min(brings[place] ?? 0, least)),
      ...against.map(place => brings[place] ?? 0),
      change,
      families.has(food.family) ? grams : 0,
    ]),
  )
  const byGroup = new Map<string, number[]>()
  for (const [place, { food }] of choices.entries()) {
    const group = byGroup.get(food.group)
    if (group) group.push(place)
    else byGroup.set(food.group, [place])
  }
  return choices.filter((choice, place) => {
    if (keep.includes(choice.food.id)) return true
    const own = vectors[place]
    const kinds = new Set<string>()
    for (const other of byGroup.get(choice.food.group) ?? []) {
      const rival = vectors[other]
      const food = choices[other]?.food
      if (other === place || !own || !rival || !food || kinds.has(food.kind) || keep.includes(food.id)) continue
      if (families.has(food.family) && food.family !== choice.food.family) continue
      if (!isBetter(rival, own, other < place)) continue
      if (food.kind === choice.food.kind) return false
      kinds.add(food.kind)
      if (kinds.size >= most) return false
    }
    return true
  })
}

/** No worse in anything, and better in something; ties are broken by order. */
function isBetter(a: Float64Array, b: Float64Array, isFirst: boolean): boolean {
  let isStrict = isFirst
  for (let place = 0; place < a.length; place++) {
    const [mine, theirs] = [a[place] ?? 0, b[place] ?? 0]
    if (mine > theirs) return false
    if (mine < theirs) isStrict = true
  }
  return isStrict
}
