/** Which events count no more, read when a screen shows single events; and the way to restore one. */
import { effect, signal } from '@preact/signals'
import type { DiaryEvent, EventOf } from '../diary/event.ts'
import { struckOut } from '../diary/struck.ts'
import { entryCount, readType } from './log.ts'
import { record, strikeOut } from './store.ts'

interface Strikes {
  readonly acts: readonly DiaryEvent[]
  readonly struck: ReadonlySet<string>
}

export const strikes = signal<Strikes>({ acts: [], struck: new Set() })

/** Keeps `strikes` right while a screen is open; returns the way to stop. */
export const watchStrikes = (): (() => void) =>
  effect(() => {
    if (entryCount.value >= 0) void read()
  })

async function read(): Promise<void> {
  const acts = [...(await readType('struck-out')), ...(await readType('merged'))]
  strikes.value = { acts, struck: struckOut(acts) }
}

/** Strikes one event out, or undoes one merge. */
export const strike = (event: DiaryEvent): DiaryEvent => strikeOut(event)

/** Makes an event count again, by striking out whatever struck it. */
export function restore(event: DiaryEvent): DiaryEvent | undefined {
  const { acts, struck } = strikes.value
  const merges = new Set(acts.flatMap(act => (act.type === 'merged' && act.events.includes(event.id) ? [act.id] : [])))
  const striking = acts.filter(
    (act): act is EventOf<'struck-out'> =>
      act.type === 'struck-out' && !struck.has(act.id) && act.events.some(id => id === event.id || merges.has(id)),
  )
  if (striking.length === 0) return undefined
  return record({ type: 'struck-out', events: striking.map(({ id }) => id) })
}
