/** The passport of how soon to get help. */
import type { Tier } from '../../knowledge/vocabulary.ts'
import { Passport } from '../ui/passport.tsx'
import { ofTier } from './sign-passports.ts'

export function TierPassport({ tier }: { readonly tier: Tier }) {
  const passport = ofTier(tier)
  return passport ? <Passport {...passport} /> : null
}
