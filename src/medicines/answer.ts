/** The answers of the look-up, and how they are made from names. */
import type { NameRegion, SubstanceKind } from '../knowledge/vocabulary.ts'
import type { IndexedName, NameIndex } from './name-index.ts'
import { oncePerAnswer } from './nearest.ts'
import { compact } from './typed.ts'

/** An ingredient of the answer; `id` is missing if the source does not name it. */
export interface Part {
  readonly id?: string
  readonly name: string
  readonly status: 'listed' | 'not-listed'
  readonly kind: SubstanceKind
}

export interface Candidate {
  readonly name: string
  /** Ids, in the order of the name. */
  readonly ingredients: readonly string[]
  /** Where the name means this, if it means something else elsewhere. */
  readonly regions?: readonly NameRegion[]
}

/** Why a question is asked back. `differs`: packs or countries hold different things under this name. */
export type WhyAsked = 'differs' | 'group' | 'look-alike' | 'close' | 'several-words'

export type LookUpAnswer =
  | {
      readonly status: 'listed' | 'not-listed'
      readonly name: string
      readonly ingredients: readonly string[]
      readonly parts: readonly Part[]
      /** register: every ingredient was seen in a register. memory: what it holds was not looked up. */
      readonly checked: IndexedName['checked']
      /** Names that are easily confused with this one; the person should check the box. */
      readonly mixedUpWith: readonly string[]
    }
  | {
      readonly status: 'which'
      readonly because: WhyAsked
      /** The candidates, the likeliest first; none of them is assumed. */
      readonly ingredients: readonly string[]
      readonly candidates: readonly Candidate[]
    }
  | { readonly status: 'not-recognised'; readonly ingredients: readonly [] }

/** The ingredients of names; missing where it is not certain what a name holds. */
export type Holdings = ReadonlyMap<string, readonly { readonly id: string; readonly name: string }[]>

/** `answers` are those of the names, in their order. A name that asks a question back, or is not known, is left out. */
export const holdingsOf = (names: readonly string[], answers: readonly LookUpAnswer[]): Holdings =>
  new Map(
    names.flatMap((typed, at) => {
      const answer = answers[at]
      const held = answer && 'parts' in answer ? answer.parts.flatMap(({ id, name }) => (id ? [{ id, name }] : [])) : []
      return held.length > 0 ? [[typed, held] as const] : []
    }),
  )

export const notRecognised: LookUpAnswer = { status: 'not-recognised', ingredients: [] }

const unnamed = 'a further ingredient that our source does not name'

/** Everything that these names hold together. */
export function answer({ substances }: NameIndex, names: readonly IndexedName[]): LookUpAnswer {
  const ids = idsOf(names)
  const known = ids.map((id): Part => {
    const { name = id, kind = 'medicine', isListed = false } = substances[id] ?? {}
    return { id, name, kind, status: isListed ? 'listed' : 'not-listed' }
  })
  const isPartial = names.some(name => name.isPartial)
  return {
    status: known.some(({ status }) => status === 'listed') ? 'listed' : 'not-listed',
    name: names.map(({ name }) => name).join(' + '),
    ingredients: ids,
    parts: isPartial ? [...known, { name: unnamed, status: 'not-listed', kind: 'medicine' }] : known,
    checked: names.some(({ checked }) => checked === 'memory') ? 'memory' : (names[0]?.checked ?? 'memory'),
    mixedUpWith: names.flatMap(({ key, lookAlikes }) => lookAlikes.filter(other => compact(other) !== key)),
  }
}

export function which(because: WhyAsked, names: readonly IndexedName[]): LookUpAnswer {
  const candidates = oncePerAnswer([...new Set(names)]).map(
    ({ name, ingredients, regions }): Candidate => ({
      name,
      ingredients,
      ...(because === 'differs' && regions.length > 0 ? { regions } : {}),
    }),
  )
  return { status: 'which', because, ingredients: idsOf(names), candidates }
}

/** A group is offered as its members, each under its own name, the most used first. */
export function membersOf({ byKey, substances }: NameIndex, { ingredients }: IndexedName): readonly IndexedName[] {
  return ingredients
    .flatMap(id => byKey.get(compact(substances[id]?.name ?? id))?.[0] ?? [])
    .toSorted((a, b) => a.rank - b.rank)
}

/** Near a set of look-alikes, the whole set is offered. */
export function withLookAlikes({ byKey }: NameIndex, names: readonly IndexedName[]): readonly IndexedName[] {
  const alike = names.flatMap(({ lookAlikes }) => lookAlikes.flatMap(other => byKey.get(compact(other))?.[0] ?? []))
  return [...new Set([...names, ...alike])]
}

const idsOf = (names: readonly IndexedName[]): readonly string[] => [
  ...new Set(names.flatMap(({ ingredients }) => ingredients)),
]
