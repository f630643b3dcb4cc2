/** Whatever a store returns: anything accepted as an event can be folded, shown and reported; the rest is rejected. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyLog } from '../../test/support/diary-events.ts'
import { report } from '../library/report.ts'
import { reportHtml } from '../report/page.ts'
import { fold } from './fold.ts'
import { isBase } from './kept-base.ts'
import { baseOf } from './log.ts'
import { understood } from './upgrade.ts'
import { crampsIn, daysIn, episodesIn, remedyResults } from './views.ts'

const filter = { from: '2025-01-01', to: '2027-01-01', fromAt: 0, toAt: 2e12 }
const shownFor = { from: '2025-11-26', to: '2026-11-25', now: Date.parse('2026-11-25T12:00:00Z') }

/** Any value in place of any field, at the top or one level down. */
const spoilt = fc.record({
  event: fc.nat(),
  field: fc.nat(),
  inside: fc.option(fc.nat()),
  value: fc.oneof(
    fc.constantFrom(undefined, null, '', 'x', [], {}, [null], [7], { id: 7 }, Number.NaN, -1, 1e300, true),
    fc.anything({ maxDepth: 2 }),
  ),
})

type Loose = Record<string, unknown>

function spoil(
  log: readonly object[],
  { event, field, inside, value }: typeof spoilt extends fc.Arbitrary<infer T> ? T : never,
) {
  const all = structuredClone(log) as Loose[]
  const each = all[event % Math.max(1, all.length)]
  if (each === undefined) return all
  const fields = Object.keys(each)
  const name = fields[field % fields.length] ?? ''
  const part = each[name]
  if (inside !== null && typeof part === 'object' && part !== null) {
    const parts = Object.keys(part)
    ;(part as Loose)[parts[inside % Math.max(1, parts.length)] ?? 'x'] = value
  } else each[name] = value
  return all
}

describe('a damaged diary', () => {
  it('is folded, shown and reported, whatever its events contain', () => {
    fc.assert(
      fc.property(anyLog, fc.array(spoilt, { minLength: 1, maxLength: 4 }), (log, damages) => {
        const damaged = damages.reduce<readonly object[]>(spoil, log)
        const events = understood(damaged as never)
        const diary = fold(events)
        expect(isBase(baseOf(events))).toBe(true)
        expect(daysIn(diary, filter).every(({ drankMl }) => Number.isFinite(drankMl))).toBe(true)
        expect(Number.isFinite(crampsIn(diary, filter))).toBe(true)
        episodesIn(diary, filter)
        remedyResults(diary, filter)
        reportHtml(report(events, shownFor), { paper: 'a4', isDetailed: true })
      }),
      { numRuns: 400 },
    )
  })

  it('is reported quickly when a count is far too high', () => {
    const counted = {
      ...{ type: 'cramps-counted', night: '2025-11-26', count: 1e9, region: 'calf' },
      ...{ id: '019a7afe-f2c0-7020-a020-202020202020', v: 2, at: '2025-11-26T07:00:00Z' },
    }
    const { sections } = report(understood([counted]), shownFor)
    expect(sections.find(({ kind }) => kind === 'episodes')).toMatchObject({ places: [{ region: 'calf', count: 1e9 }] })
  })

  it('loses no valid event', () => {
    fc.assert(
      fc.property(anyLog, log => {
        expect(understood(log)).toEqual(log)
      }),
    )
  })
})
