/**
 * Which products, if any, meet this need for this person?
 *
 * Safety first, then evidence, then rating. A product is not suggested, whatever its stars, if the person's facts
 * exclude it, if it is listed under another product's name, or if it cannot be kept within a safety limit. Then the
 * evidence of the remedy for this need decides the tier. Within a tier, the lower bound of the rating decides, with a
 * tie unless one is better with probability 0.90. The number of reviews never counts in favour of a product.
 */
import type { Need, Product, Rating } from '../knowledge/product-schema.ts'
import { type Certainty, certainties } from '../knowledge/vocabulary.ts'
import { type Posterior, posterior, probabilityBetter, type RatingModel, ratingModel } from './rating.ts'

/** Printed with every ranking: the same version and input give the same ranking. */
export const rankingVersion = '1'

const tieBelow = 0.9

/** The result of each remedy for this person, by its id. */
export interface RemedyResult {
  readonly certainty: Certainty | null
  readonly status: 'offered' | 'ask' | 'left-out'
  /** The reason for leaving it out, in words. */
  readonly because: readonly string[]
  /** Facts to answer first. */
  readonly ask: readonly string[]
}

/** A = moderate or high evidence for this need, B = low, C = very low, D = advised against. */
export type Tier = 'A' | 'B' | 'C' | 'D'

export interface Ranked {
  readonly id: string
  readonly name: string
  readonly tier: Tier
  /** The warning is shown in the title line. */
  readonly title: string
  readonly ask: readonly string[]
  readonly rating: Pick<Posterior, 'mean' | 'lower5' | 'upper95'> | undefined
  readonly why: readonly string[]
}

export interface Place {
  readonly place: number
  /** More than one is a tie. */
  readonly products: readonly Ranked[]
}

export interface Ranking {
  readonly version: typeof rankingVersion
  readonly need: string
  readonly buyNothing: Need['buyNothing']
  readonly places: readonly Place[]
  readonly notSuggested: readonly { readonly id: string; readonly name: string; readonly why: readonly string[] }[]
  /** Products of the article in the article's order, each with its place here. */
  readonly article: readonly { readonly id: string; readonly articlePlace: number; readonly place: number | null }[]
}

/** A product of the knowledge or of the person; for the latter only the name and the remedy must be known. */
export type Candidate = Pick<Product, 'name'> &
  Partial<
    Pick<Product, 'articlePlace' | 'remedy' | 'advisedAgainst' | 'mismatch' | 'warning' | 'setting' | 'nextReview'> & {
      readonly rating: Rating | undefined
      readonly maxTemperatureC: number | undefined
      readonly maxMinutes: number | undefined
    }
  >

/** The limits of the remedy warmth (src/remedies/limits.ts); a test keeps the two equal. */
export const productLimits = { temperatureC: 43, minutes: 20 } as const

/** `today` is YYYY-MM-DD: a product past its review date is not suggested. */
export function rank(
  id: string,
  need: Need,
  products: Readonly<Record<string, Candidate>>,
  remedies: Readonly<Record<string, RemedyResult>>,
  today: string,
  model: RatingModel = ratingModel,
): Ranking {
  const judged = Object.entries(products).map(([key, product]) => judge(key, product, need, remedies, today, model))
  const suggested = judged.filter(each => each.tier !== undefined)
  const places = tierOrder.flatMap(tier => tied(suggested.filter(each => each.tier === tier)))
  const numbered = places.map((group, at) => ({
    place: 1 + places.slice(0, at).reduce((sum, { length }) => sum + length, 0),
    products: group.map(({ product, posterior: own, ...each }) => ({
      ...each,
      tier: each.tier ?? 'D',
      title: product.warning ? `${product.name}: ${product.warning}` : product.name,
      rating: product.rating ? { mean: own.mean, lower5: own.lower5, upper95: own.upper95 } : undefined,
    })),
  }))
  const placeOf = (key: string) =>
    numbered.find(({ products: own }) => own.some(each => each.id === key))?.place ?? null
  return {
    version: rankingVersion,
    need: id,
    buyNothing:
      need.nextReview < today ? [] : need.buyNothing.filter(({ remedy }) => remedies[remedy]?.status !== 'left-out'),
    places: numbered,
    notSuggested: judged
      .filter(each => each.tier === undefined)
      .map(({ id: key, name, why }) => ({ id: key, name, why })),
    article: Object.entries(products)
      .flatMap(([key, { articlePlace }]) => (articlePlace ? [{ id: key, articlePlace, place: placeOf(key) }] : []))
      .toSorted((a, b) => a.articlePlace - b.articlePlace),
  }
}

const tierOrder: readonly Tier[] = ['A', 'B', 'C', 'D']

interface Judged {
  readonly id: string
  readonly name: string
  readonly product: Candidate
  readonly posterior: Posterior
  /** Undefined if it is not suggested. */
  readonly tier: Tier | undefined
  readonly ask: readonly string[]
  readonly why: readonly string[]
}

const words = {
  past: 'What we know of it is past its review date.',
  needPast: 'This comparison is past its review date.',
  notForNeed: 'No product of this kind is advised for this need.',
  tiers: {
    A: 'This remedy has the best evidence here.',
    B: 'This remedy has low certainty here.',
    C: 'This remedy has very low certainty here.',
    D: '',
  } as Readonly<Record<Tier, string>>,
  noRating: 'It has no rating of its own. That is unknown, not bad.',
  overLimit:
    'It can go past a safety limit, and no setting is known that keeps it inside. Use the way that costs nothing.',
  only: 'Only with this setting:',
}

function judge(
  id: string,
  product: Candidate,
  need: Need,
  remedies: Readonly<Record<string, RemedyResult>>,
  today: string,
  model: RatingModel,
): Judged {
  const base = { id, name: product.name, product, posterior: posterior(product.rating, model), ask: [] }
  const out = (...why: readonly string[]): Judged => ({ ...base, tier: undefined, why })
  const remedy = product.remedy === undefined ? undefined : remedies[product.remedy]
  if (need.nextReview < today) return out(words.needPast)
  if (product.nextReview !== undefined && product.nextReview < today) return out(words.past)
  if (remedy?.status === 'left-out') return out(...remedy.because)
  if (product.mismatch && product.advisedAgainst) return out(product.mismatch, product.advisedAgainst)
  if (!remedy || !product.remedy || !need.remedies.includes(product.remedy))
    return out(product.mismatch ?? product.advisedAgainst ?? words.notForNeed)
  const isOver =
    (product.maxTemperatureC ?? 0) > productLimits.temperatureC ||
    (product.maxMinutes ?? 0) > productLimits.minutes ||
    !!product.warning
  if (isOver && !(product.warning && product.setting)) return out(words.overLimit)
  const certainty = lower(remedy.certainty, need.atMost[product.remedy])
  if (certainty === null) return out(words.notForNeed)
  const tier = product.advisedAgainst ? 'D' : tierOf(certainty)
  const why = [
    product.advisedAgainst ?? words.tiers[tier],
    ...(product.setting ? [`${words.only} ${product.setting}`] : []),
    ...(product.mismatch ? [product.mismatch] : []),
    ...(product.rating ? [] : [words.noRating]),
  ]
  return { ...base, tier, ask: remedy.ask, why }
}

const tierOf = (certainty: Certainty): Tier => (certainty === 'very-low' ? 'C' : certainty === 'low' ? 'B' : 'A')

function lower(certainty: Certainty | null, atMost: Certainty | undefined): Certainty | null {
  if (certainty === null || atMost === undefined) return certainty
  return certainties.indexOf(atMost) < certainties.indexOf(certainty) ? atMost : certainty
}

/** Groups by the lower bound; the next joins the group unless the group's first is better with probability 0.90. */
function tied(judged: readonly Judged[]): readonly (readonly Judged[])[] {
  const ordered = judged.toSorted(
    (a, b) => b.posterior.lower5 - a.posterior.lower5 || a.name.localeCompare(b.name) || a.id.localeCompare(b.id),
  )
  const groups: Judged[][] = []
  for (const each of ordered) {
    const group = groups.at(-1)
    const first = group?.[0]
    if (group && first && probabilityBetter(first.posterior, each.posterior) < tieBelow) group.push(each)
    else groups.push([each])
  }
  return groups
}
