/** The person's courses: when each began, what was done, felt, skipped and answered. */
import type { CourseLog } from './diary.ts'
import { change, type Draft, type Steps } from './draft.ts'
import type { DiaryEvent } from './event.ts'

export const courseSteps: Steps = {
  'course-began': (draft, { course: id, which, episode, firstDay, matters }) =>
    draft.courses.put({
      ...{ id, which, episode, firstDay, matters },
      ...{ done: [], felt: [], skipped: [], checked: [], answered: undefined },
      ...{ likes: [], dislikes: [], stopped: undefined },
    }),
  'course-done': (draft, event) => on(draft, event, log => ({ done: [...log.done, contentOf(event)] })),
  'course-felt': (draft, event) =>
    on(draft, event, ({ felt }) => ({ felt: [...felt.filter(({ day }) => day !== event.day), contentOf(event)] })),
  'course-skipped': (draft, event) => on(draft, event, log => ({ skipped: [...log.skipped, contentOf(event)] })),
  'course-checked': (draft, event) =>
    on(draft, event, ({ checked }) => ({
      checked: [...checked.filter(({ checkIn }) => checkIn !== event.checkIn), contentOf(event)],
    })),
  'course-answered': (draft, event) => on(draft, event, () => ({ answered: contentOf(event) })),
  'course-wished': (draft, event) =>
    on(draft, event, ({ likes, dislikes }) => {
      const { exercise, wish } = event
      const others = (ids: readonly string[]) => ids.filter(id => id !== exercise)
      return {
        likes: [...others(likes), ...(wish === 'likes' ? [exercise] : [])],
        dislikes: [...others(dislikes), ...(wish === 'dislikes' ? [exercise] : [])],
      }
    }),
  'course-stopped': (draft, event) => on(draft, event, () => ({ stopped: event.day })),
}

const on = (
  draft: Draft,
  { course }: { readonly course: string },
  changed: (log: CourseLog) => Partial<CourseLog>,
): void => change(draft.courses, course, log => ({ ...log, ...changed(log) }))

/** An event without its stamp and without the course that it is of. */
function contentOf<Event extends DiaryEvent & { readonly course: string }>(event: Event) {
  const {
    id: _id,
    v: _v,
    at: _at,
    type: _type,
    course: _course,
    instead: _instead,
    note: _note,
    from: _from,
    ...rest
  } = event
  return rest
}
