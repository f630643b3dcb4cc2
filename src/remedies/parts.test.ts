/** Sessions of several parts: warmth and cold in turn, and creams. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Method, Part, Remedy } from '../knowledge/remedy-schema.ts'
import { remedies, scriptOf } from '../library/remedies.ts'
import { isWithinLimits, limits, mayCreamAfterHeat } from './limits.ts'
import { methodScript, type Script } from './script.ts'
import { at, mark, start } from './session.ts'

const kinds = ['heat', 'cold', 'cream', 'rest'] as const
const anyParts = fc.array(fc.record({ kind: fc.constantFrom(...kinds), minutes: fc.integer({ min: 1, max: 90 }) }), {
  minLength: 2,
  maxLength: 6,
})
const methodOf = (parts: readonly Pick<Part, 'kind' | 'minutes'>[]): Method => ({
  id: 'm',
  name: 'M',
  steps: ['Begin.'],
  parts: parts.map(part => ({ ...part, name: part.kind, steps: ['Do it.'] })),
})
const remedy = (method: Method): Remedy => ({ kind: 'comfort', name: 'R', methods: [method] }) as unknown as Remedy

/** How many minutes of a kind the session keeps on without a stop by the person. */
const longest = ({ phases }: Script, parts: readonly Pick<Part, 'kind'>[], kind: Part['kind']): number =>
  Math.max(
    0,
    ...parts.map((part, index) =>
      part.kind === kind ? phases.filter(each => each.part === index).reduce((sum, each) => sum + each.seconds, 0) : 0,
    ),
  ) / 60

describe('whatever the knowledge says', () => {
  it('a session keeps no warmth and no cold on the skin past its limit', () => {
    fc.assert(
      fc.property(anyParts, parts => {
        const method = methodOf(parts)
        const script = methodScript('r/m', remedy(method), method)
        expect(longest(script, parts, 'heat')).toBeLessThanOrEqual(limits.heat.mostMinutes)
        expect(longest(script, parts, 'cold')).toBeLessThanOrEqual(limits.cold.mostMinutes)
      }),
    )
  })

  it('every part on the skin waits until the person is ready', () => {
    fc.assert(
      fc.property(anyParts, parts => {
        const method = methodOf(parts)
        const { phases } = methodScript('r/m', remedy(method), method)
        for (const [index, { kind }] of parts.entries())
          expect(phases.find(({ part }) => part === index)?.waits ?? false).toBe(kind !== 'rest')
      }),
    )
  })

  it('nothing is within the limits that warms after a cream, or goes from warm to cold without a rest', () => {
    fc.assert(
      fc.property(anyParts, parts => {
        if (!isWithinLimits('comfort', methodOf(parts))) return
        for (const [later, { kind }] of parts.entries())
          for (const [earlier, before] of parts.slice(0, later).entries()) {
            expect([before.kind, kind]).not.toEqual(['cream', 'heat'])
            const isSwap = [before.kind, kind].toSorted().join() === 'cold,heat'
            const rest = parts
              .slice(earlier + 1, later)
              .reduce((sum, p) => sum + (p.kind === 'rest' ? p.minutes : 0), 0)
            if (isSwap) expect(rest).toBeGreaterThanOrEqual(limits.betweenHeatAndColdMinutes)
          }
      }),
      {
        examples: [
          [
            [
              { kind: 'heat', minutes: 15 },
              { kind: 'rest', minutes: 30 },
              { kind: 'cold', minutes: 10 },
            ],
          ],
        ],
      },
    )
  })

  it('warmth of 21 minutes in a part is past the limit, as a wrap is', () => {
    const warm = (minutes: number) =>
      methodOf([
        { kind: 'heat', minutes },
        { kind: 'rest', minutes: 5 },
      ])
    expect(isWithinLimits('comfort', warm(20))).toBe(true)
    expect(isWithinLimits('comfort', warm(21))).toBe(false)
    expect(isWithinLimits('comfort', warm(120))).toBe(false)
  })
})

describe('warmth and cold in turn', () => {
  const script = scriptOf('alternate-heat-cold')

  it('is timed: 15 minutes warm, 30 of rest, 10 cold, each begun by the person', () => {
    if (!script) throw new Error('it cannot be timed')
    const session = start(script, 0)
    expect(at(session, 60_000)).toMatchObject({ status: 'waiting' })
    const warm = mark(session, 'skip', 60_000)
    expect(at(warm, 61_000)).toMatchObject({ status: 'running', wholePart: 900, remainingPart: 899 })
    const rested = at(warm, 60_000 + 15 * 60_000 + 1000)
    expect(rested.phase).toMatchObject({ kind: 'rest', name: 'Rest in between' })
    const later = 60_000 + 46 * 60_000
    expect(at(warm, later)).toMatchObject({ status: 'waiting', phase: { name: 'Cold' } })
    expect(at(mark(warm, 'skip', later), later + 1000)).toMatchObject({ remainingPart: 599 })
  })

  it('looks at the skin in both, and says how to end each', () => {
    const on = script?.phases.filter(({ kind }) => kind === 'on') ?? []
    expect(script?.phases.filter(({ kind }) => kind === 'skin-check').length).toBe(3)
    expect([...new Set(on.map(({ takeOff }) => takeOff))]).toEqual(['Take the bottle off.', 'Take the pack off.'])
    expect(on.every(({ look }) => look !== undefined)).toBe(true)
  })

  it('is kept from everybody from whom warmth or cold is kept', () => {
    const facts = (id: string) => (remedies[id]?.notFor ?? []).map(({ fact }) => fact)
    for (const id of ['heat', 'cold'])
      expect(facts(id).filter(fact => !facts('alternate-heat-cold').includes(fact))).toEqual([])
  })

  it('every way of it is within the limits', () => {
    for (const method of remedies['alternate-heat-cold']?.methods ?? [])
      expect(isWithinLimits('comfort', method), method.id).toBe(true)
  })
})

describe('a cream', () => {
  it('is timed, then the hands are washed', () => {
    const script = scriptOf('topical-creams/thin-layer')
    expect(script?.phases.map(({ kind, seconds }) => [kind, seconds])).toEqual([
      ['prepare', 0],
      ['on', 120],
      ['rest', 60],
    ])
  })

  it('waits an hour after warmth', () => {
    fc.assert(fc.property(fc.nat(10_000_000), wait => mayCreamAfterHeat(0, wait) === wait >= 3_600_000))
    expect(mayCreamAfterHeat(undefined, 5)).toBe(true)
  })
})
