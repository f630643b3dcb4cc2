import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type DesignRequest, defaultLayout, design } from './design.ts'
import { amend, canonical, claimAtLook, freeze, isIntact, type Protocol } from './protocol.ts'
import { type TrialFacts, trialFacts } from './refusal.ts'
import { type Layout, schedule } from './schedule.ts'

const none = Object.fromEntries(trialFacts.map(fact => [fact, false])) as TrialFacts
const request: DesignRequest = {
  question: 'Heat or ice?',
  arms: [{ label: 'ice' }, { label: 'heat', remedy: 'heat' }],
  outcome: { model: 'rating', question: 'Average pain of the last 24 hours' },
  facts: none,
  seed: 20261124,
  powerTrials: 0,
}
const counts = { outcome: { model: 'count', question: 'x' } } as const
const yesNo = { outcome: { model: 'yes-no', question: 'x' } } as const
const baseline = { mean: 1, sd: 0.5, correlation: 0, trend: 0, missed: 0 }
const hash = async (text: string) => createHash('sha256').update(text, 'utf8').digest('hex')
const protocolOf = (given: DesignRequest): Protocol => {
  const result = design(given)
  if (result.kind !== 'designed') throw new Error(JSON.stringify(result))
  return result.protocol
}

describe('the order', () => {
  const layout: Layout = { kind: 'periods', cycles: 6, periodDays: 3, leaveOut: 0 }

  it('has every arm once in each cycle, and covers every day once', () => {
    fc.assert(
      fc.property(
        fc.nat(2 ** 32 - 1),
        fc.integer({ min: 2, max: 3 }),
        fc.integer({ min: 2, max: 9 }),
        (seed, arms, cycles) => {
          const periods = schedule({ ...layout, cycles }, arms, seed)
          for (let cycle = 1; cycle <= cycles; cycle += 1)
            expect(
              periods
                .filter(each => each.cycle === cycle)
                .map(({ arm }) => arm)
                .sort(),
            ).toEqual(Array.from({ length: arms }, (_, arm) => arm))
          const days = periods.flatMap(({ firstDay, lastDay }) =>
            Array.from({ length: lastDay - firstDay + 1 }, (_, i) => firstDay + i),
          )
          expect(days).toEqual(Array.from({ length: cycles * arms * 3 }, (_, i) => i + 1))
        },
      ),
    )
  })

  // Drawn independently by the same algorithm in Python.
  it('is always the same for a seed', () => {
    expect(
      schedule(layout, 2, 7)
        .map(({ arm }) => arm)
        .join(''),
    ).toBe('011010100101')
  })

  it('by episode, draws in blocks of two, also for an odd number', () => {
    const periods = schedule({ kind: 'episodes', episodes: 21 }, 2, 3)
    expect(periods).toHaveLength(21)
    for (let i = 0; i + 1 < 20; i += 2) expect(new Set([periods[i]?.arm, periods[i + 1]?.arm]).size).toBe(2)
  })
})

describe('refusals come before any statistics', () => {
  it.each(trialFacts)('%s refuses, with a reason and what to do instead', fact => {
    const result = design({ ...request, facts: { ...none, [fact]: true } })
    expect(result.kind).toBe('refused')
    if (result.kind === 'refused') expect(result.because[0]).toMatchObject({ fact, why: /./, instead: /./ })
  })

  it('treats unknown facts as questions, never as no', () => {
    const { 'red-flag': _, ...rest } = none
    expect(design({ ...request, facts: rest })).toEqual({ kind: 'ask', facts: ['red-flag'] })
    expect(design({ ...request, facts: {} })).toMatchObject({ kind: 'ask', facts: trialFacts })
  })

  it('allows rare or recurring spasms to be compared by episode, but never with a red flag', () => {
    const byEpisode: DesignRequest = { ...request, layout: { kind: 'episodes', episodes: 20 } }
    expect(design({ ...byEpisode, facts: { ...none, rare: true, 'first-or-worsening': true } }).kind).toBe('designed')
    expect(design({ ...byEpisode, facts: { ...none, 'red-flag': true } }).kind).toBe('refused')
  })

  it.each([
    [{ arms: [{ label: 'ice' }] }, /^arms: 1 given/],
    [{ arms: [{ label: 'ice' }, { label: 'Ice ' }] }, /own name/],
    [{ seed: 1.5 }, /^seed/],
    [{ expectation: 11 }, /^expectation/],
    [{ layout: { kind: 'periods', cycles: 1, periodDays: 3, leaveOut: 0 } }, /^cycles/],
    [{ layout: { kind: 'periods', cycles: 6, periodDays: 3, leaveOut: 3 } }, /^leave-out/],
    [
      { outcome: { model: 'count', question: 'x' }, arms: [{ label: 'a' }, { label: 'b' }, { label: 'c' }] },
      /^arms: 3/,
    ],
    [{ ...counts, baseline: { ...baseline, mean: 0 } }, /^baseline\.mean: 0: .* above 0 and at most 100 cramps/],
    [{ ...counts, baseline: { ...baseline, mean: 101 } }, /^baseline\.mean: 101/],
    [{ ...counts, baseline: { ...baseline, sd: 6 } }, /^baseline\.sd: 6: .* 0 to 5/],
    [{ ...counts, baseline: { ...baseline, trend: -4 } }, /^baseline\.trend: -4: .* -3 to 3/],
    [{ ...counts, mcid: 4 }, /^mcid: 4: .* at most 3/],
    [{ ...yesNo, baseline: { ...baseline, mean: 1 } }, /^baseline\.mean: 1: .* above 0 and below 1/],
    [{ ...yesNo, baseline: { ...baseline, mean: 0.5, trend: 11 } }, /^baseline\.trend: 11/],
  ] as const)('%j is one clear line', (change, message) => {
    const result = design({ ...request, ...change } as DesignRequest)
    expect(result).toMatchObject({ kind: 'invalid', error: expect.stringMatching(message) })
  })
})

describe('the protocol', () => {
  it('has the default layout of its outcome', () => {
    expect(design(request)).toMatchObject({ length: 36 })
    expect(defaultLayout('rating', 3)).toMatchObject({ cycles: 5, periodDays: 3 })
    expect(defaultLayout('count', 2)).toMatchObject({ cycles: 8, periodDays: 7 })
    expect(protocolOf({ ...request, layout: { kind: 'episodes', episodes: 20 } }).analysis).toMatchObject({
      better: 'higher',
      scale: [-10, 10],
    })
  })

  it('warns of a floor effect, and that "not settled" is usual', () => {
    const baseline = { mean: 1.5, sd: 1, correlation: 0.2, trend: 0, missed: 0 }
    const { warnings } = protocolOf({ ...request, baseline })
    expect(warnings.join(' ')).toMatch(/not settled.*near 0/)
  })

  it('shows its power: a clear effect more often than a small one, and rarely a false claim', () => {
    const { power } = protocolOf({ ...request, powerTrials: 60 })
    const [nothing, small, clear] = power.map(({ anyClaim }) => anyClaim)
    expect(nothing).toBeLessThan(0.2)
    expect(small).toBeLessThan(clear ?? 0)
    expect(clear).toBeGreaterThan(0.75)
    expect(protocolOf({ ...request, powerTrials: 20 }).power).toEqual(protocolOf({ ...request, powerTrials: 20 }).power)
  })

  it('is frozen: any change is detected, and an amendment is stored beside it', async () => {
    const frozen = await freeze(protocolOf(request), hash)
    expect(frozen.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(await isIntact(frozen, hash)).toBe(true)
    const changed = { ...frozen, protocol: { ...frozen.protocol, expectation: 9 } }
    expect(await isIntact(changed, hash)).toBe(false)
    const amended = amend(frozen, { day: 9, what: 'warm bath in place of a wheat bag', why: 'the bag broke' })
    expect(await isIntact(amended, hash)).toBe(true)
    expect(amended.amendments).toHaveLength(1)
  })

  it('has a hash that does not depend on the order of keys', () => {
    expect(canonical({ b: [1, { d: null, c: 'ü"' }], a: undefined })).toBe('{"b":[1,{"c":"ü\\"","d":null}]}')
    expect(canonical({ x: 1, y: 2 })).toBe(canonical({ y: 2, x: 1 }))
  })

  it('allows interim looks only where planned, with a stricter threshold', () => {
    const fixed = protocolOf(request)
    const looking = protocolOf({ ...request, looks: 'each-cycle' })
    expect([2, 3, 5, 6].map(cycles => claimAtLook(fixed, cycles))).toEqual([undefined, undefined, undefined, 0.975])
    expect([2, 3, 5, 6].map(cycles => claimAtLook(looking, cycles))).toEqual([undefined, 0.995, 0.995, 0.975])
  })
})
