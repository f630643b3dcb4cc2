/**
 * The names as a tree of letters. Common beginnings are compared once, and a beginning too far from the typed text ends
 * the search of all names below it. It runs on every keystroke, so it is stored in flat arrays.
 */
import { changeCost, costOfLetters, type Spelling, swapCost } from './distance.ts'

export interface NameTree<Name> {
  /** In the order of their keys; each node covers a range of them. */
  readonly names: readonly Name[]
  readonly nodes: readonly Node[]
  readonly roots: readonly number[]
  readonly deepest: number
}

interface Node {
  readonly letter: number
  /** The cost of leaving its letter out. */
  readonly missing: number
  /** Names from `from` up to, not including, `to` go through this node; those before `ended` end at it. */
  readonly from: number
  to: number
  ended: number
  readonly children: number[]
  /** One bit for each letter on the path to it and below it. */
  bits: number
}

export function treeOf<Name extends Spelled>(unordered: readonly Name[]): NameTree<Name> {
  const names = inOrder(unordered)
  const nodes: Node[] = []
  const roots: number[] = []
  let path: number[] = []
  let deepest = 0
  for (const [at, { spelling }] of names.entries()) {
    const { letters, letterCosts, bits } = spelling
    const all = bits.at(-1) ?? 0
    const next: number[] = []
    for (let depth = 0; depth < letters.length; depth++) {
      const letter = letters[depth] ?? 0
      const missing = letterCosts[depth] ?? 0
      const shared = next.length === depth ? nodes[path[depth] ?? -1] : undefined
      const isSame = shared?.letter === letter && shared.missing === missing && next.at(-1) === path[depth - 1]
      const id = isSame ? (path[depth] ?? 0) : nodes.length
      if (!isSame) {
        nodes.push({ letter, missing, from: at, to: at, ended: at, children: [], bits: 0 })
        const parent = nodes[next.at(-1) ?? -1]
        if (parent) parent.children.push(id)
        else roots.push(id)
      }
      next.push(id)
    }
    for (const id of next) {
      const node = nodes[id]
      if (!node) continue
      node.to = at + 1
      node.bits |= all
    }
    const last = nodes[next.at(-1) ?? -1]
    if (last) last.ended = at + 1
    deepest = Math.max(deepest, next.length)
    path = next
  }
  return { names, nodes, roots, deepest }
}

interface Keyed {
  readonly key: string
}
interface Spelled extends Keyed {
  /** Of the key. */
  readonly spelling: Spelling
}

/** Sorted by key, so that names with the same beginning are adjacent. */
export const inOrder = <Name extends Keyed>(names: readonly Name[]): readonly Name[] =>
  names.toSorted((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))

/** The names that begin with `key`, from sorted names. */
export function beginningWith<Name extends Keyed>(names: readonly Name[], key: string): readonly Name[] {
  const from = firstAt(names, key)
  let to = from
  while (names[to]?.key.startsWith(key)) to++
  return names.slice(from, to)
}

/** The position of `key`, or where it would be inserted, in names sorted by key. */
function firstAt(names: readonly Keyed[], key: string): number {
  let [low, high] = [0, names.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((names[middle]?.key ?? '') < key) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * The names with a beginning that can be made from the typed text at a cost of at most `most`, each with its least
 * cost.
 */
export function beginningNear<Name>(
  { names, nodes, roots, deepest }: NameTree<Name>,
  typed: Spelling,
  most: number,
): readonly { readonly name: Name; readonly cost: number }[] {
  const width = typed.letters.length + 1
  const rows = new Float64Array((deepest + 1) * width)
  for (let i = 1; i < width; i++) rows[i] = (rows[i - 1] ?? 0) + (typed.letterCosts[i - 1] ?? 0)
  const wanted = typed.bits.at(-1) ?? 0
  const found: { name: Name; cost: number }[] = []
  const take = (from: number, to: number, cost: number) => {
    if (cost > most) return
    for (const name of names.slice(from, to)) found.push({ name, cost })
  }

  const visit = (id: number, depth: number, before: { letter: number; least: number; cost: number }) => {
    const node = nodes[id]
    if (!node || costOfLetters(wanted & ~node.bits) > most) return
    const least = fillRow(rows, width, depth, node, before.letter, typed)
    const cost = Math.min(before.cost, rows[depth * width + width - 1] ?? 0)
    // Nothing below this node costs less: the next row continues from this one, or by a swap from the previous one.
    const bound = Math.min(least, before.least + swapCost)
    if (bound > most || bound >= cost) return take(node.from, node.to, cost)
    take(node.from, node.ended, cost)
    for (const child of node.children) visit(child, depth + 1, { letter: node.letter, least, cost })
  }
  for (const root of roots) visit(root, 1, { letter: -1, least: 0, cost: Number.POSITIVE_INFINITY })
  return found
}

/** Adds one letter of the name: the costs from every beginning of the typed text, and the least of them. */
function fillRow(
  rows: Float64Array,
  width: number,
  depth: number,
  { letter, missing }: Node,
  parent: number,
  { letters, letterCosts }: Spelling,
): number {
  const at = depth * width
  const above = at - width
  let least = (rows[above] ?? 0) + missing
  rows[at] = least
  for (let i = 1; i < width; i++) {
    const own = letters[i - 1] ?? 0
    let best = (rows[above + i - 1] ?? 0) + changeCost(own, letter, i === 1 && depth === 1)
    const leftOut = (rows[above + i] ?? 0) + missing
    if (leftOut < best) best = leftOut
    const tooMany = (rows[at + i - 1] ?? 0) + (letterCosts[i - 1] ?? 0)
    if (tooMany < best) best = tooMany
    if (i > 1 && depth > 1 && own !== letter && own === parent && letters[i - 2] === letter) {
      const swapped = (rows[above - width + i - 2] ?? 0) + swapCost
      if (swapped < best) best = swapped
    }
    rows[at + i] = best
    if (best < least) least = best
  }
  return least
}
