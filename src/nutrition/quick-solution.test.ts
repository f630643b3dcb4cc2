import { describe, expect, it } from 'vitest'
import { highs, knowledge, profileOf, table } from '../../test/support/food-tools.ts'
import { cautionsFor } from './cautions.ts'
import { costFor } from './meal-costs.ts'
import { dayProgramme } from './meal-model.ts'
import { leastProtein, servedTo } from './meal-plates.ts'
import type { Column, Programme } from './programme.ts'
import { quickSolution } from './quick-solution.ts'
import { solvePriced } from './solve-priced.ts'
import { targetsFor } from './targets.ts'

const column = (cost: number): Column => ({ name: 'x', cost, lower: 0, upper: 1, isInteger: true })
/** Choose exactly two of five items that weigh at least 10 together, and cheaply. */
const pick: Programme = {
  columns: [1, 2, 3, 4, 5].map(column),
  rows: [
    { name: 'two', lower: 2, upper: 2, columns: [0, 1, 2, 3, 4], coefficients: [1, 1, 1, 1, 1] },
    { name: 'weight', lower: 10, upper: Infinity, columns: [0, 1, 2, 3, 4], coefficients: [1, 4, 6, 8, 9] },
  ],
}
const kept = ({ rows }: Programme, values: readonly number[] = []) =>
  rows.every(({ lower, upper, columns, coefficients }) => {
    const sum = columns.reduce((all, at, place) => all + (coefficients[place] ?? 0) * (values[at] ?? 0), 0)
    return sum >= lower - 1e-6 && sum <= upper + 1e-6
  })
const costOf = ({ columns }: Programme, values: readonly number[] = []) =>
  columns.reduce((sum, { cost }, place) => sum + cost * (values[place] ?? 0), 0)

describe('a quick solution', () => {
  it('keeps every row, at little cost', () => {
    const found = quickSolution(pick, 1)
    expect(kept(pick, found)).toBe(true)
    // The best costs 5, and the worst 9.
    expect(costOf(pick, found)).toBeLessThanOrEqual(6)
  })

  it('is undefined where no choice keeps every row', () => {
    const heavy = { ...pick, rows: pick.rows.map(row => (row.name === 'weight' ? { ...row, lower: 19 } : row)) }
    expect(quickSolution(heavy, 1)).toBeUndefined()
  })

  it.each([
    ['a woman', {}],
    ['a vegan man', { sex: 'male', diet: 'vegan' }],
    ['a vegetarian woman who eats no gluten', { diet: 'vegetarian', avoid: ['gluten'] }],
  ])('is a day of meals of %s that costs little more than the best', { timeout: 60_000 }, async (_who, own) => {
    const profile = profileOf({ age: 41, sex: 'female', conditions: [], medicines: [], ...own })
    const programme = dayProgramme(table, servedTo(table, profile, cautionsFor(knowledge, profile)), {
      targets: targetsFor(knowledge, profile),
      profile,
      protein: leastProtein(profile),
      costOf: costFor(profile, [], 1),
      isElastic: false,
      refused: [],
    })
    const quick = quickSolution(programme, 1)
    expect(kept(programme, quick)).toBe(true)
    const best = await solvePriced(programme, highs, { seconds: 60, start: quick, onBetter: () => {} })
    expect(best.status).toBe('optimal')
    expect(costOf(programme, quick)).toBeGreaterThanOrEqual(costOf(programme, best.values) - 1e-6)
    expect(costOf(programme, quick)).toBeLessThanOrEqual(2 * costOf(programme, best.values))
  })
})
