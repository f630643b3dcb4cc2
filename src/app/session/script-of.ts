/** The script of a session, from the id of a remedy or an exercise. */
import { frames } from '../../knowledge/frames.gen.ts'
import type { Region } from '../../knowledge/vocabulary.ts'
import { methodsAt } from '../../remedies/methods.ts'
import { exerciseScript, methodScript, type Script, withSets } from '../../remedies/script.ts'
import { exercises, remedies } from '../plan/door.ts'

/**
 * The script of an id. The release of a limb cramp starts at once, everything else with time to get ready. A remedy is
 * done only in a way that suits the place. `sets` replaces the exercise's own number.
 */
export function scriptOf(id: string, age: number | undefined, region?: Region, sets?: number): Script | undefined {
  const exercise = exercises[id]
  if (exercise) {
    const given = sets === undefined ? exercise : withSets(exercise, sets)
    return exerciseScript(id, given, frames[id]?.frames.length ?? 1, age, exercise.kind !== 'release')
  }
  const [remedyId = '', methodId] = id.split('/')
  const remedy = remedies[remedyId]
  const methods = remedy ? methodsAt(remedy, region) : []
  const method = methods.find(each => methodId === undefined || each.id === methodId)
  return remedy && method?.minutes ? methodScript(id, remedy, method) : undefined
}
