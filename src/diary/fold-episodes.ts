/** Episodes with their answers, ratings and notes, and the sessions with their taps. */
import { hourLong } from '../time.ts'
import type { Episode } from './diary.ts'
import { change, type Draft, type Steps } from './draft.ts'

export const episodeSteps: Steps = {
  'episode-began': (draft, { episode: id, complaint, region, side, setOffBy, pain, note }, at) =>
    draft.episodes.put({
      id,
      complaint,
      region,
      side,
      beganAt: at,
      onsetAt: undefined,
      setOffBy,
      answered: [],
      askedAgainAt: undefined,
      ratings: pain === undefined ? [] : [{ at, pain, session: undefined }],
      notes: note === undefined ? [] : [note],
      endedAt: undefined,
      isAskedLater: false,
      isCheckedAfter: false,
    }),
  answered: (draft, { episode: id, page, present, absent, unsure, details }, at) =>
    change(draft.episodes, id, episode => {
      const hours = details?.hoursSinceOnset
      return {
        ...episode,
        onsetAt: hours === undefined ? episode.onsetAt : at - hours * hourLong,
        answered: [...episode.answered, { page, present, absent, unsure, at }],
      }
    }),
  'asked-again': (draft, { episode: id, isOver = false }, at) =>
    change(draft.episodes, id, episode => ({
      ...episode,
      askedAgainAt: at,
      endedAt: isOver ? episode.endedAt : undefined,
      isAskedLater: false,
      isCheckedAfter: isOver && episode.endedAt !== undefined,
    })),
  'episode-rated': (draft, { episode: id, pain, session, note }, at) => {
    change(draft.episodes, id, episode => ({ ...episode, ratings: [...episode.ratings, { at, pain, session }] }))
    addNote(draft, id, note)
  },
  'episode-ended': (draft, { episode: id, askLater = false, note }, at) => {
    change(draft.episodes, id, episode => ({
      ...episode,
      // An episode that was over before its check keeps its end.
      endedAt: episode.isCheckedAfter ? episode.endedAt : at,
      isAskedLater: askLater,
      isCheckedAfter: false,
    }))
    addNote(draft, id, note)
  },
  noted: (draft, { episode, text }) => {
    if (episode !== undefined) addNote(draft, episode, text)
  },
  'session-began': (draft, { session: id, episode, script, course, sets }, at) =>
    draft.sessions.put({
      ...{ id, episode, script, startedAt: at, marks: [], ended: undefined },
      ...(course === undefined ? {} : { course }),
      ...(sets === undefined ? {} : { sets }),
    }),
  'session-marked': (draft, { session: id, mark }, at) =>
    change(draft.sessions, id, session => ({ ...session, marks: [...session.marks, { kind: mark, at }] })),
  'session-ended': (draft, { session: id, status }) =>
    change(draft.sessions, id, session => ({ ...session, ended: status })),
}

function addNote(draft: Draft, id: string, note: string | undefined): void {
  if (note === undefined) return
  change(draft.episodes, id, (episode): Episode => ({ ...episode, notes: [...episode.notes, note] }))
}
