import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blank } from '../../test/support/blank-case.ts'
import { exercises } from '../knowledge/exercises.gen.ts'
import { planLines as lines } from '../knowledge/plan-lines.gen.ts'
import { plans } from '../knowledge/plans.gen.ts'
import { remedies } from '../knowledge/remedies.gen.ts'
import { triageKnowledge as triage } from '../knowledge/triage.gen.ts'
import { withheld } from '../knowledge/withheld.gen.ts'
import type { Case } from '../triage/case.ts'
import { adviceAfterCramp, crampSigns, isClotPossible, limbs, longMinutes, openCrampSigns } from './cramp-now.ts'
import { plan } from './plan.ts'

const knowledge = { triage, plans, lines }
const today = '2026-12-01'
const drinkLimits = ['fluid-limit', 'kidney-disease', 'dialysis', 'single-kidney', 'low-sodium', 'desmopressin']
const calf: Case = { ...blank, complaint: 'cramp', region: 'calf' }
const answered = (given: Partial<Case> = {}, minutes = 2): Case => ({
  ...calf,
  ...given,
  absent: [...crampSigns('calf', minutes), ...(given.absent ?? [])],
})
const said = (given: Case, minutes = 2, on = today) =>
  adviceAfterCramp(knowledge, given, minutes, on).map(({ id }) => id)

describe('beside the release', () => {
  it('the clot signs are asked for every part of the leg, and for no arm', () => {
    for (const limb of limbs) {
      const isArm = limb === 'hand' || limb === 'forearm'
      expect(crampSigns(limb, 0).includes('leg-swollen-one'), limb).toBe(!isArm)
      expect(crampSigns(limb, 0), limb).toContain('chest-pain')
    }
  })

  it('from ten minutes on it is asked whether the cramp is still there', () => {
    expect(openCrampSigns(answered(), 'calf', longMinutes - 0.01)).toEqual([])
    expect(openCrampSigns(answered(), 'calf', longMinutes)).toEqual(['cramp-over-10min'])
  })

  it('each sign, answered yes, raises the tier above self-care', () => {
    for (const limb of limbs)
      for (const sign of crampSigns(limb, longMinutes)) {
        const made = plan(
          { ...knowledge, remedies, exercises, withheld },
          { ...calf, region: limb, present: [sign] },
          today,
        )
        expect(['emergency', 'same-day', 'soon'], `${limb} ${sign}`).toContain(made.tier)
      }
  })

  it('a clot is possible only in a leg, whether the person is sure of the sign or not', () => {
    expect(isClotPossible({ ...calf, present: ['calf-tender-hot'] }, 'calf')).toBe(true)
    expect(isClotPossible({ ...calf, unsure: ['leg-swollen-one'] }, 'foot')).toBe(true)
    expect(isClotPossible({ ...calf, present: ['calf-tender-hot'] }, 'hand')).toBe(false)
    expect(isClotPossible(answered(), 'calf')).toBe(false)
  })
})

describe('after the cramp', () => {
  it('nothing is advised while any sign is open', () => {
    for (const minutes of [2, longMinutes])
      for (const open of crampSigns('calf', minutes)) {
        const given = answered({}, minutes)
        const half = { ...given, absent: given.absent.filter(id => id !== open) }
        expect(said(half, minutes), open).toEqual([])
        expect(said({ ...half, present: [open] }, minutes), open).toEqual([])
        expect(said({ ...half, unsure: [open] }, minutes), open).toEqual([])
      }
  })

  it('a leg gets advice to walk and to free the feet, an arm does not', () => {
    expect(said(answered())).toEqual(['walk', 'covers'])
    expect(said({ ...answered(), region: 'hand' })).toEqual([])
  })

  it('a drink is named only if every limit on drinking was answered no', () => {
    expect(said(answered({ absent: drinkLimits }))).toContain('sip')
    fc.assert(
      fc.property(fc.subarray(drinkLimits), fc.constantFrom('present', 'unsure', 'unknown'), (some, how) => {
        const rest = drinkLimits.filter(id => !some.includes(id))
        const given = answered({ absent: rest, ...(how === 'unknown' ? {} : { [how]: some }) })
        expect(said(given).includes('sip')).toBe(some.length === 0)
      }),
    )
  })

  it('nobody with a torn muscle is told to walk', () => {
    expect(said(answered({ present: ['pop-tear'] }))).not.toContain('walk')
    expect(said(answered({ unsure: ['pop-tear'] }))).not.toContain('walk')
  })

  it('a line past its review date is not shown', () => {
    expect(said(answered(), 2, '2099-01-01')).toEqual([])
  })

  it('a cramp of the trunk gets no advice here', () => {
    expect(said({ ...answered(), region: 'abdomen' })).toEqual([])
  })
})

describe('the plan of a cramp that is over', () => {
  const release = Object.values(plans).flatMap(({ region, cells }) =>
    Object.entries(cells).flatMap(([tier, byPhase]) =>
      Object.entries(byPhase).flatMap(([phase, cell]) =>
        cell.some(({ id }) => id === 'cramp-release') ? [{ region, tier, phase, cell }] : [],
      ),
    ),
  )

  it('every table says when to release a cramp that comes back', () => {
    expect(release.length).toBeGreaterThan(0)
    for (const { region, tier, phase, cell } of release)
      for (const step of cell.filter(({ id }) => id === 'cramp-release'))
        expect(step.whenOver, `${region} ${tier} ${phase}`).toBeDefined()
  })

  it('does not begin with stopping the cramp: that comes last, for the next time', () => {
    const settled: Case = { ...calf, age: 40, sex: 'female', absent: [...triage.prepared.answerable] }
    const stepsOf = (isOver: boolean) => {
      const made = plan(
        { ...knowledge, remedies, exercises, withheld },
        { ...settled, context: { hoursSinceOnset: 1, isOver } },
        today,
      )
      return made.kind === 'plan' ? made.steps : []
    }
    const [during, after] = [stepsOf(false), stepsOf(true)]
    expect(during[0]?.id).toBe('cramp-release')
    expect(after.at(-1)).toMatchObject({ id: 'cramp-release', when: 'If it grips again' })
    expect(after.map(({ id }) => id).toSorted()).toEqual(during.map(({ id }) => id).toSorted())
  })
})
