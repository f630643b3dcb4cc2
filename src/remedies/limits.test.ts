import { describe, expect, it } from 'vitest'
import type { Method } from '../knowledge/remedy-schema.ts'
import {
  clotFindings,
  drinkCeiling,
  isClotOpen,
  isWithinLimits,
  limits,
  mayHeatAfterCream,
  mayShowDrinkTarget,
  mayShowUrineColours,
} from './limits.ts'

const hour = 3_600_000
const day = 24 * hour
const method = (minutes?: readonly [number, number], temperatureC?: readonly [number, number]) =>
  ({ ...(minutes && { minutes }), ...(temperatureC && { temperatureC }) }) as unknown as Method
const person = (present: readonly string[] = [], unsure: readonly string[] = []) => ({
  present: new Set(present),
  unsure: new Set(unsure),
})

describe('an amount to drink', () => {
  it.each(['fluid-limit', 'kidney-disease', 'dialysis', 'single-kidney', 'low-sodium', 'desmopressin'])(
    'is not shown with %s, sure or not',
    fact => {
      expect(mayShowDrinkTarget(new Set([fact]))).toBe(false)
      expect(drinkCeiling(person([fact]))).toBeUndefined()
      expect(drinkCeiling(person([], [fact]))).toBeUndefined()
      expect(drinkCeiling(person(['heat-work', fact]))).toBeUndefined()
    },
  )

  it('is 800 ml an hour at rest, and 950 ml only for a sure yes to hard work in the heat', () => {
    expect(mayShowDrinkTarget(new Set(['fever']))).toBe(true)
    expect(drinkCeiling(person())).toBe(800)
    expect(drinkCeiling(person(['fever']))).toBe(800)
    expect(drinkCeiling(person([], ['heat-work']))).toBe(800)
    expect(drinkCeiling(person(['heat-work']))).toBe(950)
  })
})

describe('warmth and cold', () => {
  it('a hot pack is at most 43 °C for 20 minutes, a wrap that is worn longer 40 °C for 8 hours', () => {
    const { heat, heatWrap } = limits
    expect([heat.mostDegrees, heat.mostMinutes, heatWrap.mostDegrees, heatWrap.mostMinutes]).toEqual([43, 20, 40, 480])
    expect(isWithinLimits('heat', method([10, heat.mostMinutes], [40, heat.mostDegrees]))).toBe(true)
    expect(isWithinLimits('heat', method([10, heat.mostMinutes], [40, heat.mostDegrees + 1]))).toBe(false)
    expect(isWithinLimits('heat', method([10, heat.mostMinutes + 1], [40, heat.mostDegrees]))).toBe(false)
    expect(isWithinLimits('heat', method([60, heatWrap.mostMinutes], [38, heatWrap.mostDegrees]))).toBe(true)
    expect(isWithinLimits('heat', method([60, heatWrap.mostMinutes + 1], [38, heatWrap.mostDegrees]))).toBe(false)
    expect(isWithinLimits('heat', method([60, heatWrap.mostMinutes], [38, heatWrap.mostDegrees + 1]))).toBe(false)
  })

  it('cold lasts 20 minutes at most', () => {
    expect(isWithinLimits('cold', method([5, 20]))).toBe(true)
    expect(isWithinLimits('cold', method([5, 21]))).toBe(false)
  })

  it('methods that neither warm nor cool have no such limit, nor methods without a temperature', () => {
    expect(isWithinLimits('comfort', method([5, 600], [90, 90]))).toBe(true)
    for (const kind of ['heat', 'cold'] as const) expect(isWithinLimits(kind, method())).toBe(true)
  })

  it('warmth waits 4 hours after a cream, gel or patch', () => {
    expect(mayHeatAfterCream(undefined, 0)).toBe(true)
    expect(mayHeatAfterCream(day, day)).toBe(false)
    expect(mayHeatAfterCream(day, day + 4 * hour - 1)).toBe(false)
    expect(mayHeatAfterCream(day, day + 4 * hour)).toBe(true)
  })
})

describe('signs of a clot', () => {
  it('are these three', () => {
    expect(clotFindings).toEqual(['leg-swollen-one', 'calf-tender-hot', 'calf-ache-constant'])
  })

  it('count for 14 days, and not on the 15th', () => {
    expect(isClotOpen(undefined, 0)).toBe(false)
    expect(isClotOpen(day, day)).toBe(true)
    expect(isClotOpen(day, 15 * day - 1)).toBe(true)
    expect(isClotOpen(day, 15 * day)).toBe(false)
  })
})

describe('the colours of urine', () => {
  it('are shown below 65 only, and not if the age is unknown', () => {
    expect(mayShowUrineColours(64, new Set())).toBe(true)
    expect(mayShowUrineColours(65, new Set())).toBe(false)
    expect(mayShowUrineColours(undefined, new Set())).toBe(false)
  })

  it.each([
    'kidney-disease',
    'dialysis',
    'single-kidney',
    'liver-disease',
    'fluid-limit',
    'heart-or-chest-on-effort',
    'low-sodium',
    'desmopressin',
    'urine-coloured',
  ])('are not shown with %s', fact => {
    expect(mayShowUrineColours(30, new Set([fact]))).toBe(false)
    expect(mayShowUrineColours(30, new Set(['fever']))).toBe(true)
  })
})

it('no remedy is for anyone under 16, and rest ends after 48 hours', () => {
  expect([limits.leastAge, limits.restHours]).toEqual([16, 48])
})
