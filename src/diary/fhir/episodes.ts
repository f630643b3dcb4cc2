/** Episodes as Conditions, each with its notes. */
import { utcTime } from '../../time.ts'
import type { Episode } from '../diary.ts'
import type { DiaryEvent } from '../event.ts'
import { episodeConcept, hl7 } from './codes.ts'
import { fhirTime, maybe, notes, plain, type Reference, type Resource, refTo } from './parts.ts'

/** Links an episode's events to its Condition. */
export type EpisodeRefs = ReadonlyMap<string, Reference>

/** `events` are those that count, in the order of folding; the event that began an episode gives its id. */
export function episodeConditions(
  events: readonly DiaryEvent[],
  episodes: readonly Episode[],
  patient: Reference,
): { readonly conditions: readonly Resource[]; readonly refs: EpisodeRefs } {
  const byId = new Map(episodes.map(episode => [episode.id, episode]))
  const told = notesByEpisode(events)
  const conditions = new Map<string, Resource>()
  for (const event of events) {
    const episode = event.type === 'episode-began' ? byId.get(event.episode) : undefined
    if (event.type !== 'episode-began' || episode === undefined) continue
    const { id, at, setOffBy, complaint, region, side } = event
    const ended = episode.endedAt
    const setOff = plain(setOffBy ?? '')
    conditions.set(event.episode, {
      resourceType: 'Condition',
      id,
      clinicalStatus: {
        coding: [
          ended === undefined
            ? hl7('condition-clinical', 'active', 'Active')
            : hl7('condition-clinical', 'resolved', 'Resolved'),
        ],
      },
      verificationStatus: { coding: [hl7('condition-ver-status', 'unconfirmed', 'Unconfirmed')] },
      category: [{ coding: [hl7('condition-category', 'problem-list-item', 'Problem List Item')] }],
      code: episodeConcept(complaint, region, side),
      bodySite: [{ text: side === undefined ? region : `${region}, ${side}` }],
      subject: patient,
      onsetDateTime: episode.onsetAt === undefined ? fhirTime(at) : utcTime(episode.onsetAt),
      ...maybe('abatementDateTime', ended === undefined ? undefined : utcTime(ended)),
      recordedDate: fhirTime(at),
      asserter: patient,
      ...maybe('note', [
        ...(setOff === undefined ? [] : [{ time: fhirTime(at), text: `Set off by: ${setOff}` }]),
        ...notes(told.get(event.episode) ?? []),
      ]),
    })
  }
  return {
    conditions: [...conditions.values()],
    refs: new Map([...conditions].map(([episode, condition]) => [episode, refTo(condition)])),
  }
}

function notesByEpisode(events: readonly DiaryEvent[]): ReadonlyMap<string, (readonly [string | undefined, string])[]> {
  const told = new Map<string, (readonly [string | undefined, string])[]>()
  for (const event of events) {
    const isOf = event.type === 'episode-began' || event.type === 'episode-ended' || event.type === 'noted'
    if (!isOf || event.episode === undefined) continue
    const said = told.get(event.episode) ?? []
    if (event.type === 'noted') said.push([event.text, event.at])
    said.push([event.note, event.at])
    told.set(event.episode, said)
  }
  return told
}
