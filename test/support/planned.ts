/** Cases with a plan, for guarantees of every plan: some answers of a person, and the rest of the check answered no. */
import fc from 'fast-check'
import { triageKnowledge } from '../../src/knowledge/triage.gen.ts'
import { complaints, regions } from '../../src/knowledge/vocabulary.ts'
import type { Case } from '../../src/triage/case.ts'
import { answerThrough } from './answer-through.ts'
import { blank } from './blank-case.ts'

/** Yes and not sure to these; every other question of the check is answered no. */
export function answering(from: Case, present: readonly string[], unsure: readonly string[] = []): Case {
  const begin: Case = {
    ...from,
    present: [...new Set([...from.present, ...present])],
    unsure: unsure.filter(id => !present.includes(id)),
    absent: from.absent.filter(id => !present.includes(id) && !unsure.includes(id)),
  }
  return answerThrough(triageKnowledge, begin, begin).answers
}

export const findings: readonly string[] = Object.keys(triageKnowledge.findings)
const facts: readonly string[] = [...findings, ...Object.keys(triageKnowledge.facts)]

const hoursAWeek = 168

/** A person of 16 or over with a complaint anywhere, with nothing else known yet. */
export const anybody: fc.Arbitrary<Case> = fc
  .record({
    complaint: fc.constantFrom(...complaints),
    region: fc.constantFrom(...regions),
    age: fc.integer({ min: 16, max: 95 }),
    sex: fc.constantFrom('female' as const, 'male' as const, 'undisclosed' as const),
    hoursSinceOnset: fc.constantFrom(2, 8, 30, 60, 3 * hoursAWeek, 8 * hoursAWeek, 14 * hoursAWeek, 60 * hoursAWeek),
    pregnancyWeeks: fc.integer({ min: 4, max: 41 }),
  })
  .map(({ hoursSinceOnset, pregnancyWeeks, ...person }) => ({
    ...blank,
    ...person,
    context: { hoursSinceOnset, pregnancyWeeks },
  }))

/** A person who answers yes or not sure to a few things, `often` to some of these. */
export const anyAnswers = (often: readonly string[] = []): fc.Arbitrary<Case> =>
  fc
    .tuple(
      anybody,
      fc.uniqueArray(fc.constantFrom(...facts), { maxLength: 3 }),
      fc.uniqueArray(fc.constantFrom(...facts), { maxLength: 1 }),
      fc.subarray([...often], { maxLength: Math.min(3, often.length) }),
      fc.boolean(),
    )
    .map(([from, present, unsure, wanted, isSure]) =>
      isSure
        ? answering(from, [...present, ...wanted], unsure)
        : answering(
            from,
            present.filter(id => !wanted.includes(id)),
            [...unsure, ...wanted],
          ),
    )
