/** The person's trials: their fixed design, ratings, pauses, changes and stops. */
import { change, type Steps } from './draft.ts'

export const trialSteps: Steps = {
  'trial-began': (draft, { trial: id, protocol, sha256, firstDay }) =>
    draft.trials.put({
      id,
      protocol,
      sha256,
      firstDay,
      ratings: [],
      pauses: [],
      amendments: [],
      stopped: undefined,
      followed: undefined,
    }),
  'trial-rated': (draft, { trial, day, episode, y, isDone, note }) =>
    change(draft.trials, trial, log => {
      const isSame = (each: (typeof log.ratings)[number]) =>
        episode === undefined ? each.day === day : each.episode === episode
      return { ...log, ratings: [...log.ratings.filter(each => !isSame(each)), { day, episode, y, isDone, note }] }
    }),
  'trial-paused': (draft, { trial, day }) =>
    change(draft.trials, trial, log => ({ ...log, pauses: [...log.pauses, { from: day, to: undefined }] })),
  'trial-resumed': (draft, { trial, day }) =>
    change(draft.trials, trial, log => ({
      ...log,
      pauses: log.pauses.map(pause => (pause.to === undefined ? { ...pause, to: day } : pause)),
    })),
  'trial-amended': (draft, { trial, what, why }, at) =>
    change(draft.trials, trial, log => ({ ...log, amendments: [...log.amendments, { at, what, why }] })),
  'trial-stopped': (draft, { trial, day, why }) =>
    change(draft.trials, trial, log => ({ ...log, stopped: { day, why } })),
  'trial-followed': (draft, { trial, better, worse, isNoticeable }, at) =>
    change(draft.trials, trial, log => ({ ...log, followed: { better, worse, isNoticeable, at } })),
}
