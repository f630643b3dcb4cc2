/** Remedies, exercises and timed sessions, joined to what Unknot knows: `unknot/remedies`. */
import { exercises } from '../knowledge/exercises.gen.ts'
import { frames } from '../knowledge/frames.gen.ts'
import { remedies } from '../knowledge/remedies.gen.ts'
import { exerciseScript, methodScript, type Script } from '../remedies/script.ts'

export { limits } from '../remedies/limits.ts'
export type { Script } from '../remedies/script.ts'
export { at, cueBetween, type Mark, type Moment, mark, type Session, start } from '../remedies/session.ts'
export { exercises, remedies }

/**
 * The script of an exercise, or of a remedy's way (its first, or the one named after a slash: `heat/warm-bath`).
 * Undefined when nothing of that id can be timed.
 */
export function scriptOf(id: string, age?: number): Script | undefined {
  const exercise = exercises[id]
  if (exercise) return exerciseScript(id, exercise, frames[id]?.frames.length ?? 1, age)
  const [remedyId = '', methodId] = id.split('/')
  const remedy = remedies[remedyId]
  const method = remedy?.methods.find(each => methodId === undefined || each.id === methodId)
  return remedy && method?.minutes ? methodScript(id, remedy, method) : undefined
}
