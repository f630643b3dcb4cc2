/** A plan of a few made-up remedies, exercises and lines, to test the code of plans without the knowledge. */
import type { Exercise, PlanStep, PlanTable, Remedy } from '../../src/knowledge/remedy-schema.ts'
import { phases, tiers } from '../../src/knowledge/vocabulary.ts'
import type { PlanKnowledge } from '../../src/plan/knowledge.ts'
import type { WithheldTable } from '../../src/plan/withheld.ts'
import { madeUpGate, madeUpTriage } from './made-up-triage.ts'

export const madeUpRemedy = (given: Partial<Remedy> = {}): Remedy =>
  ({
    name: 'A remedy',
    kind: 'comfort',
    methods: [],
    notFor: [],
    certainty: { back: 'low', cramp: 'high' },
    safeWhileWaiting: true,
    sources: ['a-source'],
    nextReview: '2027-06-01',
    ...given,
  }) as unknown as Remedy

export const madeUpExercise = (given: Partial<Exercise> = {}): Exercise =>
  ({
    name: 'An exercise',
    kind: 'mobility',
    regions: ['low back'],
    dose: {},
    notFor: [],
    certainty: 'very-low',
    safeWhileWaiting: true,
    sources: ['another-source'],
    nextReview: '2027-06-01',
    ...given,
  }) as unknown as Exercise

/** The same steps in every cell. */
export const madeUpTable = (steps: readonly PlanStep[], given: Partial<PlanTable> = {}): PlanTable =>
  ({
    complaint: 'back',
    region: 'low back',
    cells: Object.fromEntries(tiers.map(tier => [tier, Object.fromEntries(phases.map(phase => [phase, steps]))])),
    sources: ['the-table'],
    nextReview: '2027-07-01',
    ...given,
  }) as unknown as PlanTable

/** Its check has one gate, which names `grave`, an emergency, and for a sore back `weak`; `fever` is asked of nobody. */
export const madeUpPlan = (
  given: Partial<Omit<PlanKnowledge, 'withheld'>> & { readonly withheld?: object } = {},
): PlanKnowledge => ({
  triage: madeUpTriage({
    findings: {
      grave: { tier: 'emergency' },
      weak: { tier: 'same-day' },
      fever: { tier: 'soon' },
    },
    gates: { first: madeUpGate([['grave'], { names: ['weak'], complaint: 'back' }]) },
    facts: { numb: { kind: 'now', statement: 'x' } },
  }),
  remedies: {},
  exercises: {},
  plans: { back: madeUpTable([]) },
  lines: {
    openings: { all: { text: 'Rest a little.', sources: ['opening'], nextReview: '2027-05-01' } },
    avoid: { all: { text: 'Do not lift.', sources: ['avoid', 'the-table'], nextReview: '2027-08-01' } },
    seekHelp: { all: { tier: 'soon', signs: [{ text: 'a fever' }], sources: ['help'], nextReview: '2027-04-01' } },
  } as unknown as PlanKnowledge['lines'],
  ...given,
  withheld: (given.withheld ?? {}) as WithheldTable,
})
