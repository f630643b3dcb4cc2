/**
 * The plan for the next 48 hours: which remedies and exercises, in which order, what to avoid, when to seek help.
 *
 * The composition is knowledge (a table of tier x complaint x region x phase, lines chosen for the person), not code.
 * The code guarantees: no remedy before the check is settled, none in an emergency, none under 16, only what is marked
 * safe while waiting for same-day care, and nothing past its review date or excluded for this person.
 */
import type { PlanStep } from '../knowledge/remedy-schema.ts'
import type { Complaint, Phase, Region, Tier } from '../knowledge/vocabulary.ts'
import { limits } from '../remedies/limits.ts'
import type { Case } from '../triage/case.ts'
import type { Page } from '../triage/page.ts'
import type { Reason } from '../triage/triage.ts'
import { assess } from './assess.ts'
import { checkInHours } from './check-ins.ts'
import type { PlanKnowledge } from './knowledge.ts'
import { avoidFor, openingFor, seekHelpFor } from './lines.ts'
import { type OwnVerdict, orderByOwn } from './own-verdicts.ts'
import { situationOf } from './situation.ts'
import type { LeftOut, Step } from './step.ts'
import { judge, stepsFor } from './steps.ts'
import { phaseOf, tableFor } from './table.ts'

export interface CheckIn {
  readonly hours: number
}

export type Plan =
  | { readonly kind: 'emergency'; readonly tier: 'emergency'; readonly because: readonly Reason[] }
  | { readonly kind: 'check-first'; readonly tier: Tier; readonly because: readonly Reason[]; readonly ask: Page }
  /** Made for adults: a clinician should look at anyone under 16. */
  | { readonly kind: 'too-young'; readonly tier: Tier; readonly because: readonly Reason[] }
  | {
      readonly kind: 'plan'
      readonly tier: Exclude<Tier, 'emergency'>
      readonly because: readonly Reason[]
      readonly complaint: Complaint
      readonly region: Region
      readonly phase: Phase
      readonly opening: string
      readonly steps: readonly Step[]
      readonly leftOut: readonly LeftOut[]
      readonly avoid: readonly string[]
      readonly seekHelp: readonly string[]
      readonly checkIns: readonly CheckIn[]
      readonly sources: readonly string[]
      readonly nextReview: string
    }

/**
 * `today` is YYYY-MM-DD. Hours since onset are in the case; unknown hours count as the first phase, the most careful
 * one. `verdicts` of this person's own trials order remedies of equal evidence.
 */
export function plan(knowledge: PlanKnowledge, given: Case, today: string, verdicts: readonly OwnVerdict[] = []): Plan {
  const permission = mayAdvise(knowledge.triage, given)
  if (permission.kind !== 'advise') return permission
  const { tier, because } = permission
  const table = tableFor(knowledge.plans, given.complaint, given.region)
  const phase = phaseOf(given.context.hoursSinceOnset)
  const person = situationOf(knowledge.triage, given, table, { tier, because })
  const cell = stepsFor(knowledge, person, table.cells[tier][phase])
  const found = (given.context.isOver === true ? afterIt(cell) : cell)
    .map(step => judge(knowledge, step, table, person, today))
    .filter(judged => tier !== 'same-day' || judged.isSafeWhileWaiting)
  const isPastReview = table.nextReview < today
  const opening = openingFor(knowledge.lines, person)
  const avoid = avoidFor(knowledge.lines, person)
  const seekHelp = seekHelpFor(knowledge.lines, person)
  const said = [table, opening, ...avoid, ...seekHelp]
  return {
    kind: 'plan',
    tier,
    because,
    complaint: table.complaint,
    region: table.region,
    phase,
    opening: opening.text,
    steps: isPastReview
      ? []
      : orderByOwn(
          found.flatMap(({ step }) => (step ? [step] : [])),
          verdicts,
        ),
    leftOut: found.flatMap(({ leftOut }) => (leftOut ? [leftOut] : [])),
    avoid: avoid.map(({ text }) => text),
    seekHelp: seekHelp.map(({ text }) => text),
    checkIns: checkInHours.filter(hours => hours > (given.context.hoursSinceOnset ?? 0)).map(hours => ({ hours })),
    sources: [...new Set(said.flatMap(({ sources }) => sources))],
    nextReview: said.map(({ nextReview }) => nextReview).toSorted()[0] ?? table.nextReview,
  }
}

/** May anything be advised? Nothing in an emergency, under 16 and before the check is settled. */
export type Permission =
  | Exclude<Plan, { readonly kind: 'plan' }>
  | { readonly kind: 'advise'; readonly tier: Exclude<Tier, 'emergency'>; readonly because: readonly Reason[] }

export function mayAdvise(triage: PlanKnowledge['triage'], given: Case): Permission {
  const { tier, because, settled, ask } = assess(triage, given)
  if (tier === 'emergency') return { kind: 'emergency', tier, because }
  if (given.age !== undefined && given.age < limits.leastAge) return { kind: 'too-young', tier, because }
  if (!settled && ask !== null) return { kind: 'check-first', tier, because, ask }
  return { kind: 'advise', tier, because }
}

/** After the cramp, what stops it comes last, for the next time. */
const afterIt = (steps: readonly PlanStep[]): readonly PlanStep[] => [
  ...steps.filter(({ whenOver }) => whenOver === undefined),
  ...steps.flatMap(step => (step.whenOver === undefined ? [] : [{ ...step, when: step.whenOver }])),
]
