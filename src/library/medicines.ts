/** Medicines, joined to the built knowledge: `unknot/medicines`. */
import { explanations } from '../knowledge/explanations.gen.ts'
import { interactions } from '../knowledge/interactions.gen.ts'
import { nameTable } from '../knowledge/medicine-names.gen.ts'
import { medicineKnowledge } from '../knowledge/medicines.gen.ts'
import { triageKnowledge } from '../knowledge/triage.gen.ts'
import type { Tier } from '../knowledge/vocabulary.ts'
import { type Holdings, holdingsOf as holdingsIn, type LookUpAnswer } from '../medicines/answer.ts'
import { type Card, cardOf } from '../medicines/card.ts'
import type { Guidance } from '../medicines/guidance.ts'
import { confirmed as confirmedIn, lookUp as lookUpIn } from '../medicines/look-up.ts'
import { indexNames, type NameIndex } from '../medicines/name-index.ts'
import { openNames } from '../medicines/name-table.ts'
import { type Suggestion, suggest as suggestFrom } from '../medicines/nearest.ts'
import { assess } from '../plan/assess.ts'
import { firedInWords, medicineGuidance } from '../plan/medicine-guidance.ts'
import { type JointWarning, jointWarnings } from '../plan/together.ts'
import type { Case } from '../triage/case.ts'
import { parseCase } from './triage.ts'

export type { Candidate, LookUpAnswer, Part } from '../medicines/answer.ts'
export type { Card } from '../medicines/card.ts'
export type { Guidance } from '../medicines/guidance.ts'
export type { Suggestion } from '../medicines/nearest.ts'
export type { JointWarning } from '../plan/together.ts'
export { medicineKnowledge }

const knowledge = { triage: triageKnowledge, explanations, medicines: medicineKnowledge, interactions }

let opened: NameIndex | undefined
/** Opened by the first name that is asked: it takes over 20 MB, and most commands ask none. */
function nameIndex(): NameIndex {
  opened ??= indexNames(openNames(nameTable))
  return opened
}

/**
 * Which medicine is this? The answer is listed, not on our list, not recognised, or "which of these?"; never "safe".
 */
export const lookUp = (typed: string): LookUpAnswer => lookUpIn(nameIndex(), typed)

/** The answer for a name that the person has confirmed, with what it holds where it means different things. */
export const confirmed = (name: string, ingredients?: readonly string[]): LookUpAnswer =>
  confirmedIn(nameIndex(), name, ingredients)

/** Names to offer while a person is typing, at most `limit`. */
export const suggest = (typed: string, limit?: number): readonly Suggestion[] => suggestFrom(nameIndex(), typed, limit)

/** What each of these names holds; a name is missing where that is not certain. */
export const holdingsOf = (names: readonly string[]): Holdings => holdingsIn(names, names.map(lookUp))

/** What our sources say about a listed ingredient. */
export const card = (id: string): Card | undefined => cardOf(medicineKnowledge, id)

/** An urgent combination that has fired. */
export interface Urgent {
  readonly id: string
  readonly medicines: readonly string[]
  readonly action: readonly string[]
  readonly sources: readonly string[]
}

export type FullAnswer = LookUpAnswer & {
  /** What the sources say of each listed ingredient. */
  readonly about: readonly Card[]
  /** What to do about each ingredient. It never says to stop one, unless a combination that has fired says so. */
  readonly guidance: Readonly<Record<string, Guidance>>
  /** What was seen of ingredients that are not listed, as "It can raise potassium." */
  readonly notes: Readonly<Record<string, string>>
  /** The text that always accompanies this answer. */
  readonly advice: readonly string[]
  /** With a case: its tier with this medicine, and the combinations that have fired. */
  readonly tier?: Tier
  readonly urgent?: readonly Urgent[]
}

/** The answer with its context. A case adds the person's other medicines and signs; urgent results come first. */
export function answerInFull(typed: string, given?: Case): FullAnswer {
  const answer = lookUp(typed)
  const isTaken = answer.status === 'listed' || answer.status === 'not-listed'
  const taken = isTaken ? answer.ingredients : []
  const whole: Case = given
    ? { ...given, medicines: [...new Set([...given.medicines, ...taken])] }
    : { complaint: 'cramp', present: [], absent: [], unsure: [], context: {}, conditions: [], medicines: taken }
  const guidance = medicineGuidance(knowledge, whole)
  const urgent = firedInWords(knowledge, whole)
  return {
    ...answer,
    about: taken.flatMap(id => card(id) ?? []),
    guidance: given ? guidance : Object.fromEntries(Object.entries(guidance).filter(([id]) => taken.includes(id))),
    notes: Object.fromEntries(taken.flatMap(id => noteOf(id))),
    advice: adviceFor(answer),
    ...(given && {
      tier: assess(triageKnowledge, whole).tier,
      urgent: urgent.map(({ id, medicines, action, sources }) => ({ id, medicines, action, sources })),
    }),
  }
}

export interface TogetherAnswer {
  /** One answer for each name, in their order. */
  readonly names: readonly (FullAnswer & { readonly typed: string })[]
  /** Every ingredient that is certain; a name that has to be confirmed adds none. */
  readonly ingredients: readonly string[]
  /** What these medicines may do together, the most urgent first. */
  readonly warnings: readonly JointWarning[]
  /** Names that were not judged, because it is not certain what they are. */
  readonly notJudged: readonly string[]
  readonly advice: readonly string[]
  /** With a case: its tier with all of them, and the combinations that have fired. */
  readonly tier?: Tier
  readonly urgent?: readonly Urgent[]
}

/**
 * Several names of one person, judged together: cramps, muscles, potassium, sodium, serotonin and bleeding. It is no
 * general check of interactions, and says so in its advice.
 */
export function answerTogether(names: readonly string[], given?: Case): TogetherAnswer {
  const answers = names.map(typed => ({ typed, ...answerInFull(typed) }))
  const certain = answers.filter(({ status }) => status === 'listed' || status === 'not-listed')
  const ingredients = [...new Set(certain.flatMap(answer => answer.ingredients))]
  const whole = given && { ...given, medicines: [...new Set([...given.medicines, ...ingredients])] }
  return {
    names: answers,
    ingredients,
    warnings: jointWarnings(knowledge, whole?.medicines ?? ingredients),
    notJudged: answers.filter(answer => !certain.includes(answer)).map(({ typed }) => typed),
    advice: [medicineKnowledge.texts.advice['no-general-check']],
    ...(whole && {
      tier: assess(triageKnowledge, whole).tier,
      urgent: firedInWords(knowledge, whole).map(({ id, medicines, action, sources }) => ({
        id,
        medicines,
        action,
        sources,
      })),
    }),
  }
}

function adviceFor(answer: LookUpAnswer): readonly string[] {
  const { advice } = medicineKnowledge.texts
  switch (answer.status) {
    case 'listed':
      return [advice.listing, advice['no-supplements'], advice.report]
    case 'not-listed':
      return [advice[notListedText(answer)]]
    case 'not-recognised':
      return [advice['not-recognised']]
    case 'which':
      return []
  }
}

function notListedText({ parts, ingredients }: Extract<LookUpAnswer, { readonly parts: unknown }>) {
  if (parts.every(({ kind }) => kind === 'food')) return 'food'
  if (parts.every(({ kind }) => kind === 'supplement')) return 'supplement'
  return ingredients.every(isRead) ? 'not-listed' : 'not-checked'
}

function noteOf(id: string): readonly (readonly [string, string])[] {
  const note = medicineKnowledge.recognised[id]?.note
  return note === undefined ? [] : [[id, note]]
}

const isRead = (id: string) => medicineKnowledge.recognised[id]?.basis === 'label-read'

export type ParsedMedicine =
  | ({ readonly ok: true; readonly id?: string | number; readonly case?: Case } & (
      | { readonly typed: string; readonly together?: undefined }
      | { readonly together: readonly string[] }
    ))
  | { readonly ok: false; readonly error: string }

const most = 200
const mostTogether = 50
const example = '{"id":"1","typed":"lasix 40 mg"}'

/** Reads `{"id","typed","case"}`, or with `together` in place of `typed` the names of one person. The error is one line: what, where, how to fix it. */
export function readMedicine(input: unknown): ParsedMedicine {
  const refuse = (error: string): ParsedMedicine => ({ ok: false, error })
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    return refuse(`not an object: give ${example}`)
  const { id, typed, together, case: given, ...rest } = input as Record<string, unknown>
  const [stray] = Object.keys(rest)
  if (stray !== undefined)
    return refuse(`has an unknown key ${JSON.stringify(stray.slice(0, 40))}: use id, typed or together, case`)
  if (together !== undefined && typed !== undefined) return refuse('has "typed" and "together": give one of them')
  const names = together === undefined ? [typed] : together
  if (!Array.isArray(names) || names.length === 0 || names.length > mostTogether)
    return refuse(`"together" must be a list of 1 to ${mostTogether} names`)
  for (const name of names) {
    if (typeof name !== 'string' || name.trim() === '')
      return refuse(
        together === undefined ? `has no "typed": give ${example}` : '"together" has a name that is empty or no text',
      )
    if (name.length > most) return refuse(`a name is longer than ${most} characters: give one name`)
  }
  if (id !== undefined && id !== null && !(typeof id === 'number' || (typeof id === 'string' && id.length <= most)))
    return refuse(`id must be a number or a text of at most ${most} characters`)
  const parsed = given === undefined || given === null ? undefined : parseCase(given)
  if (parsed && !parsed.ok) return refuse(`case: ${parsed.error}`)
  return {
    ok: true,
    ...(typeof id === 'string' || typeof id === 'number' ? { id } : {}),
    ...(parsed?.ok ? { case: parsed.case } : {}),
    ...(together === undefined ? { typed: typed as string } : { together: together as readonly string[] }),
  }
}
