import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type AnalysisOptions, withDefaults } from './options.ts'
import { pool, priorEffectSd, type TrialSummary } from './pool.ts'

interface Golden {
  readonly prior: number
  readonly trials: readonly (readonly [number, number])[]
  readonly group: { readonly mean: number; readonly sd: number; readonly p_lt_0: number }
  readonly tau: { readonly mean: number }
  readonly people: readonly number[]
}

/** By brute force over mu, tau and each theta, in another language: test/trials/pool.py. */
const golden = JSON.parse(readFileSync('test/trials/pool.json', 'utf8')) as Readonly<Record<string, Golden>>
const options = (prior: number): AnalysisOptions => withDefaults({ model: prior === 1 ? 'count' : 'rating' })
const summaries = (trials: Golden['trials']): readonly TrialSummary[] =>
  trials.map(([mean, sd], i) => ({ id: `p${i}`, mean, sd }))

describe.each(Object.entries(golden))('%s', (_name, { prior, trials, group, tau, people }) => {
  it('equals brute force', () => {
    const result = pool(summaries(trials), options(prior))
    expect(priorEffectSd(options(prior))).toBe(prior)
    expect(Math.abs((result?.group.mean ?? Number.NaN) - group.mean) / group.sd).toBeLessThan(0.005)
    expect(Math.abs((result?.group.sd ?? Number.NaN) / group.sd - 1)).toBeLessThan(0.005)
    expect(Math.abs((result?.group.p_lt_0 ?? Number.NaN) - group.p_lt_0)).toBeLessThan(0.002)
    expect(Math.abs((result?.tau.mean ?? Number.NaN) / tau.mean - 1)).toBeLessThan(0.005)
    people.forEach((mean, i) => {
      expect(Math.abs((result?.people[i]?.mean ?? Number.NaN) - mean) / group.sd).toBeLessThan(0.005)
    })
  })
})

const anySummaries = fc.array(
  fc.tuple(fc.double({ min: -4, max: 4, noNaN: true }), fc.double({ min: 0.3, max: 2, noNaN: true })),
  { minLength: 2, maxLength: 8 },
)

it("shrinks each person's effect toward the group, never past it", () => {
  fc.assert(
    fc.property(anySummaries, trials => {
      const result = pool(summaries(trials), options(2.5))
      for (const { mean, own } of result?.people ?? []) {
        // The mean of the trial's likelihood is beyond its posterior mean, away from the prior's 0.
        const unshrunk = own.mean / (1 - (own.sd / 2.5) ** 2)
        const [low, high] = [Math.min(unshrunk, result?.group.mean ?? 0), Math.max(unshrunk, result?.group.mean ?? 0)]
        expect(mean).toBeGreaterThan(low - 0.35 * (result?.group.sd ?? 0))
        expect(mean).toBeLessThan(high + 0.35 * (result?.group.sd ?? 0))
      }
    }),
    { numRuns: 50 },
  )
})

it('does not depend on the order of people, and mirrors when all effects are reversed', () => {
  fc.assert(
    fc.property(anySummaries, trials => {
      const [a, b] = [pool(summaries(trials), options(2.5)), pool(summaries(trials.toReversed()), options(2.5))]
      expect(b?.group.mean).toBeCloseTo(a?.group.mean ?? Number.NaN, 10)
      const turned = pool(summaries(trials.map(([mean, sd]) => [-mean, sd] as const)), options(2.5))
      expect(turned?.group.mean).toBeCloseTo(-(a?.group.mean ?? Number.NaN), 10)
      expect(a?.next.sd).toBeGreaterThan(a?.group.sd ?? 0)
    }),
    { numRuns: 30 },
  )
})

it('needs two informative trials', () => {
  expect(pool(summaries([[-1, 0.5]]), options(2.5))).toBeUndefined()
  expect(
    pool(
      summaries([
        [-1, 0.5],
        [0, 2.5],
      ]),
      options(2.5),
    ),
  ).toBeUndefined()
  expect(
    pool(
      summaries([
        [-1, 0.5],
        [0, 2.5],
        [-1, 0.4],
      ]),
      options(2.5),
    )?.uninformative,
  ).toEqual(['p1'])
})
