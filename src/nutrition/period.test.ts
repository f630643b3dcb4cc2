import { expect, it } from 'vitest'
import { knowledge, table } from '../../test/support/food-tools.ts'
import { periodOf } from './period.ts'
import { targetsFor } from './targets.ts'

const targets = (reference: 'us-canada' | 'efsa', lifeStage: 'none' | 'pregnancy' = 'none') =>
  targetsFor(knowledge, { age: 34, sex: 'female', lifeStage, reference, conditions: [], medicines: [] })
const banana = { food: 173944, grams: 100 }
const wildSalmon = { food: 171998, grams: 85 }
/** Enough beside it for a whole day, with figures for everything. */
const rest = [
  { food: 9000056, grams: 272 },
  { food: 171265, grams: 244 },
]
const restHolds = (content: 'potassium') =>
  rest.reduce(
    (sum, { food, grams }) => sum + ((table.per100(table.place.get(food) ?? -1, content) ?? 0) * grams) / 100,
    0,
  )

it('averages over the whole days, leaves sparse ones out, and counts foods without a figure', () => {
  const { days, sparse, foods, nutrients } = periodOf(table, targets('us-canada'), [
    [banana, wildSalmon, ...rest],
    [],
    [banana, banana, ...rest],
    [banana],
  ])
  expect([days, sparse, foods]).toEqual([2, 1, 8])
  const potassium = nutrients.find(({ nutrient }) => nutrient === 'potassium')
  const salmon = ((table.per100(table.place.get(171998) ?? -1, 'potassium') ?? 0) * 85) / 100
  expect(potassium).toMatchObject({ target: 2600, unit: 'mg', unknown: 0, daysReached: 0 })
  expect(potassium?.amount).toBeCloseTo((3 * 358 + salmon) / 2 + restHolds('potassium'), 6)
  expect(potassium?.share).toBeCloseTo(((3 * 358 + salmon) / 2 + restHolds('potassium')) / 2600, 6)
  expect(nutrients.find(({ nutrient }) => nutrient === 'vitamin-d')).toMatchObject({ unknown: 1 })
})

it('counts the days on which a target was reached, and leaves gaps open', () => {
  const milk = { food: 171265, grams: 1000 }
  const { nutrients } = periodOf(table, targets('us-canada'), [
    [milk, banana, ...rest],
    [banana, wildSalmon, ...rest],
  ])
  expect(nutrients.find(({ nutrient }) => nutrient === 'calcium')?.daysReached).toBe(1)
  const zinc = periodOf(table, targets('efsa', 'pregnancy'), [[milk, banana, ...rest]]).nutrients.find(
    ({ nutrient }) => nutrient === 'zinc',
  )
  expect([zinc?.target, zinc?.share]).toEqual([null, null])
})

it('returns nothing for no entries, without dividing by zero', () => {
  const { days, foods, nutrients } = periodOf(table, targets('us-canada'), [[], []])
  expect([days, foods, nutrients.map(({ amount }) => amount)]).toEqual([0, 0, [0, 0, 0, 0, 0]])
})
