/** The order in which claims are shown: wrong claims that can hurt come first. */
import type { Claim } from '../knowledge/claim-schema.ts'
import { harms, verdicts } from '../knowledge/vocabulary.ts'

/** Negative when `a` comes before `b`: by the possible harm to a person who acts on it, then by how wrong it is. */
export const byDanger = (a: Claim, b: Claim): number =>
  harms.indexOf(b.harm) - harms.indexOf(a.harm) || verdicts.indexOf(a.verdict) - verdicts.indexOf(b.verdict)
