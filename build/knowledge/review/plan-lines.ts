/** The texts of plans and for whom they are, and what is withheld together, for a reviewer. */
import type { Condition } from '../../../src/knowledge/schema.ts'
import { seekHelpText } from '../../../src/plan/lines.ts'
import { conditionText } from '../../../src/triage/condition-text.ts'
import { wordsOf } from '../plan-lines.ts'
import type { Knowledge } from '../read.ts'
import { ofTier } from './harm.ts'
import { parts, type Reviewable, topic } from './topic.ts'
import { statementsOf } from './words.ts'

export function reviewOfPlanLines(knowledge: Knowledge): readonly Reviewable[] {
  const statements = new Map([...wordsOf(knowledge), ...statementsOf(knowledge)])
  const to = (condition: Condition | undefined) => (condition ? conditionText(condition, statements) : 'everybody')
  const specialties = () => ['emergency', 'physiotherapy'] as const
  return [
    ...topic('plan-line', [...knowledge.openings, ...knowledge.avoid, ...knowledge.afterCramp], {
      title: ({ text }) => text,
      harm: () => 'medium',
      specialties,
      rule: value => to(value.for),
      action: ({ text }) => text,
    }),
    ...topic('plan-line', knowledge.seekHelp, {
      title: seekHelpText,
      harm: ({ tier }) => ofTier(tier),
      tier: ({ tier }) => tier,
      specialties,
      rule: value => to(value.for),
      action: seekHelpText,
    }),
    ...topic('withheld', knowledge.withheld, {
      title: ({ text }) => text,
      harm: () => 'high',
      specialties,
      rule: ({ because }) => to(because),
      action: ({ text, action, withholds }) =>
        parts(text, `${action}: ${withholds.flatMap(({ ids = [], kinds = [] }) => [...kinds, ...ids]).join(', ')}`),
    }),
  ]
}
