/** All parts of the knowledge that a plan is made from. */
import type { PlanLines } from '../knowledge/plan-schema.ts'
import type { Exercise, PlanTable, Remedy } from '../knowledge/remedy-schema.ts'
import type { TriageKnowledge } from '../triage/knowledge.ts'
import type { WithheldTable } from './withheld.ts'

export interface PlanKnowledge {
  readonly triage: TriageKnowledge
  readonly remedies: Readonly<Record<string, Remedy>>
  readonly exercises: Readonly<Record<string, Exercise>>
  readonly plans: Readonly<Record<string, PlanTable>>
  readonly lines: PlanLines
  readonly withheld: WithheldTable
}
