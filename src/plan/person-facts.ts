/** What a case says of the facts that exclude a remedy for a person, or change it. */
import type { Condition } from '../knowledge/schema.ts'
import type { PersonFacts } from '../remedies/cautions.ts'
import type { Case } from '../triage/case.ts'
import { holds } from '../triage/condition.ts'
import type { TriageKnowledge } from '../triage/knowledge.ts'
import { known } from '../triage/known.ts'
import type { Known } from '../triage/person.ts'

/**
 * The answers of the case, and facts that follow without asking.
 *
 * As no: what a gate that was answered "None" named, signs of another place (a person with a sore back is not asked
 * about the calf before warmth on the back), what cannot be true of this sex, and what another answer rules out. As yes
 * or "not sure": what another answer implies. A yes or "not sure" to the fact itself counts for more than all of these.
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

/** Facts without an answer that follow from the answers that `counting` takes for yes. */
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

/** A person without a given sex is asked everything. */
const isOther = (sex: Known['sex'], only: 'female' | 'male'): boolean =>
  sex !== undefined && sex !== 'undisclosed' && sex !== only

type Answered = 'impliedBy' | 'ruledOutBy'

const found = new WeakMap<TriageKnowledge, Record<Answered, readonly (readonly [string, Condition])[]>>()

/** The findings and facts that another answer can answer. Computed once, because a screen asks for them at each tap. */
function statementsWith(triage: TriageKnowledge, key: Answered): readonly (readonly [string, Condition])[] {
  const all = [...Object.entries(triage.findings), ...Object.entries(triage.facts)]
  const of = (wanted: Answered) =>
    all.flatMap(([id, { [wanted]: when }]) => (when === undefined ? [] : [[id, when] as const]))
  const kept = found.get(triage) ?? { impliedBy: of('impliedBy'), ruledOutBy: of('ruledOutBy') }
  found.set(triage, kept)
  return kept[key]
}
