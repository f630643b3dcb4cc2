/** Runs the whole check with a patient like a program does: the case is sent back with each page's answers added. */

import { assess } from '../../src/plan/assess.ts'
import { parseCase } from '../../src/triage/case.ts'
import type { TriageKnowledge } from '../../src/triage/knowledge.ts'
import type { Triage } from '../../src/triage/triage.ts'

/** A patient: a case whose findings are asked, and what is true of them. */
export interface Interviewee {
  readonly id: string
  readonly true: readonly string[]
  readonly story?: string
  readonly expected?: string
  readonly acceptable?: readonly string[]
}

/** Everything but the findings is known from the start. A gate is opened when something that it names is true. */
export function interviewed(knowledge: TriageKnowledge, patient: Interviewee): Triage {
  const { true: truth, id: _id, story: _story, expected: _expected, acceptable: _acceptable, ...known } = patient
  const present: string[] = []
  const absent: string[] = []
  for (let page = 0; page < 40; page++) {
    const parsed = parseCase(knowledge, { ...known, present, absent })
    if (!parsed.ok) throw new Error(parsed.error)
    const result = assess(knowledge, parsed.case)
    if (result.ask === null) return result
    for (const { id, opens } of result.ask.statements) {
      const isTrue = opens?.some(each => truth.includes(each) && !present.includes(each)) ?? truth.includes(id)
      ;(isTrue ? present : absent).push(id)
    }
  }
  throw new Error(`the check of ${String(_id)} does not end`)
}
