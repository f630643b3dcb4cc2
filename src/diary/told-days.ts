/** What the diary says about each day, from the events: sleep, drinks, food, steps, medicines, sessions, and what hurt where. */
import type { Region, Side } from '../knowledge/vocabulary.ts'
import type { DiaryEvent } from './event.ts'

/** A part that hurts: a place, with its side if it has one. */
export interface Part {
  readonly region: Region
  /** Undefined for the middle, and if it was not entered. */
  readonly side: 'left' | 'right' | undefined
}

export interface ToldDay {
  readonly day: string
  /** A spasm or cramp began, or the night that ended on this day had a cramp. */
  readonly isHit: boolean
  /** The places where one began. */
  readonly hitAt: readonly Region[]
  /** The parts with a pain above 0, or a cramp; each once. */
  readonly hurt: readonly Part[]
  /** Of the night that ended on this day. */
  readonly sleepMinutes: number | undefined
  readonly steps: number | undefined
  readonly drankMl: number | undefined
  /** Names as first written in the diary; each once. */
  readonly drinks: readonly string[]
  readonly foods: readonly string[]
  readonly medicines: readonly string[]
  /** Ids of remedies and exercises, or names in own words. */
  readonly remedies: readonly string[]
  readonly setOffBy: readonly string[]
}

type Growing = {
  -readonly [Key in keyof ToldDay]: ToldDay[Key] extends readonly (infer Item)[] ? Item[] : ToldDay[Key]
}

/** Days with an entry, in order. `events` are those that count (`counting` of fold.ts). */
export function toldDays(events: readonly DiaryEvent[]): readonly ToldDay[] {
  const days = new Map<string, Growing>()
  const partOf = new Map<string, Part>()
  /** The episode that a course rests on. */
  const episodeOf = new Map<string, string>()
  const spelled = new Map<string, string>()
  const on = (day: string): Growing => {
    const known = days.get(day)
    if (known) return known
    const made = blank(day)
    days.set(day, made)
    return made
  }
  const once = <Item>(list: Item[], item: Item) => {
    if (!list.includes(item)) list.push(item)
  }
  const named = (list: string[], name: string) => {
    const key = name.trim().toLowerCase()
    if (!spelled.has(key)) spelled.set(key, name.trim())
    once(list, spelled.get(key) ?? name)
  }
  const hurts = (day: Growing, part: Part) => {
    if (!day.hurt.some(each => isSame(each, part))) day.hurt.push(part)
  }
  const hurtsInCourse = (day: Growing, course: string, pain: number) => {
    const part = partOf.get(episodeOf.get(course) ?? '')
    if (part && pain > 0) hurts(day, part)
  }
  for (const event of events) {
    const day = on(dayOf(event))
    switch (event.type) {
      case 'episode-began': {
        const part = { region: event.region, side: sideOf(event.side) }
        partOf.set(event.episode, part)
        day.isHit = true
        once(day.hitAt, event.region)
        hurts(day, part)
        if (event.setOffBy !== undefined) named(day.setOffBy, event.setOffBy)
        break
      }
      case 'episode-rated': {
        const part = partOf.get(event.episode)
        if (part && event.pain > 0) hurts(day, part)
        break
      }
      case 'course-began':
        episodeOf.set(event.course, event.episode)
        break
      case 'course-done':
        for (const exercise of event.exercises ?? []) once(day.remedies, exercise)
        hurtsInCourse(day, event.course, Math.max(event.painBefore ?? 0, event.painAfter ?? 0))
        break
      case 'course-felt':
      case 'course-checked':
        hurtsInCourse(day, event.course, event.pain ?? 0)
        break
      case 'cramps-counted':
        if (event.count === 0) break
        day.isHit = true
        if (event.region === undefined) break
        once(day.hitAt, event.region)
        hurts(day, { region: event.region, side: sideOf(event.side) })
        break
      case 'measured':
        if (event.what === 'sleep-minutes') day.sleepMinutes = Math.max(day.sleepMinutes ?? 0, event.value)
        if (event.what === 'steps') day.steps = (day.steps ?? 0) + event.value
        break
      case 'drank':
        day.drankMl = (day.drankMl ?? 0) + event.ml
        named(day.drinks, event.drink)
        break
      case 'ate':
        named(day.foods, event.food)
        break
      case 'medicine-taken':
        named(day.medicines, event.medicine)
        break
      case 'session-began':
        once(day.remedies, event.script)
        break
      case 'remedy-done':
        once(day.remedies, event.remedy)
        break
      default:
    }
  }
  return [...days.values()].sort((a, b) => (a.day < b.day ? -1 : 1))
}

export const isSame = (a: Part, b: Part): boolean => a.region === b.region && a.side === b.side

/** The day that an event is about. A night belongs to the morning after it. */
export function dayOf(event: DiaryEvent): string {
  if (event.type === 'cramps-counted') return event.night
  if (event.type === 'course-done' || event.type === 'course-felt' || event.type === 'course-checked') return event.day
  if (event.type === 'measured' && event.what === 'sleep-minutes') return (event.until ?? event.at).slice(0, 10)
  return event.at.slice(0, 10)
}

const sideOf = (side: Side | undefined): Part['side'] => (side === 'middle' ? undefined : side)

const blank = (day: string): Growing => ({
  day,
  isHit: false,
  hitAt: [],
  hurt: [],
  sleepMinutes: undefined,
  steps: undefined,
  drankMl: undefined,
  drinks: [],
  foods: [],
  medicines: [],
  remedies: [],
  setOffBy: [],
})
