/** The names made ready for look-up, once, by whoever holds the knowledge. */
import { type Spelling, spell } from './distance.ts'
import type { MedicineKnowledge, Name } from './knowledge.ts'
import { inOrder, type NameTree, treeOf } from './name-tree.ts'
import { clean, compact, readTyped, type WordSets, wordSets } from './typed.ts'

export interface IndexedName extends Name {
  /** Without spaces, as names are compared. */
  readonly key: string
  /** The key of the name without forms and salts, where it differs. */
  readonly shortKey: string | undefined
  readonly spelling: Spelling
  readonly shortSpelling: Spelling | undefined
  /** Sure names come first where two are equally near. */
  readonly rank: number
  readonly lookAlikes: readonly string[]
}

export interface NameIndex {
  readonly knowledge: MedicineKnowledge
  readonly words: WordSets
  readonly names: readonly IndexedName[]
  readonly byKey: ReadonlyMap<string, IndexedName>
  readonly byShortKey: ReadonlyMap<string, readonly IndexedName[]>
  readonly tree: NameTree<IndexedName>
  /** The words of names after their first, each with its names, in order. */
  readonly laterWords: readonly LaterWord[]
}

interface LaterWord {
  readonly key: string
  readonly names: readonly IndexedName[]
}

export function indexNames(knowledge: MedicineKnowledge): NameIndex {
  const words = wordSets(knowledge.typedWords)
  const alike = new Map<string, readonly string[]>()
  for (const set of knowledge.lookAlikes)
    for (const name of set) alike.set(compact(name), [...(alike.get(compact(name)) ?? []), ...set])
  const names = knowledge.names.map((name): IndexedName => {
    const key = compact(name.name)
    const short = isOneWord.test(name.name) ? key : compact(readTyped(words, name.name).steps.at(-1) ?? '')
    const shortKey = short === key || short === '' ? undefined : short
    return {
      ...name,
      key,
      shortKey,
      spelling: spell(key),
      shortSpelling: shortKey === undefined ? undefined : spell(shortKey),
      rank: ranks[name.kind][name.checked],
      lookAlikes: alike.get(key) ?? [],
    }
  })
  const byShortKey = new Map<string, IndexedName[]>()
  for (const name of names)
    if (name.shortKey) byShortKey.set(name.shortKey, [...(byShortKey.get(name.shortKey) ?? []), name])
  return {
    ...{ knowledge, words, names, byShortKey },
    byKey: new Map(names.map(name => [name.key, name])),
    tree: treeOf(names),
    laterWords: inOrder(laterWordsOf(names)),
  }
}

function laterWordsOf(names: readonly IndexedName[]): readonly LaterWord[] {
  const byWord = new Map<string, IndexedName[]>()
  for (const name of names.filter(each => !isOneWord.test(each.name)))
    for (const word of clean(name.name).split(' ').slice(1)) byWord.set(word, [...(byWord.get(word) ?? []), name])
  return [...byWord].map(([key, of]) => ({ key, names: of }))
}

const isOneWord = /^[a-z]+$/i
const either = (sure: number, memory: number) => ({ own: sure, 'drugs-at-fda': sure, memory, group: sure })
const ranks: Readonly<Record<Name['kind'], Readonly<Record<Name['checked'], number>>>> = {
  ingredient: either(0, 0),
  brand: either(1, 3),
  combination: either(2, 4),
  group: either(5, 5),
  abbreviation: either(6, 6),
}
