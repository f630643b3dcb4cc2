import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstContrast, madeUpTrial } from '../../test/support/made-up-trial.ts'
import { analyse, type Contrast } from './analyse.ts'
import { withDefaults } from './options.ts'
import { fitPeriods } from './period-fit.ts'
import type { TrialRecords } from './records.ts'
import { isWithoutVariation } from './variation.ts'
import { furtherCycles } from './verdict.ts'
import { yesNoModel } from './yes-no.ts'

const rating = withDefaults({})
const count = withDefaults({ model: 'count' })
const yesNo = withDefaults({ model: 'yes-no' })

const anyRatings = (length: number) =>
  fc.array(fc.option(fc.integer({ min: 0, max: 10 }), { freq: 6 }), { minLength: length, maxLength: length })
const anyRatingTrial = fc
  .integer({ min: 2, max: 4 })
  .chain(armCount => anyRatings(armCount * 6).map(y => madeUpTrial(armCount, 2, y)))
  .filter(records => records.rows.filter(({ y }) => y !== null).length > 1 && !isWithoutVariation(records))
const anyCountTrial = fc
  .array(fc.option(fc.integer({ min: 0, max: 6 }), { freq: 6 }), { minLength: 28, maxLength: 28 })
  .map(y => madeUpTrial(2, 7, y))
const anyYesNoTrial = fc
  .array(fc.option(fc.integer({ min: 0, max: 1 }), { freq: 6 }), { minLength: 28, maxLength: 28 })
  .map(y => madeUpTrial(2, 7, y))

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

describe('results that must not depend on the form of the data', () => {
  it('ratings: swapping the arms reverses the effect', () => {
    fc.assert(
      fc.property(
        anyRatingTrial.filter(({ arms: { length } }) => length === 2),
        records =>
          expectMirrored(
            firstContrast(analyse(records, rating)),
            firstContrast(analyse(swapped(records), rating)),
            1e-12,
          ),
      ),
      few,
    )
  })

  it('counts and yes/no: swapping the arms reverses the effect', () => {
    fc.assert(
      fc.property(anyCountTrial, records =>
        expectMirrored(firstContrast(analyse(records, count)), firstContrast(analyse(swapped(records), count)), 1e-9),
      ),
      few,
    )
    fc.assert(
      fc.property(anyYesNoTrial, records =>
        expectMirrored(firstContrast(analyse(records, yesNo)), firstContrast(analyse(swapped(records), yesNo)), 1e-9),
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

  it('ratings: the scale may start at any value', () => {
    fc.assert(
      fc.property(anyRatingTrial, fc.integer({ min: -50, max: 50 }), (records, shift) => {
        const moved = {
          ...records,
          rows: records.rows.map(row => ({ ...row, y: row.y === null ? null : row.y + shift })),
        }
        const b = analyse(moved, withDefaults({ scale: [shift, shift + 10] }))
        expect(b.contrasts[0]?.mean).toBeCloseTo(firstContrast(analyse(records, rating)).mean, 9)
      }),
      few,
    )
  })

  it('reversed time, or another first day, gives the same effect', () => {
    fc.assert(
      fc.property(anyRatingTrial, fc.integer({ min: -400, max: 400 }), (records, shift) => {
        const last = records.rows.length + 1
        const back = records.rows.map(row => ({ ...row, day: last - row.day + shift })).reverse()
        const [a, b] = [
          firstContrast(analyse(records, rating)),
          firstContrast(analyse({ ...records, rows: back }, rating)),
        ]
        expect(b.mean).toBeCloseTo(a.mean, 10)
        expect(b.sd).toBeCloseTo(a.sd, 10)
      }),
      few,
    )
  })

  it('counts and yes/no: reversed time, or another first day, gives the same effect', () => {
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

  it('three arms: the contrasts add up, and the probabilities of being lowest sum to 1', () => {
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

  it('one night per period: the result does not depend on the dispersion', () => {
    const rows = [0, 1, 1, 0, 1, 0, 0, 1, 1, 1].map((y, i) => ({ y, nights: 1, x: (i % 2) - 0.5, time: i / 9 - 0.5 }))
    const model = yesNoModel(rows)
    const other = { ...model, densityAt: () => model.densityAt(0.4), sliceAt: () => model.sliceAt(0.4) }
    expect(fitPeriods(other).posterior.mean).toBeCloseTo(fitPeriods(model).posterior.mean, 13)
  })
})

describe('guarantees of every result', () => {
  const all = fc.oneof(
    anyRatingTrial.map(records => analyse(records, rating)),
    anyCountTrial.map(records => analyse(records, count)),
    anyYesNoTrial.map(records => analyse(records, yesNo)),
  )
  it('has valid probabilities, ordered quantiles and a density that integrates to 1', () => {
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

  it('gives the same result, digit for digit, when repeated', () => {
    const records = madeUpTrial(2, 3, [3, 4, 5, 6, null, 5, 2, 3, 3, 6, 6, 7])
    expect(analyse(records, rating)).toEqual(analyse(records, rating))
  })
})

describe('each figure is what it says', () => {
  const records = madeUpTrial(2, 3, [6, 5, 7, 4, 3, 5, 4, 4, 3, 6, 7, 5])
  const nights = madeUpTrial(2, 7, [1, 0, 2, 1, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 2, 1, 0, 1, 1, 0, 0])

  it('the chances of twice the threshold are those of a threshold twice as large', () => {
    const narrow = firstContrast(analyse(records, withDefaults({ mcid: 0.5 })))
    const wide = firstContrast(analyse(records, withDefaults({ mcid: 1 })))
    expect(narrow.p_lt_minus_mcid2).toBeCloseTo(wide.p_lt_minus_mcid, 12)
    expect(narrow.p_gt_mcid2).toBeCloseTo(wide.p_gt_mcid, 12)
    expect(firstContrast(analyse(nights, count))).not.toHaveProperty('p_lt_minus_mcid2')
  })

  it('the means, records and periods of an arm are those of the days that count', () => {
    const missed = { ...records, rows: records.rows.map(row => (row.day === 2 ? { ...row, y: null } : row)) }
    const [ice] = analyse(missed, rating).arms
    expect(ice).toMatchObject({ arm: 0, label: 'a', periods: 2, scheduled: 6, recorded: 5 })
    expect(ice?.mean).toBeCloseTo((6 + 7 + 6 + 7 + 5) / 5, 12)
  })

  it('first days that are left out stay scheduled, and count in no mean', () => {
    const { arms: found, periods } = analyse(records, withDefaults({ leaveOut: 1 }))
    expect(found.map(({ scheduled, recorded }) => [scheduled, recorded])).toEqual([
      [6, 4],
      [6, 4],
    ])
    expect(found[0]?.mean).toBeCloseTo((5 + 7 + 7 + 5) / 4, 12)
    expect(
      periods.map(({ period, label, firstDay, lastDay, recorded, mean }) => [
        period,
        label,
        firstDay,
        lastDay,
        recorded,
        mean,
      ]),
    ).toEqual([
      [1, 'a', 1, 3, 2, 6],
      [2, 'b', 4, 6, 2, 4],
      [3, 'b', 7, 9, 2, 3.5],
      [4, 'a', 10, 12, 2, 6],
    ])
  })

  it('a period without a record has no mean, and is no period of its arm', () => {
    const rows = records.rows.map(row => (row.period === 4 ? { ...row, y: null } : row))
    const { arms: found, periods } = analyse({ ...records, rows }, rating)
    expect(found[0]).toMatchObject({ periods: 1, scheduled: 6, recorded: 3 })
    expect(periods[3]).toMatchObject({ recorded: 0, mean: null })
  })

  it('of cramps the natural threshold is one night a week, with the chances on both sides of it', () => {
    const natural = firstContrast(analyse(nights, count)).natural_difference_per_day
    if (natural === undefined) throw new Error('there is none')
    expect(natural.threshold).toBe(-1 / 7)
    expect(natural.p_lt_threshold + natural.p_gt_minus_threshold).toBeLessThan(1)
    expect(natural.q025).toBeLessThan(natural.q50)
    expect(natural.q50).toBeLessThan(natural.q975)
    // The 95 % interval leaves out 2.5 % at each end, which of a bell is 1.96 spreads.
    expect((natural.q975 - natural.q025) / natural.sd).toBeGreaterThan(3.5)
    expect(firstContrast(analyse(records, rating))).not.toHaveProperty('natural_difference_per_day')
  })

  it('how many cycles more goes by the arm with the fewest periods, and is told of what is not settled only', () => {
    const noisy = madeUpTrial(2, 2, [5, 6, 6, 5, 6, 5, 5, 7, 6, 4, 5, 5])
    const contrast = firstContrast(analyse(noisy, rating))
    expect(contrast.verdict).toBe('not-settled')
    expect(contrast.furtherCycles).toBe(furtherCycles(contrast.mean, contrast.sd, 1, 3, rating))
    const uneven = { ...noisy, rows: noisy.rows.slice(0, 10) }
    const shorter = firstContrast(analyse(uneven, rating))
    expect(shorter.furtherCycles).toBe(furtherCycles(shorter.mean, shorter.sd, 1, 2, rating))
    const clear = firstContrast(analyse(madeUpTrial(2, 3, [9, 8, 9, 1, 2, 1, 2, 1, 1, 9, 9, 8]), rating))
    expect(clear.verdict).toBe('better-noticeably')
    expect(clear).not.toHaveProperty('furtherCycles')
    expect(clear).toMatchObject({ from: 'a', to: 'b' })
  })

  it('an interim look claims less than the end', () => {
    const sure = madeUpTrial(2, 2, [6, 5, 4, 4, 4, 3, 5, 6])
    const { p_lt_0 } = firstContrast(analyse(sure, rating))
    expect(firstContrast(analyse(sure, withDefaults({ claimAt: p_lt_0 - 1e-6 }))).verdict).toMatch(/^better/)
    expect(firstContrast(analyse(sure, withDefaults({ claimAt: p_lt_0 + 1e-6 }))).verdict).not.toMatch(/^better/)
  })
})

it('leaves out the first days of each period, and keeps them scheduled', () => {
  const y = Array.from({ length: 24 }, (_, i) => (i % 3 === 0 ? 10 : (i * 7) % 5))
  const masked = y.map((value, i) => (i % 3 === 0 ? null : value))
  const [left, missed] = [
    analyse(madeUpTrial(2, 3, y), withDefaults({ leaveOut: 1 })),
    analyse(madeUpTrial(2, 3, masked), withDefaults({ leaveOut: 0 })),
  ]
  expect(left.contrasts).toEqual(missed.contrasts)
  expect(left.arms[0]).toMatchObject({ scheduled: 12, recorded: 8 })
})
