/**
 * The best one, two and three changes, by comparing every set. There are about a hundred possible changes, so some
 * hundred thousand sets: a few hundredths of a second, and no solver to trust.
 */
import type { Content } from '../knowledge/vocabulary.ts'
import type { ChangeLimits } from './change-limits.ts'
import type { Move } from './change-moves.ts'
import type { FoodTable } from './food-table.ts'

export interface ScoredSet {
  readonly moves: readonly Move[]
  /** The share of what was missing that they close, from 0 to 1. */
  readonly closes: number
  /** No set of as many changes closes more. */
  readonly most: number
}

const mostChanges = 3

/** Sets that close this much less than the best may be chosen if they are easier. */
const leeway = 0.1

/**
 * For one, two and three changes: what the best set closes, and the easiest set that closes nearly as much. A set that
 * closes everything, or at least `enough`, is never given up for one that does not. Ties go to the set that closes
 * more, then to the one with less energy.
 */
export function bestSets(
  table: FoodTable,
  limits: ChangeLimits,
  moves: readonly Move[],
  enough: number,
  holds: (moves: readonly Move[]) => boolean,
): readonly ScoredSet[] {
  const open = limits.missing.filter(({ least }) => least > 0)
  const gaps = open.map(({ least, target }) => least / target)
  const priced = moves.filter(move => limits.most.every(({ content }) => netOf(table, move, content) !== null))
  const brings = priced.map(move => open.map(({ nutrient, target }) => (netOf(table, move, nutrient) ?? 0) / target))
  const uses = priced.map(move => limits.most.map(({ content }) => netOf(table, move, content) ?? 0))
  const energy = priced.map(move => netOf(table, move, 'energy') ?? 0)
  const excludes = priced.map(a => Uint8Array.from(priced, b => Number(a.keys.some(key => b.keys.includes(key)))))
  const whole = gaps.reduce((sum, gap) => sum + gap, 0)
  const movesOf = (set: readonly number[]) => set.flatMap(place => priced[place] ?? [])
  const isAllowed = (set: readonly number[]) =>
    limits.most.every(({ more }, row) => sumOver(set, place => uses[place]?.[row]) <= more + 1e-9) &&
    holds(movesOf(set))

  /** Visits every set of `count` moves that do not exclude each other, with what it closes. */
  const each = (count: number, visit: (set: readonly number[], closes: number) => void) => {
    const set: number[] = []
    const sums = Array.from({ length: count + 1 }, () => new Float64Array(gaps.length))
    const step = (from: number) => {
      const depth = set.length
      const before = sums[depth] as Float64Array
      const after = sums[depth + 1]
      if (after === undefined) {
        let closed = 0
        for (let row = 0; row < gaps.length; row++) closed += Math.min(gaps[row] ?? 0, before[row] ?? 0)
        visit(set, closed / whole)
        return
      }
      for (let place = from; place < priced.length; place++) {
        if (set.some(other => excludes[other]?.[place] === 1)) continue
        for (let row = 0; row < gaps.length; row++) after[row] = (before[row] ?? 0) + (brings[place]?.[row] ?? 0)
        set.push(place)
        step(place + 1)
        set.pop()
      }
    }
    step(0)
  }

  const found: ScoredSet[] = []
  for (let count = 1; count <= mostChanges; count++) {
    let most = 0
    each(count, (set, closes) => {
      if (closes > most + 1e-9 && isAllowed(set)) most = closes
    })
    if (most <= (found.at(-1)?.most ?? 0) + 1e-9) break
    const isWhole = most > 1 - 1e-9
    const least = isWhole ? 1 : Math.max(most - leeway, most >= enough ? enough : 0)
    let best: Judged | undefined
    each(count, (set, closes) => {
      if (closes < least - 1e-9) return
      const judged = {
        set,
        closes,
        effort: sumOver(set, place => priced[place]?.effort),
        energy: sumOver(set, place => energy[place]),
      }
      if (isEasier(judged, best) && isAllowed(set)) best = { ...judged, set: [...set] }
    })
    if (best) found.push({ moves: movesOf(best.set), closes: best.closes, most })
  }
  return found
}

interface Judged {
  readonly set: readonly number[]
  readonly closes: number
  readonly effort: number
  readonly energy: number
}

function isEasier(a: Judged, b: Judged | undefined): boolean {
  if (!b) return true
  if (a.effort !== b.effort) return a.effort < b.effort
  if (Math.abs(a.closes - b.closes) > 1e-3) return a.closes > b.closes
  return a.energy < b.energy - 1e-9
}

const sumOver = (set: readonly number[], of: (place: number) => number | undefined): number =>
  set.reduce((sum, place) => sum + (of(place) ?? 0), 0)

/** What a move brings more than it takes away; null if what comes has no figure. */
function netOf(table: FoodTable, { food, grams, away }: Move, content: Content): number | null {
  const comes = table.per100(food.at, content)
  if (comes === null) return null
  const goes = away.reduce((sum, { food: id, grams: gone }) => {
    return sum + ((table.per100(table.place.get(id) ?? -1, content) ?? 0) * gone) / 100
  }, 0)
  return (comes * grams) / 100 - goes
}
