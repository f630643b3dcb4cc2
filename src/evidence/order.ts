/** In which order claims are shown: the wrong ones that can hurt come first. */
import type { Claim } from '../knowledge/claim-schema.ts'
import { harms, verdicts } from '../knowledge/vocabulary.ts'

/** Negative when `a` comes before `b`: by what may happen to somebody who acts on it, then by how wrong it is. */
export const byDanger = (a: Claim, b: Claim): number =>
  harms.indexOf(b.harm) - harms.indexOf(a.harm) || verdicts.indexOf(a.verdict) - verdicts.indexOf(b.verdict)
