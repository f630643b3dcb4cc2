import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOf, medicineOf } from '../../test/support/plan-diary.ts'
import type { Diary } from '../diary/diary.ts'
import { addDays } from '../time.ts'
import { knownSoFar } from './known-so-far.ts'

const today = '2026-11-30'
const nothing: Pick<Diary, 'days' | 'trials' | 'medicines'> = { days: [], trials: [], medicines: [] }
/** A day some days ago with that many cramps. */
const crampsAgo = (ago: number, count: number) =>
  dayOf(addDays(today, -ago), { cramps: [{ kind: 'counted', count, region: 'calf' }] } as never)
const known = (given: Partial<typeof nothing>) => knownSoFar({ ...nothing, ...given }, today, id => id === 'furosemide')

describe('cramps of two months', () => {
  it('are counted back from today, 30 days each', () => {
    const days = [crampsAgo(60, 9), crampsAgo(59, 1), crampsAgo(30, 5), crampsAgo(29, 2), crampsAgo(0, 1)]
    expect(known({ days }).cramps).toEqual({ before: 6, lately: 3, isChance: true })
  })

  it('are left out if the diary began later, or has too few cramps', () => {
    expect(known({ days: [crampsAgo(58, 6), crampsAgo(3, 3)] }).cramps).toBeUndefined()
    expect(known({ days: [crampsAgo(70, 9), crampsAgo(40, 2), crampsAgo(3, 1)] }).cramps).toBeUndefined()
  })

  it('differ by more than chance only if the counts are far apart', () => {
    const of = (before: number, lately: number) =>
      known({ days: [crampsAgo(70, 1), crampsAgo(40, before), crampsAgo(3, lately)] }).cramps?.isChance
    // Exact binomial: 14 of 18 has a two-sided p of 0.031, 13 of 17 of 0.049, 12 of 16 of 0.077, 4 of 4 of 0.125.
    expect([of(6, 3), of(12, 4), of(14, 4), of(4, 14), of(0, 4)]).toEqual([true, true, false, false, true])
  })

  it('with the same rate are called different in at most 1 of 20 diaries', () => {
    // Poisson counts by the sum of exponential waits; the seed is fixed, so that the share is the same in every run.
    const poisson = (mean: number, waits: readonly number[]) => {
      let [sum, count] = [0, 0]
      for (const wait of waits) {
        sum -= Math.log(wait)
        if (sum > mean) break
        count++
      }
      return count
    }
    const waits = fc.array(fc.double({ min: 1e-9, max: 1, noNaN: true, minExcluded: true }), {
      minLength: 60,
      maxLength: 60,
    })
    let different = 0
    const runs = 2000
    fc.assert(
      fc.property(waits, waits, fc.constantFrom(4, 8, 16), (a, b, mean) => {
        const [before, lately] = [poisson(mean, a), poisson(mean, b)]
        const { cramps } = known({ days: [crampsAgo(70, 1), crampsAgo(40, before), crampsAgo(3, lately)] })
        if (cramps && !cramps.isChance) different++
      }),
      { numRuns: runs, seed: 30 },
    )
    expect(different / runs).toBeLessThanOrEqual(0.05)
  })
})

it('names a trial only if the person follows its result, and then the latest', () => {
  const trial = (followed: object | undefined) => ({ followed }) as Diary['trials'][number]
  expect(known({ trials: [trial(undefined)] }).trial).toBeUndefined()
  expect(
    known({
      trials: [
        trial({ better: 'cold', worse: 'heat', isNoticeable: true, at: 1 }),
        trial({ better: 'heat', worse: 'cold', isNoticeable: true, at: 2 }),
        trial(undefined),
      ],
    }).trial,
  ).toEqual({ better: 'heat', worse: 'cold' })
})

it('asks about a current medicine that may cause cramps if the person has cramps', () => {
  const days = [crampsAgo(3, 1)]
  expect(known({ days, medicines: [medicineOf()] }).askAbout).toBe('Lasix')
  expect(known({ medicines: [medicineOf()] }).askAbout).toBeUndefined()
  expect(known({ days, medicines: [medicineOf({ isCurrent: false })] }).askAbout).toBeUndefined()
  expect(known({ days, medicines: [medicineOf({ ingredient: 'paracetamol' })] }).askAbout).toBeUndefined()
})
