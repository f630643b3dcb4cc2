/** Which number to call in which country, and what to offer if the country is unknown. */
import type { EmergencyNumber } from '../knowledge/remedy-schema.ts'

/** No phone recognises all of these, and nearly every phone recognises one. */
const anyNumbers = ['112', '911', '999', '000'] as const

export interface EmergencyCalls<T extends EmergencyNumber> {
  /** What to call: one number, or all four if the country is not in the table. */
  readonly calls: readonly string[]
  readonly country: T | undefined
}

/** `country` is an ISO 3166-1 alpha-2 code, guessed from the locale or chosen by the person. */
export function emergencyCalls<T extends EmergencyNumber>(
  numbers: readonly T[],
  country: string | undefined,
): EmergencyCalls<T> {
  const found = numbers.find(each => each.country === country?.toUpperCase())
  return { calls: found ? [found.call] : anyNumbers, country: found }
}
