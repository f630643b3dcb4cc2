/** Whom a person who thinks of suicide or self-harm can talk to, by country. */
import type { CrisisLine, EmergencyNumber } from '../knowledge/remedy-schema.ts'
import { emergencyCalls } from './emergency-numbers.ts'

export interface CrisisHelp<T extends CrisisLine> {
  /** The country's crisis lines, one per language; empty if no source was seen for the country. */
  readonly lines: readonly T[]
  /** What to call: the crisis lines, or if there are none the emergency number (all four if the country is unknown). */
  readonly calls: readonly string[]
}

/**
 * Which crisis line to name in a country. `country` is an ISO 3166-1 alpha-2 code, guessed from the locale or chosen by
 * the person. Advice to contact a crisis line needs a number with a source for the country, else the emergency number.
 */
export function crisisLineFor<T extends CrisisLine>(
  lines: readonly T[],
  numbers: readonly EmergencyNumber[],
  country: string | undefined,
): CrisisHelp<T> {
  const found = lines.filter(line => line.country === country?.toUpperCase())
  const calls = found.length > 0 ? found.map(({ call }) => call) : emergencyCalls(numbers, country).calls
  return { lines: found, calls }
}
