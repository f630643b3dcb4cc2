/** Pain before and now: what is reported, and how often chance alone would produce such a report. */
import { describe, expect, it } from 'vitest'
import type { Region } from '../knowledge/vocabulary.ts'
import { normal, type Random, randomFrom } from '../random.ts'
import { addDays } from '../time.ts'
import type { Day } from './diary.ts'
import { painChange } from './pain-change.ts'

const today = '2026-11-30'

const dayWith = (day: string, ...pains: readonly (readonly [Region, number])[]): Day => ({
  day,
  cramps: [],
  pains: pains.map(([region, pain]) => ({ complaint: 'back', region, at: Date.parse(`${day}T12:00:00Z`), pain })),
  drankMl: 0,
  entries: pains.length,
})

/** The last pain is today's. */
const daily = (pains: readonly number[], region: Region = 'low back'): readonly Day[] =>
  pains.map((pain, index) => dayWith(addDays(today, index + 1 - pains.length), [region, pain]))

const ask = (days: readonly Day[], span = 90) => painChange({ days }, { today, days: span })

describe('pain before and now', () => {
  it('a peak followed by a low last day is not a fall: the medians of equal periods are compared', () => {
    const pains = [5, 4, 5, 9, 5, 4, 5, 4, 5, 5, 4, 5, 5, 4, 5, 5, 4, 5, 5, 3]
    expect(ask(daily(pains)).all).toMatchObject({
      kind: 'same',
      before: { from: '2026-11-11', to: '2026-11-20', count: 10, median: 5 },
      after: { from: '2026-11-21', to: today, count: 10, median: 5, low: 4, high: 5 },
    })
  })

  it('a lasting fall is said, with the middles, their spread and how many days have an entry', () => {
    const before = [8, 7, 8, 6, 8, 7, 9, 8, 7, 8, 7, 8, 6, 8]
    const after = [3, 4, 3, 2, 4, 3, 3, 5, 3, 4, 2, 3, 4, 3]
    const { all } = ask(daily([...before, ...after]))
    expect(all).toMatchObject({ kind: 'lower', before: { median: 8, count: 14 }, after: { median: 3, count: 14 } })
    expect(ask(daily([...after, ...before])).all.kind).toBe('higher')
  })

  it('a fall of less than a point is not reported, however many days show it', () => {
    const pains = Array.from({ length: 90 }, (_, index) =>
      index < 45 ? 5 - (index % 2) : 4 + (index % 3 === 0 ? 1 : 0),
    )
    expect(ask(daily(pains)).all.kind).toBe('same')
  })

  it('too few entries say nothing, and the number of days that would allow a comparison is true', () => {
    for (const begun of [0, 1, 3, 9, 13]) {
      const days = daily(Array.from({ length: begun }, () => 5))
      const { all } = ask(days)
      expect(all.kind).toBe('too-few')
      if (all.kind !== 'too-few') continue
      const later = (count: number) => {
        const end = addDays(today, count)
        const added = Array.from({ length: count }, (_, index) => dayWith(addDays(today, index + 1), ['low back', 4]))
        return painChange({ days: [...days, ...added] }, { today: end, days: 90 }).all.kind
      }
      expect(later(all.moreDays)).not.toBe('too-few')
      expect(later(all.moreDays - 1)).toBe('too-few')
    }
  })

  it('"about the same" says which change would have shown, and more entries show a smaller one', () => {
    const random = randomFrom(4)
    const noisy = (count: number) => daily(Array.from({ length: count }, () => rounded(5 + 2 * normal(random))))
    const [few, many] = [ask(noisy(20)).all, ask(noisy(88)).all]
    if (few.kind === 'too-few' || many.kind === 'too-few') throw new Error('enough days were told')
    expect(many.wouldShow).toBeLessThan(few.wouldShow)
    expect(few.moreDays).toBeGreaterThan(0)
    expect(many.moreDays).toBe(0)
  })

  it('each part has its own result if two parts hurt', () => {
    const back = [8, 7, 8, 6, 8, 7, 9, 8, 7, 8, 7, 8, 6, 8, 3, 4, 3, 2, 4, 3, 3, 5, 3, 4, 2, 3, 4, 3]
    const days = back.map((pain, index) =>
      dayWith(addDays(today, index + 1 - back.length), ['low back', pain], ['calf', 4 + (index % 2)]),
    )
    const { parts } = ask(days)
    expect(parts.map(({ region, change }) => [region, change.kind])).toEqual([
      ['calf', 'same'],
      ['low back', 'lower'],
    ])
    expect(painChange({ days }, { today, days: 90, region: 'calf' })).toMatchObject({
      all: { kind: 'same' },
      parts: [],
    })
    expect(ask(daily(back)).parts).toEqual([])
  })

  it('of 10,000 random diaries in which nothing changes, at most 5 in 100 say that something did', () => {
    const random = randomFrom(20_261_130)
    const said = Object.fromEntries(Object.keys(flat).map(kind => [kind, { claims: 0, of: 0 }]))
    const kinds = Object.entries(flat)
    for (let index = 0; index < 10_000; index += 1) {
      const [kind, draw] = kinds[index % kinds.length] ?? kinds[0] ?? []
      if (kind === undefined || draw === undefined) throw new Error('no kind of diary')
      const span = spans[random.below(spans.length)] ?? 90
      const { all, parts } = ask(draw(random, span), span)
      const changes = [all, ...parts.map(({ change }) => change)]
      const tally = said[kind] ?? { claims: 0, of: 0 }
      tally.of += 1
      if (changes.some(change => change.kind === 'lower' || change.kind === 'higher')) tally.claims += 1
    }
    const shares = Object.values(said).map(({ claims, of }) => claims / of)
    expect(Math.max(...shares)).toBeLessThanOrEqual(0.05)
    expect(shares.reduce((sum, share) => sum + share, 0) / shares.length).toBeGreaterThan(0)
  })

  it('a fall of 3 points is found in most diaries of 90 days', () => {
    const random = randomFrom(7)
    let found = 0
    for (let index = 0; index < 200; index += 1) {
      const noise = likeBefore(random, 90, 0.4)
      const { all } = ask(daily(noise.map((value, day) => rounded((day < 45 ? 6 : 3) + 1.5 * value))))
      if (all.kind === 'lower') found += 1
    }
    expect(found).toBeGreaterThan(180)
  })
})

const spans = [30, 44, 90, 180]
const rounded = (value: number): number => Math.max(0, Math.min(10, Math.round(value)))

/** Standard normal numbers, each like the one before (first-order autoregression). */
function likeBefore(random: Random, length: number, likeness: number): readonly number[] {
  let value = normal(random)
  return Array.from({ length }, () => {
    value = likeness * value + Math.sqrt(1 - likeness ** 2) * normal(random)
    return value
  })
}

/** Days about one level, some of them missed. */
const level =
  (likeness: number, sd: number, missed: number, regions: readonly Region[] = ['low back']) =>
  (random: Random, length: number): readonly Day[] => {
    const series = regions.map(region => ({
      region,
      mean: 1.5 + 7 * random.uniform(),
      noise: likeBefore(random, length, likeness),
    }))
    return Array.from({ length }, (_, index) =>
      dayWith(
        addDays(today, index + 1 - length),
        ...series.flatMap(({ region, mean, noise }) =>
          random.uniform() < missed ? [] : [[region, rounded(mean + sd * (noise[index] ?? 0))] as const],
        ),
      ),
    )
  }

/** Spasms that come by chance and ease over days; rated only while they last. */
const spasms =
  (chance: number) =>
  (random: Random, length: number): readonly Day[] => {
    const before = 30
    let left = 0
    const pains = Array.from({ length: length + before }, () => {
      left = left <= 0.5 && random.uniform() < chance ? 5 + 4 * random.uniform() : left - 0.5 - 2 * random.uniform()
      return left > 0 ? rounded(left + 0.7 * normal(random)) : undefined
    })
    return pains
      .slice(before)
      .map((pain, index) =>
        dayWith(addDays(today, index + 1 - length), ...(pain === undefined ? [] : [['low back', pain] as const])),
      )
  }

const flat: Readonly<Record<string, (random: Random, length: number) => readonly Day[]>> = {
  steady: level(0, 1, 0.2),
  restless: level(0, 2.5, 0.5),
  'a little alike': level(0.3, 1.5, 0.2),
  alike: level(0.6, 1.5, 0.1),
  'much alike': level(0.8, 1.5, 0.2),
  'three parts': level(0.5, 1.5, 0.3, ['low back', 'calf', 'neck']),
  'three restless parts': level(0.2, 2, 0.5, ['low back', 'calf', 'foot', 'neck']),
  'rare spasms': spasms(0.07),
  'frequent spasms': spasms(0.25),
}
