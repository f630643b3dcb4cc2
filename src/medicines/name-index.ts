/** Prepares the names for look-up, once, for the owner of the knowledge. */
import { type Spelling, spell } from './distance.ts'
import type { Name, NamedSubstance, NameKnowledge } from './knowledge.ts'
import { inOrder, type NameTree, treeOf } from './name-tree.ts'
import { clean, compact, readTyped, type WordSets, wordSets } from './typed.ts'

export interface IndexedName extends Name {
  /** Without spaces, as used for comparison. */
  readonly key: string
  /** Smaller is shown first: how common it is, then how sure. */
  readonly rank: number
  readonly lookAlikes: readonly string[]
}

export interface NameIndex {
  readonly words: WordSets
  readonly substances: Readonly<Record<string, NamedSubstance>>
  /** In the order of their keys. */
  readonly names: readonly IndexedName[]
  /** All meanings of a name: several where packs or countries differ. */
  readonly byKey: ReadonlyMap<string, readonly IndexedName[]>
  /** By the key of the name without forms and salts, if it differs. */
  readonly byShortKey: () => ReadonlyMap<string, readonly IndexedName[]>
  /** By the first letter of the key. */
  readonly byLetter: ReadonlyMap<string, readonly IndexedName[]>
  /** The common names, for slips while typing. */
  readonly tree: NameTree<SpelledName>
  /** The words of names after the first, each with its names, in order. */
  readonly laterWords: () => readonly LaterWord[]
  readonly spellingOf: (name: IndexedName) => Spelling
}

interface SpelledName {
  readonly key: string
  readonly spelling: Spelling
  readonly name: IndexedName
}

interface LaterWord {
  readonly key: string
  readonly names: readonly IndexedName[]
}

/** From this power of ten of items a year a name is common. */
const commonUse = 3

export function indexNames({ names: given, substances, lookAlikes, typedWords }: NameKnowledge): NameIndex {
  const words = wordSets(typedWords)
  const alike = new Map<string, readonly string[]>()
  for (const set of lookAlikes)
    for (const name of set) alike.set(compact(name), [...(alike.get(compact(name)) ?? []), ...set])
  const names = inOrder(
    given.map((name): IndexedName => {
      const key = compact(name.name)
      return { ...name, key, rank: rankOf(name), lookAlikes: alike.get(key) ?? [] }
    }),
  )
  // What no first letter needs is prepared when it is first asked for.
  const byShortKey = lazily(() =>
    grouped(names, ({ name, key }) => {
      const short = isOneWord.test(name) ? key : compact(readTyped(words, name).steps.at(-1) ?? '')
      return short === key ? '' : short
    }),
  )
  const spellings = new Map<string, Spelling>()
  const spellingOf = ({ key }: IndexedName): Spelling => {
    const known = spellings.get(key) ?? spell(key)
    spellings.set(key, known)
    return known
  }
  const common = names.filter(name => isCommon(name, substances))
  return {
    ...{ words, substances, names, byShortKey, spellingOf },
    byKey: grouped(names, ({ key }) => key),
    byLetter: grouped(names, ({ key }) => key.charAt(0)),
    tree: treeOf(common.map(name => ({ key: name.key, name, spelling: spellingOf(name) }))),
    laterWords: lazily(() => inOrder(laterWordsOf(names))),
  }
}

function lazily<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

/** Would most people who type something near it mean it? */
export const isCommon = (
  { kind, use, checked, ingredients }: Name,
  substances: Readonly<Record<string, NamedSubstance>>,
): boolean =>
  use >= commonUse || (kind !== 'brand' && checked === 'own') || ingredients.some(id => substances[id]?.isListed)

/** The names of each key that is not empty. */
function grouped(
  names: readonly IndexedName[],
  keyOf: (name: IndexedName) => string,
): ReadonlyMap<string, readonly IndexedName[]> {
  const groups = new Map<string, IndexedName[]>()
  for (const name of names) {
    const key = keyOf(name)
    if (key === '') continue
    const group = groups.get(key)
    if (group) group.push(name)
    else groups.set(key, [name])
  }
  return groups
}

function laterWordsOf(names: readonly IndexedName[]): readonly LaterWord[] {
  const byWord = new Map<string, IndexedName[]>()
  for (const name of names.filter(each => !isOneWord.test(each.name)))
    for (const word of clean(name.name).split(' ').slice(1)) {
      const of = byWord.get(word)
      if (of) of.push(name)
      else byWord.set(word, [name])
    }
  return [...byWord].map(([key, of]) => ({ key, names: of }))
}

const isOneWord = /^[a-z]+$/i
const kindRanks = { ingredient: 0, brand: 0.5, nickname: 1, group: 2 } as const
const checkRanks = { own: 0, register: 0.2, memory: 0.4 } as const

const rankOf = ({ kind, checked, use }: Name): number => kindRanks[kind] + checkRanks[checked] - use / 2
