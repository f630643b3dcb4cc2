import { describe, expect, it } from 'vitest'
import { dayOf } from '../../test/support/plan-diary.ts'
import { baselineOf } from './trial-baseline.ts'

const dayAt = (count: number) =>
  new Date(Date.parse('2026-01-01T00:00:00Z') + count * 86_400_000).toISOString().slice(0, 10)
const painDay = (count: number, ...pains: readonly number[]) =>
  dayOf(dayAt(count), { pains: pains.map(pain => ({ complaint: 'back', region: 'low back', at: 0, pain })) })
const days = (...pains: readonly number[]) => pains.map((pain, count) => painDay(count, pain))
const tenOf = (pain: number) => Array.from({ length: 10 }, () => pain)

describe('a baseline from the diary', () => {
  it('needs ten days with pain; days without it do not count', () => {
    expect(baselineOf(days(1, 2, 3, 4, 5, 6, 7, 8, 9))).toBeUndefined()
    expect(baselineOf([...days(1, 2, 3, 4, 5, 6, 7, 8, 9), painDay(20)])).toBeUndefined()
    expect(baselineOf(days(1, 2, 3, 4, 5, 6, 7, 8, 9, 10))?.mean).toBe(5.5)
  })

  it('uses the worst pain of each day', () => {
    expect(baselineOf(tenOf(0).map((_, count) => painDay(count, 2, 7, 4)))?.mean).toBe(7)
  })

  it('uses the last 120 days, in any order', () => {
    const old = Array.from({ length: 50 }, (_, count) => painDay(count, 10))
    const late = Array.from({ length: 120 }, (_, count) => painDay(100 + count, 2))
    expect(baselineOf([...late, ...old])?.mean).toBe(2)
    expect(baselineOf([...late.slice(1), ...old])?.mean).toBeCloseTo((119 * 2 + 10) / 120, 10)
  })

  it('has the spread of a sample, at least 0.8', () => {
    const pains = [2, 4, 6, 8, 2, 4, 6, 8, 2, 4]
    const mean = pains.reduce((sum, pain) => sum + pain, 0) / 10
    const variance = pains.reduce((sum, pain) => sum + (pain - mean) ** 2, 0) / 9
    expect(baselineOf(days(...pains))?.sd).toBeCloseTo(Math.sqrt(variance), 12)
    expect(baselineOf(days(...tenOf(5)))?.sd).toBe(0.8)
  })

  it('has the same planned trend and share of missed days for everybody', () => {
    expect(baselineOf(days(...tenOf(5)))).toMatchObject({ trend: -1, missed: 0.1 })
  })
})

describe('the correlation of neighbouring days', () => {
  // Nine pairs of neighbours, one step up each: (1,2), (2,3) to (9,10).
  const rising = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
  const shared = rising.slice(1).reduce((sum, pain, i) => sum + ((rising[i] ?? 0) - 5.5) * (pain - 5.5), 0) / 9
  const variance = rising.reduce((sum, pain) => sum + (pain - 5.5) ** 2, 0) / 9

  it('is measured from eight pairs on, and assumed with fewer', () => {
    expect(baselineOf(days(...rising))?.correlation).toBeCloseTo(shared / variance, 12)
    const eight = [...rising.slice(0, 9).map((pain, count) => painDay(count, pain)), painDay(20, 10)]
    expect(baselineOf(eight)?.correlation).not.toBe(0.3)
    const seven = [...rising.slice(0, 8).map((pain, count) => painDay(count, pain)), painDay(20, 9), painDay(30, 10)]
    expect(baselineOf(seven)?.correlation).toBe(0.3)
  })

  it('is between -0.5 and 0.9, and assumed if nothing varies', () => {
    expect(baselineOf(days(...[0, 10, 0, 10, 0, 10, 0, 10, 0, 10, 0]))?.correlation).toBe(-0.5)
    const steps = Array.from({ length: 100 }, (_, count) => (count < 50 ? 0 : 10))
    expect(baselineOf(days(...steps))?.correlation).toBe(0.9)
    expect(baselineOf(days(...tenOf(5)))?.correlation).toBe(0.3)
  })
})
