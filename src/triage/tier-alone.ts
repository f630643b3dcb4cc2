/**
 * The tier that a finding requires by itself: one for everybody. An exception for a complaint or a place has its
 * reason.
 */
import type { Exception } from '../knowledge/schema.ts'
import { type Complaint, higher, type Region, type Tier } from '../knowledge/vocabulary.ts'

export interface Alone {
  readonly tier: Tier | null
  readonly except?: readonly Exception[] | undefined
}

export interface Place {
  readonly complaint: Complaint
  readonly region?: Region | undefined
}

/** The tier that this finding requires for this complaint at this place; null if it requires none alone. */
export function tierAlone({ tier, except = [] }: Alone, place: Place): Tier | null {
  const exception = except.find(each => isFor(each, place))
  return exception === undefined ? tier : exception.tier
}

/** The highest tier that the finding requires anywhere. */
export const highestAlone = ({ tier, except = [] }: Alone): Tier | null =>
  except.reduce<Tier | null>((most, { tier: other }) => (most && other ? higher(most, other) : (most ?? other)), tier)

/** An unknown place meets no exception. */
const isFor = ({ complaint, regions }: Exception, place: Place): boolean =>
  (complaint === undefined || complaint === place.complaint) &&
  (regions === undefined || (place.region !== undefined && regions.includes(place.region)))
