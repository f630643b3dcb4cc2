/** Ratings, counts, drinks and measurements as Observations. */
import type { DiaryEvent } from '../event.ts'
import { type Concept, measures, painSeverity } from './codes.ts'
import type { EpisodeRefs } from './episodes.ts'
import { activity, concept, fhirTime, maybe, notes, partOf, type Reference, type Resource, survey } from './parts.ts'

const ucum = 'http://unitsofmeasure.org'

/** Events of other types are ignored. Drinks are added up by day. */
export function observations(
  events: readonly DiaryEvent[],
  patient: Reference,
  refs: EpisodeRefs,
): readonly Resource[] {
  const found: Resource[] = []
  const drunk = new Map<string, { readonly id: string; ml: number }>()
  const observe = (id: string, code: Concept, value: Readonly<Record<string, unknown>>, more: object = {}) =>
    found.push({
      resourceType: 'Observation',
      id,
      status: 'final',
      category: survey,
      code,
      subject: patient,
      performer: [patient],
      ...value,
      ...more,
    })
  const pain = (id: string, at: string, score: number, episode: string | undefined, more: object = {}) =>
    observe(id, painSeverity, quantity(score, '{score}', 'of 10'), {
      effectiveDateTime: fhirTime(at),
      ...maybe('focus', episode === undefined ? undefined : focus(refs, episode)),
      ...more,
    })

  for (const event of events) {
    const { id, at } = event
    const note = maybe('note', notes([[event.note, at]]))
    switch (event.type) {
      case 'episode-began':
        if (event.pain !== undefined) pain(partOf(id, 1), at, event.pain, event.episode)
        break
      case 'episode-rated':
        pain(id, at, event.pain, event.episode, note)
        break
      case 'cramps-counted':
        observe(id, { text: 'Muscle cramps in the night' }, quantity(event.count, '{count}', 'cramps'), {
          effectiveDateTime: event.night,
          issued: fhirTime(at),
          ...maybe('bodySite', siteOf(event.region, event.side)),
          ...note,
        })
        if (event.pain !== undefined)
          pain(partOf(id, 1), at, event.pain, undefined, maybe('bodySite', siteOf(event.region, event.side)))
        break
      case 'remedy-done':
        if (event.painBefore !== undefined)
          pain(partOf(id, 1), event.session?.startedAt ?? at, event.painBefore, event.episode)
        if (event.painAfter !== undefined) pain(partOf(id, 2), at, event.painAfter, event.episode)
        break
      case 'measured': {
        const { code, unit, said } = measures[event.what]
        const isActivity = event.what === 'steps' || event.what === 'sleep-minutes'
        observe(id, code, quantity(event.value, unit, said), {
          ...(event.until === undefined
            ? { effectiveDateTime: fhirTime(at) }
            : { effectivePeriod: period(at, event.until) }),
          ...(isActivity ? { category: activity } : {}),
          ...note,
        })
        break
      }
      case 'drank': {
        const day = at.slice(0, 10)
        const before = drunk.get(day)
        if (before) before.ml += event.ml
        else drunk.set(day, { id, ml: event.ml })
        break
      }
      default:
    }
  }
  for (const [day, { id, ml }] of drunk)
    observe(id, { text: 'Drinks told in the diary, of the day' }, quantity(ml, 'mL', 'ml'), { effectiveDateTime: day })
  return found
}

const quantity = (value: number, code: string, unit: string) => ({ valueQuantity: { value, unit, system: ucum, code } })

const siteOf = (region: string | undefined, side: string | undefined): Concept | undefined =>
  region === undefined ? undefined : concept(side === undefined ? region : `${region}, ${side}`)

const focus = (refs: EpisodeRefs, episode: string): readonly Reference[] | undefined => {
  const ref = refs.get(episode)
  return ref === undefined ? undefined : [ref]
}

/** A period that ends before it begins would be invalid (per-1), so only its start is written. */
const period = (start: string, end: string) =>
  Date.parse(end) >= Date.parse(start) ? { start: fhirTime(start), end: fhirTime(end) } : { start: fhirTime(start) }
