/** The possible harm when an entry is wrong. */
import type { Claim } from '../../../src/knowledge/claim-schema.ts'
import { type Harm, harms, type Tier, tiers } from '../../../src/knowledge/vocabulary.ts'

export const highest = (found: readonly (Tier | null)[]): Tier | null =>
  tiers.findLast(tier => found.includes(tier)) ?? null

/** A missed sign has the harm of its tier; a sign that affects no tier may still mislead. */
export function ofTier(tier: Tier | null): Harm {
  if (isUrgent(tier)) return 'high'
  return tier === 'soon' ? 'medium' : 'low'
}

/** Does it send people for help the same day or at once? */
export const isUrgent = (tier: Tier | null): boolean => tier === 'emergency' || tier === 'same-day'

/** The harm of a fact is that of the tier it leads to, or of the remedy it withholds. */
export function ofCautions({ notFor }: { readonly notFor: readonly { readonly action: string }[] }): Harm {
  const actions = notFor.map(({ action }) => action)
  if (actions.some(action => action === 'emergency' || action === 'same-day')) return 'high'
  return actions.some(action => action === 'withhold' || action === 'ask-professional') ? 'medium' : 'low'
}

/** For a medicine that is dangerous to stop suddenly, wrong information does most harm. */
export const ofStopping = ({ stopRisk }: { readonly stopRisk?: string | undefined }): Harm =>
  stopRisk === undefined ? 'medium' : 'high'

/**
 * The effect of a wrong verdict on a person with a back spasm or a cramp. A verdict that supports a claim, even in
 * part, lets them act on it, so the harm is that of the claim. A verdict that wrongly warns against a claim costs them
 * its use.
 */
export const ofVerdict = ({ verdict, harm }: Pick<Claim, 'verdict' | 'harm'>): Harm =>
  verdict === 'wrong' || verdict === 'unsupported' ? 'low' : harm

export const worst = (found: readonly Harm[]): Harm => harms.findLast(harm => found.includes(harm)) ?? 'none'
