/** One imported pain reading: a finished episode, so that the diary's pain over time shows it. */
import { complaintAt, type Region, type Side } from '../knowledge/vocabulary.ts'
import type { EventTime } from '../time.ts'
import type { FoundEvent } from './importer.ts'

export interface Reading {
  readonly told: EventTime
  readonly until: EventTime | undefined
  readonly region: Region
  readonly side: Side | undefined
  /** 0 to 10. */
  readonly pain: number
  readonly note: string | undefined
  readonly place: number
}

export const readingsAssumed = 'Each pain score with a place becomes a spasm or cramp that is over.'

/** `origin` names the importer; identical readings of one file are distinguished. */
export function painReadings(origin: string): (reading: Reading) => readonly FoundEvent[] {
  const counted = new Map<string, number>()
  return ({ told, until, region, side, pain, note, place }) => {
    const key = `${origin}-${told.moment.toString(36)}-${region.replace(' ', '-')}`
    const count = (counted.get(key) ?? 0) + 1
    counted.set(key, count)
    const episode = `${key}-${count}`
    const ended = until !== undefined && until.moment > told.moment ? until : { at: told.at, moment: told.moment + 1 }
    const body = {
      type: 'episode-began',
      episode,
      complaint: complaintAt(region),
      region,
      pain,
      ...(side ? { side } : {}),
      ...(note ? { note } : {}),
    } as const
    return [
      { ...told, body, place },
      // One millisecond later, so that its id sorts after that of the beginning.
      { ...ended, body: { type: 'episode-ended', episode }, place },
    ]
  }
}
