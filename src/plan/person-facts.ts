/** What a case says of the facts that keep a remedy from a person, or change it. */
import type { Condition } from '../knowledge/schema.ts'
import type { PersonFacts } from '../remedies/cautions.ts'
import type { Case } from '../triage/case.ts'
import { holds } from '../triage/condition.ts'
import type { TriageKnowledge } from '../triage/knowledge.ts'
import { known } from '../triage/known.ts'
import type { Known } from '../triage/person.ts'

/**
 * What was answered; and without asking: as no what a gate of the check named and was answered "None", the signs of another
 * place (nobody with a sore back is asked about the calf before warmth goes on the back), what cannot be true of this
 * sex and what another answer rules out; as yes or not sure what another answer implies. An answer of yes or not sure
 * to the fact itself stands above all of these.
 */
export function factsOf(triage: TriageKnowledge, given: Case): PersonFacts {
  const person = known(triage, given)
  const present = new Set([...person.present, ...impliedBy(triage, person, person)])
  const unsureToo = { ...person, present: new Set([...present, ...person.unsure]) }
  const unsure = new Set([...person.unsure, ...impliedBy(triage, person, unsureToo)].filter(id => !present.has(id)))
  const isAnswered = (id: string) => present.has(id) || unsure.has(id)
  const implied = impossible(triage, { ...person, present })
  return {
    present,
    absent: new Set([...person.absent, ...implied].filter(id => !isAnswered(id))),
    unsure,
    ...(person.pregnancyWeeks === undefined ? {} : { pregnancyWeeks: person.pregnancyWeeks }),
  }
}

/** Facts that nobody answered and that hold with what `counting` takes for yes. */
const impliedBy = (triage: TriageKnowledge, { absent }: Known, counting: Known): readonly string[] =>
  statementsWith(triage, 'impliedBy').flatMap(([id, when]) => (!absent.has(id) && holds(when, counting) ? [id] : []))

/** Of another place, of the other sex, or ruled out by another answer. */
function impossible(triage: TriageKnowledge, person: Known): readonly string[] {
  const { sex, region } = person
  const { onlyOfSex, onlyAtRegions } = triage.prepared
  const ofOtherSex = [...onlyOfSex].flatMap(([id, only]) => (isOther(sex, only) ? [id] : []))
  const elsewhere = [...onlyAtRegions].flatMap(([id, only]) =>
    region === undefined || only.includes(region) ? [] : [id],
  )
  const ruledOut = statementsWith(triage, 'ruledOutBy').flatMap(([id, when]) => (holds(when, person) ? [id] : []))
  const answered = Object.entries(triage.findings).flatMap(([id, { answeredBy = [] }]) =>
    answeredBy.some(other => person.present.has(other)) ? [id] : [],
  )
  return [...ofOtherSex, ...elsewhere, ...ruledOut, ...answered]
}

/** Who gave no sex is asked everything. */
const isOther = (sex: Known['sex'], only: 'female' | 'male'): boolean =>
  sex !== undefined && sex !== 'undisclosed' && sex !== only

type Answered = 'impliedBy' | 'ruledOutBy'

const found = new WeakMap<TriageKnowledge, Record<Answered, readonly (readonly [string, Condition])[]>>()

/** The findings and facts that another answer can answer. Looked for once: a screen asks for a person at each tap. */
function statementsWith(triage: TriageKnowledge, key: Answered): readonly (readonly [string, Condition])[] {
  const all = [...Object.entries(triage.findings), ...Object.entries(triage.facts)]
  const of = (wanted: Answered) =>
    all.flatMap(([id, { [wanted]: when }]) => (when === undefined ? [] : [[id, when] as const]))
  const kept = found.get(triage) ?? { impliedBy: of('impliedBy'), ruledOutBy: of('ruledOutBy') }
  found.set(triage, kept)
  return kept[key]
}
