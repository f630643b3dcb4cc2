import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changesBetween, flashBarrier, leastMillisecondsBetweenFlashes } from './flash.ts'
import type { Script } from './script.ts'
import { mark, type Session, start } from './session.ts'

const told = (present: readonly string[] = [], unsure: readonly string[] = []) => ({
  present: new Set(present),
  unsure: new Set(unsure),
})

describe('a flash is not allowed', () => {
  it.each(['seizures', 'seizure'])('for a person who said "%s", or was not sure of it', id => {
    expect(flashBarrier(told([id]), false)).toBe('seizures')
    expect(flashBarrier(told([], [id]), false)).toBe('seizures')
  })

  it('if the device asks for less motion', () => {
    expect(flashBarrier(told(), true)).toBe('reduced-motion')
    expect(flashBarrier(told(['seizures']), true)).toBe('seizures')
  })

  it('in no other case', () => {
    expect(flashBarrier(told(['diabetes'], ['fever']), false)).toBeUndefined()
  })
})

const script: Script = {
  id: 'example',
  title: 'Example',
  phases: [
    { kind: 'prepare', seconds: 5, cue: 'Get ready.' },
    { kind: 'hold', seconds: 30, cue: 'Hold.', halfWay: 'Half-way.' },
    { kind: 'rest', seconds: 10, cue: 'Rest.' },
  ],
}
const began = 1_000_000
const later = (seconds: number) => began + seconds * 1000
const session = start(script, began)

describe('a change is shown', () => {
  it('once, when the next phase begins', () => {
    expect(changesBetween(session, later(4.9), later(5), undefined)).toBe(true)
    expect(changesBetween(session, later(5), later(5.1), later(5))).toBe(false)
  })

  it('not half-way, not while nothing changes, not at the end', () => {
    expect(changesBetween(session, later(19.9), later(20.1), undefined)).toBe(false)
    expect(changesBetween(session, later(6), later(7), undefined)).toBe(false)
    expect(changesBetween(session, later(44.9), later(45), undefined)).toBe(false)
  })

  it('again from two seconds after the last flash on, and not before', () => {
    expect(changesBetween(session, later(34.9), later(35), later(33))).toBe(true)
    expect(changesBetween(session, later(34.9), later(35), later(33.001))).toBe(false)
  })

  it('not twice for a change back and forth', () => {
    const skipped = mark(session, 'skip', later(1))
    expect(changesBetween(skipped, later(0.9), later(1), undefined)).toBe(true)
    const back = mark(skipped, 'back', later(2))
    expect(changesBetween(back, later(1.9), later(2), later(1))).toBe(false)
  })
})

it('however fast a person skips, no two flashes come within two seconds, far below three per second', () => {
  const wait = fc.record({ kind: fc.constantFrom('skip' as const, 'back' as const), wait: fc.nat(1500) })
  fc.assert(
    fc.property(fc.array(wait, { maxLength: 30 }), taps => {
      let running: Session = start(
        { ...script, phases: Array.from({ length: 40 }, () => script.phases[1] ?? never()) },
        began,
      )
      let now = began
      const flashes: number[] = []
      for (const { kind, wait: waited } of taps) {
        const before = now
        now += waited
        running = { ...running, marks: [...running.marks, { kind, at: now }] }
        if (changesBetween(running, before - 1, now, flashes.at(-1))) flashes.push(now)
      }
      const gaps = flashes.slice(1).map((time, index) => time - (flashes[index] ?? 0))
      expect(gaps.every(gap => gap >= leastMillisecondsBetweenFlashes)).toBe(true)
    }),
  )
  expect(leastMillisecondsBetweenFlashes).toBeGreaterThan(1000)
})

const never = (): never => {
  throw new Error('the example has two phases or more')
}
