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

/** A session with taps one after the other, and the time of the last. */
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

it('is at the position of the clock, however long nobody looked', () => {
  const session = start(script, began)
  expect(at(session, later(0))).toMatchObject({ index: 0, remaining: 5, status: 'running' })
  expect(at(session, later(20))).toMatchObject({ index: 1, elapsed: 15, remaining: 15 })
  expect(at(session, later(44))).toMatchObject({ index: 2 })
  expect(at(session, later(75))).toMatchObject({ status: 'done', index: 4, remainingTotal: 0 })
  expect(at(session, later(100_000))).toMatchObject({ status: 'done' })
})

it('stops at a pause and continues from there', () => {
  const paused = mark(start(script, began), 'pause', later(10))
  expect(at(paused, later(500))).toMatchObject({ status: 'paused', index: 1, elapsed: 5 })
  const resumed = mark(paused, 'resume', later(500))
  expect(at(resumed, later(505))).toMatchObject({ status: 'running', elapsed: 10 })
})

it('skips to the next phase; back starts this one again, or the one before if this has just begun', () => {
  const skipped = mark(start(script, began), 'skip', later(1))
  expect(at(skipped, later(1))).toMatchObject({ index: 1, elapsed: 0 })
  expect(at(mark(skipped, 'back', later(2)), later(2))).toMatchObject({ index: 0 })
  expect(at(mark(skipped, 'back', later(12)), later(12))).toMatchObject({ index: 1, elapsed: 0 })
})

it('ends when it is stopped, and no later tap changes that', () => {
  const stopped = mark(start(script, began), 'stop', later(7))
  expect(at(stopped, later(900))).toMatchObject({ status: 'stopped', index: 1, elapsed: 2 })
  expect(mark(stopped, 'resume', later(10))).toBe(stopped)
})

describe('cues', () => {
  const session = start(script, began)
  it('are spoken once, when their phase begins, and half-way', () => {
    expect(cueBetween(session, began, later(0.1))).toBe('Get ready.')
    expect(cueBetween(session, later(4.9), later(5))).toBe('Hold.')
    expect(cueBetween(session, later(19.9), later(20))).toBe('Half-way.')
    expect(cueBetween(session, later(21), later(22))).toBeUndefined()
  })
  it('after a freeze are only those that still matter', () => {
    expect(cueBetween(session, later(2), later(37))).toBe('Rest.')
    expect(cueBetween(session, later(2), later(400))).toBeUndefined()
  })
})

describe('a tap that does not apply changes nothing', () => {
  const running = start(script, began)
  const paused = mark(running, 'pause', later(10))
  const stopped = mark(running, 'stop', later(10))

  it('a pause while paused, and a resume while running', () => {
    expect(mark(paused, 'pause', later(20))).toBe(paused)
    expect(mark(running, 'resume', later(20))).toBe(running)
    expect(mark(paused, 'resume', later(20)).marks).toHaveLength(2)
  })

  it('any tap once it was stopped, or is done', () => {
    for (const kind of ['pause', 'resume', 'skip', 'back', 'stop'] as const) {
      expect(mark(stopped, kind, later(20)), kind).toBe(stopped)
      expect(mark(running, kind, later(75)), kind).toBe(running)
      expect(mark(running, kind, later(74)).marks, kind).toHaveLength(kind === 'resume' ? 0 : 1)
    }
  })

  it('a tap later than the given time does not count yet', () => {
    expect(at(paused, later(9.999))).toMatchObject({ status: 'running' })
    expect(at(paused, later(10))).toMatchObject({ status: 'paused' })
  })
})

describe('the position at a time', () => {
  const session = start(script, began)

  it('has the next phase, and the part of this one that has passed', () => {
    const moment = at(session, later(20))
    expect(moment.phase).toBe(script.phases[1])
    expect(moment.next).toBe(script.phases[2])
    expect(moment).toMatchObject({ progress: 0.5, elapsed: 15, remaining: 15, remainingTotal: 55 })
    expect(at(session, later(50)).next).toBeUndefined()
  })

  it('shows a phase without length, and a session that is done, as fully passed', () => {
    const empty = start({ ...script, phases: [{ kind: 'rest', seconds: 0, cue: 'Rest.' }] }, began)
    expect(at(mark(empty, 'stop', began), began)).toMatchObject({ progress: 1, remaining: 0 })
    expect(at(session, later(75))).toMatchObject({ progress: 1, remaining: 0, phase: undefined, next: undefined })
  })

  it('a skip from the last phase ends it', () => {
    expect(at(mark(session, 'skip', later(60)), later(60))).toMatchObject({ status: 'done', remainingTotal: 0 })
  })

  it('back goes to the previous phase within 2 seconds of a beginning, later to the beginning of this one', () => {
    const back = (seconds: number) => at(mark(session, 'back', later(seconds)), later(seconds))
    expect(back(5 + 2)).toMatchObject({ index: 0, elapsed: 0 })
    expect(back(5 + 2.1)).toMatchObject({ index: 1, elapsed: 0 })
    expect(back(1)).toMatchObject({ index: 0, elapsed: 0 })
  })

  it('a clock that is set back undoes nothing', () => {
    const paused = mark(session, 'pause', later(20))
    const early = { ...paused, marks: [...paused.marks, { kind: 'resume', at: later(15) } as const] }
    expect(at(early, later(21))).toMatchObject({ index: 1, elapsed: 16 })
    expect(at(session, later(-50))).toMatchObject({ index: 0, elapsed: 0 })
  })
})

describe('a cue', () => {
  const session = start(script, began)

  it('is not spoken before it begins, nor twice for the first moment', () => {
    expect(cueBetween(session, began - 2, began - 1)).toBeUndefined()
    expect(cueBetween(session, began - 1, began)).toBeUndefined()
    expect(cueBetween(session, began - 1, began + 1)).toBe('Get ready.')
    expect(cueBetween(session, began + 1, began + 2)).toBeUndefined()
  })

  it('for half-way is spoken once, and within 5 seconds of it', () => {
    expect(cueBetween(session, later(20), later(20.5))).toBeUndefined()
    expect(cueBetween(session, later(19), later(24.9))).toBe('Half-way.')
    expect(cueBetween(session, later(19), later(25))).toBeUndefined()
    // The phase began and half of it passed while nobody looked.
    expect(cueBetween(session, later(4), later(21))).toBe('Half-way.')
    expect(cueBetween(session, later(4), later(26))).toBe('Hold.')
  })

  it('for half-way is not spoken in a phase without one', () => {
    expect(cueBetween(session, later(59.9), later(60.1))).toBeUndefined()
  })

  it('is not spoken while paused, stopped or done', () => {
    const paused = mark(session, 'pause', later(10))
    const stopped = mark(session, 'stop', later(10))
    for (const quiet of [paused, stopped]) expect(cueBetween(quiet, later(4), later(20))).toBeUndefined()
    expect(cueBetween(session, later(70), later(75))).toBeUndefined()
  })
})

describe('a phase that waits', () => {
  const waits: Script = {
    ...script,
    phases: [{ kind: 'prepare', seconds: 0, waits: true, cue: 'Fill the bottle.' }, ...script.phases.slice(1)],
  }
  const session = start(waits, began)
  const ready = mark(session, 'skip', later(900))

  it('lasts until the person is ready, however long that takes', () => {
    for (const seconds of [0, 60, 900, 100_000])
      expect(at(session, later(seconds))).toMatchObject({ status: 'waiting', index: 0, elapsed: 0, remainingTotal: 70 })
    expect(at(ready, later(900))).toMatchObject({ status: 'running', index: 1, elapsed: 0, remaining: 30 })
    expect(at(ready, later(910))).toMatchObject({ status: 'running', index: 1, elapsed: 10 })
  })

  it('speaks its cue once, and the next when the person is ready', () => {
    expect(cueBetween(session, began - 1, began + 1)).toBe('Fill the bottle.')
    expect(cueBetween(session, later(10), later(20))).toBeUndefined()
    expect(cueBetween(ready, later(899), later(900))).toBe('Hold.')
  })

  it('needs no pause, and waits again when a person goes back to it', () => {
    expect(mark(session, 'pause', later(5))).toBe(session)
    const back = mark(ready, 'back', later(901))
    expect(at(back, later(2000))).toMatchObject({ status: 'waiting', index: 0 })
  })

  it('can be stopped', () => {
    expect(at(mark(session, 'stop', later(5)), later(10))).toMatchObject({ status: 'stopped', index: 0 })
  })

  it('in the middle of a session stops the clock until then', () => {
    const [first, ...rest] = script.phases
    const middle = start({ ...script, phases: [first, waits.phases[0], ...rest].flatMap(each => each ?? []) }, began)
    expect(at(middle, later(1000))).toMatchObject({ status: 'waiting', index: 1 })
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

it('is the same after it was stored and read again', () => {
  fc.assert(
    fc.property(anyScript, anyTaps, fc.nat(1_000_000), (own, taps, wait) => {
      const { session, now } = tapped(own, taps)
      expect(at(JSON.parse(JSON.stringify(session)) as Session, now + wait)).toEqual(at(session, now + wait))
    }),
  )
})
