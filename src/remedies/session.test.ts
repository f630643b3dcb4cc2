import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Script } from './script.ts'
import { scriptSeconds } from './script.ts'
import { at, cueBetween, type Mark, mark, type Session, start } from './session.ts'

const script: Script = {
  id: 'example',
  title: 'Example',
  phases: [
    { kind: 'prepare', seconds: 5, cue: 'Get ready.' },
    { kind: 'hold', seconds: 30, cue: 'Hold.', halfWay: 'Half-way.' },
    { kind: 'rest', seconds: 10, cue: 'Rest.' },
    { kind: 'hold', seconds: 30, cue: 'Hold again.' },
  ],
}
const began = 1_000_000
const later = (seconds: number) => began + seconds * 1000

const anyScript = fc
  .array(
    fc.record({
      kind: fc.constantFrom('hold' as const, 'rest' as const),
      seconds: fc.integer({ min: 1, max: 600 }),
      cue: fc.string(),
    }),
    { minLength: 1, maxLength: 12 },
  )
  .map((phases): Script => ({ id: 'any', title: 'Any', phases }))
const anyTaps = fc.array(
  fc.record({ kind: fc.constantFrom<Mark['kind'][]>('pause', 'resume', 'skip', 'back'), wait: fc.nat(90_000) }),
  { maxLength: 15 },
)

/** A session with taps that follow one another, and the time of the last. */
function tapped(
  from: Script,
  taps: readonly { readonly kind: Mark['kind']; readonly wait: number }[],
): { session: Session; now: number } {
  let session = start(from, began)
  let now = began
  for (const { kind, wait } of taps) {
    now += wait
    session = mark(session, kind, now)
  }
  return { session, now }
}

it('stands where the clock says, however long nobody looked', () => {
  const session = start(script, began)
  expect(at(session, later(0))).toMatchObject({ index: 0, remaining: 5, status: 'running' })
  expect(at(session, later(20))).toMatchObject({ index: 1, elapsed: 15, remaining: 15 })
  expect(at(session, later(44))).toMatchObject({ index: 2 })
  expect(at(session, later(75))).toMatchObject({ status: 'done', index: 4, remainingTotal: 0 })
  expect(at(session, later(100_000))).toMatchObject({ status: 'done' })
})

it('freezes while paused and goes on from there', () => {
  const paused = mark(start(script, began), 'pause', later(10))
  expect(at(paused, later(500))).toMatchObject({ status: 'paused', index: 1, elapsed: 5 })
  const resumed = mark(paused, 'resume', later(500))
  expect(at(resumed, later(505))).toMatchObject({ status: 'running', elapsed: 10 })
})

it('skips to the next phase; back begins this one, or the one before when this has just begun', () => {
  const skipped = mark(start(script, began), 'skip', later(1))
  expect(at(skipped, later(1))).toMatchObject({ index: 1, elapsed: 0 })
  expect(at(mark(skipped, 'back', later(2)), later(2))).toMatchObject({ index: 0 })
  expect(at(mark(skipped, 'back', later(12)), later(12))).toMatchObject({ index: 1, elapsed: 0 })
})

it('ends when it is stopped, and no tap wakes it again', () => {
  const stopped = mark(start(script, began), 'stop', later(7))
  expect(at(stopped, later(900))).toMatchObject({ status: 'stopped', index: 1, elapsed: 2 })
  expect(mark(stopped, 'resume', later(10))).toBe(stopped)
})

describe('cues', () => {
  const session = start(script, began)
  it('are said once, when their phase begins, and half-way', () => {
    expect(cueBetween(session, began, later(0.1))).toBe('Get ready.')
    expect(cueBetween(session, later(4.9), later(5))).toBe('Hold.')
    expect(cueBetween(session, later(19.9), later(20))).toBe('Half-way.')
    expect(cueBetween(session, later(21), later(22))).toBeUndefined()
  })
  it('after a freeze only what still matters is said', () => {
    expect(cueBetween(session, later(2), later(37))).toBe('Rest.')
    expect(cueBetween(session, later(2), later(400))).toBeUndefined()
  })
})

it('never runs backwards without a tap, nor past its end', () => {
  fc.assert(
    fc.property(anyScript, anyTaps, fc.nat(4_000_000), fc.nat(4_000_000), (own, taps, first, more) => {
      const { session, now } = tapped(own, taps)
      const early = at(session, now + first)
      const late = at(session, now + first + more)
      expect(late.remainingTotal).toBeLessThanOrEqual(early.remainingTotal + 1e-6)
      expect(late.remainingTotal).toBeGreaterThanOrEqual(0)
      expect(early.remainingTotal).toBeLessThanOrEqual(scriptSeconds(own))
      expect(early.index).toBeLessThanOrEqual(own.phases.length)
    }),
  )
})

it('is the same after it was written down and read again', () => {
  fc.assert(
    fc.property(anyScript, anyTaps, fc.nat(1_000_000), (own, taps, wait) => {
      const { session, now } = tapped(own, taps)
      expect(at(JSON.parse(JSON.stringify(session)) as Session, now + wait)).toEqual(at(session, now + wait))
    }),
  )
})
