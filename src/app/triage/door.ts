/** What other capabilities may use of this one. */
export { caseNow, caseOfEpisode, triageNow } from './check-now.ts'
export { Combination } from './combination.tsx'
export { Contacts } from './contacts.tsx'
export { explanationOf, Reasons } from './reasons.tsx'
export { ofNumber, ofReason, ofTier, together } from './sign-passports.ts'
export { TierPassport } from './tier-passport.tsx'
