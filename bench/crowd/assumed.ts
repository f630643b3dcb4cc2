/** The crowd with every assumed share multiplied, to see how far a result hangs on what was assumed. */
import type { Crowd, Share } from '../../src/knowledge/crowd-schema.ts'

/** Shares that rest on a source alone stay as they are; none passes 100 %. A share of 100 is true by its words, and stays. */
export function withAssumed(crowd: Crowd, factor: number): Crowd {
  const { misread } = crowd.people
  return {
    ...crowd,
    people: {
      ...crowd.people,
      misread: misread.assumed ? { ...misread, share: times(misread.share, factor) } : misread,
    },
    facts: crowd.facts.map(([id, fact]) => {
      const shares = fact.shares.map(each => (each.assumed ? { ...each, share: scaled(each.share, factor) } : each))
      return [id, { ...fact, shares }] as const
    }),
  }
}

const times = (percent: number, factor: number): number => (percent === 100 ? 100 : Math.min(100, percent * factor))

function scaled(share: Share, factor: number): Share {
  if (typeof share === 'number') return times(share, factor)
  const parts = Object.entries(share).map(([key, part]) => [key, scaled(part as Share, factor)])
  return Object.fromEntries(parts) as Share
}
