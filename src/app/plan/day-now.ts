/** The day of the plan now: what is due, what was done, and at what time the rest comes. */
import { computed } from '@preact/signals'
import { frames } from '../../knowledge/frames.gen.ts'
import { rhythms } from '../../knowledge/rhythms.gen.ts'
import type { Region } from '../../knowledge/vocabulary.ts'
import { dayOf, type PlanDay, type StepTime } from '../../plan/day.ts'
import { methodsAt } from '../../remedies/methods.ts'
import { exerciseScript, scriptSeconds } from '../../remedies/script.ts'
import { diary, openedAt } from '../state/store.ts'
import { exercises, planNow, remedies } from './plan-now.ts'

export const dayNow = computed<PlanDay | undefined>(() => {
  const plan = planNow.value
  if (plan?.kind !== 'plan') return undefined
  return dayOf(rhythms, plan.steps, diary.value.tries, id => timeOf(id, plan.region), openedAt.value)
})

const readMinutes = 5

function timeOf(id: string, region: Region): StepTime {
  const exercise = exercises[id]
  if (exercise) {
    const script = exerciseScript(id, exercise, frames[id]?.frames.length ?? 1, diary.value.person.age)
    return { minutes: Math.ceil(scriptSeconds(script) / 60), gapMinutes: 0 }
  }
  const remedy = remedies[id]
  const method = remedy && methodsAt(remedy, region)[0]
  return { minutes: method?.minutes?.[1] ?? readMinutes, gapMinutes: method?.gapMinutes ?? 0 }
}

/** The id of what is drawn for a step: a remedy made of exercises is drawn as its first. */
export function pictureOf(id: string, region: Region): string {
  const remedy = remedies[id]
  return frames[id] ? id : (remedy?.byRegion?.[region] ?? remedy?.exercises?.[0] ?? id)
}
