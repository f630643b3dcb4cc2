/** Writes the module of the check. */
import { meanings } from './medicines.ts'
import { byId, only, writeIfChanged } from './module-file.ts'
import type { Knowledge } from './read.ts'

/** The data of the check, prepared when the module is loaded. */
export function writeTriage(knowledge: Knowledge, file: string): void {
  const loaded = {
    findings: byId(
      knowledge.findings,
      only(
        ...(['kind', 'statement', 'simpler', 'tier', 'except', 'regions', 'sex', 'contact'] as const),
        ...(['impliedBy', 'ruledOutBy', 'answeredBy', 'pregnancyWeeks', 'resembles', 'askedIn'] as const),
      ),
    ),
    redFlags: knowledge.redFlags.map(({ id, value: { tier, only, when, contact } }) => ({
      id,
      tier,
      complaint: only?.complaint,
      when,
      contact,
    })),
    gates: byId(knowledge.gates, gate => gate),
    interview: knowledge.interview?.value,
    facts: byId(knowledge.facts, only('kind', 'statement', 'simpler', 'impliedBy', 'ruledOutBy')),
    conditions: knowledge.conditions?.value.conditions,
    medicines: meanings(knowledge),
    questions: knowledge.causes.questions.map(({ id }) => id),
    combinations: knowledge.medicines.urgent.map(
      ({ id, value: { tier, takes, count, alongside, together, since, when, contact } }) => ({
        id,
        tier,
        takes,
        count,
        alongside,
        together,
        since,
        when,
        contact,
      }),
    ),
  }
  writeIfChanged(
    file,
    `// Built from knowledge/ by build/knowledge.ts. Edit there.
import type { TriageKnowledge } from '../triage/knowledge.ts'
import { prepared } from '../triage/prepared.ts'

export const triageKnowledge: TriageKnowledge = prepared(${JSON.stringify(loaded)})
`,
  )
}
