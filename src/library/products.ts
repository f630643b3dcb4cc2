/** Products, joined to the built knowledge: `unknot/products`. */
import { needs } from '../knowledge/needs.gen.ts'
import { productKinds } from '../knowledge/product-kinds.gen.ts'
import { products } from '../knowledge/products.gen.ts'
import { remedies } from '../knowledge/remedies.gen.ts'
import type { Caution } from '../knowledge/remedy-schema.ts'
import { triageKnowledge } from '../knowledge/triage.gen.ts'
import type { Complaint } from '../knowledge/vocabulary.ts'
import { type Candidate, type NotIf, type Ranking, type RemedyResult, rank } from '../products/rank.ts'
import { offer, type PersonFacts } from '../remedies/cautions.ts'

export type { OwnProduct, Parsed } from '../products/own.ts'
export { ownProducts, readCsv, readShopPage } from '../products/own.ts'
export type { Candidate, KindAnswer, NotIf, OnlyWith, Place, Ranked, Ranking } from '../products/rank.ts'
export { rankingVersion } from '../products/rank.ts'
export { atMostSaid, ratingSaid, tierSaid } from '../products/sentences.ts'
export { needs, productKinds, products }

export interface ProductQuestion {
  /** One of `needs`. */
  readonly need: string
  /** What is known about the person. A fact that is not given is asked first, never treated as no. */
  readonly person?: PersonFacts
  /** The person's own products, with ids that differ from those of all known products. */
  readonly own?: Readonly<Record<string, Candidate>>
}

/** Nothing is known about the person yet. */
export const nobody: PersonFacts = { present: new Set(), absent: new Set(), unsure: new Set() }

/** Undefined if there is no such need. `today` is YYYY-MM-DD. */
export function rankProducts({ need, person = nobody, own = {} }: ProductQuestion, today: string): Ranking | undefined {
  const found = Object.hasOwn(needs, need) ? needs[need] : undefined
  return (
    found &&
    rank(
      need,
      found,
      { products: { ...products, ...own }, kinds: productKinds },
      remedyResults(found.complaint, person, today),
      today,
    )
  )
}

/** The wording of a fact or finding to ask about. */
export const statementOf = (id: string): string =>
  triageKnowledge.facts[id]?.statement ?? triageKnowledge.findings[id]?.statement ?? id

/** Is this the id of a fact or a finding? */
export const isFact = (id: string): boolean =>
  Object.hasOwn(triageKnowledge.facts, id) || Object.hasOwn(triageKnowledge.findings, id)

function remedyResults(complaint: Complaint, person: PersonFacts, today: string): Record<string, RemedyResult> {
  return Object.fromEntries(
    Object.entries(remedies).map(([id, remedy]) => {
      const answer = offer(remedy, person, today)
      const because =
        answer.status !== 'left-out'
          ? []
          : answer.reason === 'caution'
            ? answer.because.map(({ text }) => text)
            : [answer.reason === 'limits' ? 'It is past a safe limit.' : 'It is past its review date.']
      const ask = answer.status === 'ask' ? answer.facts : []
      const notIf = notIfOf(remedy.notFor, person)
      return [id, { certainty: remedy.certainty[complaint], status: answer.status, because, ask, notIf }]
    }),
  )
}

/** The facts of the cautions, each once, those true of this person first. */
function notIfOf(cautions: readonly Caution[], { present, unsure }: PersonFacts): readonly NotIf[] {
  const facts = [
    ...new Set(cautions.filter(({ action }) => action !== 'limit' && action !== 'variant').map(({ fact }) => fact)),
  ]
  const isTrue = (fact: string) => present.has(fact) || unsure.has(fact)
  return [...facts.filter(isTrue), ...facts.filter(fact => !isTrue(fact))].map(fact => ({ fact, isTrue: isTrue(fact) }))
}
