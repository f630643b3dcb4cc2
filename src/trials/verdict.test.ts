import fc from 'fast-check'
import { expect, it } from 'vitest'
import { type Chances, furtherCycles, verdictOf } from './verdict.ts'

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
