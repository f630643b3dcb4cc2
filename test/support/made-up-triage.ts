/** A check of a few made-up findings, gates and rules, to test the code of triage without the knowledge. */
import type { Gate, GateLine } from '../../src/knowledge/schema.ts'
import type { AskedFinding, LoadedKnowledge, TriageKnowledge } from '../../src/triage/knowledge.ts'
import type { Known } from '../../src/triage/person.ts'
import { prepared } from '../../src/triage/prepared.ts'

export type MadeUpFinding = Partial<AskedFinding>
export interface MadeUp extends Partial<Omit<LoadedKnowledge, 'findings' | 'interview'>> {
  readonly findings?: Readonly<Record<string, MadeUpFinding>>
  readonly interview?: Partial<LoadedKnowledge['interview']>
}

/**
 * Each finding is a symptom that demands nothing alone, but for what is given. The gates are asked in the order in which
 * they are listed, unless `order` says otherwise.
 */
export function madeUpTriage({ findings = {}, interview = {}, gates = {}, ...given }: MadeUp = {}): TriageKnowledge {
  const listed = Object.keys(gates)
  return prepared({
    findings: Object.fromEntries(
      Object.entries(findings).map(([id, finding]) => [
        id,
        { kind: 'symptom', statement: `I have ${id}.`, tier: null, ...finding } as AskedFinding,
      ]),
    ),
    redFlags: [],
    gates,
    interview: {
      order: { back: listed, cramp: listed },
      firstAt: {},
      unused: { medicines: 'Of no medicine.', causes: 'Of causes.', plan: 'Of the plan.', pattern: 'A pattern.' },
      said: [],
      titles: { details: 'About you', partners: 'One more look', combinations: 'With your medicines' },
      ...interview,
    },
    facts: {},
    conditions: {},
    medicines: {},
    questions: [],
    combinations: [],
    ...given,
  })
}

/** A gate with one line for each list of names. */
export const madeUpGate = (
  lines: readonly (readonly string[] | (Partial<GateLine> & Pick<GateLine, 'names'>))[],
  given: Partial<Gate> = {},
): Gate => ({
  title: 'A gate',
  asks: 'Any of these?',
  lines: lines.map(line => {
    const { names, ...rest } = 'names' in line ? line : { names: line }
    return { text: names.join(' or '), names: [...names], also: [], ...rest }
  }),
  ...given,
})

/** Somebody with a sore back, of whom nothing else is known. */
export const nobody: Known = {
  complaint: 'back',
  region: undefined,
  present: new Set(),
  said: new Set(),
  absent: new Set(),
  unsure: new Set(),
  age: undefined,
  sex: undefined,
  hours: undefined,
  pregnancyWeeks: undefined,
}
