/** Cases that tests start from. */
import { triageKnowledge } from '../../src/knowledge/triage.gen.ts'
import type { Case } from '../../src/triage/case.ts'
import { answerThrough } from './answer-through.ts'
import { blank } from './blank-case.ts'

/** A fresh pain of the low back, without a danger sign. */
export const lowBack: Case = {
  ...blank,
  region: 'low back',
  age: 41,
  sex: 'male',
  context: { hoursSinceOnset: 3 },
}

/** The same person once the check is over. */
export const settled = (truth: Case): Case => answerThrough(triageKnowledge, truth).answers
