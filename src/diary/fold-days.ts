/** What happened on each day: cramps, pain, drinks, and the number of events. */
import type { Day, DayPain } from './diary.ts'
import type { Draft } from './draft.ts'
import type { DiaryEvent } from './event.ts'

export function foldDay(draft: Draft, event: DiaryEvent, at: number): void {
  if (event.type === 'struck-out' || event.type === 'merged') return
  const day = dayOf(event)
  const before = draft.days.get(day) ?? { day, cramps: [], pains: [], drankMl: 0, entries: 0 }
  draft.days.put({ ...before, ...said(draft, before, event, at), entries: before.entries + 1 })
}

/** The day that an event is about, which may be told later. */
function dayOf(event: DiaryEvent): string {
  switch (event.type) {
    case 'cramps-counted':
      return event.night
    case 'course-done':
    case 'course-felt':
    case 'course-checked':
      return event.day
    default:
      return event.at.slice(0, 10)
  }
}

function said(draft: Draft, day: Day, event: DiaryEvent, at: number): Partial<Day> {
  const withPains = (
    complaint: DayPain['complaint'],
    region: DayPain['region'],
    ...told: readonly (number | undefined)[]
  ) => {
    const pains = told.flatMap(pain => (pain === undefined ? [] : [{ complaint, region, at, pain }]))
    return pains.length === 0 ? {} : { pains: [...day.pains, ...pains] }
  }
  const ofCourse = (course: string, ...told: readonly (number | undefined)[]) => {
    const episode = draft.episodes.get(draft.courses.get(course)?.episode ?? '')
    return episode ? withPains(episode.complaint, episode.region, ...told) : {}
  }
  switch (event.type) {
    case 'episode-began': {
      const { complaint, region, pain } = event
      const cramps: Day['cramps'] = [...day.cramps, { kind: 'episode', region, count: 1 }]
      return { ...(complaint === 'cramp' ? { cramps } : {}), ...withPains(complaint, region, pain) }
    }
    case 'cramps-counted': {
      const { region, count, pain } = event
      return { cramps: [...day.cramps, { kind: 'counted', region, count }], ...withPains('cramp', region, pain) }
    }
    case 'episode-rated': {
      const episode = draft.episodes.get(event.episode)
      return episode ? withPains(episode.complaint, episode.region, event.pain) : {}
    }
    case 'course-done':
      return ofCourse(event.course, event.painBefore, event.painAfter)
    case 'course-felt':
    case 'course-checked':
      return ofCourse(event.course, event.pain)
    case 'drank':
      return { drankMl: day.drankMl + event.ml }
    default:
      return {}
  }
}
