/**
 * A day of the diary in a few lines: one for each episode, check, session and meal, not one for each event. Events without
 * a line are counted in `others`; the list of raw entries contains them all.
 */
import type { Comparison, Complaint, Region, Side } from '../knowledge/vocabulary.ts'
import type { DiaryEvent, EventOf } from './event.ts'

/** `at` is in milliseconds since 1970; lists hold names as written, each once. */
export type StoryLine = { readonly at: number } & (
  | {
      readonly kind: 'episode'
      readonly complaint: Complaint
      readonly region: Region
      readonly side: Side | undefined
      readonly pains: readonly number[]
      readonly setOffBy: string | undefined
      readonly endedAt: number | undefined
      /** It began on an earlier day. */
      readonly isGoingOn: boolean
    }
  | { readonly kind: 'check'; readonly ticked: number; readonly unsure: number }
  | {
      readonly kind: 'remedy'
      readonly remedy: string
      readonly isDone: boolean
      readonly painBefore: number | undefined
      readonly painAfter: number | undefined
    }
  | {
      readonly kind: 'cramps'
      readonly count: number
      readonly region: Region | undefined
      readonly pain: number | undefined
    }
  | { readonly kind: 'drinks'; readonly ml: number; readonly names: readonly string[] }
  | { readonly kind: 'food'; readonly names: readonly string[] }
  | {
      readonly kind: 'medicines'
      readonly taken: readonly string[]
      readonly started: readonly string[]
      readonly stopped: readonly string[]
    }
  | { readonly kind: 'measured'; readonly what: EventOf<'measured'>['what']; readonly value: number }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'trial'; readonly y: number }
  | { readonly kind: 'question'; readonly text: string }
  /** What was done of a course on a day. `pains` are those told that day in order; `morning` is that of its morning. */
  | {
      readonly kind: 'course'
      readonly walkMinutes: number
      readonly exercises: readonly string[]
      readonly pains: readonly number[]
      readonly morning: number | undefined
      readonly compared: Comparison | undefined
      readonly isSkipped: boolean
    }
)

export interface DayStory {
  readonly lines: readonly StoryLine[]
  /** Entries without a line: settings, facts about the person, imports. */
  readonly others: number
}

/** What is known of the episodes and sessions that the day's events name but that began on another day. */
export interface StoryContext {
  readonly episodes: readonly {
    readonly id: string
    readonly complaint: Complaint
    readonly region: Region
    readonly side: Side | undefined
  }[]
  readonly sessions: readonly { readonly id: string; readonly script: string }[]
  /** Pain before and after a session, by its id. */
  readonly tries: readonly {
    readonly id: string
    readonly before: number | undefined
    readonly after: number | undefined
  }[]
}

/** `events` are those of one day that count, in the order of their time. */
export function dayStory(events: readonly DiaryEvent[], context: StoryContext): DayStory {
  const lines = new Map<string, StoryLine>()
  const put = <Kind extends StoryLine['kind']>(key: string, line: Extract<StoryLine, { kind: Kind }>) =>
    lines.set(key, line)
  const get = <Kind extends StoryLine['kind']>(key: string, kind: Kind) => {
    const line = lines.get(key)
    return line?.kind === kind ? (line as Extract<StoryLine, { kind: Kind }>) : undefined
  }
  let others = 0
  for (const event of events) {
    const at = Date.parse(event.at)
    switch (event.type) {
      case 'episode-began': {
        const { episode, complaint, region, side, pain, setOffBy } = event
        put(`episode ${episode}`, {
          kind: 'episode',
          at,
          complaint,
          region,
          side,
          pains: pain === undefined ? [] : [pain],
          setOffBy,
          endedAt: undefined,
          isGoingOn: false,
        })
        break
      }
      case 'episode-rated':
      case 'episode-ended': {
        const line = get(`episode ${event.episode}`, 'episode') ?? goingOn(event.episode, at, context)
        if (line === undefined) {
          others += 1
          break
        }
        put(`episode ${event.episode}`, {
          ...line,
          ...(event.type === 'episode-ended' ? { endedAt: at } : { pains: [...line.pains, event.pain] }),
        })
        break
      }
      case 'answered': {
        const key = `check ${event.episode}`
        const line = get(key, 'check') ?? { kind: 'check', at, ticked: 0, unsure: 0 }
        put(key, {
          ...line,
          ticked: line.ticked + event.present.length,
          unsure: line.unsure + event.unsure.length,
        })
        break
      }
      case 'session-began':
        put(`remedy ${event.session}`, sessionLine(event.session, event.script, at, context))
        break
      case 'session-ended': {
        const key = `remedy ${event.session}`
        const script = context.sessions.find(({ id }) => id === event.session)?.script
        const line =
          get(key, 'remedy') ?? (script === undefined ? undefined : sessionLine(event.session, script, at, context))
        if (line) put(key, { ...line, isDone: event.status === 'done' })
        else others += 1
        break
      }
      case 'remedy-done': {
        const isDone = event.session?.status !== 'stopped'
        put(`remedy ${event.id}`, {
          ...remedyLine(event.remedy, at, isDone),
          painBefore: event.painBefore,
          painAfter: event.painAfter,
        })
        break
      }
      case 'cramps-counted': {
        const { count, region, pain } = event
        put(event.id, { kind: 'cramps', at, count, region, pain })
        break
      }
      case 'drank': {
        const line = get('drinks', 'drinks') ?? { kind: 'drinks', at, ml: 0, names: [] }
        put('drinks', { ...line, ml: line.ml + event.ml, names: withName(line.names, event.drink) })
        break
      }
      case 'ate': {
        const line = get('food', 'food') ?? { kind: 'food', at, names: [] }
        put('food', { ...line, names: withName(line.names, event.food) })
        break
      }
      case 'medicine-taken':
      case 'medicine-started':
      case 'medicine-stopped': {
        const line = get('medicines', 'medicines') ?? { kind: 'medicines', at, taken: [], started: [], stopped: [] }
        const list = (
          { 'medicine-taken': 'taken', 'medicine-started': 'started', 'medicine-stopped': 'stopped' } as const
        )[event.type]
        put('medicines', { ...line, [list]: withName(line[list], event.medicine) })
        break
      }
      case 'measured':
        put(event.id, { kind: 'measured', at, what: event.what, value: event.value })
        break
      case 'noted':
        put(event.id, { kind: 'note', at, text: event.text })
        break
      case 'trial-rated':
        put(event.id, { kind: 'trial', at, y: event.y })
        break
      case 'question-added':
        put(event.id, { kind: 'question', at, text: event.text })
        break
      case 'course-done':
      case 'course-felt':
      case 'course-checked':
      case 'course-skipped':
        put('course', inCourse(get('course', 'course') ?? courseLine(at), event))
        break
      case 'session-marked':
      case 'asked-again':
      case 'merged':
      case 'struck-out':
        break
      default:
        others += 1
    }
    if (event.note !== undefined && event.note !== '') put(`note ${event.id}`, { kind: 'note', at, text: event.note })
  }
  return { lines: [...lines.values()], others }
}

const courseLine = (at: number): Extract<StoryLine, { kind: 'course' }> => ({
  kind: 'course',
  at,
  walkMinutes: 0,
  exercises: [],
  pains: [],
  morning: undefined,
  compared: undefined,
  isSkipped: false,
})

function inCourse(
  line: Extract<StoryLine, { kind: 'course' }>,
  event: EventOf<'course-done' | 'course-felt' | 'course-checked' | 'course-skipped'>,
): Extract<StoryLine, { kind: 'course' }> {
  const pains = (...told: readonly (number | undefined)[]) => [...line.pains, ...told.flatMap(pain => pain ?? [])]
  switch (event.type) {
    case 'course-done':
      return {
        ...line,
        walkMinutes: line.walkMinutes + (event.walkMinutes ?? 0),
        exercises: [...new Set([...line.exercises, ...(event.exercises ?? [])])],
        pains: pains(event.painBefore, event.painAfter),
      }
    case 'course-felt':
      return { ...line, morning: event.pain }
    case 'course-checked':
      return { ...line, compared: event.compared, pains: pains(event.pain) }
    case 'course-skipped':
      return { ...line, isSkipped: true }
  }
}

function goingOn(
  id: string,
  at: number,
  { episodes }: StoryContext,
): Extract<StoryLine, { kind: 'episode' }> | undefined {
  const episode = episodes.find(each => each.id === id)
  if (episode === undefined) return undefined
  const { complaint, region, side } = episode
  return {
    kind: 'episode',
    at,
    complaint,
    region,
    side,
    pains: [],
    setOffBy: undefined,
    endedAt: undefined,
    isGoingOn: true,
  }
}

const remedyLine = (remedy: string, at: number, isDone: boolean): Extract<StoryLine, { kind: 'remedy' }> => ({
  kind: 'remedy',
  at,
  remedy,
  isDone,
  painBefore: undefined,
  painAfter: undefined,
})

function sessionLine(id: string, script: string, at: number, { tries }: StoryContext) {
  const tried = tries.find(each => each.id === id)
  return { ...remedyLine(script, at, false), painBefore: tried?.before, painAfter: tried?.after }
}

function withName(names: readonly string[], name: string): readonly string[] {
  const own = name.trim()
  return names.some(each => each.toLowerCase() === own.toLowerCase()) ? names : [...names, own]
}
