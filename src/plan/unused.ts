/**
 * Answers of a person that change nothing in the check, with the reason, so that no accepted answer is dropped
 * silently.
 */
import type { Case } from '../triage/case.ts'
import { mentions } from '../triage/condition.ts'
import type { TriageKnowledge } from '../triage/knowledge.ts'

/** A word or an answer of a case that no finding, rule or combination of the check uses. */
export interface Unused {
  readonly list: 'conditions' | 'medicines' | 'present'
  readonly id: string
  readonly because: string
}

/** Everything in the case that the check does not use, each with its reason. */
export function unused(knowledge: TriageKnowledge, { conditions, medicines, present }: Case): readonly Unused[] {
  const { reasons, taken, moving } = tableOf(knowledge)
  const found = (list: Unused['list'], id: string, because: string | undefined): readonly Unused[] =>
    because === undefined ? [] : [{ list, id, because }]
  return [
    ...conditions.flatMap(id => found('conditions', id, knowledge.conditions[id]?.because)),
    ...medicines.flatMap(id => {
      const { findings = [], facts = [], because } = knowledge.medicines[id] ?? {}
      const isUsed = taken.has(id) || findings.length > 0 || facts.length > 0
      return found('medicines', id, because ?? (isUsed ? undefined : reasons.medicines))
    }),
    ...present.flatMap(id => {
      const finding = knowledge.findings[id]
      if (finding === undefined || moving.has(id)) return []
      if (finding.resembles !== undefined) return found('present', id, reasons.pattern)
      return finding.askedIn === 'causes' || finding.askedIn === 'plan'
        ? found('present', id, reasons[finding.askedIn])
        : []
    }),
  ]
}

interface Table {
  readonly reasons: TriageKnowledge['interview']['unused']
  /** Medicines that an urgent combination names. */
  readonly taken: ReadonlySet<string>
  /** Findings that require a tier, or that a rule or a combination mentions. */
  readonly moving: ReadonlySet<string>
}

const tables = new WeakMap<TriageKnowledge, Table>()

/** Computed once for each knowledge. */
function tableOf(knowledge: TriageKnowledge): Table {
  const known = tables.get(knowledge)
  if (known !== undefined) return known
  const { findings, redFlags, combinations, interview } = knowledge
  const alone = Object.entries(findings).flatMap(([id, { tier, except }]) => (tier || except ? [id] : []))
  const since = combinations.flatMap(({ since }) => since?.findings ?? [])
  const table = {
    reasons: interview.unused,
    taken: new Set(
      combinations.flatMap(({ takes, alongside = [], together = [] }) => [takes, alongside, ...together].flat()),
    ),
    moving: new Set([...alone, ...since, ...[...redFlags, ...combinations].flatMap(({ when }) => mentions(when))]),
  }
  tables.set(knowledge, table)
  return table
}
