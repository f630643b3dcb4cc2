/** Drinks and the colour of urine, joined to the built knowledge: `unknot/hydration`. */
import { remedies } from '../knowledge/remedies.gen.ts'
import { tierAdvice } from '../knowledge/tiers.gen.ts'
import { triageKnowledge } from '../knowledge/triage.gen.ts'
import { urineColours } from '../knowledge/urine-colours.gen.ts'
import { type Hydration as Composed, hydration as hydrationWith } from '../plan/hydration.ts'
import type { Case } from '../triage/case.ts'
import { parseCase } from './triage.ts'

export type { Chart } from '../plan/hydration.ts'

type Explained<H> = H extends { readonly kind: 'help-first' } ? H & { readonly action: string } : H
/** The answer; where help comes first, `action` says in words what to do. */
export type Hydration = Explained<Composed>

/** The names of the steps of the chart, from pale to brown. */
export const colourNames: readonly string[] = urineColours.colours.map(({ name }) => name)

/**
 * What may be said to this person of drinks, and of the colour of urine. What limits drinking is asked first (`ask`).
 * `colour` is one of `colourNames`; a brown one needs help first. `today` is YYYY-MM-DD.
 */
export function hydration(given: Case, today: string, colour?: string): Hydration {
  const drinks = remedies.hydration
  if (drinks === undefined) throw new Error('knowledge/remedies/hydration.yaml is missing')
  const result = hydrationWith({ triage: triageKnowledge, drinks, colours: urineColours }, given, colour, today)
  return result.kind === 'help-first' ? { ...result, action: tierAdvice[result.tier].action } : result
}

export type ParsedHydrationCase =
  | { readonly ok: true; readonly case: Case; readonly colour?: string }
  | { readonly ok: false; readonly error: string }

/** Reads a case with an optional `colour`; without a complaint it is a cramp's. The error is one line: what, where, how to mend. */
export function readHydrationCase(input: unknown): ParsedHydrationCase {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return parseCase(input)
  const { colour, ...given } = input as Record<string, unknown>
  const parsed = parseCase({ complaint: 'cramp', ...given })
  if (!parsed.ok || colour === undefined || colour === null) return parsed
  if (typeof colour === 'string' && colourNames.includes(colour)) return { ok: true, case: parsed.case, colour }
  return {
    ok: false,
    error: `colour is ${JSON.stringify(colour)?.slice(0, 60)}: use one of ${colourNames.join(', ')}`,
  }
}
