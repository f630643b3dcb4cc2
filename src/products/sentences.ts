/** Ratings, settings and evidence in words: the same on the screen and in the terminal. */
import type { OnlyWith, RatingShown, Tier } from './rank.ts'

const words = {
  stars: (low: string, high: string, reviews: string, by: string) => `${low} to ${high} stars, ${reviews}${by}`,
  reviews: (count: string, isOne: boolean) => (isOne ? '1 review' : `${count} reviews`),
  article: ', as the article gave them',
  none: 'No rating of its own',
  only: (degrees: string, minutes: number) => `Only with a setting of at most ${degrees} and ${minutes} minutes`,
  tiers: {
    A: 'Best supported',
    B: 'Low certainty',
    C: 'Comfort only, very unsure',
    D: 'Advised against',
  } as Readonly<Record<Tier, string>>,
  noTier: 'Not advised for this',
}

/** The interval in which the true stars of five likely are: 3.9 to 4.4 stars, 960 reviews, as the article gave them. */
export const ratingSaid = (rating: RatingShown | undefined): string =>
  rating === undefined
    ? words.none
    : words.stars(
        rating.lower5.toFixed(1),
        rating.upper95.toFixed(1),
        words.reviews(rating.reviews.toLocaleString('en'), rating.reviews === 1),
        rating.isFromArticle ? words.article : '',
      )

/** The heading of a product that can exceed a limit; `degrees` writes °C in the person's units. */
export const atMostSaid = ({ temperatureC, minutes }: OnlyWith['atMost'], degrees: (c: number) => string): string =>
  words.only(degrees(temperatureC), minutes)

/** How far the evidence supports a kind for a need; null: not at all, or not for this person. */
export const tierSaid = (tier: Tier | null): string => (tier === null ? words.noTier : words.tiers[tier])
