import { describe, expect, it } from 'vitest'
import { madeUpTrial } from '../../test/support/made-up-trial.ts'
import { analyse } from './analyse.ts'
import { countModel } from './count.ts'
import { withDefaults } from './options.ts'
import { fitPeriods } from './period-fit.ts'

const rating = withDefaults({})
const count = withDefaults({ model: 'count' })
const yesNo = withDefaults({ model: 'yes-no' })

describe('degenerate data', () => {
  it('ratings that never change have no posterior', () => {
    const result = analyse(
      madeUpTrial(
        2,
        3,
        Array.from({ length: 24 }, () => 4),
      ),
      rating,
    )
    expect(result).toMatchObject({ state: 'no-variation', contrasts: [] })
  })

  it('ratings that the arms explain completely have no posterior', () => {
    const y = Array.from({ length: 24 }, (_, i) => (madeUpTrial(2, 3, Array(24).fill(0)).rows[i]?.arm === 0 ? 3 : 6))
    expect(analyse(madeUpTrial(2, 3, y), rating).state).toBe('no-variation')
  })

  it('no records at all have no posterior', () => {
    expect(analyse(madeUpTrial(2, 3, Array(12).fill(null)), rating).state).toBe('no-records')
    expect(analyse(madeUpTrial(2, 7, Array(28).fill(null)), count).state).toBe('no-records')
  })

  it('fewer than two periods or four records in an arm give numbers but no verdict', () => {
    const one = analyse(madeUpTrial(2, 6, [9, 8, 9, 8, 9, 9, 1, 2, 1, 2, 1, 1]), rating)
    expect(one.state).toBe('too-few-records')
    expect(one.contrasts[0]).toMatchObject({ verdict: 'not-settled', because: 'too-few-records' })
    expect(one.contrasts[0]?.mean).toBeLessThan(-3)
  })

  it('four records in each arm are enough for a verdict, three are not', () => {
    const enough = madeUpTrial(2, 2, [9, 8, 1, 2, 1, 2, 9, 8])
    expect(analyse(enough, rating)).toMatchObject({ state: 'analysed', contrasts: [{}] })
    expect(analyse(enough, rating).contrasts[0]).not.toHaveProperty('because')
    for (const missed of enough.rows.keys()) {
      const rows = enough.rows.map((row, i) => (i === missed ? { ...row, y: null } : row))
      const { state, contrasts } = analyse({ ...enough, rows }, rating)
      expect(state).toBe('too-few-records')
      expect(contrasts[0]).toMatchObject({ verdict: 'not-settled', because: 'too-few-records' })
    }
  })

  it('two periods of each arm are enough for a verdict, one is not, however many records it has', () => {
    const twice = madeUpTrial(2, 4, [9, 8, 9, 8, 1, 2, 1, 2, 1, 2, 1, 2, 9, 8, 9, 8])
    expect(analyse(twice, rating).state).toBe('analysed')
    // The arms stay as they are; only the second stretch of one of them was never rated.
    for (const period of [3, 4]) {
      const rows = twice.rows.map(row => (row.period === period ? { ...row, y: null } : row))
      expect(analyse({ ...twice, rows }, rating).state).toBe('too-few-records')
    }
  })

  it('of three arms only the pairs with the short one go without a verdict', () => {
    const full = madeUpTrial(3, 2, [9, 8, 5, 4, 1, 2, 1, 2, 5, 4, 9, 8])
    const rows = full.rows.map(row => (row.arm === 2 && row.period === 3 ? { ...row, y: null } : row))
    const { state, contrasts } = analyse({ ...full, rows }, rating)
    expect(state).toBe('too-few-records')
    expect(contrasts.map(({ from, to, because }) => [from, to, because])).toEqual([
      ['a', 'b', undefined],
      ['a', 'c', 'too-few-records'],
      ['b', 'c', 'too-few-records'],
    ])
  })

  it('two records are the least for any number at all', () => {
    expect(analyse(madeUpTrial(2, 1, [3, null]), rating).state).toBe('no-records')
    expect(analyse(madeUpTrial(2, 1, [3, 7]), rating).state).toBe('too-few-records')
  })

  it('fewer records than coefficients still give a result close to the prior', () => {
    for (const y of [
      [3, 7],
      [3, null, null, 7],
    ]) {
      const { contrasts, state } = analyse(madeUpTrial(2, y.length / 2, y), rating)
      expect(state).toBe('too-few-records')
      expect(contrasts[0]?.sd).toBeGreaterThan(1.5)
      expect(contrasts[0]?.sd).toBeLessThan(2.6)
    }
  })

  it('counts of only zeros give a slightly narrower prior and no verdict', () => {
    const { contrasts } = analyse(madeUpTrial(2, 7, Array(56).fill(0)), count)
    expect(contrasts[0]).toMatchObject({ verdict: 'not-settled' })
    expect(contrasts[0]?.mean).toBeCloseTo(0, 1)
    expect(contrasts[0]?.sd).toBeGreaterThan(0.8)
  })

  it('hundreds of cramps per period do not overflow', () => {
    const rows = [500, 260, 240, 520].map((y, i) => ({
      y,
      nights: 14,
      x: i === 0 || i === 3 ? -0.5 : 0.5,
      time: i / 3 - 0.5,
    }))
    const { posterior } = fitPeriods(countModel(rows))
    expect(posterior.mean).toBeGreaterThan(-0.75)
    expect(posterior.mean).toBeLessThan(-0.5)
  })

  it('four to six arms, years of days, gaps of a month and thousands of cramps give finite numbers', () => {
    const waves = (length: number, high: number) => Array.from({ length }, (_, i) => (i * 7919 + (i % 5) * 31) % high)
    const far = madeUpTrial(2, 3, waves(36, 11))
    const results = [
      ...[4, 5, 6].map(armCount => analyse(madeUpTrial(armCount, 2, waves(armCount * 8, 11)), rating)),
      analyse(madeUpTrial(4, 7, waves(112, 5)), count),
      analyse(madeUpTrial(4, 7, waves(112, 2)), yesNo),
      analyse(madeUpTrial(2, 5, waves(1500, 11)), rating),
      analyse(madeUpTrial(2, 7, waves(1498, 4)), count),
      analyse(madeUpTrial(2, 7, waves(1498, 2)), yesNo),
      analyse(madeUpTrial(2, 7, waves(56, 5000)), count),
      analyse({ ...far, rows: far.rows.map(row => ({ ...row, day: row.day * 30 })) }, rating),
    ]
    for (const {
      state,
      arms: { length },
      contrasts,
    } of results) {
      expect(state).toBe('analysed')
      expect(contrasts).toHaveLength((length * (length - 1)) / 2)
      for (const { mean, sd, q025, q975, p_lt_0, p_rope } of contrasts)
        for (const value of [mean, sd, q025, q975, p_lt_0, p_rope]) expect(Number.isFinite(value)).toBe(true)
    }
  })

  it('three arms of counts are compared pair by pair', () => {
    const y = Array.from({ length: 63 }, (_, i) => i % 3)
    expect(analyse(madeUpTrial(3, 7, y), count).contrasts).toHaveLength(3)
  })
})
