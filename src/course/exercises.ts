/** Which three exercises a person does today: of each slot the first that fits and is not left out, what they like first. */
import type { Course } from '../knowledge/course-schema.ts'
import type { Caution } from '../knowledge/remedy-schema.ts'
import type { Certainty } from '../knowledge/vocabulary.ts'
import { orderByOwn } from '../plan/own-verdicts.ts'
import type { Situation } from '../plan/situation.ts'
import type { LeftOut } from '../plan/step.ts'
import { judge } from '../plan/steps.ts'
import { exerciseScript, scriptSeconds, withSets } from '../remedies/script.ts'
import { holds } from '../triage/condition.ts'
import type { CourseKnowledge } from './knowledge.ts'
import type { SoFar } from './so-far.ts'

export interface CourseExercise {
  readonly id: string
  readonly name: string
  /** What it is for: the name of the slot. */
  readonly slot: string
  readonly sets: number
  readonly repeats: number
  readonly holdSeconds: number
  readonly sides: 1 | 2
  /** Of the session that runs all sets, rests included. */
  readonly seconds: number
  /** `ask`: these facts must be answered before it may be started. */
  readonly status: 'offered' | 'ask'
  readonly ask: readonly string[]
  readonly changes: readonly Caution[]
  readonly certainty: Certainty
  readonly sources: readonly string[]
  readonly nextReview: string
}

export interface Picked {
  readonly exercises: readonly CourseExercise[]
  readonly leftOut: readonly LeftOut[]
}

interface Wishes extends Pick<SoFar, 'likes' | 'dislikes' | 'verdicts'> {
  /** What was done today stays for today, whatever is wished for other days. */
  readonly doneToday: readonly string[]
}

interface Wanted extends Wishes {
  /** Sets of each slot; 0 is not today. */
  readonly sets: readonly number[]
  /** The place of the plan, for what keeps an exercise from a person there. */
  readonly table: Parameters<typeof judge>[2]
}

export function pickExercises(
  knowledge: CourseKnowledge,
  { slots }: Course,
  person: Situation,
  { sets, table, ...wishes }: Wanted,
  today: string,
): Picked {
  const exercises: CourseExercise[] = []
  const leftOut: LeftOut[] = []
  for (const [index, slot] of slots.entries()) {
    const count = sets[index] ?? 0
    const choice = slot.choices.find(({ for: when }) => when === undefined || holds(when, person))
    if (count === 0 || choice === undefined) continue
    for (const id of inOrder(knowledge, choice.exercises, wishes)) {
      if (exercises.some(each => each.id === id)) continue
      const exercise = knowledge.exercises[id]
      if (exercise === undefined) throw new Error(`the course names ${id}, which is no exercise`)
      const judged = judge(knowledge, { id, when: slot.name }, table, person, today)
      if (judged.leftOut) leftOut.push(judged.leftOut)
      if (!judged.step) continue
      const { name, status, ask, changes, sources, nextReview } = judged.step
      const { repeats, holdSeconds, sides } = exercise.dose
      exercises.push({
        ...{ id, name, slot: slot.name, sets: count, repeats, holdSeconds, sides },
        ...{
          seconds: scriptSeconds(exerciseScript(id, withSets(exercise, count), 1, person.age)),
          status,
          ask,
          changes,
        },
        ...{ certainty: exercise.certainty, sources, nextReview },
      })
      break
    }
  }
  return { exercises, leftOut: leftOut.filter(({ id }, at) => leftOut.findIndex(each => each.id === id) === at) }
}

/** What they did today, then what they like; what they do not want comes last. Between these: own trials, then the list. */
function inOrder(
  { exercises }: CourseKnowledge,
  ids: readonly string[],
  { doneToday, likes, dislikes, verdicts = [] }: Wishes,
): readonly string[] {
  const rank = (id: string) => (doneToday.includes(id) ? 0 : likes.includes(id) ? 1 : dislikes.includes(id) ? 3 : 2)
  const judged = ids.map(id => ({ id, certainty: exercises[id]?.certainty ?? null }))
  return orderByOwn(judged, verdicts)
    .map(({ id }) => id)
    .toSorted((a, b) => rank(a) - rank(b))
}
