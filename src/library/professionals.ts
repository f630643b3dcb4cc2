/** Who can help, and where to check them, joined to the built knowledge: `unknot/professionals`. */

import type { Professional } from '../knowledge/professional-schema.ts'
import { professionals as all } from '../knowledge/professionals.gen.ts'
import { registers } from '../knowledge/registers.gen.ts'
import { remedies } from '../knowledge/remedies.gen.ts'

export interface ProfessionalEntry extends Omit<Professional, 'when'> {
  readonly id: string
  /** When to choose them; absent past the review date. */
  readonly when?: string
  readonly isPastReview: boolean
  /** Where to check them in the country; absent where no source is known. */
  readonly register?: string
}

export interface Professionals {
  /** ISO 3166-1 alpha-2; absent when no country was given or no register is known there. */
  readonly country?: { readonly code: string; readonly name: string; readonly sources: readonly string[] }
  readonly professionals: readonly ProfessionalEntry[]
  /** When hands-on care must wait, and the signs after it that need help. */
  readonly handsOn: { readonly wait: readonly string[]; readonly stop: readonly string[] }
}

/** Who there is, as ids. */
export const professionalIds: readonly string[] = Object.keys(all)
/** The countries with a known register, as ISO 3166-1 alpha-2 codes. */
export const registerCountries: readonly string[] = Object.keys(registers)

/** What each may and may not do, when to choose whom and what to ask them. `today` is YYYY-MM-DD; `who` narrows to one. */
export function professionals(
  { who, country }: { readonly who?: string | undefined; readonly country?: string | undefined },
  today: string,
): Professionals {
  const own = country !== undefined && Object.hasOwn(registers, country) ? registers[country] : undefined
  const care = remedies['professional-care']
  return {
    ...(own && country !== undefined ? { country: { code: country, name: own.name, sources: own.sources } } : {}),
    professionals: Object.entries(all).flatMap(([id, { when, ...entry }]) => {
      if (who !== undefined && who !== id) return []
      const isPastReview = entry.nextReview < today
      const register = own?.lists.find(list => list.who === id)?.name
      return [
        {
          id,
          ...entry,
          ...(isPastReview ? {} : { when }),
          isPastReview,
          ...(register === undefined ? {} : { register }),
        },
      ]
    }),
    handsOn: { wait: [...new Set(care?.notFor.map(({ text }) => text))], stop: care?.stop ?? [] },
  }
}
