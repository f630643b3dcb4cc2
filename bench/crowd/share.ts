/** The percentage that a share gives for one person. */
import type { Share } from '../../src/knowledge/crowd-schema.ts'

type ByAge = Readonly<Record<string, number>>

/** Percent, for a person of this sex and age in years. */
export function shareOf(share: Share, { sex, age }: { readonly sex: 'female' | 'male'; readonly age: number }): number {
  if (typeof share === 'number') return share
  if ('female' in share) {
    const own = share[sex]
    return typeof own === 'number' ? own : atAge(own as ByAge, age)
  }
  return atAge(share as ByAge, age)
}

/** The value of the last age that is reached; 0 before the first. */
function atAge(byAge: ByAge, age: number): number {
  let found = 0
  // Keys that are whole numbers come in rising order.
  for (const from in byAge) {
    if (Number(from) > age) break
    found = byAge[from] ?? 0
  }
  return found
}
