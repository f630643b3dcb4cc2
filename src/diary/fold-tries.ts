/**
 * Remedies tried, with the pain before and after. The pain before is the last rating of the episode in the preceding
 * hours; the pain after is a rating that names the session, or the first of the episode within an hour after its end.
 */
import { hourLong } from '../time.ts'
import { change, type Draft, type Steps } from './draft.ts'

const mostHoursBefore = 12

export const trySteps: Steps = {
  'session-ended': (draft, { session: id, status, sets }, at) => {
    const session = draft.sessions.get(id)
    if (session === undefined) return
    const { script: remedy, episode, startedAt } = session
    const before = painBefore(draft, episode, startedAt)
    const counted = sets === undefined ? {} : { sets }
    draft.tries.put({ id, remedy, episode, at: startedAt, endedAt: at, status, before, after: undefined, ...counted })
  },
  'remedy-done': (draft, { id, remedy, episode, session, painBefore: said, painAfter: after }, at) => {
    const startedAt = session ? Date.parse(session.startedAt) : at
    const before = said ?? painBefore(draft, episode, startedAt)
    const status = session?.status ?? 'done'
    draft.tries.put({ id, remedy, episode, at: startedAt, endedAt: at, status, before, after })
  },
  'episode-rated': (draft, { session, episode, pain }, at) => {
    if (session !== undefined) return change(draft.tries, session, each => ({ ...each, after: pain }))
    const last = draft.tries.list().at(-1)
    const isAfter = last?.episode === episode && at >= last.endedAt && at - last.endedAt <= hourLong
    if (last && isAfter && last.after === undefined) draft.tries.put({ ...last, after: pain })
  },
}

function painBefore(draft: Draft, episode: string | undefined, at: number): number | undefined {
  const ratings = episode === undefined ? [] : (draft.episodes.get(episode)?.ratings ?? [])
  return ratings.findLast(rating => rating.at <= at && at - rating.at <= mostHoursBefore * hourLong)?.pain
}
