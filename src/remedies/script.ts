/**
 * The script of a session, second by second: a list of phases made from an exercise's dose or from one method of a
 * remedy.
 */
import type { Exercise, Method, Part, Remedy } from '../knowledge/remedy-schema.ts'
import { limits } from './limits.ts'

export type PhaseKind = 'prepare' | 'hold' | 'rest' | 'change-sides' | 'on' | 'skin-check'

export interface ScriptPhase {
  readonly kind: PhaseKind
  readonly seconds: number
  /** It does not follow the clock: it lasts until the person is ready. Its seconds are 0. */
  readonly waits?: true
  /** Spoken when the phase begins. */
  readonly cue: string
  /** Spoken half-way, for a long phase. */
  readonly halfWay?: string
  /** For an exercise: the indexes of the frames at the start and at the end of the phase. */
  readonly frames?: readonly [from: number, to: number]
  /** Counting from 1. */
  readonly repeat?: number
  readonly side?: 1 | 2
  /** Counting from 1, where there is more than one set; a rest before a set has its number. */
  readonly set?: number
  /** Of a method with several parts: the index of the part, its name, what to do, and how the skin may look. */
  readonly part?: number
  readonly name?: string
  readonly steps?: readonly string[]
  readonly look?: readonly string[]
  /** What ends this part on the skin, if it differs from the script's. */
  readonly takeOff?: string
}

/** The phases of a session in order, with the duration, cues and frames of each. */
export interface Script {
  readonly id: string
  readonly title: string
  readonly phases: readonly ScriptPhase[]
  /** For heat and cold: the skin that ends it. Shown while paused, because heat continues when the clock stops. */
  readonly takeOff?: string
}

const words = {
  ready: 'Get ready.',
  release: 'Release slowly and rest.',
  otherSide: 'Change sides.',
  betweenSets: (set: number, of: number) => `Rest. Set ${set} of ${of} comes next.`,
  half: 'Half-way.',
  on: 'Begin now.',
  skin: 'Check your skin. Light pink is fine. Blotchy, white or numb means take it off.',
  goOn: 'Go on.',
}

const prepareSeconds = 5
const changeSeconds = 6
const holdOver60Seconds = 30
const longHoldSeconds = 20
/** ACSM gives one to two minutes for light loads (source `acsm-sets`). */
const betweenSetsSeconds = 60

/**
 * The script of an exercise. From age 60, a stretch is held for at least 30 seconds (ACSM 2021, source `acsm2021`).
 * `frameCount` is the number of frames; the movement runs from the first to the last and stays there.
 */
export function exerciseScript(
  id: string,
  exercise: Exercise,
  frameCount: number,
  age?: number,
  prepare = true,
): Script {
  const { repeats, sides, sets, restSeconds } = exercise.dose
  const hold =
    exercise.kind === 'stretch' && age !== undefined && age >= 60
      ? Math.max(exercise.dose.holdSeconds, holdOver60Seconds)
      : exercise.dose.holdSeconds
  // The release of a cramp stays lying or sitting: standing up is a later frame, for people who can.
  const last = exercise.kind === 'release' ? Math.min(1, frameCount - 1) : frameCount - 1
  const phases: ScriptPhase[] = []
  if (prepare)
    phases.push({ kind: 'prepare', seconds: prepareSeconds, cue: `${words.ready} ${exercise.start}`, frames: [0, 0] })
  for (let set = 1; set <= sets; set++) {
    const ofSet = sets > 1 ? { set } : {}
    if (set > 1)
      phases.push({
        kind: 'rest',
        seconds: betweenSetsSeconds,
        cue: words.betweenSets(set, sets),
        frames: [last, 0],
        set,
      })
    for (const side of sides === 2 ? ([1, 2] as const) : ([1] as const)) {
      if (side === 2)
        phases.push({ kind: 'change-sides', seconds: changeSeconds, cue: words.otherSide, frames: [last, 0], ...ofSet })
      for (let repeat = 1; repeat <= repeats; repeat++) {
        phases.push({
          kind: 'hold',
          seconds: hold,
          cue: holdCue(exercise, repeat),
          ...(hold >= longHoldSeconds ? { halfWay: words.half } : {}),
          frames: [0, last],
          repeat,
          side,
          ...ofSet,
        })
        if (repeat < repeats && restSeconds > 0)
          phases.push({
            kind: 'rest',
            seconds: restSeconds,
            cue: words.release,
            frames: [last, 0],
            repeat,
            side,
            ...ofSet,
          })
      }
    }
  }
  return { id, title: exercise.name, phases }
}

/** The exercise with so many sets instead of its own number. */
export const withSets = (exercise: Exercise, sets: number): Exercise => ({
  ...exercise,
  dose: { ...exercise.dose, sets },
})

/** How many sets were done when a session ended in this phase: those with at least half of their holds over. */
export function setsDone({ phases }: Pick<Script, 'phases'>, index: number): number {
  const holds = phases.flatMap(({ kind, set = 1 }, at) => (kind === 'hold' ? [{ set, isOver: at < index }] : []))
  const sets = [...new Set(holds.map(({ set }) => set))]
  return sets.filter(each => {
    const own = holds.filter(({ set }) => set === each)
    return own.filter(({ isOver }) => isOver).length * 2 >= own.length
  }).length
}

function holdCue({ steps, dose }: Exercise, repeat: number): string {
  if (repeat === 1) return steps[1] ?? steps[0] ?? ''
  return dose.holdSeconds >= longHoldSeconds ? `${repeat} of ${dose.repeats}. ${steps[1] ?? ''}` : `${repeat}`
}

/**
 * The script of one method of a remedy: it lasts for its minutes, with skin checks; heat and cold never exceed their
 * limits. It waits until the person is ready, because filling a bottle or a bath takes no fixed time; only the release
 * of a cramp does not wait.
 */
export function methodScript(id: string, remedy: Remedy, method: Method): Script {
  const title = `${remedy.name}: ${method.name}`
  if (method.parts) return { id, title, phases: method.parts.flatMap(partPhases) }
  const seconds = minutesOf(remedy, method) * 60
  const every = (method.skinCheckEveryMinutes ?? 0) * 60
  const cue = `${words.ready} ${method.steps[0] ?? ''}`
  const phases: ScriptPhase[] = [
    remedy.kind === 'release'
      ? { kind: 'prepare', seconds: prepareSeconds * 2, cue }
      : { kind: 'prepare', seconds: 0, waits: true, cue },
  ]
  phases.push(...withChecks(seconds, every))
  return { id, title, phases, ...(method.takeOff === undefined ? {} : { takeOff: method.takeOff }) }
}

/** So many seconds in all, with a look at the skin every so often; 0 is never. */
function withChecks(seconds: number, every: number): readonly ScriptPhase[] {
  const checkSeconds = 10
  const phases: ScriptPhase[] = []
  let left = seconds
  while (left > 0) {
    const part = every > 0 ? Math.min(every, left) : left
    const isFirst = left === seconds
    phases.push({
      kind: 'on',
      seconds: part,
      cue: isFirst ? words.on : words.goOn,
      ...(every === 0 ? { halfWay: words.half } : {}),
    })
    left -= part
    if (every > 0 && left > checkSeconds) {
      phases.push({ kind: 'skin-check', seconds: checkSeconds, cue: words.skin })
      left -= checkSeconds
    }
  }
  return phases
}

/** Warmth and cold wait until the person is ready, and stay within their limits whatever the part says. */
function partPhases(part: Part, index: number): readonly ScriptPhase[] {
  const { kind, name, steps, look, takeOff } = part
  const of = { part: index, name, steps, ...(look ? { look } : {}) }
  const [first = name] = steps
  const seconds = partMinutes(part) * 60
  if (kind === 'rest') return [{ ...of, kind: 'rest', seconds, cue: first }]
  const on = withChecks(seconds, (part.skinCheckEveryMinutes ?? 0) * 60)
  return [
    { ...of, kind: 'prepare', seconds: 0, waits: true, cue: `${words.ready} ${first}` },
    ...on.map(phase => ({ ...of, ...phase, ...(takeOff === undefined ? {} : { takeOff }) })),
  ]
}

function partMinutes({ kind, minutes }: Part): number {
  if (kind === 'heat') return Math.min(minutes, limits.heat.mostMinutes)
  return kind === 'cold' ? Math.min(minutes, limits.cold.mostMinutes) : minutes
}

/** The duration: the shorter end for heat and cold, still hours for wraps, and always within the limits. */
function minutesOf({ kind }: Remedy, method: Method): number {
  const [least, most] = method.minutes ?? [5, 5]
  if (kind === 'cold') return Math.min(most, limits.cold.mostMinutes)
  if (kind === 'heat') return most > limits.heat.mostMinutes ? least : Math.min(most, limits.heat.mostMinutes)
  return most
}

export const scriptSeconds = ({ phases }: Pick<Script, 'phases'>): number =>
  phases.reduce((sum, { seconds }) => sum + seconds, 0)
