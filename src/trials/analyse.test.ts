import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Analysis, analyse, type Contrast } from './analyse.ts'
import { countModel } from './count.ts'
import { withDefaults } from './options.ts'
import { fitPeriods } from './period-fit.ts'
import type { TrialRecords, TrialRow } from './records.ts'
import { isWithoutVariation } from './variation.ts'
import { yesNoModel } from './yes-no.ts'

const rating = withDefaults({})
const count = withDefaults({ model: 'count' })
const yesNo = withDefaults({ model: 'yes-no' })

const arms = (number: number) =>
  Array.from({ length: number }, (_, i) => ({ number: i, label: String.fromCharCode(97 + i) }))

/** A trial of `cycles` cycles with the arms in turn, reversed in every second cycle; null is a missed day. */
function trial(armCount: number, days: number, y: readonly (number | null)[]): TrialRecords {
  const rows = y.map((value, i): TrialRow => {
    const period = Math.floor(i / days)
    const place = period % armCount
    const arm = Math.floor(period / armCount) % 2 === 0 ? place : armCount - 1 - place
    return { day: i + 1, period: period + 1, arm, y: value, nights: 1 }
  })
  return { rows, arms: arms(armCount) }
}

const anyRatings = (length: number) =>
  fc.array(fc.option(fc.integer({ min: 0, max: 10 }), { freq: 6 }), { minLength: length, maxLength: length })
const anyRatingTrial = fc
  .integer({ min: 2, max: 4 })
  .chain(armCount => anyRatings(armCount * 6).map(y => trial(armCount, 2, y)))
  .filter(records => records.rows.filter(({ y }) => y !== null).length > 1 && !isWithoutVariation(records))
const anyCountTrial = fc
  .array(fc.option(fc.integer({ min: 0, max: 6 }), { freq: 6 }), { minLength: 28, maxLength: 28 })
  .map(y => trial(2, 7, y))
const anyYesNoTrial = fc
  .array(fc.option(fc.integer({ min: 0, max: 1 }), { freq: 6 }), { minLength: 28, maxLength: 28 })
  .map(y => trial(2, 7, y))

const first = ({ contrasts }: Analysis): Contrast => {
  const [contrast] = contrasts
  if (!contrast) throw new Error('there is no contrast')
  return contrast
}
const swapped = ({ rows, arms: names }: TrialRecords): TrialRecords => ({
  rows: rows.map(row => ({ ...row, arm: names.length - 1 - row.arm })),
  arms: names,
})
const few = { numRuns: 10 }

function expectMirrored(a: Contrast, b: Contrast, precision: number): void {
  expect(Math.abs(a.mean + b.mean)).toBeLessThan(precision)
  expect(Math.abs(a.sd - b.sd)).toBeLessThan(precision)
  expect(Math.abs(a.q025 + b.q975)).toBeLessThan(1e-7)
  expect(Math.abs(a.p_lt_0 + b.p_lt_0 - 1)).toBeLessThan(precision)
  expect(Math.abs(a.p_lt_minus_mcid - b.p_gt_mcid)).toBeLessThan(precision)
  expect(a.verdict.replace('better', 'x').replace('worse', 'better').replace('x', 'worse')).toBe(b.verdict)
}

describe('what must not depend on how the data are written', () => {
  it('ratings: swapping the arms turns the effect round', () => {
    fc.assert(
      fc.property(
        anyRatingTrial.filter(({ arms: { length } }) => length === 2),
        records => expectMirrored(first(analyse(records, rating)), first(analyse(swapped(records), rating)), 1e-12),
      ),
      few,
    )
  })

  it('counts and yes/no: swapping the arms turns the effect round', () => {
    fc.assert(
      fc.property(anyCountTrial, records =>
        expectMirrored(first(analyse(records, count)), first(analyse(swapped(records), count)), 1e-9),
      ),
      few,
    )
    fc.assert(
      fc.property(anyYesNoTrial, records =>
        expectMirrored(first(analyse(records, yesNo)), first(analyse(swapped(records), yesNo)), 1e-9),
      ),
      few,
    )
  })

  it('ratings: ten times the scale is ten times the effect', () => {
    fc.assert(
      fc.property(anyRatingTrial, records => {
        const wide = { ...records, rows: records.rows.map(row => ({ ...row, y: row.y === null ? null : row.y * 10 })) }
        const [a, b] = [analyse(records, rating), analyse(wide, withDefaults({ scale: [0, 100], mcid: 10 }))]
        a.contrasts.forEach((contrast, i) => {
          expect((b.contrasts[i]?.mean ?? 0) / 10).toBeCloseTo(contrast.mean, 8)
          expect(b.contrasts[i]?.p_lt_minus_mcid).toBeCloseTo(contrast.p_lt_minus_mcid, 8)
        })
      }),
      few,
    )
  })

  it('ratings: the scale may begin anywhere', () => {
    fc.assert(
      fc.property(anyRatingTrial, fc.integer({ min: -50, max: 50 }), (records, shift) => {
        const moved = {
          ...records,
          rows: records.rows.map(row => ({ ...row, y: row.y === null ? null : row.y + shift })),
        }
        const b = analyse(moved, withDefaults({ scale: [shift, shift + 10] }))
        expect(b.contrasts[0]?.mean).toBeCloseTo(first(analyse(records, rating)).mean, 9)
      }),
      few,
    )
  })

  it('time run backwards, or begun on another day, gives the same effect', () => {
    fc.assert(
      fc.property(anyRatingTrial, fc.integer({ min: -400, max: 400 }), (records, shift) => {
        const last = records.rows.length + 1
        const back = records.rows.map(row => ({ ...row, day: last - row.day + shift })).reverse()
        const [a, b] = [first(analyse(records, rating)), first(analyse({ ...records, rows: back }, rating))]
        expect(b.mean).toBeCloseTo(a.mean, 10)
        expect(b.sd).toBeCloseTo(a.sd, 10)
      }),
      few,
    )
  })

  it('counts and yes/no: time run backwards, or begun on another day, gives the same effect', () => {
    const cases = [
      [anyCountTrial, count],
      [anyYesNoTrial, yesNo],
    ] as const
    for (const [any, options] of cases)
      fc.assert(
        fc.property(any, fc.integer({ min: -400, max: 400 }), (records, shift) => {
          const last = records.rows.length + 1
          const back = records.rows
            .map(row => ({ ...row, day: last - row.day + shift, period: 5 - row.period }))
            .reverse()
          const [a, b] = [analyse(records, options), analyse({ ...records, rows: back }, options)]
          expect(b.state).toBe(a.state)
          a.contrasts.forEach((contrast, i) => {
            expect(b.contrasts[i]?.mean).toBeCloseTo(contrast.mean, 9)
            expect(b.contrasts[i]?.p_lt_0).toBeCloseTo(contrast.p_lt_0, 9)
          })
        }),
        few,
      )
  })

  it('three arms: the contrasts add up and the chances of being lowest sum to 1', () => {
    fc.assert(
      fc.property(
        anyRatingTrial.filter(({ arms: { length } }) => length === 3),
        records => {
          const { contrasts, probability_of_lowest_mean: lowest = {} } = analyse(records, rating)
          const [ab, ac, bc] = contrasts
          expect((ab?.mean ?? 0) + (bc?.mean ?? 0)).toBeCloseTo(ac?.mean ?? Number.NaN, 9)
          expect(Object.values(lowest).reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 9)
        },
      ),
      few,
    )
  })

  it('one night a period: the result does not depend on the dispersion', () => {
    const rows = [0, 1, 1, 0, 1, 0, 0, 1, 1, 1].map((y, i) => ({ y, nights: 1, x: (i % 2) - 0.5, time: i / 9 - 0.5 }))
    const model = yesNoModel(rows)
    const other = { ...model, densityAt: () => model.densityAt(0.4), sliceAt: () => model.sliceAt(0.4) }
    expect(fitPeriods(other).posterior.mean).toBeCloseTo(fitPeriods(model).posterior.mean, 13)
  })
})

describe('what every answer promises', () => {
  const all = fc.oneof(
    anyRatingTrial.map(records => analyse(records, rating)),
    anyCountTrial.map(records => analyse(records, count)),
    anyYesNoTrial.map(records => analyse(records, yesNo)),
  )
  it('chances that are chances, quantiles in order, a density that integrates to 1', () => {
    fc.assert(
      fc.property(all, ({ contrasts }) => {
        for (const each of contrasts) {
          const { p_lt_0: below, p_lt_minus_mcid: under, p_gt_mcid: over, p_rope: inside, density } = each
          for (const chance of [below, under, over, inside]) {
            expect(chance).toBeGreaterThanOrEqual(0)
            expect(chance).toBeLessThanOrEqual(1)
          }
          expect(under + over + inside).toBeCloseTo(1, 9)
          expect(under).toBeLessThanOrEqual(below + 1e-12)
          expect(each.q025).toBeLessThan(each.q50)
          expect(each.q50).toBeLessThan(each.q975)
          const step = (density.x[1] ?? 0) - (density.x[0] ?? 0)
          expect(density.y.reduce((sum, y) => sum + y, 0) * step).toBeGreaterThan(0.97)
          expect(density.y.reduce((sum, y) => sum + y, 0) * step).toBeLessThan(1.005)
        }
      }),
      { numRuns: 15 },
    )
  })

  it('the same answer, digit for digit, when asked again', () => {
    const records = trial(2, 3, [3, 4, 5, 6, null, 5, 2, 3, 3, 6, 6, 7])
    expect(analyse(records, rating)).toEqual(analyse(records, rating))
  })
})

describe('degenerate data', () => {
  it('ratings that never change have no posterior', () => {
    const result = analyse(
      trial(
        2,
        3,
        Array.from({ length: 24 }, () => 4),
      ),
      rating,
    )
    expect(result).toMatchObject({ state: 'no-variation', contrasts: [] })
  })

  it('ratings that the arms explain wholly have no posterior', () => {
    const y = Array.from({ length: 24 }, (_, i) => (trial(2, 3, Array(24).fill(0)).rows[i]?.arm === 0 ? 3 : 6))
    expect(analyse(trial(2, 3, y), rating).state).toBe('no-variation')
  })

  it('no records at all have no posterior', () => {
    expect(analyse(trial(2, 3, Array(12).fill(null)), rating).state).toBe('no-records')
    expect(analyse(trial(2, 7, Array(28).fill(null)), count).state).toBe('no-records')
  })

  it('fewer than two periods or four records in an arm give numbers but no verdict', () => {
    const one = analyse(trial(2, 6, [9, 8, 9, 8, 9, 9, 1, 2, 1, 2, 1, 1]), rating)
    expect(one.state).toBe('too-few-records')
    expect(one.contrasts[0]).toMatchObject({ verdict: 'not-settled', because: 'too-few-records' })
    expect(one.contrasts[0]?.mean).toBeLessThan(-3)
  })

  it('fewer records than coefficients still give an answer: the prior, hardly moved', () => {
    for (const y of [
      [3, 7],
      [3, null, null, 7],
    ]) {
      const { contrasts, state } = analyse(trial(2, y.length / 2, y), rating)
      expect(state).toBe('too-few-records')
      expect(contrasts[0]?.sd).toBeGreaterThan(1.5)
      expect(contrasts[0]?.sd).toBeLessThan(2.6)
    }
  })

  it('counts of nothing but zeros leave the prior, a little sharper, and no verdict', () => {
    const { contrasts } = analyse(trial(2, 7, Array(56).fill(0)), count)
    expect(contrasts[0]).toMatchObject({ verdict: 'not-settled' })
    expect(contrasts[0]?.mean).toBeCloseTo(0, 1)
    expect(contrasts[0]?.sd).toBeGreaterThan(0.8)
  })

  it('hundreds of cramps a period do not overflow', () => {
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
    const far = trial(2, 3, waves(36, 11))
    const results = [
      ...[4, 5, 6].map(armCount => analyse(trial(armCount, 2, waves(armCount * 8, 11)), rating)),
      analyse(trial(4, 7, waves(112, 5)), count),
      analyse(trial(4, 7, waves(112, 2)), yesNo),
      analyse(trial(2, 5, waves(1500, 11)), rating),
      analyse(trial(2, 7, waves(1498, 4)), count),
      analyse(trial(2, 7, waves(1498, 2)), yesNo),
      analyse(trial(2, 7, waves(56, 5000)), count),
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
    expect(analyse(trial(3, 7, y), count).contrasts).toHaveLength(3)
  })
})

it('leaves out the first days of each period, and keeps them scheduled', () => {
  const y = Array.from({ length: 24 }, (_, i) => (i % 3 === 0 ? 10 : (i * 7) % 5))
  const masked = y.map((value, i) => (i % 3 === 0 ? null : value))
  const [left, missed] = [
    analyse(trial(2, 3, y), withDefaults({ leaveOut: 1 })),
    analyse(trial(2, 3, masked), withDefaults({ leaveOut: 0 })),
  ]
  expect(left.contrasts).toEqual(missed.contrasts)
  expect(left.arms[0]).toMatchObject({ scheduled: 12, recorded: 8 })
})
