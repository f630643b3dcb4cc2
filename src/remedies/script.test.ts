import { describe, expect, it } from 'vitest'
import type { Exercise, Method, Remedy } from '../knowledge/remedy-schema.ts'
import { exerciseScript, methodScript, type Script, scriptSeconds, setsDone, withSets } from './script.ts'

interface Dose {
  readonly holdSeconds?: number
  readonly repeats?: number
  readonly sides?: 1 | 2
  readonly sets?: number
  readonly restSeconds?: number
}
const exercise = (kind: string, dose: Dose = {}, steps: readonly string[] = ['Lie down.', 'Pull your toes.']) =>
  ({
    name: 'An exercise',
    kind,
    start: 'On your back.',
    steps,
    dose: { holdSeconds: 10, repeats: 1, sides: 1, sets: 1, restSeconds: 0, ...dose },
  }) as unknown as Exercise
const kinds = ({ phases }: Script) => phases.map(({ kind }) => kind)
const holds = ({ phases }: Script) => phases.filter(({ kind }) => kind === 'hold')

describe('the script of an exercise', () => {
  it('begins with time to get ready, unless there was some already', () => {
    const [first] = exerciseScript('x', exercise('mobility'), 3).phases
    expect(first).toEqual({ kind: 'prepare', seconds: 5, cue: 'Get ready. On your back.', frames: [0, 0] })
    expect(kinds(exerciseScript('x', exercise('mobility'), 3, undefined, false))).toEqual(['hold'])
  })

  it('has its id and the name of the exercise', () => {
    expect(exerciseScript('x', exercise('mobility'), 3)).toMatchObject({ id: 'x', title: 'An exercise' })
  })

  it('rests between repeats, and not after the last', () => {
    const script = exerciseScript('x', exercise('mobility', { repeats: 3, restSeconds: 4 }), 3, undefined, false)
    expect(kinds(script)).toEqual(['hold', 'rest', 'hold', 'rest', 'hold'])
    expect(script.phases[1]).toEqual({
      kind: 'rest',
      seconds: 4,
      cue: 'Release slowly and rest.',
      frames: [2, 0],
      repeat: 1,
      side: 1,
    })
    expect(kinds(exerciseScript('x', exercise('mobility', { repeats: 2 }), 3, undefined, false))).toEqual([
      'hold',
      'hold',
    ])
  })

  it('changes sides once per set, with time to turn over', () => {
    const script = exerciseScript('x', exercise('mobility', { sides: 2, sets: 2 }), 3, undefined, false)
    expect(kinds(script)).toEqual(['hold', 'change-sides', 'hold', 'rest', 'hold', 'change-sides', 'hold'])
    expect(holds(script).map(({ side }) => side)).toEqual([1, 2, 1, 2])
    expect(script.phases[1]).toEqual({ kind: 'change-sides', seconds: 6, cue: 'Change sides.', frames: [2, 0], set: 1 })
  })

  it('rests for a minute between sets, and says which comes next', () => {
    const script = exerciseScript('x', withSets(exercise('mobility', { repeats: 2 }), 3), 3, undefined, false)
    const rests = script.phases.filter(({ kind }) => kind === 'rest')
    expect(rests.map(({ seconds, cue }) => [seconds, cue])).toEqual([
      [60, 'Rest. Set 2 of 3 comes next.'],
      [60, 'Rest. Set 3 of 3 comes next.'],
    ])
    expect(holds(script).map(({ set }) => set)).toEqual([1, 1, 2, 2, 3, 3])
  })

  it('counts a set as done once half of its holds are over', () => {
    const script = exerciseScript('x', withSets(exercise('mobility', { repeats: 2 }), 2), 3, undefined, false)
    expect(kinds(script)).toEqual(['hold', 'hold', 'rest', 'hold', 'hold'])
    expect([0, 1, 2, 3, 4, 5].map(index => setsDone(script, index))).toEqual([0, 1, 1, 1, 2, 2])
    expect(setsDone(exerciseScript('x', exercise('mobility'), 3, undefined, false), 0)).toBe(0)
  })

  it('counts its repeats, and describes the movement in the first', () => {
    const script = exerciseScript('x', exercise('mobility', { repeats: 3 }), 3, undefined, false)
    expect(script.phases.map(({ cue }) => cue)).toEqual(['Pull your toes.', '2', '3'])
    expect(holds(script).map(({ repeat }) => repeat)).toEqual([1, 2, 3])
    const long = exercise('mobility', { repeats: 2, holdSeconds: 20 })
    expect(exerciseScript('x', long, 3, undefined, false).phases[1]?.cue).toBe('2 of 2. Pull your toes.')
    const short = exercise('mobility', { repeats: 2, holdSeconds: 19 })
    expect(exerciseScript('x', short, 3, undefined, false).phases[1]?.cue).toBe('2')
    const [only] = exerciseScript('x', exercise('mobility', {}, ['Breathe.']), 3, undefined, false).phases
    expect(only?.cue).toBe('Breathe.')
  })

  it('announces half-way in a hold of 20 seconds or more', () => {
    const halfWay = (holdSeconds: number) =>
      holds(exerciseScript('x', exercise('mobility', { holdSeconds }), 3))[0]?.halfWay
    expect([halfWay(19), halfWay(20), halfWay(21)]).toEqual([undefined, 'Half-way.', 'Half-way.'])
  })

  it('from 60 years on holds a stretch for at least 30 seconds', () => {
    const seconds = (kind: string, age: number | undefined, holdSeconds = 10) =>
      holds(exerciseScript('x', exercise(kind, { holdSeconds }), 3, age))[0]?.seconds
    expect([seconds('stretch', 59), seconds('stretch', 60), seconds('stretch', 61)]).toEqual([10, 30, 30])
    expect(seconds('stretch', undefined)).toBe(10)
    expect(seconds('stretch', 70, 45)).toBe(45)
    expect(seconds('mobility', 70)).toBe(10)
  })

  it('moves from the first frame to the last; a release stays at the second, lying or sitting', () => {
    const frames = (kind: string, count: number) => holds(exerciseScript('x', exercise(kind), count))[0]?.frames
    expect(frames('stretch', 4)).toEqual([0, 3])
    expect(frames('release', 4)).toEqual([0, 1])
    expect(frames('release', 1)).toEqual([0, 0])
  })
})

const remedy = (kind: string) => ({ name: 'A remedy', kind }) as unknown as Remedy
const method = (minutes?: readonly [number, number], skinCheckEveryMinutes?: number, steps = ['Wrap it.']) =>
  ({
    id: 'm',
    name: 'a way',
    steps,
    ...(minutes && { minutes }),
    ...(skinCheckEveryMinutes && { skinCheckEveryMinutes }),
  }) as unknown as Method
const script = (kind: string, ...given: Parameters<typeof method>) =>
  methodScript('x/m', remedy(kind), method(...given))
const minutesOn = (made: Script) => scriptSeconds(made) / 60

describe('the script of a method', () => {
  it('lasts for its longest time', () => {
    expect(minutesOn(script('comfort', [3, 7]))).toBe(7)
    expect(minutesOn(script('comfort'))).toBe(5)
    expect(script('comfort', [3, 7])).toMatchObject({ id: 'x/m', title: 'A remedy: a way' })
  })

  it('never cools for longer than 20 minutes, nor warms for longer without a wrap', () => {
    expect([15, 20, 60].map(most => minutesOn(script('cold', [10, most])))).toEqual([15, 20, 20])
    expect([15, 20].map(most => minutesOn(script('heat', [10, most])))).toEqual([15, 20])
    expect(minutesOn(script('heat', [60, 480]))).toBe(60)
    expect(minutesOn(script('comfort', [10, 60]))).toBe(60)
  })

  it('waits for the person without a time limit, and shows the first step', () => {
    for (const kind of ['heat', 'cold', 'comfort', 'massage'])
      expect(script(kind, [5, 5]).phases[0], kind).toEqual({
        kind: 'prepare',
        seconds: 0,
        waits: true,
        cue: 'Get ready. Wrap it.',
      })
    expect(script('cold', [5, 5], undefined, []).phases[0]?.cue).toBe('Get ready. ')
  })

  it('does not delay the release of a cramp: it begins after ten seconds', () => {
    expect(script('release', [5, 5]).phases[0]).toEqual({ kind: 'prepare', seconds: 10, cue: 'Get ready. Wrap it.' })
  })

  it('describes the skin that ends it, if the method does', () => {
    const named = methodScript('x/m', remedy('heat'), { ...method([5, 5]), takeOff: 'Take it off.' })
    expect(named.takeOff).toBe('Take it off.')
    expect('takeOff' in script('comfort', [5, 5])).toBe(false)
  })

  it('without skin checks is one phase, with half-way', () => {
    expect(script('comfort', [5, 5]).phases.slice(1)).toEqual([
      { kind: 'on', seconds: 300, cue: 'Begin now.', halfWay: 'Half-way.' },
    ])
  })

  it('pauses to check the skin, within its time', () => {
    const made = script('cold', [10, 10], 4)
    expect(made.phases.slice(1).map(({ kind, seconds }) => [kind, seconds])).toEqual([
      ['on', 240],
      ['skin-check', 10],
      ['on', 240],
      ['skin-check', 10],
      ['on', 100],
    ])
    expect(made.phases.map(({ cue }) => cue).slice(1)).toEqual([
      'Begin now.',
      expect.stringContaining('Check your skin.'),
      'Go on.',
      expect.stringContaining('Check your skin.'),
      'Go on.',
    ])
    expect(made.phases.some(phase => 'halfWay' in phase)).toBe(false)
  })

  it('does not check the skin near its end', () => {
    expect(kinds(script('cold', [10, 10], 5))).toEqual(['prepare', 'on', 'skin-check', 'on'])
    expect(kinds(script('cold', [10, 10], 10))).toEqual(['prepare', 'on'])
    // Ten seconds would be left: too short to check the skin and continue.
    expect(kinds(script('cold', [1, 1 + 1 / 6], 1))).toEqual(['prepare', 'on', 'on'])
  })
})
