/**
 * Which parts hurt on the same day: back and calf, or both calves? Days are counted, and the count that would be expected
 * if the two had nothing to do with each other is given beside it.
 */
import type { Region } from '../knowledge/vocabulary.ts'
import { daysBetween } from '../time.ts'
import { isSame, type Part, type ToldDay } from './told-days.ts'

export interface LinkedPains {
  /** `both-sides`: the left and the right of one place. `back-and-leg`: one in the back or buttock, one in a leg. */
  readonly kind: 'both-sides' | 'back-and-leg' | 'other'
  readonly parts: readonly [Part, Part]
  /** Days on which both hurt. */
  readonly together: number
  /** Days on which each hurt. */
  readonly days: readonly [number, number]
  /** Days together, were each as frequent and the two unrelated; to a tenth. */
  readonly byChance: number
}

/** Fewer days together say nothing. */
const leastTogether = 3
const mostPairs = 5

const backPlaces: readonly Region[] = ['neck', 'upper back', 'mid back', 'low back', 'buttock']
const legPlaces: readonly Region[] = ['front thigh', 'hamstring', 'inner thigh', 'calf', 'shin', 'foot']

/** The most frequent pairs first. `from` and `to` are days, both included. */
export function linkedPains(
  days: readonly ToldDay[],
  { from, to }: { readonly from: string; readonly to: string },
): readonly LinkedPains[] {
  const seen = days.filter(({ day }) => day >= from && day <= to)
  const length = daysBetween(from, to) + 1
  const parts: Part[] = []
  for (const { hurt } of seen) for (const part of hurt) if (!parts.some(each => isSame(each, part))) parts.push(part)
  const daysOf = parts.map(part => seen.filter(({ hurt }) => hurt.some(each => isSame(each, part))))
  return parts
    .flatMap((a, i) =>
      parts.slice(i + 1).flatMap((b, step): LinkedPains[] => {
        const [own = [], others = []] = [daysOf[i], daysOf[i + 1 + step]]
        const together = own.filter(day => others.includes(day)).length
        if (together < leastTogether) return []
        const byChance = Math.round((10 * own.length * others.length) / length) / 10
        return [{ kind: kindOf(a, b), parts: [a, b], together, days: [own.length, others.length], byChance }]
      }),
    )
    .sort((a, b) => b.together - a.together)
    .slice(0, mostPairs)
}

function kindOf(a: Part, b: Part): LinkedPains['kind'] {
  if (a.region === b.region) return a.side !== undefined && b.side !== undefined ? 'both-sides' : 'other'
  const isPair = (back: Part, leg: Part) => backPlaces.includes(back.region) && legPlaces.includes(leg.region)
  return isPair(a, b) || isPair(b, a) ? 'back-and-leg' : 'other'
}
