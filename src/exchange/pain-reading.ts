/** One reading of pain, told elsewhere: an episode that is over, so that the diary's pain over time shows it. */
import { complaintAt, type Region, type Side } from '../knowledge/vocabulary.ts'
import type { Found } from './importer.ts'
import type { Told } from './times.ts'

export interface Reading {
  readonly told: Told
  readonly until: Told | undefined
  readonly region: Region
  readonly side: Side | undefined
  /** 0 to 10. */
  readonly pain: number
  readonly note: string | undefined
  readonly place: number
}

export const readingsAssumed = 'Each pain score with a place becomes a spasm or cramp that is over.'

/** `origin` names the importer; alike readings of one file are told apart. */
export function painReadings(origin: string): (reading: Reading) => readonly Found[] {
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
      // A millisecond on, so that its id sorts after the beginning's.
      { ...ended, body: { type: 'episode-ended', episode }, place },
    ]
  }
}
