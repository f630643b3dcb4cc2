/** The case of an episode: its answers, earlier answers that still count, and the hours since the onset. */

import type { Diary, Episode, MedicineUse } from '../diary/diary.ts'
import { limits, mayCreamAfterHeat, mayHeatAfterCream } from '../remedies/limits.ts'
import { dayLong, hourLong } from '../time.ts'
import { askedAgain, isLasting } from '../triage/again.ts'
import type { Case, DaysSince, MedicineDays } from '../triage/case.ts'
import type { TriageKnowledge } from '../triage/knowledge.ts'
import { openClotSigns } from './clot.ts'
import { isTakenNow, takenNow } from './taken-now.ts'

type FindingAnswer = 'present' | 'absent' | 'unsure'

/**
 * A passing fact ("I had alcohol", "I put a cream on") is asked again after this many hours. A no expires sooner than a
 * yes, because a cream may be put on at any minute.
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
  // A sign of a clot in an earlier episode counts until it is answered no, or the check is repeated.
  const clot = episode.askedAgainAt === undefined ? openClotSigns(diary, now) : { present: [], unsure: [] }
  for (const answer of ['present', 'unsure'] as const)
    for (const id of clot[answer]) if (!answers.has(id)) answers.set(id, answer)
  if (!mayHeatAfterCream(lastCream(diary), now)) answers.set('cream-or-patch', 'present')
  if (!mayCreamAfterHeat(lastHeat(diary, now), now)) answers.set('heat-just-used', 'present')
  // From About me: it counts until the check of this episode answers it, and replaces an older no.
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

/** Days since each was started, or stopped; undated ones are left out. */
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

const remedyOf = (script: string): string => script.split('/')[0] ?? ''
const warms = ['heat', 'alternate-heat-cold']

/** When a cream last went on: a session that was begun counts, even where nobody ended it. */
function lastCream({ tries, sessions }: Diary): number | undefined {
  const tried = tries.filter(({ remedy }) => remedyOf(remedy) === 'topical-creams').map(({ at }) => at)
  const begun = sessions.filter(({ script }) => remedyOf(script) === 'topical-creams').map(({ startedAt }) => startedAt)
  const all = [...tried, ...begun]
  return all.length === 0 ? undefined : Math.max(...all)
}

/** When warmth was last taken off; while it is on, now. */
function lastHeat({ tries, sessions }: Diary, now: number): number | undefined {
  const tried = tries.filter(({ remedy }) => warms.includes(remedyOf(remedy))).map(({ endedAt }) => endedAt)
  const isOn = sessions.some(({ script, ended }) => ended === undefined && warms.includes(remedyOf(script)))
  const all = [...tried, ...(isOn ? [now] : [])]
  return all.length === 0 ? undefined : Math.max(...all)
}
