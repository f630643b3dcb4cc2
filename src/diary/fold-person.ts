/**
 * Facts that hold beyond an episode: the person, the medicines, the reminders, the products, the foods, the questions,
 * the visits.
 */
import type { MedicineUse, Person } from './diary.ts'
import type { Draft, Steps } from './draft.ts'
import type { EventOf } from './event.ts'

export const personSteps: Steps = {
  answered: (draft, { details }, at) => {
    const { hoursSinceOnset: _ofTheEpisode, ...said } = details ?? {}
    draft.person = { ...draft.person, ...said, ...(said.age === undefined ? {} : { ageSaidAt: at }) }
  },
  'profile-said': say,
  'medicine-started': (draft, event, at) =>
    use(draft, event, used => ({
      ...used,
      isCurrent: true,
      startedAt: event.undated ? undefined : at,
      stoppedAt: undefined,
    })),
  'medicine-stopped': (draft, event, at) => use(draft, event, used => ({ ...used, isCurrent: false, stoppedAt: at })),
  'medicine-taken': (draft, event, at) =>
    use(draft, event, used => ({
      ...used,
      timesTaken: used.timesTaken + 1,
      lastTakenAt: Math.max(at, used.lastTakenAt ?? at),
    })),
  'reminder-set': (draft, { reminder: id, about, time, weekdays }) =>
    draft.reminders.put({ id, about, time, ...(weekdays === undefined ? {} : { weekdays }) }),
  'product-added': (
    draft,
    { product: id, id: event, v: _v, at: _at, type: _type, instead: _i, note: _n, from: _f, ...said },
  ) => draft.products.put({ ...said, id, event }),
  'question-added': (draft, { id, text }, at) => draft.questions.put({ id, at, text }),
  'visit-planned': (draft, { visit: id, day, time, who, cancelled = false }) =>
    draft.visits.put({ id, day, time, who, isCancelled: cancelled, advised: draft.visits.get(id)?.advised }),
  'visit-told': (draft, { visit: id, id: event, day, who, advised: text }, at) => {
    const before = draft.visits.get(id)
    draft.visits.put({
      id,
      day,
      time: before?.time,
      who: who ?? before?.who,
      isCancelled: false,
      advised: { at, text, event },
    })
  },
  'food-added': (draft, { food, id: event, name, grams, holds, parts }) =>
    draft.foods.put({
      id: food,
      name,
      grams,
      ...(holds === undefined ? {} : { holds }),
      ...(parts === undefined ? {} : { parts }),
      event,
    }),
}

function say(draft: Draft, event: EventOf<'profile-said'>, at: number): void {
  const {
    id: _id,
    v: _v,
    at: _at,
    type: _type,
    instead: _instead,
    note: _note,
    from: _from,
    medicines,
    ...said
  } = event
  const { pregnancyWeeks: _weeks, ...before } = draft.person
  const isOver = said.pregnant === false
  draft.person = {
    ...(isOver ? before : draft.person),
    ...said,
    ...(said.conditions === undefined ? {} : { conditionsSaidAt: at }),
  } satisfies Person
  if (medicines === undefined) return
  const named = new Set(medicines.map(name => name.toLowerCase()))
  for (const used of draft.medicines.list())
    if (used.isCurrent && !named.has(used.name.toLowerCase()))
      draft.medicines.put({ ...used, isCurrent: false, stoppedAt: at })
  for (const medicine of medicines)
    use(draft, { medicine }, used => ({ ...used, isCurrent: true, stoppedAt: undefined }))
}

interface Said {
  readonly medicine: string
  readonly ingredient?: string
}

function use(draft: Draft, { medicine, ingredient }: Said, how: (used: MedicineUse) => MedicineUse): void {
  const before = draft.medicines.get(medicine.toLowerCase())
  draft.medicines.put(
    how({
      name: before?.name ?? medicine,
      ingredient: ingredient ?? before?.ingredient,
      isCurrent: before?.isCurrent ?? false,
      startedAt: before?.startedAt,
      stoppedAt: before?.stoppedAt,
      timesTaken: before?.timesTaken ?? 0,
      lastTakenAt: before?.lastTakenAt,
    }),
  )
}
