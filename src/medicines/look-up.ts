/**
 * Which medicine is this? One of four answers: listed, not in our data, not recognised, or "which of these?".
 *
 * Only the exact name of an ingredient, or of a brand that was seen with its ingredients, is taken as it stands.
 * A brand known from memory, a look-alike, a group and every misspelling is asked back: the person confirms.
 * Not in our data never means that a medicine cannot cause cramps.
 */

import type { IndexedName, NameIndex } from './name-index.ts'
import { cutShort, nearest } from './nearest.ts'
import { clean, compact, readTyped, saysNoName, singular, type Typed } from './typed.ts'

/** An ingredient of the answer; `id` is missing where we know no more than its name. */
export interface Part {
  readonly id?: string
  readonly name: string
  readonly status: 'listed' | 'not-listed'
}

export interface Candidate {
  readonly name: string
  /** Ids, in the order of the name. */
  readonly ingredients: readonly string[]
}

export type Answer =
  | {
      readonly status: 'listed' | 'not-listed'
      readonly name: string
      readonly ingredients: readonly string[]
      readonly parts: readonly Part[]
      /** Names that are easily mixed up with this one: the person looks at the box. */
      readonly mixedUpWith: readonly string[]
    }
  | {
      readonly status: 'which'
      readonly because: 'from-memory' | 'group' | 'look-alike' | 'close' | 'several-words'
      /** Of the candidates, the likeliest first; none of them is assumed. */
      readonly ingredients: readonly string[]
      readonly candidates: readonly Candidate[]
    }
  | { readonly status: 'not-recognised'; readonly ingredients: readonly [] }

const longest = 200

/** Looks up what was typed: one name, or several ingredients joined by "and", "+", "/" or a comma. */
export function lookUp(index: NameIndex, text: string): Answer {
  const short = text.slice(0, longest)
  const typed = readTyped(index.words, short)
  const exact = exactName(index, typed)
  const isWhole = exact?.key === compact(short)
  if (exact) return (isWhole ? undefined : fromSureParts(index, short)) ?? settle(index, exact)
  return (
    fromParts(index, short) ??
    fromDoubtful(index, typed) ??
    (/\s/.test(text.trim()) ? fromWords(index, typed) : undefined) ??
    fromMisspelling(index, typed) ??
    fromBeginning(index, typed) ??
    fromWords(index, typed) ?? { status: 'not-recognised', ingredients: [] }
  )
}

/** The answer for a name the person chose or confirmed: nothing is left to ask but the member of a group. */
export function confirmed(index: NameIndex, name: string): Answer {
  const found = index.byKey.get(compact(name))
  if (!found) return lookUp(index, name)
  return found.kind === 'group' ? settle(index, found) : answer(index, [found])
}

function exactName(index: NameIndex, { beginnings, steps }: Typed): IndexedName | undefined {
  for (const step of [...beginnings, ...steps]) {
    const name = index.byKey.get(compact(step)) ?? group(index, step)
    if (name) return name
  }
  for (const step of steps) {
    // A group goes by its short name only where a form was typed: "water" is no "water tablet".
    const names = (index.byShortKey.get(compact(step)) ?? []).filter(
      ({ kind }) => kind !== 'group' || step !== steps[0],
    )
    const [first] = [...names].sort((a, b) => a.rank - b.rank)
    if (first && names.every(name => sameAnswer(name, first))) return first
  }
  return undefined
}

/** A group is found in the plural too. */
function group(index: NameIndex, step: string): IndexedName | undefined {
  const found = index.byKey.get(compact(singular(step)))
  return found?.kind === 'group' || found?.kind === 'ingredient' ? found : undefined
}

const sameAnswer = (a: IndexedName, b: IndexedName): boolean => idsOf([a]).join() === idsOf([b]).join()

function settle(index: NameIndex, name: IndexedName): Answer {
  if (name.kind === 'group') return which('group', membersOf(index, name))
  if (name.checked === 'memory') return which('from-memory', withLookAlikes(index, [name]))
  return answer(index, [name])
}

function answer({ knowledge }: NameIndex, names: readonly IndexedName[]): Answer {
  const ids = idsOf(names)
  const known = ids.map((id): Part => {
    const listed = knowledge.ingredients[id]
    const name = listed?.name ?? knowledge.recognised[id]?.name ?? id
    return { id, name, status: listed ? 'listed' : 'not-listed' }
  })
  const others = names.flatMap(({ others }) => others.map((name): Part => ({ name, status: 'not-listed' })))
  return {
    status: known.some(({ status }) => status === 'listed') ? 'listed' : 'not-listed',
    name: names.map(({ name }) => name).join(' + '),
    ingredients: ids,
    parts: [...known, ...others],
    mixedUpWith: names.flatMap(({ key, lookAlikes }) => lookAlikes.filter(other => compact(other) !== key)),
  }
}

/** "amlodipine and valsartan", "co-codamol / lasix": each part by itself; one doubt makes the whole a question. */
function fromParts(index: NameIndex, text: string): Answer | undefined {
  const parts = partsOf(text)
  if (parts.length < 2) return fromHyphens(index, text)
  const sure = fromSureParts(index, text)
  if (sure) return sure
  const found: IndexedName[] = []
  const doubted: IndexedName[] = []
  for (const part of parts) {
    const typed = readTyped(index.words, part)
    const exact = exactName(index, typed)
    if (exact && exact.kind !== 'group' && exact.checked !== 'memory') found.push(exact)
    else doubted.push(...(exact ? withLookAlikes(index, [exact]) : near(index, typed)))
  }
  if (found.length === 0 && doubted.length === 0) return undefined
  return which('several-words', [...found, ...doubted])
}

const partsOf = (text: string): readonly string[] =>
  text.split(/[/+&,;|()[\]]|\b(?:and|with|plus)\b/i).filter(part => /\p{L}{3}/u.test(part))

/** "potassium / lenalidomide", "Lasix (furosemide)": where each part is a name, none is only the salt of another. */
function fromSureParts(index: NameIndex, text: string): Answer | undefined {
  const parts = partsOf(text)
  const found = parts.flatMap(part => exactName(index, readTyped(index.words, part)) ?? [])
  const isSure = found.every(({ kind, checked }) => kind !== 'group' && checked !== 'memory')
  return parts.length > 1 && found.length === parts.length && isSure ? answer(index, found) : undefined
}

/** "losartan-hydrochlorothiazide": only where each side is a name, for a hyphen stands inside names as well. */
function fromHyphens(index: NameIndex, text: string): Answer | undefined {
  const parts = text.split('-')
  const found = parts.flatMap(part => exactName(index, readTyped(index.words, part)) ?? [])
  const isSure = found.every(({ kind, checked }) => kind !== 'group' && checked !== 'memory')
  return parts.length > 1 && found.length === parts.length && isSure ? answer(index, found) : undefined
}

/** "Diovan plus": perhaps another product, so the name without the word is only offered. */
function fromDoubtful(index: NameIndex, { doubtful }: Typed): Answer | undefined {
  if (doubtful === undefined) return undefined
  const name = exactName(index, namedOnly(doubtful))
  return name && which('close', withLookAlikes(index, [name]))
}

/** "apo furosemide", "my brother's lasix": a known name among other words. */
function fromWords(index: NameIndex, { steps }: Typed): Answer | undefined {
  const words = (steps.at(-1) ?? '').split(' ')
  if (words.length < 2) return undefined
  const runs = words.flatMap((_, at) => [words.slice(at, at + 3), words.slice(at, at + 2), words.slice(at, at + 1)])
  const names = runs
    .map(run => run.join(' '))
    .filter(run => run.length > 3)
    .flatMap(run => exactName(index, namedOnly(run)) ?? [])
  return names.length > 0 ? which('several-words', withLookAlikes(index, names)) : undefined
}

const namedOnly = (name: string): Typed => ({ beginnings: [], steps: [name], doubtful: undefined })

function fromMisspelling(index: NameIndex, typed: Typed): Answer | undefined {
  const names = near(index, typed)
  if (names.length === 0) return undefined
  return which(names.some(({ lookAlikes }) => lookAlikes.length > 0) ? 'look-alike' : 'close', names)
}

/** "furosem": the beginning of few names. */
function fromBeginning(index: NameIndex, { steps }: Typed): Answer | undefined {
  const names = cutShort(index, compact(steps.at(-1) ?? ''))
  return names.length > 0 ? which('close', withLookAlikes(index, names)) : undefined
}

/** The nearest names of what was typed, and of its first word where it has several. */
function near(index: NameIndex, { steps }: Typed): readonly IndexedName[] {
  if (saysNoName(index.words, steps.at(-1) ?? '')) return []
  const tries = [...new Set([steps.at(-1), steps[1], steps[0]].map(step => compact(step ?? '')))]
  const found = tries.map(key => nearest(index, key)).find(names => names.length > 0)
  if (found) return withLookAlikes(index, found)
  const words = clean(steps.at(-1) ?? '').split(' ')
  const first = words.length > 1 ? words.filter(word => word.length > 5).flatMap(word => nearest(index, word)) : []
  return withLookAlikes(index, first)
}

/** Near a set of look-alikes all of the set are offered. */
function withLookAlikes({ byKey }: NameIndex, names: readonly IndexedName[]): readonly IndexedName[] {
  const alike = names.flatMap(({ lookAlikes }) => lookAlikes.flatMap(other => byKey.get(compact(other)) ?? []))
  return [...new Set([...names, ...alike])]
}

function which(because: Extract<Answer, { status: 'which' }>['because'], names: readonly IndexedName[]): Answer {
  const candidates = [...new Set(names)].map(({ name, ingredients }) => ({ name, ingredients }))
  return { status: 'which', because, ingredients: idsOf(names), candidates }
}

/** A group is offered as its members, each under its own name. */
function membersOf({ byKey, knowledge }: NameIndex, { ingredients }: IndexedName): readonly IndexedName[] {
  return ingredients.flatMap(
    id => byKey.get(compact((knowledge.ingredients[id] ?? knowledge.recognised[id])?.name ?? id)) ?? [],
  )
}

const idsOf = (names: readonly IndexedName[]): readonly string[] => [
  ...new Set(names.flatMap(({ ingredients }) => ingredients)),
]
