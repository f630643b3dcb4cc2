/** The answer to a claim in one sentence, shown first. */
import type { Claim } from '../knowledge/claim-schema.ts'
import { verdictNames } from './share.ts'

/** Its own sentence where it has one, else the verdict on the claim: "Wrong: “Lactic acid makes muscle hurt.”" */
export const answerOf = ({ answer, verdict, says }: Claim): string => answer ?? `${verdictNames[verdict]}: “${says}”`
