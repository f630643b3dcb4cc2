import { describe, expect, it } from 'vitest'
import { logChoose } from '../../src/trials/numbers/factorial.ts'
import { atMost, exactInterval } from './interval.ts'

describe('the exact interval', () => {
  it('is that of Clopper and Pearson', () => {
    const [low, high] = exactInterval(5, 10)
    expect(low).toBeCloseTo(0.18709, 5)
    expect(high).toBeCloseTo(0.81291, 5)
  })

  it('has closed ends where nobody or everybody was counted', () => {
    expect(exactInterval(0, 10)[0]).toBe(0)
    expect(exactInterval(0, 10)[1]).toBeCloseTo(1 - 0.025 ** (1 / 10), 9)
    expect(exactInterval(10, 10)[1]).toBe(1)
    expect(exactInterval(10, 10)[0]).toBeCloseTo(0.025 ** (1 / 10), 9)
  })

  it('leaves at most 2.5 % on each side, for few people and for many', () => {
    for (const [count, people] of [
      [1, 3000],
      [60, 3000],
      [240, 3000],
      [17_000, 100_000],
      [99_999, 100_000],
    ] as const) {
      const [low, high] = exactInterval(count, people)
      expect(1 - atMost(count - 1, people, low)).toBeCloseTo(0.025, 6)
      expect(atMost(count, people, high)).toBeCloseTo(0.025, 6)
    }
  })
})

it('a tail is the sum of its binomial terms', () => {
  for (const share of [0.001, 0.2, 0.5, 0.93])
    for (const count of [0, 3, 17, 39]) {
      let sum = 0
      for (let at = 0; at <= count; at++)
        sum += Math.exp(logChoose(40, at) + at * Math.log(share) + (40 - at) * Math.log(1 - share))
      expect(atMost(count, 40, share)).toBeCloseTo(sum, 10)
    }
})
