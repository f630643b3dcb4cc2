import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Chances, chancesOf, furtherCycles, verdictOf } from './verdict.ts'

const rule = { model: 'rating', better: 'lower', claimAt: 0.975 } as const
const chances = (p_lt_0: number, p_lt_minus_mcid: number, p_gt_mcid = 0): Chances => ({
  p_lt_0,
  p_lt_minus_mcid,
  p_gt_mcid,
  p_rope: 1 - p_lt_minus_mcid - p_gt_mcid,
})

it.each([
  ['better-noticeably', chances(0.98, 0.8)],
  ['better-maybe-small', chances(0.98, 0.79)],
  ['not-settled', chances(0.97, 0.85)],
  ['no-noticeable-difference', chances(0.7, 0.05, 0.03)],
  ['not-settled', chances(0.5, 0.2, 0.2)],
  ['worse-noticeably', chances(0.02, 0, 0.81)],
  ['worse-maybe-small', chances(0.02, 0, 0.5)],
  // A sure direction speaks before "no difference": sure, and sure to be small.
  ['better-maybe-small', chances(0.99, 0.01)],
] as const)('%s', (verdict, given) => {
  expect(verdictOf(given, rule)).toBe(verdict)
})

it('asks less of counts and yes/no, and more of an interim look', () => {
  expect(verdictOf(chances(0.98, 0.5), { ...rule, model: 'count' })).toBe('better-noticeably')
  expect(verdictOf(chances(0.98, 0.9), { ...rule, claimAt: 0.995 })).toBe('not-settled')
})

describe('the thresholds themselves are enough, and the least bit below is not', () => {
  it.each([
    ['rating', 0.8],
    ['count', 0.5],
    ['yes-no', 0.5],
  ] as const)('%s: noticeable from %d on', (model, noticeable) => {
    const verdict = (share: number) => verdictOf(chances(0.99, share), { ...rule, model })
    expect(verdict(noticeable)).toBe('better-noticeably')
    expect(verdict(noticeable - 0.01)).toBe('better-maybe-small')
    const worse = (share: number) => verdictOf(chances(0.01, 0, share), { ...rule, model })
    expect(worse(noticeable)).toBe('worse-noticeably')
    expect(worse(noticeable - 0.01)).toBe('worse-maybe-small')
  })

  it.each([0.975, 0.995])('a direction is claimed from %d on', claimAt => {
    const verdict = (sure: number) => verdictOf(chances(sure, 0.3), { ...rule, claimAt })
    expect(verdict(claimAt)).toBe('better-maybe-small')
    expect(verdict(claimAt - 0.001)).toBe('not-settled')
  })

  it('no difference is claimed from 0.9 on', () => {
    const verdict = (p_rope: number) =>
      verdictOf({ p_lt_0: 0.5, p_lt_minus_mcid: 0, p_gt_mcid: 0, p_rope }, { ...rule, model: 'yes-no' })
    expect(verdict(0.9)).toBe('no-noticeable-difference')
    expect(verdict(0.899)).toBe('not-settled')
  })
})

describe('the chances of an effect', () => {
  it('below 0, below the least difference, above it and between the two add up', () => {
    const below = (x: number) => Math.min(1, Math.max(0, (x + 3) / 4))
    expect(chancesOf(below, 0.5)).toEqual({ p_lt_0: 0.75, p_lt_minus_mcid: 0.625, p_gt_mcid: 0.125, p_rope: 0.25 })
  })

  it('are never below 0, however the figures were rounded', () => {
    expect(chancesOf(() => 1 + 1e-16, 0.5)).toMatchObject({ p_gt_mcid: 0, p_rope: 0 })
    expect(chancesOf(x => (x < 0 ? 0.6 : 1.01), 0.5).p_gt_mcid).toBe(0)
    expect(chancesOf(x => (x < 0 ? 0.6 : 0.59), 0.5).p_rope).toBe(0)
  })
})

it('turns round when higher is better', () => {
  expect(verdictOf(chances(0.02, 0, 0.81), { ...rule, better: 'higher' })).toBe('better-noticeably')
  expect(verdictOf(chances(0.98, 0.8), { ...rule, better: 'higher' })).toBe('worse-noticeably')
})

it('needs more cycles the smaller the effect, and none a clear one cannot do', () => {
  expect(furtherCycles(-1.5, 0.8, 1, 6, rule)).toBe(1)
  expect(furtherCycles(-1, 0.8, 1, 6, rule)).toBeGreaterThan(3)
  fc.assert(
    fc.property(fc.double({ min: 0.1, max: 3, noNaN: true }), sd => {
      const further = furtherCycles(0, sd, 1, 6, rule)
      // P(|N(0, s)| < 1) >= 0.9 needs s <= 0.608.
      if (further !== null) expect(sd * Math.sqrt(6 / (6 + further))).toBeLessThan(0.6081)
    }),
  )
})

it('counts at most 100 cycles more: what needs 101 may never be settled', () => {
  // Without an effect, "no difference" is claimed once the spread is at most 1 / 1.6449.
  const sdFor = (further: number) => (1 / 1.645) * Math.sqrt((6 + further) / 6)
  expect(furtherCycles(0, sdFor(100), 1, 6, rule)).toBe(100)
  expect(furtherCycles(0, sdFor(101), 1, 6, rule)).toBeNull()
})

it('says the same of an effect and of its opposite', () => {
  const higher = { ...rule, better: 'higher' } as const
  for (const mean of [0.5, 1, 2]) {
    expect(furtherCycles(mean, 0.8, 1, 6, higher)).toBe(furtherCycles(-mean, 0.8, 1, 6, rule))
    expect(furtherCycles(mean, 0.8, 1, 6, rule)).toBe(furtherCycles(-mean, 0.8, 1, 6, rule))
  }
  // 1.96 spreads below the threshold and to the same side of it: soon settled, from wherever it is looked at.
  expect(furtherCycles(-3, 1.6, 1, 6, rule)).toBe(1)
})
