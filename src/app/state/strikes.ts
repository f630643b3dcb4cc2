/** Which events are struck out, read when a screen shows single events; and how to restore one. */
import type { DiaryEvent, EventOf } from '../../diary/event.ts'
import { struckOut } from '../../diary/struck.ts'
import { readType } from './log.ts'
import { record } from './store.ts'

export interface Strikes {
  readonly acts: readonly DiaryEvent[]
  readonly struck: ReadonlySet<string>
}

export async function readStrikes(): Promise<Strikes> {
  const acts = [...(await readType('struck-out')), ...(await readType('merged'))]
  return { acts, struck: struckOut(acts) }
}

/** Makes an event count again, by striking out the event that struck it out. */
export function restore(event: DiaryEvent, { acts, struck }: Strikes): DiaryEvent | undefined {
  const merges = new Set(acts.flatMap(act => (act.type === 'merged' && act.events.includes(event.id) ? [act.id] : [])))
  const striking = acts.filter(
    (act): act is EventOf<'struck-out'> =>
      act.type === 'struck-out' && !struck.has(act.id) && act.events.some(id => id === event.id || merges.has(id)),
  )
  if (striking.length === 0) return undefined
  return record({ type: 'struck-out', events: striking.map(({ id }) => id) })
}
