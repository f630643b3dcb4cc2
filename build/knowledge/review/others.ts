/** Other content for a reviewer: claims, products, who can help. */
import { verdictNames } from '../../../src/evidence/share.ts'
import type { ClaimTopic } from '../../../src/knowledge/vocabulary.ts'
import type { Knowledge } from '../read.ts'
import { ofVerdict } from './harm.ts'
import { named, parts, type Reviewable, topic } from './topic.ts'

export const reviewOfOthers = ({
  claims,
  products,
  productKinds,
  needs,
  professionals,
  registers,
}: Knowledge): readonly Reviewable[] => [
  ...topic('claim', claims, {
    title: ({ says }) => says,
    harm: ofVerdict,
    specialties: ({ topic }) => (ofPharmacy.includes(topic) ? ['pharmacy'] : ['physiotherapy']),
    rule: ({ verdict, certainty }) => `${verdictNames[verdict]}. Certainty: ${certainty.replace('-', ' ')}.`,
    action: ({ answer, correction, instead, matters, detail, seen }) =>
      parts(
        answer,
        correction,
        named('Instead', instead),
        named('Why it matters', matters),
        named('In figures', detail),
        named('What was seen', seen),
      ),
  }),
  ...topic('product', products, {
    title: ({ name }) => name,
    harm: ({ powered }) => (powered ? 'high' : 'medium'),
    specialties: () => ['physiotherapy'],
    rule: ({ verdict, advisedAgainst, mismatch }) => parts(verdict, advisedAgainst, mismatch),
    action: ({ warning, setting, safety, lookFor }) =>
      parts(warning, setting, ...safety, named('Look for', lookFor.join('; '))),
  }),
  ...topic('product-kind', productKinds, {
    title: ({ name }) => name,
    harm: () => 'medium',
    specialties: () => ['physiotherapy'],
    rule: ({ remedy }) => named('Used for', remedy ?? 'no remedy'),
    action: ({ evidence, instead }) => parts(evidence, instead),
  }),
  ...topic('need', needs, {
    title: ({ name }) => name,
    harm: () => 'medium',
    specialties: () => ['physiotherapy'],
    rule: ({ why, remedies }) => parts(why, named('Products for', remedies.join(', '))),
    action: ({ answer, buyNothing }) => parts(answer.text, answer.otherwise, ...buyNothing.map(({ text }) => text)),
  }),
  ...topic('professional', professionals, {
    title: ({ name }) => name,
    harm: () => 'medium',
    specialties: () => ['physiotherapy'],
    rule: ({ when }) => parts(named('When', when)),
    action: ({ may, mayNot, ask }) =>
      parts(named('May', may.join('; ')), named('May not', mayNot.join('; ')), named('Ask', ask.join(' '))),
  }),
  ...topic('register', registers, {
    title: ({ name }) => `Registers: ${name}`,
    harm: () => 'low',
    specialties: () => ['physiotherapy'],
    action: ({ lists }) => parts(...lists.map(({ who, name }) => named(who, name))),
  }),
]

const ofPharmacy: readonly ClaimTopic[] = ['magnesium', 'vitamins-and-minerals', 'medicines']
