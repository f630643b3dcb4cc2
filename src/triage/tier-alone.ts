/** The tier a finding demands by itself. One for everybody; an exception for a complaint or a place has its reason. */
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

/** The tier this finding demands of a person with this complaint at this place; null where it demands none alone. */
export function tierAlone({ tier, except = [] }: Alone, place: Place): Tier | null {
  const exception = except.find(each => isFor(each, place))
  return exception === undefined ? tier : exception.tier
}

/** The highest tier it demands anywhere: what the finding can do at most. */
export const highestAlone = ({ tier, except = [] }: Alone): Tier | null =>
  except.reduce<Tier | null>((most, { tier: other }) => (most && other ? higher(most, other) : (most ?? other)), tier)

/** A place that is not known is no exception. */
const isFor = ({ complaint, regions }: Exception, place: Place): boolean =>
  (complaint === undefined || complaint === place.complaint) &&
  (regions === undefined || (place.region !== undefined && regions.includes(place.region)))
