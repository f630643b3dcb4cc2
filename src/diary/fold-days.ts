/** What happened on each day: cramps, pain, drinks, and the number of events. */
import type { Day, DayPain } from './diary.ts'
import type { Draft } from './draft.ts'
import type { DiaryEvent } from './event.ts'

export function foldDay(draft: Draft, event: DiaryEvent, at: number): void {
  if (event.type === 'struck-out' || event.type === 'merged') return
  const day = event.type === 'cramps-counted' ? event.night : event.at.slice(0, 10)
  const before = draft.days.get(day) ?? { day, cramps: [], pains: [], drankMl: 0, entries: 0 }
  draft.days.put({ ...before, ...said(draft, before, event, at), entries: before.entries + 1 })
}

function said(draft: Draft, day: Day, event: DiaryEvent, at: number): Partial<Day> {
  const withPain = (complaint: DayPain['complaint'], region: DayPain['region'], pain: number | undefined) =>
    pain === undefined ? {} : { pains: [...day.pains, { complaint, region, at, pain }] }
  switch (event.type) {
    case 'episode-began': {
      const { complaint, region, pain } = event
      const cramps: Day['cramps'] = [...day.cramps, { kind: 'episode', region, count: 1 }]
      return { ...(complaint === 'cramp' ? { cramps } : {}), ...withPain(complaint, region, pain) }
    }
    case 'cramps-counted': {
      const { region, count, pain } = event
      return { cramps: [...day.cramps, { kind: 'counted', region, count }], ...withPain('cramp', region, pain) }
    }
    case 'episode-rated': {
      const episode = draft.episodes.get(event.episode)
      return episode ? withPain(episode.complaint, episode.region, event.pain) : {}
    }
    case 'drank':
      return { drankMl: day.drankMl + event.ml }
    default:
      return {}
  }
}
