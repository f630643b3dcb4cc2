/**
 * Ranks products, if any, that meet a need of this person.
 *
 * Safety first, then evidence, then rating. A product is not suggested, whatever its stars, if the person's facts
 * exclude it, if it is listed under another product's name, or if it cannot be kept within a safety limit. Then the
 * evidence of the remedy for this need decides the tier. Within a tier, the lower bound of the rating decides, with a
 * tie unless one is better with probability 0.90. The number of reviews never counts in favour of a product.
 *
 * A product that can exceed a limit is not ranked: it is listed separately, with the setting that keeps it within the limit.
 * A sentence on what one needs to buy comes first, then the kinds of products with the evidence for each.
 */
import type { Need, Product, ProductKind, Rating } from '../knowledge/product-schema.ts'
import { type Certainty, certainties } from '../knowledge/vocabulary.ts'
import { type Posterior, posterior, probabilityBetter, type RatingModel, ratingModel } from './rating.ts'

/** Printed with every ranking: the same version and input give the same ranking. */
export const rankingVersion = '2'

const tieBelow = 0.9

/** The result of each remedy for this person, by its id. */
export interface RemedyResult {
  readonly certainty: Certainty | null
  readonly status: 'offered' | 'ask' | 'left-out'
  /** The reason for leaving it out, in words. */
  readonly because: readonly string[]
  /** Facts to answer first. */
  readonly ask: readonly string[]
  /** The facts that exclude it or change it, those true of this person first. */
  readonly notIf: readonly NotIf[]
}

export interface NotIf {
  /** The id of the fact. */
  readonly fact: string
  /** True of this person, or this person is not sure. */
  readonly isTrue: boolean
}

/** A = moderate or high evidence for this need, B = low, C = very low, D = advised against. */
export type Tier = 'A' | 'B' | 'C' | 'D'

export interface Suggested {
  readonly id: string
  readonly name: string
  readonly tier: Tier
  readonly ask: readonly string[]
  readonly notIf: readonly NotIf[]
  readonly rating: RatingShown | undefined
  readonly why: readonly string[]
}

/** `reviews` as shown beside the stars; `isFromArticle`: as the article gave them. */
export type RatingShown = Pick<Posterior, 'mean' | 'lower5' | 'upper95'> & {
  readonly reviews: number
  readonly isFromArticle: boolean
}

/** A product that has a place. */
export interface Ranked extends Suggested {
  readonly title: string
}

/** A product that is not ranked: only with a setting of at most `atMost`. */
export interface OnlyWith extends Suggested {
  readonly atMost: NonNullable<Product['settingAtMost']>
  readonly setting: string
  /** How it can exceed our limits. */
  readonly warning: string
}

export interface Place {
  readonly place: number
  /** More than one is a tie. */
  readonly products: readonly Ranked[]
}

/** A kind of product: the evidence for this need, and a free alternative. */
export interface KindAnswer {
  readonly id: string
  readonly name: string
  readonly evidence: string
  /** Null: no product of this kind is advised for this need, or for this person; `because` says why. */
  readonly tier: Tier | null
  readonly because: readonly string[]
  /** Absent if the kind is not advised, because then its free alternative is not advised either. */
  readonly instead?: string
  readonly notIf: readonly NotIf[]
}

export interface Ranking {
  readonly version: typeof rankingVersion
  readonly need: string
  /** What one needs to buy, in a sentence. */
  readonly answer: string
  readonly buyNothing: Need['buyNothing']
  /** The best supported first. */
  readonly kinds: readonly KindAnswer[]
  readonly places: readonly Place[]
  /** Products that can exceed a safety limit, with the setting that keeps them within it; not ranked. */
  readonly onlyWith: readonly OnlyWith[]
  readonly notSuggested: readonly { readonly id: string; readonly name: string; readonly why: readonly string[] }[]
  /** Products of the article in the article's order, each with its place here. */
  readonly article: readonly {
    readonly id: string
    readonly articlePlace: number
    readonly place: number | null
    readonly isOnlyWith: boolean
  }[]
}

/** A product of the knowledge or of the person; for the latter only the name and the remedy must be known. */
export type Candidate = Pick<Product, 'name'> &
  Partial<
    Pick<
      Product,
      'articlePlace' | 'remedy' | 'advisedAgainst' | 'mismatch' | 'warning' | 'setting' | 'settingAtMost' | 'nextReview'
    > & {
      readonly rating: Rating | undefined
      readonly maxTemperatureC: number | undefined
      readonly maxMinutes: number | undefined
    }
  >

/** The limits of the remedy warmth (src/remedies/limits.ts); a test keeps the two equal. */
export const productLimits = { temperatureC: 43, minutes: 20 } as const

/** The products and kinds to choose from. */
export interface Shop {
  readonly products: Readonly<Record<string, Candidate>>
  readonly kinds: Readonly<Record<string, ProductKind>>
}

/** `today` is YYYY-MM-DD: a product past its review date is not suggested. */
export function rank(
  id: string,
  need: Need,
  { products, kinds }: Shop,
  remedies: Readonly<Record<string, RemedyResult>>,
  today: string,
  model: RatingModel = ratingModel,
): Ranking {
  const judged = Object.entries(products).map(([key, product]) => judge(key, product, need, remedies, today, model))
  const suggested = judged.filter(each => each.tier !== undefined && each.limit === undefined)
  const places = tierOrder.flatMap(tier => tied(suggested.filter(each => each.tier === tier)))
  const numbered = places.map((group, at) => ({
    place: 1 + places.slice(0, at).reduce((sum, { length }) => sum + length, 0),
    products: group.map(each => ({ ...shown(each), title: each.name })),
  }))
  const onlyWith = judged.flatMap(each => (each.limit === undefined ? [] : [{ ...shown(each), ...each.limit }]))
  const placeOf = (key: string) =>
    numbered.find(({ products: own }) => own.some(each => each.id === key))?.place ?? null
  const isPast = need.nextReview < today
  return {
    version: rankingVersion,
    need: id,
    answer: isPast
      ? words.needPast
      : remedies[need.answer.remedy]?.status === 'left-out'
        ? need.answer.otherwise
        : need.answer.text,
    buyNothing: isPast ? [] : need.buyNothing.filter(({ remedy }) => remedies[remedy]?.status !== 'left-out'),
    kinds: isPast ? [] : kindAnswers(need, kinds, remedies, today),
    places: numbered,
    onlyWith,
    notSuggested: judged
      .filter(each => each.tier === undefined)
      .map(({ id: key, name, why }) => ({ id: key, name, why })),
    article: Object.entries(products)
      .flatMap(([key, { articlePlace }]) =>
        articlePlace
          ? [{ id: key, articlePlace, place: placeOf(key), isOnlyWith: onlyWith.some(each => each.id === key) }]
          : [],
      )
      .toSorted((a, b) => a.articlePlace - b.articlePlace),
  }
}

function shown({ id, name, product, posterior: own, tier = 'D', ask, notIf, why }: Judged): Suggested {
  const { rating, articlePlace } = product
  return {
    ...{ id, name, tier, ask, notIf, why },
    rating: rating && {
      mean: own.mean,
      lower5: own.lower5,
      upper95: own.upper95,
      reviews: rating.reviews,
      isFromArticle: articlePlace !== undefined,
    },
  }
}

/** The best supported first; what is not for this need or person last. */
function kindAnswers(
  need: Need,
  kinds: Shop['kinds'],
  remedies: Readonly<Record<string, RemedyResult>>,
  today: string,
): readonly KindAnswer[] {
  const order = ({ tier }: KindAnswer) => (tier === null ? tierOrder.length : tierOrder.indexOf(tier))
  return Object.entries(kinds)
    .filter(([, { nextReview }]) => nextReview >= today)
    .map(([id, { name, evidence, instead, remedy: of, isAdvisedAgainst = false }]): KindAnswer => {
      const remedy = of === undefined ? undefined : remedies[of]
      const base = { id, name, evidence, notIf: remedy?.notIf ?? [] }
      if (remedy?.status === 'left-out') return { ...base, tier: null, because: remedy.because }
      const certainty =
        remedy && of !== undefined && need.remedies.includes(of) ? lower(remedy.certainty, need.atMost[of]) : null
      if (certainty === null) return { ...base, tier: null, because: [words.notForNeed] }
      return { ...base, instead, tier: isAdvisedAgainst ? 'D' : tierOf(certainty), because: [] }
    })
    .toSorted((a, b) => order(a) - order(b))
}

const tierOrder: readonly Tier[] = ['A', 'B', 'C', 'D']

interface Judged {
  readonly id: string
  readonly name: string
  readonly product: Candidate
  readonly posterior: Posterior
  /** Undefined if it is not suggested. */
  readonly tier: Tier | undefined
  /** It can exceed a safety limit, and is not ranked. */
  readonly limit?: Pick<OnlyWith, 'atMost' | 'setting' | 'warning'>
  readonly ask: readonly string[]
  readonly notIf: readonly NotIf[]
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
}

function judge(
  id: string,
  product: Candidate,
  need: Need,
  remedies: Readonly<Record<string, RemedyResult>>,
  today: string,
  model: RatingModel,
): Judged {
  const base = { id, name: product.name, product, posterior: posterior(product.rating, model), ask: [], notIf: [] }
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
  const limit = isOver ? limitOf(product) : undefined
  if (isOver && !limit) return out(words.overLimit)
  const certainty = lower(remedy.certainty, need.atMost[product.remedy])
  if (certainty === null) return out(words.notForNeed)
  const tier = product.advisedAgainst ? 'D' : tierOf(certainty)
  const why = [
    product.advisedAgainst ?? words.tiers[tier],
    ...(product.mismatch ? [product.mismatch] : []),
    ...(product.rating ? [] : [words.noRating]),
  ]
  return { ...base, tier, ...(limit ? { limit } : {}), ask: remedy.ask, notIf: remedy.notIf, why }
}

/** The setting that keeps it within the limits, if one is known and is within them. */
function limitOf({ warning, setting, settingAtMost: atMost }: Candidate): Judged['limit'] {
  if (!warning || !setting || !atMost) return undefined
  const isInside = atMost.temperatureC <= productLimits.temperatureC && atMost.minutes <= productLimits.minutes
  return isInside ? { warning, setting, atMost } : undefined
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
