/** From events to what a screen needs: the episodes with their answers, ratings and sessions, and what is known for good. */
import type { Complaint, Region, Sex, Side } from '../knowledge/vocabulary.ts'
import type { Answers, DiaryEvent, SessionMark } from './event.ts'

export interface Answered extends Answers {
  readonly page: string
  /** Milliseconds since 1970. */
  readonly at: number
}

export interface Episode {
  readonly id: string
  readonly complaint: Complaint
  readonly region: Region
  readonly side: Side | undefined
  readonly beganAt: number
  /** When the pain itself began, where the person said so. */
  readonly onsetAt: number | undefined
  readonly answered: readonly Answered[]
  /** When page 1 was last asked again. */
  readonly askedAgainAt: number | undefined
  readonly ratings: readonly { readonly at: number; readonly pain: number; readonly session: string | undefined }[]
  readonly endedAt: number | undefined
}

export interface SessionRecord {
  readonly id: string
  readonly episode: string | undefined
  readonly script: string
  readonly startedAt: number
  readonly marks: readonly { readonly kind: SessionMark; readonly at: number }[]
  readonly ended: 'done' | 'stopped' | undefined
}

export interface Diary {
  readonly episodes: readonly Episode[]
  readonly sessions: readonly SessionRecord[]
  /** What holds beyond an episode. */
  readonly person: { readonly age?: number; readonly sex?: Sex; readonly pregnancyWeeks?: number }
}

/** Folds the log in the order of its ids (which is the order of time); struck-out events never count. */
export function fold(events: readonly DiaryEvent[]): Diary {
  const struck = new Set(events.flatMap(event => (event.type === 'struck-out' ? [event.event] : [])))
  const log = [...new Map(events.map(event => [event.id, event])).values()]
    .filter(({ id }) => !struck.has(id))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
  return log.reduce(step, { episodes: [], sessions: [], person: {} })
}

function step(diary: Diary, event: DiaryEvent): Diary {
  const at = Date.parse(event.at)
  switch (event.type) {
    case 'episode-began': {
      const { episode: id, complaint, region, side } = event
      const began: Episode = {
        id,
        complaint,
        region,
        side,
        beganAt: at,
        onsetAt: undefined,
        answered: [],
        askedAgainAt: undefined,
        ratings: [],
        endedAt: undefined,
      }
      return { ...diary, episodes: [...diary.episodes, began] }
    }
    case 'answered': {
      const { page, present, absent, unsure, details = {} } = event
      const { hoursSinceOnset, ...person } = details
      const onset = hoursSinceOnset === undefined ? {} : { onsetAt: at - hoursSinceOnset * 3_600_000 }
      const answered = { page, present, absent, unsure, at }
      const next = changeEpisode(diary, event.episode, episode => ({
        ...episode,
        ...onset,
        answered: [...episode.answered, answered],
      }))
      return { ...next, person: { ...next.person, ...person } }
    }
    case 'asked-again':
      return changeEpisode(diary, event.episode, episode => ({ ...episode, askedAgainAt: at, endedAt: undefined }))
    case 'episode-rated': {
      const rating = { at, pain: event.pain, session: event.session }
      return changeEpisode(diary, event.episode, episode => ({ ...episode, ratings: [...episode.ratings, rating] }))
    }
    case 'episode-ended':
      return changeEpisode(diary, event.episode, episode => ({ ...episode, endedAt: at }))
    case 'session-began': {
      const { session: id, episode, script } = event
      const began = { id, episode, script, startedAt: at, marks: [], ended: undefined }
      return { ...diary, sessions: [...diary.sessions, began] }
    }
    case 'session-marked': {
      const tap = { kind: event.mark, at }
      return changeSession(diary, event.session, session => ({ ...session, marks: [...session.marks, tap] }))
    }
    case 'session-ended':
      return changeSession(diary, event.session, session => ({ ...session, ended: event.status }))
    case 'struck-out':
      return diary
  }
}

const changeEpisode = (diary: Diary, id: string, change: (episode: Episode) => Episode): Diary => ({
  ...diary,
  episodes: diary.episodes.map(episode => (episode.id === id ? change(episode) : episode)),
})

const changeSession = (diary: Diary, id: string, change: (session: SessionRecord) => SessionRecord): Diary => ({
  ...diary,
  sessions: diary.sessions.map(session => (session.id === id ? change(session) : session)),
})
