import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyLog } from '../../test/support/diary-events.ts'
import { isBase } from './kept-base.ts'
import { baseOf, emptyBase } from './log.ts'

type Loose = Record<string, unknown>
const kept = (value: unknown) => structuredClone(value) as Loose

describe('a cached fold', () => {
  it('of any diary is accepted', () => {
    expect(isBase(kept(emptyBase))).toBe(true)
    fc.assert(fc.property(anyLog, events => isBase(kept(baseOf(events)))))
  })

  it('with a missing or wrong part is rejected', () => {
    for (const field of ['diary', 'newest', 'count']) {
      const { [field]: _gone, ...rest } = kept(emptyBase)
      expect(isBase(rest)).toBe(false)
      expect(isBase({ ...rest, [field]: { length: 1 } })).toBe(false)
    }
    for (const part of Object.keys(emptyBase.diary)) {
      const { [part]: _gone, ...rest } = kept(emptyBase.diary)
      expect(isBase({ ...emptyBase, diary: rest })).toBe(false)
      expect(isBase({ ...emptyBase, diary: { ...rest, [part]: 'x' } })).toBe(false)
    }
    for (const value of [undefined, null, [], '{}', { base: emptyBase }]) expect(isBase(value)).toBe(false)
  })

  it('with an item that no screen could show is rejected', () => {
    const lists = { episodes: 'ratings', sessions: 'marks', days: 'cramps', trials: 'pauses' } as const
    const names = ['id', 'name', 'day', 'episodes', 'script', 'beganAt', 'grams', 'text', 'protocol']
    fc.assert(
      fc.property(anyLog, fc.nat(), fc.constantFrom(...names, ...Object.values(lists)), (events, pick, field) => {
        const base = kept(baseOf(events))
        const items = Object.values(base.diary as Record<string, Loose[]>)
          .filter(Array.isArray)
          .flat()
          .filter(item => field in item)
        const item = items[pick % Math.max(1, items.length)]
        if (item === undefined) return
        delete item[field]
        expect(isBase(base)).toBe(false)
      }),
    )
  })
})
