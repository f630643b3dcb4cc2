import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rhythms } from '../knowledge/rhythms.gen.ts'
import { dayLong, hourLong } from '../time.ts'
import { dayOf, type PlanDay } from './day.ts'
import type { Step } from './step.ts'

const clock = (time: string, day = 30) => new Date(`2026-11-${day}T${time}:00`).getTime()
const step = (id: string, when: string): Step => ({
  kind: 'remedy',
  id,
  name: id,
  when,
  status: 'offered',
  ask: [],
  changes: [],
  certainty: null,
  sources: [],
  nextReview: '2027-01-01',
})
const plan = [
  step('rest', 'Now'),
  step('heat', '2 to 4 times a day'),
  step('walk', 'Every hour while awake'),
  step('stretch', 'Just before bed'),
  step('drink', 'When you are thirsty'),
]
const minutes: Readonly<Record<string, number>> = { rest: 20, heat: 20, walk: 5, stretch: 3 }
const done = (remedy: string, endedAt: number, status: 'done' | 'stopped' = 'done') => ({ remedy, endedAt, status })
const day = (now: number, tries: readonly ReturnType<typeof done>[] = [], steps = plan, gapMinutes = 60) =>
  dayOf(rhythms, steps, tries, id => ({ minutes: minutes[id] ?? 5, gapMinutes }), now)
const shown = ({ now, next }: PlanDay) => [now?.id, ...next.map(({ step: { id }, at }) => `${id} ${timeOf(at)}`)]
const timeOf = (at: number) => new Date(at).toTimeString().slice(0, 5)

describe('the day of a plan', () => {
  it('begins with its first step; other due steps follow one after the other, at times easy to remember', () => {
    expect(shown(day(clock('10:07')))).toEqual(['rest', 'heat 10:45', 'walk 11:15', 'stretch 22:00'])
  })

  it('ticks what a session did, and continues with the next step; a step that was due once does not come back', () => {
    const after = day(clock('10:30'), [done('rest/calves-on-chair', clock('10:29'))])
    expect(after.done.map(({ step: { id } }) => id)).toEqual(['rest'])
    expect(shown(after)).toEqual(['heat', 'walk 11:00', 'stretch 22:00'])
  })

  it('a step for several times a day comes back after its hours', () => {
    const { now, next } = day(clock('11:00'), [done('rest', clock('10:20')), done('heat', clock('10:45'))])
    expect(now?.id).toBe('walk')
    expect(next.map(({ step: { id }, at }) => `${id} ${timeOf(at)}`)).toEqual(['heat 14:45', 'stretch 22:00'])
  })

  it('a session that was stopped does not count as done', () => {
    expect(day(clock('10:30'), [done('rest', clock('10:29'), 'stopped')]).now?.id).toBe('rest')
  })

  it('the pause of the remedy is kept if it is longer', () => {
    const { next } = day(clock('10:01'), [done('rest', clock('09:00')), done('walk', clock('10:00'))], plan, 90)
    expect(next.find(({ step: { id } }) => id === 'walk')?.at).toBe(clock('11:30'))
  })

  it('between 22 and 7 o’clock only the first is due; the others wait for the morning', () => {
    expect(shown(day(clock('23:30')))).toEqual(['rest', 'stretch 00:00', 'heat 07:00', 'walk 07:00'])
    const { now, next } = day(clock('03:00'))
    expect(now?.id).toBe('rest')
    expect(next.map(({ at }) => timeOf(at))).toEqual(['07:00', '07:00', '22:00'])
  })

  it('has no step for now if nothing is due', () => {
    const tries = [done('rest', clock('10:00')), done('heat', clock('10:00')), done('walk', clock('10:00'))]
    expect(shown(day(clock('10:10'), tries))).toEqual([undefined, 'walk 11:00', 'heat 14:00', 'stretch 22:00'])
  })

  it('a step that depends on an occasion has no time', () => {
    expect(day(clock('10:00')).anyTime.map(({ id }) => id)).toEqual(['drink'])
  })

  it('a step for bedtime comes once a night', () => {
    const { next } = day(clock('22:30'), [done('stretch', clock('22:20'))])
    expect(next.find(({ step: { id } }) => id === 'stretch')?.at).toBe(clock('22:00', 30) + dayLong)
  })

  it('the times of the day contain what was done and what is due until 22 o’clock', () => {
    const { times } = day(clock('19:00'), [done('rest', clock('18:30')), done('heat', clock('18:55'))])
    expect(times.map(({ at, isDone }) => `${timeOf(at)}${isDone ? ' done' : ''}`)).toEqual([
      '18:30 done',
      '18:55 done',
      '19:00',
      '20:00',
      '21:00',
      '22:00',
      '22:00',
    ])
  })

  it('for any steps, tries and hour: every step is shown once or done, in order, and none before its pause is over', () => {
    const ids = plan.map(({ id }) => id)
    fc.assert(
      fc.property(
        fc.subarray(plan, { minLength: 1 }),
        fc.array(fc.record({ remedy: fc.constantFrom(...ids), ago: fc.integer({ min: 0, max: 30 * 60 }) })),
        fc.integer({ min: 0, max: 24 * 60 - 1 }),
        fc.integer({ min: 0, max: 240 }),
        (steps, given, minute, gap) => {
          const now = clock('00:00') + minute * 60_000
          const tries = given
            .map(({ remedy, ago }) => done(remedy, now - ago * 60_000))
            .toSorted((a, b) => a.endedAt - b.endedAt)
          const made = day(now, tries, steps, gap)
          const planned = [...(made.now ? [{ step: made.now, at: now }] : []), ...made.next]
          expect(new Set(planned.map(({ step: { id } }) => id)).size).toBe(planned.length)
          expect(planned.map(({ at }) => at)).toEqual(planned.map(({ at }) => at).toSorted((a, b) => a - b))
          for (const {
            step: { id, when },
            at,
          } of planned) {
            const last = tries.findLast(({ remedy }) => remedy === id)?.endedAt
            if (last !== undefined && when.startsWith('Every hour'))
              expect(at - last).toBeGreaterThanOrEqual(Math.max(hourLong, gap * 60_000))
          }
          for (const each of steps)
            expect(
              [...planned.map(({ step: { id } }) => id), ...made.anyTime.map(({ id }) => id)].includes(each.id) ||
                (each.when === 'Now' && tries.some(({ remedy }) => remedy === each.id)),
            ).toBe(true)
        },
      ),
    )
  })
})
