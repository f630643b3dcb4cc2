/** Remedies, exercises and timed sessions, joined to the built knowledge: `unknot/remedies`. */
import { exercises } from '../knowledge/exercises.gen.ts'
import { frames } from '../knowledge/frames.gen.ts'
import { remedies } from '../knowledge/remedies.gen.ts'
import type { UrineColours } from '../knowledge/remedy-schema.ts'
import { urineColours } from '../knowledge/urine-colours.gen.ts'
import { mayShowUrineColours } from '../remedies/limits.ts'
import { exerciseScript, methodScript, type Script } from '../remedies/script.ts'

export { drinkCeiling, limits } from '../remedies/limits.ts'
export { methodsAt } from '../remedies/methods.ts'
export type { Script } from '../remedies/script.ts'
export { at, cueBetween, type Mark, type Moment, mark, type Session, start } from '../remedies/session.ts'
export { exercises, remedies }

/**
 * The script of an exercise, or of a remedy's method (its first, or the one named after a slash: `heat/warm-bath`).
 * `age` is in years: from 60 on a stretch is held for at least 30 seconds. Heat and cold never exceed their limits.
 * Undefined if nothing with that id can be timed.
 */
export function scriptOf(id: string, age?: number): Script | undefined {
  const exercise = Object.hasOwn(exercises, id) ? exercises[id] : undefined
  if (exercise) return exerciseScript(id, exercise, frames[id]?.frames.length ?? 1, age)
  const [remedyId = '', methodId, ...rest] = id.split('/')
  const remedy = Object.hasOwn(remedies, remedyId) && rest.length === 0 ? remedies[remedyId] : undefined
  const method = remedy?.methods.find(each => methodId === undefined || each.id === methodId)
  return remedy && method?.minutes ? methodScript(id, remedy, method) : undefined
}

/**
 * The colours of the urine chart, or undefined for people whom they mislead: at 65 and over, when the age is not known,
 * and with kidney or liver trouble (Hooper 2016). `facts` are those that are present or not sure. A brown colour leads
 * to the finding `dark-urine`: never show advice to drink beside it.
 */
export const urineColoursFor = (age: number | undefined, facts: ReadonlySet<string>): UrineColours | undefined =>
  mayShowUrineColours(age, facts) ? urineColours : undefined
