/** Medicines joined to what Unknot knows: `unknot/medicines`. */
import { explanations } from '../knowledge/explanations.gen.ts'
import { medicineKnowledge } from '../knowledge/medicines.gen.ts'
import { triageKnowledge } from '../knowledge/triage.gen.ts'
import type { Tier } from '../knowledge/vocabulary.ts'
import { type Card, cardOf } from '../medicines/card.ts'
import type { Guidance } from '../medicines/guidance.ts'
import { type Answer, confirmed as confirmedIn, lookUp as lookUpIn } from '../medicines/look-up.ts'
import { indexNames } from '../medicines/name-index.ts'
import { type Suggestion, suggest as suggestFrom } from '../medicines/nearest.ts'
import { assess } from '../plan/assess.ts'
import { firedInWords, medicineGuidance } from '../plan/medicine-guidance.ts'
import type { Case } from '../triage/case.ts'
import { parseCase } from './triage.ts'

export type { Card } from '../medicines/card.ts'
export type { Guidance } from '../medicines/guidance.ts'
export type { Answer, Candidate, Part } from '../medicines/look-up.ts'
export type { Suggestion } from '../medicines/nearest.ts'
export { medicineKnowledge }

const index = indexNames(medicineKnowledge)
const knowledge = { triage: triageKnowledge, explanations, medicines: medicineKnowledge }

/** Which medicine is this? Listed, not in our data, not recognised, or "which of these?"; never "safe". */
export const lookUp = (typed: string): Answer => lookUpIn(index, typed)

/** The answer for a name the person has confirmed. */
export const confirmed = (name: string): Answer => confirmedIn(index, name)

/** Names to offer while a person is typing, at most `limit`. */
export const suggest = (typed: string, limit?: number): readonly Suggestion[] => suggestFrom(index, typed, limit)

/** What our sources say about a listed ingredient. */
export const card = (id: string): Card | undefined => cardOf(medicineKnowledge, id)

/** An urgent combination that has fired. */
export interface Urgent {
  readonly id: string
  readonly medicines: readonly string[]
  readonly action: readonly string[]
  readonly sources: readonly string[]
}

export type FullAnswer = Answer & {
  /** What the sources say of each listed ingredient. */
  readonly about: readonly Card[]
  /** What to do about each ingredient: never to stop it, unless a combination that has fired says so. */
  readonly guidance: Readonly<Record<string, Guidance>>
  /** What is always said with this answer. */
  readonly advice: readonly string[]
  /** With a case: its tier with this medicine, and the combinations that have fired. */
  readonly tier?: Tier
  readonly urgent?: readonly Urgent[]
}

/** The answer with all that belongs to it. A case adds the person's other medicines and signs, and urgent ones come first. */
export function answerInFull(typed: string, from?: Case): FullAnswer {
  const answer = lookUp(typed)
  const isTaken = answer.status === 'listed' || answer.status === 'not-listed'
  const taken = isTaken ? answer.ingredients : []
  const whole: Case = from
    ? { ...from, medicines: [...new Set([...from.medicines, ...taken])] }
    : { complaint: 'cramp', present: [], absent: [], unsure: [], context: {}, conditions: [], medicines: taken }
  const guidance = medicineGuidance(knowledge, whole)
  const urgent = firedInWords(knowledge, whole)
  return {
    ...answer,
    about: taken.flatMap(id => card(id) ?? []),
    guidance: from ? guidance : Object.fromEntries(Object.entries(guidance).filter(([id]) => taken.includes(id))),
    advice: adviceFor(answer),
    ...(from && {
      tier: assess(triageKnowledge, whole).tier,
      urgent: urgent.map(({ id, medicines, action, sources }) => ({ id, medicines, action, sources })),
    }),
  }
}

function adviceFor(answer: Answer): readonly string[] {
  const { advice } = medicineKnowledge.texts
  switch (answer.status) {
    case 'listed':
      return [advice.listing, advice['no-supplements'], advice.report]
    case 'not-listed':
      return [advice[answer.ingredients.some(isUnchecked) ? 'not-checked' : 'not-listed']]
    case 'not-recognised':
      return [advice['not-recognised']]
    case 'which':
      return []
  }
}

const isUnchecked = (id: string) => medicineKnowledge.recognised[id]?.basis === 'none'

export type ParsedMedicine =
  | { readonly ok: true; readonly id?: string | number; readonly typed: string; readonly case?: Case }
  | { readonly ok: false; readonly error: string }

const most = 200
const example = '{"id":"1","typed":"lasix 40 mg"}'

/** Reads `{"id","typed","case"}`; the error is one line: what, where, how to mend. */
export function readMedicine(input: unknown): ParsedMedicine {
  const refuse = (error: string): ParsedMedicine => ({ ok: false, error })
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    return refuse(`not an object: give ${example}`)
  const { id, typed, case: from, ...rest } = input as Record<string, unknown>
  const [stray] = Object.keys(rest)
  if (stray !== undefined)
    return refuse(`has an unknown key ${JSON.stringify(stray.slice(0, 40))}: use id, typed, case`)
  if (typeof typed !== 'string' || typed.trim() === '') return refuse(`has no "typed": give ${example}`)
  if (typed.length > most) return refuse(`"typed" is longer than ${most} characters: give one name`)
  if (id !== undefined && id !== null && !(typeof id === 'number' || (typeof id === 'string' && id.length <= most)))
    return refuse(`id must be a number or a text of at most ${most} characters`)
  const parsed = from === undefined || from === null ? undefined : parseCase(from)
  if (parsed && !parsed.ok) return refuse(`case: ${parsed.error}`)
  return {
    ok: true,
    ...(typeof id === 'string' || typeof id === 'number' ? { id } : {}),
    typed,
    ...(parsed?.ok ? { case: parsed.case } : {}),
  }
}
