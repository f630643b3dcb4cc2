/** Remedies that were tried, as Procedures the person did. */
import { utcTime } from '../../time.ts'
import type { Try } from '../diary.ts'
import type { DiaryEvent } from '../event.ts'
import type { EpisodeRefs } from './episodes.ts'
import { concept, maybe, type Reference, type Resource } from './parts.ts'

/** `nameOf`: the name of a remedy, if the knowledge has it. The event that ended a session gives its id. */
export function remedyProcedures(
  events: readonly DiaryEvent[],
  tries: readonly Try[],
  patient: Reference,
  refs: EpisodeRefs,
  nameOf: (remedy: string) => string | undefined,
): readonly Resource[] {
  const endedBy = new Map(events.flatMap(event => (event.type === 'session-ended' ? [[event.session, event.id]] : [])))
  const own = new Set(events.flatMap(event => (event.type === 'remedy-done' ? [event.id] : [])))
  return tries.flatMap(({ id, remedy, episode, at, endedAt, status, before, after }): readonly Resource[] => {
    const eventId = own.has(id) ? id : endedBy.get(id)
    if (eventId === undefined) return []
    const reason = episode === undefined ? undefined : refs.get(episode)
    const pains = [
      ...(before === undefined ? [] : [`before ${before} of 10`]),
      ...(after === undefined ? [] : [`after ${after} of 10`]),
    ]
    return [
      {
        resourceType: 'Procedure',
        id: eventId,
        status: status === 'done' ? 'completed' : 'stopped',
        code: concept(nameOf(remedy) ?? remedy),
        subject: patient,
        performedPeriod: { start: utcTime(at), ...maybe('end', endedAt >= at ? utcTime(endedAt) : undefined) },
        recorder: patient,
        asserter: patient,
        ...maybe('reasonReference', reason === undefined ? undefined : [reason]),
        ...maybe('note', pains.length === 0 ? undefined : [{ text: `Pain ${pains.join(', ')}.` }]),
      },
    ]
  })
}
