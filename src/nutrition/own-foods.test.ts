import fc from 'fast-check'
import { expect, it } from 'vitest'
import { table } from '../../test/support/food-tools.ts'
import { nutrients } from '../knowledge/vocabulary.ts'
import { intakeOf } from './intake.ts'
import { amountsOf, type OwnFood, withOwnFoods } from './own-foods.ts'

const bar: OwnFood = { id: 'own:bar', name: 'Oat bar', grams: 40, holds: { calcium: 120, energy: 180 } }
const soup: OwnFood = {
  id: 'own:soup',
  name: 'Granny’s soup',
  grams: 300,
  parts: [
    { food: '173944', grams: 100 },
    { food: 'own:bar', grams: 100 },
    { food: '171998', grams: 200 },
  ],
}
const own = [bar, soup]
const mine = withOwnFoods(table, own)
const of = (eaten: Parameters<typeof amountsOf>[1], content: (typeof nutrients)[number]) =>
  intakeOf(mine, amountsOf(own, eaten), content)

it('counts the figures of the label, and nothing else', () => {
  expect(of([{ food: 'own:bar', grams: 80 }], 'calcium')).toEqual({ amount: 240, unknown: 0 })
  expect(of([{ food: 'own:bar', grams: 80 }], 'zinc')).toEqual({ amount: 0, unknown: 1 })
})

it('counts a recipe as its parts, scaled to the eaten share', () => {
  const half = [{ food: 'own:soup', grams: 200 }]
  expect(amountsOf(own, half).map(({ grams }) => grams)).toEqual([50, 50, 100])
  expect(of(half, 'potassium').amount).toBeCloseTo(
    (358 * 50) / 100 + ((table.per100(table.place.get(171998) ?? -1, 'potassium') ?? 0) * 100) / 100,
  )
  // The bar has no figure for potassium; the wild salmon and the bar have none for vitamin D.
  expect(of(half, 'potassium').unknown).toBe(1)
  expect(of(half, 'vitamin-d').unknown).toBe(2)
})

it('a removed food counts as unknown, and a recipe cannot contain itself', () => {
  expect(of([{ food: 'own:gone', grams: 80 }], 'zinc')).toEqual({ amount: 0, unknown: 1 })
  const loop: OwnFood = { id: 'own:loop', name: 'Loop', grams: 1, parts: [{ food: 'own:loop', grams: 1 }] }
  expect(intakeOf(withOwnFoods(table, [loop]), amountsOf([loop], [{ food: 'own:loop', grams: 9 }]), 'zinc')).toEqual({
    amount: 0,
    unknown: 1,
  })
})

it('adds own foods with their portions, and leaves the table unchanged', () => {
  const at = mine.place.get(-1) ?? -1
  expect([mine.nameOf(at), mine.portionsOf(at)]).toEqual(['Oat bar', [{ words: '1 portion', grams: 40 }]])
  const banana = mine.place.get(173944) ?? -1
  expect(mine.nameOf(banana)).toBe('Banana')
  expect(mine.portionsOf(banana)).toEqual(table.portionsOf(banana))
  expect(mine.everyday).toBe(table.everyday)
})

it('never gives more of a nutrient than the parts contain', () => {
  const part = fc.record({
    food: fc.constantFrom('173944', '171265', 'own:bar'),
    grams: fc.integer({ min: 1, max: 900 }),
  })
  fc.assert(
    fc.property(fc.array(part, { minLength: 1, maxLength: 8 }), fc.constantFrom(...nutrients), (parts, nutrient) => {
      const recipe: OwnFood = { id: 'own:r', name: 'R', grams: 100, parts }
      const whole = parts.reduce((sum, { grams }) => sum + grams, 0)
      const eaten = intakeOf(mine, amountsOf([bar, recipe], [{ food: 'own:r', grams: whole }]), nutrient)
      const apart = intakeOf(mine, amountsOf([bar], parts), nutrient)
      expect(eaten.amount).toBeCloseTo(apart.amount, 6)
      expect(eaten.unknown).toBe(apart.unknown)
    }),
  )
})
