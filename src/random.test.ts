import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fromState, normal, randomFrom, shuffled } from './random.ts'

// The first four are the published test vector of xoshiro128** (state 1, 2, 3, 4); all from the algorithm written anew in Python.
it('gives the published numbers', () => {
  const { bits } = fromState(1, 2, 3, 4)
  expect(Array.from({ length: 6 }, bits)).toEqual([11520, 0, 5927040, 70819200, 2031721883, 1637235492])
})

it('gives the same numbers for a seed for ever', () => {
  const { bits } = randomFrom(42)
  expect(Array.from({ length: 6 }, bits)).toEqual([2837322924, 544945897, 479756282, 3500138142, 339756180, 113173290])
})

it('shuffles without loss and without favour', () => {
  fc.assert(
    fc.property(fc.nat(2 ** 32 - 1), fc.array(fc.integer(), { maxLength: 12 }), (seed, items) => {
      expect([...shuffled(items, randomFrom(seed))].sort()).toEqual([...items].sort())
    }),
  )
  const counts = new Map<string, number>()
  const random = randomFrom(7)
  for (let i = 0; i < 6000; i += 1) {
    const order = shuffled(['a', 'b', 'c'], random).join('')
    counts.set(order, (counts.get(order) ?? 0) + 1)
  }
  // Chi-square on 5 degrees of freedom: 20.5 is passed once in a thousand seeds; the seed is fixed.
  expect(counts.size).toBe(6)
  expect([...counts.values()].reduce((sum, count) => sum + (count - 1000) ** 2 / 1000, 0)).toBeLessThan(20.5)
})

it('draws uniform and normal numbers', () => {
  const random = randomFrom(1)
  const values = Array.from({ length: 20_000 }, () => normal(random))
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length
  expect(Math.abs(mean)).toBeLessThan(0.025)
  expect(Math.abs(values.reduce((sum, value) => sum + value * value, 0) / values.length - 1)).toBeLessThan(0.04)
  for (let i = 0; i < 1000; i += 1) {
    const value = random.uniform()
    expect(value >= 0 && value < 1).toBe(true)
  }
})
