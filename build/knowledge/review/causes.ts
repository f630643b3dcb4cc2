/** Causes of cramps, for a reviewer: causes, conditions that only look like a cramp, and signs for back pain. */
import type { Evidence } from '../../../src/knowledge/cause-schema.ts'
import type { Specialty, Tier } from '../../../src/knowledge/vocabulary.ts'
import type { Knowledge } from '../read.ts'
import { isUrgent, ofTier } from './harm.ts'
import { named, parts, type Reviewable, topic } from './topic.ts'
import { knownText, statementsOf, statementText } from './words.ts'

export function reviewOfCauses(knowledge: Knowledge): readonly Reviewable[] {
  const { causes, mimics, pointers } = knowledge.causes
  const statements = statementsOf(knowledge)
  const said = ({ when, ratio, basis }: Evidence) =>
    `${typeof when === 'string' ? statementText(when, statements) : agesText(when.age)} (${ratio}, ${basis})`
  const shared = {
    title: ({ name }: { readonly name: string }) => name,
    harm: ({ tier }: { readonly tier: Tier }) => ofTier(tier),
    tier: ({ tier }: { readonly tier: Tier }) => tier,
    specialties: ({ tier }: { readonly tier: Tier }): readonly Specialty[] =>
      isUrgent(tier) ? ['emergency', 'physiotherapy'] : ['physiotherapy'],
  }
  return [
    ...topic('cause', causes, {
      ...shared,
      rule: ({ evidence }) => named('What an answer weighs', evidence.map(said).join('; ')),
      action: ({ explain, distinguishing, nextStep, baseRate }) =>
        parts(explain, ...distinguishing, named('Next step', nextStep.text), named('How common', baseRate)),
      cases: ({ cases }) =>
        cases.map(({ present, absent = [], age, likely }) => ({
          known: [
            knownText({ present, age }, statements),
            ...absent.map(id => `not ${statementText(id, statements)}`),
          ].join(' + '),
          fires: likely,
        })),
    }),
    ...topic('mimic', mimics, {
      ...shared,
      rule: ({ keyFinding }) => statementText(keyFinding, statements),
      action: ({ tellApart, advice }) => parts(tellApart, advice),
    }),
    ...topic('pointer', pointers, {
      ...shared,
      rule: ({ atLeast, pointsTo }) =>
        `At least ${atLeast} of ${pointsTo.map(id => statementText(id, statements)).join(', ')}`,
      action: ({ explain, nextStep }) => parts(explain, named('Next step', nextStep.text)),
    }),
  ]
}

const agesText = ({ gt, lt }: { readonly gt?: number | undefined; readonly lt?: number | undefined }): string =>
  [...(gt === undefined ? [] : [`older than ${gt}`]), ...(lt === undefined ? [] : [`younger than ${lt}`])].join(', ')
