/** What a person does first when a session hurts more. It is shown before any question. */
import type { Exercise, Remedy } from '../knowledge/remedy-schema.ts'

const words = {
  letGo: 'Let go slowly, and rest.',
  stop: 'Stop, and rest.',
}

/** What to do now, in order. */
export interface WhenItHurts {
  /** The first thing to do, in a few words. */
  readonly first: string
  /** After heat and cold: what to do for each look of the skin. Empty for everything else. */
  readonly skin: readonly string[]
  /** Reasons to get help. Empty if `skin` names them. */
  readonly help: readonly string[]
}

/** The part of the knowledge that this needs. */
export interface TimedRemedies {
  readonly remedies: Readonly<Record<string, Remedy>>
  readonly exercises: Readonly<Record<string, Exercise>>
}

/** What to do when the session of an id (`lb-child`, `heat/warm-bath`) hurts more; undefined if the id is not ours. */
export function whenItHurts({ remedies, exercises }: TimedRemedies, id: string): WhenItHurts | undefined {
  if (Object.hasOwn(exercises, id)) {
    const parent = Object.values(remedies).find(remedy => remedy.exercises?.includes(id))
    return { first: words.letGo, skin: [], help: parent?.stop ?? [] }
  }
  const [remedyId = '', methodId] = id.split('/')
  const remedy = Object.hasOwn(remedies, remedyId) ? remedies[remedyId] : undefined
  if (remedy === undefined) return undefined
  const method = remedy.methods.find(each => methodId === undefined || each.id === methodId)
  const skin = remedy.skinCheck?.ifItHurts ?? []
  return { first: method?.takeOff ?? words.stop, skin, help: skin.length > 0 ? [] : remedy.stop }
}
