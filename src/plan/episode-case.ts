/** The case of an episode: its answers, what holds from before, and the hours that have passed since. */

import type { Diary, Episode, MedicineUse } from '../diary/diary.ts'
import { limits, mayHeatAfterCream } from '../remedies/limits.ts'
import { dayLong, hourLong } from '../time.ts'
import { askedAgain, isLasting } from '../triage/again.ts'
import type { Case, DaysSince, MedicineDays } from '../triage/case.ts'
import type { TriageKnowledge } from '../triage/knowledge.ts'
import { openClotSigns } from './clot.ts'
import { isTakenNow, takenNow } from './taken-now.ts'

type FindingAnswer = 'present' | 'absent' | 'unsure'

/**
 * A passing fact ("I had alcohol", "I put a cream on") is asked again after this long. A no holds shorter than a yes:
 * a cream may go on any minute.
 */
const passingFactHours: Readonly<Record<FindingAnswer, number>> = {
  present: limits.heatAfterCreamHours,
  unsure: limits.heatAfterCreamHours,
  absent: 0.5,
}

/** `now` is milliseconds since 1970. */
export function episodeCase(knowledge: TriageKnowledge, diary: Diary, episode: Episode, now: number): Case {
  const { age, sex, pregnant, pregnancyWeeks } = diary.person
  const answers = new Map<string, FindingAnswer>()
  const asked = askedAgain(knowledge)
  for (const each of diary.episodes)
    for (const { present, absent, unsure, at } of each.answered)
      for (const [list, answer] of [
        [present, 'present'],
        [absent, 'absent'],
        [unsure, 'unsure'],
      ] as const)
        for (const id of list) {
          const isOwn = each.id === episode.id
          const isPassing = knowledge.facts[id]?.kind === 'now'
          if (!isOwn && !isLasting(knowledge, id)) continue
          if (isPassing && now - at > passingFactHours[answer] * hourLong) continue
          const isBeforeAgain = episode.askedAgainAt !== undefined && at < episode.askedAgainAt
          if (isOwn && isBeforeAgain && asked.has(id) && !isLasting(knowledge, id)) continue
          answers.set(id, answer)
        }
  // A sign of a clot in an earlier episode stands until it is answered no, or the check is asked again.
  const clot = episode.askedAgainAt === undefined ? openClotSigns(diary, now) : { present: [], unsure: [] }
  for (const answer of ['present', 'unsure'] as const)
    for (const id of clot[answer]) if (!answers.has(id)) answers.set(id, answer)
  if (!mayHeatAfterCream(lastCream(diary), now)) answers.set('cream-or-patch', 'present')
  // Told once under About me, it stands until this episode's check is answered otherwise; an older no gives way.
  const isAsked = episode.answered.some(page => [page.present, page.absent, page.unsure].flat().includes('pregnant'))
  const isPregnant = pregnant === true && !isAsked
  if (isPregnant) answers.delete('pregnant')
  const taken = knownMedicines(knowledge, diary)
  const listed = (answer: string) => [...answers].flatMap(([id, given]) => (given === answer ? [id] : []))
  return {
    id: episode.id,
    complaint: episode.complaint,
    region: episode.region,
    ...(episode.side === undefined ? {} : { side: episode.side }),
    ...(age === undefined ? {} : { age }),
    ...(sex === undefined ? {} : { sex }),
    ...(isPregnant ? { pregnant: true } : {}),
    present: listed('present'),
    absent: listed('absent'),
    unsure: listed('unsure'),
    context: {
      ...(episode.onsetAt === undefined ? {} : { hoursSinceOnset: Math.max(0, (now - episode.onsetAt) / hourLong) }),
      ...(episode.endedAt === undefined ? {} : { isOver: true }),
      ...(pregnancyWeeks === undefined ? {} : { pregnancyWeeks }),
      ...(taken.length === 0 ? {} : { medicineDays: daysOf(taken, now) }),
    },
    conditions: (diary.person.conditions ?? []).filter(word => Object.hasOwn(knowledge.conditions, word)),
    medicines: takenNow(taken, now),
  }
}

/** The medicines of the diary that Unknot knows by id. */
const knownMedicines = (knowledge: TriageKnowledge, diary: Diary): readonly MedicineUse[] =>
  diary.medicines.filter(({ ingredient }) => ingredient !== undefined && Object.hasOwn(knowledge.medicines, ingredient))

/** Days since each was started, or stopped; what nobody dated is left out. */
function daysOf(taken: readonly MedicineUse[], now: number): MedicineDays {
  const days = (at: number) => Math.max(0, Math.floor((now - at) / dayLong))
  const current = new Set(takenNow(taken, now))
  return Object.fromEntries(
    taken.flatMap((use): readonly (readonly [string, DaysSince])[] => {
      const { ingredient = '', startedAt, stoppedAt } = use
      if (isTakenNow(use, now)) return startedAt === undefined ? [] : [[ingredient, { started: days(startedAt) }]]
      const isOver = stoppedAt !== undefined && !current.has(ingredient)
      return isOver ? [[ingredient, { stopped: days(stoppedAt) }]] : []
    }),
  )
}

const lastCream = ({ tries }: Diary): number | undefined =>
  tries.findLast(({ remedy }) => remedy.split('/')[0] === 'topical-creams')?.at
